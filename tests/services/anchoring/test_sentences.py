from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.services.anchoring.sentences import sentences, sentences_touching

CUT = [
    "Am 28. März kam Dr. Müller, z. B. mit der 5. Symphonie.| Es waren 12.| Dann ging er.",
    "„Ich komme nicht.“| Dann ging er.| „Was?“, fragte sie.| „Nein!“ rief er ihr nach.",
    "„Es war kalt.| Wir froren“, sagte Frau Ott.| Er betonte: „Niemand fror.“",
    "The U.S. President met Mr. Smith at 5 p.m. on Monday.| He left at 6 p.m.| The talks failed.",
    "It cost $3.5 million, i.e. too much.| “Why?” he asked.| (It was late.)| They slept.",
    "Das 19. Jahrhundert war lang.| Heinrich VIII. war König.| Er starb 1547.| Es kam Eduard VI.",
    "Sie sprach von ca. 5 Mio. Euro und rd. 3 Mrd. US-Dollar.| Äpfel, Birnen usw.| Der Rest blieb.",
    "Er wartet … und wartet.| Kommt er?!| Ja…| Nein.",
    "Die J. S. Bach AG bzw. ihre Tochter i. d. R. zahlt.| Ökonomen zweifeln.",
    "Fachleute\n\nbefürchteten, dass es so kommt.| Sie irrten.",
    "Eine Überschrift ohne Punkt|\nDer erste Satz.| Der zweite.|\n\nNoch eine Überschrift|\n\nEnde",
    (
        "Ein Absatz, den ein Editor nach siebzig Zeichen einfach umbrochen hat,\n"
        "sodass die Sätze über die Zeilen laufen.| Das ist nun der zweite Satz, und\n"
        "hier ist Schluss."
    ),
    "Wir trafen uns um 8.30 Uhr auf www.example.org.| Dort stand: Version 2.0 ist da.",
]


@pytest.mark.parametrize("marked", CUT)
def test_sentences_end_where_people_end_them(marked: str) -> None:
    text = marked.replace("|", "")
    cut = [text[start:end] for start, end in sentences(text)]
    assert cut == [piece.strip() for piece in marked.split("|")]


def test_a_number_ends_a_sentence_more_easily_in_english() -> None:
    assert len(sentences("The team lost 12. Smith left.", "en")) == 2
    assert len(sentences("Er wurde 12. Sieger wurde Ott.", "de")) == 1


@pytest.mark.parametrize("text", ["", " \n \n", "...\n\n!!", "–"])
def test_where_there_are_no_words_there_is_no_sentence(text: str) -> None:
    assert sentences(text) == []


def test_sentences_touching_a_range_are_those_that_share_a_character() -> None:
    text = "Eins ist da. Zwei ist da. Drei ist da."
    spans = sentences(text)
    assert list(sentences_touching(spans, 0, 4)) == spans[:1]
    assert list(sentences_touching(spans, 5, 14)) == spans[:2]
    assert list(sentences_touching(spans, 12, 13)) == []
    assert list(sentences_touching(spans, 15, 15)) == spans[1:2]
    assert list(sentences_touching(spans, 0, len(text))) == spans


@given(st.text(alphabet='aB1ä .!?„“"\n()…', max_size=80))
def test_every_letter_is_in_one_sentence_and_none_begins_with_a_blank(text: str) -> None:
    spans = sentences(text)
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(place in inside for place, char in enumerate(text) if char.isalnum())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)

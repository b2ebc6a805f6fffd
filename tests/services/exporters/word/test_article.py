"""The article as a Word file: each claim is a comment at its passage, and the text stays itself."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import Revision, text_sha256
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import Refused
from claimdesk.domain.question import Addressee
from claimdesk.domain.status import Status
from claimdesk.domain.structure import BlockKind
from claimdesk.services.exporters.options import Options, Part, cut
from claimdesk.services.importers.intake import read_bytes, read_text

Make = Callable[..., Dossier]
Written = Callable[[Dossier], bytes]
Open = Callable[[bytes], Document]

MARKDOWN = """# Der Hafen wächst

Von Ada Ärmel

Der Hafen von Norderhaven hat [412 Schiffe](https://amt.example/a?b=1&c=2) abgefertigt.

## Die Fähre

> Wir fahren bei jedem Wetter, sagt der Kapitän.

- Um acht Uhr legt sie ab.
- Um neun Uhr kommt sie an.
  - Bei Sturm später.

| Jahr | Schiffe |
| ---- | ------- |
| 2020 | 398     |
| 2021 | 412     |

Ein Absatz mit\\
zwei Zeilen & <Zeichen>.
"""


def with_text(dossier: Dossier, text: str, spans: list[tuple[int, int]], structure: str) -> Dossier:
    """The dossier with another text, its claims at these places."""
    revision = Revision(1, "r", 1, 1, text, text_sha256(text), "2022-03-28T09:00Z", "a", structure)
    claims = tuple(
        replace(claim, anchor=Anchor.at(text, *span))
        for claim, span in zip(dossier.claims, spans, strict=True)
    )
    return replace(dossier, revision=revision, claims=claims)


def marked(document: Document) -> dict[int, str]:
    """The words that each comment stands at, by its id."""
    open_, found = set(), {}
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.add(int(element.get(qn("w:id"))))
            found[int(element.get(qn("w:id")))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            open_.discard(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:t"):
            for id_ in open_:
                found[id_] += element.text
    assert not open_
    return found


def test_each_claim_is_a_comment_at_its_passage(
    dossier: Make, article_of: Written, opened: Open
) -> None:
    document = opened(article_of(dossier(claims=12)))
    comments = list(document.comments)
    assert len(comments) == 13
    words = marked(document)
    for number, comment in enumerate(comments[1:], 1):
        assert comment.text.startswith(f"Behauptung {number} · ")
        assert words[comment.comment_id] == f"{99 + number} Menschen"
        assert comment.author == "Martha Müller (Claimdesk)"
        assert comment.initials == "MM"
        assert comment.timestamp is not None
        assert comment.timestamp.isoformat().startswith("2022-03-28T12:10:00")


def test_a_comment_says_what_author_and_editor_need(
    discussed: Make, article_of: Written, opened: Open
) -> None:
    to_author = {"addressee": Addressee.AUTHOR, "name": None}
    document = opened(article_of(discussed(question=to_author)))
    comments = {one.text.split(" · ")[0]: one.text for one in document.comments}
    wrong = comments["Behauptung 5"]
    assert wrong.splitlines()[0] == "Behauptung 5 · ungenau, korrigieren Stand 28.03.2022"
    assert "Neuer Wortlaut (vorgeschlagen): „rund 100 Menschen“\nDas Jahrbuch rundet." in wrong
    assert "Befund: note 5: Das Jahrbuch nennt eine andere Zahl." in wrong
    assert "Widerspricht: März 2022. [Zweite Zählung], S. 12\n„103 Menschen“" in wrong
    asked = comments["Behauptung 7"]
    assert "Rückfrage an den Autor: Gilt das?" in asked
    assert "Antwort: Ja, so ist es." in asked
    assert "https://example.org/town?a=1&b=2" in wrong
    assert "Rückfrage an den Autor: Gilt das?" in next(iter(comments.values()))


def test_who_checked_can_be_left_out(dossier: Make, article_of: Written, opened: Open) -> None:
    shown = cut(dossier(), Options(without=frozenset({Part.PEOPLE})))
    authors = {one.author for one in opened(article_of(shown)).comments}
    assert authors == {"Claimdesk", "Checker 1 (Claimdesk)"}


def test_what_a_source_is_asked_is_not_for_authors(
    discussed: Make, article_of: Written, opened: Open
) -> None:
    words = [one.text for one in opened(article_of(discussed())).comments]
    assert not any("Frau Öhm" in one or "Gilt das?" in one for one in words)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (CorrectionState.ACCEPTED, "Neuer Wortlaut (angenommen): „rund 100 Menschen“"),
        (CorrectionState.DROPPED, "Textstelle gestrichen"),
    ],
)
def test_what_was_decided_is_in_it(
    discussed: Make, article_of: Written, opened: Open, state: CorrectionState, said: str
) -> None:
    document = opened(article_of(discussed(correction={"state": state})))
    assert sum(said in one.text for one in document.comments) == 1


def test_why_a_claim_was_left_out_is_in_it(
    dossier: Make, article_of: Written, opened: Open
) -> None:
    document = opened(article_of(dossier(claims=1, statuses=(Status.LEFT_OUT,))))
    assert "Begründung: reason 1:" in list(document.comments)[1].text


def test_passages_may_nest_overlap_and_be_the_same(
    dossier: Make, article_of: Written, opened: Open
) -> None:
    text = "Der Hafen von Norderhaven hat 412 Schiffe abgefertigt.\n\nDas sind 40 mehr."
    spans = [(0, 54), (30, 41), (10, 33), (30, 41), (56, 72), (40, 66)]
    shown = with_text(dossier(claims=6), text, spans, "{}")
    content = article_of(shown)
    numbers = {one.text.split()[1]: one.comment_id for one in opened(content).comments}
    words = marked(opened(content))
    for number, (start, end) in enumerate(spans, 1):
        assert words[numbers[str(number)]] == text[start:end].replace("\n\n", "")
    assert read_bytes(content, "a.docx").text == text


def test_claims_without_a_place_stand_at_the_head(
    dossier: Make, article_of: Written, opened: Open
) -> None:
    made = dossier(claims=2)
    lost, kept = made.claims
    document = opened(article_of(replace(made, claims=(replace(lost, anchor=None), kept))))
    words = marked(document)
    ids = {one.text.split()[1]: one.comment_id for one in document.comments}
    assert words[ids["1"]] == document.paragraphs[0].text
    assert words[ids["2"]] == "101 Menschen"


def test_every_block_is_read_as_what_it_was(
    dossier: Make, article_of: Written, opened: Open
) -> None:
    before = read_text(MARKDOWN, "hafen.md")
    shown = with_text(dossier(claims=1), before.text, [(0, 4)], before.structure.to_json())
    after = read_bytes(article_of(shown), "hafen.docx")
    assert after.text == before.text
    kinds = [(one.kind, one.level or 1) for one in after.structure.blocks]
    assert kinds == [(one.kind, one.level or 1) for one in before.structure.blocks]
    assert {kind for kind, _level in kinds} >= {BlockKind.TABLE_ROW, BlockKind.LIST_ITEM}
    assert after.structure.links == before.structure.links
    assert opened(article_of(shown)).sections[0].different_first_page_header_footer
    assert (after.leads[:-1], after.replies) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Was zu klären ist:\n– wann sie davon erfuhr,\n– wer es strich.\n\nDas war es.",
        "• Erster Punkt\n• Zweiter Punkt",
        "| a | b |\n| - | - |\n| kurz | " + "lang " * 60 + "|\n| c | d |",
    ],
)
def test_lists_and_tables_of_any_make_come_back(
    dossier: Make, article_of: Written, text: str
) -> None:
    before = read_text(text, "a.md" if "|" in text else "a.txt")
    shown = with_text(dossier(claims=1), before.text, [(0, 3)], before.structure.to_json())
    assert read_bytes(article_of(shown), "a.docx").text == before.text


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1
)


@given(st.lists(_WORDS, min_size=1, max_size=6), st.data())
def test_any_text_comes_back_as_it_was(
    dossier: Make, article_of: Written, parts: list[str], data: st.DataObject
) -> None:
    try:
        before = read_text("\n\n".join(parts), "a.txt").text
    except Exception:  # noqa: BLE001  what cannot be read cannot be handed over either
        return
    start = data.draw(st.integers(0, len(before) - 1))
    end = data.draw(st.integers(start + 1, len(before)))
    content = article_of(with_text(dossier(claims=1), before, [(start, end)], "{}"))
    after = read_bytes(content, "a.docx")
    again = read_text(before, "a.txt").text
    assert after.text == again or "‹U+" in after.text
    assert after.replies == ()


@given(st.text(max_size=400).map(lambda text: text * 90))
def test_any_note_arrives_whole(
    dossier: Make, article_of: Written, opened: Open, note: str
) -> None:
    from claimdesk.services.exporters.hygiene import clean

    document = opened(article_of(dossier(claims=1, statuses=(Status.VERIFIED,), note=note)))
    found = "".join(list(document.comments)[1].text.split())
    assert "".join(clean(note).split()) in found


def test_a_note_of_33_000_characters_arrives_whole(
    dossier: Make, article_of: Written, report_of: Written, opened: Open
) -> None:
    note = "„Donaudampfschifffahrtsgesellschaft“ – geprüft. " * 700
    shown = dossier(claims=1, statuses=(Status.VERIFIED,), note=note)
    assert note.strip() in list(opened(article_of(shown)).comments)[1].text
    assert any(note.strip() in one.text for one in opened(report_of(shown)).paragraphs)


def test_the_page_is_a4_in_the_article_s_language(
    dossier: Make, article_of: Written, opened: Open
) -> None:
    document = opened(article_of(dossier()))
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert document.settings.element.find(qn("w:autoHyphenation")) is not None
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"de-DE"}
    assert section.header.paragraphs[0].text == "A. Schreiber\tEine Stadt wächst"
    assert "Fassung 2 · Ergebnis: 7 von 10" in section.footer.paragraphs[0].text
    assert not section.different_first_page_header_footer
    about = document.core_properties
    assert (about.title, about.author) == ("Eine Stadt wächst", "A. Schreiber")


def test_without_a_text_there_is_nothing_to_hand_over(dossier: Make, article_of: Written) -> None:
    with pytest.raises(Refused, match="noch keinen Text"):
        article_of(replace(dossier(), revision=None))

"""What is no part of what a report says: marks of agencies, labels, addresses; and questions."""

import pytest

from claimdesk.domain.claim import Kind
from claimdesk.domain.suggestion import NotCheckable, Suggestion
from claimdesk.services.detection.detect import detect


def found(body: str, language: str = "de") -> list[Suggestion]:
    return list(detect(f"Ein Titel\n\n{body}", language).suggestions)


def checkable(body: str, language: str = "de") -> list[str]:
    return [
        one.quote
        for one in found(body, language)
        if one.not_checkable is None and one.start >= len("Ein Titel\n\n")
    ]


@pytest.mark.parametrize(
    ("body", "mark", "language"),
    [
        ("Seeburg (rvn) - Der Kreistag hat am Montag 14 Stellen gestrichen.", "rvn", "de"),
        ("Hannover (dpa/lni) – Der Kreistag hat am Montag 14 Stellen gestrichen.", "lni", "de"),
        ("(rvn) Der Kreistag hat am Montag 14 Stellen gestrichen.", "rvn", "de"),
        ("LEEDS (Reuters) - The council cut 14 jobs on Monday.", "Reuters", "en"),
    ],
)
def test_the_mark_of_an_agency_is_no_part_of_a_claim(body: str, mark: str, language: str) -> None:
    proposed = checkable(body, language)
    assert any("14" in words for words in proposed)
    assert not any(mark in words or "(" in words or ")" in words for words in proposed)


def test_words_in_brackets_later_on_stay() -> None:
    assert any("34" in words for words in checkable("Der Fahrer (34) verlor 12 Liter Öl."))


@pytest.mark.parametrize("line", ["dpa/lni", "(rvn)", "© dpa-infocom, dpa:210312-99-801452/3"])
def test_a_line_that_only_signs_is_no_claim(line: str) -> None:
    assert not checkable(line)


def test_a_label_and_half_an_address_are_no_claims() -> None:
    assert "Foto" not in checkable("Foto: Ines Moll/dpa")
    proposed = checkable("The whole report is on example.org/2021.", "en")
    assert not any("2021" in words for words in proposed)


@pytest.mark.parametrize(
    "body",
    [
        "Haben im Jahr 2014 wirklich 300 Menschen abgestimmt?",
        "Wann wurde die Brücke 1932 gebaut?",
        "Bleibt eine Frage: Kamen im Mai 2019 wirklich 300 Gäste?",
    ],
)
def test_a_question_with_a_date_is_not_checkable(body: str) -> None:
    asked = [one for one in found(body) if "20" in one.quote or "19" in one.quote]
    assert asked
    assert {one.not_checkable for one in asked} == {NotCheckable.QUESTION}


def test_what_stands_before_a_quoted_question_can_be_checked() -> None:
    body = "Am 3. März 2014 fragte Bürgermeisterin Ida Moll: „Wer bezahlt die 300 Stühle?“"
    dates = [one for one in found(body) if one.kind is Kind.DATE]
    assert [one.not_checkable for one in dates] == [None]


def test_whoever_asks_why_takes_the_rest_for_granted() -> None:
    proposed = found("Warum hat die Bank 2014 drei Filialen geschlossen?")
    assert any(one.not_checkable is None for one in proposed if "2014" in one.quote)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Stand: 04.05.2023 | Lesedauer: 6 Minuten", "de"),
        ("Von Ida Moll | 4. Mai 2023", "de"),
        ("Foto: Rolf Adler/dpa", "de"),
        ("Published 4 May 2023, 6 minute read", "en"),
    ],
)
def test_who_wrote_it_and_when_matters_least(line: str, language: str) -> None:
    body = f"{line}\n\nDer Kreistag hat am Montag 14 Stellen gestrichen."
    edges = [one for one in found(body, language) if one.quote in line]
    assert edges
    assert {one.check_worthiness for one in edges} == {1}


def test_an_offer_to_readers_is_not_checkable() -> None:
    line = "Die ganze Ausgabe steht Ihnen als ePaper schon am Vorabend um 20 Uhr zur Verfügung."
    assert {one.not_checkable for one in found(line) if one.quote in line} == {NotCheckable.SERVICE}

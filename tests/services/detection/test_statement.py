"""Statements that can be read alone: what is put in for 'she' and 'yesterday', and what is not."""

import pytest

from claimdesk.domain.suggestion import ReasonKind, Suggestion
from claimdesk.services.detection.detect import detect


def about(text: str, words: str, language: str, header: str = "") -> Suggestion:
    found = detect(f"Kopf\n\n{header}\n\n{text}", language)
    return next(one for one in found.suggestions if words in one.quote)


def put_in(one: Suggestion) -> list[str]:
    return [reason.words for reason in one.reasons if reason.kind is ReasonKind.PUT_IN]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Bürgermeisterin Ada Moll kam um acht. Sie hatte 340 Briefe dabei.", "Ada Moll"),
        ("de", "Frau Moll, sagte Jan, ist da. Dann kam Minister Karl Reeb. Er hatte 340 Briefe.",
         "Karl Reeb"),
        ("de", "Minister Karl Reeb leitet den Hof. Er sagte, 340 Briefe seien da.", "Karl Reeb"),
        ("en", "Mayor Alice Penn came at eight. She had 340 letters.", "Alice Penn"),
        ("en", "Mayor Alice Penn came. She sat down. She had 340 letters.", "Alice Penn"),
    ],
)  # fmt: skip
def test_who_alone_can_be_meant_is_named(language: str, text: str, name: str) -> None:
    one = about(text, "340", language)
    assert one.statement.startswith(f"{name} ")
    assert [words.partition(" = ")[2] for words in put_in(one)] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Minister Karl Reeb kam um acht. Sie hatte 340 Briefe dabei."),
        ("de", "Bürgermeisterin Ada Moll leitet die Fabrik. Sie hatte 340 Kunden."),
        ("de", "Minister Karl Reeb lobte den Verband. Er hatte 340 Mitglieder."),
        ("de", "Ministerin Ada Moll traf Ministerin Eva Reeb. Sie hatte 340 Briefe dabei."),
        ("de", "Bürgermeisterin Ada Moll kam um acht. Sie hatten 340 Briefe dabei."),
        ("de", "Bürgermeisterin Ada Moll kam.\n\nSie hatte 340 Briefe dabei."),
        ("en", "Mayor Alice Penn came at eight. He had 340 letters."),
        ("en", "Mayor Alice Penn met Mayor Emma Reeve. She had 340 letters."),
        ("en", "Mayor Robin Penn came at eight. She had 340 letters."),
    ],
)
def test_who_is_not_certain_stays_a_pronoun(language: str, text: str) -> None:
    one = about(text, "340", language)
    assert one.statement.split()[0] in ("Er", "Sie", "He", "She")
    assert not put_in(one)


@pytest.mark.parametrize(
    ("language", "header", "text", "time"),
    [
        ("de", "Stand: 01.03.2024", "Gestern kamen 340 Briefe.", "Gestern (29.02.2024)"),
        ("de", "Stand: 1. März 2024", "Vorgestern kamen 340 Briefe.", "Vorgestern (28.02.2024)"),
        ("en", "Published 1 March 2024", "340 letters came yesterday.",
         "yesterday (29 February 2024)"),
        ("en", "Updated March 1, 2024", "Last year 340 letters came.", "Last year (2023)"),
    ],
)  # fmt: skip
def test_a_dated_text_tells_which_day_is_meant(
    language: str, header: str, text: str, time: str
) -> None:
    one = about(text, "340", language, header)
    assert time in one.statement
    assert put_in(one) == [time.replace(" (", " = ").rstrip(")")]


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("", "Gestern kamen 340 Briefe."),
        ("Stand: 01.03.2024, veröffentlicht: 05.02.2023", "Gestern kamen 340 Briefe."),
        ("Stand: 01.03.2024", "Heute sind es 340 Briefe."),
        ("Stand: 01.03.2024", "„Gestern kamen 340 Briefe“, sagte Ada Moll."),
        ("Stand: 31.02.2024", "Gestern kamen 340 Briefe."),
    ],
)
def test_a_day_that_is_not_certain_is_left_as_it_is(header: str, text: str) -> None:
    one = about(text, "340", "de", header)
    assert "(" not in one.statement
    assert not put_in(one)


@pytest.mark.parametrize("dateline", ["Seeburg (rvn) - ", "LEEDS (Reuters) - "])
def test_where_a_report_comes_from_is_no_part_of_what_it_says(dateline: str) -> None:
    language = "de" if "rvn" in dateline else "en"
    said = "Der Kreistag strich 14 Stellen." if language == "de" else "The council cut 14 jobs."
    assert about(dateline + said, "14", language).statement.endswith(said)
    assert dateline not in about(dateline + said, "14", language).statement

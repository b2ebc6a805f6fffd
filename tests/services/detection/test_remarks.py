"""Slips that a text gives away, and likenesses that are none."""

import pytest

from claimdesk.domain.remark import RemarkKind
from claimdesk.i18n import speaking
from claimdesk.services.detection.remarks import remarks_of

HEAD = "Kopf\n\n"


def kinds(text: str, language: str) -> list[RemarkKind]:
    return [remark.kind for remark in remarks_of(HEAD + text, language)]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "„Wir warten, sagte sie. Dann ging sie.", RemarkKind.QUOTATION_MARK),
        ("de", "Wir warten“, sagte sie.", RemarkKind.QUOTATION_MARK),
        ("de", "»Wir warten, sagte sie.", RemarkKind.QUOTATION_MARK),
        ("en", "“We wait, she said. Then she left.", RemarkKind.QUOTATION_MARK),
        ("en", 'He said: "We wait. Then he left.', RemarkKind.QUOTATION_MARK),
        ("de", "Es war Donnerstag, der 14. Juni 2024.", RemarkKind.WEEKDAY),
        ("en", "It was on Monday, June 14, 2024.", RemarkKind.WEEKDAY),
        (
            "de",
            "Ministerin Anna Dorvan kam. Am Abend ging Ministerin Dorwan wieder.",
            RemarkKind.NAME_SPELLING,
        ),
        (
            "en",
            "Mayor Ruth Whitlock came. In the evening Mrs Whitelock left.",
            RemarkKind.NAME_SPELLING,
        ),
        ("de", "Es halten der Kreis 60, die Stadt 25 und das Land 20 Prozent.", RemarkKind.SUM),
        ("de", "Von 40 Spielen, also 24 Siegen, neun Remis und 11 Niederlagen.", RemarkKind.SUM),
        ("en", "The total of 120 is made up of 70 buses and 40 trams.", RemarkKind.SUM),
        ("de", "Es fehlen 86 der insgesamt 410 Leute, also jeder Dritte.", RemarkKind.PERCENTAGE),
        ("en", "It rose from 30 to 39 pounds, an increase of 45%.", RemarkKind.PERCENTAGE),
        (
            "de",
            "Drei Dinge fehlen: das Geld und die Zeit.",
            RemarkKind.COUNT_ANNOUNCED,
        ),
        (
            "de",
            "Er drehte elf Spielfilme. Später lobte sie seine zwölf Spielfilme.",
            RemarkKind.QUANTITY_DIFFERS,
        ),
        (
            "de",
            "Die im Februar beschlossene Kündigung kam. Seit der Kündigung im März ist Ruhe.",
            RemarkKind.DATE_DIFFERS,
        ),
    ],
)
def test_a_slip_is_noticed(language: str, text: str, kind: RemarkKind) -> None:
    assert kinds(text, language) == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Wir warten“, sagte sie. „Dann gehen wir.“"),
        ("en", "“We wait.\n\n“We wait longer,” she said."),
        ("en", "It’s the dogs’ house, isn’t it?"),
        ("de", "Es war Freitag, der 14. Juni 2024."),
        ("de", "Am Montag, dem 31. Februar 2024, war nichts."),
        ("de", "Ministerin Anna Meier kam. Mit ihr kam Minister Karl Maier."),
        ("de", "Der Berliner Richter Thomas Bergmann traf Bergmanns Anwalt."),
        ("de", "Es halten der Kreis 55, die Stadt 25 und das Land 20 Prozent."),
        ("de", "Von 40 Spielen, also 24 Siegen, neun Remis und 7 Niederlagen."),
        ("de", "Es fehlen 86 der 258 Leute, also jeder Dritte."),
        ("en", "It rose from 30 to 39 pounds, an increase of 30%."),
        ("de", "Drei Dinge fehlen: das Geld, die Zeit und der Mut."),
        ("de", "Er las elf Bücher. Später las er zwölf Bücher."),
        ("de", "Im Februar kam der Regen. Im März kam der Schnee."),
    ],
)
def test_what_fits_is_left_alone(language: str, text: str) -> None:
    assert kinds(text, language) == []


def test_a_remark_shows_passages_and_arithmetic() -> None:
    text = HEAD + "Es halten der Kreis 60, die Stadt 25 und das Land 20 Prozent."
    (remark,) = remarks_of(text, "de")
    assert [text[start:end] for start, end in remark.spans] == list(remark.quotes)
    with speaking("de"):
        assert remark.text == "Die Anteile ergeben 105 Prozent: 60 + 25 + 20 = 105."
    with speaking("en"):
        assert "105 per cent" in remark.text

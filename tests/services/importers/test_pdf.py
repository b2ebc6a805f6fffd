"""Proofs: columns in whatever order they were drawn, hyphens, heads and feet, paragraphs that a
page breaks."""

from types import ModuleType

from claimdesk.domain.imported import OddityKind
from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.intake import read_bytes

LEFT = [
    "Am Montag zählte das Hafenamt 412",
    "Schiffe, so viele wie noch nie in die-",
    "sem Jahr. Im Vorjahr waren es nur",
    "398, wie die Leiterin mitteilte.",
    "Die Ex-Sowjetwerft und die Hafen-",
    "und Bahnbrücke werden umgebaut,",
]
RIGHT = [
    "und auch die Kaimauer der Nord-",
    "Süd-Linie wird neu. Sie kostet rund",
    "zwölf Millionen Euro.",
    "Der Rat entscheidet im Frühjahr über",
    "alles, was danach noch offen bleibt.",
    "So steht es im Plan der Stadt.",
]
WANT = """\
Am Montag zählte das Hafenamt 412 Schiffe, so viele wie noch nie in diesem Jahr.
Im Vorjahr waren es nur 398, wie die Leiterin mitteilte.

Die Ex-Sowjetwerft und die Hafen- und Bahnbrücke werden umgebaut,
und auch die Kaimauer der Nord-Süd-Linie wird neu. Sie kostet rund zwölf Millionen Euro.

Der Rat entscheidet im Frühjahr über alles, was danach noch offen bleibt.
So steht es im Plan der Stadt."""


def column(left: float, top: float, lines: list[str]) -> list[tuple[float, float, float, str]]:
    return [(left, top - 13 * place, 10, line) for place, line in enumerate(lines)]


def test_columns_under_a_headline_drawn_row_by_row(make: ModuleType) -> None:
    left, right = column(60, 700, LEFT), column(310, 700, RIGHT)
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    head = [(60, 750, 24, "Der Hafen wächst, und wie er wächst")]
    for lines in (head + rows, left + head + right, head + left + right):
        text = read_bytes(make.pdf(lines), "proof.pdf")
        title, *paragraphs = text.text.split("\n\n")
        assert title == "Der Hafen wächst, und wie er wächst"
        wanted = [part.replace("\n", " ") for part in WANT.split("\n\n")]
        assert "\n".join(paragraphs).split("\n") == wanted
        assert text.structure.blocks[0].kind is BlockKind.TITLE
        assert OddityKind.LAYOUT in [one.kind for one in text.oddities]


def test_heads_feet_and_page_numbers_are_no_text(make: ModuleType) -> None:
    pages = []
    for number, where in enumerate(("oben", "unten", "vorn", "hinten"), 1):
        first = [f"Ein ganzer Satz steht hier {where} auf der", "Seite, die vom Hafen handelt."]
        second = ["Und noch ein ganzer Satz steht unten", f"auf der Seite, die {where} liegt."]
        lines = [*column(60, 760, first), *column(60, 400, second)]
        head, foot = (60, 800, 8, f"Hafenbote, Seite {number}"), (290, 30, 8, str(number))
        pages.append([head, *lines, foot])
    text = read_bytes(make.pdf(*pages), "proof.pdf").text
    assert "Hafenbote" not in text
    assert text.count("\n\n") == 7
    assert not text.endswith("4")


def test_a_sentence_over_two_pages_is_one_paragraph(make: ModuleType) -> None:
    first = column(
        60, 700, ["Am Montag zählte das Hafenamt von", "Norderhaven insgesamt 412 Schiffe,"]
    )
    second = column(60, 760, ["so viele wie noch nie in einem Jahr.", "Das sagt die Leiterin."])
    text = read_bytes(make.pdf(first, second), "proof.pdf").text
    assert "insgesamt 412 Schiffe, so viele wie noch nie in einem Jahr." in text


def test_paragraphs_told_by_indents(make: ModuleType) -> None:
    lines = ["Ein Absatz, der lang genug ist, um zwei", "Zeilen zu füllen, wie man hier sehr schön"]
    drawn = [
        (72, 700, 10, lines[0]), (60, 687, 10, lines[1]),
        (72, 674, 10, lines[0]), (60, 661, 10, lines[1]),
    ]  # fmt: skip
    text = read_bytes(make.pdf(drawn), "proof.pdf").text
    assert text.split("\n\n") == [" ".join(lines)] * 2


def test_addresses_broken_at_the_end_of_a_line(make: ModuleType) -> None:
    lines = [
        "Mehr steht unter https://hafenamt.example/zahlen/",
        "2024/schiffe.html im Netz des Amtes.",
    ]
    text = read_bytes(make.pdf(column(60, 700, lines)), "proof.pdf")
    assert [one.address for one in text.structure.links] == [
        "https://hafenamt.example/zahlen/2024/schiffe.html"
    ]


def test_what_the_file_says_of_itself(make: ModuleType) -> None:
    content = make.pdf(column(60, 700, LEFT), info="/Title(Proof 7)/Author(Ada Cole)")
    data = read_bytes(content, "proof.pdf").data
    assert (data.title, data.author) == ("Proof 7", "Ada Cole")

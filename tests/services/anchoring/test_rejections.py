"""What was turned down stays so where a sentence was reworded, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.claim import Kind
from claimdesk.services.anchoring.rejections import Rejected, Rejections, Text

EARLIER = (
    "Der Rat tagte lange. Die Häuser kosten zusammen 12,4 Millionen Euro im Jahr. "
    "Träger wird das Diakonische Werk."
)


def holds(earlier: str, later: str, quote: str, now: str = "", kind: Kind = Kind.EVENT) -> bool:
    """Whether a quote rejected in one text is held off in another one."""
    at, there = earlier.index(quote), later.index(now or quote)
    rejected = Rejected(at, at + len(quote), Kind.EVENT)
    held = Rejections(Text(earlier), [rejected], Text(later))
    return held.hold(there, there + len(now or quote), kind)


@pytest.mark.parametrize(
    "change",
    [
        ("12,4", "11,4"),
        ("zusammen", "alle zusammen"),
        (" im Jahr", ""),
        ("Der Rat", "Der Stadtrat"),
    ],
)
def test_another_figure_or_word_elsewhere_in_the_sentence_changes_nothing(
    change: tuple[str, str],
) -> None:
    later = "Vorab. " + EARLIER.replace(*change)
    assert holds(EARLIER, later, "Die Häuser") is (change[0] != "Der Rat")


def test_a_sentence_put_another_way_is_the_same_one() -> None:
    earlier = "Die Stadt Lindenau baut bis 2027 drei Häuser."
    assert holds(earlier, "Lindenau will bis 2027 drei Häuser bauen.", "drei Häuser")
    assert not holds(earlier, "Der Landkreis prüft seit 2027 drei Häuser.", "drei Häuser")


def test_another_passage_another_kind_or_another_sentence_is_shown() -> None:
    later = EARLIER.replace("12,4", "11,4")
    assert not holds(EARLIER, later, "12,4 Millionen", "11,4 Millionen")
    assert not holds(EARLIER, later, "Die Häuser", kind=Kind.NAME_OFFICE)
    new = "Die Häuser stehen seit gestern leer und niemand weiß, wer sie je bezieht."
    assert not holds(EARLIER, new, "Die Häuser")


def test_its_like_in_a_sentence_that_stays_is_shown() -> None:
    earlier = "Im Mai kamen 12 Gäste an Bord. Im Juli kamen 15 Gäste an Bord."
    later = earlier.replace("12", "11")
    at = later.index("kamen", later.index("Juli"))
    rejected = Rejected(earlier.index("kamen"), earlier.index("kamen") + 5, Kind.EVENT)
    held = Rejections(Text(earlier), [rejected], Text(later))
    assert held.hold(later.index("kamen"), later.index("kamen") + 5, Kind.EVENT)
    assert not held.hold(at, at + 5, Kind.EVENT)


WORDS = st.lists(st.text("abcdefgh", min_size=2, max_size=6), min_size=8, max_size=14, unique=True)


@given(WORDS, st.data(), st.integers(10, 99), st.integers(10, 99))
def test_one_figure_more_or_less_never_brings_it_back(
    words: list[str], data: st.DataObject, one: int, other: int
) -> None:
    passage = data.draw(st.integers(0, len(words) - 2))
    figure = data.draw(st.integers(0, len(words)).filter(lambda at: at != passage + 1))
    earlier, later = (
        " ".join([*words[:figure], str(number), *words[figure:]]).capitalize() + "."
        for number in (one, other)
    )
    quote = " ".join(words[passage : passage + 2])
    start = earlier.lower().index(quote)
    rejected = Rejected(start, start + len(quote), Kind.EVENT)
    held = Rejections(Text(earlier), [rejected], Text(later))
    assert held.hold(start, start + len(quote), Kind.EVENT) is (one != other)

"""Whatever claims stand where, the text is shown whole and once, and each claim is reachable."""

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.status import Status
from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.exporters.marked_text import Passage, Stretch, marked

TEXT = "Der Fluss ist 84 Meter breit.\n\n \nEr führt Wasser."

SPANS = st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60), st.sampled_from(Status)))
TEXTS = st.text(st.sampled_from("abÄ .\n"), max_size=60)


def passages(spans: list[tuple[int, int, Status]]) -> list[Passage]:
    return [Passage(start, end, at, status) for at, (start, end, status) in enumerate(spans)]


@given(TEXTS, SPANS)
def test_the_text_stands_there_whole_and_once(
    text: str, spans: list[tuple[int, int, Status]]
) -> None:
    shown = ["".join(one.words for one in line) for line in marked(text, passages(spans))]
    assert shown == [clean(line) for line in text.split("\n") if line.strip()]


@given(TEXTS, SPANS)
def test_each_claim_with_words_begins_once_and_covers_its_words(
    text: str, spans: list[tuple[int, int, Status]]
) -> None:
    lines = marked(text, passages(spans))
    begun = [number for line in lines for one in line for number in one.begins]
    assert len(begun) == len(set(begun))
    for one in passages(spans):
        inside = 0 <= one.start < one.end <= len(text)
        words = "".join(
            piece.words for line in lines for piece in line if one.number in piece.claims
        )
        shown = {line for line in text.split("\n") if line.strip()}
        whole = text[one.start : one.end] if inside else ""
        if "\n" not in whole and any(whole and whole in line for line in shown) and whole.strip():
            assert words == whole
            assert one.number in begun


def test_nested_claims_share_words_and_the_shorter_one_colours_them() -> None:
    outer = Passage(4, 28, 1, Status.VERIFIED)
    inner = Passage(14, 22, 2, Status.FALSE)
    first, second = marked(TEXT, [outer, inner])
    assert first == (
        Stretch("Der "),
        Stretch("Fluss ist ", (1,), (1,), Status.VERIFIED),
        Stretch("84 Meter", (1, 2), (2,), Status.FALSE),
        Stretch(" breit", (1,), (), Status.VERIFIED),
        Stretch("."),
    )
    assert second == (Stretch("Er führt Wasser."),)

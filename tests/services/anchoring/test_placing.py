"""Quotes find their places; what could stand in several is not placed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.claim_list import ListedClaim, PlacedClaim
from claimdesk.services.anchoring.placing import place_claims

TEXT = (
    "Im Hafen von Norderhaven lagen 412 Schiffe.\n\nDie Leiterin sprach von einem „guten Jahr“. "
    "Im Hafen von Süderbrook lagen nur 41.\n\nEin Grund: die Ex-Sowjetrepubliken und der Umbau "
    "des alten Kais. Im Hafen von Norderhaven wird weiter gebaut."
)


def listed(quote: str, start: int | None = None, number: int | None = None) -> ListedClaim:
    return ListedClaim("Aussage", quote, number, start)


def place(*claims: ListedClaim, text: str = TEXT) -> list[PlacedClaim]:
    return place_claims(text, claims)


def quotes(placed: list[PlacedClaim], text: str = TEXT) -> list[str | None]:
    return [one.span and text[slice(*one.span)] for one in placed]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("412 Schiffe", "412 Schiffe"),
        ("  412 Schiffe ", "412 Schiffe"),
        ("41", "41"),  # not the one in 412
        ("Sowjetrepubliken", "Sowjetrepubliken"),
        ("Sowjet", "Sowjet"),  # part of a word, where it is none by itself
        ('von einem "guten Jahr"', "von einem „guten Jahr"),  # other quotation marks
        ("412\u00a0Schiffe", "412 Schiffe"),
        ("Schiffe.\nDie  Leiterin", "Schiffe.\n\nDie Leiterin"),
        ("**412** [Schiffe](https://a.example/x)", "412 Schiffe"),
        ("Su\u0308derbrook", "Süderbrook"),
    ],
)
def test_a_quote_that_stands_once_is_placed(quote: str, found: str) -> None:
    assert quotes(place(listed(quote))) == [found]
    assert quotes(place(listed(quote, start=5))) == [found]


@pytest.mark.parametrize("quote", ["413 Schiffe", "", "—", "Hafen von Nord und"])
def test_a_quote_that_is_not_there_is_reported(quote: str) -> None:
    [one] = place(listed(quote))
    assert one.span is None
    assert one.reason


def test_a_quote_that_stands_several_times_is_never_put_at_the_nearest() -> None:
    first = TEXT.index("Im Hafen")
    last = TEXT.rindex("Im Hafen")
    for hint in (None, first + 30, (first + last) // 2, last - 30, 5000):
        [one] = place(listed("Im Hafen von Norderhaven", hint))
        assert one.span is None, hint
        assert "2" in one.reason


def test_a_hint_that_points_into_a_passage_tells_which() -> None:
    for place_of in (TEXT.index, TEXT.rindex):
        start = place_of("Im Hafen von Norderhaven")
        for hint in (start, start + 3):
            [one] = place(listed("Im Hafen von Norderhaven", hint))
            assert one.span == (start, start + 24)


def test_how_far_hints_are_off_is_learnt_from_those_that_are_sure() -> None:
    """A list made for the raw file, which has marks and addresses that the text has not."""
    start = TEXT.rindex("Im Hafen von Norderhaven")
    sure = listed("des alten Kais", TEXT.index("des alten Kais") + 700)
    for off in (700, 706, 690):
        placed = place(sure, listed("Im Hafen von Norderhaven", start + off))
        assert placed[1].span == (start, start + 24), off
    unsure = place(sure, listed("Im Hafen von Norderhaven", start + 400))
    assert unsure[1].span is None


def test_hints_that_fit_two_places_tell_nothing() -> None:
    text = "Ja, ja, ja, das stimmt so."
    sure = listed("das stimmt", text.index("das stimmt") + 3)
    assert place(sure, listed("ja", 9), text=text)[1].span is None
    assert place(listed("das stimmt", 12), listed("ja", 8), text=text)[1].span == (8, 10)


def test_numbers_are_kept_and_gaps_are_filled() -> None:
    claims = [listed("41", number=7), listed("41"), listed("41", number=7), listed("41", number=3)]
    assert [one.number for one in place(*claims)] == [7, 8, 9, 3]


WORDS = st.lists(st.sampled_from(["Hafen", "Schiff", "und", "der", "412", "–", "„so“", "Kai."]))


@given(WORDS, WORDS, WORDS)
def test_what_is_placed_has_the_words_of_its_quote(
    before: list[str], quote: list[str], after: list[str]
) -> None:
    text = " ".join([*before, *quote, *after, "Ende"])
    wanted = " ".join(quote)
    hint = len(" ".join(before)) + bool(before)
    [plain] = place(listed(wanted), text=text)
    [hinted] = place(listed(wanted, hint), text=text)
    for one in (plain, hinted):
        if one.span:
            assert text[slice(*one.span)] == wanted
    if plain.span:
        assert text.count(wanted) >= 1
        assert hinted.span == plain.span
    if wanted and text.count(wanted) == 1 and wanted.strip("–") == wanted:
        assert hinted.span == (hint, hint + len(wanted))


@given(st.integers(0, 400), st.integers(0, 6))
def test_all_claims_of_a_list_find_their_places_in_a_shifted_text(shift: int, every: int) -> None:
    """The list was made for a text with something before it, and with marks in between."""
    paragraphs = [f"Absatz {n}: Im Hafen lagen {n} Schiffe, sagt die Leiterin." for n in range(9)]
    text = "\n\n".join(paragraphs)
    raw = "x" * shift + ("\n\n" + "*" * every).join(paragraphs)
    claims, wanted = [], []
    for n in range(9):
        for quote in (f"{n} Schiffe", "Im Hafen", "sagt die Leiterin"):
            claims.append(listed(quote, raw.index(quote, raw.index(f"Absatz {n}"))))
            start = text.index(quote, text.index(f"Absatz {n}"))
            wanted.append((start, start + len(quote)))
    assert [one.span for one in place(*claims, text=text)] == wanted


def test_the_first_article(shared) -> None:
    """All its claims, with quotes and hints for the raw file."""
    from claimdesk.services.anchoring.words import words_of
    from claimdesk.services.importers.claim_list import read_claim_list
    from claimdesk.services.importers.intake import read_file

    claims = read_claim_list(shared / "dossier" / "claims.json")
    path = shared / "article" / "welt-2022-03-28.md"
    raw, text = path.read_text(encoding="utf-8"), read_file(path).text
    placed = place_claims(text, claims)
    assert len(placed) == 180
    assert [one.claim.quote for one in placed] == quotes(placed, text)
    for one in placed:
        assert one.span
        assert one.claim.start is not None
        # As many words before it as in the raw file, whose marks are taken away.
        before, there = words_of(raw[: one.claim.start]), words_of(text[: one.span[0]])
        assert abs(len(before) - len(there)) <= 1, one


def test_a_long_list_is_placed_in_time() -> None:
    import time

    text = "\n\n".join(
        f"Absatz {n} nennt {n * 7} Schiffe im Hafen von Ort {n}." for n in range(10_000)
    )
    claims = [listed(f"{n * 7} Schiffe", None) for n in range(10_000)]
    begin = time.process_time()
    placed = place_claims(text, claims)
    assert sum(one.span is not None for one in placed) == 10_000
    assert time.process_time() - begin < 30

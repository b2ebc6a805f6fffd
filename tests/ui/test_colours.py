"""The contrasts that the tokens were chosen for, measured as WCAG 2 does."""

from collections.abc import Iterator

import pytest

from claimdesk.domain.status import Status
from claimdesk.ui.colours import DARK, LIGHT, Tokens

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def grounds(tokens: Tokens, status: Status) -> Iterator[str]:
    """All that a status's icon and underline may stand on."""
    yield from (tokens.neutral[place] for place in ("paper", "window", "selection"))
    yield from tokens.status[status][2:]


def test_measure_knows_black_on_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@SCHEMES
def test_tokens_hold_every_status(tokens: Tokens) -> None:
    assert set(tokens.status) == set(Status)


@SCHEMES
@pytest.mark.parametrize("status", Status)
def test_mark_shows_on_every_ground(tokens: Tokens, status: Status) -> None:
    mark = tokens.status[status][0]
    assert min(contrast(mark, ground) for ground in grounds(tokens, status)) >= 2.995


@SCHEMES
@pytest.mark.parametrize("status", Status)
def test_label_can_be_read(tokens: Tokens, status: Status) -> None:
    _, text, fill, strong = tokens.status[status]
    assert contrast(text, tokens.neutral["paper"]) >= 4.5
    assert contrast(text, fill) >= 4.5
    assert contrast(tokens.neutral["text"], strong) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", ["paper", "window", "card", "selection"])
def test_faintest_words_can_be_read(tokens: Tokens, ground: str) -> None:
    for place in ("text", "text2", "text3"):
        assert contrast(tokens.neutral[place], tokens.neutral[ground]) >= 4.5


@SCHEMES
def test_borders_and_focus_can_be_seen(tokens: Tokens) -> None:
    for place in ("line_strong", "focus", "accent", "unseen_mark"):
        assert contrast(tokens.neutral[place], tokens.neutral["paper"]) >= 3
        assert contrast(tokens.neutral[place], tokens.neutral["window"]) >= 3


@SCHEMES
def test_words_in_marked_passages_can_be_read(tokens: Tokens) -> None:
    for ground in ("unseen", "ins", "dele"):
        assert contrast(tokens.neutral["text"], tokens.neutral[ground]) >= 7
        assert contrast(tokens.neutral["text2"], tokens.neutral[ground]) >= 4.5

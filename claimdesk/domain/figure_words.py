"""A figure as people write it, in the language spoken: rund 7.300.000 Tonnen, $12,000,000."""

import math
import re
from decimal import Decimal

from claimdesk.domain.suggestion import CURRENCIES, Figure
from claimdesk.i18n import _, decimal, language

_RANGES = re.compile(r"\b(?:bis|to|und|and)\b")
_LETTER = re.compile(r"[^\W\d_]")
_DECIMALS, _DIGITS = 6, 3
"""A third has more decimals than the first; it is rounded to so many digits."""

_YEAR = 4
"""So many digits may be a year, and stay as they are written: 'around 1900'."""


def reading(one: Figure) -> str:
    """'7,3 Millionen Tonnen = rund 7.300.000 Tonnen'; empty where the words say it all."""
    known = [value for value in (one.value, one.lower, one.upper) if value is not None]
    if not known or not all(map(math.isfinite, known)):
        return ""
    read, is_plain = _read(one), _is_plain(one)
    if not is_plain:
        return f"{one.text} = {read}"
    return read if one.value is not None and _is_bounded(one) else ""


def _is_bounded(one: Figure) -> bool:
    return one.approximate or one.lower is not None or one.upper is not None


def _is_plain(one: Figure) -> bool:
    """Whether it is written in digits, without 'million' or the like."""
    words = _RANGES.sub("", one.text.replace(one.unit or "", ""))
    return any(char.isdigit() for char in words) and not _LETTER.search(words)


def _read(one: Figure) -> str:
    if one.lower is not None and one.upper is not None:
        upper = _with_unit(one.upper, one)
        words = _("{lower} to {upper}").format(lower=_number(one.lower, one), upper=upper)
        return _("about {figure}").format(figure=words) if one.approximate else words
    if one.lower is not None:
        sentence = _("just over {figure}") if one.approximate else _("at least {figure}")
        return sentence.format(figure=_with_unit(one.lower, one))
    if one.upper is not None:
        sentence = _("just under {figure}") if one.approximate else _("at most {figure}")
        return sentence.format(figure=_with_unit(one.upper, one))
    sentence = _("about {figure}") if one.approximate else "{figure}"
    return sentence.format(figure=_with_unit(one.value or 0, one))


def _with_unit(value: float, one: Figure) -> str:
    words = _number(value, one)
    if not one.unit:
        return words
    if language() == "de":
        return f"{words} {one.unit}"
    if one.unit in CURRENCIES:
        return f"{one.unit}{words}"
    return f"{words}{one.unit}" if one.unit == "%" else f"{words} {one.unit}"


def _number(value: float, one: Figure) -> str:
    exact = Decimal(f"{value:.12g}")
    exponent = exact.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_DECIMALS:
        exact = Decimal(f"{value:.{_DIGITS}g}")
    whole = f"{exact:f}"
    if len(whole) == _YEAR and whole.isdigit() and whole in one.text:
        return whole
    return decimal(exact)

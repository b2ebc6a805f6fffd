"""Reads JSON from strangers field by field; what does not fit is named with its place."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.source import is_partial_date
from claimdesk.i18n import _

_E = TypeVar("_E", bound=StrEnum)


class Fields:
    """An object of a JSON file; 'place' says where it stands there, such as 'claims[3]'."""

    def __init__(self, held: Any, place: str = "") -> None:
        if not isinstance(held, dict):
            raise _wrong(place)
        self._held: Mapping[str, Any] = held
        self._place = place

    def text(self, name: str) -> str:
        """A text."""
        value = self.text_or_none(name)
        if value is None:
            raise self.wrong(name)
        return value

    def text_or_none(self, name: str) -> str | None:
        """A text, or None where it is null or missing."""
        value = self._held.get(name)
        if value is not None and not _is_text(value):
            raise self.wrong(name)
        return value

    def day_or_none(self, name: str) -> str | None:
        """A year, month or day."""
        value = self.text_or_none(name)
        if value is not None and not is_partial_date(value):
            raise self.wrong(name)
        return value

    def whole(self, name: str) -> int:
        """A whole number from 0 on."""
        value = self.whole_or_none(name)
        if value is None:
            raise self.wrong(name)
        return value

    def whole_or_none(self, name: str) -> int | None:
        """A whole number from 0 on, or None where it is null or missing."""
        value = self._held.get(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 31:
            raise self.wrong(name)
        return value

    def flag(self, name: str) -> bool:
        """Yes or no; no where it is missing."""
        value = self._held.get(name, False)
        if not isinstance(value, bool):
            raise self.wrong(name)
        return value

    def one_of(self, name: str, scale: type[_E]) -> _E:
        """A member of a scale."""
        try:
            return scale(self.text(name))
        except ValueError as error:
            raise self.wrong(name) from error

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where it is missing."""
        value = self._held.get(name, [])
        if not isinstance(value, list) or not all(map(_is_text, value)):
            raise self.wrong(name)
        return tuple(value)

    def inner(self, name: str) -> "Fields | None":
        """An object within, or None where it is null or missing."""
        value = self._held.get(name)
        return None if value is None else Fields(value, self._at(name))

    def each(self, name: str) -> Iterator["Fields"]:
        """The objects of a list; none where it is missing."""
        value = self._held.get(name, [])
        if not isinstance(value, list):
            raise self.wrong(name)
        for at, one in enumerate(value):
            yield Fields(one, f"{self._at(name)}[{at}]")

    def raw(self, name: str) -> Any:
        """What stands there, unread."""
        return self._held.get(name)

    def wrong(self, name: str) -> UnreadableText:
        """That a field does not fit."""
        return _wrong(self._at(name))

    def _at(self, name: str) -> str:
        return f"{self._place}.{name}" if self._place else name


def _is_text(value: Any) -> bool:
    """Whether it is a text that can be stored: half a character cannot."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _wrong(place: str) -> UnreadableText:
    said = _("“{place}” in it is not what the format says")
    return UnreadableText(said.format(place=place or "{"))

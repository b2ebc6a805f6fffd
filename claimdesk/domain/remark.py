"""What the detector notices inside the text itself: slips, with the passages concerned."""

from dataclasses import dataclass
from enum import StrEnum

from claimdesk.domain.history import Message
from claimdesk.i18n import N_, _


class RemarkState(StrEnum):
    """What became of a remark; a kept one is a note by now."""

    OPEN = "open"
    KEPT = "kept"
    DISMISSED = "dismissed"


class RemarkKind(StrEnum):
    """What sort of slip it is."""

    NAME_SPELLING = "name_spelling"
    DATE_DIFFERS = "date_differs"
    AGE_DIFFERS = "age_differs"
    DURATION_DIFFERS = "duration_differs"
    WEEKDAY = "weekday"
    NO_SUCH_DAY = "no_such_day"
    QUANTITY_DIFFERS = "quantity_differs"
    SUM = "sum"
    PERCENTAGE = "percentage"
    COUNT_ANNOUNCED = "count_announced"
    QUOTATION_MARK = "quotation_mark"
    OFFICE_DIFFERS = "office_differs"

    @property
    def label(self) -> str:
        """Its name in the language spoken."""
        return {
            RemarkKind.NAME_SPELLING: _("spelling of a name"),
            RemarkKind.DATE_DIFFERS: _("two dates"),
            RemarkKind.AGE_DIFFERS: _("age"),
            RemarkKind.DURATION_DIFFERS: _("duration"),
            RemarkKind.WEEKDAY: _("weekday"),
            RemarkKind.NO_SUCH_DAY: _("no such day"),
            RemarkKind.QUANTITY_DIFFERS: _("two quantities"),
            RemarkKind.SUM: _("sum"),
            RemarkKind.PERCENTAGE: _("percentage"),
            RemarkKind.COUNT_ANNOUNCED: _("number announced"),
            RemarkKind.QUOTATION_MARK: _("quotation mark"),
            RemarkKind.OFFICE_DIFFERS: _("two offices"),
        }[self]


MESSAGES = {
    "spelling": N_("The same name seems to be spelt two ways: “{one}” and “{other}”."),
    "weekday": N_("{date} was a {right}, not a {written}."),
    "no_such_day": N_("There is no {date}."),
    "backwards": N_("It ends in {other}, before it begins in {one}."),
    "dates": N_("“{what}” is dated “{one}” here and “{other}” there."),
    "age_of_birth": N_("Born in {born}, the age in {year} is about {right}, not {written}."),
    "ages": N_("The age is {one} here and {other} there."),
    "duration": N_("From {one} to {other} is {right}, not {written}."),
    "quantities": N_("“{what}” is given as {one} here and as {other} there."),
    "sum": N_("The parts add up to {right}, not {written}: {sum}."),
    "remainder": N_("{sum} leaves {right}, not {written}."),
    "gap": N_("Between {one} and {other} lie {right}, not {written}."),
    "votes": N_("{members} members, but {votes} votes: {sum}."),
    "shares": N_("The shares add up to {right} per cent: {sum}."),
    "change": N_("From {one} to {other} is a change of {right} per cent, not {written}."),
    "share": N_("{part} of {whole} is {right} per cent, not {written}."),
    "times": N_("From {one} to {other} is {right} times as much, not “{written}”."),
    "same_share": N_("“{one}” and “{other}” are not the same: {right} and {written} per cent."),
    "announced": N_("{written} are announced, {right} are named."),
    "offices": N_("{name} is “{one}” here and “{other}” there."),
    "weekdays": N_("{date} is a {one} here and a {other} there."),
    "product": N_("{sum} is {right}, not {written}."),
    "unclosed": N_("A quotation is opened here and not closed."),
    "unopened": N_("A quotation is closed here that was not opened."),
}
"""The sentences of remarks by their keys."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A slip; 'spans' are the passages concerned, in code points of the stored text."""

    kind: RemarkKind
    message: Message
    spans: tuple[tuple[int, int], ...]
    quotes: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is noticed, with the arithmetic, in the language spoken."""
        return self.message.words

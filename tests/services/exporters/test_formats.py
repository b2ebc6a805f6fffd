"""The table of formats."""

import pytest

from claimdesk.i18n import _, speaking
from claimdesk.services.exporters.formats import FORMATS, Format, Look


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_each_says_what_it_is_and_who_it_is_for(form: Format) -> None:
    with speaking("de"):
        assert _(form.purpose) != form.purpose
    assert form.suffix.isalnum()
    assert FORMATS[form.shown].shown == form.shown


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_a_preview_is_drawn_from_what_can_be_drawn(form: Format) -> None:
    drawn_from = {Look.PAGES: {"pdf"}, Look.TABLE: {"csv"}}
    assert form.shown in drawn_from.get(form.look, {form.shown})


def test_names_are_told_apart_on_the_screen() -> None:
    assert len({form.words for form in FORMATS.values()}) == len(FORMATS)

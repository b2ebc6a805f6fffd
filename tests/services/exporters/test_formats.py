"""The table of formats."""

from collections.abc import Callable

import pytest

from claimdesk.domain.dossier import Dossier
from claimdesk.i18n import LANGUAGES, _, speaking
from claimdesk.services.exporters.export import made
from claimdesk.services.exporters.formats import KNOWN, OFFERED, Format, Look
from claimdesk.services.exporters.options import Options, Part


@pytest.mark.parametrize("form", OFFERED.values(), ids=OFFERED)
def test_each_says_what_it_is_and_who_it_is_for(form: Format) -> None:
    with speaking("de"):
        assert _(form.purpose) != form.purpose
    assert form.suffix.isalnum()
    assert KNOWN[form.shown].shown == form.shown


@pytest.mark.parametrize("form", OFFERED.values(), ids=OFFERED)
def test_a_preview_is_drawn_from_what_can_be_drawn(form: Format) -> None:
    drawn_from = {
        Look.PAGES: {"pdf", "questions-pdf"},
        Look.TABLE: {"csv"},
        Look.PROSE: {"docx-text"},
    }
    assert form.shown in drawn_from.get(form.look, {form.shown})


def test_names_are_told_apart_on_the_screen() -> None:
    assert len({form.words for form in OFFERED.values()}) == len(OFFERED)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("form", OFFERED)
def test_what_can_be_left_out_is_said_truly(
    discussed: Callable[..., Dossier], form: str, part: Part
) -> None:
    given = discussed()

    def content(*without: Part) -> bytes:
        options = Options(without=frozenset(without))
        return made(given, form, language="en", made_at="2022-03-28T12:10:00Z", options=options)

    assert (content() != content(part)) == (part in OFFERED[form].parts)


@pytest.mark.parametrize("form", OFFERED)
def test_which_formats_speak_is_said_truly(discussed: Callable[..., Dossier], form: str) -> None:
    given, made_at = discussed(), "2022-03-28T12:10:00Z"
    texts = {made(given, form, language=language, made_at=made_at) for language in LANGUAGES}
    assert (len(texts) > 1) == OFFERED[form].speaks

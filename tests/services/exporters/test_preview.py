"""A report to look at before it is handed over."""

from collections.abc import Callable

import pytest

from claimdesk.domain.dossier import Dossier
from claimdesk.services.exporters import preview
from claimdesk.services.exporters.formats import OFFERED, Look
from claimdesk.services.exporters.options import Options
from claimdesk.services.exporters.pages import strips
from claimdesk.services.exporters.preview import Made, Strip, Table, Text, Wish

Make = Callable[..., Dossier]
SHOWN = {Look.PAGES: Strip, Look.TABLE: Table, Look.TEXT: Text, Look.PROSE: Text}


def wish(form: str) -> Wish:
    return Wish(form, "de", "2022-03-28T12:10:00Z", Options())


@pytest.mark.parametrize("form", OFFERED)
def test_every_format_can_be_looked_at(discussed: Make, form: str) -> None:
    whole, *pieces = preview.show(discussed(), wish(form), 40)
    assert isinstance(whole, Made)
    assert pieces
    assert {type(piece) for piece in pieces} == {SHOWN[OFFERED[form].look]}


@pytest.mark.parametrize("form", OFFERED)
def test_what_is_made_is_what_is_exported(discussed: Make, form: str) -> None:
    [whole] = preview.make(discussed(), wish(form))
    [again] = preview.make(discussed(), wish(form))
    assert whole == again
    assert (whole.pages is not None) == (OFFERED[form].suffix == "pdf")


def test_pages_are_white_paper_with_something_on_it(dossier: Make) -> None:
    whole, first, *_others = preview.show(dossier(claims=1), wish("pdf"), 36)
    assert isinstance(whole, Made)
    assert isinstance(first, Strip)
    assert (first.page, first.top, first.height) == (0, 0, first.of)
    assert (first.width, first.height) == pytest.approx((36 * 8.27, 36 * 11.69), abs=1)
    assert len(first.pixels) == first.width * first.height * 4
    assert first.pixels[:3] == b"\xff\xff\xff"
    assert min(first.pixels) < 100


def test_strips_make_up_the_page(dossier: Make) -> None:
    [whole] = preview.make(dossier(claims=1), wish("pdf"))
    [page] = strips(whole.content, [0], 36)
    parts = list(strips(whole.content, [0], 36, height=100))
    assert [part.top for part in parts] == list(range(0, page.of, 100))
    joined = b"".join(part.pixels for part in parts)
    assert max(abs(a - b) for a, b in zip(joined, page.pixels, strict=True)) < 16, "a seam shows"


def test_a_long_text_is_cut(dossier: Make) -> None:
    _whole, text = preview.show(dossier(claims=60), wish("json"), 40)
    assert isinstance(text, Text)
    assert len(text.words) == preview.CHARACTERS
    assert not text.whole


def test_a_sheet_s_first_rows_are_read_whatever_parts_them() -> None:
    rows = "\ufeffNr;Text\r\n" + "".join(f'{row};"a;\n{row}"\r\n' for row in range(300))
    table = preview._table(rows.encode())
    assert table.cells[:2] == (("Nr", "Text"), ("0", "a;\n0"))
    assert (len(table.cells), table.rows) == (1 + preview.ROWS, 300)


def test_a_column_for_machines_is_not_shown(dossier: Make) -> None:
    _whole, table = preview.show(dossier(claims=2), wish("xlsx"), 40)
    assert isinstance(table, Table)
    assert table.cells[0][-1] == "Geändert"
    assert len(table.cells[1]) == len(table.cells[0])

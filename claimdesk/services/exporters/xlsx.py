"""The line-by-line sheet as an Excel workbook: the claims, their sources, and what the words mean.

Every text is written as text, so that nothing becomes a formula. The status is a drop-down, and
its colour follows it (conditional formats), so that the sheet stays right while it is worked in.
LibreOffice does not make rows high enough for wrapped text by itself: each row gets its height.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from claimdesk.domain.claim import WORTHINESS, Kind
from claimdesk.domain.errors import OutputError
from claimdesk.domain.sheet import Column
from claimdesk.domain.status import Status
from claimdesk.i18n import _, speaking
from claimdesk.services.exporters.palette import PAPER
from claimdesk.services.exporters.report import Address, Report, SourceEntry
from claimdesk.services.exporters.sheet import SheetRow, cited, sheet_rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""How many UTF-16 units Excel lets a cell hold
(https://support.microsoft.com/office/excel-specifications-and-limits)."""

_TITLE, _HEAD, _FIRST = 0, 1, 2
"""Rows: the title, the headings, the first claim."""
_WIDTHS = {
    Column.NUMBER: 6,
    Column.STATUS: 19,
    Column.STATEMENT: 46,
    Column.FINDING: 58,
    Column.SOURCES: 50,
    Column.LINK: 32,
    Column.CORRECTION: 34,
    Column.DECISION: 18,
    Column.NEW_NOTE: 30,
    Column.PASSAGE: 36,
    Column.KIND: 15,
    Column.WORTHINESS: 16,
    Column.ATTRIBUTED_TO: 20,
    Column.AS_OF: 13,
    Column.QUESTIONS: 50,
    Column.OTHER_NOTES: 80,
    Column.MARKS: 22,
    Column.CHANGED: 26,
    Column.STATE: 12,
}
_NUMBERS = (Column.NUMBER, Column.WORTHINESS)
_LAST_PRINTED = Column.CORRECTION
_LINE, _PADDING, _HIGHEST = 12.7, 5.0, 409.0
"""Points; Excel draws no row higher than the last."""
_LETTERS = 1.2
"""How many letters of our size go where a digit of the workbook's usual size does, at least."""
_LONGEST_LINK = 2_079
_A4 = 9
_PLACES = {column: place for place, column in enumerate(Column)}
_INK, _QUIET, _RULE = "#1F2328", "#606469", "#C9CDD2"
_OURS, _FOR_READING = "#DCE3EA", "#F0F1F3"


class TooLong(OutputError):
    """Words that no cell can hold. Speaks the language of whoever is told, not the report's."""

    def __init__(self, number: int, count: int, column: Column | None = None) -> None:
        """Those in a column of the claim with a number, or of the source with it."""
        super().__init__(number, count, column)
        self._number, self._count, self._column = number, count, column

    def __str__(self) -> str:
        if self._column is None:
            said = _("Source {number} is too long for a cell of Excel; export another format.")
            return said.format(number=self._number)
        said = _(
            "“{column}” of claim {number} has {count} characters, and a cell of Excel holds "
            "{most}; export another format, or leave the notes out."
        )
        return said.format(
            column=self._column.label, number=self._number, count=self._count, most=LONGEST
        )


def xlsx(report: Report, made_at: str) -> bytes:
    """The workbook, in the report's language, bearing the time it was made at (ISO 8601).
    TooLong where a cell cannot hold its text."""
    from xlsxwriter import Workbook  # only for this format

    target = BytesIO()
    with speaking(report.language):
        # in memory, or parts of the text would lie about in temporary files
        workbook = Workbook(target, {"in_memory": True})
        workbook.set_properties(
            {
                "title": ": ".join((_("Verification report"), report.head.title)),
                "author": ", ".join(report.head.people),
                "comments": _("Made with Claimdesk"),
                "created": _time(made_at),
            }
        )
        _Writer(workbook, report).write()
        workbook.close()
    return target.getvalue()


def _time(made_at: str) -> datetime:
    return datetime.fromisoformat(made_at).astimezone(UTC).replace(tzinfo=None)


class _Writer:
    """Writes one report; formats are made once each."""

    def __init__(self, workbook: "Workbook", report: Report) -> None:
        self._book, self._report = workbook, report
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def write(self) -> None:
        claims = self._book.add_worksheet(_("Claims"))
        sources = self._book.add_worksheet(_("Sources"))
        legend = self._book.add_worksheet(_("Legend"))
        self._write_legend(legend)
        self._write_claims(claims, legend.get_name())
        self._write_sources(sources)
        claims.activate()

    def _format(self, **properties: object) -> "Format":
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            usual = {
                "font_name": "Calibri",
                "font_size": 10,
                "font_color": _INK,
                "valign": "top",
            }
            self._formats[key] = self._book.add_format({**usual, **properties})
        return self._formats[key]

    def _cell(self, **properties: object) -> "Format":
        return self._format(text_wrap=True, border=1, border_color=_RULE, **properties)

    # the claims

    def _write_claims(self, sheet: "Worksheet", legend: str) -> None:
        rows = sheet_rows(self._report)
        last = max(_FIRST, _FIRST + len(rows) - 1)
        for column, width in _WIDTHS.items():
            hidden = {"hidden": True} if column is Column.STATE else {}
            sheet.set_column(_PLACES[column], _PLACES[column], width, None, hidden)
        self._write_title(sheet)
        self._write_headings(sheet)
        looks = {column: self._look(column) for column in Column}
        for place, row in enumerate(rows, _FIRST):
            self._write_claim(sheet, place, row, looks)
        sheet.autofilter(_HEAD, 0, last, _PLACES[Column.CHANGED])
        sheet.freeze_panes(_FIRST, _PLACES[Column.STATEMENT])
        self._write_scales(sheet, last, legend)
        self._print(sheet, last)

    def _write_title(self, sheet: "Worksheet") -> None:
        head, summary = self._report.head, self._report.summary
        result = _("Result: {checked} of {count} claims checked").format(
            checked=summary.checked, count=summary.claims
        )
        words = [head.title, result, head.made_at]
        if head.revision:
            words.insert(1, _("Revision {number}").format(number=head.revision.number))
        sheet.set_row(_TITLE, 24)
        form = self._format(bold=True, font_size=13, valign="vcenter")
        sheet.write_string(_TITLE, 0, " · ".join(words)[:LONGEST], form)

    def _write_headings(self, sheet: "Worksheet") -> None:
        sheet.set_row(_HEAD, 22)
        for column, place in _PLACES.items():
            ground = _OURS if column.comes_back else _FOR_READING
            form = self._format(bold=True, valign="vcenter", bg_color=ground, bottom=2)
            sheet.write_string(_HEAD, place, column.label, form)

    def _look(self, column: Column) -> "Format":
        if column is Column.STATEMENT:
            return self._cell(bold=True)
        quiet = {} if column.comes_back else {"font_color": _QUIET}
        centred = {"align": "center"} if column in _NUMBERS else {}
        return self._cell(**quiet, **centred)

    def _write_claim(
        self, sheet: "Worksheet", place: int, row: SheetRow, looks: Mapping[Column, "Format"]
    ) -> None:
        sheet.set_row(place, _height(row))
        for column, at in _PLACES.items():
            text = row.cells[column]
            if _units(text) > LONGEST:
                raise TooLong(row.claim.number, _units(text), column)
            if not text:
                sheet.write_blank(place, at, None, looks[column])
            elif column in _NUMBERS:
                sheet.write_number(place, at, int(text), looks[column])
            elif column is Column.LINK:
                self._write_link(sheet, place, at, row.link)
            else:
                sheet.write_string(place, at, text, looks[column])

    def _write_link(
        self, sheet: "Worksheet", row: int, column: int, address: Address | None
    ) -> None:
        """An address that can be clicked, where Excel can hold it as one."""
        if address and address.href and len(address.href) <= _LONGEST_LINK:
            form = self._cell(font_color="#0B57A4", underline=1)
            if not sheet.write_url(row, column, address.href, form, address.text):
                return
        sheet.write_string(row, column, address.text if address else "", self._cell())

    def _write_scales(self, sheet: "Worksheet", last: int, legend: str) -> None:
        """Drop-downs, and the colour that goes with each status."""
        at = _PLACES[Column.STATUS]
        for status in Status:
            _mark, ink, ground = PAPER[status.value]
            form = self._book.add_format({"font_color": ink, "bg_color": ground, "bold": True})
            look = {"type": "cell", "criteria": "==", "value": _quoted(status.label)}
            sheet.conditional_format(_FIRST, at, last, at, {**look, "format": form})
        kinds = len(Status) + 2
        lists: dict[Column, str | list[str]] = {
            Column.STATUS: f"='{legend}'!$A$2:$A${len(Status) + 1}",
            Column.KIND: f"='{legend}'!$A${kinds + 1}:$A${kinds + len(Kind)}",
            Column.WORTHINESS: [str(level) for level in WORTHINESS],
        }
        said = _("Choose one from the list; the sheet called “{name}” explains them.")
        for column, source in lists.items():
            rule: dict[str, object] = {
                "validate": "list",
                "source": source,
                "error_title": column.label,
                "error_message": said.format(name=legend),
            }
            sheet.data_validation(_FIRST, _PLACES[column], last, _PLACES[column], rule)

    def _print(self, sheet: "Worksheet", last: int) -> None:
        sheet.repeat_rows(_TITLE, _HEAD)
        sheet.print_area(0, 0, last, _PLACES[_LAST_PRINTED])
        _on_paper(sheet)
        sheet.set_footer(f"&L&8{self._report.head.made_at}&R&8&P / &N")

    # the sources

    def _write_sources(self, sheet: "Worksheet") -> None:
        headings = {
            _("No."): 6,
            _("Source"): 70,
            _("Address"): 50,
            _("Rank"): 18,
            _("Used by claims"): 27,
            _("What it says"): 60,
            _("Remark"): 40,
        }
        for at, (heading, width) in enumerate(headings.items()):
            sheet.set_column(at, at, width)
            form = self._format(bold=True, valign="vcenter", bg_color=_FOR_READING, bottom=2)
            sheet.write_string(0, at, heading, form)
        sheet.set_row(0, 22)
        sheet.freeze_panes(1, 1)
        widths = tuple(headings.values())
        for place, source in enumerate((*self._report.sources, *self._report.unused), 1):
            self._write_source(sheet, place, source, widths)
        sheet.repeat_rows(0)
        _on_paper(sheet)

    def _write_source(
        self, sheet: "Worksheet", place: int, source: SourceEntry, widths: tuple[int, ...]
    ) -> None:
        cells = (
            "",
            cited(source),
            source.address.text if source.address else "",
            source.rank.label,
            ", ".join(map(str, source.claims)),
            source.summary or "",
            source.remark or "",
        )
        lines = max(_lines(text, width) for text, width in zip(cells, widths, strict=True))
        sheet.set_row(place, min(_HIGHEST, lines * _LINE + _PADDING))
        sheet.write_number(place, 0, source.number, self._cell(align="center"))
        for at, text in enumerate(cells[1:], 1):
            if _units(text) > LONGEST:
                raise TooLong(source.number, _units(text))
            if at == 2:
                self._write_link(sheet, place, at, source.address)
            else:
                sheet.write_string(place, at, text, self._cell())

    # the legend

    def _write_legend(self, sheet: "Worksheet") -> None:
        """The scales that the drop-downs offer, with their colours, and what may be changed."""
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 14)
        sheet.set_column(2, 2, 3)
        sheet.set_column(3, 3, 90)
        head = self._format(bold=True)
        sheet.write_string(0, 0, _("Status"), head)
        sheet.write_string(0, 1, _("Claims"), head)
        counts = {part.status: part.count for part in self._report.summary.parts}
        for place, status in enumerate(Status, 1):
            _mark, ink, ground = PAPER[status.value]
            form = self._format(font_color=ink, bg_color=ground, bold=True)
            sheet.write_string(place, 0, status.label, form)
            sheet.write_number(place, 1, counts.get(status, 0), self._format())
        sheet.write_string(len(Status) + 1, 0, _("Kind"), head)
        for place, kind in enumerate(Kind, len(Status) + 2):
            sheet.write_string(place, 0, kind.label, self._format())
        sheet.write_string(0, 3, _("Coming back"), head)
        for place, sentence in enumerate(_guide(), 1):
            sheet.set_row(place, max(1, _lines(sentence, 90)) * _LINE + _PADDING)
            sheet.write_string(place, 3, sentence, self._format(text_wrap=True))
        _on_paper(sheet)


def _on_paper(sheet: "Worksheet") -> None:
    """A4 across, as wide as the page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)


def _guide() -> tuple[str, ...]:
    named = ", ".join(column.label for column in Column if column.comes_back)
    return (
        _("Import this file into the desk, and what was changed in it is shown and taken over."),
        _("These columns, with the darker headings, come back: {names}.").format(names=named),
        _("Rows may be sorted, filtered and left out; nothing is removed by that."),
        _("A row without a number and with a statement becomes a new claim."),
        _("“{status}” needs its reason in the column “{column}”.").format(
            status=Status.LEFT_OUT.label, column=Column.NEW_NOTE.label
        ),
    )


def _height(row: SheetRow) -> float:
    lines = max(_lines(row.cells[column], width) for column, width in _WIDTHS.items() if width > 12)
    return min(_HIGHEST, lines * _LINE + _PADDING)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many digits' width, rather more than fewer."""
    room = int(width * _LETTERS)
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: int) -> int:
    """Words go to the next line whole; longer ones break."""
    lines, used = 1, 0
    for word in line.split(" "):
        length = len(word)
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0
        lines += max(0, length - 1) // room
        used += length % room + (1 if used else 0)
    return lines


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'

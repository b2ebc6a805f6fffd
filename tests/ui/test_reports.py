"""Handing the report over, by keys alone, from the window to the file."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.status import Status
from claimdesk.i18n import use_language
from claimdesk.ui.dialogs.report.choices import FILTER, SELECTION
from claimdesk.ui.dialogs.report.export import ExportDialog
from claimdesk.ui.dialogs.report.print import PrintDialog
from claimdesk.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups

Press = Callable[..., None]
PATIENCE = 30_000


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> Iterator[MainWindow]:
    """A window that exports JSON into a folder of the test's own."""
    (tmp_path / "out").mkdir()
    window.memory.put("folder", str(tmp_path / "out"))
    window.memory.put("report", {"format": "json"})
    yield window
    if (left := QApplication.activeModalWidget()) is not None:
        left.done(0)  # type: ignore[attr-defined]  a dialog


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def said(window: MainWindow, qtbot: QtBot) -> Callable[[], str]:
    """What the bar says once the dialog has gone."""

    def said() -> str:
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=PATIENCE)
        return window.messages.sentence()

    return said


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that other programs were asked to open."""
    files: list[str] = []

    def open_(url: QUrl) -> bool:
        files.append(url.toLocalFile())
        return True

    monkeypatch.setattr("claimdesk.ui.reports.QDesktopServices.openUrl", open_)
    return files


@pytest.fixture
def dialog(window: MainWindow, press: Press, asked: Any) -> Callable[[], ExportDialog]:
    def open_() -> ExportDialog:
        press("Ctrl+E")
        shown: ExportDialog = asked(ExportDialog)
        return shown

    return open_


@pytest.fixture
def export(
    dialog: Callable[[], ExportDialog], press: Press, said: Callable[[], str]
) -> Callable[..., str]:
    """Exports with Enter, to a file where one is named; what the bar says."""

    def export(path: Path | None = None) -> str:
        shown = dialog()
        if path is not None:
            type_name(shown, path)
        press("Return")
        return said()

    return export


def type_name(dialog: ExportDialog, path: Path) -> None:
    dialog.file.setFocus()
    dialog.file.selectAll()
    QTest.keyClicks(dialog.file, str(path))


def claims_in(path: Path) -> list[int]:
    return [claim["number"] for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]]


def test_two_keys_hand_the_report_over(
    window: MainWindow, press: Press, export: Callable[..., str], out: Path
) -> None:
    press("7")
    name = "Report Wie Putin seinen Sowjet-Traum zerstört.json"
    assert export() == f"Report written to “{out / name}”."
    assert '"unverifiable"' in (out / name).read_text(encoding="utf-8"), "the last edit is missing"
    assert window.memory.get("folder") == str(out)


@pytest.mark.parametrize(
    ("typed", "written"),
    [("r.html", "r.html"), ("plain", "plain.json"), ("r.v2", "r.v2.json"), ("R.HTML", "R.HTML")],
)
def test_the_ending_says_the_format_or_is_added(
    export: Callable[..., str], out: Path, typed: str, written: str
) -> None:
    assert str(out / written) in export(out / typed)
    begins = "{" if written.endswith("json") else "<!DOCTYPE html>"
    assert (out / written).read_text(encoding="utf-8").lstrip().startswith(begins)


def test_the_next_report_gets_a_name_of_its_own(
    dialog: Callable[[], ExportDialog], out: Path
) -> None:
    (out / "Report Wie Putin seinen Sowjet-Traum zerstört.json").write_text("mine")
    assert dialog().path.name == "Report Wie Putin seinen Sowjet-Traum zerstört (2).json"


def test_replacing_is_said_before_it_is_done(
    dialog: Callable[[], ExportDialog], press: Press, out: Path, said: Callable[[], str]
) -> None:
    (out / "r.json").write_text("old")
    shown = dialog()
    type_name(shown, out / "r.json")
    assert shown.finish.text() == "Replace"
    assert shown.reason.text() == "“r.json” is there already and will be replaced."
    press("Return")
    assert "Report written" in said()
    assert claims_in(out / "r.json")


def test_the_language_is_the_window_s_until_another_is_chosen(
    export: Callable[..., str], out: Path
) -> None:
    use_language("de")
    assert "geschrieben" in export(out / "r.html")
    assert 'lang="de"' in (out / "r.html").read_text(encoding="utf-8")


def test_only_what_the_list_shows(
    window: MainWindow,
    dialog: Callable[[], ExportDialog],
    press: Press,
    out: Path,
    said: Callable[[], str],
) -> None:
    workspace = window.workspace
    assert workspace
    workspace.list.show_filter(ClaimFilter(statuses=frozenset({Status.FALSE, Status.DISPUTED})))
    wanted = len(workspace.list.model.ids)
    shown = dialog()
    shown.choices.claims.setCurrentIndex(shown.choices.claims.findData(FILTER))
    type_name(shown, out / "r.json")
    press("Return")
    said()
    assert len(claims_in(out / "r.json")) == wanted


def test_only_what_is_chosen(
    window: MainWindow,
    dialog: Callable[[], ExportDialog],
    press: Press,
    out: Path,
    said: Callable[[], str],
) -> None:
    workspace = window.workspace
    assert workspace
    chosen = list(workspace.list.model.ids[3:6])
    workspace.selection.choose(chosen[0], chosen)
    shown = dialog()
    shown.choices.claims.setCurrentIndex(shown.choices.claims.findData(SELECTION))
    type_name(shown, out / "r.json")
    press("Return")
    said()
    assert len(claims_in(out / "r.json")) == 3
    assert window.memory.section("report")["claims"] == "all", "the next report is a whole one"


def test_the_choices_come_back(
    window: MainWindow, dialog: Callable[[], ExportDialog], press: Press, said: Callable[[], str]
) -> None:
    shown = dialog()
    shown.choices.language.setCurrentIndex(shown.choices.language.findData("de"))
    shown.choices.claims.setCurrentIndex(shown.choices.claims.findData("corrections"))
    notes = next(iter(shown.choices.parts.values()))
    notes.setChecked(False)
    shown.choices.unmask.setChecked(True)
    before = shown.choices.options
    shown.formats.choose("html")
    press("Return")
    said()
    again = dialog()
    assert (again.form.id, again.choices.spoken) == ("html", "de")
    assert again.choices.options.claims == "corrections"
    assert again.choices.options.without == before.without != frozenset()
    assert not again.choices.options.unmask, "nobody is named because of what was ticked last time"


def test_what_stands_against_it_is_said_at_once(
    dialog: Callable[[], ExportDialog], desk_file: Path, out: Path
) -> None:
    shown = dialog()
    (out / "dir.json").mkdir()
    for typed, sentence in (
        (out / "gone" / "r.json", "There is no folder"),
        (out / "dir.json", "is a folder"),
        ("", "name of the file is still missing"),
    ):
        shown.file.setText(str(typed))
        assert sentence in shown.reason.text()
        assert not shown.finish.isEnabled()
    link = out / "desk.json"
    link.symlink_to(desk_file)
    shown.file.setText(str(link))
    assert "the desk itself" in shown.reason.text()


def test_a_report_that_cannot_be_written_leaves_the_old_file(
    dialog: Callable[[], ExportDialog], press: Press, out: Path, qtbot: QtBot
) -> None:
    (out / "r.json").write_text("old")
    shown = dialog()
    type_name(shown, out / "r.json")
    shown.making.made.connect(lambda _whole: shutil.rmtree(out))
    shown.making.made.disconnect(shown.hand_over)
    shown.making.made.connect(shown.hand_over)
    press("Return")
    qtbot.waitUntil(lambda: not shown.is_busy, timeout=PATIENCE)
    assert "no folder" in shown.reason.text()
    assert not out.exists()


def test_esc_stops_the_making_and_then_leaves(
    dialog: Callable[[], ExportDialog], press: Press, out: Path, qtbot: QtBot
) -> None:
    shown = dialog()
    shown.formats.choose("pdf")
    type_name(shown, out / "r.pdf")
    (out / "r.pdf").write_text("old")
    press("Return")
    qtbot.waitUntil(lambda: shown.is_busy)
    assert not shown.left.isEnabled()
    press("Esc", into=shown)
    assert shown.reason.text() == "Stopped; nothing was handed over."
    assert not shown.is_busy
    press("Esc", into=shown)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert (out / "r.pdf").read_text() == "old"
    assert [path.name for path in out.iterdir()] == ["r.pdf"]


def test_the_bar_leads_to_the_file(
    window: MainWindow, export: Callable[..., str], out: Path, opened: list[str]
) -> None:
    for words in ("Open", "Show in folder", "Copy path"):
        export()
        [button] = [
            one
            for one in window.messages.findChildren(QPushButton)
            if one.text() == words and not one.isHidden()
        ]
        button.click()
    first, third = (
        out / f"Report Wie Putin seinen Sowjet-Traum zerstört{number}.json"
        for number in ("", " (3)")
    )
    assert opened == [str(first), str(out)]
    assert QApplication.clipboard().text() == str(third)


def test_without_a_printer_it_says_so_and_leads_to_a_pdf(
    window: MainWindow, press: Press, asked: Any
) -> None:
    press("Ctrl+P")
    shown = asked(PrintDialog)
    assert shown.reason.text() == "No printer is installed; the report can be saved as a PDF."
    assert shown.finish.text() == "Save as PDF …"
    shown.choices.claims.setCurrentIndex(shown.choices.claims.findData("corrections"))
    press("Return")
    export = asked(ExportDialog)
    assert export.form.id == "pdf"
    assert export.choices.options.claims == "corrections"


def test_what_is_refused_is_said_before_and_pages_come_back_after(
    dialog: Callable[[], ExportDialog], qtbot: QtBot
) -> None:
    shown = dialog()
    shown.formats.choose("md")
    qtbot.waitUntil(lambda: shown.preview.shown is shown.preview.text, timeout=PATIENCE)
    shown.formats.choose("claimreview")
    shown.choices.address.setText("nowhere")
    assert not shown.finish.isEnabled()
    assert "ClaimReview is for claims" in shown.reason.text()
    qtbot.waitUntil(lambda: shown.preview.words.words == shown.reason.text(), timeout=PATIENCE)
    shown.choices.address.setText("https://desk.example/report")
    assert shown.finish.isEnabled()
    shown.formats.choose("md")
    qtbot.waitUntil(lambda: shown.preview.shown is shown.preview.text, timeout=PATIENCE)


def test_the_article_is_shown_with_its_comments(
    dialog: Callable[[], ExportDialog], qtbot: QtBot
) -> None:
    shown = dialog()
    shown.formats.choose("docx")
    qtbot.waitUntil(lambda: shown.preview.shown is shown.preview.text, timeout=PATIENCE)
    assert "here it stands below the paragraph" in shown.preview.caption.text()
    assert "▸ Claim 1 · " in shown.preview.text.toPlainText()


def test_the_question_sheet_is_called_so(
    window: MainWindow, dialog: Callable[[], ExportDialog], press: Press, said: Callable[[], str]
) -> None:
    shown = dialog()
    shown.formats.choose("questions-docx")
    assert shown.path.name == "Questions Wie Putin seinen Sowjet-Traum zerstört.docx"
    press("Return")
    assert shown.path.name in said()

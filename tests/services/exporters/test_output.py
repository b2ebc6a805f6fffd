"""Writing a report to its file, wholly or not at all; on real files, also as root."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimdesk.domain.errors import OutputError
from claimdesk.i18n import speaking
from claimdesk.services.exporters import output
from claimdesk.services.exporters.output import write

SMALL = """
import resource, sys
from claimdesk.domain.errors import OutputError
from claimdesk.services.exporters.output import write
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write(sys.argv[1], "x" * 5000)
except OutputError as error:
    sys.exit(str(error))
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_text_is_written_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "Prüfbericht ä.html"
    write(target, "Größe\r\n„ja“\n")
    assert target.read_bytes() == "Größe\r\n„ja“\n".encode()
    assert names(tmp_path) == [target.name]


def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "r.html"
    target.write_text("alt", encoding="utf-8")
    target.chmod(0o640)
    write(target, "neu")
    assert target.read_text(encoding="utf-8") == "neu"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_gets_the_rights_files_get_here(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    write(tmp_path / "r.html", "x")
    assert (tmp_path / "r.html").stat().st_mode == (tmp_path / "any").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "r.html", tmp_path / "latest.html"
    target.touch()
    link.symlink_to(target)
    write(link, "neu")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "neu"


def test_a_relative_name_goes_into_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write("r.html", "x")
    assert names(tmp_path) == ["r.html"]


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(pipe, "durch")
        assert os.read(reader, 100) == b"durch"
    finally:
        os.close(reader)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="not on Windows")
def test_a_report_can_go_to_standard_output() -> None:
    script = "from claimdesk.services.exporters.output import write; write('/dev/stdout', 'ä')"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == "ä".encode()


def test_a_name_from_elsewhere_cannot_break_the_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write(tmp_path / "none" / "a\udcff\u202eb\n", "x")
    str(caught.value).encode()
    assert "‹U+202E›" in str(caught.value)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("none/r.html", "there is no folder"),
        ("file/r.html", "is no folder"),
        ("folder", "is a folder; name a file in it"),
        ("r" * 300, "the name is too long"),
        ("a\x00b", "is no name for a file"),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_one_sentence(
    tmp_path: Path, place: str, sentence: str
) -> None:
    (tmp_path / "file").write_text("alt", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=sentence) as caught:
        write(tmp_path / place, "x")
    assert "\n" not in str(caught.value)
    assert names(tmp_path) == ["file", "folder"]
    assert (tmp_path / "file").read_text(encoding="utf-8") == "alt"


def test_the_sentence_is_in_the_language_spoken(tmp_path: Path) -> None:
    with speaking("de"), pytest.raises(OutputError, match="ist ein Ordner"):
        write(tmp_path, "x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_full_device_is_named() -> None:
    with pytest.raises(OutputError, match="The disk is full"):
        write("/dev/full", "x")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a system folder")
def test_a_folder_where_nobody_may_write_is_named() -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write("/proc/r.html", "x")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EACCES, "you may not write"),
        (errno.EROFS, "read-only"),
        (errno.ENOSPC, "disk is full"),
        (errno.EIO, "the disk fails"),
    ],
)
def test_each_failure_of_the_disk_has_its_sentence_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    def fail(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "r.html"
    target.write_text("alt", encoding="utf-8")
    monkeypatch.setattr(output.os, "fsync", fail)
    with pytest.raises(OutputError, match=sentence):
        write(target, "neu")
    assert names(tmp_path) == ["r.html"]
    assert target.read_text(encoding="utf-8") == "alt"


def test_a_file_that_may_not_grow_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "r.html"
    target.write_text("alt", encoding="utf-8")
    tried = subprocess.run(
        [sys.executable, "-c", SMALL, str(target)], capture_output=True, text=True, check=False
    )
    assert tried.returncode == 1
    assert "was not written" in tried.stderr
    assert "Traceback" not in tried.stderr
    assert names(tmp_path) == ["r.html"]
    assert target.read_text(encoding="utf-8") == "alt"


def test_what_a_killed_export_left_is_swept_up_later(tmp_path: Path) -> None:
    old, new = tmp_path / ".claimdesk-0.tmp", tmp_path / ".claimdesk-1.tmp"
    old.write_bytes(b"half")
    new.write_bytes(b"under way")
    os.utime(old, (0, 0))
    write(tmp_path / "report.html", "whole")
    assert sorted(tmp_path.iterdir()) == [new, tmp_path / "report.html"]

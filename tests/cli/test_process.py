"""What only a process of its own shows: streams, encodings, modules, two writers."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk.store import queries

Run = Callable[..., Any]

SET_FIFTY = """
from claimdesk import cli
for number in range(51, 101):
    assert cli.run(["set", str(number), "disputed"]).status == 0
"""

HOLD_THE_LOCK = """
import sqlite3, sys, time
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(0.5)
held.execute("ROLLBACK")
held.close()
"""

ON_A_FULL_DISK = """
import resource, sys
from claimdesk import cli
resource.setrlimit(resource.RLIMIT_FSIZE, (40_960, 40_960))
sys.exit(cli.run(sys.argv[1:]).status)
"""


def test_the_walking_skeleton(process: Run, tmp_path: Path) -> None:
    assert process("sample", "--desk", "x.claimdesk").status == 0
    assert process("set", "44", "disputed", "--desk", "x.claimdesk").status == 0
    words = ["report", "--desk", "x.claimdesk", "--format", "html", "--output", "r.html"]
    assert process(*words).status == 0
    assert (tmp_path / "r.html").stat().st_size > 10_000


def test_the_exit_status_reaches_the_shell(desk: Path, process: Run) -> None:
    assert process("set", "999", "false").status == 1
    assert process("set", "44").status == 2
    assert process("--version").status == 0


def test_two_processes_write_the_same_report(desk: Path, process: Run, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        for form in ("html", "json"):
            words = ["report", "--format", form, "--output", f"{seed}.{form}"]
            ended = process(
                *words, SOURCE_DATE_EPOCH="1700000000", PYTHONHASHSEED=seed, TZ=f"UTC+{seed}"
            )
            assert ended.status == 0
    for form in ("html", "json"):
        one, two = ((tmp_path / f"{seed}.{form}").read_bytes() for seed in ("1", "2"))
        assert one == two


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=["C", "latin-1"],
)
def test_output_is_utf_8_whatever_the_locale(
    desk: Path, process: Run, environment: dict[str, str]
) -> None:
    claims = process("list", "--json", **environment).json
    assert any("ü" in claim["statement"] for claim in claims)
    assert "„claimdesk“" in process("--help", CLAIMDESK_LANG="de", **environment).out


def test_help_is_german_where_the_person_is(process: Run) -> None:
    ended = process("set", "--help", LANG="de_DE.UTF-8")
    assert ended.out.startswith("Aufruf: claimdesk set ")
    for english in ("Usage", "Options:", "Show", "Set the", "required"):
        assert english not in ended.out
    assert "Die Version zeigen." in process("--help", CLAIMDESK_LANG="de").out


def test_a_reader_that_leaves_early_is_no_failure_to_tell(desk: Path) -> None:
    listing = subprocess.Popen(
        [sys.executable, "-m", "claimdesk", "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert listing.stdout
    assert listing.stderr
    listing.stdout.close()
    complaint = listing.stderr.read()
    listing.stderr.close()
    assert listing.wait(timeout=30) == 1
    assert complaint == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_under_the_output_is_one_sentence(desk: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "claimdesk", "list", "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr.decode().startswith("The output could not be written: ")
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit to a file's size")
@pytest.mark.parametrize(
    "words",
    [
        ["set", "44", "disputed", "--note", "x" * 60_000],
        ["backup", "new"],
        ["report", "--format", "html", "--output", "new"],
        ["sample", "--desk", "new"],
    ],
    ids=lambda words: words[0],
)
def test_a_full_disk_loses_nothing_and_leaves_nothing(
    desk: Path, run: Run, words: list[str], tmp_path: Path
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, *words],
        capture_output=True,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr.count(b"\n") == 1
    assert b"written" in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == [desk.name]
    assert len(run("history", "--json").json) == 1
    assert run("doctor").status == 0


@pytest.mark.parametrize(
    ("words", "kept_out"),
    [
        (["--version"], ("PySide6", "sqlalchemy")),
        (["list"], ("PySide6", "sqlalchemy", "alembic", "jinja2")),
        (["history", "44", "--json"], ("PySide6", "sqlalchemy", "alembic", "jinja2")),
        (["set", "44", "disputed"], ("PySide6", "alembic", "jinja2")),
        (["report", "--format", "html", "--output", "r"], ("PySide6", "sqlalchemy")),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_nothing_heavy_is_loaded_that_the_job_does_not_need(
    desk: Path, words: list[str], kept_out: tuple[str, ...], tmp_path: Path
) -> None:
    script = (
        "import sys; from claimdesk import cli; outcome = cli.run(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr); sys.exit(outcome.status)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True,
        cwd=tmp_path,
        timeout=60,
        check=True,
    )
    loaded = {name.partition(".")[0] for name in ended.stderr.decode().split()}
    assert "claimdesk" in loaded
    assert loaded & set(kept_out) == set()


def test_a_desk_is_found_by_the_environment(desk: Path, process: Run, tmp_path: Path) -> None:
    assert len(process("list", "--json").json) == 180
    missing = tmp_path / "nowhere"
    assert str(missing) in process("list", CLAIMDESK_DESK=str(missing)).sentence


def test_two_writers_lose_nothing(desk: Path, run: Run, events: Run) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", SET_FIFTY], stdout=subprocess.DEVNULL, env=dict(os.environ)
    )
    for number in range(1, 51):
        assert run("set", str(number), "disputed").status == 0
    assert other.wait(timeout=60) == 0
    claims = {one["number"]: one["status"] for one in run("list", "--json").json}
    assert {claims[number] for number in range(1, 101)} == {"disputed"}
    before = json.loads(run("history", "--json").out)[0]["changes"]
    already = [
        one["after"]["number"]
        for one in before
        if one["entity"] == "claim" and one["after"]["status"] == "disputed"
    ]
    marked = [event.claims[0] for event in events()[1:]]
    assert sorted(marked) == sorted(set(range(1, 101)) - set(already))
    assert run("doctor").out == "The desk is sound.\n"


def test_an_edit_waits_for_another_program_s_lock(
    desk: Path, run: Run, ask: Run, events: Run
) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD_THE_LOCK, str(desk)], stdout=subprocess.PIPE
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    assert ask(queries.last_event) == 1  # readers do not wait
    assert run("set", "44", "disputed").status == 0
    assert len(events()) == 2
    holder.stdout.close()
    assert holder.wait(timeout=10) == 0

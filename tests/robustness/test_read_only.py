"""A folder that cannot be written to, as root too: a read-only mount in a namespace of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimdesk.store import Store
from claimdesk.store.sqlite.connection import connect

PROGRAM = """
import sys
from pathlib import Path
from claimdesk.commands.new_desk import new_desk
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.errors import ClaimdeskError, OutputError
from claimdesk.domain.person import Person
from claimdesk.store import Store, open_desk, queries
from claimdesk.store.check import examine
from claimdesk.store.store import Reader, copy_desk

desk = Path(sys.argv[1])
assert open_desk(desk) is None
reader = Reader(desk)
assert len(queries.claim_ids(reader)) == 8
assert examine(desk) == []

def edit():
    with Store(desk) as store:
        store.run(WriteNote("x", article=1), Person("A B", "AB"))

for attempt in (
    edit,
    lambda: copy_desk(desk, desk.with_name("copy.claimdesk")),
    lambda: new_desk(desk.with_name("new.claimdesk"), "Neu"),
    lambda: new_desk(desk.parent / "folder" / "new.claimdesk", "Neu"),
):
    try:
        attempt()
    except OutputError as error:
        print(error)
copy_desk(desk, Path(sys.argv[2]))
assert examine(Path(sys.argv[2])) == []
"""


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_read_only_folder(
    desk: Path, tmp_path_factory: pytest.TempPathFactory, mode: str
) -> None:
    Store(desk).close()
    connection = connect(desk)
    connection.execute(f"PRAGMA journal_mode = {mode}").fetchall()
    connection.close()
    before = desk.read_bytes()
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "copy.claimdesk"
    finished = read_only(desk.parent, PROGRAM, str(desk), str(elsewhere))
    assert not finished.stderr, finished.stderr
    sentences = finished.stdout.splitlines()
    assert len(sentences) == 4
    for name, sentence in zip(("desk", "copy", "new", "new"), sentences, strict=True):
        assert f"{name}.claimdesk” cannot be" in sentence
        assert sentence.endswith(".")
    assert desk.read_bytes() == before
    assert [path.name for path in desk.parent.iterdir()] == [desk.name]


def read_only(folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    command = ["unshare", "-m", "sh", "-c", mount, str(folder)]
    try:
        tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"no mount namespaces here: {error}")
    if tried.returncode:
        pytest.skip(f"not allowed to mount here: {tried.stderr.strip()}")
    return subprocess.run(
        [*command, sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

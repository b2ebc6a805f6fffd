"""The wheel holds what the program needs, and the program runs from it alone."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

import claimdesk

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("resources", "db")
PROGRAMS = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; a failure shows what it complained of."""
    finished = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def shipped_files() -> set[str]:
    """The files of resources/ and db/ that belong to the project, whether committed yet or not."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *SHIPPED]
    try:
        files = run(*listing, cwd=ROOT).split("\0")
    except (AssertionError, OSError):  # an unpacked archive, or no git: what lies there counts
        files = [
            path.relative_to(ROOT).as_posix()
            for folder in SHIPPED
            for path in (ROOT / folder).rglob("*")
            if "__pycache__" not in path.parts
        ]
    return {name for name in files if name and (ROOT / name).is_file()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder]
    run(*build, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the wheel in it; the packages that Claimdesk
    needs are seen through from the running one, since fetching them anew takes minutes."""
    fresh = tmp_path_factory.mktemp("fresh")
    run(sys.executable, "-I", "-m", "venv", "--without-pip", fresh, cwd=fresh)
    pip = [sys.executable, "-m", "pip", "--python", fresh / PROGRAMS / "python"]
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=fresh)
    site_packages = next(fresh.rglob("site-packages"))
    (site_packages / "needed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return fresh / PROGRAMS


def test_the_wheel_holds_all_that_is_shipped_and_nothing_stray(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    inside = {name for name in names if name.startswith(tuple(f"claimdesk/{s}/" for s in SHIPPED))}
    assert inside == {f"claimdesk/{name}" for name in shipped_files()}


def test_the_wheel_holds_the_program_and_nothing_stray(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    information = f"claimdesk-{claimdesk.__version__}.dist-info"
    assert {name.partition("/")[0] for name in names} == {"claimdesk", information}
    assert f"{information}/licenses/LICENSE" in names
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "claimdesk").rglob("*.py")}
    assert modules <= names
    assert not {name for name in names - modules if name.endswith((".py", ".pyc"))} - {
        f"claimdesk/{name}" for name in shipped_files()
    }


def test_the_installed_program_is_the_one_of_the_wheel(programs: Path, tmp_path: Path) -> None:
    where = "import claimdesk.paths as p; print(p.__file__, p.RESOURCES, p.MIGRATIONS, p.SCHEMAS)"
    for path in run(programs / "python", "-c", where, cwd=tmp_path).split():
        assert Path(path).is_relative_to(programs.parent)
        assert Path(path).exists()
    version = run(programs / "claimdesk", "--version", cwd=tmp_path)
    assert claimdesk.__version__ in version


def test_the_installed_program_makes_the_sample_and_its_report(
    programs: Path, tmp_path: Path
) -> None:
    run(programs / "claimdesk", "sample", "--desk", "x.claimdesk", cwd=tmp_path)
    report = ["report", "--desk", "x.claimdesk", "--format", "json", "--output", "r.json"]
    run(programs / "claimdesk", *report, cwd=tmp_path)
    listed = json.loads(
        run(programs / "claimdesk", "list", "--desk", "x.claimdesk", "--json", cwd=tmp_path)
    )
    assert listed
    assert len(json.loads((tmp_path / "r.json").read_text("utf-8"))["claims"]) == len(listed)

"""Run a command of Claimdesk's own environment, after setting that up where it is missing.

    python3 .ci/venv.py claimdesk sample --open
    python3 .ci/venv.py pytest -n auto

It needs Python 3.11, pip and the network once, asks nothing, and does nothing where all is there.
Only the standard library is used, since this runs before anything is installed.
"""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if os.name == "nt":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "set-up.json"
WINDOWS = os.name == "nt"
PROGRAMS = ENVIRONMENT / ("Scripts" if WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if WINDOWS else "python")

sys.path.insert(0, str(ROOT))


def main(words: list[str]) -> int:
    """Set up what is missing, run the command, return its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036  anybody's python3 may start this
        return _fail(f"Claimdesk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if not words:
        return _fail(f"usage: {Path(sys.argv[0]).name} COMMAND [ARGUMENT…]", 2)
    try:
        _set_up_once()
    except OSError as failure:
        return _fail(f"The environment could not be set up in {ENVIRONMENT}: {failure.strerror}.")
    except subprocess.CalledProcessError:
        return _fail("The environment could not be set up; the reason stands above.")
    return _run(words)


def _set_up_once() -> None:
    """Do what is missing, one process at a time."""
    if not _is_current():
        with _alone():
            if not _is_current():
                _set_up()
    if _missing_libraries():
        with _alone():
            _add_libraries(_missing_libraries())


@contextmanager
def _alone() -> Iterator[None]:
    """Hold a lock on this very file, which is always there and never left over."""
    with Path(__file__).open("rb") as lock:
        if WINDOWS:
            _lock_on_windows(lock)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _lock_on_windows(lock: IO[bytes]) -> None:
    lock.seek(1 << 30)  # beyond the end: a locked byte of the text could not be read by others
    while True:
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        except OSError as failure:
            if failure.errno != errno.EDEADLOCK:  # what it says after ten seconds of trying
                raise
        else:
            return


def _run(words: list[str]) -> int:
    program = shutil.which(words[0], path=str(PROGRAMS))
    if program is None:
        return _fail(f"There is no command {words[0]} in {PROGRAMS}.", 2)
    environment = os.environ | {
        "VIRTUAL_ENV": str(ENVIRONMENT),
        "PATH": os.pathsep.join([str(PROGRAMS), os.environ.get("PATH", os.defpath)]),
    }
    # Containers set it for their image; here each of many processes would compile all anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not WINDOWS:
        os.execve(program, [program, *words[1:]], environment)  # signals then reach it directly
    return subprocess.run([program, *words[1:]], env=environment, check=False).returncode


def _wanted() -> dict[str, str]:
    """What the environment depends on."""
    return {
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
        "checkout": str(ROOT),
        "python": os.path.realpath(PYTHON),
    }


def _made_for() -> dict[str, str]:
    """What the environment was set up for; empty where it is not, or only half."""
    try:
        made_for: dict[str, str] = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return made_for


def _is_current() -> bool:
    return PYTHON.exists() and _made_for() == _wanted()


def _is_of_use() -> bool:
    """Whether installing over it will do: in a moved checkout the programs name the old place,
    and another Python does not see what is installed."""
    wanted, made_for = _wanted(), _made_for()
    same = all(made_for.get(key, wanted[key]) == wanted[key] for key in ("checkout", "python"))
    return same and _has_pip(PYTHON)


def _set_up() -> None:
    if not _is_of_use():
        _say("Making Claimdesk's environment in .venv …")
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        _make_environment()
    _say("Installing Claimdesk and what it needs; the first time takes a minute or two …")
    _install([str(PYTHON), "-m", "pip"], "-e", f"{ROOT}[dev]")
    STAMP.write_text(json.dumps(_wanted()), "utf-8")


def _has_pip(python: Path) -> bool:
    try:
        found = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return found.returncode == 0


def _make_environment() -> None:
    make = [sys.executable, "-I", "-m", "venv"]  # -I, or this file itself would pass for venv
    if _has("ensurepip") or (not _has("pip") and install_packages(["python3-venv"])):
        subprocess.run([*make, ENVIRONMENT], check=True)
    elif _has("pip"):  # Debian keeps ensurepip in a package of its own; pip can stand in for it
        subprocess.run([*make, "--without-pip", ENVIRONMENT], check=True)
        _install([sys.executable, "-m", "pip", "--python", str(PYTHON)], "pip")
    else:
        raise OSError(errno.ENOENT, "Python has no pip here, please install python3-venv")


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _install(pip: list[str], *what: str) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([*pip, "install", *quiet, *what], check=True)


def _missing_libraries() -> dict[str, str]:
    from claimdesk.ui.display import missing_libraries  # too new for old Pythons

    return missing_libraries()


def _add_libraries(missing: dict[str, str]) -> None:
    packages = sorted(set(missing.values()))
    if packages and not install_packages(packages):
        names = ", ".join(missing)
        _say(f"Qt misses {names}; please install {' '.join(packages)} (Debian's names).")


def install_packages(packages: list[str]) -> bool:
    """Install Debian packages where that can be done without asking."""
    if not shutil.which("apt-get"):
        return False
    apt = ["apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=300"]
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            return False
        apt = ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", *apt]
    _say(f"Installing {' '.join(packages)} …")
    install = [*apt, "install", "--no-install-recommends", *packages]
    return _done(install) or (_done([*apt, "update"]) and _done(install))


def _done(command: list[str]) -> bool:
    """Whether a command succeeded; it can ask nothing and its chatter is nobody's concern."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    finished = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return finished.returncode == 0


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _fail(sentence: str, status: int = 1) -> int:
    _say(sentence)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

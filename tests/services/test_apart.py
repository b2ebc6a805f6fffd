"""Work in a process of its own: it gives pieces, fails in its own words, and can be stopped."""

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest

from claimdesk.domain.errors import Refused
from claimdesk.i18n import _, speaking
from claimdesk.services.apart import Apart, Stopped, _run


def counts(upto: int) -> Iterator[tuple[int, int]]:
    for number in range(upto):
        yield number, os.getpid()


def refuses() -> Iterator[str]:
    yield _("Close")
    raise Refused("That is refused.")


def breaks() -> Iterator[None]:
    yield None
    raise ZeroDivisionError


def sleeps() -> Iterator[int]:
    yield os.getpid()
    time.sleep(60)


def pours() -> Iterator[bytes]:
    while True:
        yield b"x" * 20_000_000


def ends() -> Iterator[None]:
    os._exit(3)
    yield


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


def test_pieces_come_one_by_one_from_another_process() -> None:
    pieces = list(Apart(counts, upto=3))
    assert [number for number, _process in pieces] == [0, 1, 2]
    assert {process for _number, process in pieces}.isdisjoint({os.getpid()})


def test_a_refusal_arrives_as_it_is_and_in_the_language_spoken() -> None:
    with speaking("de"):
        pieces = iter(Apart(refuses))
        assert next(pieces) == "Schließen"
    with pytest.raises(Refused, match="That is refused"):
        next(pieces)


def test_a_failure_brings_its_trace() -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        list(Apart(breaks))


def test_a_process_that_dies_is_noticed() -> None:
    with pytest.raises(RuntimeError, match="ended before"):
        list(Apart(ends))


def test_it_is_stopped_in_the_midst_of_its_work() -> None:
    apart = Apart(sleeps)
    pieces = iter(apart)
    process = next(pieces)
    threading.Timer(0.05, apart.stop).start()
    with pytest.raises(Stopped):
        next(pieces)
    assert not is_running(process)


def test_it_is_stopped_in_the_midst_of_a_piece() -> None:
    apart = Apart(pours)
    pieces = iter(apart)
    next(pieces)
    time.sleep(0.3)  # by now the pipe is full, and the rest of the second piece waits
    apart.stop()
    with pytest.raises(Stopped):
        next(pieces)


def test_what_is_stopped_first_never_begins() -> None:
    apart = Apart(sleeps)
    apart.stop()
    with pytest.raises(Stopped):
        next(iter(apart))


def test_who_listens_no_longer_leaves_no_process() -> None:
    pieces = iter(Apart(sleeps))
    process = next(pieces)
    pieces.close()  # type: ignore[attr-defined]  a generator
    assert not is_running(process)


def test_a_listener_that_died_is_no_failure(capfd: pytest.CaptureFixture[str]) -> None:
    theirs, ours = multiprocessing.Pipe()
    theirs.close()
    _run(ours, "en", partial(counts, 3))
    assert capfd.readouterr().err == ""

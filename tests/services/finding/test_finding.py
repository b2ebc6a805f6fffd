"""Claims found in a process of their own: the same as here, as they come, and known again."""

import io
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.services.detection.detect import detect
from claimdesk.services.finding.gathering import Gathering, Known
from claimdesk.services.finding.talk import Finished, FoundIn, Request, Unpacker, pack, read
from claimdesk.services.finding.worker import answers

TEXT = """Der Hafen wächst

Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt. Die Brücke ist 7000 Meter lang.

„Der Neubau kostet uns nichts, sagte Bürgermeisterin Ayse Öztürk am Montag.
"""


def gathered(text: str, known: Known) -> tuple[Gathering, list[FoundIn]]:
    gathering, said = Gathering(text, "de", known), []
    for one in answers(gathering.request):
        gathering.take(one)
        if isinstance(one, FoundIn):
            said.append(one)
    return gathering, said


def test_the_other_process_finds_what_is_found_here() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimdesk.services.finding.worker"],
        input=pack(Request(TEXT, "de")),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert not done.stderr
    gathering = Gathering(TEXT, "de", Known())
    for one in Unpacker().feed(done.stdout):
        gathering.take(one)
    here = detect(TEXT, "de")
    assert gathering.is_finished
    assert tuple(one.suggestion for one in gathering.proposals) == here.suggestions
    assert gathering.remarks == here.remarks
    assert here.suggestions
    assert here.remarks


def test_without_a_request_it_ends() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimdesk.services.finding.worker"],
        input=b"",
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert not done.stdout
    assert not done.stderr


def test_paragraphs_come_one_by_one_and_say_how_far() -> None:
    gathering = Gathering(TEXT, "de", Known())
    reached = []
    for one in answers(gathering.request):
        gathering.take(one)
        reached.append(gathering.until)
    assert reached == sorted(reached)
    assert len(reached) == 4
    assert reached[-1] == len(TEXT)


def test_what_was_read_before_is_not_read_again_wherever_it_stands() -> None:
    known = Known()
    first, said = gathered(TEXT, known)
    assert all(one.suggestions is not None for one in said)
    newer = "Neu ist das hier im Jahr 2022.\n\n" + TEXT.replace("7000", "7644")
    second, said = gathered(newer, known)
    assert [one.suggestions is None for one in said] == [False, True, False, True]
    for one in second.proposals:
        span = one.suggestion
        assert newer[span.start : span.end] == span.quote
    kept = {one.mark for one in first.proposals} & {one.mark for one in second.proposals}
    assert kept


def test_a_language_the_detector_does_not_know_is_told_from_the_words() -> None:
    german, other = (list(answers(Request(TEXT, name))) for name in ("de", "fr"))
    assert german == other


def test_the_latest_paragraphs_are_kept() -> None:
    known = Known()
    for number in range(6_000):
        known.keep(str(number).encode(), b"")
    assert len(known.copy()) == 5_000
    assert b"5999" in known.copy()
    assert b"0" not in known.copy()


@given(st.lists(st.binary(max_size=40), max_size=8), st.integers(1, 50))
def test_values_come_whole_from_any_pieces(keys: list[bytes], size: int) -> None:
    values = [FoundIn(0, 1, key, ()) for key in keys]
    stream = b"".join(pack(value) for value in [*values, Finished(())])
    unpacker = Unpacker()
    pieces = [stream[at : at + size] for at in range(0, len(stream), size)]
    assert [one for piece in pieces for one in unpacker.feed(piece)] == [*values, Finished(())]


def test_a_pipe_that_breaks_off_gives_nothing() -> None:
    whole = pack(Request("a", None))
    assert read(io.BytesIO(whole)) == Request("a", None)
    assert read(io.BytesIO(whole[:-1])) is None
    assert read(io.BytesIO(b"")) is None

"""How 0001.claimdesk was made: `python tests/data/desks/make_0001.py TARGET`, once, when schema
0001 was new. It is kept, so that every later program proves that it still opens it.

All of it is invented: an article of eight claims with passages, sources, notes and ties, written
by two people on two machines; something taken back, something set aside.
"""

import hashlib
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.attach_source import AttachSource, EvidenceData
from claimdesk.commands.edit_claim import EditStatement
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideClaims, SetAsideNote
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import text_sha256
from claimdesk.domain.history import Message
from claimdesk.domain.note import NoteRole
from claimdesk.domain.person import Person
from claimdesk.domain.source import SourceData, SourceRank, SourceType, Stance
from claimdesk.domain.status import Status
from claimdesk.store import Store, create_desk, queries
from claimdesk.store.store import Reader

ADA, BEN = Person("Ada Ärmel", "AÄ"), Person("Ben Ohm", "BO")

TEXT = """Die Brücke von Nordhafen wurde 1931 eröffnet. Sie ist 412 Meter lang und damit die \
längste des Landes. 😀 Bürgermeisterin Öztürk sagte, „der Neubau kostet 7,5 Millionen Euro“.

Laut Hafenamt fahren täglich 18 000 Wagen darüber, mehr als über jede andere Brücke. Im Winter \
1978 war sie 9 Tage gesperrt, weil Eis die Pfeiler beschädigt hatte. Zuständig ist das Land."""

CLAIMS = (
    ("Die Brücke wurde 1931 eröffnet.", "date", ["1931"], "1931 eröffnet", None),
    ("Die Brücke ist 412 Meter lang.", "quantity", ["412 Meter"], "412 Meter lang", None),
    ("Sie ist die längste Brücke des Landes.", "superlative", [], "längste des Landes", None),
    (
        "Der Neubau kostet 7,5 Millionen Euro.",
        "quantity",
        ["7,5 Millionen Euro"],
        "der Neubau kostet 7,5 Millionen Euro",
        "Bürgermeisterin Öztürk",
    ),
    (
        "Bürgermeisterin Öztürk hat die Kosten so genannt.",
        "quote",
        [],
        "Öztürk sagte, „der Neubau kostet 7,5 Millionen Euro“",
        "Bürgermeisterin Öztürk",
    ),
    (
        "Täglich fahren 18 000 Wagen über die Brücke.",
        "quantity",
        ["18 000", "täglich"],
        "täglich 18 000 Wagen",
        "Hafenamt",
    ),
    (
        "1978 war die Brücke 9 Tage gesperrt.",
        "event",
        ["1978", "9 Tage"],
        "1978 war sie 9 Tage gesperrt",
        None,
    ),
    ("Zuständig ist das Land.", "law_institution", [], "Zuständig ist das Land", None),
)


@dataclass(frozen=True)
class Written:
    """An edit that no command makes yet, as a function of the work."""

    write: Callable[[Any], None]

    def apply(self, work: Any) -> Message:
        self.write(work)
        return Message("Make the sample")


def add_text(work: Any) -> None:
    article = work.add(
        "article",
        title="Die Brücke von Nordhafen",
        author="Jürgen Maß",
        publisher="Nordhafener Blatt",
        published="2021-05",
        language="de",
    )
    revision = work.add(
        "revision",
        article=article,
        number=1,
        text=TEXT,
        sha256=text_sha256(TEXT),
        made_at=work.now,
        origin="brücke.txt",
    )
    for number, (statement, kind, figures, quote, who) in enumerate(CLAIMS, 1):
        claim = work.add(
            "claim",
            article=article,
            number=number,
            statement=statement,
            kind=kind,
            attributed_to=who,
            figures=json.dumps(figures, ensure_ascii=False),
            check_worthiness=1 + number % 3,
        )
        start = TEXT.index(quote)
        place = asdict(Anchor.at(TEXT, start, start + len(quote)))
        work.add("anchor", claim=claim, revision=revision, origin="made", **place)
    work.add("relation", claim=4, other=5, kind="depends_on", remark="derselbe Satz")
    work.add("relation", claim=2, other=3, kind="contradicts")


def capture(work: Any) -> None:
    content = b"<p>412 m</p>"
    snapshot = work.add(
        "snapshot",
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="text/html",
        content=content,
        captured=work.now,
        origin="https://example.org/bruecke",
    )
    work.set("evidence", 1, snapshot=snapshot)


REGISTER = SourceData(
    "Brückenverzeichnis",
    SourceType.DATASET,
    SourceRank.PRIMARY,
    publisher="Landesamt",
    published="2020",
    url="https://example.org/bruecke",
)
CHRONICLE = SourceData(
    "Chronik einer Überfahrt", SourceType.BOOK, author="Ömer Zorn", published="2021"
)
LETTER = SourceData("Auskunft des Hafenamts", SourceType.PERSON, published="2022-03-28")


def make(target: Path) -> None:
    create_desk(target, title="Nordhafen")
    write_as("first-machine", target, ADA, _first_day)
    write_as("second-machine", target, BEN, _second_day)
    shrink(target)


def shrink(target: Path) -> None:
    """Small pages, since every table and index takes at least one."""
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        connection.execute("PRAGMA page_size = 1024")
        connection.execute("VACUUM")


def write_as(
    machine: str, target: Path, person: Person, edits: Callable[[Callable[[Any], str]], None]
) -> None:
    """Write edits as an installation of its own."""
    with tempfile.TemporaryDirectory() as folder, Store(target) as store:
        os.environ["CLAIMDESK_HOME"] = str(Path(folder, machine))
        reader = Reader(target)

        def run(edit: Any) -> str:
            event = store.run(edit, person).event
            assert event is not None
            return queries.event(reader, event).public_id

        edits(run)
        reader.close()


def _first_day(run: Callable[[Any], str]) -> None:
    run(Written(add_text))
    run(
        AttachSource((1, 2), REGISTER, EvidenceData(Stance.SUPPORTS, "Zeile 7", "412 m", "2021-06"))
    )
    run(Written(capture))
    run(SetStatus((1,), Status.VERIFIED))
    run(SetStatus((2,), Status.VERIFIED_WITH_CAVEAT, "Ohne die Rampen sind es 398 Meter."))
    run(WriteNote("Im Landesarchiv nach der Bauakte fragen.", claim=7, role=NoteRole.LEAD))
    run(WriteNote("Zwei Schreibweisen des Hafens.", article=1))


def _second_day(run: Callable[[Any], str]) -> None:
    run(AttachSource((3,), CHRONICLE, EvidenceData(Stance.REFUTES, "S. 12")))
    run(AttachSource((6,), LETTER, EvidenceData(Stance.QUALIFIES, remark="am Telefon")))
    mistake = run(SetStatus((3, 4, 5), Status.FALSE))
    run(Revert(mistake))
    run(SetStatus((3,), Status.INACCURATE))
    run(SetStatus((8,), Status.LEFT_OUT, "Meinung der Redaktion."))
    run(EditStatement(8, "Zuständig für die Brücke ist das Land.", CLAIMS[7][0]))
    run(WriteNote("Doch nicht nötig.", claim=1))
    run(SetAsideNote(5))
    run(AddClaim(1, "Die Brücke ist grün."))
    run(SetAsideClaims((9,)))


if __name__ == "__main__":
    make(Path(sys.argv[1]))

"""The report on paper."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.status import Status
from claimdesk.i18n import speaking
from claimdesk.services.exporters.content import build
from claimdesk.services.exporters.json_report import to_json
from claimdesk.services.exporters.palette import PAPER
from claimdesk.services.exporters.pdf import gaps, pdf
from claimdesk.ui.colours import LIGHT

Make = Callable[..., Dossier]
MADE_AT = "2022-03-28T12:10:00Z"


def made(dossier: Dossier) -> pikepdf.Pdf:
    report = build(dossier, made_at=MADE_AT, language="de")
    return pikepdf.open(io.BytesIO(pdf(report, to_json(dossier, made_at=MADE_AT), MADE_AT)))


@pytest.mark.parametrize("note", ["", "👍 中 \x00 \u202ex", '#read("/etc/passwd") $x$ *b* @y <z>'])
@pytest.mark.parametrize("claims", [0, 1, 12])
def test_it_keeps_both_standards(dossier: Make, claims: int, note: str) -> None:
    shown = dossier(
        claims=claims, note=note or "Das Jahrbuch nennt eine andere Zahl.", title=f"T {note}"
    )
    with made(shown) as document, document.open_metadata() as about:
        assert (about["pdfaid:part"], about["pdfuaid:part"]) == ("3", "1")
        assert document.Root.Lang == "de"
        assert document.Root.StructTreeRoot is not None
        attached = document.attachments["report.json"].get_file().read_bytes()
    assert attached.decode() == to_json(shown, made_at=MADE_AT)


def test_discussed_claims_keep_both_standards(discussed: Make) -> None:
    with made(discussed()) as document, document.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"


def test_each_claim_has_a_bookmark(dossier: Make) -> None:
    with made(dossier(claims=12)) as document, document.open_outline() as outline:
        titles = [child.title for one in outline.root for child in one.children]
    assert sum(title.startswith("In Kleinhausen") for title in titles) == 12


def test_it_has_the_window_s_colours() -> None:
    assert {status.value: LIGHT.status[status][:3] for status in Status} == PAPER


def test_what_was_not_checked_begins_as_a_sentence_does(dossier: Make) -> None:
    given = dossier(claims=2, statuses=(Status.VERIFIED, Status.LEFT_OUT))
    with speaking("de"):
        said = gaps(build(given, made_at="2022-03-28T12:10:00Z", language="de"))
    assert said.startswith("Bewusst nicht geprüft: 1.")

"""The bar that offers a status for the same fact elsewhere."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import ClaimRow
from claimdesk.domain.status import Status
from claimdesk.ui.same_facts import SameFactOffer
from claimdesk.ui.views.inspector.offer_bar import NAMED, OfferBar, in_words

Claim = Callable[[int], ClaimRow]


@pytest.fixture
def bar(qtbot: QtBot) -> OfferBar:
    made = OfferBar()
    qtbot.addWidget(made)
    made.resize(360, 60)
    return made


def offer(claim: Claim, *others: int) -> SameFactOffer:
    return SameFactOffer((claim(44),), tuple(map(claim, others)), Status.INACCURATE)


def test_it_names_the_claims_and_the_status(bar: OfferBar, claim: Claim) -> None:
    bar.fill(offer(claim, 12))
    assert bar.sentence.words == "Claim 12 states the same fact as claim 44."
    assert bar.take.text() == "Set it to “inaccurate, needs correction”, too"
    assert bar.take.accessibleName().endswith("key Enter")
    bar.fill(offer(claim, 12, 71))
    assert bar.sentence.words == "Claims 12 and 71 state the same fact as claim 44."
    assert bar.take.text().startswith("Set them")


def test_of_very_many_the_first_are_named(claim: Claim) -> None:
    first = claim(1)
    many = tuple(replace(first, number=number) for number in range(1, NAMED + 4))
    words = in_words(SameFactOffer((first,), many, Status.FALSE))
    assert "1, 2, 3, 4, 5, 6 and 3 more" in words


def test_it_is_taken_or_turned_down(bar: OfferBar, claim: Claim, qtbot: QtBot) -> None:
    bar.fill(offer(claim, 12))
    bar.show()
    with qtbot.waitSignal(bar.taken):
        qtbot.mouseClick(bar.take, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.turned_down):
        qtbot.mouseClick(bar.close_, Qt.MouseButton.LeftButton)
    assert bar.close_.accessibleName()
    bar.fill(None)
    assert bar.isHidden()

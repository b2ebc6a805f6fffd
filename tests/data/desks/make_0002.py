"""How 0002.claimdesk was made: `python tests/data/desks/make_0002.py TARGET`, once, when schema
0002 was new: the desk of 0001 with two more days, on which corrections were proposed and decided,
and questions asked and answered.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from make_0001 import ADA, BEN, make, shrink, write_as

from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion, RewordQuestion
from claimdesk.commands.propose_correction import (
    DecideCorrection,
    DropPassage,
    ProposeCorrection,
    RewordCorrection,
)
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_as_of import SetAsOf
from claimdesk.commands.set_aside import SetAsideCorrection, SetAsideQuestion
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.question import Addressee


def make_with_corrections(target: Path) -> None:
    make(target)
    write_as("first-machine", target, ADA, _third_day)
    write_as("second-machine", target, BEN, _fourth_day)
    shrink(target)


def _third_day(run: Callable[[Any], str]) -> None:
    run(ProposeCorrection(2, "398 Meter lang", "Ohne die Rampen."))
    run(ProposeCorrection(3, "zweitlängste des Landes"))
    run(ProposeCorrection(3, "eine der längsten des Landes", old_wording="längste des Landes"))
    run(ProposeCorrection(6, "täglich 16 000 Wagen"))
    run(RewordCorrection(4, "täglich rund 16 000 Wagen", "täglich 16 000 Wagen"))
    run(ProposeCorrection(1, "1932 eröffnet"))
    run(SetAsideCorrection(5))
    run(AskQuestion("War das am Telefon?", claims=(4, 5)))
    run(AskQuestion("Gilt die Zahl noch?", Addressee.SOURCE, (6,), name="Frau Öhm, Hafenamt"))
    run(AskQuestion("Darf der Absatz weg?", Addressee.EDITOR, article=1))
    run(AskQuestion("Erledigt?", claims=(1,)))
    run(SetAsideQuestion(5))


def _fourth_day(run: Callable[[Any], str]) -> None:
    run(DecideCorrection(1, CorrectionState.ACCEPTED))
    run(DecideCorrection(2, CorrectionState.DECLINED, "Zu genau für diesen Absatz."))
    mistake = run(DecideCorrection(4, CorrectionState.ACCEPTED))
    run(Revert(mistake))
    run(DropPassage(7, "Gehört nicht hierher."))
    run(AnswerQuestion(1, "Ja, am 3. Mai."))
    run(AnswerQuestion(1, "Ja, am 3. Mai, gegen zehn.", "Ja, am 3. Mai."))
    run(RewordQuestion(4, "Darf der letzte Absatz weg?", "Darf der Absatz weg?"))
    run(SetAsOf((1, 6), "2021-05"))


if __name__ == "__main__":
    make_with_corrections(Path(sys.argv[1]))

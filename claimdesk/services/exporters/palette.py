"""The colours of statuses on paper: of each its mark, its words and its ground, as #RRGGBB.

They are the window's light ones; a test holds both equal.
"""

from claimdesk.domain.source import Stance
from claimdesk.domain.status import Status

PAPER: dict[str, tuple[str, str, str]] = {
    Status.UNCHECKED.value: ("#627B93", "#526B82", "#E8EBEF"),
    Status.IN_PROGRESS.value: ("#1B84DA", "#006CBF", "#E1EFFA"),
    Status.VERIFIED.value: ("#086B55", "#086B55", "#EDF4F3"),
    Status.VERIFIED_WITH_CAVEAT.value: ("#7C8D48", "#637431", "#F2F4ED"),
    Status.INACCURATE.value: ("#A65700", "#9F5100", "#F1E5D7"),
    Status.FALSE.value: ("#98101F", "#98101F", "#ECD4D6"),
    Status.DISPUTED.value: ("#6A479D", "#6A479D", "#E8E2F0"),
    Status.UNVERIFIABLE.value: ("#6E305A", "#6E305A", "#ECE4EA"),
    Status.NOT_CHECKABLE.value: ("#917F74", "#7B6A5F", "#F4F3F1"),
    Status.LEFT_OUT.value: ("#353535", "#353535", "#EBEBEB"),
}

STANCES = {
    Stance.SUPPORTS.value: "#086B55",
    Stance.REFUTES.value: "#98101F",
    Stance.QUALIFIES.value: "#637431",
    Stance.CONTEXT.value: "#55585C",
}

STANCE_ICONS = {
    Stance.SUPPORTS.value: "circle-plus",
    Stance.REFUTES.value: "circle-minus",
    Stance.QUALIFIES.value: "circle-half-2",
    Stance.CONTEXT.value: "info-circle",
}

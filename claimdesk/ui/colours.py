"""The colours as they were measured (contrast, colour-blind distance), as plain data without Qt.

Of a status, `mark` colours icon, underline and bar, `text` its label, `fill` a passage, `strong`
the chosen passage or button. Neutral names say where a colour stands, not what it looks like.
Change none alone: tests hold the contrasts between them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from claimdesk.domain.status import Status


class Tokens(NamedTuple):
    """The colours of one scheme as #RRGGBB; of a status mark, text, fill and strong."""

    neutral: Mapping[str, str]
    status: Mapping[Status, tuple[str, str, str, str]]


LIGHT = Tokens(
    neutral={
        "window": "#F4F4F2",
        "paper": "#FFFFFF",
        "sunken": "#ECECE9",
        "card": "#FAFAF8",
        "line": "#DEDEDA",
        "line_strong": "#8A8A86",
        "text": "#1C1D1F",
        "text2": "#55585C",
        "text3": "#606469",
        "accent": "#2F5FC4",
        "selection": "#E4ECFA",
        "focus": "#2F5FC4",
        "danger": "#98101F",
        "unseen": "#FFF0B8",
        "unseen_mark": "#8A6A00",
        "ins": "#DDF0E4",
        "dele": "#F6DEDF",
    },
    status={
        Status.UNCHECKED: ("#627B93", "#526B82", "#E8EBEF", "#D4DAE1"),
        Status.IN_PROGRESS: ("#1B84DA", "#006CBF", "#E1EFFA", "#CEE5F7"),
        Status.VERIFIED: ("#086B55", "#086B55", "#EDF4F3", "#DEEBE9"),
        Status.VERIFIED_WITH_CAVEAT: ("#7C8D48", "#637431", "#F2F4ED", "#E8EBDE"),
        Status.INACCURATE: ("#A65700", "#9F5100", "#F1E5D7", "#E5CFB5"),
        Status.FALSE: ("#98101F", "#98101F", "#ECD4D6", "#DCAFB4"),
        Status.DISPUTED: ("#6A479D", "#6A479D", "#E8E2F0", "#D4CAE3"),
        Status.UNVERIFIABLE: ("#6E305A", "#6E305A", "#ECE4EA", "#DCCDD7"),
        Status.NOT_CHECKABLE: ("#917F74", "#7B6A5F", "#F4F3F1", "#EBE8E6"),
        Status.LEFT_OUT: ("#353535", "#353535", "#EBEBEB", "#DBDBDB"),
    },
)

DARK = Tokens(
    neutral={
        "window": "#202124",
        "paper": "#1A1B1D",
        "sunken": "#161719",
        "card": "#242629",
        "line": "#35373B",
        "line_strong": "#7C8087",
        "text": "#E9E9E6",
        "text2": "#B4B6B9",
        "text3": "#A8ABB0",
        "accent": "#7FA6F5",
        "selection": "#26324A",
        "focus": "#8FB1F7",
        "danger": "#F0405A",
        "unseen": "#453B14",
        "unseen_mark": "#D9B648",
        "ins": "#21392C",
        "dele": "#4A2529",
    },
    status={
        Status.UNCHECKED: ("#93A3B2", "#97A7B6", "#363A3F", "#474D54"),
        Status.IN_PROGRESS: ("#40B3FF", "#40B3FF", "#22394A", "#264C65"),
        Status.VERIFIED: ("#92CEA8", "#92CEA8", "#272F2C", "#2F3B35"),
        Status.VERIFIED_WITH_CAVEAT: ("#E4E495", "#E4E495", "#38392F", "#4A4B3A"),
        Status.INACCURATE: ("#E78A1F", "#ED8F25", "#4B361D", "#69461E"),
        Status.FALSE: ("#F0405A", "#FF6F81", "#56252E", "#622731"),
        Status.DISPUTED: ("#A673BA", "#BF8BD4", "#3C3043", "#47374F"),
        Status.UNVERIFIABLE: ("#FBB8E1", "#FBB8E1", "#473A44", "#624D5C"),
        Status.NOT_CHECKABLE: ("#98938A", "#9A958C", "#2D2D2D", "#383837"),
        Status.LEFT_OUT: ("#737C85", "#89939C", "#272A2D", "#2F3236"),
    },
)

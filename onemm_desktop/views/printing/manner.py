"""How something is printed: in which language, on which sheet, from which label on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onemm_desktop.programme.printing import BADGES, CERTIFICATES

Rule = Literal["own", "cymraeg", "english", "bilingual"]
#: ``a5``: two to a sheet of A4, to be cut. ``back``: badges with their codes on the back of the sheet.
SheetKind = Literal["a4", "a5", "front", "back", "L7160", "L7163"]

#: How many labels a sheet has.
LABELS: dict[SheetKind, int] = {"L7160": 21, "L7163": 14}


@dataclass(frozen=True, slots=True)
class Manner:
    """``first`` is the first label of the first sheet that is still there, from 1."""

    rule: Rule = "own"
    sheet: SheetKind = "a4"
    first: int = 1


def sheets(paper: str) -> tuple[SheetKind, ...]:
    """The sheets there are for a paper, the usual first; one alone leaves nothing to choose."""
    if paper in CERTIFICATES or paper == "encounter_record":
        return ("a4", "a5")
    if paper in BADGES:
        return ("front", "back")
    return tuple(LABELS) if paper == "labels" else ("a4",)

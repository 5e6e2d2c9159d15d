"""A mentor and a young person, together for up to a year."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record

MatchState = Literal["draft", "proposed", "scheduled", "active", "closing", "closed"]
CloseReason = Literal[
    "completed_term", "moved_on", "mentor_withdrew", "mentee_withdrew", "partner_withdrew", "not_a_good_fit",
    "inactivity", "safeguarding", "data_correction",
]  # fmt: skip


class Match(Record, frozen=True, kw_only=True):
    """One mentoring relationship; held by the partner whose young person it is about."""

    kind: ClassVar[str] = "match"
    family: ClassVar[AnyFamily] = "partner"

    reference: str
    mentor_id: str
    mentee_id: str
    partner_id: str
    state: MatchState = "draft"
    proposed_on: date | None = None
    started_on: date | None = None
    planned_end_on: date | None = None
    closed_on: date | None = None
    close_reason: CloseReason | None = None
    focus: list[str] = []
    meetings_held: int = 0
    last_met_on: date | None = None
    notes: str = ""

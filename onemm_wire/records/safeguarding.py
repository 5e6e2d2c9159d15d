"""Screening: what may be kept of a check, and nothing else (KCSIE 2022, paragraph 276; DBS code of practice)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record
from onemm_wire.records.people import ClearanceLevel


class Clearance(Record, frozen=True, kw_only=True):
    """One screening check of a mentor: number, dates, level, who saw it and the decision. Never its content."""

    kind: ClassVar[str] = "clearance"
    family: ClassVar[AnyFamily] = "staff"

    mentor_id: str
    level: ClearanceLevel
    workforce: Literal["child", "adult", "child_and_adult", "other"] = "child"
    applied_on: date | None = None
    certificate_number: str = ""
    issued_on: date | None = None
    seen_by: str = ""
    seen_on: date | None = None
    outcome: Literal["clear_to_proceed", "risk_assessment_required", "declined"] | None = None
    decided_by: str = ""
    decided_on: date | None = None
    next_due_on: date | None = None

"""Papers that were issued: a certificate stays valid evidence, so its issue is a fact that is never rewritten."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record


class DocumentIssue(Record, frozen=True, kw_only=True):
    """One issued paper with its number, as printed. A replacement names the number it supersedes."""

    kind: ClassVar[str] = "document_issue"
    family: ClassVar[AnyFamily] = "region"

    document: Literal["certificate_of_attendance"]
    number: str
    person_id: str
    event_id: str
    name_as_printed: str
    title: str
    hours: float
    held_on: date
    issued_at: datetime
    supersedes: str | None = None

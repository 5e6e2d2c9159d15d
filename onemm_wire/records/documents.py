"""Papers that were issued: a certificate stays valid evidence, so its issue is a fact that is never rewritten."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record

Document = Literal[
    "certificate_of_attendance", "mentor_training", "safeguarding_briefing", "mentee_participation", "mentor_service",
    "recognition", "employer_participation",
]  # fmt: skip


class DocumentIssue(Record, frozen=True, kw_only=True):
    """One issued paper with its number, as printed. A replacement names the number it supersedes.

    Whom it is for: ``person_id`` of a mentor, walk-in or young person; ``partner_id`` of an employer; neither for a
    trainer or coordinator, who has no card. A young person's lies in their partner's partition, all others in the
    region's. ``event_id`` is None where no event stands behind it: then ``held_on`` to ``held_until`` is its time.

    ``code`` is what its QR code holds: what it says, signed by the laptop (``onemm_wire.certificates``).
    """

    kind: ClassVar[str] = "document_issue"
    family: ClassVar[AnyFamily] = "any"

    document: Document
    number: str
    person_id: str | None = None
    partner_id: str | None = None
    event_id: str | None = None
    name_as_printed: str
    title: str
    title_cy: str = ""
    place: str = ""
    signed_by: list[str] = []
    hours: float
    held_on: date
    held_until: date | None = None
    valid_until: date | None = None
    issued_at: datetime
    supersedes: str | None = None
    code: str = ""


RevocationReason = Literal["issued_in_error", "wrong_details", "not_attended", "misused"]


class DocumentRevocation(Record, frozen=True, kw_only=True):
    """A certificate that counts no more, by its number. Never taken back: who was wronged gets a new certificate."""

    kind: ClassVar[str] = "document_revocation"
    family: ClassVar[AnyFamily] = "region"

    number: str
    reason: RevocationReason
    revoked_at: datetime
    by_id: str


PrintWay = Literal["printer", "pdf", "zip"]


class PrintRun(Record, frozen=True, kw_only=True):
    """A paper that was printed or saved: which, for whom, how much, when and by whom; never whose names stand on it.

    ``people_from`` is where its people came from (``event``, ``partner``, ``pasted`` …) and ``about_id`` which of
    these. A coordinator's lies in their partner's partition, all others in the region's.
    """

    kind: ClassVar[str] = "print_run"
    family: ClassVar[AnyFamily] = "any"

    paper: str
    people_from: str
    about_id: str = ""
    people: int
    pages: int
    way: PrintWay
    printed_at: datetime
    printed_by: str

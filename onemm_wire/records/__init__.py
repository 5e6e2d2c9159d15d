"""Every kind of record that travels, declared once. ``KINDS`` is the whole list, by its word on the wire.

The order of ``KINDS`` is the order of a first sync: what today's event needs comes first, and whatever another
record points at comes before it.
"""

from __future__ import annotations

from onemm_wire.partitions import Role, family
from onemm_wire.records.base import Record
from onemm_wire.records.consents import Consent
from onemm_wire.records.devices import DeviceKey, DevicePolicy
from onemm_wire.records.documents import DocumentIssue, DocumentRevocation, PrintRun
from onemm_wire.records.evaluation import EvaluationAnswer, EvaluationQuestion
from onemm_wire.records.matching import Match
from onemm_wire.records.people import Contact, Mentee, Mentor, Partner, Region, RequirementSet, WalkIn
from onemm_wire.records.review import Conflict
from onemm_wire.records.rights import Access, LegalHold, RetentionRule, RightsRequest
from onemm_wire.records.safeguarding import (
    Clearance,
    Concern,
    ConcernKeyGrant,
    ConcernReceipt,
    SafeguardingContact,
    SafeguardingKey,
)
from onemm_wire.records.training import (
    AttendanceMark,
    Booking,
    Event,
    EventStaff,
    RosterSnapshot,
    TrainingSession,
)

KINDS: dict[str, type[Record]] = {
    record.kind: record
    for record in (
        Region,
        RequirementSet,
        DevicePolicy,
        DeviceKey,
        RetentionRule,
        EvaluationQuestion,
        Partner,
        Event,
        TrainingSession,
        EventStaff,
        Mentor,
        Booking,
        RosterSnapshot,
        WalkIn,
        AttendanceMark,
        Contact,
        Clearance,
        Mentee,
        Consent,
        Match,
        DocumentIssue,
        DocumentRevocation,
        PrintRun,
        EvaluationAnswer,
        Conflict,
        SafeguardingContact,
        SafeguardingKey,
        ConcernReceipt,
        Concern,
        ConcernKeyGrant,
        RightsRequest,
        LegalHold,
        Access,
    )
}

#: Facts that are only ever added to: never rejected by the centre, equal ones collapse (``docs/sync.md``).
APPEND_ONLY: frozenset[str] = frozenset(
    {
        AttendanceMark.kind,
        RosterSnapshot.kind,
        DocumentIssue.kind,
        DocumentRevocation.kind,
        PrintRun.kind,
        EvaluationAnswer.kind,
        Concern.kind,
        ConcernKeyGrant.kind,
        ConcernReceipt.kind,
        Access.kind,
    }
)

#: Kinds that only some of those write who may write beside them (``partitions.may_write``); all others, all of them.
WRITERS: dict[str, frozenset[Role]] = {
    SafeguardingContact.kind: frozenset({"safeguarding_lead"}),
    SafeguardingKey.kind: frozenset({"safeguarding_lead"}),
    ConcernReceipt.kind: frozenset({"safeguarding_lead"}),
    ConcernKeyGrant.kind: frozenset({"safeguarding_lead"}),
    Consent.kind: frozenset({"coordinator", "staff", "regional_manager", "safeguarding_lead"}),
    DocumentRevocation.kind: frozenset({"staff", "regional_manager", "safeguarding_lead"}),
    RightsRequest.kind: frozenset({"staff", "regional_manager", "safeguarding_lead"}),
    LegalHold.kind: frozenset({"regional_manager", "safeguarding_lead"}),
}


def may_lie_in(record: type[Record], partition: str) -> bool:
    """Whether a partition may hold records of a kind. Raises ValueError for a string that is no partition."""
    return family(partition) == record.family or record.family == "any"


__all__ = [
    "APPEND_ONLY",
    "KINDS",
    "WRITERS",
    "Access",
    "AttendanceMark",
    "Booking",
    "Clearance",
    "Concern",
    "ConcernKeyGrant",
    "ConcernReceipt",
    "Conflict",
    "Consent",
    "Contact",
    "DeviceKey",
    "DevicePolicy",
    "DocumentIssue",
    "DocumentRevocation",
    "EvaluationAnswer",
    "EvaluationQuestion",
    "Event",
    "EventStaff",
    "LegalHold",
    "Match",
    "Mentee",
    "Mentor",
    "Partner",
    "PrintRun",
    "Record",
    "Region",
    "RequirementSet",
    "RetentionRule",
    "RightsRequest",
    "RosterSnapshot",
    "SafeguardingContact",
    "SafeguardingKey",
    "TrainingSession",
    "WalkIn",
    "may_lie_in",
]

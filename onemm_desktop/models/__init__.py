"""What is kept on this laptop: encrypted tables, and a journal of every change that has yet to be sent."""

from __future__ import annotations

from onemm_desktop.models.base import Base, Instant, Synced
from onemm_desktop.models.concerns import ConcernDraft, ConcernSlip, SafeguardingRoot
from onemm_desktop.models.consents import Consent
from onemm_desktop.models.desk import Desk, desk_of
from onemm_desktop.models.devices import DeviceKey, DevicePolicy
from onemm_desktop.models.documents import DocumentIssue, DocumentRevocation, PrintRun
from onemm_desktop.models.evaluation import EvaluationAnswer, EvaluationQuestion
from onemm_desktop.models.local import Device, Incident, Op, Progress, Shadow, the_device, this_device
from onemm_desktop.models.matching import Match
from onemm_desktop.models.people import Contact, Mentee, Mentor, Partner, Region, RequirementSet, WalkIn
from onemm_desktop.models.preflight import PreflightRun
from onemm_desktop.models.review import Conflict
from onemm_desktop.models.rights import Access, LegalHold, RetentionRule, RightsRequest
from onemm_desktop.models.safeguarding import (
    Clearance,
    Concern,
    ConcernKeyGrant,
    ConcernReceipt,
    SafeguardingContact,
    SafeguardingKey,
)
from onemm_desktop.models.sheets import PrintedSheet
from onemm_desktop.models.training import (
    AttendanceMark,
    Booking,
    Event,
    EventStaff,
    RosterSnapshot,
    TrainingSession,
)
from onemm_desktop.models.unattended import Draft, Lease

#: The table of every kind of record that travels.
MODELS: dict[str, type[Synced]] = {
    model.record.kind: model
    for model in (
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

__all__ = [
    "MODELS",
    "Access",
    "AttendanceMark",
    "Base",
    "Booking",
    "Clearance",
    "Concern",
    "ConcernDraft",
    "ConcernKeyGrant",
    "ConcernReceipt",
    "ConcernSlip",
    "Conflict",
    "Consent",
    "Contact",
    "Desk",
    "Device",
    "DeviceKey",
    "DevicePolicy",
    "DocumentIssue",
    "DocumentRevocation",
    "Draft",
    "EvaluationAnswer",
    "EvaluationQuestion",
    "Event",
    "EventStaff",
    "Incident",
    "Instant",
    "Lease",
    "LegalHold",
    "Match",
    "Mentee",
    "Mentor",
    "Op",
    "Partner",
    "PreflightRun",
    "PrintRun",
    "PrintedSheet",
    "Progress",
    "Region",
    "RequirementSet",
    "RetentionRule",
    "RightsRequest",
    "RosterSnapshot",
    "SafeguardingContact",
    "SafeguardingKey",
    "SafeguardingRoot",
    "Shadow",
    "Synced",
    "TrainingSession",
    "WalkIn",
    "desk_of",
    "the_device",
    "this_device",
]

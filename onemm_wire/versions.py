"""What each schema added, so that programs of different age can talk. The centre serves three (``SERVED_SCHEMAS``).

1: the first. 2: conflicts became records of a kind of their own; an answer names them by field. 3: digests, concerns,
sessions and staff of events.

A program keeps fields it does not know beside the record and sends them back; records of kinds it does not know it
leaves alone. So a change of the shapes needs a line here, and only a change of the messages needs code at the edge, in
``onemm_central.sync.versions``. What an updated laptop lacks it fetches by itself (``onemm_desktop.sync.backfill``).
"""

from __future__ import annotations

from onemm_wire.records import (
    KINDS,
    Access,
    Concern,
    ConcernKeyGrant,
    ConcernReceipt,
    Conflict,
    Consent,
    DeviceKey,
    DevicePolicy,
    DocumentRevocation,
    EvaluationAnswer,
    EvaluationQuestion,
    EventStaff,
    LegalHold,
    PrintRun,
    RetentionRule,
    RightsRequest,
    RosterSnapshot,
    SafeguardingContact,
    SafeguardingKey,
    TrainingSession,
)

#: Since which schema a kind is known; all others since the first.
KINDS_SINCE: dict[str, int] = {
    DevicePolicy.kind: 3,
    DeviceKey.kind: 3,
    DocumentRevocation.kind: 3,
    PrintRun.kind: 3,
    EvaluationQuestion.kind: 3,
    EvaluationAnswer.kind: 3,
    Conflict.kind: 2,
    Consent.kind: 3,
    SafeguardingContact.kind: 3,
    SafeguardingKey.kind: 3,
    ConcernReceipt.kind: 3,
    Concern.kind: 3,
    ConcernKeyGrant.kind: 3,
    RetentionRule.kind: 3,
    RightsRequest.kind: 3,
    LegalHold.kind: 3,
    Access.kind: 3,
    TrainingSession.kind: 3,
    EventStaff.kind: 3,
    RosterSnapshot.kind: 3,
}
#: Answers name the records of their conflicts since this schema; before, only the fields in question.
CONFLICT_RECORDS = 2


def kinds_of(schema: int) -> list[str]:
    """The kinds that a program of this schema keeps, in the order of ``KINDS``."""
    return [kind for kind in KINDS if KINDS_SINCE.get(kind, 1) <= schema]

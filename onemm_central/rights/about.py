"""Which records are about a person: declared for every field that names another record, so that none is forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg

from onemm_wire.records import (
    Access,
    AttendanceMark,
    Booking,
    Clearance,
    Conflict,
    Consent,
    Contact,
    DocumentIssue,
    DocumentRevocation,
    EvaluationAnswer,
    LegalHold,
    Match,
    Mentee,
    Mentor,
    PrintRun,
    RightsRequest,
    RosterSnapshot,
    WalkIn,
)

#: The kinds that are a person.
PEOPLE: frozenset[str] = frozenset({Mentor.kind, Mentee.kind, WalkIn.kind})

#: (kind, field): a record of this kind is about the person whom this field names.
ABOUT: frozenset[tuple[str, str]] = frozenset(
    {
        (Contact.kind, "person_id"),
        (Clearance.kind, "mentor_id"),
        (Booking.kind, "mentor_id"),
        (AttendanceMark.kind, "attendee_id"),
        # A walk-in who was found to be a mentor is the same person.
        (WalkIn.kind, "mentor_id"),
        (Match.kind, "mentor_id"),
        (Match.kind, "mentee_id"),
        (Consent.kind, "person_id"),
        (DocumentIssue.kind, "person_id"),
        (Conflict.kind, "about_id"),
        (RightsRequest.kind, "person_id"),
        (LegalHold.kind, "person_id"),
        (Access.kind, "seen_id"),
    }
)

#: Fields that name a record, and make theirs none about a person whose rights these are.
NOT_ABOUT: frozenset[tuple[str, str]] = frozenset(
    {
        (WalkIn.kind, "event_id"),
        (Booking.kind, "event_id"),
        (AttendanceMark.kind, "event_id"),
        (DocumentIssue.kind, "event_id"),
        (DocumentIssue.kind, "partner_id"),
        (AttendanceMark.kind, "session_id"),
        (RosterSnapshot.kind, "event_id"),
        (RosterSnapshot.kind, "session_id"),
        ("training_session", "event_id"),
        ("event", "partner_id"),
        (Mentee.kind, "partner_id"),
        (Match.kind, "partner_id"),
        # Sealed: the safeguarding lead alone can say whom a concern is about.
        ("concern", "recorder_id"),
        ("concern_key_grant", "concern_id"),
        ("concern_key_grant", "key_id"),
        # Members of staff at their work; the account is theirs to ask about.
        ("event_staff", "event_id"),
        ("event_staff", "user_id"),
        (DocumentRevocation.kind, "by_id"),
        ("safeguarding_key", "user_id"),
        ("safeguarding_key", "device_id"),
        (Access.kind, "reader_id"),
        (Conflict.kind, "device_id"),
        # Evaluations name nobody, and a print run counts people without naming them.
        (EvaluationAnswer.kind, "event_id"),
        (EvaluationAnswer.kind, "session_id"),
        (EvaluationAnswer.kind, "sheet_id"),
        (EvaluationAnswer.kind, "question_id"),
        (PrintRun.kind, "about_id"),
    }
)

_HELD = "record.partition, record.kind, record.id, record.rev, record.data, record.erased"
PERSON = f"SELECT {_HELD} FROM record WHERE id = ANY(%(ids)s) AND kind = ANY(%(people)s) ORDER BY 2, 1, 3"  # noqa: S608
# What was deleted names nobody any more, but its history does.
NAMING = f"""
SELECT {_HELD} FROM unnest(%(kinds)s::text[], %(fields)s::text[]) AS about (kind, field)
JOIN record ON record.kind = about.kind AND record.data ->> about.field = ANY(%(ids)s)
UNION
SELECT {_HELD} FROM unnest(%(kinds)s::text[], %(fields)s::text[]) AS about (kind, field)
JOIN history ON history.kind = about.kind
    AND (history.before ->> about.field = ANY(%(ids)s) OR history.after ->> about.field = ANY(%(ids)s))
JOIN record ON record.partition = history.partition AND record.kind = history.kind AND record.id = history.record_id
ORDER BY 2, 1, 3
"""  # noqa: S608  (our own text)
# Changes that nobody has decided on yet: a record in them may be nowhere else.
WAITING = """
SELECT inbox.id FROM inbox WHERE op IS NOT NULL AND (record_id = ANY(%(held)s) OR EXISTS (
    SELECT FROM unnest(%(kinds)s::text[], %(fields)s::text[]) AS about (kind, field)
    WHERE about.kind = inbox.kind AND op -> 'fields' ->> about.field = ANY(%(ids)s)))
ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Held:
    """One record that the centre holds; ``data`` is None where it was deleted or erased."""

    partition: str
    kind: str
    id: str
    rev: int
    data: dict[str, Any] | None
    erased: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """Partition, kind and id."""
        return (self.partition, self.kind, self.id)


@dataclass(frozen=True, slots=True)
class About:
    """All that is about one person: ``ids`` are theirs (a mentor and the walk-ins who turned out to be them), ``held``
    the records, their own first, ``waiting`` the ids of changes in the inbox.
    """

    ids: frozenset[str]
    held: tuple[Held, ...]
    waiting: tuple[str, ...]


def about(connection: psycopg.Connection[Any], person_id: str) -> About | None:
    """Everything about a person, by any of their ids; None where there is no such person."""
    ids: set[str] = {person_id}
    while True:
        people = _read(connection, PERSON, ids)
        more = {held.data["mentor_id"] for held in people if held.data and held.data.get("mentor_id")}
        more |= {held.id for held in _read(connection, NAMING, ids) if held.kind in PEOPLE}
        if more <= ids:
            break
        ids |= more
    if not people:
        return None
    own = {held.key: held for held in people}
    linked = {held.key: held for held in _read(connection, NAMING, ids)}
    questions = {held.key: held for held in _read(connection, NAMING, {key[2] for key in own | linked})}
    held = tuple({**own, **linked, **questions}.values())
    waiting = connection.execute(WAITING, {**_named(ids), "held": [each.id for each in held]})
    return About(frozenset(ids), held, tuple(item for (item,) in waiting))


def _named(ids: set[str]) -> dict[str, list[str]]:
    pairs = sorted(ABOUT)
    return {
        "ids": sorted(ids), "people": sorted(PEOPLE), "kinds": [kind for kind, _ in pairs],
        "fields": [field for _, field in pairs],
    }  # fmt: skip


def _read(connection: psycopg.Connection[Any], statement: str, ids: set[str]) -> list[Held]:
    return [Held(*row) for row in connection.execute(statement, _named(ids))]

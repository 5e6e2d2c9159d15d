"""Training events, who is booked, who came."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record

EventState = Literal[
    "draft", "published", "booking_open", "confirmed", "in_progress", "register_closed", "reconciled", "archived",
    "cancelled", "postponed",
]  # fmt: skip
EventKind = Literal["mentor_training", "safeguarding_briefing", "mentor_meetup", "partner_briefing"]
BookingState = Literal["booked", "waitlisted", "apologies", "cancelled_late"]
MarkState = Literal[
    "unmarked", "present", "late", "left_early", "not_yet_booked", "apologies", "excused", "no_notice"
]  # fmt: skip
Duty = Literal["trainer", "helper", "host", "observer"]


class Event(Record, frozen=True, kw_only=True):
    """A face-to-face training event. ``starts_at`` and ``ends_at`` are instants; screens show Europe/London.

    ``modules`` are the codes a person passes by attending; ``hours`` are decimal, as printed on certificates.
    ``requirement_code`` names the ``RequirementSet`` that a mentor should fulfil before coming. ``confirmed_*`` and
    ``closed_*`` say who decided that it takes place, and who closed its register. ``badge_key`` is a random secret:
    a badge that was signed with it is valid for this event alone.
    """

    kind: ClassVar[str] = "event"
    family: ClassVar[AnyFamily] = "region"

    reference: str
    title: str
    title_cy: str = ""
    event_kind: EventKind = "mentor_training"
    state: EventState = "booking_open"
    venue: str
    address: str = ""
    access_notes: str = ""
    starts_at: datetime
    ends_at: datetime
    hours: float
    capacity: int
    minimum: int = 0
    trainers: list[str] = []
    modules: list[str] = []
    partner_id: str | None = None
    requirement_code: str = ""
    evaluation_form: str = ""
    badge_key: str = ""
    confirmed_on: date | None = None
    confirmed_by: str = ""
    cancelled_reason: str = ""
    postponed_to: str | None = None
    closed_at: datetime | None = None
    closed_by: str = ""


class TrainingSession(Record, frozen=True, kw_only=True):
    """A part of an event with a register of its own. An event without any is one session.

    ``modules`` are passed by whoever attends all sessions of the event that name them.
    """

    kind: ClassVar[str] = "training_session"
    family: ClassVar[AnyFamily] = "region"

    event_id: str
    title: str
    title_cy: str = ""
    starts_at: datetime
    ends_at: datetime
    hours: float
    modules: list[str] = []


class EventStaff(Record, frozen=True, kw_only=True):
    """Somebody who works at an event: counted with those in the building, marked under this record's id."""

    kind: ClassVar[str] = "event_staff"
    family: ClassVar[AnyFamily] = "region"

    event_id: str
    name: str
    duty: Duty = "helper"
    user_id: str = ""


class Booking(Record, frozen=True, kw_only=True):
    """A mentor's place at an event, as it was before the day.

    ``sessions`` are those they come to; none named means all. ``promoted_at`` is when a place was found for somebody
    who waited. ``confirmed`` is the answer to the reminder. ``note`` is of this event alone (a diet, an arrival by
    wheelchair taxi) and is taken away when the event is reconciled.
    """

    kind: ClassVar[str] = "booking"
    family: ClassVar[AnyFamily] = "region"

    event_id: str
    mentor_id: str
    state: BookingState = "booked"
    booked_at: datetime | None = None
    sessions: list[str] = []
    promoted_at: datetime | None = None
    confirmed: Literal["not_asked", "confirmed", "no_answer"] = "not_asked"
    note: str = ""


class RosterSnapshot(Record, frozen=True, kw_only=True):
    """Who stood on the roster when a session began, or when its register was closed: a fact, only ever added to.

    Of several for one session the first counts. Whoever is moved or struck off later stays on it. The lists hold
    mentors' ids.
    """

    kind: ClassVar[str] = "roster_snapshot"
    family: ClassVar[AnyFamily] = "region"

    event_id: str
    session_id: str | None = None
    taken_at: datetime
    taken_by: str = ""
    booked: list[str] = []
    waitlisted: list[str] = []
    apologies: list[str] = []


class AttendanceMark(Record, frozen=True, kw_only=True):
    """What was said of one person's attendance at one moment: a fact, only ever added to.

    ``attendee_id`` is the id of a mentor, a walk-in or an ``EventStaff``. ``session_id`` names the session it is about;
    none, the whole event. ``at`` is the time of arriving (present, late, not yet booked) or leaving (left early).
    ``not_yet_booked`` came before anybody had put them on the list. A later mark of the same desk names in
    ``supersedes`` the one it replaces; undo is such a mark, back to what stood before. Marks that nothing supersedes
    are the heads: one head is the state of the person, heads that differ are two desks' answers, both kept and
    flagged. ``amends``: said after the register was closed, with a ``reason``. ``marked_by`` is the name of the person
    at the desk.
    """

    kind: ClassVar[str] = "attendance_mark"
    family: ClassVar[AnyFamily] = "region"

    event_id: str
    attendee_id: str
    state: MarkState
    at: datetime | None = None
    supersedes: str | None = None
    source: Literal["desk", "paper", "scan", "kiosk"] = "desk"
    reason: str = ""
    marked_at: datetime
    session_id: str | None = None
    marked_by: str = ""
    amends: bool = False

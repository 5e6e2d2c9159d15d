"""Training events, who is booked, who came."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record

EventState = Literal["draft", "booking_open", "in_progress", "register_closed", "archived", "cancelled", "postponed"]
EventKind = Literal["mentor_training", "safeguarding_briefing", "mentor_meetup", "partner_briefing"]
BookingState = Literal["booked", "waitlisted", "apologies", "cancelled_late"]
MarkState = Literal["unmarked", "present", "late", "left_early", "apologies", "excused", "no_notice"]


class Event(Record, frozen=True, kw_only=True):
    """A face-to-face training event. ``starts_at`` and ``ends_at`` are instants; screens show Europe/London.

    ``modules`` are the codes a person passes by attending; ``hours`` are decimal, as printed on certificates.
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


class Booking(Record, frozen=True, kw_only=True):
    """A mentor's place at an event, as it was before the day."""

    kind: ClassVar[str] = "booking"
    family: ClassVar[AnyFamily] = "region"

    event_id: str
    mentor_id: str
    state: BookingState = "booked"
    booked_at: datetime | None = None


class AttendanceMark(Record, frozen=True, kw_only=True):
    """What was said of one person's attendance at one moment: a fact, only ever added to.

    ``attendee_id`` is a mentor's or a walk-in's id. ``at`` is the time of arriving (present, late) or leaving
    (left early). A later mark of the same desk names in ``supersedes`` the one it replaces; undo is such a mark,
    back to what stood before. Marks that nothing supersedes are the heads: one head is the state of the person,
    heads that differ are two desks' answers, both kept and flagged.
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

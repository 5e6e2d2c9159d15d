"""Events, their sessions and staff, bookings, rosters and attendance marks, as kept on this laptop."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Synced
from onemm_wire import records
from onemm_wire.records import training as wire


class Event(Synced):
    """A face-to-face training event."""

    __tablename__ = "event"
    record: ClassVar[type[records.Record]] = wire.Event

    reference: Mapped[str]
    title: Mapped[str]
    title_cy: Mapped[str] = mapped_column(default="")
    event_kind: Mapped[str] = mapped_column(default="mentor_training")
    state: Mapped[str] = mapped_column(default="booking_open")
    venue: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    access_notes: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime]
    hours: Mapped[float]
    capacity: Mapped[int]
    minimum: Mapped[int] = mapped_column(default=0)
    trainers: Mapped[list[str]] = mapped_column(default=list)
    modules: Mapped[list[str]] = mapped_column(default=list)
    partner_id: Mapped[str | None]
    requirement_code: Mapped[str] = mapped_column(default="")
    evaluation_form: Mapped[str] = mapped_column(default="")
    badge_key: Mapped[str] = mapped_column(default="")
    confirmed_on: Mapped[date | None]
    confirmed_by: Mapped[str] = mapped_column(default="")
    cancelled_reason: Mapped[str] = mapped_column(default="")
    postponed_to: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str] = mapped_column(default="")


class TrainingSession(Synced):
    """A part of an event with a register of its own."""

    __tablename__ = "training_session"
    record: ClassVar[type[records.Record]] = wire.TrainingSession

    event_id: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    title_cy: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    hours: Mapped[float]
    modules: Mapped[list[str]] = mapped_column(default=list)


class EventStaff(Synced):
    """Somebody who works at an event."""

    __tablename__ = "event_staff"
    record: ClassVar[type[records.Record]] = wire.EventStaff

    event_id: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    duty: Mapped[str] = mapped_column(default="helper")
    user_id: Mapped[str] = mapped_column(default="")


class Booking(Synced):
    """A mentor's place at an event."""

    __tablename__ = "booking"
    record: ClassVar[type[records.Record]] = wire.Booking

    event_id: Mapped[str]
    mentor_id: Mapped[str] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(default="booked")
    booked_at: Mapped[datetime | None]
    sessions: Mapped[list[str]] = mapped_column(default=list)
    promoted_at: Mapped[datetime | None]
    confirmed: Mapped[str] = mapped_column(default="not_asked")
    note: Mapped[str] = mapped_column(default="")


class RosterSnapshot(Synced):
    """Who stood on the roster when a session began or its register was closed; only ever added to."""

    __tablename__ = "roster_snapshot"
    record: ClassVar[type[records.Record]] = wire.RosterSnapshot

    event_id: Mapped[str] = mapped_column(index=True)
    session_id: Mapped[str | None]
    taken_at: Mapped[datetime]
    taken_by: Mapped[str] = mapped_column(default="")
    booked: Mapped[list[str]] = mapped_column(default=list)
    waitlisted: Mapped[list[str]] = mapped_column(default=list)
    apologies: Mapped[list[str]] = mapped_column(default=list)


class AttendanceMark(Synced):
    """A fact about one person's attendance; only ever added to."""

    __tablename__ = "attendance_mark"
    record: ClassVar[type[records.Record]] = wire.AttendanceMark

    event_id: Mapped[str]
    attendee_id: Mapped[str] = mapped_column(index=True)
    state: Mapped[str]
    at: Mapped[datetime | None]
    supersedes: Mapped[str | None] = mapped_column(index=True)
    source: Mapped[str] = mapped_column(default="desk")
    reason: Mapped[str] = mapped_column(default="")
    marked_at: Mapped[datetime]
    session_id: Mapped[str | None]
    marked_by: Mapped[str] = mapped_column(default="")
    amends: Mapped[bool] = mapped_column(default=False)


Index("booking_by_event", Booking.event_id, Booking.mentor_id)
Index("mark_by_event", AttendanceMark.event_id, AttendanceMark.attendee_id)

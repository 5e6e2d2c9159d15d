"""Events, bookings and attendance marks, as kept on this laptop."""

from __future__ import annotations

from datetime import datetime
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


class Booking(Synced):
    """A mentor's place at an event."""

    __tablename__ = "booking"
    record: ClassVar[type[records.Record]] = wire.Booking

    event_id: Mapped[str]
    mentor_id: Mapped[str] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(default="booked")
    booked_at: Mapped[datetime | None]


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


Index("booking_by_event", Booking.event_id, Booking.mentor_id)
Index("mark_by_event", AttendanceMark.event_id, AttendanceMark.attendee_id)

"""Matches, as kept on this laptop."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Synced
from onemm_wire import records
from onemm_wire.records import matching as wire


class Match(Synced):
    """One mentoring relationship."""

    __tablename__ = "match"
    record: ClassVar[type[records.Record]] = wire.Match

    reference: Mapped[str] = mapped_column(index=True)
    mentor_id: Mapped[str] = mapped_column(index=True)
    mentee_id: Mapped[str] = mapped_column(index=True)
    partner_id: Mapped[str] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(default="draft", index=True)
    proposed_on: Mapped[date | None]
    started_on: Mapped[date | None]
    planned_end_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    close_reason: Mapped[str | None]
    focus: Mapped[list[str]] = mapped_column(default=list)
    meetings_held: Mapped[int] = mapped_column(default=0)
    last_met_on: Mapped[date | None]
    notes: Mapped[str] = mapped_column(default="")

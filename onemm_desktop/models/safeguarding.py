"""Screening checks, as kept on this laptop: what may be kept and nothing else."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Synced
from onemm_wire import records
from onemm_wire.records import safeguarding as wire


class Clearance(Synced):
    """One screening check of a mentor."""

    __tablename__ = "clearance"
    record: ClassVar[type[records.Record]] = wire.Clearance

    mentor_id: Mapped[str] = mapped_column(index=True)
    level: Mapped[str]
    workforce: Mapped[str] = mapped_column(default="child")
    applied_on: Mapped[date | None]
    certificate_number: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    seen_by: Mapped[str] = mapped_column(default="")
    seen_on: Mapped[date | None]
    outcome: Mapped[str | None]
    decided_by: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    next_due_on: Mapped[date | None]

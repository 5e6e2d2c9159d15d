"""Conflicts, as kept on this laptop."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Synced
from onemm_wire import records
from onemm_wire.records import review as wire


class Conflict(Synced):
    """One field, two answers, and what a person decided."""

    __tablename__ = "conflict"
    record: ClassVar[type[records.Record]] = wire.Conflict

    about_kind: Mapped[str]
    about_id: Mapped[str]
    field: Mapped[str]
    before: Mapped[Any] = mapped_column(JSON, nullable=True)
    centre: Mapped[Any] = mapped_column(JSON, nullable=True)
    laptop: Mapped[Any] = mapped_column(JSON, nullable=True)
    centre_rev: Mapped[int]
    centre_by: Mapped[str] = mapped_column(default="")
    centre_by_name: Mapped[str] = mapped_column(default="")
    centre_at: Mapped[datetime | None]
    laptop_by: Mapped[str]
    laptop_by_name: Mapped[str] = mapped_column(default="")
    laptop_at: Mapped[datetime]
    device_id: Mapped[str]
    op_n: Mapped[int]
    state: Mapped[str] = mapped_column(default="open")
    choice: Mapped[str | None]
    value: Mapped[Any] = mapped_column(JSON, nullable=True)
    settled_by: Mapped[str] = mapped_column(default="")
    settled_by_name: Mapped[str] = mapped_column(default="")
    settled_at: Mapped[datetime | None]


Index("conflict_open", Conflict.state, Conflict.about_kind, Conflict.about_id)
Index("conflict_of_op", Conflict.device_id, Conflict.op_n)

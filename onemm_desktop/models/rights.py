"""Requests by people, holds, rules of retention and who has looked, as kept on this laptop."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Synced
from onemm_wire import records
from onemm_wire.records import rights as wire


class RightsRequest(Synced):
    """Somebody has asked about what is held of them."""

    __tablename__ = "rights_request"
    record: ClassVar[type[records.Record]] = wire.RightsRequest

    person_id: Mapped[str] = mapped_column(index=True)
    asked: Mapped[str]
    received_on: Mapped[date]
    extended: Mapped[bool] = mapped_column(default=False)
    told_on: Mapped[date | None]
    done_on: Mapped[date | None]
    answer: Mapped[str | None]


class LegalHold(Synced):
    """What is held of this person must stay."""

    __tablename__ = "legal_hold"
    record: ClassVar[type[records.Record]] = wire.LegalHold

    person_id: Mapped[str] = mapped_column(index=True)
    ground: Mapped[str]
    set_on: Mapped[date]
    lifted_on: Mapped[date | None]


class RetentionRule(Synced):
    """How long people's records are kept."""

    __tablename__ = "retention_rule"
    record: ClassVar[type[records.Record]] = wire.RetentionRule

    who: Mapped[str]
    since: Mapped[str]
    months: Mapped[int]
    valid_from: Mapped[date]
    source: Mapped[str] = mapped_column(default="")


class Access(Synced):
    """Somebody was shown a record that few may see. On this laptop until the centre has it, unless it is a lead's."""

    __tablename__ = "access"
    record: ClassVar[type[records.Record]] = wire.Access

    seen_kind: Mapped[str]
    seen_id: Mapped[str] = mapped_column(index=True)
    reader_id: Mapped[str]
    seen_at: Mapped[datetime]
    how: Mapped[str] = mapped_column(default="screen")

"""Screening checks and sealed concerns, as kept on this laptop: what may be kept and nothing else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import event, inspect
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


class SafeguardingContact(Synced):
    """Whom to phone about a concern."""

    __tablename__ = "safeguarding_contact"
    record: ClassVar[type[records.Record]] = wire.SafeguardingContact

    name: Mapped[str]
    contact_role: Mapped[str] = mapped_column(default="lead")
    phone: Mapped[str]
    hours: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]


class SafeguardingKey(Synced):
    """A public key that concerns are sealed to."""

    __tablename__ = "safeguarding_key"
    record: ClassVar[type[records.Record]] = wire.SafeguardingKey

    purpose: Mapped[str]
    user_id: Mapped[str]
    user_name: Mapped[str] = mapped_column(default="")
    device_id: Mapped[str]
    device_name: Mapped[str] = mapped_column(default="")
    seal_key: Mapped[str]
    sign_key: Mapped[str]
    made_at: Mapped[datetime]
    vouched_by: Mapped[str] = mapped_column(default="")
    vouching: Mapped[str] = mapped_column(default="")
    revoked_at: Mapped[datetime | None]


class ConcernReceipt(Synced):
    """A lead has opened somebody's concern."""

    __tablename__ = "concern_receipt"
    record: ClassVar[type[records.Record]] = wire.ConcernReceipt

    receipt: Mapped[str] = mapped_column(index=True)
    opened_at: Mapped[datetime]


class Concern(Synced):
    """A sealed text. On its author's laptop until the centre has it; afterwards on those of the leads alone."""

    __tablename__ = "concern"
    record: ClassVar[type[records.Record]] = wire.Concern

    entry: Mapped[str]
    about: Mapped[str] = mapped_column(default="", index=True)
    made_at: Mapped[datetime]
    recorder_id: Mapped[str]
    sealed: Mapped[str]
    keys: Mapped[dict[str, str]] = mapped_column(default=dict)


class ConcernKeyGrant(Synced):
    """An older concern's key, for a lead's laptop that came later."""

    __tablename__ = "concern_key_grant"
    record: ClassVar[type[records.Record]] = wire.ConcernKeyGrant

    concern_id: Mapped[str] = mapped_column(index=True)
    key_id: Mapped[str]
    wrapped: Mapped[str]
    granted_at: Mapped[datetime]


class SealedError(RuntimeError):
    """A bug: something would have changed or deleted what is only ever added to."""


def _refuse_change(mapper: Any, connection: Any, row: Synced) -> None:
    # A row that is flushed to be said once more (``journal.restate``) has not changed.
    if any(inspect(row).attrs[name].history.has_changes() for name in row.wire_fields()):
        raise SealedError(f"a {row.record.kind} is not changed")


def _refuse_deletion(mapper: Any, connection: Any, row: Synced) -> None:
    raise SealedError(f"a {row.record.kind} is not deleted")


for _fact in (Concern, ConcernKeyGrant, ConcernReceipt):
    event.listen(_fact, "before_update", _refuse_change)
    event.listen(_fact, "before_delete", _refuse_deletion)

"""The rules for laptops and the public halves of their keys, as kept on this laptop."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Synced
from onemm_wire import records
from onemm_wire.records import devices as wire


class DevicePolicy(Synced):
    """When laptops lock, what opens them, and how long they work without the centre."""

    __tablename__ = "device_policy"
    record: ClassVar[type[records.Record]] = wire.DevicePolicy

    region: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date]
    unlock: Mapped[str] = mapped_column(default="keyring")
    pin_digits: Mapped[int] = mapped_column(default=6)
    lock_after_minutes: Mapped[int] = mapped_column(default=15)
    lease_days: Mapped[int] = mapped_column(default=21)


class DeviceKey(Synced):
    """The public half of a laptop's key, as the centre certified it."""

    __tablename__ = "device_key"
    record: ClassVar[type[records.Record]] = wire.DeviceKey

    region: Mapped[str]
    block: Mapped[int] = mapped_column(index=True)
    public_key: Mapped[str]
    valid_from: Mapped[datetime]
    statement: Mapped[str]
    shut_out_at: Mapped[datetime | None]

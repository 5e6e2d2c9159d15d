"""The rules for laptops, as kept on this laptop."""

from __future__ import annotations

from datetime import date
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

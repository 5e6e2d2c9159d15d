"""What this laptop is to the centre, as Settings shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Device
from onemm_wire.partitions import Role


@dataclass(frozen=True, slots=True)
class ThisLaptop:
    """``number`` is the device's own number at the centre: certificate numbers made here begin with it."""

    device_id: str
    name: str
    number: int
    address: str
    centre: str
    user_id: str
    user_name: str
    role: Role
    region: str
    region_name: str
    first_sync_done: bool


def this_laptop(session: Session) -> ThisLaptop | None:
    """The device row as values; None before the laptop is enrolled."""
    row = session.scalar(select(Device))
    if row is None:
        return None
    return ThisLaptop(
        device_id=row.device_id,
        name=row.device_name,
        number=row.block,
        address=row.address,
        centre=row.centre,
        user_id=row.user_id,
        user_name=row.user_name,
        role=cast("Role", row.role),
        region=row.region,
        region_name=row.region_name,
        first_sync_done=row.first_sync_done,
    )

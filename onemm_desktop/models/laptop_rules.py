"""The rules that this laptop is kept by: the newest that are valid for its region, else for all, else the program's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from onemm_desktop.models.devices import DevicePolicy
from onemm_wire.records.devices import Unlock

#: What opens the records, the weakest first. A person may always choose more than the rules ask for.
STRENGTH: tuple[Unlock, ...] = ("keyring", "pin", "passphrase")

# Built once: asked whenever the pill is counted anew. The region's own come before those for all; of two from the same
# day the one that was made later.
_NEWEST = (
    select(DevicePolicy)
    .where(DevicePolicy.valid_from <= bindparam("day"), DevicePolicy.region.in_(["", bindparam("region")]))
    .order_by(DevicePolicy.region == "", DevicePolicy.valid_from.desc(), DevicePolicy.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Rules:
    """See ``onemm_wire.records.devices``. The defaults are for a laptop that has not been told any."""

    unlock: Unlock = "keyring"
    pin_digits: int = 6
    lock_after_minutes: int = 15
    lease_days: int = 21


def rules(session: Session, *, region: str, day: date) -> Rules:
    """The rules on a day."""
    row = session.scalars(_NEWEST, {"day": day, "region": region}).first()
    if row is None:
        return Rules()
    return Rules(
        unlock=next((one for one in STRENGTH if one == row.unlock), "passphrase"),
        pin_digits=row.pin_digits,
        lock_after_minutes=row.lock_after_minutes,
        lease_days=row.lease_days,
    )


def enough(has: Unlock, asked: Unlock) -> bool:
    """Whether what opens the records is at least what the rules ask for."""
    return STRENGTH.index(has) >= STRENGTH.index(asked)

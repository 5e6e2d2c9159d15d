"""How laptops are kept: when they lock, what opens them, how long they work without the centre. Dated data."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

import msgspec

from onemm_wire.records.base import AnyFamily, Record

Unlock = Literal["keyring", "pin", "passphrase"]


class DevicePolicy(Record, frozen=True, kw_only=True):
    """The rules for the laptops of one region, or of all where ``region`` is empty; the newest that is valid counts.

    ``unlock`` is the least that opens the records: the system's account alone (keyring), a PIN of at least
    ``pin_digits`` as well, or a passphrase. ``lock_after_minutes`` without a key or a click lock the screen (0: never).
    ``lease_days`` after the last word from the centre the records stay locked until there is another.
    """

    kind: ClassVar[str] = "device_policy"
    family: ClassVar[AnyFamily] = "national"

    region: str = ""
    valid_from: date
    unlock: Unlock = "keyring"
    pin_digits: Annotated[int, msgspec.Meta(ge=6, le=12)] = 6
    lock_after_minutes: Annotated[int, msgspec.Meta(ge=0, le=240)] = 15
    lease_days: Annotated[int, msgspec.Meta(ge=1, le=366)] = 21

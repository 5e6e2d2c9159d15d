"""How laptops are kept: when they lock, what opens them, how long they work without the centre; and their keys."""

from __future__ import annotations

from datetime import date, datetime
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


class DeviceKey(Record, frozen=True, kw_only=True):
    """The public half of a laptop's key, by which what it signs is known; written by the centre alone.

    ``statement`` is the centre's signature that this key is the one of ``block`` in ``region`` (``device_keys``). A
    laptop that changes its key gets another record; the one before stays, because papers were signed by it.
    ``shut_out_at``: since when the laptop is shut out. From then on a signature alone proves nothing.
    """

    kind: ClassVar[str] = "device_key"
    family: ClassVar[AnyFamily] = "national"

    region: str
    block: int
    public_key: str
    valid_from: datetime
    statement: str
    shut_out_at: datetime | None = None

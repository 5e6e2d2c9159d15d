"""Who is working, on which laptop, at what time: what every verb of the programme needs and never looks up itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy.orm import Session

from onemm_wire.ids import uuid7
from onemm_wire.partitions import Role


@dataclass(frozen=True)
class Desk:
    """The person and device behind a session. Clock and chance come from outside, so a test can repeat them.

    ``clock`` answers an aware instant; ``chance(n)`` n random bytes; ``device_key`` the laptop's private key, raw.
    Without one, papers are issued without a code that proves them.
    """

    user_id: str
    user_name: str
    role: Role
    region: str
    device_id: str
    block: int
    clock: Callable[[], datetime]
    chance: Callable[[int], bytes]
    device_key: Callable[[], bytes] | None = None

    def now(self) -> datetime:
        """This laptop's clock in UTC, in whole seconds: finer time has no meaning here and would not sort as text."""
        return self.clock().astimezone(UTC).replace(microsecond=0)

    def new_id(self) -> str:
        """An identity for a new record, unique without asking anyone."""
        return uuid7(self.clock(), self.chance(10))


def desk_of(session: Session) -> Desk:
    """The desk a writing session was opened for. ``Database.write`` puts it there."""
    return cast("Desk", session.info["desk"])

"""The three numbers that must always be true: unsent, needs attention, last verified. And what sync is doing now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Op, attention, lease, this_device

#: Problems of the way to the centre, which pass by themselves.
LINE = frozenset(
    {
        Problem.UNREACHABLE,
        Problem.NOT_THE_CENTRE,
        Problem.CERTIFICATE,
        Problem.OTHER_CERTIFICATE,
        Problem.INSECURE,
        Problem.CENTRE_FAILED,
        Problem.BUSY,
    }
)
#: "Not done" is said too: that is what lets SQLite use the small index over what waits.
_UNSENT = select(func.count()).where(Op.state != "done", Op.state == "pending")
#: Seconds.
WRONG_CLOCK = 300.0
State = Literal["never", "offline", "busy", "online", "sending", "receiving", "attention"]


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What the sync pill says.

    ``unsent`` are the changes that the centre has not acknowledged; ``sent`` those it acknowledged in this run, so
    "Sending 3 of 14" is ``sent`` of ``sent + unsent``. ``attention`` counts what waits for a person to decide.
    ``received`` of ``total`` records of a first sync (0 of 0 otherwise), for which ``travelled`` bytes came over the
    line in this run. ``last_verified`` is when this copy last
    equalled the centre. ``problem`` is why the last run did not finish, if it did not. ``clock_offset`` is by how many
    seconds the centre's clock is ahead of this laptop's, as last measured. ``days_left``, in the last week alone, until
    the records lock because the centre was not heard. ``next_try`` is when a centre that is busy is asked again, by
    this laptop's clock.
    """

    state: State = "never"
    unsent: int = 0
    sent: int = 0
    attention: int = 0
    received: int = 0
    total: int = 0
    travelled: int = 0
    last_verified: datetime | None = None
    problem: KnownError | None = None
    clock_offset: float = 0.0
    days_left: int | None = None
    next_try: datetime | None = None

    @property
    def clock_is_wrong(self) -> bool:
        """Whether this laptop's clock is so far off that people should hear of it: papers carry its times."""
        return abs(self.clock_offset) > WRONG_CLOCK


@dataclass(frozen=True, slots=True)
class Counts:
    """What the database says, whatever the network does."""

    unsent: int
    attention: int
    last_verified: datetime | None
    first_sync_done: bool
    clock_offset: float = 0.0
    days_left: int | None = None


def read(session: Session) -> Counts:
    """Count the outbox. Reads the small partial index over ops that are not done, never the whole journal."""
    device = this_device(session)
    return Counts(
        unsent=unsent(session),
        attention=attention.count(session),
        last_verified=device.last_checkpoint if device else None,
        first_sync_done=bool(device and device.first_sync_done),
        clock_offset=device.clock_offset if device else 0.0,
        days_left=lease.warning(session),
    )


def unsent(session: Session) -> int:
    """How many changes the centre has not acknowledged."""
    return session.scalar(_UNSENT) or 0


def resting(counts: Counts, problem: KnownError | None) -> SyncStatus:
    """The status between two runs. Parked changes and refusals want a person; a lost line only wants patience."""
    state: State = "online" if counts.first_sync_done else "never"
    if problem is not None and problem.problem is Problem.BUSY:
        state = "busy"
    elif problem is not None and problem.problem in LINE:
        state = "offline"
    elif counts.attention or (problem is not None and problem.problem is not Problem.CANCELLED):
        state = "attention"
    return SyncStatus(
        state=state,
        unsent=counts.unsent,
        attention=counts.attention,
        last_verified=counts.last_verified,
        problem=problem,
        clock_offset=counts.clock_offset,
        days_left=counts.days_left,
    )

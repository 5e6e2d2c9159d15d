"""For how long this laptop has not heard from the centre, counted so that no clock on the wall cheats it.

Within one run of the machine the machine's own seconds count. Between two runs only the wall clock is left: what it
says, but an hour at least; and if it was set back, a day. So a clock that is turned back gains nobody more than the
starts of the machine that it takes, and a clock that is wrong by years, but steadily, counts as it should. A clock set
forward makes the count too long, which locks and harms nothing: the next word from the centre begins the count anew.

An answer on a stick is such a word, too, spoken at some time after the file was written that it answers. So it sets the
count back to what has gone by since then, as counted here; a file that is brought again and again grows old with it.
"""

from __future__ import annotations

import math

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models.laptop_rules import rules
from onemm_desktop.models.local import this_device
from onemm_desktop.models.unattended import Lease
from onemm_desktop.uptime import Moment

HOUR, DAY = 3_600.0, 86_400.0
_LEASE = select(Lease)
#: From so many days before the end on people are told.
WARNS = 7
#: Files whose answers are waited for at a time; of more the oldest counts no longer.
ASKED = 20


def gone_by(before: Moment, now: Moment) -> float:
    """Seconds that are to be counted between two moments."""
    if before.boot and before.boot == now.boot:
        return max(0.0, now.since_boot - before.since_boot)
    by_wall = (now.wall - before.wall).total_seconds()
    return max(by_wall, HOUR) if by_wall >= 0 else DAY


def heard(session: Session, now: Moment) -> None:
    """The centre has answered this laptop: the count begins anew. Written at most once an hour."""
    lease = session.scalars(_LEASE).first()
    if lease is None:
        lease = Lease(wall=now.wall)
        session.add(lease)
    elif lease.age == 0 and gone_by(_moment(lease), now) < HOUR:
        return
    lease.age, lease.asked = 0.0, {}
    _begin(lease, now)


def asked(session: Session, now: Moment, file: str) -> None:
    """A file was written that the centre may answer."""
    age = count(session, now)
    lease = session.scalars(_LEASE).one()
    lease.asked = dict([*lease.asked.items(), (file, age)][-ASKED:])


def answered(session: Session, now: Moment, file: str) -> None:
    """The centre has answered that file, so it was heard after the file was written. Of an older answer: nothing."""
    age = count(session, now)
    lease = session.scalars(_LEASE).one()
    written: float | None = lease.asked.get(file)
    if written is not None:
        lease.age = age - written
        lease.asked = {other: at - written for other, at in lease.asked.items() if at > written}


def count(session: Session, now: Moment) -> float:
    """Count on to now; answers the seconds since the centre was heard."""
    lease = session.scalars(_LEASE).first()
    if lease is None:
        heard(session, now)
        return 0.0
    lease.age += gone_by(_moment(lease), now)
    _begin(lease, now)
    return lease.age


def days_left(session: Session) -> int | None:
    """Days until the records lock, by the last count: 0 and less where they are to be locked; None not enrolled."""
    lease, device = session.scalars(_LEASE).first(), this_device(session)
    if device is None:
        return None
    if lease is None:
        return WARNS + 1
    allowed = rules(session, region=device.region, day=lease.wall.date()).lease_days
    return math.ceil(allowed - lease.age / DAY)


def warning(session: Session) -> int | None:
    """The days that are left, in the last week; None before."""
    left = days_left(session)
    return left if left is not None and left <= WARNS else None


def _moment(lease: Lease) -> Moment:
    return Moment(lease.wall, lease.boot, lease.since_boot)


def _begin(lease: Lease, now: Moment) -> None:
    lease.wall, lease.boot, lease.since_boot = now.wall.replace(microsecond=0), now.boot, round(now.since_boot, 1)

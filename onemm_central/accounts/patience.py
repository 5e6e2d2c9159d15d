"""Who fails has to wait, longer each time: for an account, for a one-time code, and for the network it comes from.

OWASP ASVS 5.0, 6.3.1, asks for limits on guessing; NIST SP 800-63B-4, 3.2.2, allows no more than 100 failures in a row
for one account. A try is counted *before* it is looked at, so that a hundred at the same time are a hundred.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import psycopg

from onemm_central.refusals import Refused
from onemm_central.tokens import hashed
from onemm_wire.errors import Code

LONGEST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Door:
    """Where something is tried: ``free`` failures cost nothing, the next one ``first``, each further one double.

    After ``locked_after`` in a row nobody gets in until an administrator says so. A door that ``forgets`` begins anew
    after so long without a try: a school's network is shared by people who do not know one another.
    """

    name: str
    free: int
    first: timedelta = timedelta(seconds=30)
    locked_after: int | None = None
    forgets: timedelta | None = None

    def wait(self, failures: int) -> timedelta:
        """How long after so many failures in a row the next try is looked at."""
        over = failures - self.free
        if over < 0:
            return timedelta(0)
        doubled: int = 2 ** min(over, 20)
        return min(LONGEST, self.first * doubled)


#: What is older than this has been forgotten by whoever it concerns.
KEPT = timedelta(days=90)

#: Someone's e-mail address, whether there is such an account or not.
ACCOUNT = Door("account", free=5, locked_after=100)
#: One-time codes typed by somebody who is signed in: 54 bits would take them longer than the charity has existed.
ENROLMENT = Door("enrolment", free=5, locked_after=100)
#: All that comes from one network address, whoever it says it is.
NETWORK = Door("network", free=50, forgets=timedelta(hours=1))

OPEN = "INSERT INTO failure VALUES (%s, 0, %s) ON CONFLICT DO NOTHING"
LOOK = "SELECT count, last_at FROM failure WHERE who = %s FOR UPDATE"
COUNT = "UPDATE failure SET count = %s, last_at = %s WHERE who = %s"


def begin(connection: psycopg.Connection[Any], door: Door, who: str, now: datetime) -> None:
    """Count a try that is about to be made, as a failure until ``succeeded``. Commits.

    Refuses with TOO_MANY_TRIES, and when to come again, who has failed too often; that is not counted, or nobody
    would ever get in again.
    """
    name = _name(door, who)
    connection.execute(OPEN, [name, now])
    # The row is locked until the count is written: who tries ten times at once is counted ten times.
    failures, last_at = connection.execute(LOOK, [name]).fetchone() or (0, now)
    if door.forgets is not None and now - last_at > door.forgets:
        failures = 0
    needed = door.wait(failures)
    locked = door.locked_after is not None and failures >= door.locked_after
    left = LONGEST if locked else min(LONGEST, needed - (now - last_at))
    if locked or (needed and left > timedelta(0)):
        connection.commit()
        raise Refused(Code.TOO_MANY_TRIES, retry_after=max(1.0, left.total_seconds()))
    connection.execute(COUNT, [failures + 1, now, name])
    connection.commit()


def succeeded(connection: psycopg.Connection[Any], door: Door, who: str) -> None:
    """The try was a good one: nothing is held against them any more. Also what an administrator's unlocking does."""
    connection.execute("DELETE FROM failure WHERE who = %s", [_name(door, who)])


def forget_the_old(connection: psycopg.Connection[Any], now: datetime) -> None:
    """Let the table not grow by every address that somebody ever made up."""
    connection.execute("DELETE FROM failure WHERE last_at < %s", [now - KEPT])


def taken_back(connection: psycopg.Connection[Any], door: Door, who: str) -> None:
    """This one try was a good one, which says nothing about the others that come from there."""
    connection.execute("UPDATE failure SET count = greatest(count - 1, 0) WHERE who = %s", [_name(door, who)])


def failures(connection: psycopg.Connection[Any], door: Door, who: str) -> int:
    """How often it failed in a row."""
    row = connection.execute("SELECT count FROM failure WHERE who = %s", [_name(door, who)]).fetchone()
    return 0 if row is None else int(row[0])


def _name(door: Door, who: str) -> bytes:
    return hashed(f"{door.name}\n{who.strip().lower()}")

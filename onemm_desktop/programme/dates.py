"""Days and hours as people in the UK see them. Instants are kept in UTC; here they meet the wall clock."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from onemm_desktop.errors import KnownError, Problem

LONDON = ZoneInfo("Europe/London")
_CLOCK = re.compile(r"(\d{1,2})[:.]?(\d{2})")


def local(instant: datetime) -> datetime:
    """The same instant by the clock on the wall."""
    return instant.astimezone(LONDON)


def day_of(instant: datetime) -> date:
    """The day an instant falls on in the UK: at 23:30 UTC in July it is already tomorrow."""
    return local(instant).date()


def clock_of(typed: str) -> time:
    """``1012``, ``10:12`` or ``912`` by the clock on the wall. Raises WRONG_VALUE."""
    read = _CLOCK.fullmatch(typed.strip())
    if read is None or int(read[1]) > 23 or int(read[2]) > 59:
        raise KnownError(Problem.WRONG_VALUE)
    return time(int(read[1]), int(read[2]))


def during(clock: time, begins: datetime, ends: datetime, *, near: datetime | None = None) -> datetime:
    """The instant at which the clock on the wall shows this, and which is in a span of time or nearest to it.

    An event may go on past midnight. Where the clocks go back and show it twice, the one nearest to ``near`` is meant,
    without it to the beginning. Raises WRONG_VALUE for a time that the wall does not show, because they go forward.
    """
    first = day_of(begins) - timedelta(days=1)
    days = [first + timedelta(days=more) for more in range((day_of(ends) - first).days + 2)]
    shown = [datetime.combine(day, clock.replace(fold=fold), LONDON).astimezone(UTC) for day in days for fold in (0, 1)]
    known = begins if near is None else near
    away = {at: max(begins - at, at - ends, timedelta()) for at in shown if local(at).time() == clock}
    best = min(away, key=lambda at: (away[at], abs(at - known)))
    if away[best] > timedelta(hours=12):
        raise KnownError(Problem.WRONG_VALUE)
    return best


def bounds(day: date) -> tuple[datetime, datetime]:
    """First instant of a day and of the day after; 23 or 25 hours apart when the clocks change."""
    first = datetime.combine(day, time.min, LONDON)
    return first, datetime.combine(day + timedelta(days=1), time.min, LONDON)

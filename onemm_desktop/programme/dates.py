"""Days and hours as people in the UK see them. Instants are kept in UTC; here they meet the wall clock."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def local(instant: datetime) -> datetime:
    """The same instant by the clock on the wall."""
    return instant.astimezone(LONDON)


def day_of(instant: datetime) -> date:
    """The day an instant falls on in the UK: at 23:30 UTC in July it is already tomorrow."""
    return local(instant).date()


def bounds(day: date) -> tuple[datetime, datetime]:
    """First instant of a day and of the day after; 23 or 25 hours apart when the clocks change."""
    first = datetime.combine(day, time.min, LONDON)
    return first, datetime.combine(day + timedelta(days=1), time.min, LONDON)

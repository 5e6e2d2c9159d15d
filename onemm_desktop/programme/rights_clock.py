"""How long a request about data may take: one month, told from the calendar (UK GDPR, article 12; ICO on time limits).

The month ends on the same date of the next one, or on its last day where it is shorter. If that is a Saturday, a Sunday
or a bank holiday, the next working day is the last. Two months more where a request is complex, if the person is told
within the first.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Literal

from dateutil.relativedelta import relativedelta

Nation = Literal["england", "wales", "scotland", "northern_ireland"]

#: Added to a day: the corresponding date, or the last one of a shorter month.
MONTH = relativedelta(months=1)
EXTENDED = relativedelta(months=3)
_SUBDIVISIONS: dict[Nation, str] = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}


def due(received_on: date, nation: Nation, *, extended: bool = False) -> date:
    """The last day on which the answer is in time."""
    return working_day(received_on + (EXTENDED if extended else MONTH), nation)


def working_day(day: date, nation: Nation) -> date:
    """This day, or the first after it on which offices work."""
    while day.weekday() >= 5 or day in _bank_holidays(day.year, nation):
        day += timedelta(days=1)
    return day


@cache
def _bank_holidays(year: int, nation: Nation) -> frozenset[date]:
    # A fifth of a second to import: not for everybody who opens the program.
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year))

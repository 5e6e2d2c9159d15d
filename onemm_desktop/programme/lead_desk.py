"""All that a safeguarding lead's page shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from onemm_desktop.programme import concern_cases, concerns, safeguarding_keys
from onemm_desktop.programme.concern_cases import Case
from onemm_desktop.programme.concerns import Phone
from onemm_desktop.programme.safeguarding_keys import Standing
from onemm_wire.sealing import Pair


@dataclass(frozen=True, slots=True)
class LeadDesk:
    """``to_grant``: another lead's laptop lacks keys of concerns that this one opens."""

    standing: Standing
    cases: tuple[Case, ...]
    phones: tuple[Phone, ...]
    to_grant: bool


def look(session: Session, *, region: str, pair: Pair | None, today: date) -> LeadDesk:
    """What there is to see with this laptop's key; nothing without."""
    standing = safeguarding_keys.standing(session, region, pair)
    phones = concerns.phones(session, region=region, today=today)
    if standing.place != "ready":
        return LeadDesk(standing, (), phones, to_grant=False)
    return LeadDesk(
        standing,
        tuple(concern_cases.cases(session, region=region, pair=pair)),
        phones,
        to_grant=safeguarding_keys.anything_to_grant(session, region, pair),
    )

"""All that a safeguarding lead's page shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from onemm_desktop.programme import concern_cases, safeguarding_keys
from onemm_desktop.programme.concern_cases import Case, Pattern
from onemm_desktop.programme.safeguarding_keys import Standing
from onemm_wire.sealing import Pair


@dataclass(frozen=True, slots=True)
class LeadDesk:
    """``to_grant``: another lead's laptop lacks keys of concerns that this one opens."""

    standing: Standing
    cases: tuple[Case, ...]
    patterns: tuple[Pattern, ...]
    to_grant: bool


def look(session: Session, *, region: str, pair: Pair | None) -> LeadDesk:
    """What there is to see with this laptop's key; nothing without."""
    standing = safeguarding_keys.standing(session, region, pair)
    if standing.place != "ready":
        return LeadDesk(standing, (), (), to_grant=False)
    return LeadDesk(
        standing,
        tuple(concern_cases.cases(session, region=region, pair=pair)),
        tuple(concern_cases.patterns(session, region=region, pair=pair)),
        to_grant=safeguarding_keys.anything_to_grant(session, region, pair),
    )

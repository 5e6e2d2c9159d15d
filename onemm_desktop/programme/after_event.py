"""What is left to do of an event once people have come, as its closing page shows it, read in one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from onemm_desktop.programme import closing, event_life, event_summary
from onemm_desktop.programme.closing import OpenRow
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.event_summary import EventSummary
from onemm_desktop.programme.roster import Part, Row, roster
from onemm_wire.partitions import Role


@dataclass(frozen=True, slots=True)
class After:
    """``open`` are the rows that closing waits for; ``sessions`` those of an event that has several; ``may_close`` and
    ``may_amend`` what this desk may do now.
    """

    summary: EventSummary
    open: tuple[OpenRow, ...]
    rows: tuple[Row, ...]
    sessions: tuple[Part, ...]
    may_close: bool
    may_amend: bool


def after(session: Session, event: str, *, now: datetime, role: Role) -> After:
    """How things stand. Raises NOT_FOUND."""
    told = event_summary.summary(session, event, now=now, role=role)
    begun = day_of(now) >= day_of(told.starts_at)
    people = roster(session, event, now=now, role=role)
    running = told.state in event_life.FROM["close"]
    return After(
        summary=told,
        open=closing.open_rows(session, event, now=now, role=role) if running else (),
        rows=people.rows,
        sessions=people.sessions,
        may_close="close" in event_life.steps(told.state, role, begun=begun),
        may_amend=closing.may_amend(told.state, role),
    )

"""Records for the tests of the database, as small as the tables allow."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import AttendanceMark, Mentor, Op, desk_of
from onemm_desktop.models.database import Database


def new_mentor(session: Session, given: str = "Siân", family: str = "Rhys-Pritchard", **fields: Any) -> Mentor:
    """A mentor added to a session."""
    mentor = Mentor(
        **{
            "id": desk_of(session).new_id(),
            "partition": "region/london",
            "reference": "M-0001",
            "given_name": given,
            "family_name": family,
            **fields,
        }
    )
    session.add(mentor)
    return mentor


def new_mark(session: Session, attendee: str = "somebody", state: str = "present") -> AttendanceMark:
    """A mark added to a session."""
    desk = desk_of(session)
    mark = AttendanceMark(
        id=desk.new_id(),
        partition="region/london",
        event_id="today",
        attendee_id=attendee,
        state=state,
        marked_at=desk.now(),
    )
    session.add(mark)
    return mark


def ops(database: Database) -> list[Op]:
    """Every op, in order of n; detached, for looking at."""
    with database.read() as session:
        return list(session.scalars(select(Op).order_by(Op.n)))


def mentors(database: Database) -> list[tuple[str, str]]:
    """(given name, stage) of every mentor, in the order of their making."""
    with database.read() as session:
        return [(given, stage) for given, stage in session.execute(select(Mentor.given_name, Mentor.stage))]

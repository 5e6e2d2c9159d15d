"""Who is in the building now: mentors, walk-ins, trainers and helpers. For the head-count, and for a fire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import EventStaff
from onemm_desktop.programme import attendance
from onemm_desktop.programme.attendance import Mark, Stay
from onemm_desktop.programme.roster import Roster, marks_of, roster
from onemm_wire.partitions import Role


@dataclass(frozen=True, slots=True)
class Inside:
    """Somebody to be counted. ``duty`` is mentor, walk_in, trainer, helper, host or observer; ``since`` when they came.

    ``person`` is empty for a trainer who is only named in the event: nobody can say yet that they are in.
    """

    person: str
    name: str
    duty: str
    organisation: str
    since: datetime | None
    access_needs: str = ""


@dataclass(frozen=True, slots=True)
class Building:
    """``inside`` are those who came and have not left, by name; ``not_signed_in`` are trainers and helpers of whom
    nobody has said that they are there, nor that they left: somebody must know whether they are."""

    event: str
    title: str
    title_cy: str
    venue: str
    at: datetime
    inside: tuple[Inside, ...]
    not_signed_in: tuple[Inside, ...]
    editable: bool


def who_is_in(
    session: Session,
    event: str,
    *,
    now: datetime,
    role: Role,
    held: Roster | None = None,
    marks: Mapping[str, list[Mark]] | None = None,
) -> Building:
    """Who is in the building now, whichever session they came to (``attendance.stay``). Raises NOT_FOUND.

    ``held`` is the roster of the whole event and ``marks`` its marks, where they were read already.
    """
    held = held or roster(session, event, now=now, role=role)
    marks = marks_of(session, event) if marks is None else marks
    stays = {person: attendance.stay(said, now) for person, said in marks.items()}
    inside = [
        Inside(
            row.attendee,
            row.name,
            "walk_in" if row.walk_in else "mentor",
            row.organisation,
            stays.get(row.attendee, Stay()).since,
            row.access_needs,
        )
        for row in held.rows
        if stays.get(row.attendee, Stay()).inside
    ]
    staff = [
        Inside(one.id, one.name, one.duty, "", stays.get(one.id, Stay()).since)
        for one in session.scalars(select(EventStaff).where(EventStaff.event_id == event).order_by(EventStaff.id))
    ]
    known = {one.name.casefold() for one in staff}
    staff.extend(Inside("", name, "trainer", "", None) for name in held.trainers if name.casefold() not in known)
    where = {one: stays.get(one.person, Stay()) for one in staff}
    inside.extend(one for one in staff if where[one].inside)
    return Building(
        event=held.event,
        title=held.title,
        title_cy=held.title_cy,
        venue=held.venue,
        at=now,
        inside=tuple(sorted(inside, key=lambda one: (one.name.casefold(), one.person))),
        not_signed_in=tuple(one for one in staff if not where[one].inside and not where[one].left),
        editable=held.editable,
    )

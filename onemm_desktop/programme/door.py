"""What the register shows at the door, and how one mark changes it: one person is read again, not the whole roster."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import AttendanceMark
from onemm_desktop.programme import attendance
from onemm_desktop.programme.dates import bounds, day_of
from onemm_desktop.programme.in_building import who_is_in
from onemm_desktop.programme.roster import Counters, Roster, count, marks_of, roster, state_of
from onemm_wire.partitions import Role

#: More marks than this at once, as a sync brings them, and the roster is read anew.
FEW = 20


@dataclass(frozen=True, slots=True)
class Door:
    """The register of an event or of one of its sessions, and who is in the building, whichever they came to.

    ``places`` says where somebody stands in the roster. ``good_until`` is the first instant at which something changes
    without anybody's doing: somebody leaves who said when, the event is over, the day is.
    """

    roster: Roster
    counters: Counters
    inside: frozenset[str]
    places: Mapping[str, int]
    good_until: datetime
    role: Role


def at_the_door(session: Session, event: str, *, now: datetime, role: Role, session_id: str | None = None) -> Door:
    """The register as it stands. Raises NOT_FOUND where this laptop does not hold the event."""
    held = roster(session, event, now=now, role=role, session_id=session_id)
    everybody = held if held.session_id is None else roster(session, event, now=now, role=role)
    marks = marks_of(session, event)
    inside = who_is_in(session, event, now=now, role=role, held=everybody, marks=marks).inside
    return Door(
        roster=held,
        counters=count(held.rows),
        inside=frozenset(one.person for one in inside),
        places={row.attendee: place for place, row in enumerate(held.rows)},
        good_until=_good_until(held, [mark.at for said in marks.values() for mark in said], now),
        role=role,
    )


def after_marks(
    session: Session, *, door: Door, marks: Collection[str], now: datetime
) -> tuple[Door, frozenset[int] | None]:
    """The register once these marks were added, and the places of the roster that are not what they were.

    Reads the people concerned and nobody else, however long the roster. Where that is not enough (a mark is gone, or
    somebody came without a booking and is taken back, or has not stood there, or time alone has changed something),
    everything is read, and None says that all of it may be another.
    """
    people = _people_of(session, marks) if now < door.good_until and len(marks) <= FEW else None
    held = door.roster
    here = {person for person, event in people or () if event == held.event}
    if people is None or any(not _stays(door, person) for person in here):
        return _read_again(session, door, now), None
    rows, inside, counters, changed = list(held.rows), set(door.inside), door.counters, set()
    for person in here:
        place = door.places[person]
        said = marks_of(session, held.event, person)[person]
        if any(mark.at is not None and mark.at > now for mark in said):
            return _read_again(session, door, now), None
        before = rows[place]
        answer = attendance.answer(said, held.session_id)
        after = replace(before, state=state_of(answer, before.booking, over=now > held.ends_at), at=answer.at)
        (inside.add if attendance.stay(said, now).inside else inside.discard)(person)
        if after != before:
            rows[place] = after
            changed.add(place)
            counters = counters.without(before).counting(after)
    return (
        replace(door, roster=replace(held, rows=tuple(rows)), counters=counters, inside=frozenset(inside)),
        frozenset(changed),
    )


def _people_of(session: Session, marks: Collection[str]) -> list[tuple[str, str]] | None:
    """Whom these marks are about, and at which event; None where one of them is not there (any more)."""
    said = select(AttendanceMark.attendee_id, AttendanceMark.event_id).where(AttendanceMark.id.in_(sorted(marks)))
    found = [(person, event) for person, event in session.execute(said)]
    return found if len(found) == len(marks) else None


def _stays(door: Door, person: str) -> bool:
    """Whether somebody stands where they stand whatever is said of them: whoever is booked does."""
    place = door.places.get(person)
    return place is not None and door.roster.rows[place].booking is not None


def _read_again(session: Session, door: Door, now: datetime) -> Door:
    return at_the_door(session, door.roster.event, now=now, role=door.role, session_id=door.roster.session_id)


def _good_until(held: Roster, said: list[datetime | None], now: datetime) -> datetime:
    ahead = [at for at in said if at is not None and at > now]
    if held.ends_at >= now:
        ahead.append(held.ends_at)
    return min([*ahead, bounds(day_of(now))[1]])

"""The roster of an event: who is expected, who came, who walked in; one frozen value for the screen and for paper."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import AttendanceMark, Booking, Event, TrainingSession
from onemm_desktop.programme import attendance, attendees, clearance, snapshots
from onemm_desktop.programme.allowed import may
from onemm_desktop.programme.attendance import IN_THE_ROOM, Answer, Mark
from onemm_desktop.programme.attendees import Attendee
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.requirements import required_modules
from onemm_wire.partitions import Role

#: States of an event in which its register takes marks.
OPEN = ("booking_open", "confirmed", "in_progress")


@dataclass(frozen=True, slots=True)
class Row:
    """One person on a roster.

    ``state`` is a mark's state or, while there is none, what the booking says (apologies, waitlisted,
    cancelled_late), else expected, or unmarked once the event is over; contested where two desks differ.
    ``at`` is the instant of arriving or leaving. ``modules_total`` is 0 where no requirement is known.
    ``missing_before`` counts the modules that the event asks for beforehand and the person has not passed.
    ``number`` is the same on screen and on paper. ``names`` is what the person is looked up by, folded.
    ``booking`` is what their booking says; None for whoever has none.
    """

    number: int
    attendee: str
    name: str
    names: str
    organisation: str
    walk_in: bool
    clearance: clearance.Standing
    modules_done: int
    modules_total: int
    state: str
    at: datetime | None
    editable: bool
    access_needs: str
    no_photo: bool
    suspended: bool = False
    missing_before: int = 0
    booking: str | None = None

    @property
    def arrived(self) -> bool:
        """Whether the person came, however late they did or early they left."""
        return self.state in IN_THE_ROOM


@dataclass(frozen=True, slots=True)
class Counters:
    """Head-count. Every row is in exactly one of present, expected, apologies, absent and open (waitlisted, or two
    desks differ). ``present`` are all who came; ``walk_ins`` says how many of them had no booking."""

    present: int = 0
    walk_ins: int = 0
    expected: int = 0
    apologies: int = 0
    absent: int = 0
    open: int = 0

    def counting(self, row: Row) -> Counters:
        """The head-count with this row, too."""
        return self._moved(row, 1)

    def without(self, row: Row) -> Counters:
        """The head-count without this row, which was counted."""
        return self._moved(row, -1)

    def _moved(self, row: Row, by: int) -> Counters:
        counted = _counted_as(row)
        walk_ins = self.walk_ins + by * (row.arrived and row.walk_in)
        return replace(self, walk_ins=walk_ins, **{counted: getattr(self, counted) + by})


@dataclass(frozen=True, slots=True)
class Part:
    """One session of an event."""

    id: str
    title: str
    title_cy: str
    starts_at: datetime
    ends_at: datetime
    hours: float
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """An event's facts and its people. ``booked`` are the places taken; ``closed_because`` says why no marks are
    taken: the event's state, or ``role``; nothing while they are. ``sessions`` are those of an event that has several;
    ``session_id`` is the one whose people these are. ``reason`` is what was written when the event was cancelled."""

    event: str
    reference: str
    title: str
    title_cy: str
    venue: str
    address: str
    starts_at: datetime
    ends_at: datetime
    hours: float
    capacity: int
    booked: int
    trainers: tuple[str, ...]
    closed_because: str
    rows: tuple[Row, ...]
    state: str = ""
    sessions: tuple[Part, ...] = ()
    session_id: str | None = None
    reason: str = ""

    @property
    def editable(self) -> bool:
        """Whether the register takes marks from this desk."""
        return not self.closed_because


_COUNTED_AS = {
    "expected": "expected",
    "unmarked": "expected",
    "apologies": "apologies",
    "excused": "apologies",
    "no_notice": "absent",
    "cancelled_late": "absent",
    "waitlisted": "open",
    "contested": "open",
}


def count(rows: Iterable[Row]) -> Counters:
    """The counters over a roster's rows."""
    totals = Counter[str]()
    for row in rows:
        totals[_counted_as(row)] += 1
        totals["walk_ins"] += row.arrived and row.walk_in
    return Counters(**totals)


def _counted_as(row: Row) -> str:
    return "present" if row.arrived else _COUNTED_AS[row.state]


def roster(session: Session, event: str, *, now: datetime, role: Role, session_id: str | None = None) -> Roster:
    """The roster of an event, or of one of its sessions. Raises NOT_FOUND where this laptop does not hold the event.

    A session that is not, or no longer, one of the event's is passed over: the whole event is shown.
    """
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    parts = sessions_of(session, event)
    session_id = session_id if any(part.id == session_id for part in parts) else None
    bookings = bookings_of(session, event, session_id)
    closed_because = why_closed(held.state, role)
    return Roster(
        event=held.id,
        reference=held.reference,
        title=held.title,
        title_cy=held.title_cy,
        venue=held.venue,
        address=held.address,
        starts_at=held.starts_at,
        ends_at=held.ends_at,
        hours=held.hours,
        capacity=held.capacity,
        booked=sum(state == "booked" for state in bookings.values()),
        trainers=tuple(held.trainers),
        closed_because=closed_because,
        rows=_rows(session, held, bookings, session_id, now=now, editable=not closed_because),
        state=held.state,
        sessions=parts,
        session_id=session_id,
        reason=held.cancelled_reason if held.state == "cancelled" else "",
    )


def why_closed(state: str, role: Role) -> str:
    """Why a register takes no marks: the event's state, or ``role``; nothing when it takes them."""
    if state not in OPEN:
        return state
    return "role" if may(role, "create", AttendanceMark.record.kind) else ""


def sessions_of(session: Session, event: str) -> tuple[Part, ...]:
    """The sessions of an event in the order of the day; none for an event that is one session."""
    held = select(TrainingSession).where(TrainingSession.event_id == event)
    return tuple(
        Part(one.id, one.title, one.title_cy, one.starts_at, one.ends_at, one.hours, tuple(one.modules))
        for one in session.scalars(held.order_by(TrainingSession.starts_at, TrainingSession.id))
    )


def bookings_of(session: Session, event: str, session_id: str | None = None) -> dict[str, str]:
    """The state of every booking of an event, or of one session, by mentor.

    Who stood on the roster when the session began stands on it still, with what was said then, also where the booking
    was moved or taken away since; who was booked later is added.
    """
    columns = (Booking.mentor_id, Booking.state, Booking.sessions)
    found = select(*columns).where(Booking.event_id == event).order_by(Booking.id)
    now = {
        mentor: state
        for mentor, state, parts in session.execute(found)
        if session_id is None or not parts or session_id in parts
    }
    return {**now, **snapshots.states(session, event, session_id)}


def marks_of(session: Session, event: str, attendee: str | None = None) -> dict[str, list[Mark]]:
    """The marks of an event by attendee, oldest first; of one attendee alone if asked."""
    mark = AttendanceMark
    columns = (mark.attendee_id, mark.id, mark.state, mark.at, mark.supersedes, mark.session_id)
    found = select(*columns).where(mark.event_id == event)
    if attendee is not None:
        found = found.where(mark.attendee_id == attendee)
    by_person: dict[str, list[Mark]] = defaultdict(list)
    for person, identity, state, at, supersedes, part in session.execute(found.order_by(mark.id)):
        by_person[person].append(Mark(identity, state, at, supersedes, part))
    return by_person


def _rows(
    session: Session,
    event: Event,
    bookings: dict[str, str],
    session_id: str | None,
    *,
    now: datetime,
    editable: bool,
) -> tuple[Row, ...]:
    """Booked people by family name, then those who just came, in the order in which they did: a sheet printed in
    the morning keeps its row numbers all day."""
    today = day_of(now)
    marks = marks_of(session, event.id)
    answers = {person: attendance.answer(said, session_id) for person, said in marks.items()}
    mentors = attendees.mentors(session, event.id, today, also=bookings)
    booked = sorted((one for one in mentors if one.id in bookings), key=lambda one: (one.sort_name, one.id))
    came = [one for one in mentors if one.id not in bookings and answers.get(one.id, Answer()).state != "unmarked"]
    came.extend(attendees.walk_ins(session, event.id))
    came.sort(key=lambda one: marks[one.id][0].id if one.id in marks else one.id)
    required = required_modules(session, event.event_kind, day_of(event.starts_at))
    before = _asked_before(session, event)
    cards = {one.id for one in mentors}
    over = now > event.ends_at
    rows = []
    for number, person in enumerate((*booked, *came), start=1):
        answer = answers.get(person.id, Answer())
        booking = bookings.get(person.id)
        state = state_of(answer, booking, over=over)
        row = _row(number, person, required, state, answer.at, booking=booking, editable=editable)
        missing = len(before.difference(person.modules)) if person.id in cards else 0
        rows.append(replace(row, missing_before=missing) if missing else row)
    return tuple(rows)


def _asked_before(session: Session, event: Event) -> frozenset[str]:
    code = event.requirement_code
    return required_modules(session, code, day_of(event.starts_at)) if code else frozenset()


def state_of(answer: Answer, booking: str | None, *, over: bool) -> str:
    """What a row says of somebody: their marks' answer or, while there is none, their booking's."""
    if answer.contested:
        return "contested"
    if answer.state != "unmarked":
        return answer.state
    if booking in ("apologies", "waitlisted", "cancelled_late"):
        return booking
    return "unmarked" if over or booking is None else "expected"


def _row(
    number: int,
    person: Attendee,
    required: frozenset[str],
    state: str,
    at: datetime | None,
    *,
    booking: str | None,
    editable: bool,
) -> Row:
    return Row(
        number=number,
        attendee=person.id,
        name=person.name,
        names=person.names,
        organisation=person.organisation,
        walk_in=booking is None,
        clearance=person.clearance,
        modules_done=len(required.intersection(person.modules)),
        modules_total=len(required),
        state=state,
        at=at,
        editable=editable,
        access_needs=person.access_needs,
        no_photo=person.no_photo,
        suspended=person.suspended,
        booking=booking,
    )

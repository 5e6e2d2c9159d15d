"""What people do at a laptop, chosen by chance: by the programme's own verbs where it has one, else by the rows."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError
from onemm_desktop.models import (
    MODELS,
    Booking,
    Clearance,
    Conflict,
    Contact,
    Event,
    Match,
    Mentee,
    Mentor,
    Op,
    Partner,
    Synced,
    WalkIn,
    desk_of,
)
from onemm_desktop.models.standing import status_of
from onemm_desktop.programme import amend, parked, register, review, undo, walk_ins
from onemm_desktop.programme.people import may_change
from onemm_wire import partitions
from onemm_wire.records.matching import MatchState
from onemm_wire.records.people import ClearanceState, MenteeStage, MentorStage, YesNoNotAsked
from onemm_wire.records.training import BookingState, MarkState
from tests.simulation.laptop import Laptop

R = TypeVar("R", bound=Synced)
Doing = Callable[[Session, random.Random], None]

WORDS = ("mornings only", "speaks Welsh", "rang twice", "moved to Leeds", "prefers post", "ramp needed")
AREAS = ("CVs", "interviews", "maths", "confidence", "networking")
NAMES = ("Siân Rhys", "Łukasz Nowak", "Rukhsana Begum", "Owen", "Nguyễn Thị Hương")


def unique(chance: random.Random) -> str:
    """A word of one record alone, by which it is known wherever it is written."""
    return f"zq{chance.randrange(1 << 40)}z"


class NothingToDoError(Exception):
    """There is nothing of the kind on this laptop to do it with."""


def act(laptop: Laptop, chance: random.Random) -> str:
    """One action of the person at this laptop; answers what was tried, and what the program said to it."""
    name = chance.choices([doing.__name__ for doing in DOINGS], list(DOINGS.values()))[0]
    doing = next(one for one in DOINGS if one.__name__ == name)
    try:
        with laptop.at_work(name) as session:
            for _ in range(chance.choices((1, 2, 3), (80, 15, 5))[0]):
                doing(session, chance)
    except NothingToDoError:
        return f"{name}: nothing to do"
    except KnownError as error:
        return f"{name}: {error.problem.value}"
    return name


def mark(session: Session, chance: random.Random) -> None:
    """Say who came."""
    event = _one(session, Event, chance).id
    people = [*session.scalars(select(Mentor.id)), *session.scalars(select(WalkIn.id).where(WalkIn.event_id == event))]
    states: Sequence[MarkState] = get_args(MarkState)
    register.mark(session, event=event, attendee=_pick(sorted(people), chance), state=chance.choice(states))


def take_back(session: Session, chance: random.Random) -> None:
    """Ctrl+Z."""
    undo.last(session)


def amend_card(session: Session, chance: random.Random) -> None:
    """Put a mentor's card right."""
    field = chance.choice(("organisation", "organisation", "notes", "access_needs"))
    _has_a_place(Mentor, field)
    mentor = _one(session, Mentor, chance)
    text = chance.choice(WORDS)
    if field == "notes" and chance.random() < 0.7:
        text = f"{mentor.notes}\n{text}"
    amend.amend(session, kind="mentor", record=mentor.id, field=field, text=text)


def amend_contact(session: Session, chance: random.Random) -> None:
    """Write down a telephone number."""
    field = chance.choice(("phone", "email"))
    text = f"07700 90{chance.randrange(100, 104)}" if field == "phone" else f"{chance.choice('abc')}@example.org"
    amend.amend_contact(session, mentor=_one(session, Mentor, chance).id, field=field, text=text)


def write_walk_in(session: Session, chance: random.Random) -> None:
    """Somebody stands at the door."""
    walk_ins.add(
        session, event=_one(session, Event, chance).id, name=f"{chance.choice(NAMES)} {unique(chance)}",
        contact=chance.choice(("", "07700 900123")), consent=chance.random() < 0.8,
    )  # fmt: skip


def move_on(session: Session, chance: random.Random) -> None:
    """Change a field that has a rule of its own."""
    mentor = _changeable(session, Mentor, chance)
    match chance.randrange(6):
        case 0:
            mentor.stage = chance.choice(get_args(MentorStage))
        case 1:
            mentor.help_areas = _toggled(mentor.help_areas, chance.choice(AREAS))
        case 2:
            _has_a_place(Mentor, "modules")
            mentor.modules = _toggled(mentor.modules, chance.choice(("online_a", "face_to_face", "refresher")))
        case 3:
            mentor.photo_consent = chance.choice(get_args(YesNoNotAsked))
        case 4:
            mentor.clearance_state = chance.choice(get_args(ClearanceState))
        case _:
            mentor.clearance_until = date(2027, chance.randrange(1, 13), 1)


def look_after_match(session: Session, chance: random.Random) -> None:
    """A meeting was held, or the match goes on to its next state."""
    match = _changeable(session, Match, chance)
    if chance.random() < 0.5:
        match.meetings_held += 1
        match.last_met_on = date(2026, chance.randrange(1, 13), 1)
    else:
        match.state = chance.choice(get_args(MatchState))


def look_after_mentee(session: Session, chance: random.Random) -> None:
    """A young person's card."""
    mentee = _changeable(session, Mentee, chance)
    if chance.random() < 0.5:
        mentee.stage = chance.choice(get_args(MenteeStage))
    else:
        mentee.aspirations = chance.choice(WORDS)


def book(session: Session, chance: random.Random) -> None:
    """A place at an event, or news of one."""
    _has_a_place(Booking)
    found = session.scalars(select(Booking).order_by(Booking.id)).all()
    if found and chance.random() < 0.6:
        chance.choice(found).state = chance.choice(get_args(BookingState))
        return
    event, mentor = _one(session, Event, chance), _one(session, Mentor, chance)
    desk = desk_of(session)
    session.add(
        Booking(id=desk.new_id(), partition=event.partition, event_id=event.id, mentor_id=mentor.id, state="booked")
    )


def enter_mentor(session: Session, chance: random.Random) -> None:
    """A new card."""
    desk = desk_of(session)
    session.add(
        Mentor(
            id=desk.new_id(), partition=partitions.region(desk.region), reference=f"LDN-M-{chance.randrange(10_000)}",
            given_name=chance.choice(NAMES).split()[0], family_name=f"New{unique(chance)}",
        )
    )  # fmt: skip


def enter_mentee(session: Session, chance: random.Random) -> None:
    """A new young person, now and then of a school that was entered a moment ago."""
    desk = desk_of(session)
    if desk.role in {"staff", "regional_manager"} and chance.random() < 0.2:
        school = Partner(
            id=desk.new_id(), partition=partitions.region(desk.region), name="New School", partner_kind="school"
        )
        session.add(school)
        session.flush()
    else:
        school = _one(session, Partner, chance)
    if not may_change(desk.role, partitions.partner(school.id)):
        raise NothingToDoError
    session.add(
        Mentee(
            id=desk.new_id(), partition=partitions.partner(school.id), reference="LDN-Y-9", partner_id=school.id,
            given_name="Aaliyah", family_name=f"Khan{unique(chance)}", date_of_birth=date(2009, 5, 4),
        )
    )  # fmt: skip


def check(session: Session, chance: random.Random) -> None:
    """The outcome of a screening check."""
    desk = desk_of(session)
    _has_a_place(Clearance)
    if not may_change(desk.role, partitions.staff(desk.region)):
        raise NothingToDoError
    found = session.scalars(select(Clearance).order_by(Clearance.id)).all()
    if found and chance.random() < 0.7:
        one = chance.choice(found)
        one.outcome = chance.choice(("clear_to_proceed", "risk_assessment_required", "declined", None))
        one.next_due_on = date(2028, chance.randrange(1, 13), 1)
        return
    session.add(
        Clearance(
            id=desk.new_id(), partition=partitions.staff(desk.region), mentor_id=_one(session, Mentor, chance).id,
            level="enhanced",
        )
    )  # fmt: skip


def remove(session: Session, chance: random.Random) -> None:
    """Take a record away."""
    model = chance.choice((Mentor, Booking, Match, Contact))
    session.delete(_changeable(session, model, chance))


def settle(session: Session, chance: random.Random) -> None:
    """Answer a question of the review page."""
    still_open = select(Conflict).where(Conflict.state == "open").order_by(Conflict.id)
    one: Conflict = _pick(session.scalars(still_open).all(), chance)
    choices: tuple[review.Choice, ...] = ("mine", "theirs")
    review.settle(session, conflict=one.id, choice=chance.choice(choices))


def send_again_or_give_up(session: Session, chance: random.Random) -> None:
    """Decide what becomes of a change that the centre refused."""
    refused = [
        op.n
        for op in session.scalars(select(Op).where(Op.state == "parked").order_by(Op.n))
        if status_of(op.answer) == "rejected"
    ]
    n = _pick(refused, chance)
    if chance.random() < 0.5:
        parked.resend(session, op=n)
    else:
        parked.discard(session, op=n)


DOINGS: dict[Doing, int] = {
    mark: 25,
    amend_card: 20,
    move_on: 14,
    take_back: 8,
    amend_contact: 8,
    write_walk_in: 6,
    look_after_match: 7,
    look_after_mentee: 4,
    book: 5,
    enter_mentor: 3,
    enter_mentee: 3,
    check: 3,
    remove: 4,
    settle: 8,
    send_again_or_give_up: 4,
}


def _one(session: Session, model: type[R], chance: random.Random) -> R:
    """Any record of a kind, the same on every laptop that holds the same."""
    found: R = _pick(session.scalars(select(model).order_by(model.id)).all(), chance)
    return found


def _changeable(session: Session, model: type[R], chance: random.Random) -> R:
    found = _one(session, model, chance)
    if not may_change(desk_of(session).role, found.partition):
        raise NothingToDoError
    return found


def _has_a_place(model: type[Synced], field: str = "id") -> None:
    """See that the program of this laptop knows such a record, and this field of it."""
    if model.record.kind not in MODELS or field not in model.wire_fields():
        raise NothingToDoError


def _pick(things: Sequence[Any], chance: random.Random) -> Any:
    if not things:
        raise NothingToDoError
    return things[chance.randrange(len(things))]


def _toggled(things: Sequence[str], one: str) -> list[str]:
    return sorted(set(things) ^ {one})

"""One person's card: everything this laptop may show of a mentor or a young person, as plain values."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import (
    AttendanceMark,
    Booking,
    Clearance,
    Consent,
    Contact,
    Device,
    Event,
    Match,
    Mentee,
    Mentor,
)
from onemm_desktop.programme import consents, gates
from onemm_desktop.programme.allowed import may
from onemm_desktop.programme.attendance import Mark, answer
from onemm_desktop.programme.clearance import Standing, standing
from onemm_desktop.programme.consents import Standing as ConsentStanding
from onemm_desktop.programme.gates import Missing
from onemm_desktop.programme.listing import partner_names
from onemm_desktop.programme.match_card import Pair, pairs
from onemm_desktop.programme.people import TRAINING, age, full_name, may_change, one
from onemm_desktop.programme.requirements import required_modules
from onemm_wire import partitions
from onemm_wire.partitions import Role


@dataclass(frozen=True, slots=True)
class Check:
    """One screening check: what may be kept of it, never its content."""

    id: str
    level: str
    outcome: str | None
    certificate_number: str
    issued_on: date | None
    next_due_on: date | None


@dataclass(frozen=True, slots=True)
class Attended:
    """An event somebody was booked on or came to. ``state`` is a mark's, or the booking's where nobody marked."""

    id: str
    title: str
    starts_at: datetime
    state: str


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """How to reach a mentor. ``editable`` says whether this desk may change it."""

    email: str = ""
    phone: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class MentorCard:
    """All of a mentor. ``contact`` is None where this laptop does not hold contact details at all, ``missing`` for who
    is not on the way to a match.
    """

    id: str
    name: str
    reference: str
    preferred_name: str
    certificate_name: str
    organisation: str
    job_title: str
    employment: str
    language_choice: str
    stage: str
    joined_on: date | None
    help_areas: tuple[str, ...]
    max_mentees: int
    photo_consent: str
    access_needs: str
    notes: str
    clearance: Standing
    checks: tuple[Check, ...]
    modules: tuple[tuple[str, bool], ...]
    contact: ContactDetails | None
    pairs: tuple[Pair, ...]
    events: tuple[Attended, ...]
    editable: bool
    contact_editable: bool
    consents: tuple[ConsentStanding, ...] = ()
    consents_editable: bool = False
    missing: tuple[Missing, ...] | None = None


@dataclass(frozen=True, slots=True)
class MenteeCard:
    """All that is shown of a young person: no address, no telephone, no day of birth, only the age in years.

    ``missing`` is None for who is not on the way to a match; ``birthday`` as ``gates.birthday`` says it.
    """

    id: str
    name: str
    reference: str
    preferred_name: str
    certificate_name: str
    partner: str
    age: int
    year_group: str
    course: str
    cohort: str
    language_choice: str
    stage: str
    help_areas: tuple[str, ...]
    aspirations: str
    photo_consent: str
    access_needs: str
    notes: str
    pairs: tuple[Pair, ...]
    editable: bool
    consents: tuple[ConsentStanding, ...] = ()
    consents_editable: bool = False
    missing: tuple[Missing, ...] | None = None
    birthday: tuple[int, int] | None = None


def mentor_card(session: Session, mentor: str, *, role: Role, today: date) -> MentorCard:
    """A mentor's card by id. Raises KnownError NOT_FOUND."""
    card = one(session, Mentor, mentor)
    required = required_modules(session, TRAINING, today)
    holds_staff = _holds_staff_part(session)
    state = standing(card.clearance_state, card.clearance_level, card.clearance_applied_on, card.clearance_until, today)
    held = consents.standings(session, card.id, today)
    return MentorCard(
        id=card.id,
        name=full_name(card.given_name, card.family_name),
        reference=card.reference,
        preferred_name=card.preferred_name,
        certificate_name=card.certificate_name,
        organisation=card.organisation,
        job_title=card.job_title,
        employment=card.employment,
        language_choice=card.language_choice,
        stage=card.stage,
        joined_on=card.joined_on,
        help_areas=tuple(card.help_areas),
        max_mentees=card.max_mentees,
        photo_consent=card.photo_consent,
        access_needs=card.access_needs,
        notes=card.notes,
        clearance=state,
        checks=_checks(session, card.id),
        modules=tuple((module, module in card.modules) for module in sorted(required.union(card.modules))),
        contact=_contact(session, card.id) if holds_staff else None,
        pairs=pairs(session, Match.mentor_id == card.id),
        events=_events(session, card.id),
        editable=may_change(role, card.partition),
        contact_editable=holds_staff and partitions.may_write(role, "staff", creating=False),
        consents=held,
        missing=gates.of_mentor(
            stage=card.stage, clearance=state, required=required, passed=card.modules, taking_part=held[0], today=today
        )
        if card.stage in gates.MENTOR_ON_THE_WAY or card.stage == "suspended"
        else None,
        consents_editable=may(role, "update", Consent.record.kind, card.partition) is None,
    )


def mentee_card(session: Session, mentee: str, *, role: Role, today: date) -> MenteeCard:
    """A young person's card by id. Raises KnownError NOT_FOUND."""
    card = one(session, Mentee, mentee)
    held = consents.standings(session, card.id, today)
    return MenteeCard(
        id=card.id,
        name=full_name(card.given_name, card.family_name),
        reference=card.reference,
        preferred_name=card.preferred_name,
        certificate_name=card.certificate_name,
        partner=partner_names(session).get(card.partner_id, ""),
        age=age(card.date_of_birth, today),
        year_group=card.year_group,
        course=card.course,
        cohort=card.cohort,
        language_choice=card.language_choice,
        stage=card.stage,
        help_areas=tuple(card.help_areas),
        aspirations=card.aspirations,
        photo_consent=card.photo_consent,
        access_needs=card.access_needs,
        notes=card.notes,
        pairs=pairs(session, Match.mentee_id == card.id),
        editable=may_change(role, card.partition),
        consents=held,
        missing=gates.of_mentee(stage=card.stage, taking_part=held[0])
        if card.stage in gates.MENTEE_ON_THE_WAY
        else None,
        birthday=gates.birthday(card.date_of_birth, today),
        consents_editable=may(role, "update", Consent.record.kind, card.partition) is None,
    )


def _holds_staff_part(session: Session) -> bool:
    """Whether this laptop was given the region's contact details and screening at all."""
    device = session.scalars(select(Device)).first()
    return device is not None and partitions.staff(device.region) in device.scope


def _contact(session: Session, mentor: str) -> ContactDetails:
    contact = session.scalars(select(Contact).where(Contact.person_id == mentor).order_by(Contact.id)).first()
    return ContactDetails(contact.email, contact.phone, contact.postcode) if contact else ContactDetails()


def _checks(session: Session, mentor: str) -> tuple[Check, ...]:
    newest_first = select(Clearance).where(Clearance.mentor_id == mentor).order_by(Clearance.id.desc())
    return tuple(
        Check(check.id, check.level, check.outcome, check.certificate_number, check.issued_on, check.next_due_on)
        for check in session.scalars(newest_first)
    )


def _events(session: Session, mentor: str) -> tuple[Attended, ...]:
    """Newest first. What was marked on the day counts; a booking only where nobody marked."""
    bookings = select(Booking.event_id, Booking.state).where(Booking.mentor_id == mentor)
    states: dict[str, str] = {booking.event_id: booking.state for booking in session.execute(bookings)}
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark in session.scalars(select(AttendanceMark).where(AttendanceMark.attendee_id == mentor)):
        marks[mark.event_id].append(Mark(mark.id, mark.state, mark.at, mark.supersedes))
    for event, made in marks.items():
        shown = answer(made)
        if shown.state != "unmarked" or event not in states:
            states[event] = "contested" if shown.contested else shown.state
    events = select(Event).where(Event.id.in_(states)).order_by(Event.starts_at.desc())
    return tuple(
        Attended(event.id, event.title, event.starts_at, states[event.id]) for event in session.scalars(events)
    )

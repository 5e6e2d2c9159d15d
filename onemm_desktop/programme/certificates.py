"""Who has earned a certificate of attendance at an event, who has not and why, and giving each its number for good."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import DocumentIssue, Event, desk_of
from onemm_desktop.programme import attendance, attendees
from onemm_desktop.programme.allowed import Reason, may, require
from onemm_desktop.programme.attendance import Answer, Mark
from onemm_desktop.programme.attendees import Attendee
from onemm_desktop.programme.dates import day_of, local
from onemm_desktop.programme.proving import code_of, link_of, next_number
from onemm_desktop.programme.roster import Part, bookings_of, marks_of, sessions_of
from onemm_desktop.programme.training import share
from onemm_wire.partitions import Role

DOCUMENT = "certificate_of_attendance"
#: Who stayed for less than this share of the event has not attended it.
LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Earned:
    """Somebody who met the rule. ``number`` is the certificate's if it was issued before under this name."""

    person: str
    name: str
    printed_name: str
    language: str
    hours: float
    number: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody on the register who gets none; ``reason`` is a register state, no_consent or left_too_early."""

    person: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """An event's people, parted by the rule; each part in the order of the register.

    ``why_not`` is why nothing may be issued from this desk.
    """

    event: str
    title: str
    title_cy: str
    venue: str
    held_on: date
    trainers: tuple[str, ...]
    earned: tuple[Earned, ...]
    why_not: Reason | None
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Issued:
    """One certificate as it is printed, now and at every reprint. ``link`` is what its QR code holds."""

    number: str
    person: str
    printed_name: str
    language: str
    hours: float
    issued_on: date
    link: str = ""


def select_people(session: Session, event: str, *, today: date, role: Role) -> Selection:
    """Who meets the rule of an event's certificate, and who does not and why. Raises NOT_FOUND."""
    held = _event(session, event)
    issued = _issued(session, event)
    marks, parts = marks_of(session, event), sessions_of(session, event)
    earned: list[Earned] = []
    left_out: list[LeftOut] = []
    for person in _people(session, event, today):
        said = marks.get(person.id, [])
        answer = attendance.answer(said)
        hours = hours_attended(held, parts, said)
        reason = _reason(person, answer, hours / held.hours if held.hours else 1.0)
        if reason:
            left_out.append(LeftOut(person.id, person.name, reason))
        else:
            before = issued.get((person.id, person.certificate_name))
            number = before.number if before else ""
            earned.append(Earned(person.id, person.name, person.certificate_name, person.language, hours, number))
    return Selection(
        event=held.id,
        title=held.title,
        title_cy=held.title_cy,
        venue=held.venue,
        held_on=day_of(held.starts_at),
        trainers=tuple(held.trainers),
        earned=tuple(earned),
        why_not=may(role, "create", DocumentIssue.record.kind),
        left_out=tuple(left_out),
    )


def issue(session: Session, *, event: str, people: Collection[str]) -> tuple[Change, tuple[Issued, ...]]:
    """Give each of these people their certificate, in the order of the register; a reprint keeps number and date.

    People who do not meet the rule are passed over: they may have been unmarked since the list was shown. A
    certificate under a corrected name gets a new number and names the one it supersedes. Raises NOT_FOUND;
    NOT_ALLOWED where this person's role may not issue.
    """
    desk = desk_of(session)
    require(desk.role, "create", DocumentIssue.record.kind)
    held = _event(session, event)
    before = _issued(session, event)
    latest = {person: document for (person, _), document in before.items()}
    given: list[Issued] = []
    touched: set[tuple[str, str]] = set()
    for one in select_people(session, event, today=day_of(desk.now()), role=desk.role).earned:
        if one.person not in people:
            continue
        document = before.get((one.person, one.printed_name))
        if document is None:
            superseded = latest.get(one.person)
            document = _new(session, held, one, superseded.number if superseded else None)
            touched.add((DocumentIssue.record.kind, document.id))
        issued_on = day_of(document.issued_at)
        link = link_of(session, document.code)
        given.append(
            Issued(document.number, one.person, document.name_as_printed, one.language, document.hours, issued_on, link)
        )
    session.flush()
    return Change(touched=frozenset(touched)), tuple(given)


def hours_attended(event: Event, parts: Iterable[Part], marks: Collection[Mark]) -> float:
    """The hours a certificate may state: those of each session that was attended, also by those who came late; for
    those who left early the share of it until they left, rounded down to half an hour (``training.share``)."""
    shares = [(part.hours, share(part, attendance.answer(marks, part.id))) for part in parts]
    shares = shares or [(event.hours, share(event, attendance.answer(marks)))]
    return sum(hours if there == 1.0 else math.floor(hours * there * 2) / 2 for hours, there in shares)


def _reason(person: Attendee, answer: Answer, share: float) -> str:
    if answer.contested:
        return "contested"
    if answer.state not in attendance.IN_THE_ROOM:
        return answer.state
    if not person.consent:
        return "no_consent"
    return "left_too_early" if share < LEAST_SHARE else ""


def _event(session: Session, event: str) -> Event:
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    return held


def _people(session: Session, event: str, today: date) -> list[Attendee]:
    """Everybody on the register, in its order."""
    bookings = bookings_of(session, event)
    mentors = attendees.mentors(session, event, today, also=bookings)
    people = [*mentors, *attendees.walk_ins(session, event)]
    return sorted(people, key=lambda one: (False, one.sort_name, one.id) if one.id in bookings else (True, "", one.id))


def _issued(session: Session, event: str) -> dict[tuple[str | None, str], DocumentIssue]:
    """Certificates issued at this event by person and printed name, oldest first; of two, the later number counts."""
    issued = select(DocumentIssue).where(DocumentIssue.event_id == event, DocumentIssue.document == DOCUMENT)
    found = session.scalars(issued.order_by(DocumentIssue.id))
    return {(document.person_id, document.name_as_printed): document for document in found}


def _new(session: Session, event: Event, earned: Earned, supersedes: str | None) -> DocumentIssue:
    desk = desk_of(session)
    now = desk.now()
    document = DocumentIssue(
        id=desk.new_id(),
        partition=event.partition,
        document=DOCUMENT,
        number=next_number(session, desk, local(now).year),
        person_id=earned.person,
        event_id=event.id,
        name_as_printed=earned.printed_name,
        title=event.title,
        title_cy=event.title_cy,
        place=event.venue,
        signed_by=list(event.trainers),
        hours=earned.hours,
        held_on=day_of(event.starts_at),
        issued_at=now,
        supersedes=supersedes,
    )
    document.code = code_of(desk, document)
    session.add(document)
    return document

"""Requests by people about their data, with their clocks, and holds that keep records from being erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device, LegalHold, Mentee, Mentor, Region, RightsRequest, desk_of
from onemm_desktop.models.folding import fold
from onemm_desktop.programme.allowed import may, require
from onemm_desktop.programme.people import full_name, one
from onemm_desktop.programme.record_names import Names
from onemm_desktop.programme.rights_clock import MONTH, Nation, due
from onemm_wire import partitions
from onemm_wire.partitions import Role

Asked = Literal["access", "rectification", "erasure", "restriction", "objection"]
Answer = Literal["carried_out", "refused", "withdrawn"]
Ground = Literal["safeguarding", "legal_claim", "investigation", "complaint"]

#: From so many days before the end on, a request is a warning and no longer a line.
WARN_DAYS = 7


@dataclass(frozen=True, slots=True)
class Request:
    """An open request. ``name`` is empty for somebody this laptop does not know; ``days_left`` is negative when late.

    ``may_extend``: not extended yet, and the person can still be told in time. ``held``: a hold forbids erasing.
    """

    id: str
    person_id: str
    name: str
    asked: Asked
    received_on: date
    due_on: date
    days_left: int
    extended: bool
    may_extend: bool
    held: bool

    @property
    def pressing(self) -> bool:
        """Whether it is time to do something about it."""
        return self.days_left <= WARN_DAYS


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may have asked. ``detail`` tells namesakes apart."""

    id: str
    name: str
    detail: str
    reference: str


def find_people(session: Session, *, text: str, limit: int = 6) -> tuple[Person, ...]:
    """Mentors and young people on this laptop who have every typed word somewhere in their names."""
    typed = fold(text).split()
    if not typed:
        return ()
    mentors = select(Mentor).where(*(Mentor.search_text.contains(word, autoescape=True) for word in typed))
    young = select(Mentee).where(*(Mentee.search_text.contains(word, autoescape=True) for word in typed))
    found = [
        Person(row.id, full_name(row.given_name, row.family_name), row.organisation, row.reference)
        for row in session.scalars(mentors.order_by(Mentor.sort_name).limit(limit))
    ]
    found += [
        Person(row.id, full_name(row.given_name, row.family_name), row.year_group, row.reference)
        for row in session.scalars(young.order_by(Mentee.sort_name).limit(limit))
    ]
    return tuple(found[:limit])


def open_requests(session: Session, *, today: date) -> tuple[Request, ...]:
    """What has not been answered, the most pressing first."""
    nation, names = _nation(session), Names(session)
    held = set(session.scalars(select(LegalHold.person_id).where(LegalHold.lifted_on.is_(None))))
    found = []
    for row in session.scalars(select(RightsRequest).where(RightsRequest.done_on.is_(None))):
        due_on = due(row.received_on, nation, extended=row.extended)
        found.append(
            Request(
                id=row.id,
                person_id=row.person_id,
                name=names.person(row.person_id)[0],
                asked=cast("Asked", row.asked),
                received_on=row.received_on,
                due_on=due_on,
                days_left=(due_on - today).days,
                extended=row.extended,
                may_extend=not row.extended and today <= row.received_on + MONTH,
                held=row.person_id in held,
            )
        )
    return tuple(sorted(found, key=lambda request: (request.due_on, request.id)))


def may_handle(role: Role) -> bool:
    """Whether this desk answers requests; the others see nothing of them."""
    return may(role, "create", RightsRequest.record.kind) is None


def receive(session: Session, *, person: str, asked: Asked, received_on: date, today: date) -> Change:
    """Note that somebody has asked. The clock runs from the day it came in, not from the day it was noted.

    Raises KnownError NOT_ALLOWED, or WRONG_VALUE for a day that has not come.
    """
    desk = desk_of(session)
    place = partitions.staff(desk.region)
    require(desk.role, "create", RightsRequest.record.kind, place)
    if received_on > today:
        raise KnownError(Problem.WRONG_VALUE, field="received_on")
    row = RightsRequest(id=desk.new_id(), partition=place, person_id=person, asked=asked, received_on=received_on)
    session.add(row)
    return _touched(row)


def extend(session: Session, *, request: str, told_on: date) -> Change:
    """Take two months more, the person having been told on this day.

    Raises KnownError NOT_ALLOWED, or WRONG_VALUE if that was before the request or later than a month after it.
    """
    row = _changing(session, request)
    if not row.received_on <= told_on <= row.received_on + MONTH:
        raise KnownError(Problem.WRONG_VALUE, field="told_on")
    row.extended, row.told_on = True, told_on
    return _touched(row)


def answer(session: Session, *, request: str, answer: Answer, on: date) -> Change:
    """Note that it was answered. Raises KnownError NOT_ALLOWED or ALREADY_DECIDED."""
    row = _changing(session, request)
    if row.done_on is not None:
        raise KnownError(Problem.ALREADY_DECIDED)
    row.answer, row.done_on = answer, on
    return _touched(row)


def hold(session: Session, *, person: str, ground: Ground, on: date) -> Change:
    """Keep everything about a person, whoever asks for its erasure. Raises KnownError NOT_ALLOWED."""
    desk = desk_of(session)
    place = partitions.staff(desk.region)
    require(desk.role, "create", LegalHold.record.kind, place)
    row = LegalHold(id=desk.new_id(), partition=place, person_id=person, ground=ground, set_on=on)
    session.add(row)
    return Change(touched=frozenset({("legal_hold", row.id)}))


def lift(session: Session, *, person: str, on: date) -> Change:
    """End all holds on a person. Raises KnownError NOT_ALLOWED."""
    desk = desk_of(session)
    require(desk.role, "update", LegalHold.record.kind, partitions.staff(desk.region))
    holds = select(LegalHold).where(LegalHold.person_id == person, LegalHold.lifted_on.is_(None))
    touched = set()
    for row in session.scalars(holds):
        row.lifted_on = on
        touched.add(("legal_hold", row.id))
    return Change(touched=frozenset(touched))


def _changing(session: Session, request: str) -> RightsRequest:
    row = one(session, RightsRequest, request)
    require(desk_of(session).role, "update", RightsRequest.record.kind, row.partition)
    return row


def _touched(row: RightsRequest) -> Change:
    return Change(touched=frozenset({("rights_request", row.id)}))


def _nation(session: Session) -> Nation:
    code = session.scalar(select(Device.region)) or ""
    return cast("Nation", session.scalar(select(Region.nation).where(Region.code == code)) or "england")

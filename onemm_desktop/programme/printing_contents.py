"""What lists on paper say of each person: pairs of a school, visitors and their checks, encounters, addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Clearance, Contact, Event, Match, Mentee, Mentor, Partner, WalkIn
from onemm_desktop.programme.listing import partner_names
from onemm_desktop.programme.people import full_name
from onemm_desktop.programme.printing_people import MEETING, Person
from onemm_wire import badges as wire


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who meet at a school."""

    mentor: str
    organisation: str
    young_person: str
    year_group: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """A mentor and what was checked of them: never more than level, day and by whom."""

    name: str
    organisation: str
    level: str
    checked_on: date | None
    checked_by: str


@dataclass(frozen=True, slots=True)
class Mentoring:
    """The meetings of one match; ``focus`` are codes of help areas."""

    mentor: str
    work: str
    since: date | None
    until: date | None
    meetings: int
    focus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Encounters:
    """All that a young person has met."""

    name: str
    school: str
    year_group: str
    language: str
    mentoring: tuple[Mentoring, ...]


@dataclass(frozen=True, slots=True)
class BadgeFacts:
    """Who wears a badge. ``code`` is the text of its QR code, empty before the event has a key."""

    first_name: str
    surname: str
    organisation: str
    duty: Literal["mentor", "walk_in"]
    code: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is sent, as far as this laptop knows."""

    name: str
    lines: tuple[str, ...]


def school_of(session: Session, partner: str) -> tuple[str, str]:
    """A partner's name in Welsh, or as it is, and in English; empty where this laptop does not know it."""
    found = session.scalar(select(Partner).where(Partner.id == partner))
    return (found.name_cy or found.name, found.name) if found else ("", "")


def pairs(session: Session, people: Sequence[Person]) -> tuple[Pair, ...]:
    """Each young person with the mentor whom they meet now, in the order of ``people``."""
    found: dict[str, Pair] = {}
    meeting = select(Match, Mentor, Mentee).join(Mentor, Mentor.id == Match.mentor_id)
    meeting = meeting.join(Mentee, Mentee.id == Match.mentee_id).where(Match.state.in_(MEETING))
    for match, mentor, mentee in session.execute(meeting.order_by(Match.started_on, Match.id)):
        if mentor.stage == "suspended":
            continue
        whole = full_name(mentor.given_name, mentor.family_name)
        young = full_name(mentee.given_name, mentee.family_name)
        found.setdefault(match.mentee_id, Pair(whole, mentor.organisation, young, mentee.year_group))
    return tuple(found[person.id] for person in people if person.id in found)


def visitors(session: Session, people: Sequence[Person]) -> tuple[Visitor, ...]:
    """Each mentor with their latest check. A laptop without screening records knows the level alone."""
    checks: dict[str, Clearance] = {}
    clear = select(Clearance).where(Clearance.outcome == "clear_to_proceed").order_by(Clearance.seen_on, Clearance.id)
    for check in session.scalars(clear):
        checks[check.mentor_id] = check
    cards = {one.id: one for one in session.scalars(select(Mentor).where(Mentor.id.in_([one.id for one in people])))}
    return tuple(_visitor(cards[one.id], checks.get(one.id)) for one in people if one.id in cards)


def _visitor(card: Mentor, check: Clearance | None) -> Visitor:
    level = check.level if check else card.clearance_level or ""
    return Visitor(
        full_name(card.given_name, card.family_name), card.organisation, level,
        check.seen_on if check else None, check.seen_by if check else "",
    )  # fmt: skip


def encounters(session: Session, people: Sequence[Person]) -> tuple[Encounters, ...]:
    """Each young person's matches in which at least one meeting was held."""
    schools = partner_names(session)
    held: dict[str, list[Mentoring]] = {}
    meetings = select(Match, Mentor).join(Mentor, Mentor.id == Match.mentor_id).where(Match.meetings_held > 0)
    for match, mentor in session.execute(meetings.order_by(Match.started_on, Match.id)):
        work = ", ".join(filter(None, (mentor.job_title, mentor.organisation)))
        held.setdefault(match.mentee_id, []).append(
            Mentoring(
                full_name(mentor.given_name, mentor.family_name), work, match.started_on,
                match.closed_on, match.meetings_held, tuple(match.focus),
            )
        )  # fmt: skip
    cards = {one.id: one for one in session.scalars(select(Mentee).where(Mentee.id.in_(held)))}
    return tuple(
        Encounters(
            full_name(card.given_name, card.family_name), schools.get(card.partner_id, ""), card.year_group,
            card.language_choice, tuple(held[card.id]),
        )
        for card in (cards[person.id] for person in people if person.id in cards)
    )  # fmt: skip


def addresses(session: Session, people: Sequence[Person]) -> tuple[Address, ...]:
    """Each person with their organisation and postcode."""
    ids = [person.id for person in people]
    found = session.execute(select(Contact.person_id, Contact.postcode).where(Contact.person_id.in_(ids)))
    codes = {person_id: postcode for person_id, postcode in found}  # noqa: C416  (rows are no pairs to mypy)
    return tuple(Address(person.name, (person.organisation, codes.get(person.id, ""))) for person in people)


def badges(session: Session, event: str, ids: Sequence[str]) -> tuple[BadgeFacts, ...]:
    """The badges of mentors and walk-ins: the name they like to be called by, and a code for this event alone."""
    key = session.scalar(select(Event.badge_key).where(Event.id == event)) or ""
    made: dict[str, BadgeFacts] = {}
    for mentor in session.scalars(select(Mentor).where(Mentor.id.in_(ids))):
        first, code = mentor.preferred_name or mentor.given_name, wire.code(key, event, mentor.id) if key else ""
        made[mentor.id] = BadgeFacts(first, mentor.family_name, mentor.organisation, "mentor", code)
    for guest in session.scalars(select(WalkIn).where(WalkIn.id.in_(ids))):
        code = wire.code(key, event, guest.id) if key else ""
        made[guest.id] = BadgeFacts(guest.given_name, guest.family_name, guest.organisation, "walk_in", code)
    return tuple(made[one] for one in ids if one in made)

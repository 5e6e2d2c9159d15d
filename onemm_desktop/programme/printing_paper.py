"""Everything that one run of printing says, read at once: a plan's people with the contents of the chosen paper."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme import event_summary, printing, printing_contents, sheets
from onemm_desktop.programme.consents import taken_out
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.event_summary import EventSummary
from onemm_desktop.programme.in_building import Building, who_is_in
from onemm_desktop.programme.printing import Ask, Paper, key_of
from onemm_desktop.programme.printing_contents import Address, BadgeFacts, Encounters, Pair, Visitor
from onemm_desktop.programme.printing_people import Source
from onemm_desktop.programme.roster import Roster, roster
from onemm_wire.partitions import Role


@dataclass(frozen=True, slots=True)
class Contents:
    """What a list says; all but what its paper needs is empty. ``school`` is its name in Welsh and in English.

    ``destroy_by`` is the last day on which a list that people sign may be kept.
    """

    ask: Ask
    roster: Roster | None = None
    school: tuple[str, str] = ("", "")
    pairs: tuple[Pair, ...] = ()
    visitors: tuple[Visitor, ...] = ()
    encounters: tuple[Encounters, ...] = ()
    addresses: tuple[Address, ...] = ()
    building: Building | None = None
    summary: EventSummary | None = None
    badges: tuple[BadgeFacts, ...] = ()
    destroy_by: date = date.max


def contents(session: Session, *, ask: Ask, people: Collection[str], now: datetime, role: Role) -> Contents:
    """The contents for those of the plan's people who were chosen. Raises NOT_FOUND."""
    told = _contents(session, ask, people, now, role)
    used_on = day_of(told.roster.ends_at) if told.roster is not None else day_of(now)
    return replace(told, destroy_by=sheets.destroy_by(session, used_on))


def _contents(session: Session, ask: Ask, people: Collection[str], now: datetime, role: Role) -> Contents:
    if ask.paper == "evacuation_list":
        return Contents(ask, building=who_is_in(session, ask.source.id, now=now, role=role))
    if ask.paper == "event_summary":
        return Contents(ask, summary=event_summary.summary(session, ask.source.id, now=now, role=role))
    if ask.paper in printing.OF_EVENT:
        return Contents(ask, roster(session, ask.source.id, now=now, role=role))
    lines = printing.plan(session, ask, now=now, role=role).lines
    chosen = [line.person for line in lines if key_of(line.person) in people]
    if ask.paper in printing.BADGES:
        held = roster(session, ask.source.id, now=now, role=role)
        return Contents(ask, held, badges=printing_contents.badges(session, ask.source.id, [one.id for one in chosen]))
    school = printing_contents.school_of(session, ask.source.id.split("|")[0])
    match ask.paper:
        case "pair_register":
            return Contents(ask, school=school, pairs=printing_contents.pairs(session, chosen))
        case "visitor_list":
            return Contents(ask, school=school, visitors=printing_contents.visitors(session, chosen))
        case "encounter_record":
            return Contents(ask, encounters=printing_contents.encounters(session, chosen))
        case "labels":
            return Contents(ask, addresses=printing_contents.addresses(session, chosen))
    return Contents(ask)


def one_badge(
    session: Session, *, event: str, person: str, paper: Paper, now: datetime, role: Role
) -> tuple[Contents, str]:
    """The badge of somebody on a register, and why it is not printed: ``suspended``, ``no_consent`` or nothing.

    A walk-in who agreed to nothing has one all the same: it is handed to them, and says no more than they said.
    Raises NOT_FOUND, also for somebody who is not on the register.
    """
    held = roster(session, event, now=now, role=role)
    row = next((row for row in held.rows if row.attendee == person), None)
    if row is None:
        raise KnownError(Problem.NOT_FOUND)
    ended = person in taken_out(session, "taking_part", day_of(now), people={person})
    reason = "suspended" if row.suspended else "no_consent" if ended else ""
    facts = () if reason else printing_contents.badges(session, event, [person])
    return Contents(Ask(Source("event", event), paper), held, badges=facts), reason

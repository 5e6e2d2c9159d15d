"""What can be printed for whom: everybody who is in, and everybody who is left out, with the reason, before it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Literal, get_args

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import DocumentIssue, Event, Match, Mentor, Partner, RequirementSet
from onemm_desktop.programme import certificates, training
from onemm_desktop.programme.allowed import Reason, may
from onemm_desktop.programme.clearance import standing
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.people import TRAINING
from onemm_desktop.programme.printing_people import MEETING, Person, Source, Where, gather, in_order
from onemm_desktop.programme.requirements import asked, required_modules
from onemm_wire.partitions import Role
from onemm_wire.records.documents import Document

Paper = Literal[
    Document,
    "sign_in_blank", "sign_in_filled", "room_sign", "evacuation_list", "badges_a6", "badges_four", "badges_eight",
    "badges_card", "event_summary", "pair_register", "visitor_list", "encounter_record", "labels",
]  # fmt: skip
Order = Literal["register", "surname", "organisation"]
CERTIFICATES: frozenset[str] = frozenset(get_args(Document))
PROGRAMME = "One Million Mentors"
SERVICE = relativedelta(years=1)

_OFFERED: dict[Where, tuple[Paper, ...]] = {
    "event": (
        "certificate_of_attendance", "mentor_training", "safeguarding_briefing", "recognition", "sign_in_blank",
        "sign_in_filled", "badges_eight", "badges_four", "badges_card", "badges_a6", "room_sign",
        "evacuation_list", "labels", "event_summary",
    ),
    "partner": ("pair_register", "encounter_record", "mentee_participation", "employer_participation"),
    "visitors": ("visitor_list", "mentor_service", "labels"),
    "cohort": ("pair_register", "encounter_record", "mentee_participation"),
    "mentors": ("mentor_training", "mentor_service", "recognition", "labels"),
    "young_people": ("mentee_participation", "encounter_record"),
    "pasted": (
        "recognition", "mentor_training", "mentor_service", "mentee_participation", "visitor_list", "encounter_record",
        "labels",
    ),
}  # fmt: skip
#: Papers of one event as a whole: nobody is left out of them.
OF_EVENT: frozenset[str] = frozenset(
    {"sign_in_blank", "sign_in_filled", "room_sign", "evacuation_list", "event_summary"}
)
BADGES: frozenset[str] = frozenset({"badges_a6", "badges_four", "badges_eight", "badges_card"})
_FOR: dict[str, frozenset[str]] = {
    "mentee_participation": frozenset({"mentee"}),
    "encounter_record": frozenset({"mentee"}),
    "pair_register": frozenset({"mentee"}),
    "employer_participation": frozenset({"partner"}),
    "recognition": frozenset({"mentor", "walk_in", "unknown"}),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody wants printed. ``title`` and ``title_cy`` say what a recognition is for."""

    source: Source
    paper: Paper
    order: Order = "register"
    title: str = ""
    title_cy: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a certificate is about. ``hours`` of 0 are not stated; ``event`` is empty where there is none."""

    title: str
    title_cy: str
    held_on: date
    held_until: date | None = None
    valid_until: date | None = None
    hours: float = 0.0
    place: str = ""
    signed_by: tuple[str, ...] = ()
    event: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One person. ``reason`` is why they are left out, empty for who is in; ``number`` is of what they have already."""

    person: Person
    reason: str = ""
    number: str = ""
    occasion: Occasion | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Who is in, in the order of printing, and who is left out. ``why_not``: nothing may be issued from this desk."""

    ask: Ask
    lines: tuple[Line, ...]
    left_out: tuple[Line, ...]
    why_not: Reason | None = None


def offered(source: Source) -> tuple[Paper, ...]:
    """What can be printed for a source, the usual first."""
    return _OFFERED[source.where]


def plan(session: Session, ask: Ask, *, now: datetime, role: Role) -> Plan:
    """Who is in and who is left out, and why. Raises NOT_FOUND."""
    today = day_of(now)
    people = in_order(gather(session, ask.source, now=now, role=role), ask.order)
    if ask.paper in OF_EVENT:
        return Plan(ask, tuple(map(Line, people)), ())
    if ask.paper == "certificate_of_attendance" and ask.source.where == "event":
        lines = _attended(session, ask, people, today, role)
    else:
        judge = _Judge(session, ask, today, role)
        lines = [judge.line(person) for person in people]
    chosen = tuple(line for line in lines if not line.reason)
    left_out = tuple(line for line in lines if line.reason)
    return Plan(ask, chosen, left_out, _why_not(ask, people, role))


def _why_not(ask: Ask, people: Sequence[Person], role: Role) -> Reason | None:
    if ask.paper not in CERTIFICATES:
        return None
    places: set[str | None] = {person.partition for person in people if person.partition}
    reasons = [may(role, "create", DocumentIssue.record.kind, place) for place in places or {None}]
    return reasons[0] if all(reasons) else None


def _attended(session: Session, ask: Ask, people: Sequence[Person], today: date, role: Role) -> list[Line]:
    """The event's own rule: who came, stayed and consented."""
    selection = certificates.select_people(session, ask.source.id, today=today, role=role)
    earned = {one.person: one for one in selection.earned}
    reasons = {one.person: one.reason for one in selection.left_out}
    lines = []
    for person in people:
        one = earned.get(person.id)
        reason = "suspended" if person.suspended else "" if one else reasons.get(person.id, "unmarked")
        about = Occasion(
            selection.title, selection.title_cy, selection.held_on, hours=one.hours if one else 0.0,
            place=selection.venue, signed_by=selection.trainers, event=selection.event,
        )  # fmt: skip
        lines.append(Line(person, reason, one.number if one else "", about))
    return lines


class _Judge:
    """Says of each person whether a paper is for them. Reads what it needs once."""

    def __init__(self, session: Session, ask: Ask, today: date, role: Role) -> None:
        self._session, self._ask, self._today, self._role = session, ask, today, role
        self._event = self._held() if ask.source.where == "event" else None
        self._issued = _issued(session, ask.paper)
        self._of_mentee: dict[str, list[Match]] = defaultdict(list)
        self._of_mentor: dict[str, list[Match]] = defaultdict(list)
        for match in session.scalars(select(Match).order_by(Match.started_on, Match.id)):
            self._of_mentee[match.mentee_id].append(match)
            self._of_mentor[match.mentor_id].append(match)
        self._required = required_modules(session, TRAINING, today)
        self._cards = {one.id: one for one in session.scalars(select(Mentor))}
        self._came = self._who_came() if ask.paper == "safeguarding_briefing" else {}

    def line(self, person: Person) -> Line:
        """In or left out."""
        reason = self._general(person) or self._of_paper(person)
        occasion = None if reason or self._ask.paper not in CERTIFICATES else self._occasion(person)
        return Line(person, reason, self._number(person), occasion)

    def _general(self, person: Person) -> str:
        if person.kind == "unknown" and (person.several or self._ask.paper != "recognition"):
            return "several" if person.several else "unknown"
        if person.suspended:
            return "suspended"
        if person.kind not in _FOR.get(self._ask.paper, frozenset({"mentor", "walk_in"})):
            return "not_for_them"
        if not person.consent:
            return "no_consent"
        issuing = self._ask.paper in CERTIFICATES and person.partition
        if issuing and may(self._role, "create", DocumentIssue.record.kind, person.partition):
            return "role"
        return "" if person.name else "no_name"

    def _of_paper(self, person: Person) -> str:
        match self._ask.paper:
            case "mentor_training":
                card = self._cards.get(person.id)
                passed = card is not None and self._required <= set(card.modules)
                return "" if self._required and passed else "modules_missing"
            case "safeguarding_briefing":
                return self._came.get(person.id, "unmarked")
            case "mentee_participation" | "encounter_record":
                return "" if any(one.meetings_held for one in self._of_mentee[person.id]) else "no_meetings"
            case "pair_register":
                return "" if self.mentor_of(person) else "no_mentor"
            case "mentor_service":
                return "" if self._served(person) else "not_a_year"
            case "recognition":
                return "" if self._ask.title else "no_reason_given"
            case "employer_participation":
                return "" if self._is_employer(person) else "not_for_them"
            case "visitor_list":
                return "" if self._cleared(person) else "not_cleared"
        return ""

    def mentor_of(self, person: Person) -> Mentor | None:
        """Whom a young person meets now; nobody who is suspended."""
        for one in self._of_mentee[person.id]:
            card = self._cards.get(one.mentor_id)
            if one.state in MEETING and card is not None and card.stage != "suspended":
                return card
        return None

    def _occasion(self, person: Person) -> Occasion:
        match self._ask.paper:
            case "mentor_training":
                return self._requirements(person)
            case "mentor_service":
                since = self._served(person) or self._today
                return Occasion(PROGRAMME, "", since, since + SERVICE)
            case "mentee_participation":
                return self._participation(person)
            case "recognition":
                return Occasion(self._ask.title, self._ask.title_cy, self._today)
            case "safeguarding_briefing" if self._event is not None:
                return self._of_event(self._event)
        return Occasion(PROGRAMME, "", self._today)

    def _of_event(self, held: Event) -> Occasion:
        held_on = day_of(held.starts_at)
        return Occasion(
            held.title, held.title_cy, held_on, valid_until=self._holds_until(held_on), hours=held.hours,
            place=held.venue, signed_by=tuple(held.trainers), event=held.id,
        )  # fmt: skip

    def _holds_until(self, completed_on: date) -> date | None:
        """Until when, by the rule of the day on which it was completed; no end where the centre has laid none down."""
        rule = asked(self._session, self._ask.paper, completed_on)
        return rule.holds_until(completed_on) if rule else None

    @cached_property
    def _gained(self) -> dict[str, date]:
        return training.last_gained(self._session, self._required)

    @cached_property
    def _newest(self) -> RequirementSet:
        in_force = select(RequirementSet).where(
            RequirementSet.code == TRAINING.replace("_", "-"), RequirementSet.valid_from <= self._today
        )
        return self._session.scalars(in_force.order_by(RequirementSet.valid_from.desc()).limit(1)).one()

    def _requirements(self, person: Person) -> Occasion:
        """Completed on the day of the event, or of the last one that gave a module; where none did, today."""
        newest = self._newest
        if self._event is not None:
            held = self._of_event(self._event)
            return replace(held, title=newest.title, title_cy=newest.title_cy, hours=0.0)
        done_on = self._gained.get(person.id, self._today)
        return Occasion(newest.title, newest.title_cy, done_on, valid_until=self._holds_until(done_on))

    def _participation(self, person: Person) -> Occasion:
        held = [one for one in self._of_mentee[person.id] if one.meetings_held]
        first = min((one.started_on for one in held if one.started_on), default=self._today)
        last = max((one.last_met_on for one in held if one.last_met_on), default=None)
        return Occasion(PROGRAMME, "", first, last)

    def _served(self, person: Person) -> date | None:
        """Since when a mentor has met one young person for a year."""
        for one in self._of_mentor[person.id]:
            until = one.closed_on or self._today
            if one.started_on and one.started_on + SERVICE <= until:
                return one.started_on
        return None

    def _cleared(self, person: Person) -> bool:
        card = self._cards.get(person.id)
        return card is not None and standing(
            card.clearance_state, card.clearance_level, card.clearance_applied_on, card.clearance_until, self._today
        ).code in ("clear", "expires")

    def _is_employer(self, person: Person) -> bool:
        partner = self._session.scalar(select(Partner).where(Partner.id == person.id))
        return partner is not None and partner.partner_kind == "employer"

    def _who_came(self) -> dict[str, str]:
        held = self._event
        if held is None or held.event_kind != "safeguarding_briefing":
            return {}
        selection = certificates.select_people(self._session, held.id, today=self._today, role=self._role)
        return {one.person: "" for one in selection.earned} | {one.person: one.reason for one in selection.left_out}

    def _number(self, person: Person) -> str:
        found = self._issued.get((key_of(person), self._event.id if self._event else None))
        return found.number if found and found.name_as_printed == person.certificate_name else ""

    def _held(self) -> Event:
        found = self._session.scalar(select(Event).where(Event.id == self._ask.source.id))
        if found is None:
            raise KnownError(Problem.NOT_FOUND)
        return found


def key_of(person: Person) -> str:
    """Whom a certificate is for; of somebody without a card, the name."""
    return person.id or person.certificate_name


def _issued(session: Session, paper: str) -> dict[tuple[str, str | None], DocumentIssue]:
    """The latest certificate of a type by whom it is for and the event."""
    found = session.scalars(select(DocumentIssue).where(DocumentIssue.document == paper).order_by(DocumentIssue.id))
    return {
        (one.person_id or one.partner_id or one.name_as_printed, one.event_id): one for one in found
    }  # fmt: skip

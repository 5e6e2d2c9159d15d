"""Whom something is to be printed for: the people of an event, a school, a cohort, a list page, or a pasted list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, TypeVar, assert_never

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Contact, Event, Match, Mentee, Mentor, Partner, WalkIn
from onemm_desktop.models.folding import fold
from onemm_desktop.programme.consents import taken_out
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.people import MENTEE_STAGES, MENTOR_STAGES, full_name
from onemm_desktop.programme.roster import roster
from onemm_wire.partitions import Role

#: ``partner``: its young people, or the employer itself; ``visitors``: the mentors of its matches; ``mentors`` and
#: ``young_people``: a list page, narrowed by a stage or not; ``pasted``: names, references, e-mail addresses.
M = TypeVar("M", Mentor, Mentee)
Where = Literal["event", "partner", "visitors", "cohort", "mentors", "young_people", "pasted"]
Kind = Literal["mentor", "walk_in", "mentee", "partner", "unknown"]
#: Matches in these states bring two people together at a school.
MEETING = ("scheduled", "active", "closing")
LISTED = "listed"
#: SQLite takes so many values in one question.
_AT_ONCE = 10_000
_APART = re.compile(r"[\n\r;\t]+")


@dataclass(frozen=True, slots=True)
class Source:
    """Which people. ``id`` is an event's, a partner's, ``partner|cohort`` or a stage; ``text`` is what was pasted.

    ``people`` are ids in the order of a list page, as it was searched and narrowed there (``id`` is then ``LISTED``).
    """

    where: Where
    id: str = ""
    text: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One source to choose, with the words to choose it by. ``day`` is an event's."""

    source: Source
    title: str
    detail: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to print for. ``id`` is empty for a pasted name that this laptop does not know (``unknown``).

    ``partition`` is where papers about them are kept; ``consent`` and ``suspended`` are reasons to print nothing.
    """

    kind: Kind
    id: str
    name: str
    sort_name: str
    certificate_name: str = ""
    language: str = "not_asked"
    organisation: str = ""
    partition: str = ""
    stage: str = ""
    consent: bool = True
    suspended: bool = False
    several: bool = False


def places(session: Session) -> tuple[Place, ...]:
    """All that can be chosen, events first, the latest of them first. A pasted list is always there."""
    events = session.scalars(select(Event).where(Event.state != "draft").order_by(Event.starts_at.desc(), Event.id))
    partners = session.scalars(select(Partner).order_by(Partner.name.collate("NOCASE"), Partner.id)).all()
    cohorts = session.execute(
        select(Mentee.partner_id, Mentee.cohort).where(Mentee.cohort != "").distinct().order_by(Mentee.cohort)
    ).all()
    names = {partner.id: partner.name for partner in partners}
    with_people = set(session.scalars(select(Mentee.partner_id).distinct()))
    return (
        *(Place(Source("event", one.id), one.title, one.venue, day_of(one.starts_at)) for one in events),
        *(Place(Source("partner", one.id), one.name, one.place) for one in partners if _prints(one, with_people)),
        *(Place(Source("visitors", one.id), one.name, one.place) for one in partners if one.id in with_people),
        *(Place(Source("cohort", f"{who}|{cohort}"), cohort, names.get(who, "")) for who, cohort in cohorts),
        *(Place(Source("mentors", stage), stage) for stage in ("", *MENTOR_STAGES)),
        *(Place(Source("young_people", stage), stage) for stage in ("", *MENTEE_STAGES) if with_people),
    )


def _prints(partner: Partner, with_people: set[str]) -> bool:
    return partner.id in with_people or partner.partner_kind == "employer"


def gather(session: Session, source: Source, *, now: datetime, role: Role) -> tuple[Person, ...]:
    """The people of a source, an event's in the order of its register. Raises NOT_FOUND."""
    out = taken_out(session, "taking_part", day_of(now))
    people = _gathered(session, source, now=now, role=role)
    return tuple(replace(person, consent=False) if person.id in out else person for person in people)


def _gathered(session: Session, source: Source, *, now: datetime, role: Role) -> tuple[Person, ...]:
    match source.where:
        case "event":
            return _of_event(session, source.id, now, role)
        case "partner":
            return _of_partner(session, source.id)
        case "visitors":
            ids = session.scalars(
                select(Match.mentor_id).where(Match.partner_id == source.id, Match.state.in_(MEETING)).distinct()
            )
            return _mentors(session, ids.all())
        case "cohort":
            partner, cohort = source.id.split("|", 1)
            found = select(Mentee).where(Mentee.partner_id == partner, Mentee.cohort == cohort)
            return tuple(map(_mentee, session.scalars(found.order_by(Mentee.sort_name, Mentee.id))))
        case "mentors" if source.id == LISTED:
            return tuple(map(_mentor, _listed(session, Mentor, source.people)))
        case "young_people" if source.id == LISTED:
            return tuple(map(_mentee, _listed(session, Mentee, source.people)))
        case "mentors":
            every = select(Mentor).where(Mentor.stage == source.id) if source.id else select(Mentor)
            return tuple(map(_mentor, session.scalars(every.order_by(Mentor.sort_name, Mentor.id))))
        case "young_people":
            young = select(Mentee).where(Mentee.stage == source.id) if source.id else select(Mentee)
            return tuple(map(_mentee, session.scalars(young.order_by(Mentee.sort_name, Mentee.id))))
        case "pasted":
            return _pasted(session, source.text)
    assert_never(source.where)


def _of_event(session: Session, event: str, now: datetime, role: Role) -> tuple[Person, ...]:
    rows = roster(session, event=event, now=now, role=role).rows
    mentors = {one.id: one for one in _mentors(session, [row.attendee for row in rows])}
    walk_ins = {
        one.id: _walk_in(one) for one in session.scalars(select(WalkIn).where(WalkIn.event_id == event))
    }  # fmt: skip
    known = {**mentors, **walk_ins}
    return tuple(known[row.attendee] for row in rows if row.attendee in known)


def _of_partner(session: Session, partner: str) -> tuple[Person, ...]:
    """A school's young people; of an employer, the employer."""
    found = session.scalar(select(Partner).where(Partner.id == partner))
    if found is None:
        raise KnownError(Problem.NOT_FOUND)
    if found.partner_kind == "employer":
        return (_partner(found),)
    young = select(Mentee).where(Mentee.partner_id == partner).order_by(Mentee.sort_name, Mentee.id)
    return tuple(map(_mentee, session.scalars(young)))


def _mentors(session: Session, ids: Sequence[str]) -> tuple[Person, ...]:
    found = session.scalars(select(Mentor).where(Mentor.id.in_(ids)).order_by(Mentor.sort_name, Mentor.id))
    return tuple(map(_mentor, found))


def _listed(session: Session, model: type[M], ids: Sequence[str]) -> list[M]:
    """Those of the list who are still on this laptop, in its order."""
    found: dict[str, M] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = select(model).where(model.id.in_(ids[start : start + _AT_ONCE]))
        found.update((one.id, one) for one in session.scalars(some))
    return [found[one] for one in ids if one in found]


def _pasted(session: Session, text: str) -> tuple[Person, ...]:
    """Everybody a pasted list names, once each, in its order; a line that names nobody, or several, stays as it is."""
    lines = [" ".join(line.split()) for line in _APART.split(text)]
    by_word = _everybody(session)
    people: dict[str, Person] = {}
    for line in filter(None, lines):
        found = next(
            filter(None, (by_word.get(word, ()) for word in (fold(line), _turned(line), _any_order(line)))), ()
        )
        if len(found) == 1:
            people.setdefault(found[0].id, found[0])
        else:
            people.setdefault(line, Person("unknown", "", line, fold(line), line, several=len(found) > 1))
    return tuple(people.values())


def _turned(line: str) -> str:
    """``Jones, Siân`` as Siân Jones, folded."""
    family, comma, given = line.partition(",")
    return fold(f"{given} {family}") if comma else fold(line)


def _any_order(text: str) -> str:
    """The words of a name whatever their order, so that no folded name is spelt like it."""
    return "|".join(sorted(fold(text.replace(",", " ")).split()))


def _everybody(session: Session) -> dict[str, list[Person]]:
    """Who may be meant by a folded reference, name or e-mail address."""
    found: dict[str, dict[str, Person]] = defaultdict(dict)

    def know(person: Person, words: Iterable[str]) -> None:
        for word in filter(None, map(fold, words)):
            found[word][person.id] = person
            found[_any_order(word)][person.id] = person

    people: dict[str, Person] = {}
    for mentor in session.scalars(select(Mentor)):
        people[mentor.id] = _mentor(mentor)
        know(people[mentor.id], (mentor.reference, people[mentor.id].name, mentor.certificate_name))
    for mentee in session.scalars(select(Mentee)):
        people[mentee.id] = _mentee(mentee)
        know(people[mentee.id], (mentee.reference, people[mentee.id].name, mentee.certificate_name))
    for person_id, email in session.execute(select(Contact.person_id, Contact.email).where(Contact.email != "")):
        if person_id in people:
            know(people[person_id], (email,))
    return {word: list(each.values()) for word, each in found.items()}


def _mentor(card: Mentor) -> Person:
    name = full_name(card.given_name, card.family_name)
    return Person(
        "mentor", card.id, name, card.sort_name, card.certificate_name or name, card.language_choice,
        card.organisation, card.partition, card.stage, suspended=card.stage == "suspended",
    )  # fmt: skip


def _mentee(card: Mentee) -> Person:
    name = full_name(card.given_name, card.family_name)
    return Person(
        "mentee", card.id, name, card.sort_name, card.certificate_name or name, card.language_choice,
        card.year_group, card.partition, card.stage,
    )  # fmt: skip


def _walk_in(card: WalkIn) -> Person:
    name = full_name(card.given_name, card.family_name)
    return Person(
        "walk_in", card.id, name, card.sort_name, name, organisation=card.organisation, partition=card.partition,
        consent=card.consent,
    )  # fmt: skip


def _partner(card: Partner) -> Person:
    return Person("partner", card.id, card.name, fold(card.name), card.name, partition=card.partition)


def in_order(people: Sequence[Person], order: str) -> tuple[Person, ...]:
    """By ``surname`` or ``organisation``; the order they came in for everything else."""
    match order:
        case "surname":
            return tuple(sorted(people, key=lambda one: (one.sort_name, one.id)))
        case "organisation":
            return tuple(sorted(people, key=lambda one: (not one.organisation, fold(one.organisation), one.sort_name)))
    return tuple(people)

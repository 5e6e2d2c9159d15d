"""Consents: who agreed to what, whether it counts today, and whom a withdrawal takes out. Every page asks here.

The domain's rules: somebody whose consent is missing or was withdrawn is in no print run, photograph, survey or match;
under 18 a parent or carer agrees to taking part, and the young person is told (National Youth Agency). A withdrawal
stands against every consent that was given up to that day, whichever laptop heard of which first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Consent, Mentee, Mentor, desk_of
from onemm_desktop.programme.allowed import require
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.people import age, full_name, one
from onemm_wire.records.consents import ConsentGiver, ConsentMethod, ConsentPurpose

PURPOSES: tuple[ConsentPurpose, ...] = get_args(ConsentPurpose)
GIVERS: tuple[ConsentGiver, ...] = get_args(ConsentGiver)
METHODS: tuple[ConsentMethod, ...] = get_args(ConsentMethod)
#: ``never_given``: asked for at the most. ``ended``: its last day is over. ``withdrawn``: taken back.
Why = Literal["never_given", "ended", "withdrawn"]
#: Young people in these stages were not asked, or have not answered, where no consent is written down.
UNANSWERED = frozenset({"nominated", "consent_sought"})
#: Below this age a parent or carer agrees to taking part.
OF_AGE = 18
#: Consents are shown as running out from this many days before their last.
WARN_DAYS = 60
_KIND = Consent.record.kind


@dataclass(frozen=True, slots=True)
class Said:
    """One consent as it was written down."""

    id: str
    purpose: str
    wording: str
    given_by: str
    giver_name: str
    informed: bool
    method: str
    given_on: date
    valid_until: date | None
    recorded_by: str
    withdrawn_on: date | None
    withdrawn_by: str | None
    withdrawal_recorded_by: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds for one purpose: ``why`` it does not, or None; ``said`` is the newest consent, if there is any.

    ``days`` is how long it still holds where it is running out, else None.
    """

    purpose: str
    why: Why | None
    said: Said | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """A consent that runs out soon; ``kind`` and ``person`` say whose card to open."""

    kind: str
    person: str
    name: str
    purpose: str
    until: date
    days: int


def judge(said: Iterable[Said], purpose: str, today: date) -> Standing:
    """The standing of one purpose by what was said about it; ``never_given`` where nothing was."""
    about = sorted((one for one in said if one.purpose == purpose), key=lambda one: (one.given_on, one.id))
    if not about:
        return Standing(purpose, "never_given")
    taken_back = max((one.withdrawn_on for one in about if one.withdrawn_on is not None), default=None)
    after = [one for one in about if one.withdrawn_on is None and (taken_back is None or one.given_on > taken_back)]
    if not after:
        return Standing(purpose, "withdrawn", next(one for one in reversed(about) if one.withdrawn_on == taken_back))
    # The one that holds longest.
    best = max(after, key=lambda one: (one.valid_until is None, one.valid_until or today, one.given_on))
    if best.valid_until is None:
        return Standing(purpose, None, best)
    left = (best.valid_until - today).days
    return Standing(purpose, None if left >= 0 else "ended", best, left if 0 <= left <= WARN_DAYS else None)


def said_by(session: Session, person: str) -> tuple[Said, ...]:
    """Everything written down about a person's consents, the newest first."""
    found = select(Consent).where(Consent.person_id == person).order_by(Consent.given_on.desc(), Consent.id.desc())
    return tuple(
        Said(
            row.id, row.purpose, row.wording, row.given_by, row.giver_name, row.informed, row.method, row.given_on,
            row.valid_until, row.recorded_by, row.withdrawn_on, row.withdrawn_by, row.withdrawal_recorded_by,
        )
        for row in session.scalars(found)
    )  # fmt: skip


def taken_out(
    session: Session, purpose: ConsentPurpose, today: date, *, people: Collection[str] | None = None
) -> dict[str, Why]:
    """Who is out for a purpose, and why, by their ids: the one question that prints, photographs, surveys and matching
    ask. ``people`` narrows it to these ids.

    Who no longer takes part is out for every purpose. A young person of whom no consent is written down is out of
    taking part while their stage says that nobody has agreed; a mentor's agreement is their application. For
    photographs a "no" on the card counts, too.
    """
    out: dict[str, Why] = {}
    for asked in dict.fromkeys(("taking_part", purpose)):
        for person, why in _ended(session, asked, today, people).items():
            out.setdefault(person, why)
    silent = select(Mentee.id).where(
        Mentee.stage.in_(UNANSWERED), Mentee.id.not_in(select(Consent.person_id).where(_TAKES_PART))
    )
    for unanswered in session.scalars(silent if people is None else silent.where(Mentee.id.in_(people))):
        out.setdefault(unanswered, "never_given")
    if purpose == "photographs":
        for model in (Mentor, Mentee):
            no = select(model.id).where(model.photo_consent == "no")
            for refused in session.scalars(no if people is None else no.where(model.id.in_(people))):
                out.setdefault(refused, "never_given")
    return out


_TAKES_PART = Consent.purpose == "taking_part"


def _ended(session: Session, purpose: str, today: date, people: Collection[str] | None) -> dict[str, Why]:
    """Of whom something is written down, and none of it holds today: ``judge`` in SQL, for everybody at once."""
    for_ever = date.max
    taken_back = func.max(Consent.withdrawn_on)
    standing = Consent.withdrawn_on.is_(None)
    newest = func.max(case((standing, Consent.given_on)))
    holding = func.max(
        case((standing & (func.coalesce(Consent.valid_until, for_ever) >= today), Consent.given_on))
    )  # fmt: skip
    grouped = (
        select(Consent.person_id, taken_back, newest)
        .where(Consent.purpose == purpose)
        .group_by(Consent.person_id)
        .having(holding.is_(None) | (holding <= taken_back))
    )
    if people is not None:
        grouped = grouped.where(Consent.person_id.in_(people))
    return {
        person: "withdrawn" if back is not None and (last is None or last <= back) else "ended"
        for person, back, last in session.execute(grouped)
    }


def refusal(session: Session, person: str, purpose: ConsentPurpose, today: date) -> Why | None:
    """Why somebody is out for a purpose; None where they are in."""
    return taken_out(session, purpose, today, people=(person,)).get(person)


def standings(session: Session, person: str, today: date) -> tuple[Standing, ...]:
    """What holds for each purpose, for a person's card."""
    said = said_by(session, person)
    return tuple(judge(said, purpose, today) for purpose in PURPOSES)


def record(
    session: Session,
    *,
    person: str,
    purpose: ConsentPurpose,
    wording: str,
    given_by: ConsentGiver,
    method: ConsentMethod,
    given_on: date,
    giver_name: str = "",
    informed: bool = False,
    valid_until: date | None = None,
) -> Change:
    """Write down that somebody agreed.

    Raises NOT_FOUND, NOT_ALLOWED, CONSENT_WORDING (which words they agreed to is missing), CONSENT_DATES (agreed in the
    future or before they were born, or ends before it begins), CONSENT_PARENT (under 18 a parent or carer agrees to
    taking part, and nobody agrees alone), CONSENT_INFORMED (the young person was not told), CONSENT_WITHDRAWN (the
    same purpose was withdrawn on or after that day).
    """
    card, today = _card(session, person), day_of(desk_of(session).now())
    require(desk_of(session).role, "create", _KIND, card.partition)
    if not wording.strip():
        raise KnownError(Problem.CONSENT_WORDING)
    born = card.date_of_birth if isinstance(card, Mentee) else None
    if given_on > today or (born and given_on < born) or (valid_until and valid_until < given_on):
        raise KnownError(Problem.CONSENT_DATES)
    if born is not None and age(born, given_on) < OF_AGE:
        if given_by == "self" or (purpose == "taking_part" and given_by != "parent_carer"):
            raise KnownError(Problem.CONSENT_PARENT)
        if not informed:
            raise KnownError(Problem.CONSENT_INFORMED)
    backs = [one.withdrawn_on for one in said_by(session, person) if one.purpose == purpose and one.withdrawn_on]
    if backs and given_on <= max(backs):
        raise KnownError(Problem.CONSENT_WITHDRAWN)
    desk = desk_of(session)
    consent = Consent(
        id=desk.new_id(), partition=card.partition, person_id=person, purpose=purpose,
        wording=" ".join(wording.split()), given_by=given_by, giver_name=" ".join(giver_name.split()),
        informed=informed, method=method, given_on=given_on, valid_until=valid_until, recorded_by=desk.user_name,
    )  # fmt: skip
    session.add(consent)
    session.flush()
    return Change(touched=_touched(card, consent.id))


def withdraw(session: Session, *, person: str, purpose: ConsentPurpose, by: ConsentGiver, on: date) -> Change:
    """Take every consent back that a person gave to a purpose until that day; at once, and not to be undone.

    Anybody who may agree may also take it back, a young person of any age included. Raises NOT_FOUND, NOT_ALLOWED,
    CONSENT_DATES (a day to come), CONSENT_NOT_HELD (there is none to take back).
    """
    card, desk = _card(session, person), desk_of(session)
    require(desk.role, "update", _KIND, card.partition)
    if on > day_of(desk.now()):
        raise KnownError(Problem.CONSENT_DATES)
    of_purpose = select(Consent).where(Consent.person_id == person, Consent.purpose == purpose)
    held = session.scalars(of_purpose.where(Consent.withdrawn_on.is_(None), Consent.given_on <= on)).all()
    if not held:
        raise KnownError(Problem.CONSENT_NOT_HELD)
    touched: set[tuple[str, str]] = set()
    for consent in held:
        consent.withdrawn_on, consent.withdrawn_by = on, by
        consent.withdrawal_recorded_by = desk.user_name
        touched |= _touched(card, consent.id)
    session.flush()
    return Change(touched=frozenset(touched))


def running_out(session: Session, today: date, *, within: int = WARN_DAYS) -> tuple[Ending, ...]:
    """Consents that hold today and end within so many days with none to follow, the first to end first."""
    last = today + timedelta(days=within)
    ends = select(Consent.person_id).where(Consent.valid_until >= today, Consent.valid_until <= last).distinct()
    found = []
    for model in (Mentee, Mentor):
        cards = select(model.id, model.given_name, model.family_name).where(model.id.in_(ends))
        for person, given, family in session.execute(cards):
            said = said_by(session, person)
            for purpose in PURPOSES:
                state = judge(said, purpose, today)
                until = state.said.valid_until if state.said else None
                if state.why is None and until is not None and until <= last:
                    name = full_name(given, family)
                    kind = model.record.kind
                    found.append(Ending(kind, person, name, purpose, until, (until - today).days))
    return tuple(sorted(found, key=lambda one: (one.until, one.name, one.purpose)))


def _card(session: Session, person: str) -> Mentee | Mentor:
    mentee = session.scalar(select(Mentee).where(Mentee.id == person))
    return mentee if mentee is not None else one(session, Mentor, person)


def _touched(card: Mentee | Mentor, consent: str) -> frozenset[tuple[str, str]]:
    # The card is named too: lists and papers follow from what holds.
    return frozenset({(_KIND, consent), (card.record.kind, card.id)})

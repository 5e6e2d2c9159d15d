"""One match's card, and the matches of one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from onemm_desktop.models import Match, Mentee, Mentor
from onemm_desktop.programme.listing import partner_names
from onemm_desktop.programme.matching import days_silent
from onemm_desktop.programme.people import full_name, may_change, one
from onemm_wire.partitions import Role

#: From the match that is lived now to the one that is over.
_UNDER_WAY = {state: place for place, state in enumerate(("active", "closing", "scheduled", "proposed", "draft"))}


@dataclass(frozen=True, slots=True)
class Pair:
    """A match as it stands on the card of either of its two people."""

    id: str
    mentor: str
    mentee: str
    partner: str
    state: str
    since: date | None


@dataclass(frozen=True, slots=True)
class MatchCard:
    """All of a match."""

    id: str
    reference: str
    mentor_id: str
    mentor: str
    mentee_id: str
    mentee: str
    partner: str
    state: str
    proposed_on: date | None
    started_on: date | None
    planned_end_on: date | None
    closed_on: date | None
    close_reason: str | None
    focus: tuple[str, ...]
    meetings_held: int
    last_met_on: date | None
    silent_days: int
    notes: str
    editable: bool


def match_card(session: Session, match: str, *, role: Role, today: date) -> MatchCard:
    """A match by id. Raises KnownError NOT_FOUND."""
    card = one(session, Match, match)
    mentor = session.scalars(select(Mentor).where(Mentor.id == card.mentor_id)).first()
    mentee = session.scalars(select(Mentee).where(Mentee.id == card.mentee_id)).first()
    return MatchCard(
        id=card.id,
        reference=card.reference,
        mentor_id=card.mentor_id,
        mentor=full_name(mentor.given_name, mentor.family_name) if mentor else "",
        mentee_id=card.mentee_id,
        mentee=full_name(mentee.given_name, mentee.family_name) if mentee else "",
        partner=partner_names(session).get(card.partner_id, ""),
        state=card.state,
        proposed_on=card.proposed_on,
        started_on=card.started_on,
        planned_end_on=card.planned_end_on,
        closed_on=card.closed_on,
        close_reason=card.close_reason,
        focus=tuple(card.focus),
        meetings_held=card.meetings_held,
        last_met_on=card.last_met_on,
        silent_days=days_silent(card.state, card.started_on, card.last_met_on, today),
        notes=card.notes,
        editable=may_change(role, card.partition),
    )


def pairs(session: Session, which: ColumnElement[bool]) -> tuple[Pair, ...]:
    """Some matches, the ones under way first. Empty also where this laptop holds no partner's matches."""
    columns = (
        select(
            Match.id, Match.state, Match.started_on, Match.proposed_on, Match.partner_id,
            Mentor.given_name.label("mentor_given"), Mentor.family_name.label("mentor_family"),
            Mentee.given_name.label("mentee_given"), Mentee.family_name.label("mentee_family"),
        )
        .select_from(Match)
        .join(Mentor, Mentor.id == Match.mentor_id, isouter=True)
        .join(Mentee, Mentee.id == Match.mentee_id, isouter=True)
        .where(which)
    )  # fmt: skip
    partners = partner_names(session)
    found = [
        Pair(
            id=match.id,
            mentor=full_name(match.mentor_given or "", match.mentor_family or ""),
            mentee=full_name(match.mentee_given or "", match.mentee_family or ""),
            partner=partners.get(match.partner_id, ""),
            state=match.state,
            since=match.started_on or match.proposed_on,
        )
        for match in session.execute(columns)
    ]
    return tuple(sorted(found, key=lambda pair: (_UNDER_WAY.get(pair.state, len(_UNDER_WAY)), pair.id)))

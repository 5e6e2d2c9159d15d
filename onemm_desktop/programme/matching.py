"""Matches as a list: who mentors whom, since when, and which pairs have gone silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from onemm_desktop.changes import Change
from onemm_desktop.models import Match, Mentee, Mentor, Partner
from onemm_desktop.models.folding import fold
from onemm_desktop.programme.listing import Listing, Members, partner_names, ranked
from onemm_desktop.programme.people import full_name
from onemm_wire.records.matching import MatchState

MATCH_STATES: tuple[str, ...] = get_args(MatchState)
#: A pair that meets every month and has not met for longer than this is looked after (the domain's warning list).
SILENT_DAYS = 35

_mentor = aliased(Mentor)
_mentee = aliased(Mentee)


@dataclass(frozen=True, slots=True)
class MatchRow:
    """One line of the list of matches. ``silent_days`` is 0 unless the pair has gone silent."""

    key: int
    id: str
    reference: str
    mentor: str
    mentee: str
    partner: str
    state: str
    since: date | None
    last_met_on: date | None
    silent_days: int


def days_silent(state: str, started_on: date | None, last_met_on: date | None, today: date) -> int:
    """For how many days an active pair has not met, if that is too long; 0 otherwise."""
    heard = last_met_on or started_on
    if state != "active" or heard is None:
        return 0
    days = (today - heard).days
    return days if days > SILENT_DAYS else 0


class Matches(Listing[MatchRow]):
    """The matches of the partners that this laptop holds."""

    model = Match
    facets = ("state", "silent")
    ties = (_mentor.sort_name,)
    sorts = {
        "mentor": (_mentor.sort_name,),
        "mentee": (_mentee.sort_name,),
        "partner": (Partner.name.collate("NOCASE"),),
        "state": (ranked(Match.state, MATCH_STATES),),
        "since": (func.coalesce(Match.started_on, Match.proposed_on),),
        "last_met": (Match.last_met_on,),
    }

    def concerns(self, change: Change) -> bool:
        return change.concerns("match", "mentor", "mentee", "partner")

    def rows(self, session: Session, keys: Sequence[int], today: date) -> list[MatchRow]:
        partners = partner_names(session)
        columns = select(
            Match.pk, Match.id, Match.reference, Match.partner_id, Match.state, Match.proposed_on,
            Match.started_on, Match.last_met_on, _mentor.given_name.label("mentor_given"),
            _mentor.family_name.label("mentor_family"), _mentee.given_name.label("mentee_given"),
            _mentee.family_name.label("mentee_family"),
        )  # fmt: skip
        return [
            MatchRow(
                key=match.pk,
                id=match.id,
                reference=match.reference,
                mentor=full_name(match.mentor_given or "", match.mentor_family or ""),
                mentee=full_name(match.mentee_given or "", match.mentee_family or ""),
                partner=partners.get(match.partner_id, ""),
                state=match.state,
                since=match.started_on or match.proposed_on,
                last_met_on=match.last_met_on,
                silent_days=days_silent(match.state, match.started_on, match.last_met_on, today),
            )
            for match in session.execute(_with_people(columns).where(Match.pk.in_(keys)))
        ]

    def _members(self) -> Members:
        columns = select(
            Match.pk, Match.reference, Match.state, Match.started_on, Match.last_met_on,
            _mentor.search_text.label("mentor_text"), _mentee.search_text.label("mentee_text"),
            Partner.name.label("partner"),
        )  # fmt: skip
        return _with_people(columns).join(Partner, Partner.id == Match.partner_id, isouter=True)

    def _words(self, member: Any) -> str:
        folded = fold(f"{member.partner or ''} {member.reference}")
        return f"{member.mentor_text or ''} {member.mentee_text or ''} {folded}"

    def _facet_values(self, member: Any, today: date) -> tuple[str, ...]:
        silent = days_silent(member.state, member.started_on, member.last_met_on, today)
        return member.state, "silent" if silent else "in_touch"

    def _reaches_further(self, change: Change) -> bool:
        return change.concerns("mentor", "mentee", "partner")


def _with_people(statement: Members) -> Members:
    """Beside each match its two people; either may be unknown here while a first sync is under way."""
    return (
        statement.select_from(Match)
        .join(_mentor, _mentor.id == Match.mentor_id, isouter=True)
        .join(_mentee, _mentee.id == Match.mentee_id, isouter=True)
    )

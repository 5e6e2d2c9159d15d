"""Mentors and young people as lists: sorted by SQL, searched as they are typed, shown a few at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Mentee, Mentor, Partner
from onemm_desktop.models.base import Synced
from onemm_desktop.programme.clearance import Standing, standing
from onemm_desktop.programme.listing import Listing, Members, filled_first, partner_names, ranked
from onemm_desktop.programme.requirements import required_modules
from onemm_wire import partitions
from onemm_wire.partitions import Role
from onemm_wire.records.people import ClearanceState, MenteeStage, MentorStage

MENTOR_STAGES: tuple[str, ...] = get_args(MentorStage)
MENTEE_STAGES: tuple[str, ...] = get_args(MenteeStage)
M = TypeVar("M", bound=Synced)
#: What a clearance can be filtered by, from the one that needs doing something about to the one that does not.
CLEARANCE_CODES: tuple[str, ...] = (
    "not_started",
    "applied",
    "risk_assessment",
    "expired",
    "expires",
    "clear",
    "declined",
)
#: Mentors in these stages have a young person now.
MATCHED_STAGES = frozenset({"matched", "active", "paused", "closing"})
#: Young people in these stages have, or are about to have, a mentor.
MENTORED_STAGES = MATCHED_STAGES
#: The event kind whose requirement set says what a mentor has to learn.
TRAINING = "mentor_training"
_CLEARANCE_STATES: tuple[str, ...] = get_args(ClearanceState)


def full_name(given_name: str, family_name: str) -> str:
    """Both names as they are written; some people have but one."""
    return f"{given_name} {family_name}".strip()


def may_change(role: Role, partition: str) -> bool:
    """Whether a person with this role may change what a partition already holds."""
    return partitions.may_write(role, partitions.family(partition), creating=False)


def age(born: date, today: date) -> int:
    """Whole years; somebody born on 29 February is a year older on 1 March."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def one(session: Session, model: type[M], record: str) -> M:
    """A record by its id. Raises KnownError NOT_FOUND: it may have left this laptop since the list was read."""
    found = session.scalars(select(model).where(model.id == record)).first()
    if found is None:
        raise KnownError(Problem.NOT_FOUND)
    return found


@dataclass(frozen=True, slots=True)
class MentorRow:
    """One line of the list of mentors. ``modules_total`` is 0 where the centre has sent no requirement set."""

    key: int
    id: str
    name: str
    reference: str
    organisation: str
    clearance: Standing
    modules_done: int
    modules_total: int
    stage: str


@dataclass(frozen=True, slots=True)
class MenteeRow:
    """One line of the list of young people. No way to reach them is kept anywhere."""

    key: int
    id: str
    name: str
    reference: str
    partner: str
    year_group: str
    course: str
    stage: str


class Mentors(Listing[MentorRow]):
    """The mentors of a region."""

    model = Mentor
    facets = ("stage", "clearance")
    ties = (Mentor.sort_name,)
    sorts = {
        "name": (Mentor.sort_name,),
        "organisation": filled_first(Mentor.organisation),
        "clearance": (ranked(Mentor.clearance_state, _CLEARANCE_STATES), Mentor.clearance_until),
        "modules": (func.json_array_length(Mentor.modules),),
        "stage": (ranked(Mentor.stage, MENTOR_STAGES),),
    }

    def concerns(self, change: Change) -> bool:
        return change.concerns("mentor", "requirement_set")

    def rows(self, session: Session, keys: Sequence[int], today: date) -> list[MentorRow]:
        required = required_modules(session, TRAINING, today)
        columns = select(
            Mentor.pk, Mentor.id, Mentor.given_name, Mentor.family_name, Mentor.reference, Mentor.organisation,
            Mentor.clearance_state, Mentor.clearance_level, Mentor.clearance_applied_on, Mentor.clearance_until,
            Mentor.modules, Mentor.stage,
        )  # fmt: skip
        return [
            MentorRow(
                key=mentor.pk,
                id=mentor.id,
                name=full_name(mentor.given_name, mentor.family_name),
                reference=mentor.reference,
                organisation=mentor.organisation,
                clearance=standing(
                    mentor.clearance_state,
                    mentor.clearance_level,
                    mentor.clearance_applied_on,
                    mentor.clearance_until,
                    today,
                ),
                modules_done=len(required.intersection(mentor.modules)),
                modules_total=len(required),
                stage=mentor.stage,
            )
            for mentor in session.execute(columns.where(Mentor.pk.in_(keys)))
        ]

    def _members(self) -> Members:
        return select(Mentor.pk, Mentor.search_text, Mentor.stage, Mentor.clearance_state, Mentor.clearance_until)

    def _facet_values(self, member: Any, today: date) -> tuple[str, ...]:
        return member.stage, standing(member.clearance_state, None, None, member.clearance_until, today).code


class YoungPeople(Listing[MenteeRow]):
    """The young people of the partners that this laptop holds."""

    model = Mentee
    facets = ("stage", "partner")
    ties = (Mentee.sort_name,)
    sorts = {
        "name": (Mentee.sort_name,),
        "partner": (Partner.name.collate("NOCASE"),),
        "year": (*filled_first(Mentee.year_group), *filled_first(Mentee.course)),
        "stage": (ranked(Mentee.stage, MENTEE_STAGES),),
    }

    def concerns(self, change: Change) -> bool:
        return change.concerns("mentee", "partner")

    def rows(self, session: Session, keys: Sequence[int], today: date) -> list[MenteeRow]:
        partners = partner_names(session)
        columns = select(
            Mentee.pk, Mentee.id, Mentee.given_name, Mentee.family_name, Mentee.reference, Mentee.partner_id,
            Mentee.year_group, Mentee.course, Mentee.stage,
        )  # fmt: skip
        return [
            MenteeRow(
                key=mentee.pk,
                id=mentee.id,
                name=full_name(mentee.given_name, mentee.family_name),
                reference=mentee.reference,
                partner=partners.get(mentee.partner_id, ""),
                year_group=mentee.year_group,
                course=mentee.course,
                stage=mentee.stage,
            )
            for mentee in session.execute(columns.where(Mentee.pk.in_(keys)))
        ]

    def _members(self) -> Members:
        return select(Mentee.pk, Mentee.search_text, Mentee.stage, Mentee.partner_id).join(
            Partner, Partner.id == Mentee.partner_id, isouter=True
        )

    def _facet_values(self, member: Any, today: date) -> tuple[str, ...]:
        return member.stage, member.partner_id

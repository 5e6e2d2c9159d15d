"""Regions, partners, mentors, young people, walk-ins and how to reach them, as kept on this laptop."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from onemm_desktop.models.base import Base, Synced
from onemm_desktop.models.folding import fold
from onemm_wire import records
from onemm_wire.records import people as wire


class Region(Synced):
    """One of the programme's regions."""

    __tablename__ = "region"
    record: ClassVar[type[records.Record]] = wire.Region

    code: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    nation: Mapped[str]
    languages: Mapped[list[str]] = mapped_column(default=list)
    mentor_target: Mapped[int | None]


class RequirementSet(Synced):
    """Which modules a purpose asks for."""

    __tablename__ = "requirement_set"
    record: ClassVar[type[records.Record]] = wire.RequirementSet

    code: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    title_cy: Mapped[str] = mapped_column(default="")
    modules: Mapped[list[str]] = mapped_column(default=list)
    attendance_share: Mapped[float] = mapped_column(default=0.75)
    holds_months: Mapped[int | None]
    valid_from: Mapped[date]


class Partner(Synced):
    """A school, college, charity, employer or council."""

    __tablename__ = "partner"
    record: ClassVar[type[records.Record]] = wire.Partner

    name: Mapped[str]
    name_cy: Mapped[str] = mapped_column(default="")
    partner_kind: Mapped[str]
    agreement: Mapped[str] = mapped_column(default="none")
    place: Mapped[str] = mapped_column(default="")
    safeguarding_lead: Mapped[str] = mapped_column(default="")
    safeguarding_phone: Mapped[str] = mapped_column(default="")


class Named(Base):
    """People who are looked up by name: two derived columns that never travel, kept by ``keep_names``.

    ``sort_name`` is family name then given name, folded; ``search_text`` holds every folded word a person may be
    looked up by: given, family, preferred and certificate name, organisation or course, and reference.
    """

    __abstract__ = True

    sort_name: Mapped[str] = mapped_column(default="", index=True)
    search_text: Mapped[str] = mapped_column(default="")


class Mentor(Synced, Named):
    """A mentor's card."""

    __tablename__ = "mentor"
    record: ClassVar[type[records.Record]] = wire.Mentor

    reference: Mapped[str] = mapped_column(index=True)
    given_name: Mapped[str]
    family_name: Mapped[str]
    preferred_name: Mapped[str] = mapped_column(default="")
    certificate_name: Mapped[str] = mapped_column(default="")
    language_choice: Mapped[str] = mapped_column(default="not_asked")
    organisation: Mapped[str] = mapped_column(default="")
    employment: Mapped[str] = mapped_column(default="working")
    job_title: Mapped[str] = mapped_column(default="")
    stage: Mapped[str] = mapped_column(default="enquiry")
    joined_on: Mapped[date | None]
    help_areas: Mapped[list[str]] = mapped_column(default=list)
    max_mentees: Mapped[int] = mapped_column(default=1)
    photo_consent: Mapped[str] = mapped_column(default="not_asked")
    access_needs: Mapped[str] = mapped_column(default="")
    clearance_level: Mapped[str | None]
    clearance_state: Mapped[str] = mapped_column(default="not_started")
    clearance_applied_on: Mapped[date | None]
    clearance_until: Mapped[date | None]
    modules: Mapped[list[str]] = mapped_column(default=list)
    notes: Mapped[str] = mapped_column(default="")


class WalkIn(Synced, Named):
    """Somebody who came without a booking and without a card."""

    __tablename__ = "walk_in"
    record: ClassVar[type[records.Record]] = wire.WalkIn

    event_id: Mapped[str] = mapped_column(index=True)
    given_name: Mapped[str]
    family_name: Mapped[str]
    organisation: Mapped[str] = mapped_column(default="")
    consent: Mapped[bool] = mapped_column(default=False)
    mentor_id: Mapped[str | None] = mapped_column(index=True)
    linked_at: Mapped[datetime | None]
    evidence: Mapped[list[str]] = mapped_column(default=list)


class Contact(Synced):
    """How to reach a mentor or walk-in."""

    __tablename__ = "contact"
    record: ClassVar[type[records.Record]] = wire.Contact

    person_id: Mapped[str] = mapped_column(index=True)
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")


class Mentee(Synced, Named):
    """A young person."""

    __tablename__ = "mentee"
    record: ClassVar[type[records.Record]] = wire.Mentee

    reference: Mapped[str] = mapped_column(index=True)
    partner_id: Mapped[str] = mapped_column(index=True)
    given_name: Mapped[str]
    family_name: Mapped[str]
    preferred_name: Mapped[str] = mapped_column(default="")
    certificate_name: Mapped[str] = mapped_column(default="")
    date_of_birth: Mapped[date]
    language_choice: Mapped[str] = mapped_column(default="not_asked")
    year_group: Mapped[str] = mapped_column(default="")
    course: Mapped[str] = mapped_column(default="")
    cohort: Mapped[str] = mapped_column(default="")
    stage: Mapped[str] = mapped_column(default="nominated")
    help_areas: Mapped[list[str]] = mapped_column(default=list)
    aspirations: Mapped[str] = mapped_column(default="")
    access_needs: Mapped[str] = mapped_column(default="")
    photo_consent: Mapped[str] = mapped_column(default="not_asked")
    notes: Mapped[str] = mapped_column(default="")


NAMED: tuple[type[Mentor | WalkIn | Mentee], ...] = (Mentor, WalkIn, Mentee)
_NAMED_BY = ("preferred_name", "certificate_name", "organisation", "course", "reference")
LOOKED_UP_BY = ("given_name", "family_name", *_NAMED_BY)


def derived_names(values: Mapping[str, object]) -> tuple[str, str]:
    """(sort_name, search_text) of a person's fields, by the names of the columns."""
    given, family = fold(str(values.get("given_name") or "")), fold(str(values.get("family_name") or ""))
    others = [fold(str(value)) for field in _NAMED_BY if (value := values.get(field))]
    words = dict.fromkeys([given, family, *others])
    words.pop("", None)
    return f"{family} {given}".strip(), " ".join(words)


def _keep_names(mapper: Mapper[Named], connection: Connection, person: Named) -> None:
    person.sort_name, person.search_text = derived_names({field: getattr(person, field, "") for field in LOOKED_UP_BY})


for _model in NAMED:
    event.listen(_model, "before_insert", _keep_names)
    event.listen(_model, "before_update", _keep_names)

Index("mentor_by_stage", Mentor.stage, Mentor.sort_name)
Index("mentee_by_partner", Mentee.partner_id, Mentee.sort_name)

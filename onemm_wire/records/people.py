"""Regions, partners, mentors, young people and how to reach them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

import msgspec

from onemm_wire.records.base import AnyFamily, Record

LanguageChoice = Literal["cymraeg", "english", "bilingual", "not_asked"]
YesNoNotAsked = Literal["yes", "no", "not_asked"]
PartnerKind = Literal[
    "school", "college", "university", "youth_organisation", "employment_programme",
    "employer", "council", "funder", "community_trust",
]  # fmt: skip
Agreement = Literal["none", "draft", "signed", "expired"]
MentorStage = Literal[
    "enquiry", "applied", "checking", "training_booked", "trained", "ready_to_match", "matched", "active",
    "paused", "closing", "alumnus", "withdrew", "declined", "dormant", "suspended",
]  # fmt: skip
MenteeStage = Literal[
    "nominated", "consent_sought", "consent_held", "registered", "baseline_done", "ready_to_match", "proposed",
    "matched", "active", "paused", "closing", "completed", "left_early",
]  # fmt: skip
Employment = Literal["working", "retired", "career_break"]
ClearanceState = Literal["not_started", "applied", "clear", "risk_assessment", "declined", "expired"]
ClearanceLevel = Literal["basic", "standard", "enhanced", "enhanced_barred"]


class Region(Record, frozen=True, kw_only=True):
    """One of the programme's regions, in the national partition."""

    kind: ClassVar[str] = "region"
    family: ClassVar[AnyFamily] = "national"

    code: str
    name: str
    nation: Literal["england", "wales", "scotland", "northern_ireland"]
    languages: list[str] = []
    mentor_target: int | None = None


class RequirementSet(Record, frozen=True, kw_only=True):
    """Which training modules a purpose asks for, as dated data: never a constant in a program.

    ``attendance_share`` is the share of every session, from 0 to 1, at which somebody must be to have attended it.
    What it certifies holds for ``holds_months`` from the day it was completed on; None: without an end.
    """

    kind: ClassVar[str] = "requirement_set"
    family: ClassVar[AnyFamily] = "national"

    code: str
    title: str
    title_cy: str = ""
    modules: list[str] = []
    attendance_share: float = 0.75
    holds_months: Annotated[int, msgspec.Meta(ge=1, le=600)] | None = None
    valid_from: date


class Partner(Record, frozen=True, kw_only=True):
    """A school, college, charity, employer or council that the programme works with."""

    kind: ClassVar[str] = "partner"
    family: ClassVar[AnyFamily] = "region"

    name: str
    name_cy: str = ""
    partner_kind: PartnerKind
    agreement: Agreement = "none"
    place: str = ""
    safeguarding_lead: str = ""
    safeguarding_phone: str = ""


class Mentor(Record, frozen=True, kw_only=True):
    """A mentor's card: what everyone in the region may see. How to reach them is a ``Contact``.

    ``clearance_*`` summarise the ``Clearance`` records of the staff partition (never certificate content);
    ``modules`` are the codes of the training modules passed, judged against a ``RequirementSet``.
    """

    kind: ClassVar[str] = "mentor"
    family: ClassVar[AnyFamily] = "region"

    reference: str
    given_name: str
    family_name: str
    preferred_name: str = ""
    certificate_name: str = ""
    language_choice: LanguageChoice = "not_asked"
    organisation: str = ""
    employment: Employment = "working"
    job_title: str = ""
    stage: MentorStage = "enquiry"
    joined_on: date | None = None
    help_areas: list[str] = []
    max_mentees: int = 1
    photo_consent: YesNoNotAsked = "not_asked"
    access_needs: str = ""
    clearance_level: ClearanceLevel | None = None
    clearance_state: ClearanceState = "not_started"
    clearance_applied_on: date | None = None
    clearance_until: date | None = None
    modules: list[str] = []
    notes: str = ""


class WalkIn(Record, frozen=True, kw_only=True):
    """Somebody who came to an event without a booking and without a mentor's card: not screened.

    ``mentor_id`` names the mentor they turned out to be, ``linked_at`` when that was said, and ``evidence`` what spoke
    for it (``same_email``, ``same_phone``, ``same_name``, ``near_name``).
    """

    kind: ClassVar[str] = "walk_in"
    family: ClassVar[AnyFamily] = "region"

    event_id: str
    given_name: str
    family_name: str
    organisation: str = ""
    consent: bool = False
    mentor_id: str | None = None
    linked_at: datetime | None = None
    evidence: list[str] = []


class Contact(Record, frozen=True, kw_only=True):
    """How to reach a mentor or walk-in. Kept apart from the card, in the staff partition."""

    kind: ClassVar[str] = "contact"
    family: ClassVar[AnyFamily] = "staff"

    person_id: str
    email: str = ""
    phone: str = ""
    postcode: str = ""


class Mentee(Record, frozen=True, kw_only=True):
    """A young person, held by their partner's partition alone."""

    kind: ClassVar[str] = "mentee"
    family: ClassVar[AnyFamily] = "partner"

    reference: str
    partner_id: str
    given_name: str
    family_name: str
    preferred_name: str = ""
    certificate_name: str = ""
    date_of_birth: date
    language_choice: LanguageChoice = "not_asked"
    year_group: str = ""
    course: str = ""
    cohort: str = ""
    stage: MenteeStage = "nominated"
    help_areas: list[str] = []
    aspirations: str = ""
    access_needs: str = ""
    photo_consent: YesNoNotAsked = "not_asked"
    notes: str = ""

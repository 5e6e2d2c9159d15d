"""The pilot's published figures and the seed's own word lists, read from ``resources/pilot`` and checked for shape."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeVar

import msgspec

from onemm_wire.records.people import ClearanceState, Employment, LanguageChoice, MentorStage, PartnerKind
from resources import resource

T = TypeVar("T")


class Sheet(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """A table of a data file: a misspelt key fails at once instead of being ignored."""


class City(msgspec.Struct, kw_only=True, frozen=True):
    """What was published about one city of the 2017 pilot."""

    region: str
    mentors_signed_up: int
    relationships: int
    partners: list[str]
    target: int | None = None


class Target(msgspec.Struct, kw_only=True, frozen=True):
    """A published target of a region."""

    region: str
    value: int


class Published(msgspec.Struct, kw_only=True, frozen=True):
    """``pilot-2017.json``, as far as the seed reads it."""

    cities: list[City]
    targets: list[Target]


class Venue(Sheet, kw_only=True, frozen=True):
    """An invented place where trainings are held."""

    venue: str
    address: str
    access_notes: str = ""


class Today(Venue, kw_only=True, frozen=True):
    """Today's training: how many are booked, and how many of them come for the first time."""

    booked: int
    newcomers: int


class PartnerLine(Sheet, kw_only=True, frozen=True):
    """A named partner of the pilot."""

    name: str
    partner_kind: PartnerKind
    place: str
    name_cy: str = ""


class Team(Sheet, kw_only=True, frozen=True):
    """The people who run a region; each but the second trainer has a demo account."""

    trainer: str
    second_trainer: str
    coordinator: str
    coordinator_of: str
    staff: str
    regional_manager: str
    safeguarding_lead: str


class RegionLine(Sheet, kw_only=True, frozen=True):
    """A region of the seed. One without a team has no mentors yet."""

    code: str
    city: str
    name: str
    nation: Literal["england", "wales", "scotland", "northern_ireland"]
    languages: list[str]
    postcodes: list[str] = []
    landline: str = ""
    past_trainings: int = 0
    today: Today | None = None
    venues: list[Venue] = []
    partners: list[PartnerLine] = []
    safeguarding_leads: list[str] = []
    team: Team | None = None


class Regions(Sheet, kw_only=True, frozen=True):
    """``regions.toml``."""

    region: list[RegionLine]


class Sector(Sheet, kw_only=True, frozen=True):
    """A part of the economy: its jobs, and its employers by region."""

    name: str
    share: int
    jobs: list[str]
    everywhere: list[str]
    LDN: list[str]
    MCR: list[str]
    CDF: list[str]

    def employers(self, region: str) -> list[str]:
        """The employers of one region, by its code."""
        local = {"LDN": self.LDN, "MCR": self.MCR, "CDF": self.CDF}
        return self.everywhere + local[region]


class Organisations(Sheet, kw_only=True, frozen=True):
    """``organisations.toml``."""

    sector: list[Sector]


class Words(Sheet, kw_only=True, frozen=True):
    """``words.toml``."""

    help_areas: list[str]
    aspirations: list[str]
    access_needs: list[str]
    mentor_notes: list[str]
    mentee_notes: list[str]
    match_notes: list[str]
    correction_reasons: list[str]
    courses: dict[str, list[str]]


class Named(Sheet, kw_only=True, frozen=True):
    """Somebody who is in every pilot, whatever the seed, and the story they are given."""

    given: str
    family: str
    stage: MentorStage
    certificate: str = ""
    preferred: str = ""
    organisation: str = ""
    employment: Employment = "working"
    language: LanguageChoice | None = None
    clearance: ClearanceState | Literal["expiring"] = "clear"
    days_left: int = 0
    today: bool = False


def _toml(name: str, shape: type[T]) -> T:
    return msgspec.toml.decode(resource("pilot", name).read_bytes(), type=shape)


@cache
def published() -> Published:
    """The published figures of the pilot."""
    return msgspec.json.decode(resource("pilot", "pilot-2017.json").read_bytes(), type=Published)


@cache
def regions() -> tuple[RegionLine, ...]:
    """All regions of the seed, in the order of the file."""
    return tuple(_toml("regions.toml", Regions).region)


@cache
def sectors() -> tuple[Sector, ...]:
    """All parts of the economy."""
    return tuple(_toml("organisations.toml", Organisations).sector)


@cache
def words() -> Words:
    """What people say about themselves."""
    return _toml("words.toml", Words)


@cache
def named() -> dict[str, list[Named]]:
    """The people who are always there, by region."""
    return _toml("named.toml", dict[str, list[Named]])


def city(line: RegionLine) -> City | None:
    """What was published about a region's pilot; None where there was none."""
    return next((city for city in published().cities if city.region == line.city), None)


def mentor_target(line: RegionLine) -> int | None:
    """The published number of mentors a region aims at."""
    pilot = city(line)
    if pilot is not None:
        return pilot.target
    return next((target.value for target in published().targets if target.region == line.city), None)

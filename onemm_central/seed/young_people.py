"""Young people, at the partners that teach or support them, and their matches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onemm_central.seed.chance import Chance
from onemm_central.seed.figures import RegionLine, words
from onemm_central.seed.journeys import Journey
from onemm_central.seed.mentors import language_choice
from onemm_central.seed.names import NameGiver
from onemm_wire.records import Match, Mentee, Partner
from onemm_wire.records.matching import CloseReason, MatchState
from onemm_wire.records.people import MenteeStage, PartnerKind, YesNoNotAsked

#: The youngest and oldest at each kind of partner; kinds that are not here send no young people.
_AGES: dict[PartnerKind, tuple[int, int]] = {
    "school": (14, 17),
    "college": (17, 19),
    "university": (18, 23),
    "youth_organisation": (14, 25),
    "employment_programme": (17, 25),
}
_WAITING: list[MenteeStage] = [
    "nominated", "consent_sought", "consent_held", "registered", "baseline_done", "ready_to_match", "ready_to_match",
]  # fmt: skip
_MATCHED: dict[MatchState, MenteeStage] = {"scheduled": "matched", "active": "active", "closing": "closing"}
_EARLY: list[CloseReason] = ["moved_on", "moved_on", "mentor_withdrew", "mentee_withdrew", "not_a_good_fit"]
_PHOTO: list[YesNoNotAsked] = ["yes", "yes", "yes", "no", "not_asked"]
_YEAR = timedelta(days=365)


@dataclass(slots=True)
class _Course:
    """The days of one match and why it ended."""

    proposed_on: date
    started_on: date
    planned_end_on: date
    closed_on: date | None = None
    close_reason: CloseReason | None = None
    meetings: int = 0
    last_met_on: date | None = None


class YoungPeople:
    """The young people of one region, and their matches with its mentors."""

    def __init__(self, line: RegionLine, partners: list[Partner], today: date, chance: Chance) -> None:
        self._line = line
        self._partners = [partner for partner in partners if partner.partner_kind in _AGES]
        self._today = today
        self._chance = chance
        self._names = NameGiver(line.code, chance)
        self._mentees = 0
        self._matches = 0

    def matched(self, journeys: list[Journey]) -> Iterator[tuple[Mentee, Match]]:
        """A young person and a match for every relationship of these mentors."""
        for journey in journeys:
            for state in journey.matches:
                course = self._course(state, journey.free_from)
                early = course.close_reason not in (None, "completed_term")
                stage = _MATCHED.get(state, "left_early" if early else "completed")
                mentee = self._mentee(stage, self._chance.day_before(course.proposed_on, 15, 60))
                yield mentee, self._match(state, course, journey, mentee)

    def waiting(self, count: int) -> Iterator[Mentee]:
        """Young people without a mentor, on their way to one."""
        for place in range(count):
            yield self._mentee(_WAITING[place % len(_WAITING)], self._chance.day_before(self._today, 3, 90))

    def _course(self, state: MatchState, free_from: date) -> _Course:
        chance, yesterday = self._chance, self._today - timedelta(days=1)
        if state == "scheduled":
            starts = self._today + timedelta(days=chance.between(2, 20))
            return _Course(chance.day_before(self._today, 1, 10), starts, starts + _YEAR)
        started = min(free_from + timedelta(days=chance.between(4, 24)), yesterday)
        course = _Course(max(free_from, started - timedelta(days=chance.between(3, 14))), started, started + _YEAR)
        if state == "closed":
            latest = min(course.planned_end_on, yesterday - timedelta(days=2))
            course.closed_on = latest - timedelta(days=chance.between(0, (latest - started).days // 3))
            full = (course.closed_on - started).days >= 300
            course.close_reason = "completed_term" if full else chance.pick(_EARLY)
        self._meet(course, course.closed_on or yesterday)
        return course

    def _meet(self, course: _Course, until: date) -> None:
        """An hour a month from the first day on; now and then one falls through."""
        length = (until - course.started_on).days
        course.meetings = 1 + sum(self._chance.happens(0.86) for _ in range(length // 30))
        silent = self._chance.between(36, 60) if self._chance.happens(0.08) else self._chance.between(0, 30)
        course.last_met_on = until - timedelta(days=min(silent, length)) if course.meetings > 1 else course.started_on

    def _match(self, state: MatchState, course: _Course, journey: Journey, mentee: Mentee) -> Match:
        self._matches += 1
        return Match(
            id=self._chance.day_id(course.proposed_on),
            reference=f"{self._line.code}-P-{self._matches:05d}",
            mentor_id=journey.id,
            mentee_id=mentee.id,
            partner_id=mentee.partner_id,
            state=state,
            proposed_on=course.proposed_on,
            started_on=course.started_on,
            planned_end_on=course.planned_end_on,
            closed_on=course.closed_on,
            close_reason=course.close_reason,
            focus=mentee.help_areas[:2],
            meetings_held=course.meetings,
            last_met_on=course.last_met_on,
            notes=self._chance.pick(words().match_notes) if self._chance.happens(0.12) else "",
        )

    def _mentee(self, stage: MenteeStage, known_since: date) -> Mentee:
        chance = self._chance
        self._mentees += 1
        partner = chance.pick(self._partners)
        name = self._names.name()
        born = self._born(partner.partner_kind)
        return Mentee(
            id=chance.day_id(known_since),
            reference=f"{self._line.code}-Y-{self._mentees:05d}",
            partner_id=partner.id,
            given_name=name.given,
            family_name=name.family,
            preferred_name=name.preferred,
            certificate_name=name.certificate,
            date_of_birth=born,
            language_choice=language_choice(self._line, name, chance),
            year_group=year_group(partner.partner_kind, born, self._today),
            course=chance.pick(words().courses[partner.partner_kind]),
            cohort=school_year(known_since),
            stage=stage,
            help_areas=chance.sample(words().help_areas, chance.between(1, 3)),
            aspirations=chance.pick(words().aspirations) if chance.happens(0.8) else "",
            access_needs=chance.pick(words().access_needs) if chance.happens(0.08) else "",
            photo_consent="not_asked" if stage in ("nominated", "consent_sought") else chance.pick(_PHOTO),
            notes=chance.pick(words().mentee_notes) if chance.happens(0.1) else "",
        )

    def _born(self, kind: PartnerKind) -> date:
        """A birthday that makes somebody as old today as people at this kind of partner are."""
        youngest, oldest = _AGES[kind]
        earliest = _years_before(self._today, oldest + 1) + timedelta(days=1)
        latest = _years_before(self._today, youngest)
        return earliest + timedelta(days=self._chance.between(0, (latest - earliest).days))


def _years_before(day: date, years: int) -> date:
    """The same day some years ago; for 29 February the day before, when there was none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def school_year(day: date) -> str:
    """The school year a day lies in, which begins on 1 September: ``2026/27``."""
    begins = day.year if day.month >= 9 else day.year - 1
    return f"{begins}/{(begins + 1) % 100:02d}"


def year_group(kind: PartnerKind, born: date, today: date) -> str:
    """The school year of a pupil of a school or college, as England and Wales count them; empty elsewhere."""
    if kind not in ("school", "college"):
        return ""
    begins = int(school_year(today)[:4])
    age_as_it_began = begins - born.year - ((born.month, born.day) > (9, 1))
    # A child who is five as the year begins is in Year 1; an older student at a college is in its last year.
    return f"Year {min(age_as_it_began - 4, 13)}"

"""How far each mentor has come: who is matched, who was trained when, who waits for what.

A journey is decided backwards from its stage, so that dates always agree: joined before trained, cleared and trained
before matched, matched before today. Records are written from journeys afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta

from onemm_central.seed import screening
from onemm_central.seed.chance import Chance
from onemm_central.seed.events import FACE_TO_FACE, Calendar, Day
from onemm_central.seed.figures import City, Named, Today
from onemm_central.seed.names import Name
from onemm_central.seed.screening import Screening
from onemm_wire.records.matching import MatchState
from onemm_wire.records.people import MentorStage

#: Modules of the requirement set, in its order.
ONLINE = ["online_a", "online_b"]
MODULES = [*ONLINE, FACE_TO_FACE]

#: Stages of the mentors who have no match and no place at a training yet, by their shares.
_OTHERS: dict[MentorStage, int] = {
    "ready_to_match": 20, "trained": 22, "checking": 20, "applied": 9, "enquiry": 6, "withdrew": 8, "dormant": 6,
    "paused": 4, "declined": 4, "suspended": 1,
}  # fmt: skip
#: Stages that nobody reaches untrained, and those that some leave from after their training.
_TRAINED: frozenset[MentorStage] = frozenset(
    {"trained", "ready_to_match", "matched", "active", "closing", "alumnus", "paused", "suspended"}
)
_PERHAPS_TRAINED: frozenset[MentorStage] = frozenset({"withdrew", "dormant"})
#: How many days ago at least a mentor was trained whose match is in this state.
_TRAINED_BEFORE: dict[MatchState, int] = {"scheduled": 25, "active": 25, "closing": 130, "closed": 110}
#: How many days ago people of an untrained stage joined.
_JOINED: dict[MentorStage, tuple[int, int]] = {
    "enquiry": (1, 12), "applied": (6, 25), "checking": (14, 60), "training_booked": (60, 110),
    "declined": (90, 300), "withdrew": (90, 380), "dormant": (150, 380),
}  # fmt: skip


@dataclass(slots=True)
class Journey:
    """One mentor's way so far. ``training`` is the past training they passed; ``place`` the one they are booked on."""

    stage: MentorStage
    matches: list[MatchState] = field(default_factory=list)
    named: Named | None = None
    training: Day | None = None
    place: Day | None = None
    joined_on: date = date.min
    screening: Screening = field(default_factory=lambda: Screening("not_started"))
    modules: list[str] = field(default_factory=list)
    name: Name = field(default_factory=lambda: Name("", ""))
    organisation: str = ""
    id: str = ""
    reference: str = ""

    @property
    def free_from(self) -> date:
        """The first day on which they could meet a young person: trained and cleared."""
        days = [day for day in (self.training.day if self.training else None, self.screening.decided_on) if day]
        return max(days, default=self.joined_on)


def journeys(
    city: City, today: Today, calendar: Calendar, named: list[Named], scale: int, chance: Chance
) -> list[Journey]:
    """The journeys of a region's mentors, oldest first, as many as were published times ``scale``."""
    matched = _matched(city.relationships * scale, chance)
    left = city.mentors_signed_up * scale - len(matched)
    newcomers = [Journey("training_booked", place=calendar.today) for _ in range(today.newcomers)]
    for later in calendar.coming:
        newcomers += [Journey("training_booked", place=later) for _ in range(today.newcomers // 4)]
    others = [Journey(stage) for stage in _shared_out(_OTHERS, left - len(newcomers))]
    everyone = [*matched, *newcomers, *others]
    _cast(named, everyone, calendar.today)
    for journey in everyone:
        _live(journey, calendar, chance)
    return sorted(everyone, key=lambda journey: journey.joined_on)


def _matched(relationships: int, chance: Chance) -> list[Journey]:
    """The mentors of all relationships. One in sixteen of the active ones is the second of one mentor."""
    closed, closing, scheduled = relationships // 10, relationships // 25, relationships // 12
    active = relationships - closed - closing - scheduled
    seconds = active // 16
    found = [Journey("active", ["active", "active"]) for _ in range(seconds)]
    found += [Journey("active", ["active"]) for _ in range(active - 2 * seconds)]
    found += [Journey("matched", ["scheduled"]) for _ in range(scheduled)]
    found += [Journey("closing", ["closing"]) for _ in range(closing)]
    found += [Journey(chance.pick(("alumnus", "alumnus", "ready_to_match")), ["closed"]) for _ in range(closed)]
    return found


def _shared_out(shares: dict[MentorStage, int], places: int) -> list[MentorStage]:
    """So many stages by their shares, by largest remainder: exact counts, and no stage missing for want of luck."""
    whole = sum(shares.values())
    counts = {stage: places * share // whole for stage, share in shares.items()}
    by_remainder = sorted(shares, key=lambda stage: places * shares[stage] % whole, reverse=True)
    for stage in by_remainder[: places - sum(counts.values())]:
        counts[stage] += 1
    return [stage for stage, count in counts.items() for _ in range(count)]


def _cast(named: list[Named], everyone: list[Journey], today: Day) -> None:
    """Give each named person the first free journey of their stage; newcomers one that leads to the right training."""
    for person in named:
        journey = next(
            journey
            for journey in everyone
            if journey.named is None
            and journey.stage == person.stage
            and (journey.place is None or (journey.place is today) == person.today)
        )
        journey.named = person


def _live(journey: Journey, calendar: Calendar, chance: Chance) -> None:
    """Decide the days of a journey, then its screening and its modules, from its stage."""
    today = calendar.today.day
    trained = journey.stage in _TRAINED or (journey.stage in _PERHAPS_TRAINED and chance.happens(0.4))
    if trained:
        journey.training = _training(journey, calendar, chance)
        journey.joined_on = chance.day_before(journey.training.day, 20, 80)
    else:
        journey.joined_on = chance.day_before(today, *_JOINED[journey.stage])
    course = journey.named.clearance if journey.named else screening.course(journey.stage, chance)
    days_left = journey.named.days_left if journey.named else 0
    journey.screening = screening.screening(course, journey.joined_on, today, chance, days_left)
    journey.modules = _modules(journey, chance)


def _training(journey: Journey, calendar: Calendar, chance: Chance) -> Day:
    """The past training that somebody passed: long enough ago for their matches; the newest for some who wait."""
    past = calendar.past
    if not journey.matches and journey.stage in ("trained", "ready_to_match") and chance.happens(0.35):
        return past[-chance.between(1, calendar.newest)]
    longest_ago = max((_TRAINED_BEFORE[state] for state in journey.matches), default=0)
    last = calendar.today.day - timedelta(days=longest_ago)
    held = bisect_right(past, last, key=lambda event: event.day)
    return past[chance.between(0, held - 1)]


def _modules(journey: Journey, chance: Chance) -> list[str]:
    online_a, online_b, face_to_face = MODULES
    match journey.stage:
        case "enquiry" | "applied" | "declined":
            return []
        case "trained":
            # Cleared and with all modules they would be ready to match: one of the two is still to come.
            waits_for_module = journey.screening.state == "clear" or chance.happens(0.3)
            return [online_a, face_to_face] if waits_for_module else list(MODULES)
        case "checking" | "training_booked" | "withdrew" | "dormant":
            passed = chance.pick(([], [online_a], [online_a], [online_a, online_b], [online_a, online_b]))
            return [*passed, face_to_face] if journey.training else list(passed)
    return list(MODULES)

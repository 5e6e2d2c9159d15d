"""Mentors' cards and how to reach them."""

from __future__ import annotations

from datetime import date
from itertools import accumulate

from onemm_central.seed.chance import Chance
from onemm_central.seed.figures import RegionLine, sectors, words
from onemm_central.seed.journeys import Journey
from onemm_central.seed.names import Name, NameGiver, plain
from onemm_wire.records import Contact, Mentor
from onemm_wire.records.people import Employment, LanguageChoice, YesNoNotAsked

#: Second halves of postcodes that are never given: the Royal Mail uses none of these letters there.
_NO_UNITS = [f"{digit}{first}{second}" for digit in range(10) for first in "CIKMOV" for second in "CIKMOV"]
_PHOTO: list[YesNoNotAsked] = ["yes", "yes", "yes", "yes", "no", "not_asked"]
_FORMER = ["NHS", "teaching", "Civil Service", "engineering", "banking", "police", "local government", "Royal Mail"]
_WELSH_IN_CARDIFF: list[LanguageChoice] = ["cymraeg", "bilingual", "bilingual", "english", "english"]
_IN_CARDIFF: list[LanguageChoice] = ["english", "english", "english", "english", "bilingual", "not_asked"]
_ELSEWHERE: list[LanguageChoice] = ["english", "not_asked", "not_asked"]


def settle(journeys: list[Journey], line: RegionLine, chance: Chance) -> None:
    """Give every journey its person: a name, an id of the day they joined, a reference in the order of joining."""
    names = NameGiver(line.code, chance)
    for journey in journeys:
        if journey.named:
            known = journey.named
            journey.name = Name(known.given, known.family, known.certificate, known.preferred)
            names.taken(journey.name)
    for number, journey in enumerate(journeys, start=1):
        if not journey.named:
            journey.name = names.name()
        journey.id = chance.day_id(journey.joined_on)
        journey.reference = f"{line.code}-M-{number:05d}"


def mentor(journey: Journey, line: RegionLine, chance: Chance) -> Mentor:
    """The card of one mentor."""
    organisation, job_title, employment = _work(line.code, chance)
    language = language_choice(line, journey.name, chance)
    if journey.named:
        organisation, employment = journey.named.organisation or organisation, journey.named.employment
        language = journey.named.language or language
    screening = journey.screening
    return Mentor(
        id=journey.id,
        reference=journey.reference,
        given_name=journey.name.given,
        family_name=journey.name.family,
        preferred_name=journey.name.preferred,
        certificate_name=journey.name.certificate,
        language_choice=language,
        organisation=organisation,
        employment=employment,
        job_title=job_title if employment == "working" else "",
        stage=journey.stage,
        joined_on=journey.joined_on,
        help_areas=chance.sample(words().help_areas, chance.between(2, 4)),
        max_mentees=max(len(journey.matches), 2 if chance.happens(0.08) else 1),
        photo_consent=chance.pick(_PHOTO),
        access_needs=chance.pick(words().access_needs) if chance.happens(0.06) else "",
        clearance_level=None if screening.state == "not_started" else "enhanced",
        clearance_state=screening.state,
        clearance_applied_on=screening.applied_on,
        clearance_until=screening.until,
        modules=journey.modules,
        notes=chance.pick(words().mentor_notes) if chance.happens(0.1) else "",
    )


def language_choice(line: RegionLine, name: Name, chance: Chance) -> LanguageChoice:
    """Which language somebody asked for; in Wales everyone is asked sooner or later."""
    if "cy" not in line.languages:
        return chance.pick(_ELSEWHERE)
    return chance.pick(_WELSH_IN_CARDIFF if name.heritage == "welsh" else _IN_CARDIFF)


def _work(region: str, chance: Chance) -> tuple[str, str, Employment]:
    """Organisation, job and employment; a quarter are retired, the group the pilot most wished to reach."""
    if chance.happens(0.24):
        return f"Retired — {chance.pick(_FORMER)}", "", "retired"
    if chance.happens(0.04):
        return "", "", "career_break"
    sector = chance.weighted(sectors(), list(accumulate(sector.share for sector in sectors())))
    return chance.pick(sector.employers(region)), chance.pick(sector.jobs), "working"


class Contacts:
    """Invented ways to reach people: reserved telephone numbers, reserved domain, postcodes that cannot exist.

    Numbers are of the ranges Ofcom keeps for drama: 07700 900000 to 900999, and one of each city for landlines.
    """

    def __init__(self, line: RegionLine, chance: Chance) -> None:
        self._line = line
        self._chance = chance
        self._addresses: dict[str, int] = {}

    def contact(self, person_id: str, name: Name, known_since: date) -> Contact:
        """How to reach one person."""
        chance = self._chance
        return Contact(
            id=chance.day_id(known_since),
            person_id=person_id,
            email=self._email(name),
            phone=self.landline() if chance.happens(0.08) else f"07700 900{chance.digits(3)}",
            postcode=f"{chance.pick(self._line.postcodes)} {chance.pick(_NO_UNITS)}",
        )

    def landline(self) -> str:
        """A telephone number of the region's city."""
        return f"{self._line.landline}{self._chance.digits(3)}"

    def _email(self, name: Name) -> str:
        address = ".".join(part for part in (plain(name.given), plain(name.family)) if part)
        self._addresses[address] = self._addresses.get(address, 0) + 1
        number = self._addresses[address]
        return f"{address}{number if number > 1 else ''}@example.org"

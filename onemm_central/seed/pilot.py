"""The whole pilot, in the order in which a laptop would fetch it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onemm_central.seed import figures, screening
from onemm_central.seed.attendance import attendance
from onemm_central.seed.chance import Chance
from onemm_central.seed.days import Around
from onemm_central.seed.evaluation import answers, questions
from onemm_central.seed.events import BEFORE_TRAINING, calendar, event
from onemm_central.seed.figures import RegionLine, Team
from onemm_central.seed.journeys import MODULES, ONLINE, journeys
from onemm_central.seed.mentors import Contacts, mentor, settle
from onemm_central.seed.names import Name
from onemm_central.seed.young_people import YoungPeople
from onemm_wire import partitions
from onemm_wire.records import (
    Booking,
    EvaluationQuestion,
    Partner,
    Record,
    Region,
    RequirementSet,
    SafeguardingContact,
    WalkIn,
)
from onemm_wire.records.safeguarding import ContactRole

Placed = tuple[str, Record]

#: The pilot began in February 2017, and with it what a mentor has to learn.
_PILOT_BEGAN = date(2017, 2, 1)
#: How many young people wait for a mentor, for each who has or had one.
_WAITING_SHARE = 4


def pilot(seed: int, today: date, scale: int = 1, *, only: Sequence[str] | None = None) -> Iterator[Placed]:
    """Every record of the pilot with its partition. The same seed, day and scale give the same records.

    ``scale`` multiplies mentors, matches, young people and past trainings with all that belongs to them; today's
    training and those to come stay as they are. ``only`` leaves out regions by code without changing the others.
    """
    if scale < 1:
        raise ValueError("the scale is a whole number from 1")
    yield from _nation()
    for line in figures.regions():
        if only is None or line.code in only:
            yield from _region(line, seed, today, scale)


def _nation() -> Iterator[Placed]:
    # The same for every seed: regions seeded one by one, each by its own seed, share one list of regions.
    chance = Chance(_PILOT_BEGAN.year, "national")
    for line in figures.regions():
        yield (
            partitions.NATIONAL,
            Region(
                id=chance.day_id(_PILOT_BEGAN),
                code=line.code,
                name=line.name,
                nation=line.nation,
                languages=line.languages,
                mentor_target=figures.mentor_target(line),
            ),
        )
    yield (
        partitions.NATIONAL,
        RequirementSet(
            id=chance.day_id(_PILOT_BEGAN),
            code="mentor-training",
            title="Mentor training",
            title_cy="Hyfforddiant mentoriaid",
            modules=MODULES,
            attendance_share=0.75,
            valid_from=_PILOT_BEGAN,
        ),
    )
    yield (
        partitions.NATIONAL,
        RequirementSet(
            id=chance.day_id(_PILOT_BEGAN),
            code=BEFORE_TRAINING,
            title="Before mentor training",
            title_cy="Cyn hyfforddiant mentoriaid",
            modules=ONLINE,
            valid_from=_PILOT_BEGAN,
        ),
    )
    yield (
        partitions.NATIONAL,
        RequirementSet(
            id=chance.day_id(_PILOT_BEGAN),
            code="safeguarding-briefing",
            title="Safeguarding briefing",
            title_cy="Sesiwn friffio ar ddiogelu",
            attendance_share=1.0,
            holds_months=36,
            valid_from=_PILOT_BEGAN,
        ),
    )
    yield from ((partitions.NATIONAL, question) for question in _form())


def _form() -> list[EvaluationQuestion]:
    return list(questions(Chance(_PILOT_BEGAN.year, "evaluation"), _PILOT_BEGAN))


def _region(line: RegionLine, seed: int, today: date, scale: int) -> Iterator[Placed]:
    """One region: its cards, then its staff's part, then its partners'. Nothing where there was no pilot."""
    city = figures.city(line)
    if city is None or line.today is None or line.team is None:
        return
    chance = Chance(seed, line.code)
    cards, office = partitions.region(line.code), partitions.staff(line.code)
    contacts = Contacts(line, chance)
    days = calendar(line, today, scale, chance)
    people = journeys(city, line.today, days, figures.named()[line.code], scale, chance)
    settle(people, line, chance)
    partners = list(_partners(line, contacts, today, chance))

    yield from ((cards, partner) for partner in partners)
    yield from ((cards, event(day, line)) for day in days.days)
    yield from ((cards, mentor(journey, line, chance)) for journey in people)
    around = Around(line, line.team, today, seed)
    yield from ((cards, record) for record in around.coming(days))
    held = {day.id: day.day for day in days.days}
    bookings: list[Booking] = []
    for record in attendance(line, people, days, chance):
        yield cards, record
        if isinstance(record, Booking):
            bookings.append(record)
        if isinstance(record, WalkIn):
            name = Name(record.given_name, record.family_name)
            yield office, contacts.contact(record.id, name, held[record.event_id])
    yield from ((cards, roster) for roster in around.rosters(days, bookings))
    yield from ((cards, answer) for answer in answers(_form(), days, Chance(seed, f"{line.code}/evaluation")))

    for journey in people:
        yield office, contacts.contact(journey.id, journey.name, journey.joined_on)
        check = screening.clearance(
            journey.screening, journey.id, (line.team.staff, line.team.regional_manager), chance
        )
        if check is not None:
            yield office, check

    young = YoungPeople(line, partners, today, chance)
    for mentee, match in young.matched(people):
        yield partitions.partner(mentee.partner_id), mentee
        yield partitions.partner(mentee.partner_id), match
    for mentee in young.waiting(city.relationships * scale // _WAITING_SHARE):
        yield partitions.partner(mentee.partner_id), mentee

    yield from ((cards, contact) for contact in _safeguarding_contacts(line, line.team, contacts, today, chance))


def _safeguarding_contacts(
    line: RegionLine, team: Team, contacts: Contacts, today: date, chance: Chance
) -> Iterator[SafeguardingContact]:
    """Whom everybody phones about a concern: the lead, the manager as deputy, and a line for the night."""
    begun = today - timedelta(days=400)
    lines: tuple[tuple[ContactRole, str, str], ...] = (
        ("lead", team.safeguarding_lead, "Mon to Fri, 9 to 17"),
        ("deputy", team.regional_manager, "when the lead is away"),
        ("out_of_hours", f"{line.name}, out of hours", "evenings, nights and weekends"),
    )
    for role, name, hours in lines:
        yield SafeguardingContact(
            id=chance.day_id(begun),
            name=name,
            contact_role=role,
            phone=contacts.landline(),
            hours=hours,
            valid_from=begun,
        )


def _partners(line: RegionLine, contacts: Contacts, today: date, chance: Chance) -> Iterator[Partner]:
    for partner, lead in zip(line.partners, line.safeguarding_leads, strict=True):
        yield Partner(
            id=chance.day_id(today - timedelta(days=chance.between(430, 520))),
            name=partner.name,
            name_cy=partner.name_cy,
            partner_kind=partner.partner_kind,
            agreement="signed",
            place=partner.place,
            safeguarding_lead=lead,
            safeguarding_phone=contacts.landline(),
        )

"""Whom something is printed for, who is left out and why, and one number for each certificate of every type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Clearance, Contact, DocumentIssue, Event, Match, Mentee, Mentor, Partner
from onemm_desktop.programme import printing, printing_issue, printing_paper, printing_people
from onemm_desktop.programme.printing import Ask, Paper, Plan, key_of
from onemm_desktop.programme.printing_issue import Given
from onemm_desktop.programme.printing_people import LISTED, Source
from tests.training_day import MORNING, REGION, Day

SCHOOL = "11111111-0000-7000-8000-000000000001"
#: A Saturday before the day of the tests, ten in the morning.
ON = MORNING.replace(month=6, day=6, hour=10, minute=0)
EMPLOYER = "11111111-0000-7000-8000-000000000002"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Day]:
    """A laptop of the office with a training day, a school with two young people, and an employer."""
    made = Day(tmp_path, role="staff")
    made.add_event()
    made.require("online_a", "online_b", "face_to_face")
    made.book_eleven()
    made.keep(
        Partner(id=SCHOOL, partition=REGION, name="Glantaf", name_cy="Glan Taf", partner_kind="school"),
        Partner(id=EMPLOYER, partition=REGION, name="NatWest", partner_kind="employer"),
    )
    made.keep(young("a", "Aled", "Zorn"), young("b", "Bronwen", "Ab"), young("c", "Cai", "Moss", stage="nominated"))
    yield made
    made.close()


def young(record: str, given: str, family: str, **fields: Any) -> Mentee:
    facts = {"reference": f"WMD-Y-{record}", "date_of_birth": date(2010, 1, 1), "cohort": "Autumn", "stage": "active"}
    return Mentee(
        id=record, partition=f"partner/{SCHOOL}", partner_id=SCHOOL, given_name=given, family_name=family,
        **(facts | fields),
    )  # fmt: skip


def match(mentor: str, mentee: str, **fields: Any) -> Match:
    facts = {"state": "active", "started_on": date(2026, 3, 1), "meetings_held": 4, "last_met_on": date(2026, 10, 5)}
    return Match(
        id=f"m-{mentee}", partition=f"partner/{SCHOOL}", reference="WMD-P-1", mentor_id=mentor, mentee_id=mentee,
        partner_id=SCHOOL, **(facts | fields),
    )  # fmt: skip


def planned(day: Day, source: Source, paper: Paper, **more: Any) -> Plan:
    with day.database.read() as session:
        return printing.plan(session, Ask(source, paper, **more), now=day.clock(), role=day.desk.role)


def give(day: Day, ask: Ask, *people: str) -> tuple[Given, ...]:
    def work(session: Session) -> tuple[Given, ...]:
        chosen = people or tuple(
            key_of(line.person) for line in printing.plan(session, ask, now=day.clock(), role=day.desk.role).lines
        )
        return printing_issue.give(session, ask=ask, people=chosen)[1]

    return day.do(work)


def names(plan: Plan) -> list[str]:
    return [line.person.name for line in plan.lines]


def reasons(plan: Plan) -> dict[str, str]:
    return {line.person.name: line.reason for line in plan.left_out}


def mentor_called(day: Day, family: str) -> str:
    with day.database.read() as session:
        return session.scalars(select(Mentor.id).where(Mentor.family_name == family)).one()


def close(day: Day, *events: str) -> None:
    """Their registers are closed."""

    def work(session: Session) -> None:
        for event in session.scalars(select(Event).where(Event.id.in_(events))):
            event.state = "register_closed"

    day.do(work)


def test_everything_there_is_can_be_chosen(office: Day) -> None:
    with office.database.read() as session:
        found = [place.source for place in printing_people.places(session)]
    assert Source("event", office.event) in found
    assert Source("partner", SCHOOL) in found
    assert Source("partner", EMPLOYER) in found
    assert Source("cohort", f"{SCHOOL}|Autumn") in found
    assert Source("visitors", SCHOOL) in found
    assert Source("visitors", EMPLOYER) not in found


def test_attendance_is_the_events_own_rule(office: Day) -> None:
    office.mark(mentor_called(office, "Begum"), "present")
    office.mark(mentor_called(office, "Nowak"), "apologies")
    plan = planned(office, Source("event", office.event), "certificate_of_attendance")
    assert names(plan) == ["Rukhsana Begum"]
    assert reasons(plan)["Łukasz Nowak"] == "apologies"
    assert len(plan.lines) + len(plan.left_out) == len(office.roster().rows)


def test_a_certificate_of_training_is_for_whoever_passed_all_modules(office: Day) -> None:
    plan = planned(office, Source("event", office.event), "mentor_training", order="surname")
    assert reasons(plan)["David Ap-Rhys"] == "modules_missing"
    assert names(plan)[0] == "Oluwaseun Adeyemi"
    surnames = [line.person.sort_name for line in plan.lines]
    assert surnames == sorted(surnames)


def test_training_was_completed_on_the_day_of_the_last_event_that_gave_a_module(office: Day) -> None:
    first = office.add_event(
        modules=["face_to_face"], starts_at=ON.replace(month=3), ends_at=ON.replace(month=3, hour=16)
    )
    last = office.add_event(modules=["online_b"], starts_at=ON, ends_at=ON.replace(hour=16))
    other = office.add_event(
        modules=["first_aid"], starts_at=ON.replace(month=10), ends_at=ON.replace(month=10, hour=16)
    )
    still_open = office.add_event(modules=["online_a"], starts_at=MORNING.replace(hour=7))
    begum, adeyemi = mentor_called(office, "Begum"), mentor_called(office, "Adeyemi")
    for event in (first, last, other, still_open):
        office.event = event
        office.mark(begum, "present")
    office.event = last
    office.mark(adeyemi, "no_notice")
    close(office, first, last, other)
    plan = planned(office, Source("mentors"), "mentor_training")
    done_on = {line.person.name: line.occasion.held_on for line in plan.lines if line.occasion}
    assert done_on["Rukhsana Begum"] == date(2026, 6, 6)
    assert done_on["Oluwaseun Adeyemi"] == MORNING.date(), "nothing tells of another day"


@pytest.mark.parametrize(
    ("rules", "until"),
    [
        ([], None),
        ([(date(2020, 2, 1), 36)], date(2029, 6, 6)),
        ([(date(2020, 2, 1), 36), (date(2026, 6, 6), 24)], date(2028, 6, 6)),
        ([(date(2020, 2, 1), 36), (date(2026, 6, 7), 24)], date(2029, 6, 6)),
        ([(date(2020, 2, 1), 36), (date(2026, 5, 1), None)], None),
    ],
)
def test_a_certificate_holds_as_long_as_the_rule_of_its_day_says(
    office: Day, rules: list[tuple[date, int | None]], until: date | None
) -> None:
    about = {"starts_at": ON, "ends_at": ON.replace(hour=16)}
    briefing = office.add_event(event_kind="safeguarding_briefing", title="Keeping safe", **about)
    course = office.add_event(modules=["face_to_face"], **about)
    begum = mentor_called(office, "Begum")
    for code, event in (("safeguarding-briefing", briefing), ("mentor-training", course)):
        for since, months in rules:
            office.require(code=code, valid_from=since, holds=months)
        office.event = event
        office.mark(begum, "present")
    close(office, course)
    papers: tuple[tuple[Source, Paper], ...] = (
        (Source("event", briefing), "safeguarding_briefing"),
        (Source("event", course), "mentor_training"),
        (Source("mentors"), "mentor_training"),
    )
    for source, paper in papers:
        (line,) = [one for one in planned(office, source, paper).lines if one.person.id == begum]
        assert line.occasion is not None
        assert (line.occasion.held_on, line.occasion.valid_until) == (date(2026, 6, 6), until)


def test_a_new_rule_changes_no_certificate_that_was_issued(office: Day) -> None:
    office.require(holds=24, valid_from=date(2020, 2, 1))
    ask = Ask(Source("mentors"), "mentor_training")
    before = give(office, ask)
    assert {one.occasion.valid_until for one in before} == {date(2028, MORNING.month, MORNING.day)}
    office.require(holds=12, valid_from=date(2020, 3, 1))
    assert give(office, ask) == before


def test_a_pasted_list_names_people_by_reference_e_mail_and_either_order_of_names(office: Day) -> None:
    begum = mentor_called(office, "Begum")
    office.keep(Contact(id="k", partition=f"{REGION}/staff", person_id=begum, email="r.begum@example.org"))
    text = "Llewellyn-Pritchard, Sian\nR.Begum@example.org\nRukhsana Begum\n\tOLUWASEUN ADEYEMI \nNobody Here\nWMD-Y-a"
    plan = planned(office, Source("pasted", text=text), "recognition", title="their help")
    assert names(plan) == ["Siân Llewellyn-Pritchard", "Rukhsana Begum", "Oluwaseun Adeyemi", "Nobody Here"]
    assert reasons(plan) == {"Aled Zorn": "not_for_them"}
    other = planned(office, Source("pasted", text=text), "mentor_training")
    assert reasons(other)["Nobody Here"] == "unknown"


def test_a_pasted_name_is_found_in_any_order_of_its_words_but_first_in_its_own(office: Day) -> None:
    text = "Hương Thị Nguyễn\ngill kaur HARPREET\nEl-Amrani, Fatima Zahra"
    plan = planned(office, Source("pasted", text=text), "recognition", title="x")
    assert names(plan) == ["Nguyễn Thị Hương", "Harpreet Kaur Gill", "Fatima Zahra El-Amrani"]
    office.book("Begum", "Rukhsana")
    other_way = planned(office, Source("pasted", text="Begum Rukhsana\nRukhsana Begum"), "recognition", title="x")
    assert names(other_way) == ["Begum Rukhsana", "Rukhsana Begum"]
    assert names(planned(office, Source("pasted", text="Kaur Gill"), "recognition", title="x")) == ["Kaur Gill"]


def test_a_list_is_printed_as_it_stood_without_whoever_has_left_this_laptop(office: Day) -> None:
    gill, begum = mentor_called(office, "Gill"), mentor_called(office, "Begum")
    source = Source("mentors", LISTED, people=(gill, "gone", begum))
    assert names(planned(office, source, "labels")) == ["Harpreet Kaur Gill", "Rukhsana Begum"]
    assert names(planned(office, source, "labels", order="surname")) == ["Rukhsana Begum", "Harpreet Kaur Gill"]
    young_people = planned(office, Source("young_people", LISTED, people=("b", "a")), "encounter_record")
    assert list(reasons(young_people)) == ["Bronwen Ab", "Aled Zorn"]


def test_a_name_that_two_people_have_is_not_guessed_at(office: Day) -> None:
    office.book("Rukhsana", "Begum")
    plan = planned(office, Source("pasted", text="rukhsana begum"), "recognition", title="x")
    assert reasons(plan) == {"rukhsana begum": "several"}


def test_a_suspended_mentor_is_in_no_run_and_on_no_visitor_list(office: Day) -> None:
    begum = mentor_called(office, "Begum")
    office.keep(match(begum, "a"), match(mentor_called(office, "Adeyemi"), "b"))

    def suspend(session: Session) -> None:
        session.scalars(select(Mentor).where(Mentor.id == begum)).one().stage = "suspended"

    office.do(suspend)
    assert reasons(planned(office, Source("visitors", SCHOOL), "visitor_list")) == {"Rukhsana Begum": "suspended"}
    assert reasons(planned(office, Source("mentors"), "mentor_training"))["Rukhsana Begum"] == "suspended"
    assert reasons(planned(office, Source("partner", SCHOOL), "pair_register"))["Aled Zorn"] == "no_mentor"


def test_reception_gets_the_cleared_mentors_with_their_latest_check(office: Day) -> None:
    begum, nowak = mentor_called(office, "Begum"), mentor_called(office, "Nowak")
    office.keep(match(begum, "a"), match(nowak, "b"))
    office.keep(
        Clearance(
            id="c1", partition=f"{REGION}/staff", mentor_id=begum, level="enhanced", seen_by="Nia ap Rhys",
            certificate_number="001234567890", seen_on=date(2026, 2, 1), outcome="clear_to_proceed",
        )
    )  # fmt: skip
    ask = Ask(Source("visitors", SCHOOL), "visitor_list")
    plan = planned(office, ask.source, "visitor_list")
    assert reasons(plan) == {"Łukasz Nowak": "not_cleared"}
    with office.database.read() as session:
        held = printing_paper.contents(session, ask=ask, people={begum}, now=MORNING, role="staff")
    (visitor,) = held.visitors
    assert (visitor.name, visitor.checked_on, visitor.checked_by) == ("Rukhsana Begum", date(2026, 2, 1), "Nia ap Rhys")
    assert held.school == ("Glan Taf", "Glantaf")
    assert "001234567890" not in repr(held)


def test_pairs_and_encounters_are_of_those_who_meet(office: Day) -> None:
    office.keep(match(mentor_called(office, "Begum"), "a"), match(mentor_called(office, "Gill"), "b", meetings_held=0))
    assert names(planned(office, Source("cohort", f"{SCHOOL}|Autumn"), "pair_register")) == ["Bronwen Ab", "Aled Zorn"]
    ask = Ask(Source("partner", SCHOOL), "encounter_record")
    plan = planned(office, ask.source, "encounter_record")
    assert reasons(plan) == {"Bronwen Ab": "no_meetings", "Cai Moss": "no_consent"}
    with office.database.read() as session:
        held = printing_paper.contents(session, ask=ask, people={"a", "b"}, now=MORNING, role="staff")
    assert [(one.name, one.mentoring[0].meetings) for one in held.encounters] == [("Aled Zorn", 4)]


def test_a_young_persons_certificate_stays_with_their_school(office: Day) -> None:
    office.keep(match(mentor_called(office, "Begum"), "a"))
    (given,) = give(office, Ask(Source("partner", SCHOOL), "mentee_participation"))
    assert (given.name, given.occasion.held_on, given.occasion.held_until) == (
        "Aled Zorn", date(2026, 3, 1), date(2026, 10, 5),
    )  # fmt: skip
    with office.database.read() as session:
        kept = session.scalars(select(DocumentIssue)).one()
    assert (kept.partition, kept.person_id, kept.event_id) == (f"partner/{SCHOOL}", "a", None)


def test_a_year_of_service_begins_with_the_match(office: Day) -> None:
    begum, gill = mentor_called(office, "Begum"), mentor_called(office, "Gill")
    office.keep(match(begum, "a", started_on=date(2025, 11, 21)), match(gill, "b", started_on=date(2025, 11, 22)))
    plan = planned(office, Source("visitors", SCHOOL), "mentor_service")
    assert names(plan) == ["Rukhsana Begum"]
    assert reasons(plan) == {"Harpreet Kaur Gill": "not_a_year"}


def test_a_reprint_keeps_its_number_and_a_corrected_name_supersedes(office: Day) -> None:
    ask = Ask(Source("mentors"), "mentor_training")
    begum = mentor_called(office, "Begum")
    (first,) = give(office, ask, begum)
    office.clock.later(days=3)
    assert give(office, ask, begum) == (first,)

    def correct(session: Session) -> None:
        session.scalars(select(Mentor).where(Mentor.id == begum)).one().certificate_name = "Dr Rukhsana Begum"

    office.do(correct)
    (second,) = give(office, ask, begum)
    assert second.number != first.number
    with office.database.read() as session:
        kept = session.scalars(select(DocumentIssue).where(DocumentIssue.number == second.number)).one()
    assert kept.supersedes == first.number
    numbers = {line.person.id: line.number for line in planned(office, ask.source, ask.paper).lines}
    assert numbers[begum] == second.number


def test_an_employer_and_somebody_without_a_card_get_theirs_too(office: Day) -> None:
    (employer,) = give(office, Ask(Source("partner", EMPLOYER), "employer_participation"))
    ask = Ask(Source("pasted", text="Non Prys"), "recognition", title="training mentors", title_cy="hyfforddi")
    (trainer,) = give(office, ask)
    assert give(office, ask) == (trainer,)
    with office.database.read() as session:
        kept = {one.number: one for one in session.scalars(select(DocumentIssue))}
    assert (kept[employer.number].partner_id, kept[employer.number].person_id) == (EMPLOYER, None)
    assert (kept[trainer.number].person_id, kept[trainer.number].partition) == (None, REGION)
    assert len(kept) == 2


def test_a_coordinator_issues_to_their_school_and_to_nobody_else(tmp_path: Path, office: Day) -> None:
    office.keep(match(mentor_called(office, "Begum"), "a"))
    office.desk = replace(office.desk, role="coordinator")
    with office.database.read() as session:
        own = printing.plan(
            session, Ask(Source("partner", SCHOOL), "mentee_participation"), now=MORNING, role="coordinator"
        )
        others = printing.plan(session, Ask(Source("mentors"), "mentor_training"), now=MORNING, role="coordinator")
    assert own.why_not is None
    assert names(own) == ["Aled Zorn"]
    assert others.why_not == "role"
    assert names(others) == []


def test_an_event_that_is_not_here_is_said(office: Day) -> None:
    with pytest.raises(KnownError) as missing:
        planned(office, Source("event", "gone"), "mentor_training")
    assert missing.value.problem is Problem.NOT_FOUND

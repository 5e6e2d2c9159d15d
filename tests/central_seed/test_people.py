"""Mentors and young people: who they are, what is known of their screening, how they may not be reached."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date

import pytest

from onemm_central.seed.figures import words
from onemm_central.seed.names import heritages, plain
from onemm_central.seed.young_people import year_group
from onemm_wire.records import Clearance, Contact, Match, Mentee, Mentor, Partner, WalkIn
from tests.central_seed.whole_pilot import DAY, REGIONS, Pilot, whatever_the_seed

MEETS_YOUNG_PEOPLE = ("matched", "active", "closing")
DRAMA = re.compile(r"07700 900\d{3}|020 7946 0\d{3}|0161 496 0\d{3}|029 2018 0\d{3}")


@whatever_the_seed
def test_nobody_meets_a_young_person_before_they_are_cleared_and_trained(whole: Pilot) -> None:
    modules = {"online_a", "online_b", "face_to_face"}
    for mentor in whole.all(Mentor):
        if mentor.stage in (*MEETS_YOUNG_PEOPLE, "ready_to_match"):
            assert mentor.clearance_state == "clear", mentor.reference
            assert mentor.clearance_until is not None
            assert mentor.clearance_until >= whole.today
            assert set(mentor.modules) == modules, mentor.reference


@whatever_the_seed
def test_what_the_card_says_of_a_clearance_is_what_the_office_holds(whole: Pilot) -> None:
    outcomes = {
        "applied": None,
        "clear": "clear_to_proceed",
        "expired": "clear_to_proceed",
        "risk_assessment": "risk_assessment_required",
        "declined": "declined",
    }
    held = {clearance.mentor_id: clearance for clearance in whole.all(Clearance)}
    assert len(held) == len(whole.all(Clearance))
    for mentor in whole.all(Mentor):
        clearance = held.get(mentor.id)
        if mentor.clearance_state == "not_started":
            assert clearance is None
            assert mentor.clearance_level is None
            continue
        assert clearance is not None
        assert clearance.outcome == outcomes[mentor.clearance_state]
        assert (clearance.level, clearance.applied_on) == (mentor.clearance_level, mentor.clearance_applied_on)
        assert clearance.next_due_on == mentor.clearance_until


@whatever_the_seed
def test_the_days_of_a_check_follow_each_other(whole: Pilot) -> None:
    for check in whole.all(Clearance):
        days = [day for day in (check.applied_on, check.issued_on, check.seen_on, check.decided_on) if day]
        assert days == sorted(days)
        assert days[-1] < whole.today
        assert re.fullmatch(r"000\d{9}", check.certificate_number) or check.issued_on is None
        assert (check.outcome is None) == (check.decided_on is None) == (check.decided_by == "")


def test_most_are_cleared_some_wait_and_a_few_run_out(whole: Pilot) -> None:
    for region in REGIONS:
        mentors = whole.all(Mentor, region)
        states = Counter(mentor.clearance_state for mentor in mentors)
        assert states["clear"] > 0.6 * len(mentors)
        assert 0.08 < states["applied"] / len(mentors) < 0.3
        assert 0 < states["not_started"] < 0.15 * len(mentors)
        left = [(m.clearance_until - DAY).days for m in mentors if m.clearance_state == "clear" and m.clearance_until]
        ending = [days for days in left if days <= 60]
        assert ending
        assert min(ending) >= 12
    assert Counter(m.clearance_state for m in whole.all(Mentor))["risk_assessment"] in range(1, 8)


def test_the_people_of_the_design_pictures_are_there(whole: Pilot) -> None:
    margaret = whole.mentor("Margaret", "O’Connor")
    assert margaret.clearance_until is not None
    assert (margaret.organisation, (margaret.clearance_until - DAY).days) == ("Retired — NHS", 12)
    assert whole.mentor("Łukasz", "Nowak").clearance_state == "applied"
    assert whole.mentor("Siân", "Llewellyn-Pritchard").language_choice == "cymraeg"


@whatever_the_seed
def test_a_stage_is_what_the_matches_make_of_it(whole: Pilot) -> None:
    matches = whole.matches_by_mentor()
    for mentor in whole.all(Mentor):
        states = {match.state for match in matches.get(mentor.id, [])}
        assert (mentor.stage == "active") == ("active" in states)
        assert (mentor.stage == "matched") == ("scheduled" in states)
        assert (mentor.stage == "closing") == ("closing" in states)
        assert len(matches.get(mentor.id, [])) <= mentor.max_mentees


@whatever_the_seed
def test_references_count_up_in_the_order_of_joining(whole: Pilot) -> None:
    for region in REGIONS:
        mentors = whole.all(Mentor, region)
        assert [m.reference for m in mentors] == [f"{region}-M-{n:05d}" for n in range(1, len(mentors) + 1)]
        joined = [mentor.joined_on for mentor in mentors if mentor.joined_on]
        assert joined == sorted(joined)
        assert joined[-1] < whole.today


@whatever_the_seed
def test_nobody_can_be_reached(whole: Pilot) -> None:
    contacts = whole.all(Contact)
    expected = {person.id for person in (*whole.all(Mentor), *whole.all(WalkIn))}
    assert {contact.person_id for contact in contacts} == expected
    assert len(contacts) == len(expected)
    for contact in contacts:
        assert DRAMA.fullmatch(contact.phone), contact.phone
        assert re.fullmatch(r"[a-z0-9.-]+@example\.org", contact.email), contact.email
        # The Royal Mail gives no postcode that ends in two of these letters.
        assert re.fullmatch(r"[A-Z]{1,2}\d{1,2} \d[CIKMOV]{2}", contact.postcode), contact.postcode
    for partner in whole.all(Partner):
        assert DRAMA.fullmatch(partner.safeguarding_phone)


def test_no_two_people_of_a_region_share_an_address(whole: Pilot) -> None:
    for region in REGIONS:
        addresses = Counter(contact.email for contact in whole.all(Contact, region))
        assert max(addresses.values()) == 1


@whatever_the_seed
def test_young_people_are_fourteen_to_twenty_five(whole: Pilot) -> None:
    for mentee in whole.all(Mentee):
        born = mentee.date_of_birth
        age = whole.today.year - born.year - ((whole.today.month, whole.today.day) < (born.month, born.day))
        assert 14 <= age <= 25, mentee


@whatever_the_seed
def test_young_people_are_where_young_people_are(whole: Pilot) -> None:
    kinds = {partner.id: partner.partner_kind for partner in whole.all(Partner)}
    for mentee in whole.all(Mentee):
        kind = kinds[mentee.partner_id]
        assert kind in ("school", "college", "university", "youth_organisation", "employment_programme")
        assert (mentee.year_group != "") == (kind in ("school", "college"))
        assert mentee.course in words().courses[kind]
        assert whole.partition_of[mentee.id] == f"partner/{mentee.partner_id}"


@pytest.mark.parametrize(
    ("born", "today", "expected"),
    [
        (date(2012, 9, 1), date(2026, 11, 21), "Year 10"),  # fourteen on the day the year began
        (date(2012, 9, 2), date(2026, 11, 21), "Year 9"),
        (date(2010, 8, 31), date(2026, 8, 31), "Year 11"),  # the last day of the year before
        (date(2010, 8, 31), date(2026, 9, 1), "Year 12"),
    ],
)
def test_a_school_year_begins_in_september(born: date, today: date, expected: str) -> None:
    assert year_group("school", born, today) == expected


@whatever_the_seed
def test_a_match_is_of_two_people_of_one_region_and_its_days_follow_each_other(whole: Pilot) -> None:
    mentors = {mentor.id: mentor for mentor in whole.all(Mentor)}
    stages = {
        "scheduled": {"matched"},
        "active": {"active"},
        "closing": {"closing"},
        "closed": {"completed", "left_early"},
    }
    mentees = {mentee.id: mentee for mentee in whole.all(Mentee)}
    for match in whole.all(Match):
        mentor, mentee = mentors[match.mentor_id], mentees[match.mentee_id]
        assert mentee.partner_id == match.partner_id
        assert whole.partition_of[match.id] == f"partner/{match.partner_id}"
        assert whole.region_of(whole.partition_of[match.id]) == whole.region_of(whole.partition_of[mentor.id])
        assert mentee.stage in stages[match.state]
        assert mentor.joined_on and match.proposed_on and match.started_on
        assert mentor.joined_on <= match.proposed_on <= match.started_on
        assert match.proposed_on < whole.today
        assert (match.started_on > whole.today) == (match.state == "scheduled")
        assert (match.closed_on is not None) == (match.close_reason is not None) == (match.state == "closed")
        assert (match.last_met_on is None) == (match.meetings_held == 0) == (match.state == "scheduled")
        for day in (match.last_met_on, match.closed_on):
            assert day is None or match.started_on <= day < whole.today


@whatever_the_seed
def test_waiting_young_people_have_no_match(whole: Pilot) -> None:
    matched = {match.mentee_id for match in whole.all(Match)}
    assert len(matched) == len(whole.all(Match))
    waiting = [mentee for mentee in whole.all(Mentee) if mentee.id not in matched]
    assert waiting
    assert not {mentee.stage for mentee in waiting} & {"matched", "active", "closing", "completed", "left_early"}


@whatever_the_seed
def test_names_are_written_as_their_bearers_write_them(whole: Pilot) -> None:
    cards: list[Mentor | Mentee] = [*whole.all(Mentor), *whole.all(Mentee)]
    names = [f"{card.given_name} {card.family_name}".strip() for card in cards]
    everything = " ".join(names)
    for mark in "âŷłęéáñıİọễươ’-":
        assert mark in everything, f"nobody has {mark} in their name"
    for particle in ("ap ", "ferch ", "van den ", "de la ", "bin ", "El-", "Mac "):
        assert any(particle in name for name in names), particle
    assert any(not card.family_name for card in cards), "nobody has a single name"
    assert max(map(len, names)) > 60
    assert max(Counter(names).values()) > 1, "no two people share a name"


def test_names_come_from_everywhere(whole: Pilot) -> None:
    names = {part for card in whole.all(Mentor) for part in (*card.given_name.split(), *card.family_name.split("-"))}
    met = {heritage for heritage, lists in heritages().items() if names & {*lists.women, *lists.men, *lists.family}}
    assert met == set(heritages())


@whatever_the_seed
def test_certificates_are_wanted_in_many_scripts(whole: Pilot) -> None:
    cards: list[Mentor | Mentee] = [*whole.all(Mentor), *whole.all(Mentee)]
    wanted = "".join(card.certificate_name for card in cards)
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in wanted}
    assert scripts >= {"BENGALI", "ARABIC", "GURMUKHI", "DEVANAGARI", "TAMIL", "GUJARATI", "CJK", "LATIN"}


@pytest.mark.parametrize("heritage", heritages())
def test_every_name_of_the_lists_is_clean_and_spelt_one_way(heritage: str) -> None:
    lists = heritages()[heritage]
    parts = [*lists.women, *lists.men, *lists.family, *lists.family_women, *lists.family_men]
    parts += [*lists.women_middle, *lists.men_middle]
    for part in [*parts, *lists.script.values()]:
        assert part == unicodedata.normalize("NFC", part).strip()
        assert all(unicodedata.category(letter)[0] in "LMPZ" for letter in part), part
    assert all(plain(part) for part in parts)
    assert set(lists.script) <= set(parts), "a spelling for a name that nobody has"
    assert set(lists.preferred) <= set(parts)


@pytest.mark.parametrize(
    ("name", "address"),
    [("Łukasz Żuk", "lukasz-zuk"), ("O’Connor", "oconnor"), ("Nguyễn", "nguyen"), ("Þór Weiß", "thor-weiss")],
)
def test_an_address_has_plain_letters(name: str, address: str) -> None:
    assert plain(name) == address

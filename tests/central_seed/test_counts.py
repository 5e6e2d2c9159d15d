"""The seed says what was published, and says it the same way every time."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from onemm_central.seed.pilot import pilot
from onemm_wire.records import (
    KINDS,
    Access,
    Concern,
    ConcernKeyGrant,
    ConcernReceipt,
    Conflict,
    DevicePolicy,
    EvaluationQuestion,
    Event,
    LegalHold,
    Match,
    Mentee,
    Mentor,
    Partner,
    Region,
    RequirementSet,
    RetentionRule,
    RightsRequest,
    SafeguardingContact,
    SafeguardingKey,
    may_lie_in,
)
from tests.central_seed.whole_pilot import DAY, REGIONS, Pilot, whatever_the_seed

PUBLISHED = {"LDN": (217, 92, 7), "MCR": (200, 84, 5), "CDF": (96, 54, 6)}
PARTNERS = {
    "LDN": "YEUK|Islamic Relief|UpRising|Fastlaners|Mencap|Queen Mary University|The Advocacy Academy",
    "MCR": "UpRising|YES Manchester|Loreto College|Whalley Range High School|Factory Youth Zone",
    "CDF": "Cardiff University|Cardiff Students' Union|UpRising|Cardiff & Vale College|Butetown Youth Pavilion|Mencap",
}


@whatever_the_seed
def test_mentors_matches_and_partners_are_as_published(whole: Pilot) -> None:
    for region in REGIONS:
        counts = (len(whole.all(Mentor, region)), len(whole.all(Match, region)), len(whole.all(Partner, region)))
        assert counts == PUBLISHED[region]


@pytest.mark.parametrize("region", REGIONS)
def test_partners_have_their_published_names(whole: Pilot, region: str) -> None:
    assert [partner.name for partner in whole.all(Partner, region)] == PARTNERS[region].split("|")


def test_regions_have_their_published_targets(whole: Pilot) -> None:
    targets = {region.code: region.mentor_target for region in whole.all(Region)}
    assert targets == {"LDN": None, "MCR": None, "CDF": 50, "WMD": 2000}


def test_a_region_without_a_pilot_has_nobody(whole: Pilot) -> None:
    assert not [partition for partition, _ in whole.placed if "WMD" in partition]


def test_the_training_asks_for_three_modules_and_the_briefing_holds_three_years(whole: Pilot) -> None:
    asked_for = {one.code: one.modules for one in whole.all(RequirementSet)}
    assert asked_for == {
        "mentor-training": ["online_a", "online_b", "face_to_face"],
        "before-mentor-training": ["online_a", "online_b"],
        "safeguarding-briefing": [],
    }
    assert {one.code: one.holds_months for one in whole.all(RequirementSet) if one.holds_months} == {
        "safeguarding-briefing": 36
    }


def test_the_same_seed_gives_the_same_bytes() -> None:
    once, again = (msgspec.json.encode(list(pilot(11, DAY, 2))) for _ in range(2))
    assert once == again


def test_another_seed_gives_other_people_in_the_same_regions() -> None:
    people, others = Pilot(11), Pilot(12)
    national = {
        record.id for record in (*people.all(Region), *people.all(RequirementSet), *people.all(EvaluationQuestion))
    }
    assert people.by_id.keys() & others.by_id.keys() == national


def test_another_day_has_another_training() -> None:
    assert Pilot(11, date(2026, 11, 22)).todays_training("LDN").starts_at.date() == date(2026, 11, 22)


def test_leaving_out_a_region_changes_no_other() -> None:
    everywhere = [placed for placed in pilot(11, DAY) if placed[0].startswith("region/CDF")]
    alone = [placed for placed in pilot(11, DAY, only=["CDF"]) if placed[0].startswith("region/CDF")]
    assert alone == everywhere
    assert not [partition for partition, _ in pilot(11, DAY, only=["CDF"]) if "LDN" in partition]


def test_the_scale_multiplies_people_and_past_trainings_but_not_today() -> None:
    thrice, once = Pilot(scale=3), Pilot()
    for region in REGIONS:
        assert len(thrice.all(Mentor, region)) == 3 * len(once.all(Mentor, region))
        assert len(thrice.all(Match, region)) == 3 * len(once.all(Match, region))
        assert len(thrice.all(Mentee, region)) == pytest.approx(3 * len(once.all(Mentee, region)), abs=2)
        held = [len(_held(pilot_, region)) for pilot_ in (thrice, once)]
        assert held[0] == 3 * held[1]
        today = [len(pilot_.bookings(pilot_.todays_training(region))) for pilot_ in (thrice, once)]
        assert today[0] == today[1]


def _held(whole: Pilot, region: str) -> list[Event]:
    return [
        event
        for event in whole.all(Event, region)
        if event.event_kind == "mentor_training" and event.state in ("archived", "register_closed")
    ]


def test_a_scale_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="whole number from 1"):
        list(pilot(2017, DAY, 0))


@whatever_the_seed
def test_every_record_is_one_of_its_kind_in_a_partition_that_may_hold_it(whole: Pilot) -> None:
    assert len(whole.by_id) == len(whole.placed), "an id was given twice"
    for partition, record in whole.placed:
        assert may_lie_in(type(record), partition)
        assert msgspec.json.decode(msgspec.json.encode(record), type=KINDS[record.kind]) == record


def test_every_kind_of_record_is_there(whole: Pilot) -> None:
    # What people make between them, sealed or asked for, and rules by an administrator: no pilot begins with these.
    made_later = {Conflict.kind, DevicePolicy.kind, SafeguardingKey.kind, ConcernReceipt.kind, Concern.kind}
    made_later |= {ConcernKeyGrant.kind, RightsRequest.kind, LegalHold.kind, RetentionRule.kind, Access.kind}
    made_later |= {"device_key", "document_revocation", "print_run", "consent"}
    assert {record.kind for _, record in whole.placed} == set(KINDS) - made_later


@pytest.mark.parametrize("region", REGIONS)
def test_everybody_in_a_region_knows_whom_to_phone_about_a_concern(whole: Pilot, region: str) -> None:
    contacts = whole.all(SafeguardingContact, region)
    assert [one.contact_role for one in contacts] == ["lead", "deputy", "out_of_hours"]
    assert all(one.phone and one.valid_from < DAY for one in contacts)

"""Consents: each rule of the domain by its name and source (the table is in ``docs/consents.md``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Consent, Desk, Mentee
from onemm_desktop.models.database import Database
from onemm_desktop.programme import consents, printing_people
from onemm_desktop.programme.attendees import mentors
from onemm_desktop.programme.cards import mentee_card
from onemm_desktop.programme.consents import Said
from onemm_desktop.programme.printing_people import Source
from onemm_wire import merge, partitions
from onemm_wire.partitions import Role
from tests import region

TODAY = region.TODAY
DAYS = st.integers(-90, 90).map(lambda days: TODAY + timedelta(days=days))
KAI, SIAN = region.mentee_id(0), region.mentor_id(0)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[Database, Desk]]:
    """The laptop of somebody in the office, with the whole small region. Kai is 16 there."""
    database, desk = region.laptop_of(tmp_path, "staff", region.everything())
    with database.sync_write() as session:
        session.query(Mentee).filter(Mentee.id == KAI).update({"date_of_birth": TODAY.replace(year=TODAY.year - 16)})
    yield database, desk
    database.close()


def agreed(**said: Any) -> dict[str, Any]:
    """A parent's consent to taking part, as it is written down when nothing is wrong with it."""
    right = {
        "person": KAI, "purpose": "taking_part", "wording": "2026-09", "given_by": "parent_carer",
        "giver_name": "Amina Begum", "informed": True, "method": "paper_form", "given_on": TODAY,
    }  # fmt: skip
    return {**right, **said}


def write(office: tuple[Database, Desk], **said: Any) -> None:
    with office[0].write(office[1]) as session:
        consents.record(session, **agreed(**said))


def withdraw(office: tuple[Database, Desk], **said: Any) -> None:
    right: dict[str, Any] = {"person": KAI, "purpose": "taking_part", "by": "self", "on": TODAY}
    with office[0].write(office[1]) as session:
        consents.withdraw(session, **{**right, **said})


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        pytest.param({"given_by": "self"}, Problem.CONSENT_PARENT, id="NYA: under 18 nobody agrees alone"),
        pytest.param(
            {"given_by": "school_as_controller"},
            Problem.CONSENT_PARENT,
            id="NYA: under 18 a parent or carer agrees to taking part",
        ),
        pytest.param({"informed": False}, Problem.CONSENT_INFORMED, id="NYA: the young person is informed"),
        pytest.param(
            {"purpose": "photographs", "given_by": "self"}, Problem.CONSENT_PARENT, id="NYA: nor to photographs alone"
        ),
        pytest.param({"wording": " \n "}, Problem.CONSENT_WORDING, id="model: the version of the wording is kept"),
        pytest.param({"given_on": TODAY + timedelta(days=1)}, Problem.CONSENT_DATES, id="dates: not in the future"),
        pytest.param({"given_on": date(1990, 1, 1)}, Problem.CONSENT_DATES, id="dates: not before they were born"),
        pytest.param({"valid_until": TODAY - timedelta(days=1)}, Problem.CONSENT_DATES, id="dates: not over already"),
        pytest.param({"person": "nobody"}, Problem.NOT_FOUND, id="somebody whom this laptop does not hold"),
    ],
)
def test_what_is_refused(office: tuple[Database, Desk], said: dict[str, Any], problem: Problem) -> None:
    with pytest.raises(KnownError) as refused:
        write(office, **said)
    assert refused.value.problem is problem
    with office[0].read() as session:
        assert session.query(Consent).count() == 0


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({}, id="a parent to taking part"),
        pytest.param({"purpose": "photographs", "given_by": "school_as_controller"}, id="a school to photographs"),
        pytest.param({"purpose": "surveys"}, id="a parent to surveys"),
        pytest.param({"person": SIAN, "given_by": "self", "informed": False}, id="a mentor for themselves"),
        pytest.param({"valid_until": TODAY}, id="for today alone"),
    ],
)
def test_what_is_written_down_stands_on_the_card(office: tuple[Database, Desk], said: dict[str, Any]) -> None:
    write(office, **said)
    whole = agreed(**said)
    with office[0].read() as session:
        held = {one.purpose: one for one in consents.standings(session, whole["person"], TODAY)}
        row = session.query(Consent).one()
    assert held[whole["purpose"]].why is None
    assert row.recorded_by == office[1].user_name
    family = partitions.family(row.partition)
    assert family == ("partner" if whole["person"] == KAI else "region"), "kept where the person's card is kept"


def test_of_age_the_young_person_agrees_alone(office: tuple[Database, Desk]) -> None:
    with office[0].sync_write() as session:
        born = TODAY.replace(year=TODAY.year - 18)
        session.query(Mentee).filter(Mentee.id == KAI).update({"date_of_birth": born})
    write(office, given_by="self", informed=False)
    with pytest.raises(KnownError) as refused:
        write(office, given_by="self", informed=False, given_on=TODAY - timedelta(days=1))
    assert refused.value.problem is Problem.CONSENT_PARENT, "the day before the 18th birthday they could not"


@pytest.mark.parametrize(("role", "person", "may"), [
    ("trainer", SIAN, False), ("coordinator", KAI, True), ("coordinator", SIAN, False), ("staff", SIAN, True),
])  # fmt: skip
def test_who_writes_consents_down(tmp_path: Path, role: Role, person: str, may: bool) -> None:
    database, desk = region.laptop_of(tmp_path, role, region.everything())
    try:
        write((database, desk), person=person)
    except KnownError as error:
        assert (error.problem, may) == (Problem.NOT_ALLOWED, False)
    else:
        assert may
    database.close()


def prints(office: tuple[Database, Desk], where: str, who: str) -> bool:
    with office[0].read() as session:
        found = printing_people.gather(session, Source(where, ""), now=office[1].now(), role="staff")  # type: ignore[arg-type]
    return next(one.consent for one in found if one.id == who)


def test_domain_e8_a_withdrawal_takes_people_out_of_everything_at_once(office: tuple[Database, Desk]) -> None:
    write(office, given_on=TODAY - timedelta(days=30))
    assert prints(office, "young_people", KAI)
    withdraw(office)
    assert not prints(office, "young_people", KAI)
    with office[0].read() as session:
        for purpose in consents.PURPOSES:
            assert consents.refusal(session, KAI, purpose, TODAY) == "withdrawn"


def test_domain_e8_a_mentor_who_withdrew_gets_no_paper_and_no_photograph(office: tuple[Database, Desk]) -> None:
    write(office, person=SIAN, given_by="self", given_on=TODAY - timedelta(days=9))
    write(office, person=SIAN, purpose="photographs", given_by="self", given_on=TODAY - timedelta(days=9))
    withdraw(office, person=SIAN, purpose="photographs")
    assert prints(office, "mentors", SIAN), "they did not stop taking part"
    with office[0].read() as session:
        card = next(one for one in mentors(session, "", TODAY, also=[SIAN]) if one.id == SIAN)
    assert (card.no_photo, card.consent) == (True, True)
    withdraw(office, person=SIAN)
    assert not prints(office, "mentors", SIAN)
    with office[0].read() as session:
        card = next(one for one in mentors(session, "", TODAY, also=[SIAN]) if one.id == SIAN)
    assert not card.consent


def test_withdrawing_one_purpose_leaves_the_others(office: tuple[Database, Desk]) -> None:
    write(office)
    write(office, purpose="surveys")
    withdraw(office, purpose="surveys")
    with office[0].read() as session:
        assert consents.refusal(session, KAI, "surveys", TODAY) == "withdrawn"
        assert consents.refusal(session, KAI, "taking_part", TODAY) is None
        assert consents.refusal(session, KAI, "photographs", TODAY) is None


def test_what_was_not_given_cannot_be_withdrawn_nor_tomorrow(office: tuple[Database, Desk]) -> None:
    for said, problem in (({}, Problem.CONSENT_NOT_HELD), ({"on": TODAY + timedelta(days=1)}, Problem.CONSENT_DATES)):
        with pytest.raises(KnownError) as refused:
            withdraw(office, **said)
        assert refused.value.problem is problem


def test_a_new_consent_counts_from_the_day_after_a_withdrawal(office: tuple[Database, Desk]) -> None:
    write(office, given_on=TODAY - timedelta(days=9))
    withdraw(office, on=TODAY - timedelta(days=1))
    with pytest.raises(KnownError) as refused:
        write(office, given_on=TODAY - timedelta(days=1))
    assert refused.value.problem is Problem.CONSENT_WITHDRAWN
    write(office)
    with office[0].read() as session:
        assert consents.refusal(session, KAI, "taking_part", TODAY) is None


@pytest.mark.parametrize(("stage", "why"), [
    ("nominated", "never_given"), ("consent_sought", "never_given"), ("consent_held", None), ("active", None),
])  # fmt: skip
def test_a_stage_speaks_where_no_consent_is_written_down(
    office: tuple[Database, Desk], stage: str, why: str | None
) -> None:
    with office[0].sync_write() as session:
        session.query(Mentee).filter(Mentee.id == KAI).update({"stage": stage})
    with office[0].read() as session:
        assert consents.refusal(session, KAI, "surveys", TODAY) == why
    write(office)
    with office[0].read() as session:
        assert consents.refusal(session, KAI, "surveys", TODAY) is None


def test_a_no_on_the_card_keeps_somebody_out_of_photographs_alone(office: tuple[Database, Desk]) -> None:
    with office[0].sync_write() as session:
        session.query(Mentee).filter(Mentee.id == KAI).update({"photo_consent": "no"})
    with office[0].read() as session:
        assert consents.refusal(session, KAI, "photographs", TODAY) == "never_given"
        assert consents.refusal(session, KAI, "surveys", TODAY) is None


def test_what_runs_out_is_listed_until_there_is_one_to_follow(office: tuple[Database, Desk]) -> None:
    write(office, valid_until=TODAY + timedelta(days=7), given_on=TODAY - timedelta(days=20))
    write(office, purpose="surveys", valid_until=TODAY + timedelta(days=61))
    with office[0].read() as session:
        (ending,) = consents.running_out(session, TODAY)
        assert (ending.name, ending.purpose, ending.days) == ("Kai Begum", "taking_part", 7)
        assert mentee_card(session, KAI, role="staff", today=TODAY).consents[0].days == 7
    write(office)
    with office[0].read() as session:
        assert consents.running_out(session, TODAY) == ()


def test_a_consent_holds_through_its_last_day(office: tuple[Database, Desk]) -> None:
    write(office, given_on=TODAY - timedelta(days=9), valid_until=TODAY)
    with office[0].read() as session:
        assert consents.refusal(session, KAI, "taking_part", TODAY) is None
        assert consents.refusal(session, KAI, "taking_part", TODAY + timedelta(days=1)) == "ended"


SAID = st.builds(
    lambda number, given_on, until, back: Said(
        f"{number:04d}", "surveys", "1", "self", "", True, "paper_form", given_on,
        None if until is None else max(until, given_on), "", None if back is None else max(back, given_on), None, "",
    ),
    st.integers(0, 9999), DAYS.filter(lambda day: day <= TODAY), st.none() | DAYS, st.none() | DAYS,
)  # fmt: skip


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database, _ = region.laptop_of(tmp_path_factory.mktemp("bench"), "staff", region.everything())
    yield database
    database.close()


@given(said=st.lists(SAID, max_size=5, unique_by=lambda one: one.id))
def test_everybody_at_once_is_judged_as_one_by_one(bench: Database, said: list[Said]) -> None:
    with bench.sync_write() as session:
        session.query(Consent).delete()
        session.add_all(
            Consent(
                id=one.id, partition=partitions.partner(region.COLLEGE), rev=1, person_id=KAI, purpose=one.purpose,
                wording=one.wording, given_by=one.given_by, method=one.method, given_on=one.given_on,
                valid_until=one.valid_until, withdrawn_on=one.withdrawn_on,
            )
            for one in said
        )  # fmt: skip
        session.flush()
        at_once = consents.taken_out(session, "surveys", TODAY).get(KAI)
    alone = consents.judge(said, "surveys", TODAY).why
    assert at_once == (None if not said else alone)


@given(said=st.lists(SAID, min_size=1, max_size=5, unique_by=lambda one: one.id), chance=st.randoms())
def test_the_order_in_which_laptops_hear_of_consents_does_not_matter(said: list[Said], chance: Any) -> None:
    other = list(said)
    chance.shuffle(other)
    assert consents.judge(said, "surveys", TODAY).why == consents.judge(other, "surveys", TODAY).why


@given(st.none() | DAYS, st.none() | DAYS, st.none() | DAYS)
def test_sync_rules_a_withdrawal_is_never_undone_by_an_older_laptop(
    base: date | None, centre: date | None, laptop: date | None
) -> None:
    def wire(day: date | None) -> str | None:
        return day.isoformat() if day else None

    settled = merge.settle("consent", "withdrawn_on", wire(base), wire(centre), wire(laptop))
    assert isinstance(settled, merge.Settled)
    assert settled.value == min(filter(None, (wire(centre), wire(laptop))), default=None)
    other = merge.settle("consent", "withdrawn_on", wire(base), wire(laptop), wire(centre))
    assert isinstance(other, merge.Settled)
    assert other.value == settled.value

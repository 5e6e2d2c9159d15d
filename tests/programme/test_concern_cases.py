"""The lead's side: states out of sealed notes, the officer's clock, patterns, and that a reading is on record."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Access, ConcernReceipt
from onemm_desktop.programme import concern_cases, concerns, lead_desk
from onemm_desktop.programme.concern_cases import Case
from onemm_desktop.programme.disclosure import looks_like_one
from tests.fixtures_desktop import Clock
from tests.programme.safeguarding import Seat, furnish, report


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("region")
    furnish(folder)
    return folder


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 12, 24, 15, tzinfo=UTC))


@pytest.fixture
def mair(tmp_path: Path, furnished: Path, clock: Clock) -> Iterator[Seat]:
    for file in furnished.glob("laptop1.db*"):
        shutil.copy(file, tmp_path)
    seat = Seat(tmp_path, 1, "safeguarding_lead", clock)
    yield seat
    seat.close()


def write(mair: Seat, **said: Any) -> str:
    with mair.database.write(mair.desk) as session:
        return concerns.seal(session, report=report(**said))[1]


def note(mair: Seat, case: str, text: str = "Noted.", **said: Any) -> None:
    with mair.database.write(mair.desk) as session:
        concern_cases.write_note(session, case=case, text=text, **said)


def cases(mair: Seat) -> list[Case]:
    with mair.database.read() as session:
        return concern_cases.cases(session, region="london", pair=mair.pair)


def open_case(mair: Seat, case: str) -> concern_cases.Opened:
    with mair.database.write(mair.desk) as session:
        return concern_cases.open_case(session, case=case, pair=mair.pair)[1]


def test_the_newest_note_that_says_something_counts(mair: Seat, clock: Clock) -> None:
    case = write(mair)
    note(mair, case, category="neglect", referral="school_dsl")
    clock.forward(hours=1)
    note(mair, case, category="physical")
    clock.forward(hours=1)
    note(mair, case, text="The school follows it up.", closed=True)
    (found,) = cases(mair)
    assert (found.category, found.referral, found.closed) == ("physical", "school_dsl", True)
    clock.forward(hours=1)
    note(mair, case, closed=False)
    assert not cases(mair)[0].closed


def test_open_ones_stand_above_closed_ones_the_newest_first(mair: Seat, clock: Clock) -> None:
    found = []
    for _ in range(3):
        clock.forward(minutes=1)
        found.append(write(mair))
    clock.forward(minutes=1)
    note(mair, found[2], closed=True)
    assert [case.id for case in cases(mair)] == [found[1], found[0], found[2]]


def test_closing_needs_notes_and_a_note_needs_something(mair: Seat) -> None:
    case = write(mair)
    for said, problem in (
        ({"text": " ", "closed": True}, Problem.CLOSING_NEEDS_NOTES),
        ({"text": ""}, Problem.MISSING_ACCOUNT),
    ):
        with pytest.raises(KnownError) as refused:
            note(mair, case, **said)
        assert refused.value.problem is problem


def test_the_officer_is_to_be_told_within_one_working_day_over_christmas_too(mair: Seat, clock: Clock) -> None:
    case = write(mair)
    note(mair, case, threshold_met=True)
    assert cases(mair)[0].lado_by == date(2026, 12, 29), "Thursday; Christmas, a weekend, Boxing Day in lieu"
    clock.forward(hours=1)
    note(mair, case, referral="lado")
    (found,) = cases(mair)
    assert (found.threshold_met, found.lado_by) == (True, None)


def test_each_reading_is_on_record_once_and_receipts_are_handed_out_once(mair: Seat, clock: Clock) -> None:
    case = write(mair)
    assert cases(mair)[0].unread == 1
    open_case(mair, case)
    open_case(mair, case)
    clock.forward(hours=1)
    open_case(mair, case)
    with mair.database.read() as session:
        seen = session.scalars(select(Access).order_by(Access.seen_at)).all()
        receipts = session.scalars(select(ConcernReceipt)).all()
    assert [(one.seen_kind, one.seen_id, one.reader_id) for one in seen] == [("concern", case, mair.desk.user_id)] * 2
    assert {one.partition for one in seen} == {"region/london/safeguarding"}
    assert len(receipts) == 1
    assert cases(mair)[0].unread == 0


def test_listing_puts_nothing_on_record(mair: Seat) -> None:
    write(mair)
    with mair.database.read() as session:
        lead_desk.look(session, region="london", pair=mair.pair, today=date(2026, 12, 24))
        assert session.scalars(select(Access)).all() == []


def test_one_that_is_not_here_cannot_be_opened(mair: Seat) -> None:
    with pytest.raises(KnownError) as missing:
        open_case(mair, "nowhere")
    assert missing.value.problem is Problem.NOT_FOUND


def test_low_level_concerns_add_up_by_adult_however_the_name_is_typed(mair: Seat, clock: Clock) -> None:
    for name, about in (("Siân Rees", ""), ("sian rees", ""), ("Anybody", "m1"), ("The same", "m1"), ("Once", "")):
        clock.forward(days=1)
        write(mair, low_level=True, people=name, about_id=about)
    write(mair, people="Siân Rees")
    with mair.database.read() as session:
        found = concern_cases.patterns(session, region="london", pair=mair.pair)
    assert [(one.name, one.times) for one in found] == [("The same", 2), ("sian rees", 2)]
    assert found[0].last_at - found[0].first_at == timedelta(days=1)


def test_seeing_what_they_add_up_to_is_a_reading(mair: Seat) -> None:
    named = {write(mair, low_level=True, people="Siân Rees") for _ in range(2)}
    write(mair, low_level=True, people="Once")
    with mair.database.write(mair.desk) as session:
        assert len(concern_cases.see_patterns(session, pair=mair.pair)[1]) == 1
    with mair.database.read() as session:
        assert {look.seen_id for look in session.scalars(select(Access))} == named


# --- what looks like a disclosure -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "She told me her stepdad hits her", "Kai has bruises on both arms", "He is scared to go home",
        "talked about self-harm again", "Mentioned that she wants to die", "He was groomed online",
        "there is nothing to eat at home", "carries a knife because of the others", "She disclosed something today",
        "Dywedodd fod ei thad yn ei tharo: cleisiau ar ei braich", "Soniodd am hunan-niweidio",
    ],
)  # fmt: skip
def test_a_disclosure_in_a_note_is_noticed(text: str) -> None:
    assert looks_like_one(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Hit the ground running with her CV", "Wants to cut her commute", "Good session, worked on interviews",
        "Has been burning the midnight oil", "Likes kick boxing and punch needle", "Prefers mornings",
        "Sesiwn dda, buom yn gweithio ar ei CV", "Her confidence took a knock, touched on it briefly",
        "Wants to beat his own time over 5 km", "Asked about the suite of careers tools",
        "Hit her targets early", "She hit her stride in the mock interview",
    ],
)  # fmt: skip
def test_the_ordinary_language_of_mentoring_is_left_alone(text: str) -> None:
    assert not looks_like_one(text)

"""Requests about data are answered within their month, told from the calendar; a hold keeps what is held."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk
from onemm_desktop.models.database import Database
from onemm_desktop.programme import rights
from onemm_desktop.programme.rights import Request
from onemm_desktop.programme.rights_clock import MONTH, Nation, due
from onemm_wire.partitions import Role
from tests import region

TODAY = region.TODAY
SIAN = region.mentor_id(0)
DAYS = st.dates(date(2018, 5, 25), date(2040, 1, 1))
NATIONS = st.sampled_from(["england", "wales", "scotland", "northern_ireland"])


@pytest.mark.parametrize(
    ("received", "nation", "last"),
    [
        (date(2026, 9, 3), "england", date(2026, 10, 5)),  # 3 October is a Saturday
        (date(2026, 11, 25), "england", date(2026, 12, 29)),  # Christmas, Boxing Day on Monday, its substitute
        (date(2027, 1, 31), "england", date(2027, 3, 1)),  # no 31 February; the 28th is a Sunday
        (date(2028, 1, 30), "wales", date(2028, 2, 29)),
        (date(2026, 12, 2), "england", date(2027, 1, 4)),
        (date(2026, 12, 1), "scotland", date(2027, 1, 5)),  # 1 January and its weekend, then 2 January's substitute
        (date(2026, 6, 12), "northern_ireland", date(2026, 7, 14)),  # the Twelfth, on a Sunday, kept on Monday
    ],
)
def test_a_month_ends_as_the_calendar_says(received: date, nation: Nation, last: date) -> None:
    assert due(received, nation) == last


@given(received=DAYS, nation=NATIONS)
def test_an_answer_is_never_due_sooner_than_a_month_nor_on_a_day_off(received: date, nation: Nation) -> None:
    last = due(received, nation)
    assert received + MONTH <= last <= received + MONTH + timedelta(days=6)
    assert last.weekday() < 5
    assert due(received, nation, extended=True) > last
    assert due(last + timedelta(days=1), nation) >= last


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[Database, Desk]]:
    database, desk = region.laptop_of(tmp_path, "regional_manager", region.everything())
    yield database, desk
    database.close()


def do(office: tuple[Database, Desk], work: Callable[[Session], Change]) -> Change:
    database, desk = office
    with database.write(desk) as session:
        return work(session)


def waiting(office: tuple[Database, Desk], today: date = TODAY) -> list[Request]:
    with office[0].read() as session:
        return list(rights.open_requests(session, today=today))


def asked(office: tuple[Database, Desk], on: date = date(2026, 11, 3), what: rights.Asked = "access") -> str:
    change = do(office, lambda s: rights.receive(s, person=SIAN, asked=what, received_on=on, today=TODAY))
    ((_, request),) = change.touched
    return request


def test_a_request_waits_with_its_last_day_until_it_is_answered(office: tuple[Database, Desk]) -> None:
    asked(office, date(2026, 11, 20))
    first = asked(office)
    requests = waiting(office)
    assert [(one.name, one.due_on, one.days_left, one.pressing) for one in requests] == [
        ("Siân Llewellyn-Pritchard", date(2026, 12, 3), 12, False),
        ("Siân Llewellyn-Pritchard", date(2026, 12, 21), 30, False),
    ]
    assert waiting(office, date(2026, 12, 5))[0].days_left == -2
    assert waiting(office, date(2026, 11, 26))[0].pressing
    do(office, lambda s: rights.answer(s, request=first, answer="carried_out", on=TODAY))
    assert len(waiting(office)) == 1
    with pytest.raises(KnownError) as twice:
        do(office, lambda s: rights.answer(s, request=first, answer="refused", on=TODAY))
    assert twice.value.problem is Problem.ALREADY_DECIDED


def test_two_months_more_if_the_person_is_told_within_the_first(office: tuple[Database, Desk]) -> None:
    request = asked(office)
    for late in (date(2026, 12, 4), date(2026, 11, 2)):
        with pytest.raises(KnownError) as wrong:
            do(office, partial(rights.extend, request=request, told_on=late))
        assert wrong.value.problem is Problem.WRONG_VALUE
    assert waiting(office)[0].may_extend
    assert not waiting(office, date(2026, 12, 4))[0].may_extend
    do(office, lambda s: rights.extend(s, request=request, told_on=TODAY))
    (extended,) = waiting(office)
    assert (extended.due_on, extended.extended, extended.may_extend) == (date(2027, 2, 3), True, False)


def test_nothing_is_asked_tomorrow(office: tuple[Database, Desk]) -> None:
    with pytest.raises(KnownError) as wrong:
        asked(office, TODAY + timedelta(days=1))
    assert wrong.value.problem is Problem.WRONG_VALUE


def test_a_hold_is_seen_beside_the_request_until_it_is_lifted(office: tuple[Database, Desk]) -> None:
    asked(office, what="erasure")
    do(office, lambda s: rights.hold(s, person=SIAN, ground="investigation", on=TODAY))
    assert waiting(office)[0].held
    do(office, lambda s: rights.lift(s, person=SIAN, on=TODAY))
    assert not waiting(office)[0].held


@pytest.mark.parametrize(("role", "handles"), [("trainer", False), ("coordinator", False), ("staff", True)])
def test_who_answers_for_the_records_answers_requests(tmp_path: Path, role: Role, handles: bool) -> None:
    assert rights.may_handle(role) is handles
    database, desk = region.laptop_of(tmp_path, role, region.everything())
    try:
        if handles:
            asked((database, desk))
            with pytest.raises(KnownError):
                do((database, desk), lambda s: rights.hold(s, person=SIAN, ground="complaint", on=TODAY))
        else:
            with pytest.raises(KnownError) as refused:
                asked((database, desk))
            assert refused.value.problem is Problem.NOT_ALLOWED
    finally:
        database.close()

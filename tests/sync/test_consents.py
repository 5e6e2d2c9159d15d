"""Consents over a real centre: a withdrawal is heard on every laptop, and no laptop that comes late undoes it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from onemm_desktop.programme import consents
from onemm_desktop.programme.dates import day_of
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop, now
from tests.sync.records import identity

AALIYAH = identity(9_120)


def write(laptop: Laptop, given_on: date, **said: Any) -> None:
    """A parent's consent to taking part, of somebody who is under 18 or was then."""
    with laptop.at_work() as session:
        consents.record(
            session, person=AALIYAH, purpose="taking_part", wording="2026-09", given_by="parent_carer",
            giver_name="Noor Khan", informed=True, method="paper_form", given_on=given_on, **said,
        )  # fmt: skip


def withdraw(laptop: Laptop, on: date) -> None:
    with laptop.at_work() as session:
        consents.withdraw(session, person=AALIYAH, purpose="taking_part", by="parent_carer", on=on)


def standing(laptop: Laptop) -> str | None:
    with laptop.database.read() as session:
        return consents.refusal(session, AALIYAH, "surveys", day_of(now()))


@pytest.fixture
def desks(furnished: Centre, laptop: Laptop, new_laptop: NewLaptop) -> tuple[Laptop, Laptop, date]:
    """Two laptops that know of a consent a month old, and today."""
    second, today = new_laptop(), day_of(now())
    laptop.sync()
    write(laptop, today - timedelta(days=30))
    laptop.sync()
    second.sync()
    return laptop, second, today


def test_a_withdrawal_takes_somebody_out_on_every_laptop(desks: tuple[Laptop, Laptop, date]) -> None:
    laptop, second, today = desks
    assert (standing(laptop), standing(second)) == (None, None)
    withdraw(laptop, today)
    assert standing(laptop) == "withdrawn", "at once, before any sync"
    laptop.sync()
    second.sync()
    assert standing(second) == "withdrawn"


def test_two_laptops_that_withdraw_apart_agree_without_asking_anybody(desks: tuple[Laptop, Laptop, date]) -> None:
    laptop, second, today = desks
    withdraw(laptop, today)
    withdraw(second, today - timedelta(days=3))
    laptop.sync()
    assert second.sync().attention == 0
    laptop.sync()
    for desk in (laptop, second):
        (consent,) = desk.records("consent").values()
        assert consent["withdrawn_on"] == (today - timedelta(days=3)).isoformat(), "the earlier day stands"


def test_a_consent_written_down_apart_does_not_outlive_a_withdrawal_of_that_day(
    desks: tuple[Laptop, Laptop, date],
) -> None:
    laptop, second, today = desks
    withdraw(laptop, today)
    write(second, today)  # it cannot know yet
    assert standing(second) is None
    laptop.sync()
    second.sync()
    laptop.sync()
    assert (standing(laptop), standing(second)) == ("withdrawn", "withdrawn")


def test_a_consent_of_before_a_withdrawal_that_arrives_after_it_does_not_count(
    desks: tuple[Laptop, Laptop, date],
) -> None:
    laptop, second, today = desks
    withdraw(laptop, today)
    laptop.sync()
    write(second, today - timedelta(days=2), valid_until=today + timedelta(days=365))
    second.sync()
    laptop.sync()
    assert (standing(laptop), standing(second)) == ("withdrawn", "withdrawn")

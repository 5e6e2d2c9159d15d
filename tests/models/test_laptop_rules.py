"""Rules for laptops are dated data: the newest that is valid counts, a region's own before those for all."""

from __future__ import annotations

from datetime import date

import pytest

from onemm_desktop.models import DevicePolicy
from onemm_desktop.models.database import Database
from onemm_desktop.models.laptop_rules import Rules, enough, rules

DAY = date(2026, 11, 21)


def rules_with(database: Database, *laid_down: tuple[str, date, int]) -> Rules:
    """What counts in London after these were laid down: region, day, days without the centre."""
    with database.sync_write() as session:
        for number, (region, day, lease) in enumerate(laid_down):
            session.add(
                DevicePolicy(id=f"{number:03}", partition="national", region=region, valid_from=day, lease_days=lease)
            )
    with database.read() as session:
        return rules(session, region="LDN", day=DAY)


def test_a_laptop_that_was_told_nothing_has_the_programs_own_rules(database: Database) -> None:
    assert rules_with(database) == Rules(unlock="keyring", pin_digits=6, lock_after_minutes=15, lease_days=21)


@pytest.mark.parametrize(
    ("laid_down", "counts"),
    [
        ([("", date(2026, 1, 1), 10), ("", date(2026, 6, 1), 20)], 20),
        ([("", date(2026, 1, 1), 10), ("", date(2026, 11, 22), 20)], 10),
        ([("LDN", date(2026, 1, 1), 10), ("", date(2026, 6, 1), 20)], 10),
        ([("CDF", date(2026, 1, 1), 10), ("", date(2025, 6, 1), 20)], 20),
        ([("LDN", date(2026, 1, 1), 10), ("LDN", date(2026, 1, 1), 20)], 20),
        ([("LDN", DAY, 10)], 10),
    ],
    ids=["the newest", "not tomorrow's", "the region's own", "no other region's", "the later made", "from its day on"],
)
def test_which_rules_count(database: Database, laid_down: list[tuple[str, date, int]], counts: int) -> None:
    assert rules_with(database, *laid_down).lease_days == counts


def test_a_way_of_opening_that_a_newer_program_knows_is_the_strongest_of_this_one(database: Database) -> None:
    with database.sync_write() as session:
        session.add(DevicePolicy(id="1", partition="national", valid_from=DAY, unlock="token"))
    with database.read() as session:
        assert rules(session, region="LDN", day=DAY).unlock == "passphrase"


def test_more_than_the_rules_ask_for_is_enough() -> None:
    assert enough("passphrase", "pin")
    assert enough("keyring", "keyring")
    assert not enough("keyring", "pin")

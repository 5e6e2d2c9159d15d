"""The rules of the lights: what is ready, what wants an errand, what spoils a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onemm_desktop.machine import Machine
from onemm_desktop.models import Device, DevicePolicy, Lease
from onemm_desktop.programme import preflight
from onemm_desktop.programme.preflight import Finding
from onemm_wire.records.devices import Unlock
from tests.training_day import MORNING, Day


def found(day: Day, check: str, unlock: Unlock = "pin") -> Finding:
    with day.database.read() as session:
        findings = preflight.of_the_records(
            session, event=day.event, now=day.clock(), role=day.desk.role, unlock=unlock
        )
    return next(one for one in findings if one.check == check)


@pytest.mark.parametrize(
    ("verified", "met", "unsent", "waiting", "light"),
    [
        (MORNING, True, 0, 0, "ok"),
        (MORNING, True, 3, 0, "warn"),
        (MORNING, True, 0, 2, "warn"),
        (MORNING - timedelta(hours=5), False, 0, 0, "warn"),
        (MORNING - timedelta(hours=25), False, 0, 0, "bad"),
        (None, False, 0, 0, "bad"),
    ],
)
def test_a_copy_is_ready_when_it_equals_the_centre(
    verified: None, met: bool, unsent: int, waiting: int, light: str
) -> None:
    said = preflight.of_the_copy(verified=verified, met=met, unsent=unsent, waiting=waiting, now=MORNING)
    assert said.light == light


@pytest.mark.parametrize(
    ("machine", "disk", "battery"),
    [
        (Machine(50_000_000_000, None, True), "ok", "ok"),
        (Machine(900_000_000, 100, False), "warn", "ok"),
        (Machine(100_000_000, 60, False), "bad", "warn"),
        (Machine(50_000_000_000, 10, False), "ok", "bad"),
        (Machine(50_000_000_000, 10, True), "ok", "ok"),
    ],
)
def test_disk_and_battery(machine: Machine, disk: str, battery: str) -> None:
    assert [one.light for one in preflight.of_the_machine(machine)] == [disk, battery]


def test_a_cancelled_event_is_not_ready(day: Day) -> None:
    assert found(day, "event").light == "ok"
    day.event = day.add_event(state="cancelled")
    assert found(day, "event") == Finding("event", "bad", "cancelled")


def test_the_lease_must_last_until_the_event_is_over(day: Day) -> None:
    with day.database.sync_write() as session:
        session.add(Lease(wall=MORNING, age=0.0))
    day.event = day.add_event(starts_at=MORNING + timedelta(days=10), ends_at=MORNING + timedelta(days=10, hours=5))
    assert found(day, "lease").light == "ok"
    day.event = day.add_event(starts_at=MORNING + timedelta(days=20), ends_at=MORNING + timedelta(days=20, hours=5))
    assert found(day, "lease").light == "warn"
    day.event = day.add_event(starts_at=MORNING + timedelta(days=21), ends_at=MORNING + timedelta(days=21, hours=5))
    assert found(day, "lease").light == "bad"


def test_the_lock_is_held_against_the_rules_of_the_day(day: Day) -> None:
    policy = {"partition": "national", "unlock": "pin", "pin_digits": 6, "lease_days": 21}
    day.keep(DevicePolicy(id=day.new_id(), valid_from=date(2020, 1, 1), lock_after_minutes=15, **policy))
    assert found(day, "lock", "keyring") == Finding("lock", "bad", "weak")
    assert found(day, "lock", "pin").light == "ok"
    day.keep(DevicePolicy(id=day.new_id(), valid_from=date(2021, 1, 1), lock_after_minutes=2, **policy))
    assert found(day, "lock", "pin").about == "hasty"


def test_there_must_be_a_number_for_everybody_who_is_booked(day: Day) -> None:
    day.book("Ffion", "Prys")
    day.book("Rhys", "Morgan")
    assert found(day, "numbers").light == "ok"
    with day.database.sync_write() as session:
        session.query(Device).one().next_certificate = preflight.LAST_NUMBER
    assert found(day, "numbers").light == "bad", "one number for two people"


def test_the_last_run_is_kept_in_place_of_the_one_before(day: Day) -> None:
    person = day.book("Ffion", "Prys")
    first = (Finding("names", "warn", "unprintable", {"count": "1"}, (person,)),)
    day.do(lambda session: preflight.keep(session, event=day.event, at=MORNING, findings=first))
    with day.database.read() as session:
        run = preflight.last(session, event=day.event)
    assert run is not None
    assert (run.findings, run.names, run.to_do, run.light) == (first, {person: "Ffion Prys"}, 1, "warn")
    later = MORNING + timedelta(hours=1)
    day.do(lambda session: preflight.keep(session, event=day.event, at=later, findings=[Finding("disk", "ok", "free")]))
    with day.database.read() as session:
        kept = preflight.last(session, event=day.event)
    assert kept is not None
    assert (kept.at, kept.light, kept.to_do) == (later, "ok", 0)

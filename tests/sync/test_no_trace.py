"""No byte is left in a laptop's file of what it may no longer hold or what was erased, not in a free page either."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from onemm_central.records.erasure import erase
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Contact, Device, Mentee, Op
from onemm_desktop.models.database import Database
from onemm_desktop.sync import rows, scope, traces
from onemm_desktop.sync.mapping import row_of, shape_of
from onemm_wire import records
from onemm_wire.partitions import partner, region
from tests.central_service import Centre
from tests.raw_pages import found_in
from tests.sync.laptop import KEY, Laptop, NewLaptop
from tests.sync.records import identity, mentor

LONDON = region("LDN")
SCHOOL = partner(identity(9_100))
#: So many that pages are split and joined: what moves to another page leaves a copy in the gap of the first.
NAMES = [f"Zofia{number}Wójcik" for number in range(600)]


def young_person(number: int) -> records.Mentee:
    return records.Mentee(
        id=identity(20_000 + number * 7919 % 600),
        reference=f"LDN-Y-{number}",
        partner_id=identity(9_100),
        given_name=NAMES[number],
        family_name="Khan",
        date_of_birth=date(2009, 5, 4),
        notes="x" * (number * 37 % 400),
    )


@pytest.fixture
def school(furnished: Centre, laptop: Laptop) -> Laptop:
    """A laptop that holds a school full of young people, and has written about one of them."""
    for first in range(0, len(NAMES), 200):
        furnished.put(SCHOOL, *map(young_person, range(first, first + 200)))
        laptop.sync()
    with laptop.at_work(label="mentee_changed") as session:
        child = session.scalars(select(Mentee).where(Mentee.given_name == NAMES[7])).one()
        child.notes = f"{NAMES[8]} is a friend"
    laptop.sync()
    assert found(laptop) == set(NAMES)
    return laptop


def found(laptop: Laptop) -> set[str]:
    return found_in(laptop.folder / "records.db", KEY, *NAMES)


def other_work(centre: Centre) -> None:
    centre.sql("UPDATE role SET role = 'coordinator'")


def test_what_was_purged_is_nowhere_in_the_file_nor_in_copies_of_it(furnished: Centre, school: Laptop) -> None:
    copy = school.folder / "records.db.before-0002-was-0001"
    copy.write_bytes((school.folder / "records.db").read_bytes())
    other_work(furnished)
    school.sync()
    assert found(school) == set()
    assert not school.device.traces
    assert not copy.exists()


def test_what_waits_is_kept_and_only_that(furnished: Centre, school: Laptop) -> None:
    with school.at_work() as session:
        session.scalars(select(Mentee).where(Mentee.given_name == NAMES[9])).one().notes = f"{NAMES[10]} rang"
    other_work(furnished)
    school.sync()
    # What its author still has to see says what was written and what that replaced, and nothing of the record else.
    assert found(school) == {NAMES[10]}
    assert school.ops() == [(1, "done"), (2, "parked")]


def test_a_disk_without_room_for_it_is_tried_again(
    furnished: Centre, school: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(self: Database) -> bool:
        raise KnownError(Problem.DISK_FULL)

    other_work(furnished)
    with monkeypatch.context() as full:
        full.setattr(Database, "write_anew", no_room)
        assert school.sync().problem is None
    assert school.device.traces
    assert found(school)
    school.sync()
    assert found(school) == set()


def test_nothing_is_written_anew_where_nothing_left(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Database, "write_anew")
    laptop.sync()
    laptop.change_mentor(identity(0), notes="prefers mornings")
    assert laptop.sync().problem is None


def test_an_erased_child_leaves_nothing_and_the_others_stay(furnished: Centre, school: Laptop) -> None:
    child = identity(20_000 + 7 * 7919 % 600)
    with furnished.database.connection() as connection:
        erase(connection, "mentee", child, reason="asked for it", author="test")
    school.sync()
    # The friend's name stood in a note of the erased record alone: his own record stays.
    assert found(school) == {*NAMES} - {NAMES[7]}


def test_a_question_of_a_lost_place_is_left_to_those_who_are_still_there(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop
) -> None:
    second = new_laptop()
    for desk, email in ((laptop, "first@example.org"), (second, "second@example.org")):
        desk.sync()
        with desk.at_work(label="contact_changed") as session:
            session.scalars(select(Contact)).one().email = email
    laptop.sync()
    second.sync()
    assert second.sync().attention == 1
    furnished.sql("UPDATE role SET role = 'coordinator' WHERE account_id = %s", second.device.user_id)
    assert second.sync().attention == 0
    assert found_in(second.folder / "records.db", KEY, "second@example.org", "first@example.org") == set()
    laptop.sync()
    (question,) = laptop.records("conflict").values()
    assert (question["state"], question["laptop"]) == ("open", "second@example.org")


def test_whoever_has_no_role_keeps_only_what_is_theirs_to_see_to_until_it_is_given_back(
    furnished: Centre, school: Laptop
) -> None:
    (role,) = furnished.sql("SELECT account_id, region, role FROM role")
    school.change_mentor(identity(0), notes="prefers mornings")
    furnished.sql("DELETE FROM role")
    status = school.sync()
    assert status.problem is not None and status.problem.problem is Problem.NO_ROLE
    assert (status.state, status.unsent, status.attention) == ("attention", 0, 1)
    assert school.partitions() == set()
    assert found(school) == set()
    assert furnished.sql("SELECT op -> 'fields' ->> 'notes' FROM inbox") == [("prefers mornings",)]
    with school.database.read() as session:
        assert session.scalars(select(Device.scope)).one() == []
        assert [op.fields for op in session.scalars(select(Op).where(Op.state != "done"))] == [
            {"notes": "prefers mornings"}
        ]
    furnished.sql("INSERT INTO role (account_id, region, role) VALUES (%s, %s, %s)", *role)
    assert school.sync().problem is None
    assert len(school.records("mentee")) == len(NAMES) + 1


def test_what_moved_to_another_page_leaves_nothing_in_the_gap_of_the_first(database: Database, tmp_path: Path) -> None:
    """``secure_delete`` alone leaves names here: two schools lie in the same pages, which were split on the way."""
    chance = random.Random(3)
    places = [chance.choice((LONDON, "region/CDF")) for _ in range(4_000)]
    people = [
        msgspec.to_builtins(
            mentor(n, id=str(chance.random()), job_title=f"Gone{n}x", notes="x" * chance.randrange(300))
        )
        for n in range(len(places))
    ]
    lines = [row_of(shape_of("mentor"), one["id"], place, 1, one) for one, place in zip(people, places, strict=True)]
    for first in range(0, len(lines), 500):
        with database.sync_write() as session:
            rows.upsert(session, "mentor", lines[first : first + 500])
    with database.sync_write() as session:
        scope.purge(session, [LONDON])
    assert traces.remove(database)
    gone = [one["job_title"] for one, place in zip(people, places, strict=True) if place == LONDON]
    assert found_in(tmp_path / "records.db", KEY, *gone) == set()

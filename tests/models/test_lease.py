"""Three weeks without the centre are three weeks, whatever the clock on the wall is made to say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from onemm_desktop.models import DevicePolicy, Lease
from onemm_desktop.models.database import Database
from onemm_desktop.models.lease import ASKED, DAY, HOUR, answered, asked, count, days_left, heard
from onemm_desktop.uptime import Moment, moments
from tests.fixtures_desktop import MORNING

MET = Moment(MORNING, "monday", 100.0)


@dataclass
class Laptop:
    """A laptop that met the centre at ``MET``."""

    database: Database

    def meets_the_centre(self, now: Moment = MET) -> None:
        with self.database.sync_write() as session:
            heard(session, now)

    def looks(self, now: Moment) -> float:
        """The days that it has counted."""
        with self.database.sync_write() as session:
            return count(session, now) / DAY

    def writes(self, file: str, now: Moment) -> None:
        """A file of changes, on a stick."""
        with self.database.sync_write() as session:
            asked(session, now, file)

    def is_answered(self, file: str, now: Moment) -> None:
        """The answer to that file comes back on the stick."""
        with self.database.sync_write() as session:
            answered(session, now, file)

    @property
    def left(self) -> int | None:
        with self.database.read() as session:
            return days_left(session)


@pytest.fixture
def laptop(database: Database) -> Laptop:
    laptop = Laptop(database)
    laptop.meets_the_centre()
    return laptop


def later(since: Moment, *, boot: str = "", running: float = 0.0, **wall: float) -> Moment:
    """A moment after another one, by the wall clock and by the seconds of a run."""
    moved = replace(since, wall=since.wall + timedelta(**wall), since_boot=since.since_boot + running)
    return replace(moved, boot=boot, since_boot=5.0) if boot else moved


def test_a_laptop_that_was_off_counts_the_days_on_the_wall(laptop: Laptop) -> None:
    assert laptop.looks(later(MET, boot="friday", days=4)) == 4
    assert laptop.left == 17


def test_after_three_weeks_nothing_is_left_until_the_centre_is_heard_again(laptop: Laptop) -> None:
    now = later(MET, boot="friday", days=21)
    laptop.looks(now)
    assert laptop.left == 0
    laptop.meets_the_centre(now)
    assert laptop.left == 21


def test_a_clock_set_back_while_the_program_runs_changes_nothing(laptop: Laptop) -> None:
    assert laptop.looks(later(MET, running=3 * DAY, days=-400)) == 3


def test_a_clock_set_back_between_two_starts_costs_a_day_each_time(laptop: Laptop) -> None:
    now = MET
    for start in range(21):
        now = later(now, boot=f"start {start}", days=-1)
        laptop.looks(now)
    assert laptop.left == 0


def test_a_clock_that_is_held_still_costs_an_hour_each_start(laptop: Laptop) -> None:
    assert laptop.looks(later(MET, boot="friday", seconds=1)) * DAY == HOUR


def test_a_clock_wrong_by_years_but_steadily_counts_as_it_should(laptop: Laptop) -> None:
    wrong = Moment(datetime(1970, 1, 1, tzinfo=UTC), "monday", 10.0)
    laptop.meets_the_centre(later(MET, boot="x", days=1))
    laptop.meets_the_centre(wrong)
    assert laptop.looks(later(wrong, boot="friday", days=4)) == 4


def test_a_clock_that_the_network_puts_right_in_the_middle_of_a_run_counts_nothing(laptop: Laptop) -> None:
    assert laptop.looks(later(MET, running=60, days=4_000)) * DAY == 60


def test_a_clock_set_forward_by_mistake_locks_and_the_centre_mends_it(laptop: Laptop) -> None:
    mistaken = later(MET, boot="friday", days=3_650)
    laptop.looks(mistaken)
    assert laptop.left is not None
    assert laptop.left < 0
    laptop.meets_the_centre(mistaken)
    assert laptop.left == 21
    assert laptop.looks(later(mistaken, boot="saturday", days=-3_649)) == 1, "put right again, it costs a day"


def test_how_many_days_is_what_the_rules_say(laptop: Laptop, database: Database) -> None:
    with database.sync_write() as session:
        session.add(DevicePolicy(id="1", partition="national", valid_from=MORNING.date(), lease_days=3))
    assert laptop.left == 3


def test_hearing_the_centre_every_minute_writes_once_an_hour(laptop: Laptop, database: Database) -> None:
    def begun() -> float:
        with database.read() as session:
            return session.scalars(select(Lease)).one().since_boot

    laptop.meets_the_centre(later(MET, running=60, minutes=1))
    assert begun() == MET.since_boot
    laptop.meets_the_centre(later(MET, running=HOUR, hours=1))
    assert begun() == MET.since_boot + HOUR


def test_an_answered_file_sets_the_count_back_to_when_it_was_written(laptop: Laptop) -> None:
    friday = later(MET, boot="friday", days=10)
    laptop.writes("first", friday)
    laptop.writes("second", later(friday, running=2 * DAY, days=2))
    monday = later(friday, boot="monday", days=5)
    laptop.is_answered("first", monday)
    assert laptop.looks(monday) == 5
    laptop.is_answered("second", monday)
    assert laptop.looks(monday) == 3


def test_an_answer_brought_again_or_to_nothing_gains_no_day(laptop: Laptop) -> None:
    laptop.writes("file", MET)
    laptop.writes("older", MET)
    friday = later(MET, boot="friday", days=10)
    laptop.meets_the_centre(friday)
    much_later = later(friday, boot="monday", days=20)
    for file in ("file", "file", "older", "another's", ""):
        laptop.is_answered(file, much_later)
        assert laptop.looks(much_later) == 20, file


def test_a_newer_answer_makes_an_older_one_worthless(laptop: Laptop) -> None:
    laptop.writes("older", later(MET, running=DAY))
    laptop.writes("newer", later(MET, running=4 * DAY))
    now = later(MET, running=6 * DAY)
    for file in ("newer", "older", "newer"):
        laptop.is_answered(file, now)
        assert laptop.looks(now) == 2


def test_only_so_many_files_are_waited_for(laptop: Laptop) -> None:
    for number in range(ASKED + 1):
        laptop.writes(str(number), later(MET, running=DAY))
    now = later(MET, running=2 * DAY)
    laptop.is_answered("0", now)
    assert laptop.looks(now) == 2
    laptop.is_answered("1", now)
    assert laptop.looks(now) == 1


def test_this_machine_tells_its_runs_apart_and_counts_on() -> None:
    here = moments(lambda: MORNING)
    one, two = here(), here()
    assert one.boot == two.boot != ""
    assert 0 <= two.since_boot - one.since_boot < HOUR

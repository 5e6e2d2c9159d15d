"""A first sync may be stopped, killed, worked beside: it goes on where it was and misses nothing."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Mentor
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.calls import Call
from onemm_desktop.sync.pages import Page
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.transport import Timeouts, Transport
from onemm_wire.partitions import region
from onemm_wire.protocol import PageAsked
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop, now, watched
from tests.sync.records import furnish, identity, mentor

CARDS = 95


@pytest.fixture
def full(centre: Centre) -> Centre:
    """A centre whose London takes ten pages of ten."""
    furnish(centre, mentors_per_region=CARDS)
    return centre


def test_every_page_is_asked_for_once(full: Centre, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    transport = watched(laptop)
    laptop.sync(page_records=10)
    assert laptop.records("mentor") == full.records("mentor", region("LDN"))
    places = [(asked.partition, asked.after, asked.week_of is not None) for asked in transport.asked]
    assert len(places) == len(set(places))


def test_the_first_pages_of_all_partitions_come_before_the_second_of_any(full: Centre, new_laptop: NewLaptop) -> None:
    """So what today needs is there first, and the total is known early."""
    laptop = new_laptop()
    transport = watched(laptop)
    laptop.sync(page_records=10)
    order = [asked.partition for asked in transport.asked if asked.week_of is None]
    scope = laptop.device.scope
    assert order[: len(scope)] == scope
    assert set(order[len(scope) :]) == {region("LDN")}
    told = [(status.received, status.total) for status in laptop.statuses if status.total]
    assert told == sorted(told)
    bytes_told = [status.travelled for status in laptop.statuses if status.total]
    assert bytes_told == sorted(bytes_told)
    assert 0 < bytes_told[-1] < sum(transport.inflated), "they came over the line squeezed"
    assert told[-1] == (told[-1][1], told[-1][1])


def test_a_cancelled_first_sync_goes_on_where_it_was(full: Centre, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    first = watched(laptop)
    stopped = laptop.sync(lambda: len(laptop.statuses) >= 7, page_records=10)
    assert stopped.problem is not None and stopped.problem.problem is Problem.CANCELLED
    assert stopped.state == "never"
    kept = sum(place.records for place in laptop.progress().values())
    assert 0 < kept < CARDS
    assert not laptop.device.first_sync_done

    second = watched(laptop)
    ended = laptop.sync(page_records=10)
    assert (ended.state, ended.problem) == ("online", None)
    assert laptop.records("mentor") == full.records("mentor", region("LDN"))
    repeated = _places(first.asked) & _places(second.asked)
    # Only a page that was on its way when the line was left.
    assert len(repeated) <= 1


@pytest.mark.parametrize("after_pages", [1, 4, 9])
def test_a_first_sync_that_is_killed_repeats_one_page_at_most(
    full: Centre, new_laptop: NewLaptop, after_pages: int
) -> None:
    laptop = new_laptop()
    laptop.database.close()
    _kill_after(laptop, after_pages)
    laptop.reopen()
    before = laptop.progress()
    transport = watched(laptop)
    laptop.sync(page_records=10)
    assert laptop.records("mentor") == full.records("mentor", region("LDN"))
    # Nothing that was kept is fetched again: at most the page that was being written.
    complete = {name for name, place in before.items() if place.complete}
    assert not complete & {asked.partition for asked in transport.asked}
    pages = -(-(CARDS + 2) // 10)
    kept = before[region("LDN")].records // 10 if region("LDN") in before else 0
    assert sum(asked.partition == region("LDN") and asked.week_of is None for asked in transport.asked) == pages - kept


def test_what_the_office_changes_during_the_first_sync_is_not_missed(full: Centre, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    changed = itertools.count()

    def office_works() -> bool:
        if next(changed) == 6:
            full.put(region("LDN"), mentor(0, notes="changed meanwhile"), mentor(700))
            full.sql("DELETE FROM record WHERE id = %s", identity(1))
        return False

    laptop.sync(office_works, page_records=10)
    assert laptop.records("mentor") == full.records("mentor", region("LDN"))
    assert laptop.record("mentor", identity(1)) is None


def test_a_centre_that_is_restored_in_the_middle_is_read_from_the_beginning(
    full: Centre, new_laptop: NewLaptop
) -> None:
    laptop = new_laptop()
    looks = itertools.count()

    def restored() -> bool:
        if next(looks) == 8:
            full.sql("UPDATE centre SET epoch = 'second'")
        return False

    assert laptop.sync(restored, page_records=10).problem is None
    assert laptop.device.epoch == "second"
    assert laptop.records("mentor") == full.records("mentor", region("LDN"))


def test_work_done_during_the_first_sync_stays_on_top(full: Centre, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.sync(lambda: laptop.count(Mentor) >= 20, page_records=10)
    laptop.change_mentor(identity(0), notes="typed early")
    laptop.sync(page_records=10)
    assert full.records("mentor")[identity(0)]["notes"] == "typed early"
    assert laptop.records("mentor") == full.records("mentor", region("LDN"))


def test_a_line_that_breaks_under_long_pages_gets_shorter_ones(centre: Centre, new_laptop: NewLaptop) -> None:
    furnish(centre, mentors_per_region=300)
    laptop = new_laptop()

    class Slow(Transport):
        """Breaks whenever an answer takes more than a hundred records."""

        def ask_for(self, asked: PageAsked) -> Call[Page]:
            if asked.limit > 100:
                raise KnownError(Problem.UNREACHABLE)
            return super().ask_for(asked)

    laptop.transport.close()
    laptop.transport = Slow(laptop.device.address, laptop.secrets[enrolment.TOKEN].decode())
    runner = Runner(laptop.database, laptop.transport, clock=now)
    states = [runner.run().state for _ in range(6)]
    assert states[0] == "offline"
    assert states[-1] == "online"
    assert laptop.records("mentor") == centre.records("mentor", region("LDN"))


@pytest.mark.timeout(20)
def test_cancelling_does_not_wait_for_a_centre_that_hangs(laptop: Laptop, silent_address: str) -> None:
    laptop.transport = Transport(silent_address, "token", timeouts=Timeouts(read=600))
    looks = iter([False])
    status = laptop.sync(lambda: next(looks, True))
    assert status.problem is not None and status.problem.problem is Problem.CANCELLED


def _places(asked: list[PageAsked]) -> set[tuple[str, tuple[str, str] | None]]:
    return {(one.partition, one.after) for one in asked if one.week_of is None}


def _kill_after(laptop: Laptop, pages: int) -> None:
    """Run the first sync in a process and kill it as soon as so many pages are kept."""
    token = laptop.folder / "token"
    token.write_bytes(laptop.secrets[enrolment.TOKEN])
    command = [sys.executable, "-m", "tests.sync.first_sync_process", str(laptop.folder), str(token)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(pages):
            assert process.stdout.readline()
        process.kill()

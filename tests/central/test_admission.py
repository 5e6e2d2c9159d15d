"""When all laptops come at once: first syncs take turns, changes pass by, and nobody is starved or too fast."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from onemm_central.database import Database
from onemm_central.refusals import Refused
from onemm_central.sync import routes
from onemm_central.sync.admission import MANY, Admission, Limits
from onemm_central.sync.page import page
from onemm_wire.errors import Code
from onemm_wire.records import Mentor
from tests.central.laptops import LONDON, Laptop
from tests.central_service import Centre


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Visitors:
    """People at a door, each of whom stays inside until told to go."""

    def __init__(self, **limits: Any) -> None:
        self.clock = Clock()
        self.door = Admission(Limits(**limits), self.clock)
        self.inside: list[str] = []
        self._leaving: dict[str, asyncio.Event] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def come(self, *names: str) -> None:
        for name in names:
            self._leaving[name] = asyncio.Event()
            self._tasks[name] = asyncio.create_task(self._visit(name))
        await self._settle()

    async def go(self, *names: str) -> None:
        for name in names:
            self._leaving[name].set()
        await self._settle()

    async def hang_up(self, name: str) -> None:
        self._tasks[name].cancel()
        await self._settle()

    async def answer_to(self, name: str) -> Refused | None:
        """What somebody was told who is no longer here: None if all went well."""
        try:
            await self._tasks[name]
        except Refused as refused:
            return refused
        return None

    async def _visit(self, name: str) -> None:
        async with self.door.turn(name):
            self.inside.append(name)
            await self._leaving[name].wait()
            self.inside.remove(name)

    async def _settle(self) -> None:
        for _ in range(10):
            await asyncio.sleep(0)


def story(tell: Callable[[], Awaitable[None]]) -> None:
    async def told() -> None:
        await tell()

    asyncio.run(told())


# --- the door ----------------------------------------------------------------------------------------------------


def test_so_many_at_a_time_and_the_others_in_their_order() -> None:
    async def tell() -> None:
        visitors = Visitors(pages=2)
        await visitors.come("a", "b", "c", "d", "e")
        assert visitors.inside == ["a", "b"]
        await visitors.go("b")
        assert visitors.inside == ["a", "c"]
        await visitors.go("a", "c")
        assert visitors.inside == ["d", "e"]
        await visitors.go("d", "e")
        assert visitors.inside == []

    story(tell)


def test_who_waited_too_long_is_told_when_to_come_again_and_keeps_the_place() -> None:
    async def tell() -> None:
        visitors = Visitors(pages=1, patience=0.01)
        await visitors.come("a", "b")
        told = await visitors.answer_to("b")
        assert told is not None
        assert (told.code, told.retry_after) == (Code.BUSY, 1.0)
        visitors.door.limits = Limits(pages=1)
        await visitors.come("c", "b")
        await visitors.go("a")
        assert visitors.inside == ["b"]
        await visitors.go("b")
        assert visitors.inside == ["c"]
        await visitors.go("c")

    story(tell)


def test_a_free_place_is_never_kept_for_somebody_who_is_away() -> None:
    async def tell() -> None:
        visitors = Visitors(pages=1, patience=0.01)
        await visitors.come("a", "b")
        assert await visitors.answer_to("b") is not None
        await visitors.go("a")
        await visitors.come("c")
        assert visitors.inside == ["c"]
        await visitors.go("c")

    story(tell)


def test_a_ticket_is_good_for_a_while_only() -> None:
    async def tell() -> None:
        visitors = Visitors(pages=1, patience=0.01, ticket=60)
        await visitors.come("a", "b")
        assert await visitors.answer_to("b") is not None
        visitors.clock.now += 61
        visitors.door.limits = Limits(pages=1, ticket=60)
        await visitors.come("c", "b")
        await visitors.go("a")
        assert visitors.inside == ["c"]
        await visitors.go("c", "b")

    story(tell)


def test_the_queue_has_an_end_and_the_further_back_the_longer_the_pause() -> None:
    async def tell() -> None:
        visitors = Visitors(pages=1, waiting=3)
        await visitors.come("a", "b", "c", "d", "e")
        told = await visitors.answer_to("e")
        assert told is not None
        assert (told.code, told.retry_after) == (Code.BUSY, 4.0)
        for name in "abcd":
            await visitors.go(name)
        assert visitors.inside == []

    story(tell)


def test_a_second_request_of_one_laptop_does_not_queue_twice() -> None:
    async def tell() -> None:
        visitors = Visitors(pages=1)
        await visitors.come("a", "b")
        with pytest.raises(Refused):
            async with visitors.door.turn("b"):
                pass
        await visitors.go("a")
        assert visitors.inside == ["b"]
        await visitors.go("b")

    story(tell)


def test_who_hangs_up_while_waiting_or_inside_blocks_nobody() -> None:
    async def tell() -> None:
        visitors = Visitors(pages=1)
        await visitors.come("a", "b", "c", "d")
        await visitors.hang_up("b")
        await visitors.hang_up("a")
        assert visitors.inside[-1] == "c"
        # Called, and gone in the same moment.
        visitors._leaving["c"].set()
        visitors._tasks["d"].cancel()
        await visitors._settle()
        await visitors.come("e")
        assert visitors.inside[-1] == "e"
        await visitors.go("e")

    story(tell)


# --- the rate ----------------------------------------------------------------------------------------------------


def test_a_laptop_that_asks_without_end_is_slowed_down_and_nobody_else() -> None:
    clock = Clock()
    door = Admission(Limits(burst=3, rate=0.5), clock)
    for _ in range(3):
        door.knock("runaway")
    with pytest.raises(Refused) as refused:
        door.knock("runaway")
    assert (refused.value.code, refused.value.status, refused.value.retry_after) == (Code.TOO_FAST, 429, 2.0)
    door.knock("quiet")
    clock.now += 2
    door.knock("runaway")
    with pytest.raises(Refused):
        door.knock("runaway")


def test_tokens_that_nobody_knows_do_not_fill_the_memory() -> None:
    door = Admission(Limits(), Clock())
    for number in range(2 * MANY):
        door.knock(f"made up {number}")
    assert len(door._buckets) <= MANY


# --- over HTTP ---------------------------------------------------------------------------------------------------


@pytest.fixture
def narrow(centre_database: Database) -> Iterator[Centre]:
    """A centre with room for two first syncs and little patience, and fifty mentors."""
    centre = Centre(centre_database, Limits(pages=2, patience=5))
    centre.start()
    mentors = (Mentor(id=f"m{number:03}", reference="r", given_name="Ewa", family_name="Nowak") for number in range(50))
    centre.put(LONDON, *mentors)
    centre.add_user("rhian@example.org", role="staff")
    yield centre
    centre.stop()


def first_sync(laptop: Laptop) -> int:
    """Page by page, as often as it takes; answers how many records came."""
    count, after, more = 0, None, True
    while more:
        answer = laptop.post("/sync/page", {"partition": LONDON, "after": after, "limit": 10})
        if answer.status_code == 503:
            assert "Retry-After" in answer.headers
            continue
        head, *lines = answer.text.splitlines()
        count += len(lines)
        after = json.loads(head)["next"]
        more = after is not None
    return count


def test_many_laptops_at_once_all_get_everything(narrow: Centre) -> None:
    laptops = [Laptop(narrow, "rhian@example.org") for _ in range(10)]
    with ThreadPoolExecutor(10) as pool:
        assert list(pool.map(first_sync, laptops)) == [50] * 10


def test_changes_pass_by_while_every_place_is_taken(narrow: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    laptops = [Laptop(narrow, "rhian@example.org") for _ in range(8)]
    inside, finish = threading.Semaphore(0), threading.Event()

    def slow_page(*asked: Any) -> bytes:
        inside.release()
        assert finish.wait(60)
        return page(*asked)

    monkeypatch.setattr(routes, "page", slow_page)
    with ThreadPoolExecutor(8) as pool:
        try:
            fetching = [pool.submit(first_sync, laptop) for laptop in laptops]
            assert all(inside.acquire(timeout=30) for _ in range(2))
            assert not inside.acquire(blocking=False)
            for laptop in laptops:
                assert laptop.statuses(laptop.op("update", "m001", fields={"notes": ""}, read={"notes": 1})) == [
                    "applied"
                ]
                assert laptop.pull()["changes"] == []
        finally:
            finish.set()
        assert [work.result() for work in fetching] == [50] * 8


def test_a_runaway_laptop_is_told_over_http(centre_database: Database) -> None:
    centre = Centre(centre_database, Limits(burst=2, rate=0.001))
    centre.start()
    centre.add_user("rhian@example.org", role="staff")
    laptop = Laptop(centre, "rhian@example.org")
    laptop.pull()
    laptop.pull()
    answer = laptop.post("/sync/push", {"ops": []})
    assert (answer.status_code, answer.json()["code"], answer.headers["Retry-After"]) == (429, "too_fast", "1000")
    # Carrying others' files is no way around it.
    assert laptop.post("/bundles", {}).json()["code"] == "too_fast"
    assert Laptop(centre, "rhian@example.org").pull()["changes"] == []
    centre.stop()

"""The everyday of a laptop with many records: pull what changed, push what was done, and find nothing new.

Pull and push stand beside their floors (``benchmarks/floor.py``): the same rows read, decoded and written by the two
databases alone; and one upsert statement for the rows of a thousand ops. Under a pull of one record that floor is a
select and a commit: no laptop can do it, since between it and the centre's PostgreSQL there are always HTTP and the
question who asks, and both cost more than one record. So a second floor stands beside it (``bare_client.py``): the same
rows over HTTP with a token, and rows and place in one durable transaction. All three take turns.
``ONEMM_BENCH_DELTAS`` says how many records the laptop holds (250,000 takes minutes to prepare).
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from sqlalchemy import select

from benchmarks import bare_client, floor
from benchmarks import centre as centres
from benchmarks.bare_client import BareClient
from benchmarks.enrolled import Laptop, enrol
from benchmarks.figure import Figure, compared, within
from benchmarks.floor import Stored
from onemm_desktop.models import Device, Mentor
from onemm_desktop.sync import pull, push
from onemm_desktop.sync.calls import never
from onemm_wire import partitions
from onemm_wire.protocol import PAGE_RECORDS

RECORDS = 10_000
ROUNDS = 7
MANY = 1_000
PULL_GOAL, PUSH_GOAL, IDLE_GOAL = 1.5, 4.0, 500
REGION = partitions.region("LDN")
_CHANGE = """
UPDATE record SET data = jsonb_set(data, '{organisation}', to_jsonb(%s::text)) WHERE partition = %s AND id IN (
    SELECT id FROM record WHERE partition = %s AND kind = 'mentor' AND NOT deleted ORDER BY md5(id || %s) LIMIT %s)
"""
_MENTORS = """
SELECT kind, id, rev, data::text, partition FROM record
WHERE partition = %s AND kind = 'mentor' AND NOT deleted ORDER BY md5(id) LIMIT %s
"""


def run() -> list[Figure]:
    """Milliseconds of pull and push against their floors; requests and bytes of a run that finds nothing."""
    records = int(os.environ.get("ONEMM_BENCH_DELTAS", RECORDS))
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)  # the embedded PostgreSQL runs under a user of its own
        with centres.running(folder / "centre", records) as centre, psycopg.connect(centre.database) as hand:
            laptop, bare, over_http = (enrol(centre, folder / name) for name in ("ours", "bare", "http"))
            for one in (laptop, bare, over_http):
                one.sync()
            idle = _idle(laptop, records)
            # As many mentors as there are, where there are fewer.
            several = min(MANY, len(_mentors(hand)))
            with bare_client.connected(centre, over_http) as client:
                pulls = [
                    figure for count in (several, 1) for figure in _pull(hand, laptop, bare, client, count, records)
                ]
            pushed = _push(hand, laptop, several, records)
            laptop.database.close()
            bare.database.close()
            over_http.database.close()
    return [*pulls, pushed, *idle]


def _pull(
    hand: psycopg.Connection[tuple[object, ...]],
    laptop: Laptop,
    bare: Laptop,
    client: BareClient,
    count: int,
    records: int,
) -> list[Figure]:
    ours, floors, over_http = Spent(), Spent(), Spent()
    for number in range(ROUNDS):
        word = f"Organisation {count} {number}"
        (before,) = hand.execute("SELECT seq FROM partition_head WHERE partition = %s", [REGION]).fetchone() or (0,)
        hand.execute(_CHANGE, [word, REGION, REGION, word, count])
        hand.commit()
        ours.measure(lambda: _receive(laptop))
        floors.measure(lambda: floor.load_from(hand, bare.database, [REGION], after=before))  # type: ignore[arg-type]  # noqa: B023
        hand.commit()
        over_http.measure(lambda: client.pull(REGION))
    what = f"pull of {count:,} changed of {records:,} records"
    return [
        compared(what, ours.wall, "ms", floors.wall, goal=PULL_GOAL),
        compared(f"{what}, against HTTP, a token and a place kept", ours.wall, "ms", over_http.wall, goal=PULL_GOAL),
        compared(f"{what}: the laptop's processor, against the same", ours.processor, "ms", over_http.processor),
    ]


@dataclass(slots=True)
class Spent:
    """Milliseconds of some rounds: medians on the clock, and of this process's processor."""

    _walls: list[float] = field(default_factory=list)
    _processors: list[float] = field(default_factory=list)

    def measure(self, work: Callable[[], object]) -> None:
        """One round."""
        used = time.process_time()
        self._walls.append(_milliseconds(work))
        self._processors.append((time.process_time() - used) * 1_000)

    @property
    def wall(self) -> float:
        """On the clock."""
        return statistics.median(self._walls)

    @property
    def processor(self) -> float:
        """Of the processor."""
        return statistics.median(self._processors)


def _receive(laptop: Laptop) -> None:
    pull.run(
        laptop.database,
        laptop.transport,
        clock=lambda: datetime.now(UTC),
        limit=PAGE_RECORDS,
        cancelled=never,
        heard=lambda _pulled, _touched: None,
    )


def _push(hand: psycopg.Connection[tuple[object, ...]], laptop: Laptop, count: int, records: int) -> Figure:
    ours, floors = [], []
    for number in range(ROUNDS):
        stored = _mentors(hand)[:count]
        with laptop.database.write(laptop.desk, label="details_changed") as session:
            for mentor in session.scalars(select(Mentor).where(Mentor.id.in_([line[1] for line in stored]))):
                mentor.organisation = f"Pushed {number}"
        ours.append(_milliseconds(lambda: _send(laptop)))
        written: list[Stored] = [(*line[:3], line[3].replace("Pushed", "Upserted"), line[4]) for line in _mentors(hand)]
        floors.append(_milliseconds(lambda: floor.upsert(hand, written)))  # noqa: B023
        laptop.sync()
    what = f"push of {count:,} ops with {records:,} records, each answered on its own, against one upsert"
    return compared(what, statistics.median(ours), "ms", statistics.median(floors), goal=PUSH_GOAL)


def _send(laptop: Laptop) -> None:
    answered: list[str] = []
    push.run(
        laptop.database,
        laptop.transport,
        cancelled=never,
        sent=lambda results, _touched: answered.extend(result.status for result in results),
    )
    assert set(answered) == {"applied"}, set(answered)


def _mentors(hand: psycopg.Connection[tuple[object, ...]]) -> list[Stored]:
    found: list[Stored] = hand.execute(_MENTORS, [REGION, MANY]).fetchall()  # type: ignore[assignment]
    hand.commit()
    return found


def _idle(laptop: Laptop, records: int) -> list[Figure]:
    laptop.sync()
    times = []
    for _ in range(ROUNDS):
        laptop.forget_traffic()
        times.append(_milliseconds(laptop.sync))
    with laptop.database.read() as session:
        held = len(session.scalars(select(Device.scope)).one())
    what = f"nothing new, {records:,} records in {held} partitions"
    return [
        Figure(f"{what}: a whole run", round(statistics.median(times), 2), "ms"),
        within(f"{what}: requests", laptop.requests, "requests", 1),
        Figure(f"{what}: bodies, both ways", laptop.body_bytes, "bytes"),
        within(f"{what}: with every header, both ways", laptop.wire_bytes, "bytes", IDLE_GOAL),
    ]


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1_000

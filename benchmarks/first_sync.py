"""First sync against its floor (``benchmarks/floor.py``), its memory, its bytes, and when Today can be worked with.

A first sync is done when its checkpoint is: everything is held, and both digests say so. What comes after that, the
one comparison of contents while people work already, is a figure of its own. Floor and sync take turns, and before
each of them what enrolling has left is collected: sweeping a whole program takes Python 0.1 s, as much as 10,000
records, and would always fall upon the sync.
Sizes come from ``ONEMM_BENCH_FIRST_SYNC``, as numbers of records separated by commas; 250,000 takes minutes.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from benchmarks import centre as centres
from benchmarks import floor
from benchmarks.centre import Centre
from benchmarks.enrolled import KEY, Laptop, enrol
from benchmarks.figure import Figure, compared, within
from onemm_desktop.errors import KnownError
from onemm_desktop.models import MODELS, Booking, Device, Event, Mentor
from onemm_desktop.models.database import Database
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.status import SyncStatus

SIZES = "10000,50000"
RUNS = 3
GOAL = 1.5
MEMORY_GOAL = 150
BYTES_GOAL = 110
SCREEN_GOAL = 0.5


def run() -> list[Figure]:
    """Seconds against the floor's, per size; bytes, memory, and the time to today's event and its people."""
    sizes = [int(size) for size in os.environ.get("ONEMM_BENCH_FIRST_SYNC", SIZES).split(",")]
    return [figure for size in sizes for figure in _at(size)]


def _at(size: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)  # the embedded PostgreSQL runs under a user of its own
        with centres.running(folder / "centre", size) as centre:
            whole: list[Whole] = []
            floors: list[float] = []
            for number in range(RUNS):
                laptop = enrol(centre, folder / f"ours{number}")
                whole.append(_whole(laptop))
                records, sent = _count(laptop.database), laptop.body_bytes
                event = _today(laptop.database)
                laptop.database.close()
                floors.append(_floor(centre, folder / f"floor{number}"))
            screens = [_first_screen(enrol(centre, folder / f"screen{number}"), event) for number in range(RUNS)]
            memory = _memory(centre, folder / "memory")
    mine = statistics.median(one.checkpoint for one in whole)
    examined = statistics.median(one.examined for one in whole)
    screen = statistics.median(screens)
    return [
        compared(f"first sync of {records:,} records", mine, "s", statistics.median(floors), goal=GOAL),
        Figure(f"first sync of {records:,} records, rate", round(records / mine), "records/s"),
        Figure(f"contents compared once, beside work, of {records:,}", round(examined, 3), "s"),
        within(f"today's event and its people, of {records:,}", screen, "s", SCREEN_GOAL),
        within(f"bytes a record on the wire, of {records:,}", sent / records, "bytes", BYTES_GOAL),
        within(f"memory of the laptop's sync, at most, of {records:,}", memory, "MB", MEMORY_GOAL),
    ]


@dataclass(frozen=True, slots=True)
class Whole:
    """Seconds to the checkpoint of a first sync, and from there to the end of the comparison of contents."""

    checkpoint: float
    examined: float


def _whole(laptop: Laptop) -> Whole:
    gc.collect()
    began = time.perf_counter()
    checked: list[float] = []

    def look(status: SyncStatus) -> None:
        if not checked and status.last_verified is not None:
            checked.append(time.perf_counter() - began)

    ended = laptop.runner.run(progress=look)
    if ended.problem is not None:
        raise ended.problem
    seconds = time.perf_counter() - began
    checked.append(seconds)
    return Whole(checked[0], seconds - checked[0])


def _floor(centre: Centre, folder: Path) -> float:
    laptop = enrol(centre, folder)
    with laptop.database.read() as session:
        scope = session.scalars(select(Device.scope)).one()
    gc.collect()
    seconds = _timed(lambda: floor.load(laptop.database, centre.database, scope))
    laptop.database.close()
    return seconds


def _count(database: Database) -> int:
    with database.read() as session:
        return sum(session.scalar(select(func.count()).select_from(model)) or 0 for model in MODELS.values())


# --- today --------------------------------------------------------------------------------------------------------


def _today(database: Database) -> tuple[str, int]:
    """The pilot's training of today, and how many people are booked on it."""
    with database.read() as session:
        day = datetime.now(UTC).replace(hour=0, minute=0, second=0)
        soon = select(Event.id).where(Event.starts_at >= day).order_by(Event.starts_at).limit(1)
        event = session.scalars(soon).one()
        booked = select(func.count()).where(Booking.event_id == event)
        return event, session.scalar(booked) or 0


def _first_screen(laptop: Laptop, event: tuple[str, int]) -> float:
    """Seconds from the start of a first sync until the event, its bookings and their people are held."""
    gc.collect()
    began = time.perf_counter()
    there: list[float] = []

    def look(_: object) -> None:
        if not there and _is_there(laptop.database, event):
            there.append(time.perf_counter() - began)

    ended = laptop.runner.run(progress=look, changed=look, cancelled=lambda: bool(there))
    laptop.database.close()
    assert there or ended.problem is not None
    return there[0]


def _is_there(database: Database, event: tuple[str, int]) -> bool:
    with database.read() as session:
        people = select(func.count()).select_from(Booking).join(Mentor, Mentor.id == Booking.mentor_id)
        known = session.scalar(people.where(Booking.event_id == event[0]))
        return known == event[1] and session.scalar(select(Event.id).where(Event.id == event[0])) is not None


# --- memory -------------------------------------------------------------------------------------------------------


def _memory(centre: Centre, folder: Path) -> float:
    """The most that a process which does nothing but a first sync ever held, in MB."""
    laptop = enrol(centre, folder)
    laptop.database.close()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_sync", str(folder)],
        input=laptop.token, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return float(done.stdout)


def _alone(folder: Path, token: str) -> None:
    database = Database.open(folder / "records.db", KEY)
    with database.read() as session:
        device = session.scalars(select(Device)).one()
    ended = Runner(database, enrolment.transport_of(device, token.encode()), clock=lambda: datetime.now(UTC)).run()
    database.close()
    if isinstance(ended.problem, KnownError):
        raise ended.problem
    print(_most_held())


def _most_held() -> float:
    """This program's own peak, in MB. Not getrusage's: that begins at what the process it was started by had held."""
    lines = Path("/proc/self/status").read_text().splitlines()
    (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(peak) * 1024 / 1e6


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    _alone(Path(sys.argv[1]), sys.stdin.read())

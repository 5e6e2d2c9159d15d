"""Fifty laptops that come back online in the same minute, each with a morning's work to send and others' to fetch.

The laptops are threads of one process, each with an encrypted database of its own; the minute is shortened to
``WINDOW`` seconds, so the centre sees the crowd many times over. Every laptop runs until nothing of its own waits,
and asks again as the centre tells it to. ``ONEMM_BENCH_FLEET`` is the number of laptops.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from sqlalchemy import func, select

from benchmarks import centre as centres
from benchmarks.centre import Centre
from benchmarks.enrolled import Laptop, enrol
from benchmarks.figure import Figure, within
from onemm_desktop.errors import Problem
from onemm_desktop.models import Mentor, Op

LAPTOPS = 50
RECORDS = 1_460
OPS = 40
WINDOW = 6.0
#: A laptop that has not got rid of its work by then has starved.
PATIENCE = 60.0


def run() -> list[Figure]:
    """Seconds until a laptop is drained, the centre's ops a second, processor and memory."""
    count = int(os.environ.get("ONEMM_BENCH_FLEET", LAPTOPS))
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)  # the embedded PostgreSQL runs under a user of its own
        with centres.running(folder / "centre", RECORDS) as centre:
            before = centre.megabytes()
            laptops = [_prepared(centre, folder / f"laptop{number}", number) for number in range(count)]
            used, began = centre.processor(), time.perf_counter()
            with ThreadPoolExecutor(count) as crowd:
                took = list(crowd.map(partial(_come_back, window=WINDOW), laptops, range(count)))
            lasted, used = time.perf_counter() - began, centre.processor() - used
            left = [_waiting(laptop) for laptop in laptops]
            memory = centre.megabytes()
            for laptop in laptops:
                laptop.database.close()
    ops = count * OPS
    who = f"{count} laptops with {OPS} ops each in {WINDOW:g} s"
    return [
        within(f"{who}: not drained", sum(waiting > 0 for waiting in left), "laptops", 0),
        Figure(f"{who}: a laptop is drained, median", round(statistics.median(took), 2), "s"),
        Figure(f"{who}: a laptop is drained, 95 %", round(statistics.quantiles(took, n=20)[-1], 2), "s"),
        Figure(f"{who}: the slowest", round(max(took), 2), "s"),
        Figure(f"{who}: through the centre", round(ops / lasted), "ops/s"),
        Figure(f"{who}: the service's processor for one op", round(used / ops * 1_000, 2), "ms"),
        Figure("memory of the service alone, idle", round(before, 1), "MB"),
        Figure(f"{who}: memory of the service", round(memory, 1), "MB"),
    ]


def _prepared(centre: Centre, folder: Path, number: int) -> Laptop:
    """A laptop that was in order, and whose person then worked offline on records that others work on as well."""
    laptop = enrol(centre, folder, f"laptop {number}")
    laptop.sync()
    with laptop.database.write(laptop.desk, label="details_changed") as session:
        mentors = list(session.scalars(select(Mentor).order_by(Mentor.id)))
        for mentor in random.Random(number).sample(mentors, OPS):
            mentor.notes = f"{mentor.notes}\nSeen by laptop {number}."
    return laptop


def _come_back(laptop: Laptop, number: int, window: float) -> float:
    """Seconds from the moment the line is back until nothing waits and everything was fetched."""
    time.sleep(random.Random(number).random() * window)
    began = time.perf_counter()
    while time.perf_counter() - began < PATIENCE:
        ended = laptop.runner.run()
        if ended.problem is None:
            break
        if ended.problem.problem is not Problem.BUSY:
            raise ended.problem
        time.sleep(float(ended.problem.values.get("retry_after") or 1))
    return time.perf_counter() - began


def _waiting(laptop: Laptop) -> int:
    with laptop.database.read() as session:
        return session.scalar(select(func.count()).select_from(Op).where(Op.state != "done")) or 0

"""The desk at the door: from a key to the painted row, and from Enter to a mark that cannot be lost.

At 50, 500 and 5,000 bookings, in a region of 100,000 mentors (``ONEMM_BENCH_DESK_MENTORS``; ``ONEMM_BENCH_DESK`` for
other numbers of bookings). A key is timed from its event until nothing is left to paint, beside the same key in a bare
field; Enter until the transaction has been committed and told, beside 4 KB appended to a file and waited for. The next
person's name is typed while the register still reads what the last mark changed, as a queue would have it. The first
mark, which also keeps the roster as it stands, is a figure of its own. Then what it takes to hold everybody who has a
card, so that a walk-in can be compared with them.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import psutil
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from sqlalchemy import func, select

from benchmarks.figure import Figure, compared
from benchmarks.laptop import MENTORS_AT_SCALE_1, TODAY, fill, laptop
from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.models import Desk, Mentor
from onemm_desktop.models.database import Database
from onemm_desktop.programme.likely import Likely
from onemm_desktop.views import theme
from onemm_desktop.views.register.page import RegisterPage
from onemm_wire.records import AttendanceMark, Booking, Event
from onemm_wire.records.training import MarkState

BOOKINGS = "50,500,5000"
MENTORS = 100_000
PEOPLE, LETTERS = 40, 4
#: No more people come once so many seconds are over at a number of bookings; some always do.
AT_MOST, AT_LEAST = 12.0, 8
MARKED, MANY_MARKS, AT_A_TIME = 500, 10_000, 250
BLOCK = bytes(4096)
_MISSPELT = ("Sian Llewelyn", "Ruksana Beghum", "Mohamed Farrah", "Lukas Nowack", "Wolfeschlegel Bergerdorf")
_KINDS = ("region", "requirement_set", "partner", "mentor")
_START = datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC)


def run() -> list[Figure]:
    """Percentiles of keys and marks by the number of bookings, and the memory that 10,000 marks take."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, "light")
    sizes = [int(size) for size in os.environ.get("ONEMM_BENCH_DESK", BOOKINGS).split(",")]
    scale = max(1, round(int(os.environ.get("ONEMM_BENCH_DESK_MENTORS", MENTORS)) / MENTORS_AT_SCALE_1))
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database, desk = laptop(folder, scale=scale, kinds=_KINDS)
        for size in sizes:
            figures += _at_the_door(app, database, desk, _event(database, desk, size), size, folder)
        figures += _likely(database)
        figures += _memory(app, database, desk, _event(database, desk, MARKED))
        database.close()
    return figures


def _event(database: Database, desk: Desk, size: int) -> str:
    """Today's event, with so many people booked on it."""
    with database.read() as session:
        people = list(session.scalars(select(Mentor.id).order_by(Mentor.id).limit(size)))
    partition = f"region/{desk.region}"
    event = Event(
        id=desk.new_id(), reference=f"B-{size}", title="Mentor training", venue="The Exchange",
        starts_at=_START, ends_at=_START + timedelta(hours=6), hours=5.0, capacity=size, state="in_progress",
    )  # fmt: skip
    booked = [Booking(id=desk.new_id(), event_id=event.id, mentor_id=person) for person in people]
    fill(database, [(partition, event), *((partition, one) for one in booked)])
    return event.id


def _at_the_door(
    app: QApplication, database: Database, desk: Desk, event: str, size: int, folder: Path
) -> list[Figure]:
    background = Background(database, desk)
    page = RegisterPage(background, desk)
    background.changed.connect(lambda change, _: page.changed(change))
    page.resize(1060, 800)
    page.open(event)
    page.show()
    page.shown()
    _settle(app, background)
    bare = QLineEdit()
    bare.show()
    # Nobody is looked for twice: everybody who comes is expected.
    names = [row.name for row in random.Random(2017).sample(page.desk.model.rows, min(PEOPLE, size))]
    keys: list[float] = []
    floor: list[float] = []
    marks: list[float] = []
    limit: list[float] = []
    begun = time.perf_counter()
    with (folder / "appended").open("ab") as file:
        for number, name in enumerate(names):
            if number >= AT_LEAST and time.perf_counter() - begun > AT_MOST:
                break
            for letter in name[:LETTERS]:
                keys.append(_timed(partial(_press, page.desk.search, letter), app.processEvents))
                floor.append(_timed(partial(_press, bare, letter), app.processEvents))
            marks.append(_marked(background, page.desk.search))
            limit.append(_timed(partial(_append, file.fileno()), lambda: None))
    _settle(app, background)
    page.close()
    bare.close()
    background.close()
    first, *marks = marks
    at = f"{size:,} bookings"
    return [
        compared(f"key to painted row, 95 %, {at}", _percentile(keys, 95), "ms", _percentile(floor, 95)),
        compared(f"key to painted row, 99 %, {at}", _percentile(keys, 99), "ms", _percentile(floor, 99)),
        compared(f"Enter to durable mark, 95 %, {at}", _percentile(marks, 95), "ms", _percentile(limit, 95)),
        compared(f"Enter to durable mark, 99 %, {at}", _percentile(marks, 99), "ms", _percentile(limit, 99)),
        compared(f"first mark, with the roster kept, {at}", first, "ms", _percentile(limit, 99)),
    ]


def _likely(database: Database) -> list[Figure]:
    """Reading everybody who has a card, what they take in memory, and comparing a misspelt name with all of them."""
    before = _resident()
    with database.read() as session:
        begun = time.perf_counter()
        everybody = Likely(session)
        read = (time.perf_counter() - begun) * 1_000
        people = session.scalar(select(func.count()).select_from(Mentor))
    size = _resident() - before
    found = [_timed(partial(everybody.find, name=name), lambda: None) for name in _MISSPELT]
    at = f"{people:,} cards"
    return [
        Figure(f"everybody read, to be compared with, {at}", read, "ms"),
        Figure(f"memory of everybody, {at}", size, "MB"),
        Figure(f"a misspelt name compared, slowest, {at}", max(found), "ms"),
    ]


def _memory(app: QApplication, database: Database, desk: Desk, event: str) -> list[Figure]:
    """What the open register takes before and after 10,000 marks, brought some at a time as a sync brings them."""
    background = Background(database, desk)
    page = RegisterPage(background, desk)
    page.open(event)
    page.show()
    page.shown()
    _settle(app, background)
    people = [row.attendee for row in page.desk.model.rows]
    last: dict[str, str] = {}
    before = _resident()
    for first in range(0, MANY_MARKS, AT_A_TIME):
        made = _marks(desk, event, people, first, last)
        fill(database, [(f"region/{desk.region}", mark) for mark in made])
        page.changed(Change(touched=frozenset((mark.kind, mark.id) for mark in made)))
        _settle(app, background)
    page.shown()
    _settle(app, background)
    after = _resident()
    page.close()
    background.close()
    return [compared(f"memory after {MANY_MARKS:,} marks", after, "MB", before)]


def _marks(desk: Desk, event: str, people: list[str], first: int, before: dict[str, str]) -> list[AttendanceMark]:
    """The next so many marks: everybody present, then everybody unmarked, and again. ``before``: each one's last."""
    made = []
    for number in range(first, min(first + AT_A_TIME, MANY_MARKS)):
        person = people[number % len(people)]
        state: MarkState = "present" if (number // len(people)) % 2 == 0 else "unmarked"
        mark = AttendanceMark(
            id=desk.new_id(), event_id=event, attendee_id=person, state=state, at=_START, marked_at=_START,
            supersedes=before.get(person), source="desk",
        )  # fmt: skip
        before[person] = mark.id
        made.append(mark)
    return made


def _press(where: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(where, event)


def _marked(background: Background, search: QWidget) -> float:
    """Milliseconds from Enter to the news that the mark was committed."""
    done = QEventLoop()
    background.changed.connect(done.quit)
    begun = time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(search, QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    done.exec()
    took = (time.perf_counter() - begun) * 1_000
    background.changed.disconnect(done.quit)
    return took


def _append(file: int) -> None:
    os.write(file, BLOCK)
    os.fsync(file)


def _timed(step: Callable[[], object], rest: Callable[[], None]) -> float:
    begun = time.perf_counter()
    step()
    rest()
    return (time.perf_counter() - begun) * 1_000


def _settle(app: QApplication, background: Background) -> None:
    while background.busy:
        background.settle()
        app.processEvents()
    app.processEvents()


def _percentile(times: list[float], percent: int) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


def _resident() -> float:
    return float(psutil.Process().memory_info().rss / 1_000_000)

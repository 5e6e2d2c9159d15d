"""From a key press in Mentors to the painted result, at 217, 20,000 and 100,000 mentors in an encrypted database.

A person types names letter by letter, takes letters away again, misspells some; every key is timed from its event to
the moment when nothing is left to do and the list is painted. The baseline paints the same lines with the same keys
in the same run: a bare QTableView over a Python list that somebody has already filtered.
Sizes come from ``ONEMM_BENCH_LISTS``, as numbers of mentors separated by commas.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget

from benchmarks.figure import Figure, compared
from benchmarks.laptop import MENTORS_AT_SCALE_1, TODAY, laptop
from onemm_desktop.background import Background
from onemm_desktop.models import Desk
from onemm_desktop.models.database import Database
from onemm_desktop.programme.listing import Order
from onemm_desktop.programme.people import Mentors
from onemm_desktop.views import theme
from onemm_desktop.views.people.mentors_page import MentorsPage

SIZES = "217,20000,100000"
#: One frame of a 60 Hz screen.
FRAME = 16.0
NAMES = 40
WIDTH, HEIGHT = 1060, 800
_KINDS = ("region", "requirement_set", "partner", "mentor")
_SEEN = 20
_NOWHERE = QModelIndex()


def run() -> list[Figure]:
    """95 % and median of a key press, and what the list costs in time and memory, per size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, "light")
    sizes = [int(size) for size in os.environ.get("ONEMM_BENCH_LISTS", SIZES).split(",")]
    return [figure for size in sizes for figure in _at(app, size)]


def _at(app: QApplication, size: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        database, desk = laptop(Path(name), scale=max(1, round(size / MENTORS_AT_SCALE_1)), kinds=_KINDS)
        figures = _measure(app, database, desk)
        database.close()
    return figures


def _measure(app: QApplication, database: Database, desk: Desk) -> list[Figure]:
    background = Background(database, desk)
    page = MentorsPage(background)
    page.resize(WIDTH, HEIGHT)
    page.show()
    begun = time.perf_counter()
    page.shown()
    background.settle()
    app.processEvents()
    loading = (time.perf_counter() - begun) * 1_000
    directory = page.source.directory
    mentors = f"{len(directory):,} mentors"
    trace = _trace(page)
    painted = _Paints(page.table.viewport(), page.nobody)
    ours, busy, after = _type(app, page.controls.field, trace, lambda: (painted.took(), _seen(page)))
    page.close()
    counts = [0, *(lines[0] for _, lines in after)]
    unseen = [
        now for (took, _), now, before in zip(after, counts[1:], counts, strict=False) if not took and now + before
    ]
    assert not unseen, "a key was answered without painting"  # still nobody found is the same picture
    bare = _BareList([lines for _, lines in after])
    theirs, idle, _ = _type(app, bare.field, trace, lambda: None)
    bare.close()
    background.close()
    slow, limit = _slow(ours), _slow(theirs)
    return [
        Figure(
            figure=f"key to painted, 95 %, {mentors}",
            value=round(slow, 2),
            unit="ms",
            baseline=round(limit, 2),
            ratio=round(slow / limit, 2),
            goal=f"<= {FRAME:g} ms",
            holds=slow <= FRAME,
        ),
        compared(f"the same, processor time alone, {mentors}", _slow(busy), "ms", _slow(idle)),
        compared(f"key to painted, median, {mentors}", statistics.median(ours), "ms", statistics.median(theirs)),
        Figure(figure=f"key to painted, slowest of {len(trace)}, {mentors}", value=round(max(ours), 2), unit="ms"),
        Figure(figure=f"the list read and painted, {mentors}", value=round(loading), unit="ms"),
        Figure(figure=f"memory of the list, {mentors}", value=_megabytes(database), unit="MB"),
    ]


def _trace(page: MentorsPage) -> list[tuple[Qt.Key, str]]:
    """The keys of somebody who looks for forty people: whole names, swapped, misspelt, with letters taken back."""
    chance = random.Random(2017)
    keys = page.source.directory.keys
    some = page.source.lines(sorted(chance.sample(list(keys), NAMES)))
    trace: list[tuple[Qt.Key, str]] = []
    for number, mentor in enumerate(some):
        given, _, family = mentor.name.partition(" ")
        typed = (f"{given} {family}", f"{family} {given}", _misspelt(family, chance), family.lower())[number % 4]
        back = len(typed) // 2
        trace += [(Qt.Key.Key_unknown, letter) for letter in typed]
        trace += [(Qt.Key.Key_Backspace, "")] * back
        trace += [(Qt.Key.Key_unknown, letter) for letter in typed[len(typed) - back :]]
        trace += [(Qt.Key.Key_Escape, "")]
    return trace


def _misspelt(name: str, chance: random.Random) -> str:
    if len(name) < 3:
        return name
    place = chance.randrange(1, len(name) - 1)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _type(
    app: QApplication, field: QLineEdit, trace: Sequence[tuple[Qt.Key, str]], after: Callable[[], Any]
) -> tuple[list[float], list[float], list[Any]]:
    """Every key in milliseconds of the clock and of the window's thread, and what ``after`` saw, which is not timed."""
    field.window().activateWindow()
    field.setFocus()
    app.processEvents()
    times, busy, seen = [], [], []
    for key, letter in trace:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        begun, worked = time.perf_counter(), time.thread_time()
        app.sendEvent(field, event)
        app.processEvents()
        times.append((time.perf_counter() - begun) * 1_000)
        busy.append((time.thread_time() - worked) * 1_000)
        seen.append(after())
    return times, busy, seen


def _seen(page: MentorsPage) -> tuple[int, list[list[str]]]:
    """How many lines the list has now, and the words of those in sight."""
    model = page.model
    count = model.rowCount()
    columns = range(model.columnCount())
    return count, [[str(model.index(row, n).data() or "") for n in columns] for row in range(min(count, _SEEN))]


class _Paints(QObject):
    """Notes whether widgets were painted, so that no key is timed whose result nobody could see."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def took(self) -> bool:
        """Whether any was painted since last asked."""
        count, self._count = self._count, 0
        return count > 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._count += event.type() == QEvent.Type.Paint
        return False


class _BareModel(QAbstractTableModel):
    """Lines that are there already."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[int, list[list[str]]] = (0, [])

    def show(self, lines: tuple[int, list[list[str]]]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines[1])

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 5

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.lines[1][index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class _BareList(QWidget):
    """A field and a QTableView with nothing of ours, which shows what was found for each key beforehand."""

    def __init__(self, seen: Sequence[tuple[int, list[list[str]]]]) -> None:
        super().__init__()
        self._seen = iter(seen)
        self._model = _BareModel()
        self.field = QLineEdit(self)
        table = QTableView(self)
        table.setModel(self._model)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(table)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._next)
        self.resize(WIDTH, HEIGHT)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.field.clear()
            self._next("")
            return True
        return False

    def _next(self, _text: str) -> None:
        self._model.show(next(self._seen))


def _megabytes(database: Database) -> float:
    """What Python keeps for the list: its keys, folded words, facets and the words' spelling."""
    with database.read() as session:
        tracemalloc.start()
        directory = Mentors().directory(session, Order("name"), TODAY)
        directory.find("a")
        kept, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return round(kept / 1e6, 1)


def _slow(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]

"""Faults of the program itself: what was running is written down, shown for copying, and says nothing about anybody.

A report has the kinds of errors and the lines of this program's text, never an error's own words: they may quote a
name.
"""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

import PySide6
import sqlcipher3
from PySide6.QtCore import QObject, Signal

from onemm_desktop.files import replace_file

#: Reports kept; older ones are of versions nobody runs any more.
KEPT = 20
_HARD = "hard-crash.txt"
_UNSEEN = "*.unseen.txt"


def report_of(error: BaseException, *, version: str, at: datetime) -> str:
    """A report to be read by the person and copied to whoever mends the program."""
    lines = [_heading(version, at)]
    for number, link in enumerate(_chain(error)):
        if number:
            lines.append("\nwhich came of:\n")
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}\n")
        lines.extend(_frames(link.__traceback__))
    return "".join(lines)


class Crashes(QObject):
    """Listens to everything that nobody caught, in any thread. One per program, made by ``install``."""

    #: The report of a fault that has just happened; emitted into the thread of the window.
    happened = Signal(str)

    def __init__(self, folder: Path, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._version = version
        self._hard: TextIO | None = None
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """From now on every fault is written down. Read ``left_behind`` first: this begins a new file."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._hard = (self._folder / _HARD).open("w", encoding="utf-8")
        faulthandler.enable(self._hard)
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def uninstall(self) -> None:
        """Gives the hooks back."""
        sys.excepthook, threading.excepthook = self._before
        if self._hard is not None:
            faulthandler.disable()
            self._hard.close()
            self._hard = None

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Writes down one fault and tells the window. Ctrl+C in a terminal is not a fault."""
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        at = datetime.now().astimezone()
        report = report_of(error, version=self._version, at=at)
        print(report, file=sys.stderr)  # noqa: T201  (for whoever started the program from a terminal)
        try:
            replace_file(self._folder / f"{at:%Y%m%d-%H%M%S-%f}.unseen.txt", report.encode())
        finally:
            # The window is told even where the disk refuses the file.
            self.happened.emit(report)

    def _take_from_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self.take(fault.exc_type, fault.exc_value, fault.exc_traceback)


def left_behind(folder: Path) -> str:
    """What the last run could not show any more: a hard crash, or a fault while closing; empty if it ended well."""
    reports = [path.read_text(encoding="utf-8") for path in sorted(folder.glob(_UNSEEN))]
    hard = folder / _HARD
    if hard.exists() and (dump := hard.read_text(encoding="utf-8", errors="replace").strip()):
        reports.append("1MM Desktop was ended by the system\n\n" + _without_home(dump))
    return "\n\n".join(reports)


def seen(folder: Path) -> None:
    """The person has seen what there was: reports stay for copying, but are not shown again."""
    for path in folder.glob(_UNSEEN):
        path.replace(path.with_name(path.name.replace(".unseen", "")))
    hard = folder / _HARD
    if hard.exists():
        hard.write_text("", encoding="utf-8")
    for old in sorted(folder.glob("2*.txt"))[:-KEPT]:
        old.unlink()


def _heading(version: str, at: datetime) -> str:
    return (
        f"1MM Desktop {version} · {at:%Y-%m-%d %H:%M:%S %z}\n"
        f"{platform.system()} {platform.release()} {platform.machine()} · Python {platform.python_version()} · "
        f"Qt {PySide6.__version__} · SQLCipher on SQLite {sqlcipher3.sqlite_version}\n\n"
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    met: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in met:
        met.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame in traceback.extract_tb(trace):
        yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}\n    {frame.line}\n"


def _short(filename: str) -> str:
    """From the package on: what stands before is this computer's and often has somebody's name in it."""
    parts = Path(filename).parts
    for root in ("site-packages", "onemm_desktop", "onemm_wire", "onemm_central"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at + (root == "site-packages") :])
    return Path(filename).name


def _without_home(dump: str) -> str:
    return dump.replace(str(Path.home()), "~")

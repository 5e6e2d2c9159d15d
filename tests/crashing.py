"""A program of its own for the tests: ``python -m tests.crashing <folder> <way>`` ends in that way."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from onemm_desktop.crash import Crashes

SOMEBODY = "Siân Rhys-Pritchard"


def main() -> None:
    """Crashes, or ends well."""
    app = QCoreApplication([])
    crashes = Crashes(Path(sys.argv[1]), "0.1.0")
    crashes.happened.connect(lambda report: app.quit())
    crashes.install()
    QTimer.singleShot(0, lambda: _end(sys.argv[2], app))
    app.exec()
    crashes.uninstall()


def _end(way: str, app: QCoreApplication) -> None:
    match way:
        case "hard":
            ctypes.string_at(0)
        case "killed":
            os.kill(os.getpid(), 9)
        case "slot":
            _look_up(SOMEBODY)
        case "thread":
            threading.Thread(target=_look_up, args=[SOMEBODY]).start()
        case _:
            app.quit()


def _look_up(name: str) -> str:
    people: dict[str, str] = {}
    return people[name]


if __name__ == "__main__":
    main()

"""Python 3.11 outlives PySide6 6.12.0, which loses references to None (see ``onemm_desktop/lasting_none.py``)."""

from __future__ import annotations

import subprocess
import sys

#: Some two minutes of an open window. Without ``keep_none`` Python 3.11 aborts after about 4,500 rounds.
_STORY = """
import onemm_desktop
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for _ in range(200_000):
    widget.update()
    widget.customContextMenuRequested.emit(widget.pos())
"""


def test_a_long_day_of_calls_into_qt_does_not_abort() -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", "PATH": ""}
    done = subprocess.run([sys.executable, "-c", _STORY], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

"""Nags until the centre has what was written here: in the rail beside the pill, and again and again in words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.models import Desk
from onemm_desktop.programme import concerns, trusted_keys
from onemm_desktop.programme.concerns import Phone
from onemm_desktop.programme.dates import day_of

#: Milliseconds between two reminders.
EVERY_MS = 15 * 60 * 1000


class ConcernWatch(QObject):
    """Looks at the slips after every change, and remembers the region's keys as soon as they are here."""

    #: How many concerns of this laptop the centre does not have.
    pressing_changed = Signal(int)
    #: (list of Phone): it is time to say it once more.
    reminded = Signal(object)

    def __init__(self, background: Background, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._desk = desk
        self._pressing = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.remind)
        background.changed.connect(self._changed)

    @property
    def pressing(self) -> int:
        """How many concerns have not reached the centre, as last counted."""
        return self._pressing

    def start(self) -> None:
        """Look for the first time."""
        self._background.write(trusted_keys.remember_root, initiator=self)
        self._look()

    def remind(self) -> None:
        """Say it again, with the numbers."""
        ask = partial(concerns.phones, region=self._desk.region, today=day_of(self._desk.now()))
        self._background.read(ask, self._say, owner=self)

    def _changed(self, change: Change, initiator: QObject | None) -> None:
        if change.concerns("safeguarding_key"):
            self._background.write(trusted_keys.remember_root, initiator=self)
        if change.concerns("concern"):
            self._look()

    def _look(self) -> None:
        self._background.read(concerns.pressing, self._count, owner=self)

    def _count(self, pressing: int) -> None:
        if pressing and not self._timer.isActive():
            self._timer.start()
        elif not pressing:
            self._timer.stop()
        if pressing != self._pressing:
            self._pressing = pressing
            self.pressing_changed.emit(pressing)

    def _say(self, phones: tuple[Phone, ...]) -> None:
        if self._pressing:
            self.reminded.emit(list(phones))

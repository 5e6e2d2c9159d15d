"""How the register is read: whole when it is opened, and after a mark only who was marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme.door import FEW, Door, after_marks, at_the_door

_MARK = "attendance_mark"
#: Kinds of records of which a register is made, beside the marks.
_MADE_OF = ("walk_in", "booking", "mentor", "consent", "event", "requirement_set", "event_staff", "training_session")


class RegisterReading(QObject):
    """One register as it was last read. What happens while it is read is read next, together."""

    #: (Door, places): it was read; None for ``places`` if all of it may be another.
    was_read = Signal(object, object)
    failed = Signal(object)

    def __init__(self, background: Background, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._desk = desk
        self._event = ""
        self._session: str | None = None
        self._door: Door | None = None
        self._under_way = self._whole = False
        self._marks: set[str] = set()

    def open(self, event: str, session: str | None) -> None:
        """Read the whole register of an event, or of one of its sessions."""
        self._event, self._session = event, session
        self._whole = True
        self._go_on()

    def changed(self, change: Change) -> None:
        """Something was written on this laptop, here or by a sync."""
        marks = change.ids(_MARK)
        if not self._event or not change.concerns(_MARK, *_MADE_OF):
            return
        self._whole = self._whole or change.concerns(*_MADE_OF) or len(marks) > FEW
        self._marks |= marks
        self._go_on()

    def _go_on(self) -> None:
        if self._under_way or not (self._whole or self._marks):
            return
        marks, self._marks = self._marks, set()
        whole, self._whole = self._whole or self._door is None, False
        now = self._desk.now()
        self._under_way = True
        if whole or self._door is None:
            ask = partial(at_the_door, event=self._event, now=now, role=self._desk.role, session_id=self._session)
            self._background.read(ask, self._read, self._not_read)
        else:
            self._background.read(
                partial(after_marks, door=self._door, marks=frozenset(marks), now=now), self._read_part, self._not_read
            )

    def _read(self, door: Door) -> None:
        self._come_home(door, None)

    def _read_part(self, read: tuple[Door, frozenset[int] | None]) -> None:
        self._come_home(*read)

    def _come_home(self, door: Door, places: frozenset[int] | None) -> None:
        self._under_way = False
        if door.roster.event == self._event:  # else another register was opened while this one was read
            self._door = door
            self.was_read.emit(door, places)
        self._go_on()

    def _not_read(self, error: KnownError) -> None:
        self._under_way = self._whole = False
        self._marks.clear()
        self._door = None
        self.failed.emit(error)

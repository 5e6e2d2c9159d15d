"""Whether somebody is there: no key and no click for some minutes, or the laptop has slept."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

#: Milliseconds between two looks at the clocks. A laptop that slept is noticed within so long of waking up.
_LOOK = 5_000
#: Seconds by which the two clocks, or two looks, are apart only if the laptop slept.
_SLEPT = 30.0
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def counting() -> float:
    """Seconds, sleep included where the system counts it."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()


class Watch(QObject):
    """Watches what people do to the program's windows. ``count`` counts seconds, those of sleep as well."""

    #: Nobody has touched anything for the minutes that were set.
    left_alone = Signal()
    #: The laptop is about to sleep, or has slept.
    slept = Signal()

    def __init__(
        self, application: QGuiApplication, parent: QObject | None = None, *, count: Callable[[], float] = counting
    ) -> None:
        super().__init__(parent)
        self._count = count
        self._minutes = 0
        self._touched = self._looked = count()
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK)
        self._looking.timeout.connect(self.look)
        # Windows, not the application: that would bring every event of every widget through Python.
        application.focusWindowChanged.connect(self._watch)

    def begin(self, minutes: int) -> None:
        """Watch from now on; after 0 minutes nobody is ever thought to be away."""
        self._minutes = minutes
        self._touched = self._looked = self._count()
        self._watch(QGuiApplication.focusWindow())
        self._looking.start()

    def end(self) -> None:
        """Stop watching."""
        self._looking.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._touched = self._count()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
            self._touched = self._count()  # somebody brought it to the front

    def look(self) -> None:
        """Look at the clock: has anybody been here, and has the laptop been awake?"""
        now = self._count()
        asleep, self._looked = now - self._looked > _SLEPT + _LOOK / 1000, now
        if asleep:
            self.slept.emit()
        elif self._minutes and now - self._touched >= 60 * self._minutes:
            self.left_alone.emit()

    @Slot(bool)
    def prepare_for_sleep(self, going: bool) -> None:
        """What logind says before the laptop sleeps and after it woke up."""
        if going:
            self.slept.emit()

    def listen_to_system(self) -> bool:
        """Hear of sleep before it begins, where logind says so; else it is noticed on waking up."""
        if sys.platform != "linux":
            return False
        from PySide6.QtDBus import QDBusConnection  # only where there may be a bus

        bus = QDBusConnection.systemBus()
        return bus.isConnected() and bus.connect(
            "org.freedesktop.login1",
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            "PrepareForSleep",
            self,
            SLOT("prepare_for_sleep(bool)").encode(),
        )

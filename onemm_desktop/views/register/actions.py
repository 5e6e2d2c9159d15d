"""What can be said of a person at the desk, each with its key, in a menu button and on the right mouse button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

#: By state. Enter itself is the business of whatever has the focus: in the walk-in's fields it adds the walk-in.
KEYS: dict[str, tuple[str, ...]] = {
    "present": (),
    "late": ("Shift+Enter", "Shift+Return"),
    "left_early": ("Ctrl+E",),
    "not_yet_booked": ("Ctrl+Shift+B",),
    "apologies": ("Ctrl+Shift+A",),
    "excused": ("Ctrl+Shift+X",),
    "no_notice": ("Ctrl+Shift+N",),
    "unmarked": ("Ctrl+Shift+E",),
}
#: Says that a walk-in is somebody with a card.
KNOWN_KEY = "Ctrl+Shift+K"
#: Corrects when somebody came or left.
TIME_KEY = "Ctrl+T"


class MarkActions(QObject):
    """The actions of a desk. Their keys live on the ``places`` where somebody is chosen: the field and the table."""

    asked = Signal(str)
    #: A walk-in is somebody with a card.
    known_asked = Signal()
    #: Somebody came or left at another time than the one that stands.
    time_asked = Signal()

    def __init__(self, parent: QWidget, *places: QWidget) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for state, words in self._words().items():
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(key) for key in KEYS[state]])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(partial(self.asked.emit, state))
            self._actions[state] = action
        self._known = QAction(self.tr("This is somebody we know…"), self)
        self._known.setShortcut(QKeySequence(KNOWN_KEY))
        self._known.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._known.triggered.connect(self.known_asked)
        self._time = QAction(self.tr("Correct the time…"), self)
        self._time.setShortcut(QKeySequence(TIME_KEY))
        self._time.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._time.triggered.connect(self.time_asked)
        for place in places:
            place.addActions([*self._actions.values(), self._time, self._known])

    def set_enabled(self, enabled: bool) -> None:
        """Whether there is somebody to mark, and a register that takes marks."""
        for action in (*self._actions.values(), self._time, self._known):
            action.setEnabled(enabled)

    def menu(self, parent: QWidget) -> QMenu:
        """All of them as a menu."""
        menu = QMenu(parent)
        for state, action in self._actions.items():
            if state == "unmarked":
                menu.addSeparator()
            menu.addAction(action)
        menu.addSeparator()
        menu.addActions([self._time, self._known])
        return menu

    def keys(self) -> list[QKeySequence]:
        """Every key of these."""
        return [key for action in (*self._actions.values(), self._time, self._known) for key in action.shortcuts()]

    def _words(self) -> dict[str, str]:
        return {
            "present": "{words}\t{key}".format(words=self.tr("Present"), key=_native("Enter")),
            "late": self.tr("Late, arriving now"),
            "left_early": self.tr("Left early, leaving now"),
            "not_yet_booked": self.tr("Came without a booking"),
            "apologies": self.tr("Apologies"),
            "excused": self.tr("Excused"),
            "no_notice": self.tr("Absent without notice"),
            "unmarked": self.tr("Expected again"),
        }


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)

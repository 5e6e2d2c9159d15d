"""What can be said of a person at the desk, each with its key, in a menu button and on the right mouse button."""

from __future__ import annotations

from collections.abc import Callable
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
#: Prints somebody's badge at once; on lists the same key leads to the print centre.
BADGE_KEY = "Ctrl+P"
#: Prints it on a printer that is chosen anew.
ELSEWHERE_KEY = "Ctrl+Shift+P"


class MarkActions(QObject):
    """The actions of a desk. Their keys live on the ``places`` where somebody is chosen: the field and the table."""

    asked = Signal(str)
    #: A walk-in is somebody with a card.
    known_asked = Signal()
    #: Somebody came or left at another time than the one that stands.
    time_asked = Signal()
    #: Somebody is to have their badge; True: from another printer than the last.
    badge_asked = Signal(bool)

    def __init__(self, parent: QWidget, *places: QWidget) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for state, words in self._words().items():
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(key) for key in KEYS[state]])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(partial(self.asked.emit, state))
            self._actions[state] = action
        self._others = (
            self._other(self.tr("Correct the time…"), TIME_KEY, self.time_asked.emit),
            self._other(self.tr("This is somebody we know…"), KNOWN_KEY, self.known_asked.emit),
            self._other(self.tr("Print badge"), BADGE_KEY, partial(self.badge_asked.emit, False)),
            self._other(self.tr("Print badge elsewhere…"), ELSEWHERE_KEY, partial(self.badge_asked.emit, True)),
        )
        for place in places:
            place.addActions([*self._actions.values(), *self._others])

    def set_enabled(self, enabled: bool) -> None:
        """Whether there is somebody to mark, and a register that takes marks."""
        for action in (*self._actions.values(), *self._others):
            action.setEnabled(enabled)

    def menu(self, parent: QWidget) -> QMenu:
        """All of them as a menu."""
        menu = QMenu(parent)
        for state, action in self._actions.items():
            if state == "unmarked":
                menu.addSeparator()
            menu.addAction(action)
        menu.addSeparator()
        menu.addActions(self._others)
        return menu

    def keys(self) -> list[QKeySequence]:
        """Every key of these."""
        return [key for action in (*self._actions.values(), *self._others) for key in action.shortcuts()]

    def _other(self, words: str, key: str, asked: Callable[[], None]) -> QAction:
        """What can be done with somebody besides marking them."""
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: asked())
        return action

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

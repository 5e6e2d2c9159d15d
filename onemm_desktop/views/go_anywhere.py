"""Ctrl+K: type where to go. A panel over the window, not a dialog; Esc closes it and nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets.cards import Card
from onemm_desktop.views.widgets.cells import NameCell
from onemm_desktop.views.widgets.fields import SearchField
from onemm_desktop.views.widgets.roles import SECONDARY_ROLE
from onemm_desktop.views.widgets.text import Text

#: Answers of one finder that are shown; a person types on rather than reads more.
_PER_FINDER = 6


@dataclass(frozen=True, slots=True)
class Found:
    """One place to go: its name, what it is, and what opens it."""

    title: str
    subtitle: str
    open: Callable[[], object]


#: Typed text in, places out; quick enough to be called on every key.
Finder = Callable[[str], list[Found]]


class GoAnywhere(Card):
    """The panel. Every finder is asked on every key, in the order they were added."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, padding=(12, 12), spacing=8)
        self._finders: list[Finder] = []
        self._before: QWidget | None = None
        self._model = _Places(self)
        self.field = SearchField(self.tr("Go to a page, a person or an event"), self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Places found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(NameCell(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Text(self.tr("Nothing found. Try a part of the name."), "small", self)
        for part in (self.field, self._nothing, self.list):
            self.body.addWidget(part)
        self.field.drive(self.list)
        self.field.searched.connect(self._search)
        self.field.returnPressed.connect(self._open_current)
        self.list.clicked.connect(self._open)
        self.setAccessibleName(self.tr("Go anywhere"))
        self.hide()

    def add_finder(self, finder: Finder) -> None:
        """Let another part of the program be found too."""
        self._finders.append(finder)

    def open(self) -> None:
        """Come up, empty, with the pages listed."""
        self._before = self.window().focusWidget()
        self.field.clear()
        self._search("")
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Go away and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def titles(self) -> list[str]:
        """What is listed, from the top."""
        return [found.title for found in self._model.places]

    def place(self) -> None:
        """In the upper middle of the window."""
        around = self.parentWidget()
        if around is not None:
            width = min(scaled(560), around.width() - scaled(24))
            height = min(scaled(420), around.height() - scaled(24))
            self.setGeometry((around.width() - width) // 2, min(scaled(80), around.height() // 8), width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _search(self, text: str) -> None:
        self._model.show([found for finder in self._finders for found in finder(text)[:_PER_FINDER]])
        self._nothing.setVisible(not self._model.places)
        if self._model.places:
            self.list.setCurrentIndex(self._model.index(0))

    def _open_current(self) -> None:
        self._open(self.list.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.close_panel()
            self._model.places[index.row()].open()


class _Places(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.places: list[Found] = []

    def show(self, places: list[Found]) -> None:
        self.beginResetModel()
        self.places = places
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.places)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.places[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{found.title}, {found.subtitle}" if found.subtitle else found.title
            case _ if role == SECONDARY_ROLE:
                return found.subtitle
        return None

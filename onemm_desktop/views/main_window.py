"""The frame of the program: the rail at the left, one page at the right, and the keys that work everywhere.

Keys: Ctrl+K goes anywhere, Alt+1…9 to a page, Ctrl+Z takes the last action back, F5 sends and fetches now,
Ctrl+L locks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models.folding import fold
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views import sentences
from onemm_desktop.views.go_anywhere import Finder, Found, GoAnywhere
from onemm_desktop.views.page import Page
from onemm_desktop.views.rail import Rail
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.toast import Toast

#: Below this width (in px of the design) the rail shows icons only.
_NARROW = 900


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the window. ``under`` names the entry that is highlighted for a page that has none of its own
    (the register, under Events); ``low`` puts the entry at the foot of the rail."""

    key: str
    title: str
    icon: str
    page: Page
    under: str = ""
    low: bool = False


class MainWindow(QWidget):
    """Shows pages; decides nothing. What must happen is emitted, what happened is told by its methods."""

    undo_asked = Signal()
    sync_asked = Signal()
    lock_asked = Signal()
    page_shown = Signal(str)

    def __init__(self, region: str, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = {entry.key: entry for entry in entries}
        self._areas: dict[str, QScrollArea] = {}
        self._key = ""
        self._attention = 0
        self.rail = Rail(region, self)
        self._stack = QStackedWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.toast = Toast(self)
        self.finder = GoAnywhere(self)
        self.finder.add_finder(self._find_pages)
        for entry in entries:
            self._add(entry)
        self.rail.chosen.connect(self.go)
        self.rail.pill.clicked.connect(self._follow_pill)
        self.rail.nag.clicked.connect(partial(self.go, "report"))
        self._add_keys()

    @property
    def current(self) -> str:
        """The key of the page in front; nothing before the first ``go``."""
        return self._key

    @property
    def keys(self) -> list[str]:
        """The keys of the pages that stand in the rail, from the top."""
        return [entry.key for entry in self._entries.values() if not entry.under]

    @property
    def pages(self) -> dict[str, Page]:
        """Every page, by its key."""
        return {key: entry.page for key, entry in self._entries.items()}

    def page(self, key: str) -> Page:
        """One of the pages."""
        return self._entries[key].page

    def go(self, key: str) -> None:
        """Bring a page to the front."""
        entry = self._entries[key]
        self._key = key
        self.rail.show_chosen(entry.under or key)
        self._stack.setCurrentWidget(self._areas[key])
        entry.page.shown()
        if self.focusWidget() is None or not entry.page.isAncestorOf(self.focusWidget()):
            entry.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit(key)

    def add_finder(self, finder: Finder) -> None:
        """Let Ctrl+K find more than pages."""
        self.finder.add_finder(finder)

    def show_status(self, status: SyncStatus) -> None:
        """Say in the pill how the copies stand, and in the rail how much waits for a person."""
        self._attention = status.attention
        self.rail.pill.set_status(status)
        if "review" in self._entries:
            self.rail.entry("review").set_count(status.attention)

    def show_pressing(self, concerns: int) -> None:
        """Say beside the pill how many concerns have not reached the centre."""
        self.rail.nag.set_pressing(concerns)

    def changed(self, change: Change, initiator: QObject | None = None) -> None:
        """Something was written: the page in front refreshes; the others read afresh when they are shown."""
        if self._key:
            self._entries[self._key].page.changed(change)

    def take_scan(self, code: str) -> bool:
        """A scanner has read this: it is for the page in front, if that has a use for it."""
        return bool(self._key) and self._entries[self._key].page.take_scan(code)

    def say(self, sentence: str) -> None:
        """One sentence at the foot of the window, for what was just done."""
        self.toast.say(sentence)

    def show_problem(self, error: KnownError) -> None:
        """An expected error nobody else words: above the page in front, with the action that helps, if it is ours."""
        said = sentences.of(error)
        bar = self._entries[self._key].page.bar
        ours = said.action == "settings" and "settings" in self._entries
        bar.show_message(said.sentence, said.button if ours else "")
        if ours:
            bar.acted.connect(self._show_sync_details, Qt.ConnectionType.UniqueConnection)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < scaled(_NARROW)
        if narrow != self.rail.narrow:
            self.rail.set_narrow(narrow)
        self.toast.place()
        self.finder.place()

    def _add(self, entry: Entry) -> None:
        area = QScrollArea(self._stack)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(entry.page)
        area.viewport().setAutoFillBackground(False)
        entry.page.setAutoFillBackground(False)
        self._areas[entry.key] = area
        self._stack.addWidget(area)
        if not entry.under:
            self.rail.add(entry.key, entry.title, entry.icon, low=entry.low)

    def _add_keys(self) -> None:
        self._key_does("Ctrl+K", self.finder.open)
        self._key_does("Ctrl+Z", lambda: self.undo_asked.emit())
        self._key_does("F5", lambda: self.sync_asked.emit())
        self._key_does("Ctrl+L", lambda: self.lock_asked.emit())
        for number, key in enumerate(self.keys[:9], start=1):
            self._key_does(f"Alt+{number}", partial(self.go, key))

    def _key_does(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(act)

    def _find_pages(self, text: str) -> list[Found]:
        wanted = fold(text)
        return [
            Found(entry.title, self.tr("Page"), partial(self.go, entry.key))
            for entry in self._entries.values()
            if not entry.under and wanted in fold(entry.title)
        ]

    def _follow_pill(self) -> None:
        """One click to the details: to what waits for a person, where the pill says that something does."""
        if self._attention and "review" in self._entries:
            self.go("review")
        else:
            self._show_sync_details()

    def _show_sync_details(self) -> None:
        if "settings" in self._entries:
            self.go("settings")

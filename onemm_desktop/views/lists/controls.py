"""What stands over a long list: the search field, how many were found, what to narrow by and what to sort by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onemm_desktop.programme.search import Directory, Found
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import Choice, SearchField, Text
from onemm_desktop.views.widgets.flow import Flow


@dataclass(frozen=True)
class Filter:
    """One way to narrow a list: a facet, its name, the words for not narrowing, and the word of each value.

    ``codes`` is the order in which the values are offered; what it does not name follows by its word.
    """

    facet: str
    name: str
    everything: str
    word: Callable[[str], str]
    codes: Sequence[str] = ()


class CountingField(SearchField):
    """The search field, with the number of those found at its right end."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._count = Text("", "small", self)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place_count()

    @property
    def count_words(self) -> str:
        """How many were found, as it is said."""
        return self._count.text()

    def say_count(self, words: str, tone: Tone | None = None) -> None:
        """Say how many were found; nothing takes no room."""
        self._count.setText(words)
        self._count.set_tone(tone)
        self.setAccessibleDescription(words)
        self._place_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_count()

    def _place_count(self) -> None:
        wide = self._count.sizeHint().width() if self._count.text() else 0
        button = scaled(34) if self.text() else scaled(12)
        self._count.setGeometry(self.width() - wide - button, 0, wide, self.height())
        self.setTextMargins(0, 0, wide + scaled(8) if wide else 0, 0)


class Controls(QWidget):
    """The row over the list. ``searched`` and ``narrowed`` only ever come from a person's hands."""

    searched = Signal(str)
    narrowed = Signal()
    #: The sort key that was chosen.
    sorted_by = Signal(str)

    def __init__(
        self, hint: str, filters: Sequence[Filter], sorts: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._filters = tuple(filters)
        self.field = CountingField(hint, self)
        self.field.searched.connect(self.searched)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = Flow(self, spacing=8)
        row.add(self.field, stretch=True)
        self._choices = [self._choice(one) for one in self._filters]
        self._sort = self._sort_choice(sorts)
        for choice in (*self._choices, self._sort):
            row.add(choice)
        self._measure()

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.field.text()

    @property
    def chosen(self) -> dict[str, str]:
        """What the list is narrowed to, by facet."""
        return {
            one.facet: str(choice.currentData() or "") for one, choice in zip(self._filters, self._choices, strict=True)
        }

    @property
    def found_words(self) -> str:
        """How many were found, as it is said."""
        return self.field.count_words

    def choose(self, facet: str, value: str) -> None:
        """Narrow as if a person had chosen it, where the value occurs."""
        choice = self._choices[[one.facet for one in self._filters].index(facet)]
        place = choice.findData(value)
        if place >= 0:
            choice.setCurrentIndex(place)
            self.narrowed.emit()

    def offer(self, directory: Directory) -> None:
        """Offer the values that occur, with their numbers; what was chosen stays chosen while it occurs."""
        for one, choice in zip(self._filters, self._choices, strict=True):
            numbers = directory.counted(one.facet)
            known = [code for code in one.codes if code in numbers]
            others = sorted(numbers.keys() - set(known), key=one.word)
            kept = choice.currentData()
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItem(one.everything, "")
                for code in (*known, *others):
                    choice.addItem(f"{one.word(code)} · {numbers[code]:,}", code)
                choice.setCurrentIndex(max(choice.findData(kept), 0))
            choice.updateGeometry()

    def say_found(self, found: Found, everybody: int) -> None:
        """Say how many were found, if anything is looked for or narrowed."""
        count = len(found.positions)
        if found.nearly and count:
            self.field.say_count(self.tr("%n spelt nearly so", "", count), "warn")
        elif count == everybody and not self.text:
            self.field.say_count("")
        else:
            self.field.say_count(self.tr("%n found", "", count))

    def show_sort(self, column: str) -> None:
        """Show what the list is sorted by."""
        with QSignalBlocker(self._sort):
            self._sort.setCurrentIndex(self._sort.findData(column))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _choice(self, one: Filter) -> Choice:
        choice = Choice(one.name, self)
        choice.addItem(one.everything, "")
        choice.activated.connect(self.narrowed)
        return choice

    def _sort_choice(self, sorts: Sequence[tuple[str, str]]) -> Choice:
        choice = Choice(self.tr("Sort by"), self)
        for column, title in sorts:
            choice.addItem(self.tr("By {column}").format(column=title.lower()), column)
        choice.activated.connect(lambda: self.sorted_by.emit(str(choice.currentData())))
        return choice

    def _measure(self) -> None:
        self.field.setMinimumWidth(scaled(240))

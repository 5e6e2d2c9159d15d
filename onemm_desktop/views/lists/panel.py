"""The card beside a list: one person or match, in sections, with a few fields that can be put right on the spot.

A panel is built once and filled again for each card, so that a card which is read anew never takes the focus or a
half-typed word away.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from onemm_desktop.views.lists.parts import Amendable, Facts, Lines, breakable, clear
from onemm_desktop.views.theme import margins, scaled
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import Card, LinkButton, Pill, Text
from onemm_desktop.views.widgets.flow import Flow

#: Width of the panel beside the list, in px of the design.
WIDTH = 372


class Panel(Card):
    """Base of the panels. ``fill`` of a subclass shows a card."""

    #: (kind, record, field, text): somebody put a field right.
    amended = Signal(str, str, str, str)
    #: (kind, record): the name of somebody else on this card was chosen.
    followed = Signal(str, str)
    #: (kind, record, name): somebody is worried about whom this card is about.
    concern_asked = Signal(str, str, str)
    closed = Signal()

    #: The kind of record that the card shows.
    KIND: ClassVar[str]

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(1, 6), spacing=0)
        self.setAccessibleName(name)
        self.record = ""
        self._name = ""
        self._sections: list[QVBoxLayout] = []
        self._editors: list[Amendable] = []
        self._title = Text("", "heading", self, wrap=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subtitle = Text("", "small", self, wrap=True)
        self._pills = Flow(spacing=8)
        self._close = LinkButton(self.tr("Close"), self, hint="Esc")
        self._close.clicked.connect(self.closed)
        self.concern = LinkButton(self.tr("Report a concern"), self)
        self.concern.clicked.connect(self._ask_concern)
        self._lay_out()
        self._measure_panel()

    @property
    def title(self) -> str:
        """Whose card it is."""
        return self._name

    @property
    def editors(self) -> dict[str, Amendable]:
        """The fields that can be put right, by their names."""
        return {editor.field: editor for editor in self._editors}

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure_panel()

    # --- for the subclasses ----------------------------------------------------------------------------------------

    def set_head(self, record: str, title: str, subtitle: str, *pills: tuple[str, Tone]) -> bool:
        """Say whose card it is. Returns whether it is another one than before, so that every field starts afresh."""
        afresh, self.record = record != self.record, record
        self._name = title
        self._title.setText(breakable(title))
        self._subtitle.setText(breakable(subtitle))
        clear(self._pills)
        for text, tone in pills:
            self._pills.add(Pill(text, tone, self._inside))
        if afresh:
            self._scroll.verticalScrollBar().setValue(0)
        return afresh

    def add_section(self, title: str) -> QVBoxLayout:
        """A titled part of the card, below the ones before it."""
        section = QVBoxLayout()
        section.addWidget(Text(title, "strong", self._inside))
        self._column.insertLayout(self._column.count() - 2, section)
        self._sections.append(section)
        return section

    def add_facts(self, section: QVBoxLayout) -> Facts:
        """Names and values that are only read."""
        facts = Facts(self._inside)
        section.addWidget(facts)
        return facts

    def add_lines(self, section: QVBoxLayout) -> Lines:
        """A short list: events, matches, checks."""
        lines = Lines(self._inside)
        lines.followed.connect(self.followed)
        section.addWidget(lines)
        return lines

    def add_note(self, section: QVBoxLayout, text: str) -> Text:
        """A quiet sentence; hidden while it has nothing to say."""
        note = Text(text, "small", self._inside, wrap=True)
        note.setVisible(bool(text))
        section.addWidget(note)
        return note

    def add_editor(self, section: QVBoxLayout, kind: str, field: str, label: str, *, long: bool = False) -> Amendable:
        """A field that can be put right."""
        editor = Amendable(field, label, self._inside, long=long)
        editor.amended.connect(lambda text: self.amended.emit(kind, self.record, field, text))
        editor.concern_asked.connect(self._ask_concern)
        section.addWidget(editor)
        self._editors.append(editor)
        return editor

    def _ask_concern(self) -> None:
        self.concern_asked.emit(self.KIND, self.record, self._name)

    # --- its own ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget(self._scroll)
        self._column = QVBoxLayout(self._inside)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head.addLayout(words, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addLayout(self._pills)
        self._column.addStretch(1)
        self._column.addWidget(self.concern, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroll.setWidget(self._inside)
        for ground in (self._scroll.viewport(), self._inside):
            ground.setAutoFillBackground(False)  # the card's own white shows, round corners too
        self.body.addWidget(self._scroll)

    def _measure_panel(self) -> None:
        margins(self._inside, 17, 10)
        self._column.setSpacing(scaled(16))
        for section in self._sections:
            section.setSpacing(scaled(8))

"""One card under Needs review: its head with a pill, its columns, and the keys that act on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from onemm_desktop.views.review.columns import Columns
from onemm_desktop.views.review.words import breakable
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import Card, Pill, Text


class ReviewCard(Card):
    """Base of both sorts of card. It takes the focus: Up and Down move between cards, letters act on this one."""

    moved = Signal(int)
    #: The card's check box was set or cleared by somebody.
    ticked = Signal(bool)

    def __init__(self, title: str, beneath: str, pill: tuple[str, Tone], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(18, 16), spacing=12)
        self.title = title
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}. {pill[0]}")
        self.tick = QCheckBox(self)
        self.tick.setAccessibleName(title)
        self.tick.setChecked(True)
        self.tick.hide()
        self.tick.clicked.connect(self.ticked)
        heading = Text(breakable(title), "heading", self, wrap=True)
        small = Text(breakable(beneath), "small", self, wrap=True)
        small.setVisible(bool(beneath))
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (heading, small):
            part.setMinimumWidth(1)
            words.addWidget(part)
        self.pill = Pill(*pill, parent=self)
        ticked_words = QHBoxLayout()
        ticked_words.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        ticked_words.addLayout(words, 1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(scaled(12))
        self._head.addLayout(ticked_words, 1)
        self._head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._head)
        self.columns = Columns(self)
        self.body.addWidget(self.columns)

    @property
    def writing(self) -> bool:
        """Whether its form is open. Override."""
        return False

    def begin_writing(self) -> None:
        """Open its form, if it has one. Override."""

    @property
    def typing(self) -> str:
        """What is half typed on this card, which must not be lost; nothing while nobody types. Override."""
        return ""

    def set_choosing(self, choosing: bool) -> None:
        """Show the check box: several are being settled at once."""
        self.tick.setVisible(choosing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The pill stands beside the title where that leaves the title room, and beneath it where not.
        fits = self.width() - self.pill.sizeHint().width() > scaled(320)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif not (plain and self.act(event.text().casefold())):
            super().keyPressEvent(event)

    def act(self, letter: str) -> bool:
        """Do what a letter stands for; whether it stands for anything. Override."""
        return False

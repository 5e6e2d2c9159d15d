"""What a card beside a list is made of: facts, short lists, and fields that can be put right on the spot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from onemm_desktop.views.concerns.hint import ConcernHint
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.widgets import LinkButton, Pill, Text

_LONG_RUN = re.compile(r"\S{20}(?=\S{4})")


class Facts(QWidget):
    """Names at the left, values at the right; what is empty is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these instead."""
        clear(self._grid)
        self._grid.setHorizontalSpacing(scaled(14))
        self._grid.setVerticalSpacing(scaled(4))
        told = [(name, value) for name, value in facts if value]
        for row, (name, value) in enumerate(told):
            label = Text(name, "small", self)
            label.setMinimumWidth(scaled(104))
            words = Text(breakable(value), "body", self, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
        self.setVisible(bool(told))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a short list. With ``follows`` (kind, record) its text can be chosen."""

    text: str
    detail: str = ""
    pill: tuple[str, Tone] | None = None
    follows: tuple[str, str] | None = None


class Lines(QWidget):
    """A short list: text with a quieter second line, and a pill at the right."""

    followed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these instead."""
        clear(self._column)
        self._column.setSpacing(scaled(8))
        for line in lines:
            self._column.addWidget(self._made(line))
        self.setVisible(bool(lines))

    def _made(self, line: Line) -> QWidget:
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words(line))
        if line.detail:
            words.addWidget(Text(breakable(line.detail), "small", whole, wrap=True))
        row.addLayout(words, 1)
        if line.pill:
            row.addWidget(Pill(*line.pill, whole), 0, Qt.AlignmentFlag.AlignTop)
        return whole

    def _words(self, line: Line) -> QWidget:
        if line.follows is None:
            return Text(breakable(line.text), "body", self, wrap=True)
        kind, record = line.follows
        link = LinkButton(line.text, self)
        link.setProperty("flush", True)  # in line with the words beneath
        link.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        link.setToolTip(line.text)
        link.clicked.connect(lambda: self.followed.emit(kind, record))
        return link


class _LongText(QPlainTextEdit):
    """A field of several lines that says when it is left; Tab leaves it, and so does Ctrl+Enter."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Amendable(QWidget):
    """A labelled field that is saved when it is left, and only if somebody typed into it.

    What is being typed is never overwritten by a card that was read anew; Esc puts back what was there.
    """

    amended = Signal(str)
    #: What is written belongs on the sealed form.
    concern_asked = Signal()

    def __init__(self, field: str, label: str, parent: QWidget | None = None, *, long: bool = False) -> None:
        super().__init__(parent)
        self.field = field
        self._value = ""
        self._asked: str | None = None
        self._line = None if long else QLineEdit(self)
        self._long = _LongText(self) if long else None
        name = Text(label, "small", self)
        name.setBuddy(self.box)
        self.box.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(3))
        column.addWidget(name)
        column.addWidget(self.box)
        if self._long is not None:
            hint = ConcernHint(self._long, self)
            hint.asked.connect(self.concern_asked)
            column.addWidget(hint)
        self.setFocusProxy(self.box)
        if self._line is not None:
            self._line.editingFinished.connect(self.save)
        if self._long is not None:
            self._long.left.connect(self.save)
        self._measure()

    @property
    def box(self) -> QLineEdit | QPlainTextEdit:
        """The part one types into."""
        box = self._line or self._long
        if box is None:
            raise RuntimeError("a field has either one line or several")
        return box

    @property
    def text(self) -> str:
        """What stands in it now."""
        return self._line.text() if self._line is not None else self._long.toPlainText() if self._long else ""

    def show_value(self, value: str, *, editable: bool, afresh: bool) -> None:
        """Show what is stored. ``afresh``: this is another card; otherwise unsaved words stay."""
        typing = self.text not in (self._value, self._asked) and not afresh
        self._value, self._asked = value, None
        self.box.setReadOnly(not editable)
        if not typing and self.text != value:
            self._put(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text != self._value:
            self._put(self._value)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def save(self) -> None:
        """Have it saved if somebody typed into it since; called when the field is left."""
        if self.text not in (self._value, self._asked) and not self.box.isReadOnly():
            self._asked = self.text
            self.amended.emit(self.text)

    def not_saved(self) -> None:
        """It could not be saved: the words stay, and leaving the field tries again."""
        self._asked = None

    def _put(self, value: str) -> None:
        if self._line is not None:
            self._line.setText(value)
            self._line.setCursorPosition(0)
        if self._long is not None:
            self._long.setPlainText(value)

    def _measure(self) -> None:
        if self._long is not None:
            self._long.setFixedHeight(scaled(84))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def breakable(text: str) -> str:
    """The same words, which may be broken after every twenty letters: a label is as wide as its longest word."""
    return _LONG_RUN.sub("\\g<0>\u200b", text)

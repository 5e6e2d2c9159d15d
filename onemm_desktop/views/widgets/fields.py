"""Fields to type into and to choose from, each with its label."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from onemm_desktop.views import icons
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import tokens_of
from onemm_desktop.views.widgets.text import Text

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchField(QLineEdit):
    """The field one types a name into; it never loses the focus to the list below it.

    ``drive`` hands Up, Down, Page Up and Page Down to a list. Esc clears.
    """

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list: QAbstractItemView | None = None
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self.searched)

    def sizeHint(self) -> QSize:
        return QSize(scaled(300), super().sizeHint().height())

    def drive(self, view: QAbstractItemView) -> None:
        """Let the arrow keys move in this list while the focus stays here."""
        self._list = view

    def put_text(self, text: str) -> None:
        """Put words into the field and say so, as if a person had typed them."""
        self.setText(text)
        self.searched.emit(text)

    def clear_text(self) -> None:
        """Empty the field and say so, as if a person had done it."""
        self.put_text("")

    def event(self, event: QEvent) -> bool:
        overriding = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if overriding and not self.text() and cast("QKeyEvent", event).matches(QKeySequence.StandardKey.Undo):
            # An empty field has nothing of its own to undo: Ctrl+Z is the window's, and takes a mark back.
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES and self._list is not None:
            self._list.event(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_text()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = scaled(20)
        picture = icons.pixmap("search", tokens_of(self.palette()).secondary, size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(scaled(11), (self.height() - size) // 2, picture)


class Choice(QComboBox):
    """A drop-down list that looks like the other fields."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0)
        return QSize(widest + scaled(52), scaled(35))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(90), scaled(35))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(tokens.primary if self.hasFocus() else tokens.edge), thick))
        painter.setBrush(QColor(tokens.card if self.isEnabled() else tokens.ground))
        half = thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), scaled(8), scaled(8))
        size = scaled(18)
        arrow = icons.pixmap("keyboard_arrow_down", tokens.secondary, size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self.width() - size - scaled(9), (self.height() - size) / 2), arrow)
        painter.setPen(QColor(tokens.ink if self.isEnabled() else tokens.disabled))
        words = self.rect().adjusted(scaled(12), 0, -size - scaled(14), 0)
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class Field(QWidget):
    """A label, a line to type into, and beneath it one sentence when something is wrong with what was typed."""

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        secret: bool = False,
        help_text: str = "",
    ) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(label)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        name = Text(label, "strong", self)
        name.setBuddy(self.line)
        self._help = help_text
        self._note = Text(help_text, "small", self, wrap=True)
        self._note.setVisible(bool(help_text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        for part in (name, self.line, self._note):
            column.addWidget(part)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.line.textEdited.connect(self.clear_wrong)

    @property
    def text(self) -> str:
        """What was typed, without spaces around it; a secret exactly as typed."""
        typed = self.line.text()
        return typed if self.line.echoMode() == QLineEdit.EchoMode.Password else typed.strip()

    @property
    def wrong(self) -> str:
        """The sentence that stands beneath the field, or nothing."""
        return self._note.text() if self.line.property("wrong") else ""

    def set_wrong(self, sentence: str) -> None:
        """Say beneath the field what is wrong with it; what was typed stays."""
        self._mark(sentence)

    def clear_wrong(self) -> None:
        """Take the sentence back, as soon as somebody types."""
        if self.line.property("wrong"):
            self._mark("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        layout = self.layout()
        if event.type() == QEvent.Type.StyleChange and layout is not None:
            layout.setSpacing(scaled(4))

    def _mark(self, sentence: str) -> None:
        self.line.setProperty("wrong", bool(sentence))
        self.line.setAccessibleDescription(sentence)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        self._note.setText(sentence or self._help)
        self._note.set_tone("bad" if sentence else None)
        self._note.setVisible(bool(sentence or self._help))

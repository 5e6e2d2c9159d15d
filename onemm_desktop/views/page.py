"""A page of the window: its title, one line of facts, its buttons at the top right, and below them its body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onemm_desktop.changes import Change
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets.buttons import LinkButton
from onemm_desktop.views.widgets.flow import Flow
from onemm_desktop.views.widgets.notices import MessageBar
from onemm_desktop.views.widgets.text import Kind, Text


class Page(QWidget):
    """Base of every page. Put the contents into ``body``; say trouble through ``bar``.

    ``went_back`` is emitted by the way back that ``set_back`` shows above the title.
    """

    went_back = Signal()

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back = LinkButton("", self)
        self._back.setProperty("flush", True)
        self._back.clicked.connect(self.went_back)
        self._back.hide()
        self._title = _Shrinking(title, "title", self)
        self._facts = _Shrinking("", "small", self)
        self._buttons = Flow(spacing=12)
        self.bar = MessageBar(self)
        self.body = QVBoxLayout()
        self._lay_out()
        self.set_title(title)
        self._measure()

    def shown(self) -> None:
        """The page has come to the front: read what it shows. Override."""

    def changed(self, change: Change) -> None:
        """Something was written, here or by a sync: refresh what it concerns. Override."""

    def take_scan(self, code: str) -> bool:
        """A scanner has read this while the page was in front. True if the page had a use for it. Override."""
        return False

    def place(self) -> dict[str, Any]:
        """Where this page is, such as which event is open, as plain values: to come back after a lock. Override."""
        return {}

    def come_back(self, place: Mapping[str, Any]) -> None:
        """Go to a place that ``place`` told of; the page is in front already. Override."""

    @property
    def title(self) -> str:
        """The words at the top."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Change the words at the top."""
        self._title.setText(title)
        self._title.setToolTip(title)
        self.setAccessibleName(title)

    def set_facts(self, facts: str) -> None:
        """Change the line of facts beneath the title."""
        self._facts.setText(facts)
        self._facts.setToolTip(facts)
        self._facts.setVisible(bool(facts))

    def set_back(self, words: str) -> None:
        """Show a way back above the title ("Events"); nothing hides it."""
        self._back.set_words(f"‹ {words}" if words else "")
        self._back.setVisible(bool(words))

    def add_button(self, button: QAbstractButton) -> None:
        """Add a button at the top right; the primary one last."""
        self._buttons.add(button)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()  # a button has come, gone, or got other words
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Buttons beside the title where both fit, beneath it where they do not."""
        wanted = self._buttons.sizeHint().width() + min(self._title.sizeHint().width(), scaled(280)) + scaled(80)
        fits = wanted <= self.width()
        direction = QBoxLayout.Direction
        self._header.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        self._facts.hide()
        self._header = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._header.addLayout(words, 1)
        self._header.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._header)
        self._column.addWidget(self.bar)
        self._column.addLayout(self.body, 1)

    def _measure(self) -> None:
        self._column.setContentsMargins(scaled(28), scaled(22), scaled(28), scaled(22))
        self._column.setSpacing(scaled(14))
        self._header.setSpacing(scaled(16))
        self.body.setSpacing(scaled(16))


class _Shrinking(Text):
    """Words that take a second line, and are elided there, rather than push the window wider than the screen."""

    def __init__(self, text: str, kind: Kind, parent: QWidget) -> None:
        super().__init__(text, kind, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(80), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = "\n".join(self._lines(self.width()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _lines(self, width: int) -> list[str]:
        """The words in one line, or broken between words into two."""
        metrics = self.fontMetrics()
        words = self.text().split(" ")
        fitting = len(words)
        while fitting > 1 and metrics.horizontalAdvance(" ".join(words[:fitting])) > width:
            fitting -= 1
        lines = [" ".join(words[:fitting]), " ".join(words[fitting:])]
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line] or [""]

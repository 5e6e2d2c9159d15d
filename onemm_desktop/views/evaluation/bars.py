"""How often each answer was given, as bars with their numbers; said to a screen reader in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import tokens_of


class Bars(QWidget):
    """One bar a line: the answer, its bar, how often."""

    def __init__(self, lines: list[tuple[str, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self.setAccessibleName(", ".join(f"{word}: {count}" for word, count in lines))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(scaled(560))

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), len(self.lines) * self._row())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(140), len(self.lines) * self._row())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        left = max(metrics.horizontalAdvance(word) for word, _ in self.lines) + scaled(10)
        most = max(1, *(count for _, count in self.lines))
        right = metrics.horizontalAdvance("0") * len(str(most)) + scaled(10)
        row, room = self._row(), self.width() - left - right
        for place, (word, count) in enumerate(self.lines):
            line = QRectF(0, place * row, self.width(), row)
            painter.setPen(QColor(tokens.ink))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            wide = room * count / most
            painter.drawRoundedRect(QRectF(left, line.top() + row * 0.22, wide, row * 0.56), scaled(3), scaled(3))
            painter.setPen(QColor(tokens.secondary))
            painter.drawText(
                line.adjusted(left + wide + scaled(6), 0, 0, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                str(count),
            )

    def _row(self) -> int:
        return self.fontMetrics().height() + scaled(4)

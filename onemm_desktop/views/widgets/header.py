"""The head of a table: small bold words, a fine line, and an arrow at the column that sorts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from onemm_desktop.views import icons
from onemm_desktop.views.theme import scaled, sized
from onemm_desktop.views.tokens import tokens_of


class TableHeader(QHeaderView):
    """A horizontal header in the design's dress."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(42))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = tokens_of(self.palette())
        painter.save()
        painter.fillRect(rect, QColor(tokens.card))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(sized(self.font(), 12, QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens.secondary))
        title = str(self.model().headerData(section, self.orientation()) or "")
        words = rect.adjusted(scaled(12), 0, -scaled(4), 0)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            falling = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            arrow = "arrow_drop_down" if falling else "arrow_drop_up"
            size = scaled(18)
            x = words.left() + painter.fontMetrics().horizontalAdvance(shown) + scaled(2)
            y = rect.top() + (rect.height() - size) / 2
            painter.drawPixmap(QPointF(x, y), icons.pixmap(arrow, tokens.primary, size, self.devicePixelRatioF()))
        painter.restore()

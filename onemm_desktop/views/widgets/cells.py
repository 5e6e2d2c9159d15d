"""How one cell of a table is painted. Straight to the painter, because a style would cost most of a frame.

``RowCell`` is ordinary text; the others draw a check mark, a bold name or a pill over the same row.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from onemm_desktop.views.theme import scaled, sized
from onemm_desktop.views.tokens import Tokens, tokens_of
from onemm_desktop.views.widgets.pill import paint_pill, pill_width
from onemm_desktop.views.widgets.roles import PILL_ROLE, SECONDARY_ROLE

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RowCell(QStyledItemDelegate):
    """Text in the row's colours, elided with a tooltip; the base of the other cells."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = tokens_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_row(painter, option, index, tokens)
        self.paint_content(painter, option, index, tokens)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self.width_of(option, index) + scaled(20), scaled(46))

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, tokens: Tokens) -> None:
        """Draw what is in the cell."""
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.secondary if enabled else tokens.disabled))
        self._draw_text(painter, _inner(option), str(index.data() or ""))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """The whole text as a tooltip, but only where it did not fit and the model says nothing else."""
        text = str(index.data() or "")
        told = index.data(Qt.ItemDataRole.ToolTipRole)
        if event.type() != QEvent.Type.ToolTip or told or self.width_of(option, index) <= _inner(option).width():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), text, view)
        return True

    def width_of(self, option: QStyleOptionViewItem, index: _Index) -> int:
        """The width that the content would like."""
        return int(option.fontMetrics.horizontalAdvance(str(index.data() or "")))

    @staticmethod
    def _draw_text(painter: QPainter, box: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, shown)

    @staticmethod
    def _paint_row(painter: QPainter, option: QStyleOptionViewItem, index: _Index, tokens: Tokens) -> None:
        rect: QRect = option.rect
        view: QWidget | None = option.widget
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.primary_soft))
            if index.column() == 0 and view is not None and view.hasFocus():
                painter.fillRect(QRect(rect.left(), rect.top(), scaled(3), rect.height() - 1), QColor(tokens.primary))
        elif getattr(view, "hovered_row", -1) == index.row():
            painter.fillRect(rect, QColor(tokens.hover))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class NameCell(RowCell):
    """A name in bold; beneath it, smaller, what SECONDARY_ROLE says."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, tokens: Tokens) -> None:
        font: QFont = option.font
        box = _inner(option)
        beneath = index.data(SECONDARY_ROLE)
        painter.setFont(sized(font, 14, QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens.ink))
        if not beneath:
            self._draw_text(painter, box, str(index.data() or ""))
            return
        upper = QRect(box.left(), box.top() + scaled(4), box.width(), box.height() // 2 - scaled(3))
        self._draw_text(painter, upper, str(index.data() or ""))
        painter.setFont(sized(font, 12))
        painter.setPen(QColor(tokens.secondary))
        self._draw_text(painter, QRect(box.left(), upper.bottom(), box.width(), upper.height()), str(beneath))


class PillCell(RowCell):
    """A pill from PILL_ROLE."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, tokens: Tokens) -> None:
        pill = index.data(PILL_ROLE)
        if pill:
            text, tone = pill
            painter.setFont(sized(option.font, 14))
            paint_pill(painter, QRectF(_inner(option)), text, tone, option.palette)

    def width_of(self, option: QStyleOptionViewItem, index: _Index) -> int:
        return pill_width(option.fontMetrics, str(index.data() or ""))


class CheckCell(RowCell):
    """A check mark from CheckStateRole; a click sets the opposite through the model."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, tokens: Tokens) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        box = _check_box(option.rect)
        if Qt.CheckState(state) == Qt.CheckState.Checked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.ok_fill))
            painter.drawRoundedRect(box, scaled(5), scaled(5))
            pen = QPen(QColor(tokens.on_accent), scaled(2))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            steps = ((0.26, 0.52), (0.43, 0.69), (0.75, 0.34))
            painter.drawPolyline([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in steps])
        else:
            painter.setPen(QPen(QColor(tokens.edge), 1.5))
            painter.setBrush(QColor(tokens.card))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), scaled(5), scaled(5))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        opposite = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, opposite, Qt.ItemDataRole.CheckStateRole)

    def width_of(self, option: QStyleOptionViewItem, index: _Index) -> int:
        return 0


def _inner(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect.adjusted(scaled(12), 0, -scaled(8), 0)


def _check_box(cell: QRect) -> QRectF:
    size = scaled(22)
    return QRectF(cell.left() + scaled(12), cell.top() + (cell.height() - size) / 2, size, size)

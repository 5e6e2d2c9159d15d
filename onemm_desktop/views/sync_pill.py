"""The sync pill: three true numbers (to send, needs attention, last verified), one click to the details."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views import icons
from onemm_desktop.views.sync_words import headline, tone, under
from onemm_desktop.views.theme import scaled, sized
from onemm_desktop.views.tokens import tokens_of
from onemm_desktop.views.widgets.pill import paint_pill

_ICONS = {
    "never": "cloud_off",
    "offline": "cloud_off",
    "busy": "sync",
    "online": "cloud_done",
    "sending": "sync",
    "receiving": "sync",
    "attention": "error",
}


def _system_clock() -> datetime:
    return datetime.now(UTC)


class SyncPill(QAbstractButton):
    """Says what ``SyncStatus`` says, and nothing else."""

    def __init__(self, parent: QWidget | None = None, *, now: Callable[[], datetime] = _system_clock) -> None:
        super().__init__(parent)
        self._now = now
        self._narrow = False
        self._status = SyncStatus()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_status(self._status)

    @property
    def words(self) -> str:
        """The headline, as it is shown."""
        return headline(self._status)

    def set_status(self, status: SyncStatus) -> None:
        """Show another state."""
        self._status = status
        self._lines = under(status, self._now())
        told = " · ".join([headline(status), *self._lines])
        self.setAccessibleName(told)
        leads = self.tr("Shows what needs review") if status.attention else self.tr("Shows the details in Settings")
        self.setAccessibleDescription(leads)
        self.setToolTip("\n".join([headline(status), *self._lines]))
        self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """An icon and the number to send."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._narrow:
            return QSize(scaled(44), scaled(54))
        return QSize(scaled(192), scaled(32) + len(self._lines) * scaled(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(44), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._narrow:
            self._paint_narrow(painter)
        else:
            self._paint_wide(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens_of(self.palette()).primary), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), scaled(8), scaled(8))

    def _paint_wide(self, painter: QPainter) -> None:
        tokens = tokens_of(self.palette())
        box = QRectF(scaled(2), scaled(2), self.width() - scaled(4), scaled(26))
        soft = tokens.tone(tone(self._status))[1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(soft))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(sized(self.font(), 13, QFont.Weight.DemiBold))
        paint_pill(painter, box.adjusted(scaled(4), 0, 0, 0), self.words, tone(self._status), self.palette())
        painter.setFont(sized(self.font(), 13))
        painter.setPen(QColor(tokens.secondary))
        for number, line in enumerate(self._lines):
            words = QRectF(scaled(4), scaled(32 + 20 * number), self.width() - scaled(6), scaled(18))
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(words.width()))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_narrow(self, painter: QPainter) -> None:
        tokens = tokens_of(self.palette())
        colour, soft = tokens.tone(tone(self._status))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), scaled(8), scaled(8))
        size = scaled(20)
        picture = icons.pixmap(_ICONS[self._status.state], colour, size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((self.width() - size) / 2, scaled(7)), picture)
        painter.setFont(sized(self.font(), 12, QFont.Weight.DemiBold))
        painter.setPen(QColor(colour))
        number = self._status.attention if self._status.state == "attention" else self._status.unsent
        words = QRectF(0, scaled(29), self.width(), scaled(20))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, f"{number:,}")

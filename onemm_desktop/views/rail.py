"""The rail at the left: whose records these are, where one can go, and how the copies stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from onemm_desktop.views import icons
from onemm_desktop.views.concerns.nag import ConcernNag
from onemm_desktop.views.sync_pill import SyncPill
from onemm_desktop.views.theme import scaled, sized
from onemm_desktop.views.tokens import tokens_of


class RailEntry(QAbstractButton):
    """One page to go to: icon, word, and a count where something waits there."""

    def __init__(self, title: str, icon: str, parent: QWidget | None = None, *, key: str = "") -> None:
        super().__init__(parent)
        self._icon = icon
        self._title = title
        self._count = 0
        self._narrow = False
        self.setText(title)
        self.setCheckable(True)
        self.setToolTip(f"{title}   {key}" if key else title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_count(self, count: int) -> None:
        """How many things wait there; 0 shows nothing."""
        self._count = count
        self._name()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Only the icon."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(44 if self._narrow else 192), scaled(38))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(44), scaled(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(tokens.primary), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = tokens.primary_soft if chosen else tokens.hover if self.underMouse() else tokens.card
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, scaled(8), scaled(8))
        colour = tokens.primary if chosen else tokens.secondary
        size = scaled(20)
        left = (self.width() - size) / 2 if self._narrow else scaled(12)
        picture = icons.pixmap(self._icon, colour, size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, (self.height() - size) / 2), picture)
        painter.setPen(QColor(colour))
        if self._narrow:
            self._paint_small_count(painter)
            return
        painter.setFont(sized(self.font(), 14, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal))
        count = f"{self._count:,}" if self._count else ""
        words = self.rect().adjusted(scaled(43), 0, -scaled(10), 0)
        room = words.width() - (painter.fontMetrics().horizontalAdvance(count) + scaled(12) if count else 0)
        shown = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        after = words.adjusted(painter.fontMetrics().horizontalAdvance(shown) + scaled(12), 0, scaled(10), 0)
        painter.drawText(after, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, count)

    def _paint_small_count(self, painter: QPainter) -> None:
        if self._count:
            painter.setFont(sized(self.font(), 10, QFont.Weight.Bold))
            corner = self.rect().adjusted(0, scaled(2), -scaled(4), 0)
            painter.drawText(corner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, f"{self._count:,}")

    def _name(self) -> None:
        self.setAccessibleName(f"{self._title}, {self._count:,}" if self._count else self._title)


class Brand(QWidget):
    """1MM and the region whose records these are."""

    def __init__(self, region: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region = region
        self._narrow = False
        self.setToolTip(region)
        self.setAccessibleName(f"1MM {region}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Only the mark."""
        self._narrow = narrow
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(scaled(44), scaled(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setFont(sized(self.font(), 14 if self._narrow else 20, QFont.Weight.Bold))
        painter.setPen(QColor(tokens.primary))
        align = Qt.AlignmentFlag.AlignVCenter
        align |= Qt.AlignmentFlag.AlignHCenter if self._narrow else Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), align, "1MM")
        if self._narrow:
            return
        used = painter.fontMetrics().horizontalAdvance("1MM") + scaled(5)
        painter.setFont(sized(self.font(), 14))
        painter.setPen(QColor(tokens.secondary))
        words = self.rect().adjusted(used, scaled(3), 0, 0)
        shown = painter.fontMetrics().elidedText(self._region, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, align, shown)


class Rail(QWidget):
    """Brand, entries and the sync pill. ``chosen`` carries the key of the entry that was clicked."""

    chosen = Signal(str)

    def __init__(self, region: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self._entries: dict[str, RailEntry] = {}
        self._brand = Brand(region, self)
        self.nag = ConcernNag(self)
        self.pill = SyncPill(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._brand)
        self._upper = QVBoxLayout()
        self._lower = QVBoxLayout()
        self._column.addLayout(self._upper)
        self._column.addStretch(1)
        self._column.addLayout(self._lower)
        self._column.addWidget(self.nag)
        self._column.addWidget(self.pill)
        self._last: QWidget = self._brand
        self._narrow = False
        self._measure()

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def add(self, key: str, title: str, icon: str, *, low: bool = False) -> None:
        """Add an entry at the end; ``low`` ones stand beneath the others, above the pill."""
        number = len(self._entries) + 1
        entry = RailEntry(title, icon, self, key=f"Alt+{number}" if number <= 9 else "")
        entry.clicked.connect(lambda: self.chosen.emit(key))
        entry.set_narrow(self._narrow)
        self._entries[key] = entry
        (self._lower if low else self._upper).addWidget(entry)
        QWidget.setTabOrder(self._last, entry)
        QWidget.setTabOrder(entry, self.nag)
        QWidget.setTabOrder(self.nag, self.pill)
        self._last = entry

    def entry(self, key: str) -> RailEntry:
        """One entry, for example to set its count."""
        return self._entries[key]

    def show_chosen(self, key: str) -> None:
        """Highlight where we are."""
        for other, entry in self._entries.items():
            entry.setChecked(other == key)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, where the window is narrow or the text large."""
        self._narrow = narrow
        self._brand.set_narrow(narrow)
        self.nag.set_narrow(narrow)
        self.pill.set_narrow(narrow)
        for entry in self._entries.values():
            entry.set_narrow(narrow)
        self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.card))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        side = scaled(8 if self._narrow else 14)
        self.setFixedWidth(scaled(60 if self._narrow else 220))
        self._column.setContentsMargins(side, scaled(16), side + 1, scaled(14))
        self._column.setSpacing(scaled(14))
        for part in (self._upper, self._lower):
            part.setSpacing(scaled(4))

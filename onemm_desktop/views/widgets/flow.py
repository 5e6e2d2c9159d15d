"""A row that becomes two when it does not fit: at 200 % text no button may push another off the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from onemm_desktop.views.theme import scaled


class Flow(QLayout):
    """Lays its widgets out from left to right, in as many lines as they need.

    ``spacing`` in px of the design. A widget added with ``stretch=True`` takes what is left of its line; ``even``
    makes all of them equally wide (the counters over a register) and breaks into equal lines where they do not fit.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 10, even: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._stretching: set[QWidget] = set()
        self._gap = spacing
        self._even = even
        self._width = 0
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, *, stretch: bool = False) -> None:
        """Add a widget at the end of the row."""
        if stretch:
            self._stretching.add(widget)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # Qt asks past the end
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # Qt asks past the end
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)
        if rect.width() != self._width:
            # Boxes around us ask for the smallest height without telling the width: answer for the present one.
            self._width = rect.width()
            self.invalidate()

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + scaled(self._gap) * max(len(shown) - 1, 0)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest of them, as high as the lines that the present width makes."""
        shown = self._shown()
        width = max((item.minimumSize().width() for item in shown), default=0)
        one_line = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, self.heightForWidth(self._width) if self._width else one_line)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _even_lines(self, width: int) -> list[list[QLayoutItem]]:
        shown = self._shown()
        widest = max((item.sizeHint().width() for item in shown), default=0)
        fitting = max((width + scaled(self._gap)) // max(widest + scaled(self._gap), 1), 1)
        lines = max(-(-len(shown) // fitting), 1)
        each = max(-(-len(shown) // lines), 1)
        return [shown[first : first + each] for first in range(0, len(shown), each)]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        if self._even:
            return self._even_lines(width)
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if lines and used + scaled(self._gap) + needed <= width:
                lines[-1].append(item)
                used += scaled(self._gap) + needed
            else:
                lines.append([item])
                used = needed
        return lines

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place everything (if ``move``) and say how high it all is."""
        gap = scaled(self._gap)
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, rect, top, height)
            top += height + gap
        return max(top - gap - rect.top(), 0)

    def _place(self, line: list[QLayoutItem], rect: QRect, top: int, height: int) -> None:
        gap = scaled(self._gap)
        left = rect.left()
        spare = rect.width() - sum(item.sizeHint().width() for item in line) - gap * (len(line) - 1)
        growing = sum(1 for item in line if item.widget() in self._stretching)
        for number, item in enumerate(line):
            size = item.sizeHint()
            width = size.width()
            if self._even:
                width = (rect.right() + 1 - left - gap * (len(line) - 1 - number)) // (len(line) - number)
            if item.widget() in self._stretching:
                width += max(spare // growing, 0)
            width = min(width, rect.width())
            item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), QSize(width, size.height())))
            left += width + gap

"""Icons in the colours of the theme: the shipped SVGs, recoloured and cached by name, colour and size.

Painters call ``pixmap`` while they paint, so a change of palette needs no news; ``drop`` frees what it left behind.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import resource


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon, ``size`` px wide and high in device-independent pixels. Raises FileNotFoundError for a wrong name."""
    svg = resource("icons", f"{name}.svg").read_bytes().replace(b"<svg ", f'<svg fill="{colour}" '.encode(), 1)
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """The same as a QIcon, sharp on high-density screens too, for widgets that paint theirs themselves."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, colour, size, ratio))
    return made


def drop() -> None:
    """Forget all drawn icons: their colours are out of date."""
    pixmap.cache_clear()

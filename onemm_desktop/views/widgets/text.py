"""Words on a page in the few sizes of the design: title, heading, body, small print."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from onemm_desktop.views.theme import sized
from onemm_desktop.views.tokens import Tone, tokens_of

Kind = Literal["title", "number", "heading", "body", "strong", "small", "label"]

_SIZES: dict[Kind, tuple[int, QFont.Weight]] = {
    "title": (24, QFont.Weight.Bold),
    "number": (26, QFont.Weight.Bold),
    "heading": (16, QFont.Weight.DemiBold),
    "body": (14, QFont.Weight.Normal),
    "strong": (14, QFont.Weight.DemiBold),
    "small": (13, QFont.Weight.Normal),
    "label": (12, QFont.Weight.DemiBold),
}
_SECONDARY: frozenset[Kind] = frozenset({"small", "label"})


class Text(QLabel):
    """A label in one of the design's sizes. Plain text always: names may hold anything, also markup.

    ``tone`` colours it; without one, small print and labels are secondary and the rest is ink.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = "body",
        parent: QWidget | None = None,
        *,
        tone: Tone | None = None,
        wrap: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._dress()

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the words anew."""
        self._tone = tone
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        pixels, weight = _SIZES[self._kind]
        self.setFont(sized(self.font(), pixels, weight))
        tokens = tokens_of(self.palette())
        colour = tokens.ink
        if self._tone is not None:
            colour = tokens.tone(self._tone)[0]
        elif self._kind in _SECONDARY:
            colour = tokens.secondary
        palette = QPalette()  # a fresh one: only the colour named here is fixed, the rest stays inherited
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.setPalette(palette)

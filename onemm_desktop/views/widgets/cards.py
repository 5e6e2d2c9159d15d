"""Cards: what belongs together, on the pale ground."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onemm_desktop.views.theme import margins, scaled
from onemm_desktop.views.widgets.text import Text


class Card(QFrame):
    """A white panel with a fine line. Put things into ``body``.

    ``chosen`` gives it the accent, ``quiet`` the colour of the ground (a card within a card).
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        title: str = "",
        horizontal: bool = False,
        padding: tuple[int, int] = (18, 16),
        spacing: int = 10,
        chosen: bool = False,
        quiet: bool = False,
    ) -> None:
        super().__init__(parent)
        self._padding = padding
        self._spacing = spacing
        self.setProperty("chosen", chosen)
        self.setProperty("quiet", quiet)
        self.body: QBoxLayout = QHBoxLayout(self) if horizontal else QVBoxLayout(self)
        if title:
            self.body.addWidget(Text(title, "heading", self))
            self.setAccessibleName(title)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        margins(self, *self._padding)
        self.body.setSpacing(scaled(self._spacing))


class Counter(Card):
    """A number and its word, as over the register: 31 present."""

    def __init__(self, word: str, parent: QWidget | None = None, *, number: int = 0) -> None:
        super().__init__(parent, padding=(18, 10), spacing=0)
        self._word = word
        self._number = Text("", "number", self)
        self.body.addWidget(self._number)
        self.body.addWidget(Text(word, "small", self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_number(number)

    def set_number(self, number: int) -> None:
        """Show another number."""
        self._number.setText(f"{number:,}")
        self.setAccessibleName(f"{number:,} {self._word}")

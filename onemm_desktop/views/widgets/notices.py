"""What a page says besides its data: nothing here yet, something went wrong, this takes a while."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from onemm_desktop.views import icons
from onemm_desktop.views.theme import margins, scaled
from onemm_desktop.views.tokens import Tone, tokens_of
from onemm_desktop.views.widgets.buttons import LinkButton, SecondaryButton
from onemm_desktop.views.widgets.cards import Card
from onemm_desktop.views.widgets.text import Text

_TONE_ICONS: dict[Tone, str] = {
    "ok": "check_circle",
    "warn": "warning",
    "bad": "error",
    "neutral": "info",
    "primary": "info",
}


class Picture(QWidget):
    """One icon in the colours of the theme. Says nothing to a screen reader: the words beside it do."""

    def __init__(self, name: str, size: int = 20, parent: QWidget | None = None, *, tone: Tone = "neutral") -> None:
        super().__init__(parent)
        self._name, self._size, self._tone = name, size, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, name: str, tone: Tone) -> None:
        """Show another one."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = tokens_of(self.palette()).tone(self._tone)[0]
        QPainter(self).drawPixmap(0, 0, icons.pixmap(self._name, colour, scaled(self._size), self.devicePixelRatioF()))


class EmptyState(QWidget):
    """An empty list: what to do first, and a button that does it where there is one."""

    acted = Signal()

    def __init__(
        self, picture: str, title: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a page may rest here, so that the reason is read out
        column = QVBoxLayout(self)
        column.setSpacing(scaled(8))
        column.addStretch(2)
        column.addWidget(Picture(picture, 44, self), 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = Text(title, "heading", self, wrap=True)
        self._sentence = Text(sentence, "small", self, wrap=True)
        for words in (self._title, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        if action:
            button = SecondaryButton(action, self)
            button.clicked.connect(self.acted)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_words(title, sentence)

    def set_words(self, title: str, sentence: str) -> None:
        """Say something else, for example that the search found nothing."""
        self.setAccessibleName(" ".join(part for part in (title, sentence) if part))
        self._title.setText(title)
        self._sentence.setText(sentence)


class MessageBar(QWidget):
    """One sentence and at most one action, next to the cause. Hidden until ``show_message``."""

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = "bad"
        row = QHBoxLayout(self)
        self._picture = Picture("error", 20, self)
        self._words = Text("", "body", self, wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action = SecondaryButton("", self)
        self.action.clicked.connect(self.acted)
        self.action.hide()
        self._close = LinkButton(self.tr("Close"), self)
        self._close.clicked.connect(self.dismiss)
        for part, stretch in ((self._picture, 0), (self._words, 1), (self.action, 0), (self._close, 0)):
            row.addWidget(part, stretch)
        self._measure()
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says now; nothing while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_message(self, sentence: str, action: str = "", tone: Tone = "bad") -> None:
        """Say this. ``action`` are the words of the button whose click emits ``acted``; no button without."""
        self._tone = tone
        self._picture.set_picture(_TONE_ICONS[tone], tone)
        self._words.setText(sentence)
        self._words.set_tone(tone)
        self.action.set_words(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.show()
        self.update()

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self.palette()).tone(self._tone)[1]))
        painter.drawRoundedRect(self.rect(), scaled(8), scaled(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        margins(self, 14, 8)


class ProgressPanel(Card):
    """Long work: what is being done, how far it is, how long it will take, and a way to stop it."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, *, cancel: str = "") -> None:
        super().__init__(parent)
        self._title = Text(title, "heading", self, wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self._detail = Text("", "small", self, wrap=True)
        self.cancel = SecondaryButton(cancel or self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self._detail, 1)
        row.addWidget(self.cancel)
        for words in (self._title, self.bar):
            self.body.addWidget(words)
        self.body.addLayout(row)

    def set_title(self, title: str) -> None:
        """Say that something else is being done now."""
        self._title.setText(title)
        self.bar.setAccessibleName(title)

    def set_progress(self, done: int, total: int, left: timedelta | None = None, *, travelled: int = 0) -> None:
        """``done`` of ``total``; a total of 0 means that it is not known yet. ``left`` where it can be told, and the
        bytes that ``travelled`` where somebody may pay for them."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        detail = self.tr("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}") if total else ""
        if travelled:
            size = QLocale().formattedDataSize(travelled, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
            detail = f"{detail} · {size}"
        if left is not None:
            detail = f"{detail} · {self._time_left(left)}"
        self._detail.setText(detail)

    def _time_left(self, left: timedelta) -> str:
        seconds = max(int(left.total_seconds()), 0)
        if seconds < 5:
            return self.tr("nearly done")
        if seconds < 90:
            return self.tr("about %n second(s) left", "", seconds)
        return self.tr("about %n minute(s) left", "", round(seconds / 60))

"""Choosing a PIN or passphrase: because the rules ask for one, somebody wants one, or the office has helped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onemm_desktop.errors import KnownError
from onemm_desktop.views import sentences
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.errands import Errands
from onemm_desktop.views.first_run import passphrases
from onemm_desktop.views.widgets import Field, MessageBar, PrimaryButton, SecondaryButton, Text


class ChoosingPage(Centred):
    """``keep`` takes what was chosen, on a worker. ``digits``: the fewest of a PIN; 0 asks for a passphrase."""

    #: It opens the records from now on.
    chosen = Signal()
    went_back = Signal()

    def __init__(
        self, digits: int, keep: Callable[[str], None], parent: QWidget | None = None, *, may_go_back: bool = False
    ) -> None:
        super().__init__(parent)
        self._digits = digits
        self._keep = keep
        self._errands = Errands(self)
        body = self.card.body
        pin = digits > 0
        title = self.tr("A PIN for your records") if pin else self.tr("A passphrase for your records")
        body.addWidget(Text(title, "title", self.card, wrap=True))
        how = self.tr("You will be asked for it when 1MM Desktop starts, and when nobody has touched it for a while.")
        body.addWidget(Text(how, "body", self.card, wrap=True))
        self.first = Field(self.tr("PIN") if pin else self.tr("Passphrase"), self.card, secret=True)
        self.again = Field(self.tr("The same once more"), self.card, secret=True)
        self.bar = MessageBar(self.card)
        for part in (self.first, self.again, self.bar):
            body.addWidget(part)
        for field in (self.first, self.again):
            field.line.returnPressed.connect(self.keep)
        self.back = SecondaryButton(self.tr("Back"), self.card)
        self.back.clicked.connect(self.went_back)
        self.back.setVisible(may_go_back)
        self.button = PrimaryButton(self.tr("Keep it"), self.card)
        self.button.clicked.connect(self.keep)
        feet = QHBoxLayout()
        feet.addWidget(self.back)
        feet.addStretch(1)
        feet.addWidget(self.button)
        body.addLayout(feet)
        self.setFocusProxy(self.first)

    def keep(self) -> None:
        """Use what was typed, if it is good enough and twice the same."""
        typed = self.first.text
        if wrong := self._wrong_with(typed):
            self._point_at(self.first, wrong)
        elif self.again.text != typed:
            self._point_at(self.again, self.tr("The two are not the same. Write it once more."))
        elif self.button.isEnabled():
            self.button.setEnabled(False)
            self._errands.run(lambda: self._keep(typed), lambda _: self.chosen.emit(), self._not_kept)

    def close_page(self) -> None:
        """Wait for the keeping under way: called before the window goes."""
        self._errands.close()

    def _wrong_with(self, typed: str) -> str:
        if not self._digits:
            short = passphrases.strength(typed) == "short"
            return self.tr("Use at least %n letters.", "", passphrases.SHORTEST) if short else ""
        if not (typed.isascii() and typed.isdigit() and len(typed) >= self._digits):
            return self.tr("Use at least %n digits, and nothing else.", "", self._digits)
        if not passphrases.is_good_pin(typed):
            return self.tr("Others would guess this one soon. Choose digits that do not follow each other.")
        return ""

    def _point_at(self, field: Field, sentence: str) -> None:
        field.set_wrong(sentence)
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_kept(self, error: KnownError) -> None:
        self.button.setEnabled(True)
        self.bar.show_message(sentences.of(error).sentence)

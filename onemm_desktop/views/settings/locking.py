"""Settings for a laptop that is left alone or shared: lock it, choose what opens it, let somebody else in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.views.widgets import Card, Flow, MessageBar, SecondaryButton, Text
from onemm_wire.records.devices import Unlock


class LockingCard(Card):
    """Three buttons. Before somebody else comes it says what has yet to be sent, and asks once more."""

    lock_asked = Signal()
    somebody_else_asked = Signal()
    #: "pin" or "passphrase".
    secret_asked = Signal(str)

    def __init__(self, title: str, opened_by: Unlock, *, has_keyring: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=title)
        self._unsent = 0
        self._kind: Unlock = "pin" if has_keyring else "passphrase"
        how = self.tr("Each person on this laptop has their own records, under their own key. Locking loses nothing.")
        self.body.addWidget(Text(how, "small", self, wrap=True))
        self.lock = SecondaryButton(self.tr("Lock now"), self, hint="Ctrl+L")
        self.lock.clicked.connect(self.lock_asked)
        self.secret = SecondaryButton(self._secret_words(opened_by), self)
        self.secret.clicked.connect(lambda: self.secret_asked.emit(self._kind))
        self.somebody_else = SecondaryButton(self.tr("Somebody else…"), self)
        self.somebody_else.clicked.connect(self._ask)
        row = Flow(spacing=12)
        for button in (self.lock, self.secret, self.somebody_else):
            row.add(button)
        self.body.addLayout(row)
        self.bar = MessageBar(self)
        self.bar.acted.connect(self.somebody_else_asked)
        self.body.addWidget(self.bar)

    def show_unsent(self, unsent: int) -> None:
        """How many changes wait to be sent."""
        self._unsent = unsent

    def _ask(self) -> None:
        if not self._unsent:
            self.somebody_else_asked.emit()
            return
        words = self.tr(
            "%n change(s) of yours wait to be sent. They stay here until you open your records again.", "", self._unsent
        )
        self.bar.show_message(words, self.tr("Lock and choose"), tone="warn")

    def _secret_words(self, opened_by: Unlock) -> str:
        if self._kind == "passphrase":
            return self.tr("Change the passphrase…")
        return self.tr("Ask for a PIN…") if opened_by == "keyring" else self.tr("Change the PIN…")

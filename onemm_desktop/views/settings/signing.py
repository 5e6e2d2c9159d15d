"""Settings: the certificate that signs the PDFs of certificates, on the one laptop that issues them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.views import sentences
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.printing.signing import Hand, Signing
from onemm_desktop.views.when import long_day
from onemm_desktop.views.widgets import Card, Field, Flow, MessageBar, SecondaryButton, Text


class SigningCard(Card):
    """Who signs, a file to choose, its password. ``SigningSettings`` does the work."""

    choose_asked = Signal()
    #: The password that was typed.
    use_asked = Signal(str)
    forget_asked = Signal()
    #: The page came to the front: what it says of the certificate's time may be a day old.
    appeared = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=title)
        how = self.tr(
            "Every certificate of a mentor proves itself by its code. If your charity has a signing certificate, the "
            "PDFs you save are signed with it too. It stays on this laptop and is never sent."
        )
        self.body.addWidget(Text(how, "small", self, wrap=True))
        self.who = Text(self.tr("Nobody signs."), "body", self, wrap=True)
        self.body.addWidget(self.who)
        self.password = Field(self.tr("Password of the file"), self, secret=True)
        self.password.hide()
        self.body.addWidget(self.password)
        self.choose = SecondaryButton(self.tr("Choose a signing certificate…"), self)
        self.use = SecondaryButton(self.tr("Sign with it"), self)
        self.use.hide()
        self.forget = SecondaryButton(self.tr("Sign no longer"), self)
        self.forget.hide()
        row = Flow(spacing=12)
        for button in (self.use, self.choose, self.forget):
            row.add(button)
        self.body.addLayout(row)
        self.said = MessageBar(self)
        self.body.addWidget(self.said)
        self.choose.clicked.connect(self.choose_asked)
        self.use.clicked.connect(self._use)
        self.password.line.returnPressed.connect(self._use)
        self.forget.clicked.connect(self.forget_asked)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def ask_password(self, file: str) -> None:
        """Ask for the password of the file that was chosen."""
        self.said.show_message(self.tr("Type the password of {file}.").format(file=file), tone="neutral")
        self._show_asking(asking=True)
        self.password.setFocus()

    def show_hand(self, hand: Hand) -> None:
        """Who signs, and until when."""
        self._show_asking(asking=False)
        self.forget.setVisible(hand.identity is not None)
        if hand.identity is None:
            self.who.setText(self.tr("Nobody signs."))
            return
        words = self.tr("{signer} signs, until {day}.")
        self.who.setText(words.format(signer=hand.identity.name, day=long_day(hand.identity.ends.date())))
        if hand.problem is not None:
            self.said.show_message(sentences.of(hand.problem).sentence, tone="warn")

    def show_problem(self, error: KnownError) -> None:
        """A wrong password is said beneath the field, which stays; anything else begins anew with a file."""
        sentence = sentences.of(error).sentence
        if error.problem is Problem.SIGNER_PASSWORD:
            self.password.set_wrong(sentence)
            self.password.line.selectAll()
            self.password.setFocus()
        else:
            self._show_asking(asking=False)
            self.said.show_message(sentence, tone="warn")
            self.choose.setFocus()

    def _use(self) -> None:
        self.use_asked.emit(self.password.text)

    def _show_asking(self, *, asking: bool) -> None:
        self.password.line.clear()
        self.password.clear_wrong()
        for part in (self.password, self.use):
            part.setVisible(asking)


class SigningSettings(QObject):
    """Brings an identity in, or takes it away, on a thread that makes papers."""

    #: One thing has come to its end, well or not (for tests).
    finished = Signal()

    def __init__(self, card: SigningCard, signing: Signing, background: Background, dialogs: Dialogs) -> None:
        super().__init__(card)
        self._card = card
        self._signing = signing
        self._background = background
        self._dialogs = dialogs
        self._path = Path()
        card.choose_asked.connect(self._choose)
        card.use_asked.connect(self._use)
        card.forget_asked.connect(self._forget)
        card.appeared.connect(self._look)

    def _look(self) -> None:
        if self._card.password.isHidden():  # else somebody was about to type it
            self._background.produce(self._signing.hand, self._show, self._failed, owner=self)

    def _choose(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        kinds = self.tr("Signing certificates (*.p12 *.pfx)")
        path = self._dialogs.open_file(self._card, self.tr("Choose a signing certificate"), folder, kinds)
        if path is not None:
            self._path = path
            self._card.ask_password(path.name)

    def _use(self, password: str) -> None:
        self._background.produce(
            partial(self._signing.bring, self._path, password), self._brought, self._failed, owner=self
        )

    def _brought(self, hand: Hand) -> None:
        self._card.said.show_message(self.tr("Certificates that are saved from now on are signed."), tone="ok")
        self._show(hand)

    def _forget(self) -> None:
        self._background.produce(self._signing.forget, self._forgotten, self._failed, owner=self)

    def _forgotten(self, hand: Hand) -> None:
        self._card.said.show_message(self.tr("Certificates are saved without a signature from now on."), tone="ok")
        self._show(hand)

    def _show(self, hand: Hand) -> None:
        self._card.show_hand(hand)
        self.finished.emit()

    def _failed(self, error: KnownError) -> None:
        self._card.show_problem(error)
        self.finished.emit()

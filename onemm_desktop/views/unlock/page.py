"""The page that opens the records: whose they are, and what it takes. A wrong try gets a sentence, later a wait."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.views import sentences
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.errands import Errands
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.unlock.door import Asks, Door
from onemm_desktop.views.widgets import Field, Flow, LinkButton, MessageBar, PrimaryButton, Text

#: From so few tries on it is said how many are left.
_FEW = 5
_WRONG = frozenset({Problem.WRONG_PASSPHRASE, Problem.WRONG_PIN})


class UnlockPage(Centred):
    """Asks at one of the ``doors``. Lists names only where there is more than one, or ``listed``."""

    #: The key of the database, as a bytearray; ``chosen`` says whose.
    unlocked = Signal(object)
    #: What was typed is wrong, or the key cannot be had (KnownError).
    refused = Signal(object)
    #: A door that only the office opens, or a PIN that was forgotten.
    office_asked = Signal()
    #: The person whose laptop was shut out: there is a file to hand in.
    handing_in_asked = Signal()
    #: Somebody who has not been here before.
    newcomer_asked = Signal()

    def __init__(self, doors: Sequence[Door], parent: QWidget | None = None, *, listed: bool = False) -> None:
        super().__init__(parent)
        self._doors = list(doors)
        self._errands = Errands(self)
        self._group = QButtonGroup(self)
        self.passphrase = Field(self.tr("Passphrase"), self.card, secret=True)
        self.pin = Field(self.tr("PIN"), self.card, secret=True)
        self.bar = MessageBar(self.card)
        self.button = PrimaryButton(self.tr("Open"), self.card)
        self.forgotten = LinkButton(self.tr("I have forgotten it"), self.card)
        self.newcomer = LinkButton(self.tr("Somebody else…"), self.card)
        for link in (self.forgotten, self.newcomer):
            link.setProperty("flush", True)  # in line with the field above
        self._told = Text("", "body", self.card, wrap=True)
        self._waiting = QTimer(self)
        self._waiting.setInterval(500)
        self._build(listed=listed or len(self._doors) > 1)
        self._connect()
        self._choose()

    @property
    def chosen(self) -> int:
        """The number of the door that is chosen."""
        return max(self._group.checkedId(), 0)

    @property
    def names(self) -> list[str]:
        """The names that are shown."""
        return [button.text() for button in self._group.buttons()]

    @property
    def field(self) -> Field:
        """Where what this door asks for is typed."""
        return self.pin if self._door.asks == "pin" else self.passphrase

    def choose(self, number: int) -> None:
        """Choose a person, as a click on the name does."""
        self._group.button(number).click()

    def open(self) -> None:
        """Try what was typed, or go where this door leads."""
        match self._door.asks:
            case "sealed":
                self.office_asked.emit()
            case "handed_in":
                self.handing_in_asked.emit()
            case "keyring":
                self._try("")
            case asks:
                if self.field.text:
                    self._try(self.field.text)
                else:
                    self.field.set_wrong(self._write_first(asks))

    def close_page(self) -> None:
        """Wait for the try under way: called before the window goes."""
        self._errands.close()

    # --- one try -------------------------------------------------------------------------------------------------

    @property
    def _door(self) -> Door:
        return self._doors[self.chosen]

    def _try(self, typed: str) -> None:
        if self.button.isEnabled():
            self._wait(True)
            door = self._door
            self._errands.run(lambda: door.open(typed), self._opened, self._not_opened)

    def _opened(self, key: bytearray) -> None:
        self._wait(False)
        self.unlocked.emit(key)

    def _not_opened(self, error: KnownError) -> None:
        self._wait(False)
        said = sentences.of(error)
        if error.problem in _WRONG:
            self.field.set_wrong(self._with_tries(said.sentence))
            self.field.line.selectAll()
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif error.problem is not Problem.TOO_SOON:  # of which the countdown speaks
            self.bar.show_message(said.sentence)
        self._count_down()
        self.refused.emit(error)
        if error.problem in _WRONG and not self._door.tries_left():
            self.office_asked.emit()

    def _with_tries(self, sentence: str) -> str:
        left = self._door.tries_left()
        if left > _FEW:
            return sentence
        return " ".join([sentence, self.tr("After %n more only the office can open them.", "", left)])

    def _count_down(self) -> None:
        """Say how long the next try has to wait, and let nobody press before."""
        left = math.ceil(self._door.seconds_to_wait())
        if left > 0:
            self.bar.show_message(self.tr("The next try is possible in %n second(s).", "", left), tone="warn")
            self._waiting.start()
        elif self._waiting.isActive():
            self._waiting.stop()
            self.bar.dismiss()
        self.button.setEnabled(left <= 0)

    # --- whose -----------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        asks = self._door.asks
        self.bar.dismiss()
        for field, wanted in ((self.pin, "pin"), (self.passphrase, "passphrase")):
            field.setVisible(asks == wanted)
            field.line.clear()
            field.clear_wrong()
        self.forgotten.setVisible(asks in ("pin", "passphrase"))
        self._told.setText(self._words_for(asks))
        self._waiting.stop()
        self._count_down()
        target = self.field.line if asks in ("pin", "passphrase") else self.button
        self.setFocusProxy(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words_for(self, asks: Asks) -> str:
        match asks:
            case "keyring":
                return self.tr("They are locked. This account’s keyring opens them.")
            case "pin":
                return self.tr("They are encrypted. Your PIN opens them, on this laptop only.")
            case "passphrase":
                return self.tr("They are encrypted with the passphrase of this laptop.")
            case "sealed":
                return self.tr("They are sealed after ten wrong tries. The office can open them; nothing is lost.")
            case "handed_in":
                return self.tr("This laptop was shut out. What was not sent is in a sealed file.")

    def _write_first(self, asks: Asks) -> str:
        if asks == "pin":
            return self.tr("Write the PIN first.")
        return self.tr("Write the passphrase first.")

    # --- looks -----------------------------------------------------------------------------------------------------

    def _build(self, *, listed: bool) -> None:
        body = self.card.body
        body.addWidget(Text(self.tr("Open your records"), "title", self.card, wrap=True))
        names = QVBoxLayout()
        names.setSpacing(scaled(6))
        if listed:
            for number, door in enumerate(self._doors):
                name = door.name or self.tr("What is to be handed in")
                button = QRadioButton(name.replace("&", "&&"), self.card)
                button.setAccessibleName(name)
                self._group.addButton(button, number)
                names.addWidget(button)
            self._group.button(0).setChecked(True)
        body.addLayout(names)
        body.addWidget(self._told)
        body.addWidget(self.pin)
        body.addWidget(self.passphrase)
        body.addWidget(self.bar)
        links = Flow(spacing=8)
        links.add(self.forgotten)
        links.add(self.newcomer)
        self.newcomer.setVisible(listed)
        feet = QHBoxLayout()
        feet.addLayout(links, 1)
        feet.addWidget(self.button)
        body.addLayout(feet)

    def _connect(self) -> None:
        for field in (self.pin, self.passphrase):
            field.line.returnPressed.connect(self.open)
        self.button.clicked.connect(self.open)
        self.forgotten.clicked.connect(self.office_asked)
        self.newcomer.clicked.connect(self.newcomer_asked)
        self._group.idClicked.connect(lambda _: self._choose())
        self._waiting.timeout.connect(self._count_down)

    def _wait(self, waiting: bool) -> None:
        self.button.setEnabled(not waiting)
        self.button.set_words(self.tr("One moment…") if waiting else self.tr("Open"))

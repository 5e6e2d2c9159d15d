"""The questions of the first run, in their order. Each only asks; what the answers lead to is ``page.py``."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.views.first_run import passphrases
from onemm_desktop.views.first_run.step import Step
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Field, Text
from onemm_wire.errors import Code
from onemm_wire.protocol import RegionChoice

_ADDRESS_PROBLEMS = {Problem.UNREACHABLE, Problem.NOT_THE_CENTRE, Problem.CERTIFICATE, Problem.INSECURE}
_CODE_PROBLEMS = {Code.WRONG_CODE, Code.CODE_USED, Code.CODE_EXPIRED}

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def code_of(error: KnownError) -> str:
    """The centre's own code, where it refused."""
    return str(error.values.get("code", "")) if error.problem is Problem.REFUSED else ""


class AddressStep(Step):
    """Where the centre is."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("first_run", "Welcome to 1MM Desktop"),
            translate("first_run", "It keeps your region's records on this laptop, so that you can work anywhere."),
            parent,
        )
        self.address = Field(
            translate("first_run", "Address of the centre"),
            self,
            placeholder="1mm.example.org",
            help_text=translate("first_run", "It is in the message that brought your enrolment code."),
        )
        self.address.line.setText(address)
        self.column.addWidget(self.address)
        self.finish()

    def first(self) -> QWidget:
        return self.address.line

    def check(self) -> bool:
        return self.filled(self.address, translate("first_run", "Write the address of the centre first."))

    def field_of(self, error: KnownError) -> Field | None:
        return self.address if error.problem in _ADDRESS_PROBLEMS else None


class SignInStep(Step):
    """Who sits here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("first_run", "Sign in"),
            translate("first_run", "With the e-mail address and password of your 1MM account."),
            parent,
        )
        self.email = Field(translate("first_run", "E-mail address"), self)
        self.password = Field(translate("first_run", "Password"), self, secret=True)
        for field in (self.email, self.password):
            self.column.addWidget(field)
        self.finish()

    def first(self) -> QWidget:
        return self.password.line if self.email.text else self.email.line

    def check(self) -> bool:
        return self.filled(self.email, translate("first_run", "Write your e-mail address first.")) and self.filled(
            self.password, translate("first_run", "Write your password first.")
        )

    def field_of(self, error: KnownError) -> Field | None:
        return self.password if code_of(error) == Code.WRONG_PASSWORD else None


class LaptopStep(Step):
    """Which region, what this laptop is called, and the one-time code that admits it."""

    def __init__(self, device_name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("first_run", "This laptop"),
            translate("first_run", "It will hold the records of one region, and no others."),
            parent,
        )
        self._label = Text(translate("first_run", "Region"), "strong", self)
        self._group = QButtonGroup(self)
        self._choices: list[RegionChoice] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(scaled(6))
        self.code = Field(
            translate("first_run", "Enrolment code"),
            self,
            help_text=translate("first_run", "It works once. The office gives out codes."),
        )
        self.name = Field(translate("first_run", "Name of this laptop"), self)
        self.name.line.setText(device_name)
        self.column.addWidget(self._label)
        self.column.addLayout(self._list)
        for field in (self.code, self.name):
            self.column.addWidget(field)
        self.finish()

    def offer(self, regions: list[RegionChoice]) -> None:
        """The regions of whoever signed in; the first is chosen unless another was."""
        if regions == self._choices:
            return
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        self._choices = regions
        before: QWidget = self._label
        for number, region in enumerate(regions):
            button = QRadioButton(region.name, self)
            button.setAccessibleName(region.name)
            self._group.addButton(button, number)
            self._list.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, self.code.line)
        if regions:
            self._group.button(0).setChecked(True)

    @property
    def region(self) -> str:
        """The code of the region that is chosen; nothing where there is none to choose."""
        chosen = self._group.checkedId()
        return self._choices[chosen].code if chosen >= 0 else ""

    def choose(self, code: str) -> None:
        """Choose a region, as a click on it does."""
        for number, region in enumerate(self._choices):
            if region.code == code:
                self._group.button(number).setChecked(True)

    def first(self) -> QWidget:
        chosen = self._group.checkedButton()
        return self.code.line if chosen is None or len(self._choices) < 2 else chosen

    def check(self) -> bool:
        if not self.region:
            self.bar.show_message(
                translate("first_run", "Your account belongs to no region yet. Ask the office to add one.")
            )
            return False
        return self.filled(self.code, translate("first_run", "Write the enrolment code first.")) and self.filled(
            self.name, translate("first_run", "Give this laptop a name, for example where it is kept.")
        )

    def field_of(self, error: KnownError) -> Field | None:
        return self.code if code_of(error) in _CODE_PROBLEMS else None


class PassphraseStep(Step):
    """A passphrase, where the system has no keyring to hold the key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("first_run", "A passphrase for this laptop"),
            translate(
                "first_run",
                "The records are encrypted. You will be asked for this passphrase each time 1MM Desktop starts;"
                " nobody can replace it for you.",
            ),
            parent,
        )
        self.passphrase = Field(
            translate("first_run", "Passphrase"),
            self,
            secret=True,
            help_text=translate("first_run", "Four words that do not belong together make a good one."),
        )
        self.again = Field(translate("first_run", "The same once more"), self, secret=True)
        self._strength = Text("", "small", self, wrap=True)
        for part in (self.passphrase, self._strength, self.again):
            self.column.addWidget(part)
        self.finish()
        self.passphrase.line.textEdited.connect(self._judge)

    def first(self) -> QWidget:
        return self.passphrase.line

    def check(self) -> bool:
        if passphrases.strength(self.passphrase.text) == "short":
            self.passphrase.set_wrong(translate("first_run", "Use at least %n letters.", "", passphrases.SHORTEST))
            self.passphrase.line.setFocus()
            return False
        if self.again.text != self.passphrase.text:
            self.again.set_wrong(translate("first_run", "The two are not the same. Write it once more."))
            self.again.line.setFocus()
            return False
        return True

    def _judge(self, typed: str) -> None:
        match passphrases.strength(typed):
            case "short":
                self._say(translate("first_run", "Too short yet"), strong=False)
            case "fair":
                self._say(translate("first_run", "Fair: another word would make it strong"), strong=False)
            case "strong":
                self._say(translate("first_run", "Strong"), strong=True)

    def _say(self, words: str, *, strong: bool) -> None:
        self._strength.setText(words)
        self._strength.set_tone("ok" if strong else "warn")

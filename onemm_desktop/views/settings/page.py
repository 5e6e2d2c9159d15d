"""The Settings page. It shows values it is given and emits what was chosen; who keeps it is ``app.py``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFormLayout, QWidget

from onemm_desktop.programme.this_laptop import ThisLaptop
from onemm_desktop.settings import Settings
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views import sentences
from onemm_desktop.views.page import Page
from onemm_desktop.views.settings.carrying import CarryingCard
from onemm_desktop.views.settings.checking import CheckingCard
from onemm_desktop.views.settings.facts import Facts
from onemm_desktop.views.settings.locking import LockingCard
from onemm_desktop.views.settings.signing import SigningCard
from onemm_desktop.views.settings.words import megabytes, role_words
from onemm_desktop.views.sync_words import clock_words, headline, tone
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.when import moment
from onemm_desktop.views.widgets import Card, Choice, Flow, MessageBar, Pill, PrimaryButton, SecondaryButton, Text
from onemm_wire.records.devices import Unlock

#: Whose laptops issue certificates for a whole region.
_ISSUERS = ("staff", "regional_manager")
_SCALES = (100, 110, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Installed:
    """What the program knows of itself: its version, where it keeps things, how they are encrypted.

    ``database_bytes`` is asked each time the page is shown. ``unlock`` is what opens the records, ``has_keyring``
    whether the system keeps keys.
    """

    version: str
    folder: str
    unlock: Unlock
    has_keyring: bool
    database_bytes: Callable[[], int]


class SettingsPage(Page):
    """Sync facts, device facts, appearance, language."""

    sync_asked = Signal()
    cancel_asked = Signal()
    #: "system", "light" or "dark".
    scheme_chosen = Signal(str)
    #: Per cent.
    text_scale_chosen = Signal(int)
    #: "en", "cy" or "system".
    language_chosen = Signal(str)
    #: Whether scans are heard.
    sounds_chosen = Signal(bool)

    def __init__(
        self,
        laptop: ThisLaptop,
        installed: Installed,
        settings: Settings,
        *,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Settings"))
        self.set_facts(f"{laptop.user_name} · {laptop.region_name}")
        self._laptop = laptop
        self._installed = installed
        self._now = now
        self._status = SyncStatus()
        self.send = PrimaryButton(self.tr("Send and fetch now"), self, hint="F5")
        self.send.clicked.connect(self.sync_asked)
        self.add_button(self.send)
        self.body.addWidget(self._sync_card())
        self.carrying = CarryingCard(self.tr("Without a network"), self)
        self.body.addWidget(self.carrying)
        self.checking = CheckingCard(self.tr("Are the records sound?"), self)
        self.body.addWidget(self.checking)
        self.locking = LockingCard(
            self.tr("This laptop and its people"), installed.unlock, has_keyring=installed.has_keyring, parent=self
        )
        self.body.addWidget(self.locking)
        self.signing = SigningCard(self.tr("Signature on certificates"), self)
        self.signing.setVisible(laptop.role in _ISSUERS)
        self.body.addWidget(self.signing)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(scaled(16))
        self._columns.addWidget(self._laptop_card(), 3)
        self._columns.addWidget(self._looks_card(settings), 2)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        self.show_status(self._status)

    def shown(self) -> None:
        """Read the sizes and times again."""
        self.device.set(self.tr("Size of the records"), megabytes(self._installed.database_bytes()))
        self.show_status(self._status)

    def show_status(self, status: SyncStatus) -> None:
        """How the copies stand, in full."""
        self._status = status
        self.locking.show_unsent(status.unsent)
        self.pill.set_state(headline(status), tone(status))
        self.sync.set(self.tr("Changes to send"), f"{status.unsent:,}")
        self.sync.set(self.tr("Changes that need attention"), f"{status.attention:,}")
        verified = moment(status.last_verified, self._now()) if status.last_verified else self.tr("not yet")
        self.sync.set(self.tr("Last verified against the centre"), verified)
        self.sync.set(self.tr("Address of the centre"), self._laptop.address)
        self.sync.set(self.tr("Clock of this laptop"), clock_words(status, self._now()))
        working = status.state in ("sending", "receiving")
        self.send.setEnabled(not working)
        self.stop.setVisible(working)
        if status.problem is not None:
            self.trouble.show_message(sentences.of(status.problem).sentence, tone="warn")
        elif status.clock_is_wrong:
            self.trouble.show_message(
                self.tr("Please set this laptop’s clock right: the times on your papers come from it."), tone="warn"
            )
        else:
            self.trouble.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.width() >= scaled(860)
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _sync_card(self) -> Card:
        self.sync = Facts(self.tr("Sending and fetching"), self)
        self.pill = Pill("", "neutral", self.sync)
        self.stop = SecondaryButton(self.tr("Stop"), self.sync)
        self.stop.clicked.connect(self.cancel_asked)
        self.trouble = MessageBar(self.sync)
        row = Flow(spacing=12)
        row.add(self.pill)
        row.add(self.stop)
        self.sync.body.insertLayout(1, row)
        self.sync.body.addWidget(self.trouble)
        return self.sync

    def _laptop_card(self) -> Card:
        self.device = Facts(self.tr("This laptop"), self)
        laptop, installed = self._laptop, self._installed
        key = self._key_words(installed.unlock)
        for fact, value in (
            (self.tr("Name"), laptop.name),
            (self.tr("Number"), str(laptop.number)),
            (self.tr("Region"), laptop.region_name),
            (self.tr("Signed in as"), laptop.user_name),
            (self.tr("Role"), role_words(laptop.role)),
            (self.tr("Size of the records"), ""),
            (self.tr("Encryption"), self.tr("AES-256 (SQLCipher), {key}").format(key=key)),
            (self.tr("Folder"), installed.folder),
            (self.tr("Version"), installed.version),
        ):
            self.device.set(fact, value)
        return self.device

    def _key_words(self, unlock: Unlock) -> str:
        match unlock:
            case "keyring":
                return self.tr("key in this account's keyring")
            case "pin":
                return self.tr("key by PIN and this account’s keyring")
            case "passphrase":
                return self.tr("key by passphrase")

    def _looks_card(self, settings: Settings) -> Card:
        card = Card(self, title=self.tr("Appearance and language"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(scaled(12))
        form.setHorizontalSpacing(scaled(20))
        self.scheme = self._choice(
            form,
            self.tr("Colours"),
            [(self.tr("As the system"), "system"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark")],
            settings.scheme,
        )
        self.scheme.activated.connect(lambda: self.scheme_chosen.emit(self.scheme.currentData()))
        scales: list[tuple[str, object]] = [(f"{scale} %", scale) for scale in _SCALES]
        self.scale = self._choice(form, self.tr("Text size"), scales, settings.text_scale)
        self.scale.activated.connect(lambda: self.text_scale_chosen.emit(self.scale.currentData()))
        languages: list[tuple[str, object]] = [
            (self.tr("As the system"), "system"),
            ("Cymraeg", "cy"),
            ("English", "en"),
        ]
        self.language = self._choice(form, self.tr("Language"), languages, settings.language)
        self.language.activated.connect(lambda: self.language_chosen.emit(self.language.currentData()))
        card.body.addLayout(form)
        self.sounds = QCheckBox(self.tr("Scans and sign-ins are heard"), self)
        self.sounds.setChecked(settings.sounds)
        self.sounds.clicked.connect(self.sounds_chosen)
        card.body.addWidget(self.sounds)
        card.body.addStretch(1)
        return card

    def _choice(self, form: QFormLayout, name: str, offers: list[tuple[str, object]], chosen: object) -> Choice:
        choice = Choice(name, self)
        for words, value in offers:
            choice.addItem(words, value)
        choice.setCurrentIndex(max(choice.findData(chosen), 0))
        label = Text(name, "small", self)
        label.setBuddy(choice)
        label.setMinimumHeight(choice.sizeHint().height())
        form.addRow(label, choice)
        return choice

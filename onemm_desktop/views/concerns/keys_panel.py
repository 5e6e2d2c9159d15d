"""A lead's laptop and the keys: the first one of a region, letting the next one in, taking a lost one off the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from onemm_desktop.programme.safeguarding_keys import KeyLine, Standing
from onemm_desktop.views.lists.parts import clear
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.when import moment
from onemm_desktop.views.widgets import Card, Field, Flow, LinkButton, Pill, PrimaryButton, SecondaryButton, Text
from onemm_wire import recovery_key


class SetUpCard(Card):
    """What stands in place of the list until this laptop may open concerns."""

    #: The region's first keys are to be made.
    first_asked = Signal()
    #: The recovery key was printed and written back.
    printed = Signal()
    print_asked = Signal()
    join_asked = Signal()
    #: The seed of the recovery key that was typed.
    recovered = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(22, 20), spacing=12)
        self._place = ""
        self._code = ""
        self._title = Text("", "heading", self, wrap=True)
        self._words = Text("", "body", self, wrap=True)
        self._shown = Text("", "title", self, wrap=True)
        self.start = PrimaryButton("", self)
        self.print = SecondaryButton(self.tr("Print it…"), self)
        self.typed = Field(self.tr("Recovery key"), self, placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        # Seen while it is typed, and kept by nobody: neither by a lock nor beyond this page.
        self.typed.line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.use = SecondaryButton(self.tr("Use the recovery key"), self)
        self._lay_out()
        self.start.clicked.connect(self._start)
        self.print.clicked.connect(self.print_asked)
        self.use.clicked.connect(self._use)

    def show_standing(self, standing: Standing) -> None:
        """Say what is to be done here; a recovery key on the screen stays until it was printed."""
        if self._code:
            return
        self._place = standing.place
        self.typed.setVisible(standing.place in ("outside", "waiting"))
        self.use.setVisible(standing.place in ("outside", "waiting"))
        self.print.hide()
        self.start.setVisible(standing.place in ("first", "outside", "taken_away"))
        self._shown.setVisible(standing.place == "waiting")
        match standing.place:
            case "first":
                self._title.setText(self.tr("Set up concerns for this region"))
                self._words.setText(
                    self.tr(
                        "This laptop will hold the key that opens concerns. A second key, the recovery key, is printed "
                        "once and kept in a safe: without any lead’s laptop it is the only way to read them."
                    )
                )
                self.start.set_words(self.tr("Make the keys"))
            case "outside" | "taken_away":
                self._title.setText(self.tr("Let this laptop open concerns"))
                self._words.setText(
                    self.tr("Another lead lets it in from theirs; or type the recovery key from the safe.")
                )
                self.start.set_words(self.tr("Ask another lead"))
            case "waiting":
                self._title.setText(self.tr("Waiting to be let in"))
                self._words.setText(
                    self.tr("Phone another lead and read these letters to them. They stand on their Concerns page too.")
                )
                self._shown.setText(standing.fingerprint)
            case "ready":
                pass

    def show_recovery_key(self, code: str) -> None:
        """Show the region's recovery key, this once; it goes on when its last group was typed from the paper."""
        self._code = code
        self._title.setText(self.tr("The recovery key of this region"))
        self._words.setText(
            self.tr(
                "Print it, put it in the charity’s safe, and type it here from the paper. It is kept on no computer "
                "and is never shown again."
            )
        )
        self._shown.setText(code)
        self._shown.show()
        self.print.show()
        self.typed.show()
        self.start.set_words(self.tr("It lies in the safe"))
        self.start.show()
        self.use.hide()

    def set_wrong(self, sentence: str) -> None:
        """Say what is wrong with the key that was typed."""
        self.typed.set_wrong(sentence)

    def forget(self) -> None:
        """The recovery key leaves the screen, and this object."""
        self._code = ""
        self._shown.setText("")
        self.typed.line.clear()

    def _start(self) -> None:
        if self._code:
            typed = recovery_key.read(self.typed.text)
            if typed is None or recovery_key.written(typed) != self._code:
                self.set_wrong(self.tr("That is not what stands on the paper. Compare it letter by letter."))
                return
            self.printed.emit()
        elif self._place == "first":
            self.first_asked.emit()
        else:
            self.join_asked.emit()

    def _use(self) -> None:
        seed = recovery_key.read(self.typed.text)
        if seed is None:
            self.set_wrong(self.tr("That is not what stands on the paper. Compare it letter by letter."))
        else:
            self.recovered.emit(seed)

    def _lay_out(self) -> None:
        for part in (self._title, self._words, self._shown, self.typed):
            self.body.addWidget(part)
        buttons = Flow(spacing=10)
        for button in (self.start, self.print, self.use):
            buttons.add(button)
        self.body.addLayout(buttons)


class KeysCard(Card):
    """Whose laptops open concerns. ``let_in`` and ``taken_away`` carry a key's id."""

    let_in = Signal(str)
    taken_away = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Laptops that open concerns"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(10))
        self.body.addLayout(self._lines)

    def show_keys(self, keys: Sequence[KeyLine], now: datetime, *, ready: bool) -> None:
        """Show them, those that wait first. Only a laptop that is ``ready`` lets others in, or takes them off."""
        clear(self._lines)
        for key in sorted(keys, key=lambda one: (one.trusted, one.revoked_at is not None)):
            self._lines.addWidget(self._line(key, now, ready))

    def _line(self, key: KeyLine, now: datetime, ready: bool) -> QWidget:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        head = QHBoxLayout()
        head.addWidget(Text(self._title(key), "strong", whole, wrap=True), 1)
        head.addWidget(Pill(*self._state(key), parent=whole))
        column.addLayout(head)
        waiting = ready and not key.trusted and key.revoked_at is None
        column.addWidget(Text(f"{moment(key.made_at, now)} · {key.fingerprint}", "small", whole, wrap=True))
        if waiting:
            ask = self.tr("Phone {name}. Only if they read you the same letters, let this laptop in.")
            column.addWidget(Text(ask.format(name=key.name), "body", whole, wrap=True))
        buttons = Flow(spacing=8)
        if waiting:
            enter = SecondaryButton(self.tr("The letters agree: let it in"), whole)
            enter.setAccessibleDescription(self._title(key))
            enter.clicked.connect(partial(self.let_in.emit, key.id))
            buttons.add(enter)
        if ready and key.revoked_at is None and not key.here and not key.recovery:
            away = LinkButton(self.tr("Take it off the list"), whole)
            away.setProperty("flush", True)  # in line with the words above
            away.setAccessibleDescription(self._title(key))
            away.clicked.connect(partial(self.taken_away.emit, key.id))
            buttons.add(away)
        column.addLayout(buttons)
        return whole

    def _title(self, key: KeyLine) -> str:
        if key.recovery:
            return self.tr("Recovery key, in the safe")
        title = " · ".join(part for part in (key.name, key.laptop) if part)
        return self.tr("{name} (this laptop)").format(name=title) if key.here else title

    def _state(self, key: KeyLine) -> tuple[str, Tone]:
        if key.revoked_at is not None:
            return self.tr("Taken away"), "neutral"
        return (self.tr("Opens concerns"), "ok") if key.trusted else (self.tr("Wants to be let in"), "warn")

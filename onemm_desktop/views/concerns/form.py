"""The form for a concern, in the order in which it is told: danger, when, who, what, what was done, who knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onemm_desktop.views.concerns import words
from onemm_desktop.views.concerns.long_field import LongField
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Choice, Field, Flow, LinkButton, PrimaryButton, Text
from onemm_wire.concern_contents import Danger, Report


class ConcernForm(Card):
    """``typed`` after every key; ``sealed`` when its author has done; ``dropped`` when it was no concern after all.

    ``values`` and ``show_values`` are the draft: whatever was typed, as plain texts. The form keeps nothing itself.
    """

    typed = Signal()
    sealed = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(20, 18), spacing=14)
        self.setAccessibleName(self.tr("Report a concern"))
        self._about: dict[str, str] = {}
        self.stream = self._choice(self.tr("What is it about?"), words.streams())
        self.danger = self._choice(self.tr("Is anyone in immediate danger?"), words.dangers())
        self.happened = Field(
            self.tr("When did it happen?"), self, placeholder=self.tr("Day and time, as well as you know")
        )
        self.place = Field(self.tr("Where?"), self)
        self.people = Field(self.tr("Who is involved?"), self)
        self.witnesses = Field(self.tr("Who else saw or heard it?"), self)
        self.account = LongField(
            self.tr("What was said or done, and by whom?"),
            self,
            help_text=self.tr(
                "In the child’s own words where you can. What you saw and heard, not what you think of it."
            ),
            lines=7,
        )
        self.action_taken = LongField(self.tr("What have you done about it?"), self, lines=3)
        self.told_name = Field(self.tr("Whom have you told by telephone?"), self)
        self.told_time = Field(self.tr("When?"), self)
        self.not_told = Field(self.tr("If nobody: why not?"), self)
        self.seal = PrimaryButton(self.tr("Seal and save"), self)
        self.drop = LinkButton(self.tr("It is no concern: throw it away"), self)
        self._really = LinkButton(self.tr("Yes, throw it away"), self)
        self._really.hide()
        self._lay_out()
        self._listen()

    def values(self) -> dict[str, Any]:
        """What was typed so far."""
        texts = {name: field.text for name, field in self._fields().items()}
        return {**texts, **self._about, "stream": self.stream.currentData(), "danger": self.danger.currentData()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show a draft; what it does not say is empty."""
        for name, field in self._fields().items():
            text = str(values.get(name, ""))
            if isinstance(field, LongField):
                field.put(text)
            else:
                field.line.setText(text)
        for choice, name in ((self.stream, "stream"), (self.danger, "danger")):
            choice.setCurrentIndex(max(choice.findData(values.get(name)), 0))
        self._about = {name: str(values[name]) for name in ("about_kind", "about_id", "about_name") if name in values}
        self._ask_whom()
        self._ask_nothing()

    @property
    def empty(self) -> bool:
        """Whether nobody has typed anything yet."""
        return not any(field.text.strip() for field in self._fields().values())

    def report(self, written_at: datetime) -> Report:
        """The concern as it is to be sealed; who wrote it is filled in there."""
        said = {name: field.text.strip() for name, field in self._fields().items() if name != "not_told"}
        return Report(
            receipt="",
            written_at=written_at,
            recorder_name="",
            recorder_role="",
            low_level=self.stream.currentData() == "low_level",
            danger=cast("Danger", self.danger.currentData()),
            not_referred_because=self.not_told.text.strip(),
            **said,
            **self._about,
        )

    def _fields(self) -> dict[str, Field | LongField]:
        return {
            "happened": self.happened,
            "place": self.place,
            "people": self.people,
            "witnesses": self.witnesses,
            "account": self.account,
            "action_taken": self.action_taken,
            "told_name": self.told_name,
            "told_time": self.told_time,
            "not_told": self.not_told,
        }

    def _choice(self, label: str, codes: Mapping[str, str]) -> Choice:
        choice = Choice(label, self)
        for code, text in codes.items():
            choice.addItem(text, code)
        return choice

    def _lay_out(self) -> None:
        self.body.addWidget(self._labelled(self.stream))
        self.body.addWidget(self._labelled(self.danger))
        self.body.addLayout(_row(self.happened, self.place))
        self.body.addLayout(_row(self.people, self.witnesses))
        self.body.addWidget(self.account)
        self.body.addWidget(self.action_taken)
        self.body.addLayout(_row(self.told_name, self.told_time, self.not_told))
        self.body.addWidget(
            Text(
                self.tr(
                    "Once sealed, only the safeguarding leads can read it. You cannot read or change it again, "
                    "but you can add to it."
                ),
                "small",
                self,
                wrap=True,
            )
        )
        buttons = Flow(spacing=12)
        for button in (self.seal, self.drop, self._really):
            buttons.add(button)
        self.body.addLayout(buttons)

    def _labelled(self, choice: Choice) -> QWidget:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        label = Text(choice.accessibleName(), "strong", whole, wrap=True)
        label.setBuddy(choice)
        column.addWidget(label)
        column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        return whole

    def _listen(self) -> None:
        for field in self._fields().values():
            (field.edited if isinstance(field, LongField) else field.line.textEdited).connect(self._say_typed)
        for choice in (self.stream, self.danger):
            choice.activated.connect(self._say_typed)
        self.seal.clicked.connect(self.sealed)
        self.drop.clicked.connect(self._ask)
        self._really.clicked.connect(self.dropped)

    def _ask_whom(self) -> None:
        """Low-level concerns are added up by the adult's name: it is to stand first."""
        low = self.stream.currentData() == "low_level"
        self.people.line.setPlaceholderText(self.tr("The adult’s name first") if low else "")

    def _say_typed(self) -> None:
        self._ask_whom()
        self._ask_nothing()
        self.typed.emit()

    def _ask(self) -> None:
        """Thrown away is gone: asked once, on the spot."""
        self._really.show()
        self._really.setFocus()

    def _ask_nothing(self) -> None:
        self._really.hide()


def _row(*fields: QWidget) -> Flow:
    row = Flow(spacing=14, even=True)
    for field in fields:
        row.add(field)
    return row

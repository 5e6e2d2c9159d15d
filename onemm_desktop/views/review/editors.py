"""One field to write a value into, by the shape of what goes there. What was typed stays until it fits."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from onemm_desktop.programme.dates import LONDON, local
from onemm_desktop.programme.field_values import Shape, shape_of
from onemm_desktop.views.field_words import field_word
from onemm_desktop.views.people.words import plain
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.value_words import code_word
from onemm_desktop.views.widgets import Choice, Text

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate

_DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d %m %Y", "%d %B %Y", "%d %b %Y")


class ValueEditor(QWidget):
    """A label, a field and beneath it one sentence when the value does not fit. ``submitted``: Enter was pressed."""

    submitted = Signal()

    def __init__(self, kind: str, field: str, value: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName(field)
        self._kind = kind
        self._shape = shape_of(kind, field)
        self._first = value
        label = Text(plain(field_word(kind, field)), "strong", self)
        self.box = self._make_box(value)
        self.box.setAccessibleName(label.text())
        label.setBuddy(self.box)
        self._note = Text("", "small", self, tone="bad", wrap=True)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        for part in (label, self.box, self._note):
            column.addWidget(part)
        self.setFocusProxy(self.box)

    @property
    def typed(self) -> str:
        """The words in the field."""
        match self.box:
            case QLineEdit():
                return self.box.text()
            case QPlainTextEdit():
                return self.box.toPlainText()
            case Choice():
                return self.box.currentText()
        return ""

    @property
    def wrong(self) -> str:
        """The sentence beneath the field, or nothing."""
        return "" if self._note.isHidden() else self._note.text()

    def set_wrong(self, sentence: str) -> None:
        """Say what is wrong with it; what was typed stays. Nothing takes that back."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self.box.setAccessibleDescription(sentence)

    def value(self) -> Any:
        """What was written, as it travels. Raises ValueError, having said what is wrong."""
        self.set_wrong("")
        if isinstance(self.box, Choice):
            return self.box.currentData()
        text = self.typed.strip()
        try:
            return _read(text, self._shape)
        except ValueError:
            self.set_wrong(_advice(self._shape))
            raise

    @property
    def changed(self) -> bool:
        """Whether something else stands there than in the beginning."""
        with suppress(ValueError):
            return bool(self.value() != self._first)
        return True

    def _make_box(self, value: Any) -> QLineEdit | QPlainTextEdit | Choice:
        shape = self._shape
        if shape.form in ("choice", "flag"):
            return self._make_choice(value)
        if shape.form == "long":
            text = QPlainTextEdit(str(value or ""), self)
            text.setTabChangesFocus(True)
            text.setFixedHeight(scaled(96))
            return text
        line = QLineEdit(_shown(value, shape), self)
        line.setPlaceholderText(_advice(shape) if shape.form in ("day", "instant") else "")
        line.textEdited.connect(lambda: self.set_wrong(""))
        line.returnPressed.connect(self.submitted)
        return line

    def _make_choice(self, value: Any) -> Choice:
        choice = Choice("", self)
        if self._shape.optional:
            choice.addItem(translate("values", "nothing"), None)
        if self._shape.form == "flag":
            choice.addItem(translate("words", "Yes"), True)
            choice.addItem(translate("words", "No"), False)
        for code in self._shape.codes:
            choice.addItem(code_word(self._kind, self.field, code), code)
        choice.setCurrentIndex(max(choice.findData(value), 0))
        return choice


def _shown(value: Any, shape: Shape) -> str:
    if value is None:
        return ""
    match shape.form:
        case "list":
            return ", ".join(str(one) for one in value)
        case "day":
            return _as_day(str(value))
        case "instant":
            with suppress(ValueError):
                return local(datetime.fromisoformat(str(value))).strftime("%d/%m/%Y %H:%M")
    return str(value)


def _as_day(value: str) -> str:
    with suppress(ValueError):
        return date.fromisoformat(value).strftime("%d/%m/%Y")
    return value


def _read(text: str, shape: Shape) -> Any:
    """A typed text as the value that travels. Raises ValueError."""
    if not text and shape.optional:
        return None
    match shape.form:
        case "day":
            return _day(text).isoformat()
        case "instant":
            day, _, time = text.rpartition(" ")
            hour, minute = (int(part) for part in time.replace(".", ":").split(":"))
            read = _day(day)
            return datetime(read.year, read.month, read.day, hour, minute, tzinfo=LONDON).isoformat()
        case "whole":
            return int(text.replace(",", ""))
        case "number":
            return float(text.replace(",", ""))
        case "list":
            return [part.strip() for part in text.split(",") if part.strip()]
        case "text":
            return " ".join(text.split())
    return text


def _day(text: str) -> date:
    for form in _DAYS:
        with suppress(ValueError):
            return datetime.strptime(text.strip(), form).replace(tzinfo=LONDON).date()
    raise ValueError(text)


def _advice(shape: Shape) -> str:
    match shape.form:
        case "day":
            return translate("review", "A day such as 21/11/2026")
        case "instant":
            return translate("review", "A day and time such as 21/11/2026 10:30")
        case "whole" | "number":
            return translate("review", "A number")
    return translate("review", "This cannot be written here.")

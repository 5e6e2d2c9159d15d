"""The questions of the print centre: which people, what, in which language and order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from onemm_desktop.programme import printing
from onemm_desktop.programme.printing import Ask, Order, Paper
from onemm_desktop.programme.printing_people import LISTED, Place, Source, Where
from onemm_desktop.views.printing import print_words
from onemm_desktop.views.printing.manner import LABELS, Manner, sheets
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Choice, Field, Flow, Text


class PrintChoices(QWidget):
    """``asked`` says that somebody has chosen something else."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[Place] = ()
        self._listed: Source | None = None
        self._wanted: tuple[Source, str] | None = None
        self.where = Choice(self.tr("People from"), self)
        self.which = Choice(self.tr("Which people"), self)
        self.paper = Choice(self.tr("What to print"), self)
        self.language = Choice(self.tr("Language"), self)
        self.order = Choice(self.tr("Order"), self)
        self.sheet = Choice(self.tr("Sheet"), self)
        self.first = QSpinBox(self)
        self.first.setAccessibleName(self.tr("Start at label"))
        self.first.lineEdit().setAccessibleName(self.first.accessibleName())
        self.pasted = QPlainTextEdit(self)
        self.pasted.setAccessibleName(self.tr("Names, references or e-mail addresses, one to a line"))
        self.pasted.setPlaceholderText(self.tr("Names, references or e-mail addresses, one to a line"))
        self.pasted.setFixedHeight(scaled(96))
        self.pasted.setTabChangesFocus(True)
        self.reason = Field(self.tr("For what"), self)
        self.reason_cy = Field(self.tr("For what, in Welsh"), self)
        self._lay_out()
        for choice, words in (
            (self.language, print_words.languages()),
            (self.order, print_words.orders()),
        ):
            for code, word in words.items():
                choice.addItem(word, code)
        self.where.activated.connect(self._where_chosen)
        self.which.activated.connect(self._which_chosen)
        self.paper.activated.connect(self._paper_chosen)
        self.sheet.activated.connect(lambda _: self._show_fitting())
        for choice in (self.language, self.order):
            choice.activated.connect(self._chosen)
        self.pasted.textChanged.connect(self.asked)
        for field in (self.reason, self.reason_cy):
            field.line.textEdited.connect(self.asked)
        self._show_fitting()

    @property
    def ask(self) -> Ask | None:
        """What is asked for; None where there is nothing to choose from."""
        source = self._source()
        paper = self.paper.currentData()
        if source is None or paper is None:
            return None
        order = cast("Order", self.order.currentData())
        return Ask(source, cast("Paper", paper), order, self.reason.text, self.reason_cy.text)

    @property
    def manner(self) -> Manner:
        """In which language and on which sheet."""
        return Manner(self.language.currentData(), self.sheet.currentData() or "a4", self.first.value())

    def show_places(self, places: Sequence[Place]) -> None:
        """Offer these, and keep what was chosen before where it is still there."""
        before, which = self.where.currentData(), self.which.currentData()
        self._places = places
        offered = {place.source.where for place in places} | {"pasted"}
        self.where.clear()
        for code, word in print_words.sources().items():
            if code in offered:
                self.where.addItem(word, code)
        self.where.setCurrentIndex(max(self.where.findData(before), 0))
        self._fill_which(which)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.choose(*wanted)

    def choose(self, source: Source, paper: str = "") -> None:
        """Choose a source, and a paper where one is named, as if somebody had done it."""
        if source.id == LISTED:
            self._listed = source
        if not self.where.count():
            self._wanted = (source, paper)  # nothing was read yet: as soon as it is
            return
        self.where.setCurrentIndex(max(self.where.findData(source.where), 0))
        self._fill_which(source.id)
        if source.where == "pasted":
            self.pasted.setPlainText(source.text)
        self.paper.setCurrentIndex(max(self.paper.findData(paper), 0))
        self._paper_chosen()

    def _source(self) -> Source | None:
        where = cast("Where | None", self.where.currentData())
        if where is None:
            return None
        if where == "pasted":
            return Source("pasted", text=self.pasted.toPlainText())
        which = self.which.currentData()
        if which == LISTED:
            return self._listed
        return None if which is None else Source(where, which)

    def _where_chosen(self) -> None:
        self._fill_which(None)
        self.asked.emit()

    def _which_chosen(self) -> None:
        self._fill_papers()
        self.asked.emit()

    def _paper_chosen(self) -> None:
        self._fill_sheets()
        self._chosen()

    def _chosen(self) -> None:
        self._show_fitting()
        self.asked.emit()

    def _fill_which(self, before: str | None) -> None:
        where = self.where.currentData()
        self.which.clear()
        if self._listed is not None and self._listed.where == where:
            self.which.addItem(print_words.listed(len(self._listed.people)), LISTED)
        for place in self._places:
            if place.source.where == where:
                self.which.addItem(print_words.place(place), place.source.id)
        self.which.setCurrentIndex(max(self.which.findData(before), 0) if self.which.count() else -1)
        self._fill_papers()

    def _fill_papers(self) -> None:
        source = self._source()
        before = self.paper.currentData()
        self.paper.clear()
        words = print_words.papers()
        for paper in printing.offered(source) if source else ():
            self.paper.addItem(words[paper], paper)
        self.paper.setCurrentIndex(max(self.paper.findData(before), 0))
        self._fill_sheets()
        self._show_fitting()

    def _fill_sheets(self) -> None:
        before = self.sheet.currentData()
        self.sheet.clear()
        words = print_words.sheets()
        for kind in sheets(self.paper.currentData() or ""):
            self.sheet.addItem(words[kind], kind)
        self.sheet.setCurrentIndex(max(self.sheet.findData(before), 0))

    def _show_fitting(self) -> None:
        pasted = self.where.currentData() == "pasted"
        self._which_holder.setVisible(not pasted)
        self.pasted.setVisible(pasted)
        for field in (self.reason, self.reason_cy):
            field.setVisible(self.paper.currentData() == "recognition")
        self._sheet_holder.setVisible(self.sheet.count() > 1)
        labels = LABELS.get(self.sheet.currentData())
        self._first_holder.setVisible(labels is not None)
        self.first.setRange(1, labels or 1)

    def _lay_out(self) -> None:
        flow = Flow(spacing=12)
        flow.add(self._labelled(self.where))
        self._which_holder = self._labelled(self.which)
        flow.add(self._which_holder)
        for choice in (self.paper, self.language, self.order):
            flow.add(self._labelled(choice))
        self._sheet_holder, self._first_holder = self._labelled(self.sheet), self._labelled(self.first)
        flow.add(self._sheet_holder)
        flow.add(self._first_holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self.pasted)
        column.addWidget(self.reason)
        column.addWidget(self.reason_cy)

    def _labelled(self, choice: Choice | QSpinBox) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        label = Text(choice.accessibleName(), "small", holder)
        label.setBuddy(choice)
        column.addWidget(label)
        column.addWidget(choice)
        return holder

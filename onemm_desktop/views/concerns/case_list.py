"""The lead's list: one line a concern, without a word of what it says; and what low-level ones add up to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.programme.concern_cases import Case, Pattern
from onemm_desktop.programme.dates import day_of
from onemm_desktop.views.concerns import words
from onemm_desktop.views.lists.parts import Line, Lines
from onemm_desktop.views.when import full_day
from onemm_desktop.views.widgets import Card, Choice, EmptyState, Text


class CaseList(Card):
    """``chosen`` carries the id of the concern that is to be opened."""

    chosen = Signal(str)
    #: The other stream was chosen.
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(20, 16), spacing=12)
        self.setAccessibleName(self.tr("Concerns"))
        self._cases: Sequence[Case] = ()
        self._now: datetime | None = None
        self.stream = Choice(self.tr("Which concerns"), self)
        for code, text in (
            ("concern", self.tr("Concerns")),
            ("low_level", self.tr("Low-level concerns")),
        ):
            self.stream.addItem(text, code)
        self.stream.activated.connect(self.turn)
        self.lines = Lines(self)
        self.lines.followed.connect(lambda _kind, case: self.chosen.emit(case))
        self.nothing = EmptyState(
            "check_circle",
            self.tr("No concerns here"),
            self.tr("What anybody in the region seals arrives with the next sync."),
            parent=self,
        )
        self.body.addWidget(self.stream, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.nothing)

    def show_cases(self, cases: Sequence[Case], now: datetime) -> None:
        """Show these instead."""
        self._cases, self._now = cases, now
        self._fill()

    @property
    def low_level(self) -> bool:
        """Whether the low-level ones are shown."""
        return bool(self.stream.currentData() == "low_level")

    def turn(self) -> None:
        """Show the stream that was chosen."""
        self._fill()
        self.turned.emit()

    def titles(self) -> list[str]:
        """What is listed, from the top."""
        return [words.case_title(case, self._now) for case in self._shown()] if self._now else []

    def _shown(self) -> list[Case]:
        return [case for case in self._cases if case.low_level == self.low_level]

    def _fill(self) -> None:
        now = self._now
        if now is None:
            return
        shown = self._shown()
        self.lines.show_lines(
            [
                Line(
                    words.case_title(case, now),
                    words.case_line(case, now),
                    words.case_pill(case),
                    ("concern", case.id),
                )
                for case in shown
            ]
        )
        self.nothing.setVisible(not shown)


class PatternCard(Card):
    """Adults with more than one low-level concern; a click opens the latest."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Low-level concerns about the same adult"))
        self.lines = Lines(self)
        self.lines.followed.connect(lambda _kind, case: self.chosen.emit(case))
        self.body.addWidget(self.lines)
        told = self.tr("Each alone says little. Together they may meet the threshold.")
        self.body.addWidget(Text(told, "small", self, wrap=True))

    def show_patterns(self, patterns: Sequence[Pattern]) -> None:
        """Show these instead."""
        self.lines.show_lines(
            [
                Line(
                    one.name,
                    self.tr("%n time(s)", "", one.times)
                    + f" · {full_day(day_of(one.first_at))} – {full_day(day_of(one.last_at))}",
                    follows=("concern", one.cases[-1]),
                )
                for one in patterns
            ]
        )

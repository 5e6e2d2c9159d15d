"""The summary of an event on screen: the same figures as on paper."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from onemm_desktop.programme.event_summary import EventSummary, Share
from onemm_desktop.views.evaluation import words as evaluation_words
from onemm_desktop.views.people import words as people_words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.value_words import code_word
from onemm_desktop.views.when import clock
from onemm_desktop.views.widgets import Card, Counter, Flow, Text


class SummaryCard(Card):
    """Counters over lines: what each is about, and what there is to say of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Summary"), spacing=8)
        self.came = Counter(self.tr("came"), self)
        self.attendance = Counter(self.tr("per cent attendance"), self)
        self.commitment = Counter(self.tr("per cent commitment"), self)
        self.walk_ins = Counter(self.tr("walk-ins"), self)
        row = Flow(spacing=12, even=True)
        for counter in (self.came, self.attendance, self.commitment, self.walk_ins):
            row.add(counter)
        self.body.addLayout(row)
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(20))
        grid.setVerticalSpacing(scaled(6))
        grid.setColumnStretch(1, 1)
        self.facts = [_Fact(grid, name, self) for name in self._names()]
        self.facts[-1].value.set_tone("warn")
        self.body.addLayout(grid)

    def show_summary(self, told: EventSummary) -> None:
        """Show these figures."""
        self.came.set_number(told.counters.present)
        self.attendance.set_number(told.attendance.percent)
        self.commitment.set_number(told.commitment.percent)
        self.walk_ins.set_number(told.counters.walk_ins)
        for fact, lines in zip(self.facts, self._lines(told), strict=True):
            fact.say(lines)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Attendance"),
            self.tr("Commitment"),
            self.tr("Arrivals"),
            self.tr("On the register"),
            self.tr("Noted"),
            self.tr("Sessions"),
            self.tr("Training"),
            self.tr("Evaluation"),
            self.tr("Amendments"),
        )

    def _lines(self, told: EventSummary) -> tuple[list[str], ...]:
        """What is said under each of the names, in their order."""
        states = people_words.attendance()
        counted = [f"{states.get(code, (code,))[0]} {count}" for code, count in told.states]
        noted = [f"{code_word('attendance_mark', 'source', code)} {n}" for code, n in told.sources]
        kept = self.tr("{share} came or said beforehand that they would not.")
        return (
            [self.tr("{share} of the booked people came.").format(share=_of(told.attendance))],
            [kept.format(share=_of(told.commitment))],
            self._arrivals(told),
            [" · ".join(counted)] if counted else [],
            [" · ".join(noted)] if noted else [],
            self._sessions(told),
            self._learnt(told),
            self._evaluated(told),
            self._amendments(told),
        )

    def _arrivals(self, told: EventSummary) -> list[str]:
        if told.first_in is None or told.last_in is None:
            return []
        line = self.tr("From {first} to {last}; {left} left early.")
        return [line.format(first=clock(told.first_in), last=clock(told.last_in), left=told.left)]

    def _sessions(self, told: EventSummary) -> list[str]:
        line = self.tr("{times} {title}: {came} came, {absent} absent")
        return [
            line.format(
                times=f"{clock(one.starts_at)}–{clock(one.ends_at)}",
                title=one.title,
                came=one.counters.present,
                absent=one.counters.absent,
            )
            for one in told.sessions
        ]

    def _learnt(self, told: EventSummary) -> list[str]:
        gained = sum(bool(one.gained) for one in told.gains)
        if not gained:
            return []
        complete = sum(one.state == "passed" for one in told.gains)
        return [
            self.tr("{gained} passed a module here; {complete} now have all that is asked for.").format(
                gained=gained, complete=complete
            )
        ]

    def _evaluated(self, told: EventSummary) -> list[str]:
        """The means alone; the page of the evaluation tells the rest."""
        if not told.evaluation.sheets:
            return []
        means = [
            f"{evaluation_words.wording(one.question)} {QLocale().toString(one.mean, 'f', 1)}"
            for one in told.evaluation.results
            if one.mean is not None
        ]
        sheets = self.tr("%n sheet(s)", "", told.evaluation.sheets)
        return [" · ".join([sheets, *means])]

    def _amendments(self, told: EventSummary) -> list[str]:
        states = people_words.attendance()
        line = self.tr("Amended by {by}: {name}, {state} — {reason}")
        return [
            line.format(by=one.by, name=one.whose, state=states[one.state][0], reason=one.reason)
            for one in told.amendments
        ]


def _of(share: Share) -> str:
    return f"{share.part} / {share.whole}"


class _Fact:
    """A line of the grid: a name, and beside it what is said; both are hidden while there is nothing to say."""

    def __init__(self, grid: QGridLayout, name: str, parent: QWidget) -> None:
        self.value = Text("", "body", parent, wrap=True)
        self._name = Text(name, "small", parent)
        self._name.setBuddy(self.value)
        row = grid.rowCount()
        grid.addWidget(self._name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.value, row, 1)

    def say(self, lines: list[str]) -> None:
        """Say this."""
        said = "\n".join(lines)
        self.value.setText(said)
        self.value.setAccessibleName(f"{self._name.text()}: {said}")
        for part in (self._name, self.value):
            part.setVisible(bool(lines))

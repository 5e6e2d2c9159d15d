"""The summary of an event on screen: the same figures as on paper."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from onemm_desktop.programme.event_summary import EventSummary, Share
from onemm_desktop.views.evaluation import words as evaluation_words
from onemm_desktop.views.people import words as people_words
from onemm_desktop.views.value_words import code_word
from onemm_desktop.views.when import clock
from onemm_desktop.views.widgets import Card, Counter, Flow, Text


class SummaryCard(Card):
    """Counters over lines of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=self.tr("Summary"), spacing=8)
        self.came = Counter(self.tr("came"), self)
        self.attendance = Counter(self.tr("per cent attendance"), self)
        self.commitment = Counter(self.tr("per cent commitment"), self)
        self.walk_ins = Counter(self.tr("walk-ins"), self)
        row = Flow(spacing=12, even=True)
        for counter in (self.came, self.attendance, self.commitment, self.walk_ins):
            row.add(counter)
        self.figures = Text("", "body", self, wrap=True)
        self.sessions = Text("", "body", self, wrap=True)
        self.learnt = Text("", "body", self, wrap=True)
        self.evaluated = Text("", "body", self, wrap=True)
        self.amended = Text("", "body", self, wrap=True, tone="warn")
        self.body.addLayout(row)
        for text in (self.figures, self.sessions, self.learnt, self.evaluated, self.amended):
            self.body.addWidget(text)

    def show_summary(self, told: EventSummary) -> None:
        """Show these figures."""
        self.came.set_number(told.counters.present)
        self.attendance.set_number(told.attendance.percent)
        self.commitment.set_number(told.commitment.percent)
        self.walk_ins.set_number(told.counters.walk_ins)
        _say(self.figures, self._figures(told))
        _say(self.sessions, self._sessions(told))
        _say(self.learnt, self._learnt(told))
        _say(self.evaluated, self._evaluated(told))
        _say(self.amended, self._amendments(told))

    def _figures(self, told: EventSummary) -> list[str]:
        came = self.tr("Attendance: {share} of the booked people came.").format(share=_of(told.attendance))
        kept = self.tr("Commitment: {share} came or said beforehand that they would not.").format(
            share=_of(told.commitment)
        )
        lines = [came, kept]
        if told.first_in is not None and told.last_in is not None:
            lines.append(
                self.tr("Arrivals from {first} to {last}; {left} left early.").format(
                    first=clock(told.first_in), last=clock(told.last_in), left=told.left
                )
            )
        states = people_words.attendance()
        if told.states:
            lines.append(" · ".join(f"{states.get(code, (code,))[0]} {count}" for code, count in told.states))
        if told.sources:
            noted = " · ".join(f"{code_word('attendance_mark', 'source', code)} {n}" for code, n in told.sources)
            lines.append(self.tr("Noted: {how}").format(how=noted))
        return lines

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
            self.tr("Training: {gained} passed a module here; {complete} now have all that is asked for.").format(
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
        sheets = self.tr("Evaluation: %n sheet(s)", "", told.evaluation.sheets)
        return [" · ".join([sheets, *means])]

    def _amendments(self, told: EventSummary) -> list[str]:
        states = people_words.attendance()
        line = self.tr("Amended by {by}: {name}, {state} — {reason}")
        return [
            line.format(by=one.by, name=one.whose, state=states[one.state][0], reason=one.reason)
            for one in told.amendments
        ]


def _say(text: Text, lines: list[str]) -> None:
    text.setText("\n".join(lines))
    text.setVisible(bool(lines))


def _of(share: Share) -> str:
    return f"{share.part} / {share.whole}"

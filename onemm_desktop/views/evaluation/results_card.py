"""What all sheets of an event say together, question by question."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from onemm_desktop.programme.evaluation import Evaluation, Result
from onemm_desktop.views.evaluation import words
from onemm_desktop.views.evaluation.bars import Bars
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, Text


class ResultsCard(Card):
    """``show_results`` shows them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(14, 12), spacing=8)
        self.heading = Text("", "heading", self)
        self._inside = QWidget(self)
        self._shown: tuple[Result, ...] | None = None
        self.body.addWidget(self.heading)
        self.body.addWidget(self._inside)
        self.body.addStretch(1)

    def show_results(self, seen: Evaluation) -> None:
        """Show these results."""
        self.heading.setText(self.tr("%n sheet(s)", "", seen.sheets))
        if seen.results == self._shown:
            return
        self._shown = seen.results
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        for result in seen.results:
            column.addWidget(Text(words.wording(result.question), "strong", inside, wrap=True))
            column.addWidget(Text(words.told(result), "small", inside, wrap=True))
            if result.counts:
                lines = [(words.points(result.question, points), count) for points, count in result.counts]
                column.addWidget(Bars(lines, inside))
            for said in result.said:
                column.addWidget(Text(f"“{said}”", "body", inside, wrap=True))
            column.addSpacing(scaled(8))
        self.body.replaceWidget(self._inside, inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = inside

"""The evaluation form of an event as a paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background
from onemm_desktop.models import Desk
from onemm_desktop.programme import evaluation
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.evaluation import Evaluation
from onemm_desktop.programme.print_runs import Subject
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.printing.paper_page import PaperPage
from onemm_desktop.views.when import long_day


class EvaluationFormPage(PaperPage):
    """``open`` says of which event."""

    def __init__(self, background: Background, dialogs: Dialogs, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(background, dialogs, "", parent)
        self._desk = desk
        self._event = ""
        self._reference = ""
        self.set_title(self.tr("Evaluation form"))
        self.set_back(self.tr("Back"))
        self.add_button(self.save)
        self.add_button(self.print)

    def open(self, event: str) -> None:
        """Choose the event whose form is shown when the page comes to the front."""
        self._event = event
        self.show_pdf(b"")

    def subject(self) -> Subject | None:
        return Subject("evaluation_form", "event", self._event, 0)

    def place(self) -> dict[str, Any]:
        return {"event": self._event}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self.open(place["event"])
        self.shown()

    def shown(self) -> None:
        self.bar.dismiss()
        if self._event:
            ask = partial(evaluation.evaluation, event=self._event, now=self._desk.now(), role=self._desk.role)
            self._background.read(ask, self._show, self.say_problem)

    def file_name(self) -> str:
        return f"{self.title} {self._reference}".strip()

    def _show(self, seen: Evaluation) -> None:
        self._reference = seen.reference
        self.set_facts(f"{seen.title} — {seen.venue} · {long_day(day_of(seen.starts_at))}")

        def work(_progress: Callable[[int], None], _cancelled: Callable[[], bool]) -> bytes:
            return _pdf(seen)

        self.make(self.tr("Preparing the form"), 0, work)


def _pdf(seen: Evaluation) -> bytes:
    """The form as a PDF. KnownError NO_GLYPH."""
    from onemm_desktop.documents import evaluation_form
    from onemm_desktop.documents.words import Said

    def asked(question: evaluation.Question) -> evaluation_form.Question:
        pairs = list(zip(question.ends_cy or question.ends, question.ends, strict=False))
        low, high = (Said(*pairs[0]), Said(*pairs[-1])) if len(pairs) == 2 else (None, None)
        return evaluation_form.Question(
            question.asks, Said(question.wording_cy or question.wording, question.wording), low, high
        )

    return evaluation_form.pdf(
        evaluation_form.Form(
            title=seen.title,
            title_cy=seen.title_cy,
            reference=seen.reference,
            held_on=day_of(seen.starts_at),
            questions=tuple(map(asked, seen.questions)),
        )
    )

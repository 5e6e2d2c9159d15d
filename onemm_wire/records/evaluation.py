"""Evaluation of events: what is asked at the end of a day, and what sheets without a name say."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record
from onemm_wire.records.training import EventKind

Asks = Literal["scale", "yes_no", "text"]


class EvaluationQuestion(Record, frozen=True, kw_only=True):
    """One wording of a question, as dated data: of several with the same ``code`` the newest in force is asked.

    A scale goes from 1 to 5; ``ends`` are the words of its two ends, ``ends_cy`` the Welsh ones. ``event_kinds`` says
    where it is asked; none named means everywhere. A wording with ``on_form`` false takes the question off the form.
    """

    kind: ClassVar[str] = "evaluation_question"
    family: ClassVar[AnyFamily] = "national"

    code: str
    position: int
    asks: Asks
    wording: str
    wording_cy: str = ""
    ends: list[str] = []
    ends_cy: list[str] = []
    event_kinds: list[EventKind] = []
    on_form: bool = True
    valid_from: date


class EvaluationAnswer(Record, frozen=True, kw_only=True):
    """What one sheet says to one question: a fact, only ever added to, and of nobody.

    It names no person, nor who keyed it in, nor when; its id carries the time at which the event began. Answers of one
    sheet share ``sheet_id``. ``points`` is 1 to 5 of a scale, 1 for yes and 0 for no; ``words`` answer a question that
    asks for them. An answer that names another in ``withdraws`` takes it back and says nothing itself.
    """

    kind: ClassVar[str] = "evaluation_answer"
    family: ClassVar[AnyFamily] = "region"

    event_id: str
    session_id: str | None = None
    sheet_id: str
    question_id: str
    points: int | None = None
    words: str = ""
    withdraws: str | None = None

"""The questions of evaluation forms and the answers to them, as kept on this laptop."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Synced
from onemm_wire import records
from onemm_wire.records import evaluation as wire


class EvaluationQuestion(Synced):
    """One wording of a question, in force from a day on."""

    __tablename__ = "evaluation_question"
    record: ClassVar[type[records.Record]] = wire.EvaluationQuestion

    code: Mapped[str]
    position: Mapped[int]
    asks: Mapped[str]
    wording: Mapped[str]
    wording_cy: Mapped[str] = mapped_column(default="")
    ends: Mapped[list[str]] = mapped_column(default=list)
    ends_cy: Mapped[list[str]] = mapped_column(default=list)
    event_kinds: Mapped[list[str]] = mapped_column(default=list)
    on_form: Mapped[bool] = mapped_column(default=True)
    valid_from: Mapped[date]


class EvaluationAnswer(Synced):
    """What one sheet says to one question; of nobody, only ever added to."""

    __tablename__ = "evaluation_answer"
    record: ClassVar[type[records.Record]] = wire.EvaluationAnswer

    event_id: Mapped[str] = mapped_column(index=True)
    session_id: Mapped[str | None]
    sheet_id: Mapped[str]
    question_id: Mapped[str]
    points: Mapped[int | None]
    words: Mapped[str] = mapped_column(default="")
    withdraws: Mapped[str | None]

"""Evaluation of an event: what its sheets ask, one sheet written down, and what all of them say together.

A sheet is nobody's. Its records name no person and no moment; results are told question by question, never sheet by
sheet, and only from ``FEWEST`` answers on; what was written in words stands in the order of the alphabet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import EvaluationAnswer, EvaluationQuestion, Event, desk_of
from onemm_desktop.models.folding import fold
from onemm_desktop.programme.allowed import may, require
from onemm_desktop.programme.dates import day_of
from onemm_wire.ids import uuid7
from onemm_wire.partitions import Role
from onemm_wire.records.evaluation import Asks

#: Answers below which nothing is told: with fewer, whoever was there could guess who said what.
FEWEST = 3
#: Characters of an answer in words, as many as the lines of the paper form hold.
LONGEST = 600
#: The points of each way of asking, the best last as on the paper.
POINTS: dict[Asks, tuple[int, ...]] = {"scale": (1, 2, 3, 4, 5), "yes_no": (0, 1), "text": ()}
#: States of an event that was never held, or is not yet.
_NOT_HELD = ("draft", "cancelled", "postponed")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the wording that is in force. ``ends`` and ``ends_cy`` are the words of a scale's two ends."""

    id: str
    code: str
    asks: Asks
    wording: str
    wording_cy: str
    ends: tuple[str, ...]
    ends_cy: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What was said to one question. ``counts`` are points and how often, all of them; None: too few to be told.

    ``mean`` is of a scale; ``said`` are the answers in words, in the order of the alphabet.
    """

    question: Question
    answered: int
    counts: tuple[tuple[int, int], ...] | None
    mean: float | None
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An event's form and what its sheets say. ``may_add``: a sheet can be written down now, by this person."""

    event: str
    title: str
    title_cy: str
    reference: str
    venue: str
    starts_at: datetime
    questions: tuple[Question, ...]
    sheets: int
    results: tuple[Result, ...]
    may_add: bool


def evaluation(session: Session, *, event: str, now: datetime, role: Role) -> Evaluation:
    """The form of an event and its results. Raises NOT_FOUND."""
    held = _event(session, event)
    answers = _standing(session, event)
    asked = questions(session, held)
    return Evaluation(
        event=held.id,
        title=held.title,
        title_cy=held.title_cy,
        reference=held.reference,
        venue=held.venue,
        starts_at=held.starts_at,
        questions=asked,
        sheets=len({one.sheet_id for one in answers}),
        results=_results(session, asked, answers),
        may_add=bool(asked) and _is_open(held, now) and may(role, "create", EvaluationAnswer.record.kind) is None,
    )


def questions(session: Session, event: Event) -> tuple[Question, ...]:
    """What is asked at an event: of each question the newest wording that was in force on its day."""
    in_force = select(EvaluationQuestion).where(EvaluationQuestion.valid_from <= day_of(event.starts_at))
    newest: dict[str, EvaluationQuestion] = {}
    for one in session.scalars(in_force.order_by(EvaluationQuestion.valid_from, EvaluationQuestion.id)):
        newest[one.code] = one
    asked = [
        one for one in newest.values() if one.on_form and (not one.event_kinds or event.event_kind in one.event_kinds)
    ]
    return tuple(_question(one) for one in sorted(asked, key=lambda one: (one.position, one.code)))


def add_sheet(
    session: Session, *, event: str, answers: Mapping[str, str], session_id: str | None = None
) -> tuple[Change, int]:
    """Write one sheet down; returns how many there are now. ``answers`` are by question, as ``read`` takes them.

    What was left blank is not written. Raises NOT_FOUND, NOT_ALLOWED, NOT_NOW (not begun, or never held), EMPTY_SHEET,
    WRONG_VALUE (``question``: its id).
    """
    desk = desk_of(session)
    held = _event(session, event)
    require(desk.role, "create", EvaluationAnswer.record.kind, held.partition)
    if not _is_open(held, desk.now()):
        raise KnownError(Problem.NOT_NOW)
    said = [(one, read(one, typed)) for one in questions(session, held) if (typed := answers.get(one.id, "").strip())]
    if not said:
        raise KnownError(Problem.EMPTY_SHEET)

    def nobodys() -> str:
        """An id that does not tell when its sheet was written down: beside a time of leaving that would tell whose."""
        return uuid7(held.starts_at, desk.chance(10))

    sheet = nobodys()
    made = [
        EvaluationAnswer(
            id=nobodys(),
            partition=held.partition,
            event_id=event,
            session_id=session_id,
            sheet_id=sheet,
            question_id=question.id,
            points=answer if isinstance(answer, int) else None,
            words=answer if isinstance(answer, str) else "",
        )
        for question, answer in said
    ]
    session.add_all(made)
    session.flush()
    touched = frozenset((EvaluationAnswer.record.kind, one.id) for one in made)
    return Change(touched=touched), len({one.sheet_id for one in _standing(session, event)})


def read(question: Question, typed: str) -> int | str:
    """What was typed for a question: points as digits (1 yes, 0 no), or words. Raises WRONG_VALUE (``question``)."""
    if question.asks == "text":
        if len(typed) > LONGEST:
            raise KnownError(Problem.WRONG_VALUE, question=question.id)
        return typed
    if len(typed) != 1 or typed not in "012345" or int(typed) not in POINTS[question.asks]:
        raise KnownError(Problem.WRONG_VALUE, question=question.id)
    return int(typed)


def take_back(session: Session, answer: EvaluationAnswer) -> None:
    """Say that an answer does not count; the undo of a sheet says it of each."""
    event = _event(session, answer.event_id)
    session.add(
        EvaluationAnswer(
            id=uuid7(event.starts_at, desk_of(session).chance(10)),
            partition=answer.partition,
            event_id=answer.event_id,
            session_id=answer.session_id,
            sheet_id=answer.sheet_id,
            question_id=answer.question_id,
            withdraws=answer.id,
        )
    )


def _event(session: Session, event: str) -> Event:
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    return held


def _is_open(event: Event, now: datetime) -> bool:
    return event.state not in _NOT_HELD and now >= event.starts_at


def _standing(session: Session, event: str) -> list[EvaluationAnswer]:
    """The answers that nobody took back."""
    held = list(session.scalars(select(EvaluationAnswer).where(EvaluationAnswer.event_id == event)))
    gone = {one.withdraws for one in held if one.withdraws is not None}
    return [one for one in held if one.withdraws is None and one.id not in gone]


def _results(session: Session, asked: tuple[Question, ...], answers: list[EvaluationAnswer]) -> tuple[Result, ...]:
    """By question, in the order of the form; behind it the wordings that another laptop still asked in."""
    by_question: dict[str, list[EvaluationAnswer]] = defaultdict(list)
    for one in answers:
        by_question[one.question_id].append(one)
    known = {one.id for one in asked}
    older = select(EvaluationQuestion).where(EvaluationQuestion.id.in_(by_question.keys() - known))
    shown = (*asked, *(_question(one) for one in session.scalars(older.order_by(EvaluationQuestion.position))))
    return tuple(_result(question, by_question.get(question.id, [])) for question in shown)


def _result(question: Question, answers: list[EvaluationAnswer]) -> Result:
    if len(answers) < FEWEST:
        return Result(question, len(answers), None, None, ())
    how_often = Counter(one.points for one in answers)
    counts = tuple((points, how_often[points]) for points in POINTS[question.asks])
    whole = sum(count for _, count in counts)
    mean = sum(points * count for points, count in counts) / whole if question.asks == "scale" and whole else None
    said = sorted((one.words for one in answers if one.words), key=lambda words: (fold(words), words))
    return Result(question, len(answers), counts, mean, tuple(said))


def _question(row: EvaluationQuestion) -> Question:
    asks = cast("Literal['scale', 'yes_no', 'text']", row.asks)
    return Question(row.id, row.code, asks, row.wording, row.wording_cy, tuple(row.ends), tuple(row.ends_cy))

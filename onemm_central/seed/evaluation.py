"""What the pilot's people are asked at the end of a training day, and what the sheets of its last days say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from onemm_central.seed.chance import Chance
from onemm_central.seed.events import Calendar, Day
from onemm_wire.records import EvaluationAnswer, EvaluationQuestion
from onemm_wire.records.evaluation import Asks
from onemm_wire.records.training import EventKind

_RATE = (["poor", "excellent"], ["gwael", "ardderchog"])
_AGREE = (["not at all", "completely"], ["ddim o gwbl", "yn llwyr"])
_NONE: tuple[list[str], list[str]] = ([], [])
_FORM: tuple[tuple[str, Asks, str, str, tuple[list[str], list[str]], list[EventKind]], ...] = (
    ("whole_day", "scale", "How was today as a whole?", "Sut oedd heddiw ar y cyfan?", _RATE, []),
    ("trainer", "scale", "How clear was the trainer?", "Pa mor glir oedd yr hyfforddwr?", _RATE, []),
    ("ready", "scale", "I feel ready to mentor", "Rwy’n teimlo’n barod i fentora", _AGREE, ["mentor_training"]),
    ("recommend", "yes_no", "Would you recommend today?", "A fyddech chi’n argymell heddiw?", _NONE, []),
    ("best", "text", "What helped you most?", "Beth a’ch helpodd fwyaf?", _NONE, []),
    ("better", "text", "What should we do better?", "Beth ddylem ni ei wneud yn well?", _NONE, []),
)
_SAID = {
    "best": ("Talking to mentors who have done it.", "The role plays.", "Yr ymarferion mewn parau.", "Time to ask."),
    "better": ("More time in pairs.", "A warmer room, please.", "Mwy o enghreifftiau.", "Start half an hour later."),
}
#: How many of the last trainings have sheets, and how many sheets there are of one.
_TRAININGS = 2
_SHEETS = (6, 14)


def questions(chance: Chance, since: date) -> Iterator[EvaluationQuestion]:
    """The form of the pilot: six questions, of which one is asked at mentor training alone."""
    for position, (code, asks, wording, wording_cy, ends, kinds) in enumerate(_FORM, start=1):
        yield EvaluationQuestion(
            id=chance.day_id(since),
            code=code,
            position=position,
            asks=asks,
            wording=wording,
            wording_cy=wording_cy,
            ends=ends[0],
            ends_cy=ends[1],
            event_kinds=kinds,
            valid_from=since,
        )


def answers(form: Sequence[EvaluationQuestion], calendar: Calendar, chance: Chance) -> Iterator[EvaluationAnswer]:
    """The sheets of the last trainings that were held."""
    for training in calendar.past[-_TRAININGS:]:
        for _ in range(chance.between(*_SHEETS)):
            sheet = chance.day_id(training.day)
            for question in form:
                if chance.happens(0.4 if question.asks == "text" else 0.95):
                    yield _answer(training, sheet, question, chance)


def _answer(training: Day, sheet: str, question: EvaluationQuestion, chance: Chance) -> EvaluationAnswer:
    points = {"scale": [3, 4, 4, 5, 5, 5, 2], "yes_no": [1, 1, 1, 1, 0]}.get(question.asks)
    return EvaluationAnswer(
        id=chance.day_id(training.day),
        event_id=training.id,
        sheet_id=sheet,
        question_id=question.id,
        points=chance.pick(points) if points else None,
        words="" if points else chance.pick(_SAID[question.code]),
    )

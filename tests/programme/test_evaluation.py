"""Evaluation: the form in force, sheets without a name, and results that betray nobody."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import EvaluationAnswer, EvaluationQuestion, Op
from onemm_desktop.programme import evaluation
from onemm_desktop.programme.evaluation import Evaluation
from tests.training_day import Day

LONG_AGO = date(2020, 1, 1)


def ask(day: Day, code: str, asks: str = "scale", **fields: Any) -> str:
    """A question of the centre's; returns its id."""
    given = {"position": 1, "wording": code, "valid_from": LONG_AGO, **fields}
    row = EvaluationQuestion(id=day.new_id(), partition="national", code=code, asks=asks, **given)
    day.keep(row)
    return row.id


def sheet(day: Day, **answers: str) -> int:
    """One sheet, by the questions' codes."""
    by_code = {one.code: one.id for one in seen(day).questions}
    return day.do(
        lambda session: evaluation.add_sheet(
            session, event=day.event, answers={by_code[code]: typed for code, typed in answers.items()}
        ),
        label="sheet_added",
        values={"name": "Mentor training"},
    )[1]


def seen(day: Day) -> Evaluation:
    with day.database.read() as session:
        return evaluation.evaluation(session, event=day.event, now=day.clock(), role=day.desk.role)


def asked(day: Day) -> list[str]:
    return [one.wording for one in seen(day).questions]


@pytest.fixture
def begun(day: Day) -> Day:
    day.clock.at(15, 30)
    return day


def test_the_form_asks_what_is_in_force_on_the_day_at_this_kind_of_event(day: Day) -> None:
    ask(day, "b", wording="Second", position=2)
    ask(day, "a", wording="First, as it was", position=1)
    ask(day, "a", wording="First", position=1, valid_from=date(2026, 11, 21))
    ask(day, "a", wording="First, next week", position=1, valid_from=date(2026, 11, 28))
    ask(day, "c", wording="Of briefings", event_kinds=["partner_briefing"])
    ask(day, "d", wording="Of trainings", event_kinds=["mentor_training"], position=3)
    ask(day, "e", wording="Taken off")
    ask(day, "e", wording="Taken off", on_form=False, valid_from=date(2026, 1, 1))
    assert asked(day) == ["First", "Second", "Of trainings"]


def test_a_sheet_names_nobody_and_no_moment(begun: Day) -> None:
    ask(begun, "whole_day")
    ask(begun, "best", "text", position=2)
    before = begun.new_id()
    assert sheet(begun, whole_day="4", best="The pairs") == 1
    with begun.database.read() as session:
        rows = session.scalars(select(EvaluationAnswer)).all()
        ops = session.scalars(select(Op).where(Op.kind == "evaluation_answer")).all()
    assert sorted((one.points, one.words) for one in rows if one.points) == [(4, "")]
    assert len({one.sheet_id for one in rows}) == 1
    fields = {"id", "event_id", "session_id", "sheet_id", "question_id", "points", "words", "withdraws"}
    assert set(EvaluationAnswer.wire_fields()) == fields, "none of them may say who or when"
    assert [op.partition for op in ops] == ["region/WMD"] * 2
    # The first 48 bits of a UUIDv7 are its time: that of the event, an age before the sheet was written down.
    assert {one.id[:13] for one in rows} == {rows[0].sheet_id[:13]}
    assert all(one.id[:13] < before[:13] for one in rows)


def test_fewer_than_three_answers_to_a_question_are_not_told(begun: Day) -> None:
    ask(begun, "whole_day")
    ask(begun, "recommend", "yes_no", position=2)
    for points in ("5", "4"):
        sheet(begun, whole_day=points, recommend="1")
    assert [(one.answered, one.counts, one.mean) for one in seen(begun).results] == [(2, None, None)] * 2
    sheet(begun, whole_day="5")
    rated, recommended = seen(begun).results
    assert (rated.counts, round(rated.mean or 0, 2)) == (((1, 0), (2, 0), (3, 0), (4, 1), (5, 2)), 4.67)
    assert (recommended.answered, recommended.counts) == (2, None), "also where there are sheets enough of others"
    assert seen(begun).sheets == 3


def test_words_stand_in_the_order_of_the_alphabet_and_not_of_their_coming(begun: Day) -> None:
    ask(begun, "best", "text")
    for words in ("Zest", "élan", "apples"):
        sheet(begun, best=words)
    assert seen(begun).results[0].said == ("apples", "élan", "Zest")


def test_ctrl_z_takes_a_whole_sheet_back_and_no_other(begun: Day) -> None:
    ask(begun, "whole_day")
    ask(begun, "recommend", "yes_no", position=2)
    for points in ("1", "2", "3", "4"):
        sheet(begun, whole_day=points, recommend="0")
    assert begun.undo() == "sheet_added"
    assert (seen(begun).sheets, seen(begun).results[0].counts) == (3, ((1, 1), (2, 1), (3, 1), (4, 0), (5, 0)))
    assert begun.undo() == "sheet_added"
    assert seen(begun).sheets == 2
    with begun.database.read() as session:
        assert len(session.scalars(select(EvaluationAnswer)).all()) == 12, "facts are only ever added to"


@pytest.mark.parametrize(
    ("asks", "typed"),
    [("scale", "0"), ("scale", "6"), ("scale", "٣"), ("scale", "33"), ("yes_no", "2"), ("text", "x" * 601)],
)
def test_what_is_no_answer_is_refused_and_the_sheet_is_not_written(begun: Day, asks: str, typed: str) -> None:
    ask(begun, "good")
    wrong = ask(begun, "wrong", asks, position=2)
    with pytest.raises(KnownError) as said:
        sheet(begun, good="5", wrong=typed)
    assert (said.value.problem, said.value.values["question"]) == (Problem.WRONG_VALUE, wrong)
    assert seen(begun).sheets == 0


def test_an_empty_sheet_is_none(begun: Day) -> None:
    ask(begun, "best", "text")
    with pytest.raises(KnownError) as said:
        sheet(begun, best="  ")
    assert said.value.problem is Problem.EMPTY_SHEET


@pytest.mark.parametrize("state", ["draft", "cancelled", "postponed"])
def test_an_event_that_was_not_held_takes_no_sheets(begun: Day, state: str) -> None:
    begun.event = begun.add_event(reference="WMD-E-0032", state=state)
    ask(begun, "whole_day")
    assert not seen(begun).may_add
    with pytest.raises(KnownError) as said:
        sheet(begun, whole_day="3")
    assert said.value.problem is Problem.NOT_NOW


def test_sheets_are_taken_from_the_beginning_and_long_after_the_register_closed(day: Day) -> None:
    ask(day, "whole_day")
    assert not seen(day).may_add
    day.clock.at(10, 0)
    assert seen(day).may_add
    day.event = day.add_event(reference="WMD-E-0033", state="archived")
    day.clock.now += timedelta(days=30)
    assert sheet(day, whole_day="3") == 1


def test_an_answer_to_an_older_wording_is_told_under_its_own_words(begun: Day) -> None:
    ask(begun, "whole_day", wording="As it was")
    for _ in range(3):
        sheet(begun, whole_day="2")
    ask(begun, "whole_day", wording="As it is", valid_from=date(2026, 11, 21))
    assert [(one.question.wording, one.answered) for one in seen(begun).results] == [("As it is", 0), ("As it was", 3)]

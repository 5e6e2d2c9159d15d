"""Work leaves the window's thread and comes home to it, in order, even while the program is closing."""

from __future__ import annotations

import sys
import threading
from functools import partial
from types import TracebackType

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Event, Op, desk_of
from onemm_desktop.models.database import Database


def plan_event(session: Session, reference: str = "LON-1") -> tuple[Change, str]:
    """A verb as the programme has them: changes one record and answers its id."""
    desk = desk_of(session)
    event = Event(
        id=desk.new_id(),
        partition=f"region/{desk.region}",
        reference=reference,
        title="Mentor training",
        venue="Toynbee Hall",
        starts_at=desk.now(),
        ends_at=desk.now(),
        hours=6.0,
        capacity=40,
    )
    session.add(event)
    return Change(), event.id


def references(session: Session) -> list[str]:
    return list(session.scalars(select(Event.reference).order_by(Event.pk)))


class Listener(QObject):
    """A page that remembers what came home, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[int] = set()

    def hear(self, answer: object) -> None:
        self.heard.append(answer)
        self.threads.add(threading.get_ident())


def test_a_write_comes_home_as_a_change_that_names_what_it_touched(qtbot: QtBot, background: Background) -> None:
    page = Listener()
    with qtbot.waitSignal(background.changed) as signal:
        background.write(plan_event, label="planned_event", values={"title": "x"}, initiator=page, then=page.hear)
    background.settle()
    change, initiator = signal.args
    assert change.touched == {("event", page.heard[0])}
    assert (change.undo, change.values, initiator) == ("planned_event", {"title": "x"}, page)
    assert page.threads == {threading.get_ident()}


def test_the_label_of_a_write_is_kept_with_its_op_for_undoing_after_a_restart(background: Background) -> None:
    background.write(plan_event, label="planned_event", values={"title": "x"}, undoes="an-earlier-group")
    background.settle()
    op = background.look(lambda session: session.execute(select(Op.label, Op.label_values, Op.undoes)).one())
    assert tuple(op) == ("planned_event", {"title": "x"}, "an-earlier-group")


def test_writes_are_done_in_the_order_they_were_asked_for(background: Background) -> None:
    wanted = [f"LON-{number}" for number in range(20)]
    for reference in wanted:
        background.write(partial(plan_event, reference=reference))
    assert background.settle()
    assert background.look(references) == wanted


def test_reading_network_and_production_work_elsewhere_and_answer_here(background: Background) -> None:
    page = Listener()
    background.read(lambda session: threading.get_ident(), page.hear)
    background.network(threading.get_ident, page.hear)
    background.produce(threading.get_ident, page.hear)
    background.settle()
    here = threading.get_ident()
    assert len(set(page.heard)) == 3, "each has a thread of its own"
    assert here not in page.heard
    assert page.threads == {here}


def test_a_slow_network_holds_up_neither_writing_nor_reading(qtbot: QtBot, background: Background) -> None:
    answer = threading.Event()
    page = Listener()
    background.network(lambda: answer.wait(20), page.hear)
    with qtbot.waitSignal(background.changed):
        background.write(plan_event)
    background.read(references, page.hear)
    qtbot.waitUntil(lambda: page.heard == [["LON-1"]])
    answer.set()
    background.settle()
    assert page.heard == [["LON-1"], True]


def refuse(*_: object) -> tuple[Change, None]:
    raise KnownError(Problem.REGISTER_CLOSED)


def test_an_expected_error_goes_to_whoever_asked_to_hear_of_it(background: Background) -> None:
    page, bar = Listener(), Listener()
    background.failed.connect(bar.hear)
    background.write(refuse, failed=page.hear)
    background.settle()
    assert [error.problem for error in page.heard if isinstance(error, KnownError)] == [Problem.REGISTER_CLOSED]
    assert bar.heard == []


@pytest.mark.parametrize("lane", ["write", "read", "network", "produce"])
def test_an_expected_error_nobody_asked_for_goes_to_the_message_bar(background: Background, lane: str) -> None:
    bar = Listener()
    background.failed.connect(bar.hear)
    if lane == "write":
        background.write(refuse)
    else:
        getattr(background, lane)(refuse, bar.hear)
    background.settle()
    assert [error.problem for error in bar.heard if isinstance(error, KnownError)] == [Problem.REGISTER_CLOSED]


def test_a_bug_in_the_work_reaches_the_crash_report(background: Background, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[BaseException] = []

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        reported.append(error)

    monkeypatch.setattr(sys, "excepthook", report)
    page = Listener()
    background.produce(lambda: 1 // 0, page.hear)
    background.settle()
    assert page.heard == []
    assert [type(error) for error in reported] == [ZeroDivisionError]


def test_nothing_comes_home_to_a_page_that_was_closed_meanwhile(background: Background) -> None:
    open_page, closed_page = Listener(), Listener()
    heard = closed_page.heard
    background.changed.connect(lambda change, initiator: open_page.hear(initiator))
    background.read(references, closed_page.hear)
    background.read(references, lambda answer: heard.append(answer), owner=closed_page)
    background.write(plan_event, initiator=closed_page, then=lambda answer: heard.append(answer))
    shiboken6.delete(closed_page)
    background.settle()
    assert heard == []
    assert open_page.heard == [None], "the other pages hear of the change all the same"


def test_closing_finishes_every_write_that_was_asked_for(background: Background, database: Database) -> None:
    page = Listener()
    for number in range(30):
        background.write(partial(plan_event, reference=f"LON-{number}"), then=page.hear)
    background.close()
    background.close()
    assert len(page.heard) == 30
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 30


def test_a_write_that_fails_while_the_program_closes_is_heard_of(background: Background) -> None:
    bar = Listener()
    background.failed.connect(bar.hear)
    background.write(refuse)
    background.close()
    assert len(bar.heard) == 1


def test_idle_is_said_once_all_work_is_home(qtbot: QtBot, background: Background) -> None:
    page = Listener()
    with qtbot.waitSignal(background.idle):
        background.read(references, lambda answer: background.read(references, page.hear))
    assert page.heard == [[]]
    assert not background.busy


def test_work_that_takes_too_long_is_not_called_settled(background: Background) -> None:
    answer = threading.Event()
    background.network(answer.wait, lambda _: None)
    assert not background.settle(timeout_ms=1)
    answer.set()
    assert background.settle()

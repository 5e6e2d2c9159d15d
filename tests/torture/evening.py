"""The reckoning: the network is good again, the laptops are asked what they hold, the centre what it has."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import select

from onemm_desktop.models import MODELS, Op, Shadow
from onemm_wire.errors import Code
from tests.central_service import Centre
from tests.sync.carrying import bundles
from tests.sync.laptop import Laptop
from tests.torture.report import Report

#: Rounds of calm after which nothing may be left to send or to fetch: one to send, one to hear of the others.
ROUNDS = 2
WORDS = re.compile(r"<[0-9a-f]{12}>")
#: Fields that every hand only ever adds to, so that whatever was written is there for ever.
GROWING = ("notes", "help_areas")
#: The state of an op on its laptop, and the centre's answers that lead to it.
ANSWERS = {"done": {"applied", "merged", "conflict"}, "parked": {"conflict"}}


def carry(centre: Centre, laptop: Laptop, *, courier: Laptop) -> None:
    """One line stays down: that desk's changes go to another one on a stick, and the answers come back on it."""
    laptop.sync()  # the day may have ended with a backup that was brought back
    laptop.add_mentor("carried")
    file = laptop.folder / "evening.onemm-bundle"
    exported = bundles(laptop).export(file)
    assert exported.left == 0
    bundles(laptop).bring_back(bundles(courier).deliver(file))
    assert "pending" not in {op.state for op in _ops(laptop)}
    assert "carried" in {mentor["family_name"] for mentor in centre.records("mentor").values()}


def shut_out(centre: Centre, laptop: Laptop) -> None:
    """A laptop is lost: nothing of it is heard any more, and what it has to say stays where it is."""
    centre.revoke(laptop.device.device_id)
    unheard = laptop.add_mentor("unheard")
    status = laptop.sync()
    assert status.problem is not None and status.problem.values["code"] == Code.REVOKED
    assert status.unsent == 1
    assert unheard not in centre.records("mentor")
    assert _ops(laptop)[-1].state == "pending"


def reckon(centre: Centre, laptops: list[Laptop], report: Report) -> None:
    """Everything drains in ``ROUNDS``; nothing told as saved is lost, nothing counts twice, all copies are equal."""
    for _ in range(ROUNDS):
        statuses = [laptop.sync() for laptop in laptops]
    for status in statuses:
        assert (status.problem, status.unsent) == (None, 0), status
    for laptop, desk in zip(laptops, report.desks, strict=True):
        ops = _ops(laptop)
        report.ops.update(op.state for op in ops)
        _nothing_told_is_lost(desk.saved, ops)
        _every_op_is_answered_once(centre, laptop.device.device_id, ops)
        _every_word_stands(centre, ops)
        _marks_count_once(centre, desk.saved)
        _the_copy_is_the_centre_s(centre, laptop)


def _ops(laptop: Laptop) -> list[Op]:
    with laptop.database.read() as session:
        return list(session.scalars(select(Op).order_by(Op.n)))


def _nothing_told_is_lost(saved: dict[str, frozenset[tuple[str, str]]], ops: list[Op]) -> None:
    """What the screen showed as saved is in the journal, whatever moment the program was killed at."""
    journalled = {(op.kind, op.record_id) for op in ops}
    lost = {words: records - journalled for words, records in saved.items() if not records <= journalled}
    assert not lost


def _every_op_is_answered_once(centre: Centre, device_id: str, ops: list[Op]) -> None:
    assert [op.n for op in ops] == list(range(1, len(ops) + 1))
    answers = dict(centre.sql("SELECT n, answer ->> 'status' FROM op_result WHERE device_id = %s", device_id))
    assert set(answers) == {op.n for op in ops}
    wrong = {op.n: (op.state, answers[op.n]) for op in ops if answers[op.n] not in ANSWERS.get(op.state, set())}
    assert not wrong, wrong
    twice = centre.sql(
        "SELECT op_n, kind, record_id, count(*) FROM history WHERE device_id = %s GROUP BY 1, 2, 3 HAVING count(*) > 1",
        device_id,
    )
    assert twice == []


def _every_word_stands(centre: Centre, ops: list[Op]) -> None:
    """A note under somebody else's note, an area beside another: merged, never overwritten."""
    mentors = centre.records("mentor")
    for op in ops:
        for name in GROWING:
            if op.state == "done" and op.kind == "mentor" and op.verb == "update" and name in op.fields:
                missing = set(WORDS.findall(str(op.fields[name]))) - set(
                    WORDS.findall(str(mentors[op.record_id][name]))
                )
                assert not missing, (op.n, name, missing)


def _marks_count_once(centre: Centre, saved: dict[str, frozenset[tuple[str, str]]]) -> None:
    at_the_centre = centre.records("attendance_mark")
    revs = dict(centre.sql("SELECT id, rev FROM record WHERE kind = 'attendance_mark'"))
    said = {record: words for words, records in saved.items() for kind, record in records if kind == "attendance_mark"}
    assert said.keys() <= at_the_centre.keys()
    assert {revs[record] for record in said} <= {1}
    reasons = {record: mark["reason"] for record, mark in at_the_centre.items() if mark["reason"] in saved}
    # A walk-in's mark is made by the program and has no words of its own.
    assert {record: words for record, words in said.items() if at_the_centre[record]["reason"]} == reasons


def _the_copy_is_the_centre_s(centre: Centre, laptop: Laptop) -> None:
    """Row by row; under a change that waits for a person, the state kept beneath it is what must agree."""
    with laptop.database.read() as session:
        beneath: dict[tuple[str, str], Any] = {
            (shadow.kind, shadow.record_id): shadow.data for shadow in session.scalars(select(Shadow))
        }
    scope = laptop.device.scope
    for kind in MODELS:
        there = {id_: data for part in scope for id_, data in centre.records(kind, part).items()}
        here = laptop.records(kind)
        for (shadowed, record), data in beneath.items():
            if shadowed == kind:
                here.pop(record, None)
                here.update({record: data} if data is not None else {})
        assert here == there, f"{kind} differs on {laptop.folder.name}"
    assert all(place.complete for place in laptop.progress().values())
    assert set(laptop.progress()) == set(scope)

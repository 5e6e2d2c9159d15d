"""Whatever is edited, kept and taken back, in any order: visible row = shadow + ops, and the numbers have no gap."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from onemm_desktop.models import Mentor, Op, Shadow
from onemm_desktop.models.database import Database
from onemm_desktop.models.journal import wire_value
from tests.fixtures_desktop import KEY, desk_for, enrol
from tests.models.builders import new_mentor

STAGES = st.sampled_from(["enquiry", "applied", "active", "withdrew"])
AREAS = st.lists(st.sampled_from(["careers", "maths", "confidence"]), unique=True, max_size=3)
WHAT = st.sampled_from(["stage", "areas", "create", "flush", "delete", "restore"])
EDIT = st.tuples(WHAT, st.integers(0, 3), STAGES, AREAS)
OUTCOME = st.sampled_from(["kept", "kept", "rolled back"])


@cache
def new_laptop() -> bytes:
    """The file of a laptop just enrolled, with one mentor: made once, copied for every run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.db"
        database = Database.open(path, KEY)
        enrol(database, desk_for())
        with database.sync_write() as session:
            session.info["desk"] = desk_for(seed=2)
            new_mentor(session)
        database.close()
        return path.read_bytes()


class RolledBackError(Exception):
    """What a transaction that is not to be kept ends with."""


class Journal(RuleBasedStateMachine):
    """A laptop on which people edit, transactions fail, and the centre acknowledges now and then."""

    @initialize()
    def open_laptop(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "records.db"
        path.write_bytes(new_laptop())
        self.database = Database.open(path, KEY)
        self.desk = desk_for()
        self.deleted: list[str] = []

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            self.folder.cleanup()

    @rule(edits=st.lists(EDIT, min_size=1, max_size=6), outcome=OUTCOME)
    def work(self, edits: list[tuple[str, int, str, list[str]]], outcome: str) -> None:
        gone = list(self.deleted)
        with suppress(RolledBackError), self.database.write(self.desk) as session:
            for what, which, stage, areas in edits:
                self._edit(session, gone, what, which, stage, areas)
            session.flush()
            if outcome != "kept":
                raise RolledBackError
            self.deleted = gone

    def _edit(self, session: Session, gone: list[str], what: str, which: int, stage: str, areas: list[str]) -> None:
        people = session.scalars(select(Mentor).order_by(Mentor.id)).all()
        one = people[which % len(people)] if people else None
        match what:
            case "create":
                new_mentor(session, stage=stage)
            case "restore" if gone:
                session.flush()
                new_mentor(session, id=gone.pop(), stage=stage)
            case "stage" if one:
                one.stage = stage
            case "areas" if one:
                one.help_areas = areas
            case "delete" if one:
                session.delete(one)
                gone.append(one.id)
            case _:
                session.flush()

    @rule()
    def the_centre_acknowledges_everything(self) -> None:
        with self.database.sync_write() as session:
            session.execute(update(Op).values(state="done"))
            session.execute(delete(Shadow))
            session.execute(update(Mentor).values(rev=Mentor.rev + 1))

    @invariant()
    def numbers_have_no_gap(self) -> None:
        if not hasattr(self, "database"):
            return
        with self.database.read() as session:
            numbers = list(session.scalars(select(Op.n).order_by(Op.n)))
        assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def visible_is_shadow_plus_ops(self) -> None:
        if not hasattr(self, "database"):
            return
        with self.database.read() as session:
            waiting = session.scalars(select(Op).where(Op.state != "done").order_by(Op.n)).all()
            shadows = {row.record_id: row for row in session.scalars(select(Shadow))}
            rows = {row.id: _travelling(row) for row in session.scalars(select(Mentor))}
        assert {op.record_id for op in waiting} == set(shadows)
        rebuilt: dict[str, dict[str, Any] | None] = {key: row.data for key, row in shadows.items()}
        last: dict[str, int] = {}
        for op in waiting:
            assert op.previous == last.get(op.record_id)
            assert op.was == {name: (rebuilt[op.record_id] or {})[name] for name in op.was}
            last[op.record_id] = op.n
            rebuilt[op.record_id] = None if op.verb == "delete" else {**(rebuilt[op.record_id] or {}), **op.fields}
        assert {key: rows.get(key) for key in rebuilt} == rebuilt


def _travelling(row: Mentor) -> dict[str, Any]:
    return {name: wire_value(getattr(row, name)) for name in Mentor.wire_fields()}


@pytest.mark.timeout(600)  # when it fails, finding the shortest story of the failure takes minutes
def test_visible_is_shadow_plus_ops_whatever_happens() -> None:
    run_state_machine_as_test(
        Journal,
        settings=settings(
            max_examples=60, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )

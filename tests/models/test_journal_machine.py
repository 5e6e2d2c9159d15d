"""Whatever is edited, kept and taken back, in any order: visible row = shadow + ops, and the numbers have no gap."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import delete, select, update

from onemm_desktop.models import Mentor, Op, Shadow
from onemm_desktop.models.database import Database
from onemm_desktop.models.journal import wire_value
from tests.fixtures_desktop import KEY, desk_for, enrol
from tests.models.builders import new_mentor

STAGES = st.sampled_from(["enquiry", "applied", "active", "withdrew"])
AREAS = st.lists(st.sampled_from(["careers", "maths", "confidence"]), unique=True, max_size=3)
EDIT = st.tuples(st.sampled_from(["create", "stage", "areas", "delete", "flush"]), st.integers(0, 3), STAGES, AREAS)


class RolledBackError(Exception):
    """What a transaction that is not to be kept ends with."""


class Journal(RuleBasedStateMachine):
    """A laptop on which people edit, transactions fail, and the centre acknowledges now and then."""

    @initialize()
    def open_laptop(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.database = Database.open(Path(self.folder.name) / "records.db", KEY)
        self.desk = desk_for()
        enrol(self.database, self.desk)

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            self.folder.cleanup()

    @rule(edits=st.lists(EDIT, min_size=1, max_size=6), kept=st.booleans())
    def work(self, edits: list[tuple[str, int, str, list[str]]], kept: bool) -> None:
        with suppress(RolledBackError), self.database.write(self.desk) as session:
            for what, which, stage, areas in edits:
                people = session.scalars(select(Mentor).order_by(Mentor.id)).all()
                one = people[which % len(people)] if people else None
                match what:
                    case "create":
                        new_mentor(session, stage=stage)
                    case "stage" if one:
                        one.stage = stage
                    case "areas" if one:
                        one.help_areas = areas
                    case "delete" if one:
                        session.delete(one)
                    case _:
                        session.flush()
            if not kept:
                raise RolledBackError

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


TestJournal = Journal.TestCase
TestJournal.settings = settings(
    max_examples=25, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

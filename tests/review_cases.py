"""A laptop with something to review on it, answered as the centre would: through the code of the synchronisation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop import changes
from onemm_desktop.models import MODELS, Conflict, Mentor, Op, Progress, Shadow, Synced
from onemm_desktop.programme import review, undo
from onemm_desktop.programme.record_names import facts_of
from onemm_desktop.programme.review_list import Review, listing
from onemm_desktop.sync import pull, push
from onemm_wire import records
from onemm_wire.errors import Code
from onemm_wire.partitions import Role
from onemm_wire.protocol import Change, Cursor, OpResult, Pulled
from tests import region
from tests.fixtures_desktop import Clock

T = TypeVar("T")
FRIDAY = datetime(2026, 11, 20, 16, 5, tzinfo=UTC)
#: Where the records of ``tests.region`` lie, by kind.
PLACES = {"mentor": region.CARDS, "event": region.CARDS, "contact": region.OFFICE, "clearance": region.OFFICE}


class Case:
    """One desk on the small region. Records stand at rev 1; what the centre answers with stands at rev 2."""

    def __init__(self, folder: Path, role: Role = "staff") -> None:
        self.database, self.desk = region.laptop_of(folder, role, region.everything())
        self.conflicts: list[str] = []
        clock = self.desk.clock
        assert isinstance(clock, Clock)
        self.clock = clock
        with self.database.sync_write() as session:
            scope = {partition for model in MODELS.values() for partition in session.scalars(select(model.partition))}
            session.add_all(Progress(partition=partition, complete=True) for partition in scope)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Put it away."""
        self.database.close()

    @property
    def change(self) -> changes.Change:
        """What a page hears when a synchronisation has brought much."""
        return changes.Change(everything=True)

    @property
    def only(self) -> str:
        """The id of the one conflict there is."""
        [conflict] = self.conflicts
        return conflict

    # --- what people do --------------------------------------------------------------------------------------------

    def do(self, work: Callable[[Session], T], *, label: str = "") -> T:
        """Anything, in one transaction."""
        with self.database.write(self.desk, label=label, values={"name": "somebody"}) as session:
            return work(session)

    def edit(self, kind: str, record: str, *, label: str = "", **values: Any) -> None:
        """Type something into a record."""

        def type_in(session: Session) -> None:
            row = self._row(session, kind, record)
            for name, value in values.items():
                setattr(row, name, value)

        self.do(type_in, label=label)

    def delete(self, kind: str, record: str) -> None:
        """Remove a record."""
        self.do(lambda session: session.delete(self._row(session, kind, record)))

    def add_mentor(self, family_name: str) -> str:
        """Enter a new mentor."""
        mentor = Mentor(
            id=self.desk.new_id(),
            partition=region.CARDS,
            reference="CDF-M-1",
            given_name="Nia",
            family_name=family_name,
        )
        self.do(lambda session: session.add(mentor))
        return mentor.id

    def settle(self, choice: review.Choice, value: Any = None, *, conflict: str = "", label: str = "") -> None:
        """Answer the one conflict, or a given one."""
        chosen = conflict or self.only
        self.do(lambda session: review.settle(session, conflict=chosen, choice=choice, value=value), label=label)

    def undo(self) -> str:
        """Ctrl+Z; answers the label of what was taken back."""
        return self.do(lambda session: undo.last(session)[1].label)

    # --- what the centre says --------------------------------------------------------------------------------------

    def answer(self, n: int, result: OpResult) -> None:
        """The centre's answer to one op."""
        with self.database.sync_write() as session:
            push.settle(session, [result])

    def all_sent(self) -> None:
        """Everything that waits is applied."""
        with self.database.sync_write() as session:
            waiting = session.scalars(select(Op.n).where(Op.state == "pending").order_by(Op.n)).all()
            push.settle(session, [OpResult(n=n, status="applied", rev=3, seq=99) for n in waiting])

    def answer_conflict(self, n: int, **centre: Any) -> str:
        """One field of an op clashes with what Priya wrote on Friday; the next pull brings both."""
        with self.database.read() as session:
            op = session.scalars(select(Op).where(Op.n == n)).one()
        [(field, value)] = centre.items()
        conflict = self.new_id()
        self.answer(
            n,
            OpResult(
                n=n, status="conflict", rev=2, fields={field: value}, code=Code.CHANGED_ELSEWHERE,
                values={"conflicts": {field: conflict}},
            ),
        )  # fmt: skip
        self.hear(op.kind, op.record_id, rev=2, **{field: value})
        return self.conflict(
            op.kind, op.record_id, field,
            before=op.was.get(field), centre=value, laptop=op.fields[field], op=n, conflict=conflict,
        )  # fmt: skip

    def answer_whole(self, n: int, centre: Mapping[str, Any]) -> str:
        """An op deletes what somebody has changed meanwhile."""
        with self.database.read() as session:
            op = session.scalars(select(Op).where(Op.n == n)).one()
        conflict = self.new_id()
        values = {"conflicts": {"": conflict}}
        self.answer(n, OpResult(n=n, status="conflict", rev=2, code=Code.CHANGED_ELSEWHERE, values=values))
        self._pull(Change(partition=op.partition, kind=op.kind, id=op.record_id, seq=2, rev=2, data=dict(centre)))
        return self.conflict(
            op.kind, op.record_id, "", before=op.was, centre=dict(centre), laptop=None, op=n, conflict=conflict
        )  # fmt: skip

    def hear(self, kind: str, record: str, *, rev: int, **values: Any) -> None:
        """Somebody's change arrives, laid over what the centre said last."""
        with self.database.read() as session:
            shadow = session.get(Shadow, (kind, record))
            row = session.scalar(select(MODELS[kind]).where(MODELS[kind].id == record))
            data = (shadow.data or {}) if shadow is not None else facts_of(row) if row is not None else {}
        self._pull(Change(partition=PLACES[kind], kind=kind, id=record, seq=rev, rev=rev, data={**data, **values}))

    def drop(self, kind: str, record: str) -> None:
        """Somebody's deletion arrives."""
        self._pull(Change(partition=PLACES[kind], kind=kind, id=record, seq=2, rev=2, data=None))

    def conflict(
        self, kind: str, record: str, field: str, *, before: Any, centre: Any, laptop: Any, op: int = 0,
        device: str = "", by: str = "", centre_by: str = "", at: datetime | None = None,
        centre_at: datetime | None = FRIDAY, conflict: str = "",
    ) -> str:  # fmt: skip
        """A conflict arrives: about this laptop's op unless ``device`` is another's; ``centre_by="me"``: its user's."""
        asked = records.Conflict(
            id=conflict or self.new_id(),
            about_kind=kind, about_id=record, field=field, before=before, centre=centre, laptop=laptop, centre_rev=2,
            centre_by=self.desk.user_id if centre_by == "me" else "priya",
            centre_by_name=self.desk.user_name if centre_by == "me" else "Priya Shah",
            centre_at=centre_at,
            laptop_by="tom" if by else self.desk.user_id, laptop_by_name=by or self.desk.user_name,
            laptop_at=at or self.desk.now(), device_id=device or self.desk.device_id, op_n=op,
        )  # fmt: skip
        partition = PLACES.get(kind, f"partner/{region.COLLEGE}")
        data = msgspec.to_builtins(asked)
        self._pull(Change(partition=partition, kind="conflict", id=asked.id, seq=3, rev=1, data=data))
        self.conflicts.append(asked.id)
        return asked.id

    def decided_elsewhere(self, **values: Any) -> None:
        """Somebody else's decision on the one conflict arrives, or that they have taken it back."""
        with self.database.read() as session:
            row = session.scalars(select(Conflict).where(Conflict.id == self.only)).one()
            data, partition, rev = {**facts_of(row), **values}, row.partition, row.rev + 1
        self._pull(Change(partition=partition, kind="conflict", id=self.only, seq=rev + 3, rev=rev, data=data))

    def _pull(self, change: Change) -> None:
        pulled = Pulled(
            changes=[change], cursor=Cursor(epoch="first"), more=False, scope=[], server_time=self.desk.now()
        )
        with self.database.sync_write() as session:
            pull.apply(session, pulled)

    # --- what there is -----------------------------------------------------------------------------------------------

    def new_id(self) -> str:
        """An identity the centre gave."""
        return self.desk.new_id()

    def review(self) -> Review:
        """The cards."""
        with self.database.read() as session:
            return listing(session, now=self.desk.now())

    def facts(self, kind: str, record: str) -> dict[str, Any]:
        """A record as the screen shows it."""
        with self.database.read() as session:
            return facts_of(self._row(session, kind, record))

    def field(self, kind: str, record: str, name: str) -> Any:
        """One field; None also where there is no such record."""
        with self.database.read() as session:
            row = session.scalar(select(MODELS[kind]).where(MODELS[kind].id == record))
            return None if row is None else facts_of(row)[name]

    def state(self, n: int) -> str:
        """The state of an op."""
        with self.database.read() as session:
            return session.scalars(select(Op.state).where(Op.n == n)).one()

    def was_of(self, n: int) -> dict[str, Any]:
        """What an op replaced."""
        with self.database.read() as session:
            return dict(session.scalars(select(Op.was).where(Op.n == n)).one())

    def last(self) -> int:
        """The number of the newest op."""
        with self.database.read() as session:
            return session.scalar(select(func.max(Op.n))) or 0

    def sent_since(self, n: int) -> list[Op]:
        """The ops after one that go to the centre."""
        with self.database.read() as session:
            return list(session.scalars(select(Op).where(Op.n > n, Op.state == "pending").order_by(Op.n)))

    def chosen(self, conflict: str) -> str | None:
        """How a conflict was answered."""
        with self.database.read() as session:
            return session.scalars(select(Conflict.choice).where(Conflict.id == conflict)).one()

    def shadows(self) -> int:
        """How many shadows are kept."""
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(Shadow)) or 0

    @staticmethod
    def _row(session: Session, kind: str, record: str) -> Synced:
        return session.scalars(select(MODELS[kind]).where(MODELS[kind].id == record)).one()

"""Guards that can be taken out, one at a time, and the law by which the simulator then notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, cast
from unittest.mock import patch

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_central.sync import push
from onemm_central.sync.decide import Key as RecordKey
from onemm_central.sync.decide import decide
from onemm_central.sync.push import _Batch
from onemm_desktop.models import Progress, journal
from onemm_desktop.models.database import Database
from onemm_desktop.sync import backfill, mapping, pull, reconcile, rows
from onemm_desktop.sync.mapping import Row, Shape
from onemm_desktop.sync.reconcile import Key
from onemm_desktop.sync.run import Run
from onemm_desktop.sync.transport import Transport
from onemm_wire.protocol import Pulled
from tests.simulation import centre
from tests.simulation.invariants import Witness
from tests.simulation.memory import HandWritten, MemoryStore

Heard = Callable[[Pulled, set[Key]], None]
Patched = Callable[[], AbstractContextManager[Any]]


@dataclass(frozen=True)
class Guard:
    """``out`` takes it out; one of ``laws`` is then broken, when this was written first in ``seed``.

    ``world`` is what holds with the guard in its place as well, for a guard behind another.
    """

    out: Patched
    laws: frozenset[str]
    seed: int
    world: Patched = nullcontext


# --- once for ever -----------------------------------------------------------------------------------------------


def _without_kept_answers() -> AbstractContextManager[Any]:
    """No answer is kept under its op's key: a repeated push takes effect twice."""
    result = _Batch._result

    def forgetful(batch: _Batch, arrival: Any) -> Any:
        batch._known.pop(arrival.n, None)
        cast("MemoryStore", batch._store).tables.results.pop((batch._caller.device_id, arrival.n), None)
        return result(batch, arrival)

    return patch.object(_Batch, "_result", forgetful)


# --- commit order ------------------------------------------------------------------------------------------------


class NumberedEarly(HandWritten):
    """What a sequence does: the number is taken when the row is written, long before the transaction is committed."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._numbers = {key: super(NumberedEarly, self)._number(key) for key in sorted(self.changes)}

    def _number(self, key: RecordKey) -> int:
        return self._numbers[key]


def _without_commit_order() -> AbstractContextManager[Any]:
    """A cursor that has passed a slow transaction's numbers never comes back for its records."""
    return patch.object(centre, "HandWritten", NumberedEarly)


# --- the trunk ---------------------------------------------------------------------------------------------------


def _without_trunk() -> AbstractContextManager[Any]:
    """A chain of edits is compared with its own links, and clashes with itself."""
    return patch.object(push, "decide", lambda op, stored, own: decide(op, stored, {}))


# --- one transaction ---------------------------------------------------------------------------------------------


@contextmanager
def _cursor_before_page() -> Iterator[None]:
    """A cursor kept before its page skips the page when the power goes between."""
    run, apply = pull.run, pull.apply

    def cursor_alone(session: Session, pulled: Pulled) -> set[Key]:
        for progress in session.scalars(select(Progress).where(Progress.complete)):
            progress.seq = max(progress.seq, pulled.cursor.seqs.get(progress.partition, 0))
        return set()

    def page_afterwards(database: Database, transport: Transport, *, heard: Heard, **how: Any) -> Pulled:
        def kept(pulled: Pulled, touched: set[Key]) -> None:
            with database.sync_write() as session:
                touched |= apply(session, pulled)
            heard(pulled, touched)

        return run(database, transport, heard=kept, **how)

    with patch.object(pull, "apply", cursor_alone), patch.object(pull, "run", page_afterwards):
        yield


@contextmanager
def _op_after_edit() -> Iterator[None]:
    """An op written after its edit is lost when the power goes between."""
    write, record = Database.write, journal._record
    late: list[tuple[Any, Any]] = []

    @contextmanager
    def two_transactions(database: Database, *desk: Any, **how: Any) -> Iterator[Session]:
        late.clear()
        with write(database, *desk, **how) as session:
            yield session
        with database.sync_write() as session:
            for page, entries in late:
                record(session.connection(), page, entries)

    def later(_: object, page: Any, entries: Any) -> None:
        late.append((page, entries))

    with patch.object(Database, "write", two_transactions), patch.object(journal, "_record", later):
        yield


# --- the digest --------------------------------------------------------------------------------------------------


@contextmanager
def _numbered_early_and_not_looked_at() -> Iterator[None]:
    """Numbers are given too early, and nobody looks before everybody is at rest: the digest has mended it by then."""
    with _without_commit_order(), patch.object(Witness, "_pages_whole", lambda *_: None):
        yield


@contextmanager
def _without_digest() -> Iterator[None]:
    """The same, and nobody compares the copies."""
    with ExitStack() as patches:
        patches.enter_context(_numbered_early_and_not_looked_at())
        patches.enter_context(patch.object(Run, "_verify", lambda *_: True))
        yield


# --- programs of different age -----------------------------------------------------------------------------------


def _compared_with_nothing() -> AbstractContextManager[Any]:
    """Nobody compares the copies, which would mend what an update forgets."""
    return patch.object(Run, "_verify", lambda *_: True)


@contextmanager
def _without_backfill() -> Iterator[None]:
    """An updated program takes what it has read before for all there is."""
    with _compared_with_nothing(), patch.object(backfill, "gaps", lambda _session: []):
        yield


def _without_unknown_fields() -> AbstractContextManager[Any]:
    """A program drops what it has no place for."""

    def row_of(shape: Shape, record_id: str, partition: str, rev: int, data: Mapping[str, Any]) -> Row:
        known = {name: value for name, value in data.items() if name in shape.fields}
        return mapping.row_of(shape, record_id, partition, rev, known)

    patches = ExitStack()
    for module in (rows, pull, reconcile):
        patches.enter_context(patch.object(module, "row_of", row_of))
    return patches


GUARDS: dict[str, Guard] = {
    "one answer for ever under an op's key": Guard(_without_kept_answers, frozenset({"I1", "I2", "I3"}), 30),
    "numbers in the order of commits": Guard(_without_commit_order, frozenset({"I5"}), 59),
    "own edits compared with their trunk": Guard(_without_trunk, frozenset({"trunk"}), 286),
    "page and cursor in one transaction": Guard(_cursor_before_page, frozenset({"I5"}), 5),
    "op and edit in one transaction": Guard(_op_after_edit, frozenset({"I4", "I5"}), 29),
    "copies compared and mended": Guard(
        _without_digest, frozenset({"I4"}), 1, world=_numbered_early_and_not_looked_at
    ),
    "what an update makes room for is fetched": Guard(
        _without_backfill, frozenset({"I4", "I5"}), 13, world=_compared_with_nothing
    ),
    "fields of newer programs are kept": Guard(_without_unknown_fields, frozenset({"I4", "I5"}), 36),
}  # fmt: skip

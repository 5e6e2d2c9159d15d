"""Each guard taken out, one at a time: the simulator notices. A test that cannot fail would prove nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from onemm_desktop.sync import pull
from onemm_desktop.sync.reconcile import Key
from onemm_desktop.sync.run import Run
from onemm_desktop.sync.transport import Transport
from onemm_wire.protocol import Pulled
from tests.simulation import centre
from tests.simulation.invariants import Witness
from tests.simulation.memory import HandWritten, MemoryStore
from tests.simulation.one import live

Heard = Callable[[Pulled, set[Key]], None]
#: Seeds within which a missing guard must have shown itself.
AT_MOST = 150


def laws_broken(laws: set[str], *, seeds: int = AT_MOST) -> str:
    """Live through seeds until one of these laws is broken; answers which, or nothing."""
    for seed in range(seeds):
        law = live(seed).law
        if law in laws:
            return law
    return ""


# --- once for ever -----------------------------------------------------------------------------------------------


def test_without_the_answers_kept_under_op_keys_a_repeated_push_takes_effect_twice() -> None:
    result = _Batch._result

    def forgetful(batch: _Batch, arrival: Any) -> Any:
        batch._known.pop(arrival.n, None)
        cast("MemoryStore", batch._store).tables.results.pop((batch._caller.device_id, arrival.n), None)
        return result(batch, arrival)

    with patch.object(_Batch, "_result", forgetful):
        assert laws_broken({"I1", "I2", "I3"})


# --- commit order ------------------------------------------------------------------------------------------------


class NumberedEarly(HandWritten):
    """What a sequence does: the number is taken when the row is written, long before the transaction is committed."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._numbers = {key: super(NumberedEarly, self)._number(key) for key in sorted(self.changes)}

    def _number(self, key: RecordKey) -> int:
        return self._numbers[key]


def test_numbers_given_before_the_commit_lose_records_to_a_cursor_that_has_passed_them() -> None:
    with patch.object(centre, "HandWritten", NumberedEarly):
        assert laws_broken({"I5"})


# --- the trunk ---------------------------------------------------------------------------------------------------


def test_a_chain_compared_with_its_own_links_clashes_with_itself() -> None:
    with patch.object(push, "decide", lambda op, stored, own: decide(op, stored, {})):
        assert laws_broken({"trunk"})


# --- one transaction ---------------------------------------------------------------------------------------------


def test_a_cursor_kept_before_its_page_skips_the_page_when_the_power_goes_between() -> None:
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
        assert laws_broken({"I5"})


def test_an_op_written_after_its_edit_is_lost_when_the_power_goes_between() -> None:
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
        assert laws_broken({"I4", "I5"})


# --- the digest --------------------------------------------------------------------------------------------------


def test_the_digest_finds_and_mends_what_a_cursor_has_passed_and_nothing_else_does() -> None:
    """Numbers given too early again, and nobody looks before everybody is at rest."""
    with patch.object(centre, "HandWritten", NumberedEarly), patch.object(Witness, "_pages_whole", lambda *_: None):
        assert not laws_broken({"I4"}, seeds=30)
        with patch.object(Run, "_verify", lambda *_: True):
            assert laws_broken({"I4"})

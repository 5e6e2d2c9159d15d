"""This laptop's changes to the centre: small batches in order of n, every answer handled on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Conflict, Device, Op
from onemm_desktop.models.database import Database
from onemm_desktop.models.standing import questions_of, status_of
from onemm_desktop.sync import decisions, digest, erased, lost_life, reconcile, scope
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.reconcile import Key
from onemm_desktop.sync.transport import Transport
from onemm_wire import protocol
from onemm_wire.errors import Code
from onemm_wire.protocol import MAX_OPS, MAX_PUSH_BYTES, OpResult, Push

#: Refusals of a whole batch that may be the fault of a single op in it.
_ONE_OPS_FAULT = frozenset({Code.BAD_REQUEST.value, Code.MALFORMED.value, Code.TOO_LARGE.value})
#: What of a journal's op travels. Read as plain values: objects that a session keeps cost as much again.
_SENT = (
    *(Op.n, Op.kind, Op.record_id.label("id"), Op.partition, Op.verb, Op.fields, Op.was, Op.read),
    *(Op.previous, Op.by, Op.at, Op.group),
)


def run(
    database: Database,
    transport: Transport,
    *,
    cancelled: Cancelled,
    sent: Callable[[Sequence[OpResult], set[Key]], None],
) -> None:
    """Send every pending op once; ``sent`` is told of each batch and of the records that it changed.

    A batch that is refused whole is halved until the op at fault stands alone; that op is parked, the rest drain.
    Where something done turns out to be asked again (``lost_life.ask_again``), it goes on from there, once for each.
    """
    with database.read() as session:
        epoch = session.scalars(select(Device.epoch)).one()
    last, at_most = 0, MAX_OPS
    gone_back_to: set[int] = set()
    while batch := next_batch(database, last, at_most):
        try:
            results = transport.push(Push(ops=batch, epoch=epoch), cancelled).results
        except KnownError as error:
            if not (error.problem is Problem.REFUSED and error.values.get("code") in _ONE_OPS_FAULT):
                raise
            if len(batch) > 1:
                at_most = len(batch) // 2
                continue
            results = [OpResult(n=batch[0].n, status="rejected", code=str(error.values["code"]))]
        if [result.n for result in results] != [op.n for op in batch]:
            raise KnownError(Problem.CENTRE_FAILED)
        with database.sync_write() as session:
            touched = settle(session, results)
            again = _to_be_asked_again(session, batch, results) - gone_back_to
        gone_back_to |= again
        last = min(again) - 1 if again else batch[-1].n
        sent(results, touched)


def settle(session: Session, results: Sequence[OpResult]) -> set[Key]:
    """Write what became of each op; answers the records whose visible row was written anew."""
    numbers = [result.n for result in results]
    keys = {(kind, one) for kind, one in session.execute(select(Op.kind, Op.record_id).where(Op.n.in_(numbers)))}
    with digest.following(session, keys):
        return _settle(session, results)


def _settle(session: Session, results: Sequence[OpResult]) -> set[Key]:
    with session.no_autoflush:
        ops = {op.n: op for op in session.scalars(select(Op).where(Op.n.in_([result.n for result in results])))}
        shadows = reconcile.shadows_of(session, {(op.kind, op.record_id) for op in ops.values()})
        stale: dict[Key, None] = {}
        gone: list[Key] = []
        for result in results:
            op = ops[result.n]
            key = (op.kind, op.record_id)
            if _settled(op, result) and key in shadows and reconcile.acknowledge(shadows[key], op, result):
                stale[key] = None
            if result.status == "gone":
                gone.append(key)
    session.flush()
    doubtful = lost_life.ask_again(session, _awaited(ops.values()))
    stale |= dict.fromkeys(key for key in shadows if key in doubtful)
    scope.taken(session, {op.partition for op in ops.values() if op.state == "done"})
    reconcile.refresh(session, shadows, stale)
    for key in gone:
        erased.forget(session, key)
    # A pull may have brought the decision already, where an earlier answer to this push was lost on the way.
    answered = {(Conflict.record.kind, one) for op in ops.values() for one in questions_of(op.answer, ()).values()}
    return {*stale, *gone, *decisions.follow(session, answered)}


def _settled(op: Op, result: OpResult) -> bool:
    """Note the answer; whether the centre took the op by it, at least as far as it was not in question."""
    op.answer = msgspec.to_builtins(result)
    match result.status:
        case "applied" | "merged":
            op.state = "done"
        case "conflict" | "rejected" | "gone":
            op.state = "parked"
        case "held":
            pass  # waits for an op before it on the same record: it stays pending, for the next run
    return op.state == "done" or (result.status == "conflict" and _in_part(op, result))


def _awaited(ops: Iterable[Op]) -> set[int]:
    """The ops which the centre has not taken, and for which it holds some of these back."""
    return {op.previous for op in ops if op.previous is not None and status_of(op.answer) == "held"}


def _to_be_asked_again(session: Session, batch: Sequence[protocol.Op], results: Sequence[OpResult]) -> set[int]:
    """What others of this batch are held back for, and this run has not sent: it lies before them."""
    held = {op.previous for op, result in zip(batch, results, strict=True) if result.status == "held"}
    if not held:
        return set()
    waiting = session.scalars(select(Op).where(Op.n.in_(held), Op.state == "pending", Op.state != "done"))
    return {op.n for op in waiting if op.answer is None}


def _in_part(op: Op, result: OpResult) -> bool:
    """Whether a conflict is about single fields, so that the rest of the op stands at the centre."""
    whole = op.verb == "delete" or result.code == Code.DELETED_ELSEWHERE
    return not whole and "" not in questions_of(op.answer, op.fields)


def next_batch(database: Database, last: int, at_most: int) -> list[protocol.Op]:
    """The pending ops after ``last``, cut at the number and the bytes that one push may have (at least one op)."""
    with database.read() as session:
        # "Not done" is said too: that is what lets SQLite use the small index over what waits.
        waiting = select(*_SENT).where(Op.state != "done", Op.state == "pending", Op.n > last)
        found = session.execute(waiting.order_by(Op.n).limit(at_most)).mappings()
        # Decoded rather than built, so that the verb is checked.
        ops = [msgspec.convert(dict(op), protocol.Op) for op in found]
    batch: list[protocol.Op] = []
    size = 0
    for op in ops:
        size += len(msgspec.json.encode(op)) + 1
        if batch and size > MAX_PUSH_BYTES:
            break
        batch.append(op)
    return batch

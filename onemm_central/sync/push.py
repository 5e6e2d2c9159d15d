"""Changes up: every op is answered on its own, once and for ever, and a bad one holds up nobody else's."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
from psycopg import Connection
from psycopg.errors import DeadlockDetected, SerializationFailure, UniqueViolation

from onemm_central.database import Database
from onemm_central.devices.callers import Caller
from onemm_central.refusals import Refused
from onemm_central.sync.arrivals import Arrival, refused
from onemm_central.sync.conflicts import NAMESPACE, Conflicts
from onemm_central.sync.decide import WHOLE, Key, Outcome, Parked, Stored, decide
from onemm_central.sync.store import Answered, Known, PostgresStore, Store, UnkeptError
from onemm_wire import partitions
from onemm_wire.errors import Code
from onemm_wire.protocol import Op, OpResult
from onemm_wire.records import KINDS, Conflict, may_lie_in

ATTEMPTS = 3
WHOLE_REGION = frozenset({"staff", "regional_manager", "safeguarding_lead"})
#: What is left of the hash of an op whose record was erased.
ERASED_HASH = b""
#: An op may go on from one with such an answer; after any other it waits.
GOES_ON = frozenset({"applied", "merged", "conflict"})


def push(
    database: Database, find: Callable[[Connection[Any]], Caller], arrived: list[Arrival], now: datetime
) -> list[OpResult]:
    """Apply a batch and commit it; answers one result for each op, in order.

    ``find`` answers whose ops these are and locks that device. Refuses as it does, and with BUSY if other writers
    were faster three times running.
    """
    for _attempt in range(ATTEMPTS):
        try:
            with database.connection() as connection:
                return apply(PostgresStore(connection), find(connection), arrived, now)
        except (DeadlockDetected, SerializationFailure, UniqueViolation):
            continue
    raise Refused(Code.BUSY, retry_after=1)


def apply(store: Store, caller: Caller, arrived: list[Arrival], now: datetime) -> list[OpResult]:
    """The batch at once; or, if the store will not have something of it, one by one, so that only that is parked."""
    try:
        with store.apart():
            return _Batch(store, caller, arrived, now).run()
    except UnkeptError:
        return [_apply_alone(store, caller, arrival, now) for arrival in arrived]


def _apply_alone(store: Store, caller: Caller, arrival: Arrival, now: datetime) -> OpResult:
    try:
        with store.apart():
            return _Batch(store, caller, [arrival], now).run()[0]
    except UnkeptError:
        unkept = Arrival(arrival.n, arrival.payload_hash, Parked(Code.MALFORMED))
        return _Batch(store, caller, [unkept], now).run()[0]


class _Batch:
    """One transaction's worth of ops: read what they touch, decide on each in order, write it all."""

    def __init__(self, store: Store, caller: Caller, arrived: list[Arrival], now: datetime) -> None:
        self._store = store
        self._caller = caller
        self._arrived = arrived
        self._now = now
        ops = [arrival.op for arrival in arrived if isinstance(arrival.op, Op)]
        keys = {_key(op) for op in ops}
        numbers = {arrival.n for arrival in arrived} | {op.previous for op in ops if op.previous is not None}
        self._known: dict[int, Known] = store.known_answers(caller.device_id, numbers)
        self._records: dict[Key, Stored] = store.locked_records(keys)
        self._stored_before = set(self._records)
        self._own = store.own_revs(caller.device_id, keys)
        self._conflicts = Conflicts(caller, now, self._records, store.writer_of)
        self._scope = set(caller.scope)
        self._held: frozenset[str] | None = None
        self._changed: dict[Key, None] = {}  # in the order of the ops, and so of their seqs
        self._results: dict[int, OpResult] = {}
        self._fresh: list[Answered] = []

    def run(self) -> list[OpResult]:
        """Answers in the order of the ops. Everything is written, nothing committed."""
        for arrival in self._arrived:
            self._results[arrival.n] = self._result(arrival)
        asked = self._conflicts.settle()
        news = {**{key: self._records[key] for key in self._changed}, **asked}
        if news:
            self._store.write_records(news, self._stored_before)
        seqs = self._store.seqs_of({_key(line.op) for line in self._fresh if line.op is not None})
        self._fresh = [_with_seq(line, seqs) for line in self._fresh]
        self._results.update({line.result.n: line.result for line in self._fresh})
        self._store.write_answers(self._caller.device_id, self._caller.account_id, self._fresh)
        self._store.write_asked(asked, {key: self._records[key] for key in asked if key in self._records})
        return [self._results[arrival.n] for arrival in self._arrived]

    def _result(self, arrival: Arrival) -> OpResult:
        known = self._known.get(arrival.n)
        if known is not None:
            if known.payload_hash not in (arrival.payload_hash, ERASED_HASH):
                # A copied disk: two laptops that take each other for themselves. Not kept: the first answer stands.
                return OpResult(n=arrival.n, status="rejected", code=Code.KEY_REUSED)
            return known.answer
        op = arrival.op
        answered = self._set_aside(op, arrival.payload_hash) if isinstance(op, Op) else None
        if answered is None:
            if isinstance(op, Op) and op.previous is not None and not self._goes_on(op.previous):
                # Not kept: once the op before it is through, the same op is applied.
                return OpResult(n=op.n, status="held", code=Code.WAITS, values={"previous": op.previous})
            answered = self._answered(arrival, op if isinstance(op, Parked) else self._decide(op))
        self._fresh.append(answered)
        return answered.result

    def _set_aside(self, op: Op, payload_hash: bytes) -> Answered | None:
        """The answer to an op that is not to be decided on, whatever it builds on: nothing shall wait for it."""
        if self._erased(op):
            return Answered(None, ERASED_HASH, OpResult(n=op.n, status="gone", code=Code.ERASED))
        if self._lost(op):
            kept_as = inbox_id(self._caller.device_id, op.n)
            result = OpResult(n=op.n, status="rejected", code=Code.OUT_OF_SCOPE, values={"inbox": kept_as})
            return Answered(op, payload_hash, result, inbox=kept_as)
        return None

    def _erased(self, op: Op) -> bool:
        stored = self._records.get(_key(op))
        return stored is not None and stored.erased

    def _lost(self, op: Op) -> bool:
        """Whether an op is for a partition that this device was granted once, and is no longer.

        Everybody may have written a concern; that of a revoked laptop waits as well.
        """
        parked = self._refused(op)
        if parked is None or parked.code is not Code.OUT_OF_SCOPE or op.kind not in KINDS:
            return False
        if self._held is None:
            concerns = {partitions.safeguarding(self._caller.region)} if self._caller.standing == "revoked" else set()
            self._held = self._store.held_before(self._caller.device_id) | concerns
        return op.partition in self._held and may_lie_in(KINDS[op.kind], op.partition)

    def _goes_on(self, previous: int) -> bool:
        known = self._known.get(previous)
        result = self._results.get(previous) or (known.answer if known else None)
        return result is not None and result.status in GOES_ON

    def _decide(self, op: Op) -> Outcome | Parked:
        key = _key(op)
        stored = self._records.get(key)
        own = self._own.get(key, {})
        parked = self._refused(op)
        if parked is not None and not (op.verb == "create" and stored is not None):
            return parked
        understood = self._conflicts.understood(op, stored)
        decided = decide(understood, stored, own)
        if parked is not None and not (isinstance(decided, Outcome) and decided.nothing_new):
            return parked
        if isinstance(decided, Outcome) and stored is not None and stored.data is not None:
            # What the op repeated without meaning it stays as it is here: the laptop is told.
            unsaid = {name: value for name, value in op.fields.items() if name not in understood.fields}
            there = {name: stored.data[name] for name in unsaid if name in stored.data}
            decided.settled |= {name: value for name, value in there.items() if value != unsaid[name]}
        return decided

    def _refused(self, op: Op) -> Parked | None:
        stored = self._records.get(_key(op))
        alone = stored is not None and len(self._own.get(_key(op), {})) == stored.rev
        return refused(op, self._caller, self._scope, exists=stored is not None, own_record=alone)

    def _answered(self, arrival: Arrival, decided: Outcome | Parked) -> Answered:
        op = arrival.op if isinstance(arrival.op, Op) else None
        if op is None or isinstance(decided, Parked):
            code, values = (decided.code, decided.values) if isinstance(decided, Parked) else (Code.MALFORMED, {})
            return Answered(
                op, arrival.payload_hash, OpResult(n=arrival.n, status="rejected", code=code, values=values)
            )
        key = _key(op)
        stored = self._records.get(key)
        if decided.state is not None:
            stored = decided.state
            self._keep(op, decided, stored)
        rev = stored.rev if stored is not None else 0
        conflicts = {} if op.kind == Conflict.kind else self._conflicts.hear(op, decided)
        return Answered(
            op,
            arrival.payload_hash,
            _told(op, decided, rev, conflicts),
            wrote_rev=rev if decided.state is not None else None,
            before=decided.before,
            after=decided.after,
            rules=decided.rules,
        )

    def _keep(self, op: Op, outcome: Outcome, state: Stored) -> None:
        key = _key(op)
        self._records[key] = state
        self._changed[key] = None
        self._own.setdefault(key, {})[state.rev] = frozenset(outcome.settled)
        if op.kind == "partner" and op.verb == "create" and self._caller.role in WHOLE_REGION:
            # A school entered offline: its young people may be in the same batch.
            self._scope.add(partitions.partner(op.id))


def inbox_id(device_id: str, n: int) -> str:
    """The id of an op in the inbox: the same for ever, so that no repetition makes a second."""
    return str(uuid.uuid5(NAMESPACE, f"{device_id}/{n} in the inbox"))


def _told(op: Op, outcome: Outcome, rev: int, conflicts: dict[str, str]) -> OpResult:
    clashes = outcome.clashes
    fields = {**outcome.settled, **{name: clash.centre for name, clash in clashes.items() if name != WHOLE}}
    if clashes:
        gone = WHOLE in clashes and clashes[WHOLE].centre is None
        code = Code.DELETED_ELSEWHERE if gone else Code.CHANGED_ELSEWHERE
        return OpResult(n=op.n, status="conflict", rev=rev, fields=fields, code=code, values={"conflicts": conflicts})
    if outcome.rules:
        return OpResult(n=op.n, status="merged", rev=rev, fields=fields, values={"rules": outcome.rules})
    return OpResult(n=op.n, status="applied", rev=rev, fields=fields)


def _with_seq(line: Answered, seqs: dict[Key, int]) -> Answered:
    if line.op is None or line.result.rev == 0:
        return line
    return dataclasses.replace(line, result=msgspec.structs.replace(line.result, seq=seqs[_key(line.op)]))


def _key(op: Op) -> Key:
    return (op.partition, op.kind, op.id)

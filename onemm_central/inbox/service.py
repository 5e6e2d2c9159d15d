"""What lies in the inbox, and what becomes of it: applied as if it had come in time, or put aside, never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import psycopg

from onemm_central.database import Database
from onemm_central.devices.callers import Caller
from onemm_central.sync.arrivals import Arrival
from onemm_central.sync.push import GOES_ON, apply
from onemm_central.sync.store import PostgresStore
from onemm_wire.protocol import Op, OpResult

WAITING = """
SELECT inbox.id, inbox.received_at, account.name, device.name, inbox.state, partition, kind, record_id, op
FROM inbox JOIN device ON device.id = device_id JOIN account ON account.id = account_id
WHERE (%(id)s::text IS NULL AND state = 'waiting') OR inbox.id = %(id)s ORDER BY received_at, device_id, op_n
"""
# The device's row first, as a push takes it: a laptop that is pushing right now goes before or after.
SENDER = """
SELECT device.id, account_id, device.region, account.name, centre.epoch, inbox.partition, op, op_n, payload_hash
FROM inbox JOIN device ON device.id = device_id JOIN account ON account.id = account_id CROSS JOIN centre
JOIN op_result ON (op_result.device_id, n) = (inbox.device_id, op_n)
WHERE inbox.id = %s AND state = 'waiting' FOR UPDATE OF device, inbox
"""
DECIDED = "UPDATE inbox SET state = %s, decided_at = %s, decided_by = %s, note = %s WHERE id = %s AND state = 'waiting'"


@dataclass(frozen=True, slots=True)
class Item:
    """One change in the inbox. ``op`` is None once its record was erased."""

    id: str
    received_at: datetime
    person: str
    laptop: str
    state: str
    partition: str
    kind: str
    record_id: str
    op: dict[str, Any] | None


class _NotAppliedError(Exception):
    """Undoes the attempt; the item stays."""

    def __init__(self, result: OpResult) -> None:
        super().__init__(result.code)
        self.result = result


def items(connection: psycopg.Connection[Any], item_id: str | None = None) -> list[Item]:
    """What waits, the oldest first; or the one item of this id, whatever became of it."""
    return [Item(*row) for row in connection.execute(WAITING, {"id": item_id})]


def there_now(connection: psycopg.Connection[Any], item: Item) -> dict[str, Any] | None:
    """The record at the centre that a change is about, None if there is none."""
    row = connection.execute(
        "SELECT data FROM record WHERE partition = %s AND kind = %s AND id = %s",
        [item.partition, item.kind, item.record_id],
    ).fetchone()
    return None if row is None else row[0]


def apply_item(database: Database, item_id: str, by: str, now: datetime) -> OpResult | None:
    """Apply a waiting change by the code of a push, in the name of its author; its laptop is then answered so too.

    A clash becomes a conflict like any other. Answers the result, of which any but applied, merged and conflict
    has changed nothing: the item waits on. None if no such item waits.
    """
    try:
        with database.connection() as connection:
            return _apply(connection, item_id, by, now)
    except _NotAppliedError as error:
        return error.result


def dismiss(connection: psycopg.Connection[Any], item_id: str, by: str, reason: str, now: datetime) -> bool:
    """Put a waiting change aside, for good but not deleted; False if no such item waits."""
    return connection.execute(DECIDED, ["dismissed", now, by, reason, item_id]).rowcount == 1


def _apply(connection: psycopg.Connection[Any], item_id: str, by: str, now: datetime) -> OpResult | None:
    row = connection.execute(SENDER, [item_id]).fetchone()
    if row is None:
        return None
    device_id, account_id, region, name, epoch, partition, op, n, payload_hash = row
    # Whoever decides here stands above the roles of laptops; the partition alone is open to this one change.
    caller = Caller(device_id, account_id, region, "safeguarding_lead", (partition,), epoch, name)
    connection.execute("DELETE FROM op_result WHERE device_id = %s AND n = %s", [device_id, n])
    arrival = Arrival(n, bytes(payload_hash), msgspec.convert(op, Op))
    (result,) = apply(PostgresStore(connection), caller, [arrival], now)
    if result.status not in GOES_ON:
        raise _NotAppliedError(result)
    connection.execute(DECIDED, ["applied", now, by, result.status, item_id])
    return result

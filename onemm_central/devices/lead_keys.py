"""Keys that concerns are sealed to, once their laptop is shut out or its person is no lead any more: off the list.

What such a laptop holds it holds; nothing that is written later is sealed to it, from each author's next connection
on. The region's recovery key stays, whichever laptop it was made on: its secret half lies on paper in a safe.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import msgspec
import psycopg

from onemm_central.records.service import DECODERS, put_many
from onemm_wire.records import SafeguardingKey

#: Whoever takes a key away where no person's name is known.
AUTHOR = "onemm-central"

# Whose key it is says the record, and who brought it the history: a laptop that lies about the one is in the other.
KEYS = """
SELECT partition, data, now() FROM record
WHERE kind = 'safeguarding_key' AND NOT deleted AND data ->> 'revoked_at' IS NULL
AND (data ->> 'purpose' = 'laptop' OR data ->> 'vouched_by' <> id)
AND (data ->> 'device_id' = ANY(%(devices)s) OR EXISTS (
    SELECT FROM history AS line
    WHERE (line.partition, line.kind, line.record_id) = (record.partition, record.kind, record.id)
    AND line.verb = 'create' AND line.device_id = ANY(%(devices)s)))
ORDER BY partition, id FOR UPDATE
"""


def take_away(connection: psycopg.Connection[Any], devices: Sequence[str], *, author: str = AUTHOR) -> int:
    """Seal nothing more to the keys of these devices; how many there were.

    Call it before anything is noted in the book of the door: transactions wait for the records' seals first.
    """
    rows = connection.execute(KEYS, {"devices": list(devices)}).fetchall()
    for partition, lines in groupby(rows, key=lambda row: row[0]):
        put_many(connection, partition, [_revoked(data, now) for _, data, now in lines], author=author)
    return len(rows)


def take_away_from(
    connection: psycopg.Connection[Any], account_id: str, *, region: str | None = None, author: str = AUTHOR
) -> int:
    """As ``take_away``, from all laptops of a person, or from those of one region."""
    rows = connection.execute(
        "SELECT id FROM device WHERE account_id = %(who)s AND (%(where)s::text IS NULL OR region = %(where)s)",
        {"who": account_id, "where": region},
    )
    return take_away(connection, [device_id for (device_id,) in rows], author=author)


def left(connection: psycopg.Connection[Any], region: str) -> int:
    """How many keys of a region are on the list still, the recovery key among them."""
    row = connection.execute(
        "SELECT count(*) FROM record WHERE partition = 'region/' || %s AND kind = 'safeguarding_key' "
        "AND NOT deleted AND data ->> 'revoked_at' IS NULL AND data ->> 'vouching' <> ''",
        [region],
    ).fetchone()
    return 0 if row is None else int(row[0])


def _revoked(data: dict[str, Any], now: Any) -> SafeguardingKey:
    known = DECODERS[SafeguardingKey.kind].decode(msgspec.json.encode(data))
    if not isinstance(known, SafeguardingKey):
        raise TypeError("not a safeguarding key")
    return msgspec.structs.replace(known, revoked_at=now)

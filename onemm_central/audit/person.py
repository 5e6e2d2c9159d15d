"""Who saw and changed what about one person: from the history, and from which laptops were let hold it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg

from onemm_central.rights.about import About

# A key of the record and not only its id: ids are random, but nothing stops two partitions from one.
CHANGES = """
SELECT line.written_at, line.verb, line.partition, line.kind, line.record_id, line.rev,
       coalesce(account.name, line.author), device.name,
       coalesce((SELECT jsonb_object_agg(field, jsonb_build_array(changed.before, changed.after))
                 FROM history_field AS changed WHERE changed.number = line.number), '{}')
FROM unnest(%s::text[], %s::text[], %s::text[]) AS held (partition, kind, id)
JOIN history AS line ON line.partition = held.partition AND line.kind = held.kind AND line.record_id = held.id
LEFT JOIN account ON account.id = line.author
LEFT JOIN device ON device.id = line.device_id
WHERE %s::timestamptz IS NULL OR line.written_at >= %s::timestamptz
ORDER BY line.number
"""
LOOKS = """
SELECT (access.data ->> 'seen_at')::timestamptz, access.data ->> 'seen_kind', access.data ->> 'seen_id',
       coalesce(account.name, access.data ->> 'reader_id'), device.name, access.data ->> 'how'
FROM record AS access
LEFT JOIN account ON account.id = access.data ->> 'reader_id'
LEFT JOIN history AS line ON line.partition = access.partition AND line.kind = access.kind
    AND line.record_id = access.id AND line.verb = 'create'
LEFT JOIN device ON device.id = line.device_id
WHERE access.kind = 'access' AND access.data ->> 'seen_id' = ANY(%s)
    AND (%s::timestamptz IS NULL OR (access.data ->> 'seen_at')::timestamptz >= %s::timestamptz)
ORDER BY 1
"""
HOLDERS = """
SELECT device.id, device.name, account.name, device.enrolled_at, device.last_seen_at, device.revoked_at,
       ARRAY(SELECT unnest(device.held) INTERSECT SELECT unnest(%(partitions)s::text[]) ORDER BY 1)
FROM device JOIN account ON account.id = device.account_id
WHERE device.held && %(partitions)s::text[] ORDER BY device.enrolled_at
"""


@dataclass(frozen=True, slots=True)
class Changed:
    """One change. ``fields`` holds what each was before and after; empty where that was erased."""

    at: datetime
    verb: str
    partition: str
    kind: str
    record_id: str
    rev: int
    by: str
    laptop: str | None
    fields: dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody was shown a record about the person that few may see."""

    at: datetime
    kind: str
    record_id: str
    by: str
    laptop: str | None
    how: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A laptop that was ever let hold one of the partitions; who works on it could see what is in them."""

    device_id: str
    laptop: str
    person: str
    enrolled_at: datetime
    last_seen_at: datetime
    revoked_at: datetime | None
    partitions: list[str]


def changes(connection: psycopg.Connection[Any], known: About, since: datetime | None = None) -> list[Changed]:
    """Every change of the records about a person, the oldest first."""
    columns = [list(column) for column in zip(*(held.key for held in known.held), strict=True)]
    return [Changed(*row) for row in connection.execute(CHANGES, [*columns, since, since])]


def looks(connection: psycopg.Connection[Any], known: About, since: datetime | None = None) -> list[Look]:
    """Who was shown a screening check of theirs, by the laptops' clocks, the oldest first."""
    ids = [held.id for held in known.held]
    return [Look(*row) for row in connection.execute(LOOKS, [ids, since, since])]


def holders(connection: psycopg.Connection[Any], partitions: Iterable[str]) -> list[Holder]:
    """The laptops that held one of these partitions, the first to be enrolled first."""
    return [Holder(*row) for row in connection.execute(HOLDERS, {"partitions": sorted(set(partitions))})]

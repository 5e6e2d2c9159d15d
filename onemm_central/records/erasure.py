"""Erasing a record for good: what it held leaves the record, its history, its conflicts, the answers and the inbox.

That it was there, and who did what when, stays on record; what was said does not. Every laptop hears of it with its
next pull and forgets the same, and an op that still comes for it is answered ``gone``.

What is overwritten in a database lies on its disk until PostgreSQL gets round to it, and in backups until they expire.
"""

from __future__ import annotations

from typing import Any

import psycopg

# In the order of ``locked_records``: the record first, then what asks about it.
FOUND = """
SELECT partition, kind, id FROM record WHERE kind = %(kind)s AND id = %(id)s AND NOT erased FOR UPDATE
"""
CONFLICTS = """
SELECT partition, kind, id FROM record
WHERE kind = 'conflict' AND data ->> 'about_kind' = %(kind)s AND data ->> 'about_id' = %(id)s FOR UPDATE
"""
EMPTY_RECORD = """
UPDATE record SET data = NULL, erased = true WHERE partition = %s AND kind = %s AND id = %s RETURNING rev
"""
EMPTY_TOMB = "INSERT INTO record (partition, kind, id, data, erased) VALUES (%s, %s, %s, NULL, true)"
# The commitment stays, so that the chain of the history does; without the salt it tells nothing of what was said.
EMPTY_HISTORY = """
UPDATE history AS line SET commitment = history_commitment(line), salt = NULL, before = NULL, after = NULL
WHERE partition = %s AND kind = %s AND record_id = %s
"""
# The hash of a few words tells them to whoever tries all the words there are.
EMPTY_ANSWERS = """
UPDATE op_result SET payload_hash = '', answer = jsonb_build_object('n', n, 'status', 'gone', 'code', 'erased')
WHERE partition = %s AND kind = %s AND record_id = %s
"""
EMPTY_INBOX = """
UPDATE inbox SET op = NULL, state = CASE state WHEN 'waiting' THEN 'erased' ELSE state END
WHERE partition = %s AND kind = %s AND record_id = %s
"""
NAMED_BY = """
SELECT partition, kind, id FROM record WHERE NOT deleted AND id <> %(id)s
AND strpos(data::text, %(quoted)s) > 0 ORDER BY 1, 2, 3 LIMIT 100
"""

Key = tuple[str, str, str]


def erase(connection: psycopg.Connection[Any], kind: str, record_id: str, *, reason: str, author: str) -> list[Key]:
    """Erase a record wherever it lies, with the conflicts about it, in the caller's transaction.

    Answers what was erased: nothing if there is no such record, or it was erased before.
    """
    values = {"kind": kind, "id": record_id}
    found: list[Key] = connection.execute(FOUND, values).fetchall()
    if not found:
        return []
    found += connection.execute(CONFLICTS, values).fetchall()
    # The store's own trigger would write what is erased into the history once more.
    connection.execute("SELECT set_config('onemm.history', 'written', true)")
    for key in found:
        _erase(connection, key, reason, author)
    connection.execute("SELECT set_config('onemm.history', '', true)")
    return found


def bury(connection: psycopg.Connection[Any], key: Key, *, reason: str, author: str) -> None:
    """Leave the tombstone of an erased record that is not here: a laptop that has not heard of it may still send it."""
    connection.execute("SELECT set_config('onemm.history', 'written', true)")
    connection.execute(EMPTY_TOMB, key)
    connection.execute("SELECT set_config('onemm.history', '', true)")
    _tell(connection, key, 1, reason, author)


def named_by(connection: psycopg.Connection[Any], record_id: str) -> list[Key]:
    """Up to a hundred live records that name this id: whoever erases a person will think of their contact details."""
    return connection.execute(NAMED_BY, {"id": record_id, "quoted": f'"{record_id}"'}).fetchall()


def _erase(connection: psycopg.Connection[Any], key: Key, reason: str, author: str) -> None:
    row = connection.execute(EMPTY_RECORD, key).fetchone()
    for statement in (EMPTY_HISTORY, EMPTY_ANSWERS, EMPTY_INBOX):
        connection.execute(statement, key)
    _tell(connection, key, row[0] if row else 0, reason, author)


def _tell(connection: psycopg.Connection[Any], key: Key, rev: int, reason: str, author: str) -> None:
    connection.execute(
        "INSERT INTO history (partition, kind, record_id, rev, verb, author) VALUES (%s, %s, %s, %s, 'erase', %s)",
        [*key, rev, author],
    )
    connection.execute(
        "INSERT INTO erasure (partition, kind, record_id, reason, author) VALUES (%s, %s, %s, %s, %s)",
        [*key, reason, author],
    )

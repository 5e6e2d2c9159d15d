"""A few changes among many records are numbered and pulled by index, whatever the planner believes of the table."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from onemm_central.database import Database
from onemm_central.sync.reads import PostgresReads
from onemm_wire.records import KINDS
from tests.central.laptops import LONDON

RECORDS = 6_000
CHANGED = 50


@pytest.fixture
def large(centre_database: Database) -> Database:
    """A partition whose statistics were taken in the middle of its load, when no record had a number yet."""
    with centre_database.connection() as connection:
        connection.execute(
            "INSERT INTO record (partition, kind, id, data) "
            "SELECT %s, 'mentor', n::text, jsonb_build_object('id', n::text) FROM generate_series(1, %s) AS n",
            [LONDON, RECORDS],
        )
        connection.execute("ANALYZE record")
    return centre_database


def change(connection: psycopg.Connection[Any]) -> None:
    connection.execute(
        """UPDATE record SET data = data || '{"notes": "new"}' """
        "WHERE partition = %s AND kind = 'mentor' AND id = ANY(%s)",
        [LONDON, [str(number) for number in range(1, CHANGED + 1)]],
    )


def read_so_far(connection: psycopg.Connection[Any]) -> tuple[int, int]:
    """Rows of the store that this connection came across lately: reading all there is, and by an index."""
    row = connection.execute(
        "SELECT seq_tup_read, idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'record'"
    ).fetchone()
    return row or (0, 0)


def test_numbering_looks_at_what_waits_and_at_nothing_else(large: Database) -> None:
    with large.connection() as connection:
        change(connection)
        before = read_so_far(connection)
        connection.execute("SET CONSTRAINTS record_numbered IMMEDIATE")
        after = read_so_far(connection)
    # A whole walk for each would be 2,500; once by key, once to find what waits, and a few for the sums are enough.
    assert after[0] == before[0]
    assert after[1] - before[1] <= 6 * CHANGED


def test_a_pull_reads_what_has_changed_and_nothing_else(large: Database) -> None:
    with large.connection() as connection:
        connection.execute("ANALYZE record")
        change(connection)
    with large.connection() as connection:
        reads, before = PostgresReads(connection), read_so_far(connection)
        seqs = {LONDON: RECORDS, "national": 0}
        assert not reads.ahead(seqs)
        assert len(reads.after(seqs, 2_000)) == CHANGED
        assert reads.digest({LONDON: RECORDS + CHANGED}, KINDS) is not None
        after = read_so_far(connection)
    assert after[0] == before[0]
    assert after[1] - before[1] <= 2 * CHANGED

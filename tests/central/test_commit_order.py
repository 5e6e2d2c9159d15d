"""Seq order is commit order: a reader who asks for "everything after n" misses nothing, whoever writes and how."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from onemm_central.database import Database
from onemm_central.records.service import put_many
from onemm_wire.records import Mentor
from tests.central.laptops import LONDON

CARDIFF = "region/CDF"
WRITERS = 4
TRANSACTIONS = 40

Connection = psycopg.Connection[Any]


def write_by_hand(connection: Connection, partition: str, record_id: str) -> None:
    connection.execute(
        "INSERT INTO record (partition, kind, id, data) VALUES (%s, 'note', %s, %s) "
        "ON CONFLICT (partition, kind, id) DO UPDATE SET data = excluded.data || jsonb_build_object('again', random())",
        [partition, record_id, f'{{"id": "{record_id}"}}'],
    )


def after(connection: Connection, partition: str, seq: int) -> list[tuple[int, str]]:
    cursor = connection.execute(
        "SELECT seq, id FROM record WHERE partition = %s AND seq > %s ORDER BY seq LIMIT 50", [partition, seq]
    )
    return cursor.fetchall()


def test_a_slow_transaction_is_never_stepped_over(centre_database: Database) -> None:
    """The order of events that loses rows elsewhere: begun first, written first, committed last."""
    with psycopg.connect(centre_database.url) as slow, psycopg.connect(centre_database.url) as quick:
        write_by_hand(slow, LONDON, "slow")
        write_by_hand(quick, LONDON, "quick")
        quick.commit()
        with centre_database.connection() as reader:
            assert after(reader, LONDON, 0) == [(1, "quick")]
        slow.commit()
        with centre_database.connection() as reader:
            assert after(reader, LONDON, 1) == [(2, "slow")]


def test_a_sequence_in_place_of_the_counter_would_have_lost_the_row(centre_database: Database) -> None:
    """The same order of events over ``nextval``: this is why the counter exists."""
    with psycopg.connect(centre_database.url, autocommit=True) as setup:
        setup.execute("CREATE TABLE naive (seq bigserial, id text)")
    with psycopg.connect(centre_database.url) as slow, psycopg.connect(centre_database.url) as quick:
        slow.execute("INSERT INTO naive (id) VALUES ('slow')")
        quick.execute("INSERT INTO naive (id) VALUES ('quick')")
        quick.commit()
        ((cursor,),) = quick.execute("SELECT max(seq) FROM naive").fetchall()
        slow.commit()
        assert quick.execute("SELECT id FROM naive WHERE seq > %s", [cursor]).fetchall() == []


def test_a_transaction_rolled_back_leaves_no_gap(centre_database: Database) -> None:
    with psycopg.connect(centre_database.url) as connection:
        write_by_hand(connection, LONDON, "never")
        connection.execute("SET CONSTRAINTS record_numbered IMMEDIATE")
        connection.rollback()
        write_by_hand(connection, LONDON, "kept")
        connection.commit()
        assert after(connection, LONDON, 0) == [(1, "kept")]


def writer(url: str, number: int, written: set[tuple[str, str]]) -> None:
    """Transactions of all sizes in two partitions, some rolled back, some numbered early, some slow."""
    chance = random.Random(number)
    with psycopg.connect(url) as connection:
        for turn in range(TRANSACTIONS):
            keys = {
                (chance.choice([LONDON, CARDIFF]), f"{number}-{turn}-{part}") for part in range(chance.randint(1, 5))
            }
            for partition, record_id in keys:
                write_by_hand(connection, partition, record_id)
            if chance.random() < 0.3:
                connection.execute("SET CONSTRAINTS record_numbered IMMEDIATE")
            if chance.random() < 0.3:
                connection.execute("SELECT pg_sleep(%s)", [chance.random() / 100])
            if chance.random() < 0.2:
                connection.rollback()
            else:
                connection.commit()
                written |= keys


def bulk_writer(url: str, written: set[tuple[str, str]]) -> None:
    for turn in range(5):
        mentors = [
            Mentor(id=f"bulk-{turn}-{number}", reference="r", given_name="Ewa", family_name="Nowak")
            for number in range(100)
        ]
        with psycopg.connect(url) as connection:
            put_many(connection, CARDIFF, mentors, author="test")
        written |= {(CARDIFF, mentor.id) for mentor in mentors}


def reader(url: str, done: threading.Event, seen: dict[tuple[str, str], int]) -> None:
    """A laptop that pulls as fast as it can, and once more when all is written."""
    cursors = {LONDON: 0, CARDIFF: 0}
    with psycopg.connect(url, autocommit=True) as connection:
        finishing = False
        while not finishing:
            finishing = done.is_set()
            for partition in cursors:
                while rows := after(connection, partition, cursors[partition]):
                    seen.update({(partition, record_id): seq for seq, record_id in rows})
                    cursors[partition] = rows[-1][0]


def in_threads(*work: Callable[[], object]) -> list[threading.Thread]:
    threads = [threading.Thread(target=one) for one in work]
    for thread in threads:
        thread.start()
    return threads


def test_a_cursor_misses_nothing_among_concurrent_writers(centre_database: Database) -> None:
    url = centre_database.url
    written: list[set[tuple[str, str]]] = [set() for _ in range(WRITERS + 1)]
    seen: dict[tuple[str, str], int] = {}
    done = threading.Event()
    (reading,) = in_threads(lambda: reader(url, done, seen))
    for thread in in_threads(
        *[lambda number=number: writer(url, number, written[number]) for number in range(WRITERS)],
        lambda: bulk_writer(url, written[WRITERS]),
    ):
        thread.join()
    done.set()
    reading.join()
    assert set(seen) == set().union(*written)
    with centre_database.connection() as connection:
        for partition in (LONDON, CARDIFF):
            seqs = connection.execute("SELECT seq FROM record WHERE partition = %s ORDER BY 1", [partition]).fetchall()
            (head,) = connection.execute("SELECT seq FROM partition_head WHERE partition = %s", [partition]).fetchall()
            assert seqs == [(number,) for number in range(1, head[0] + 1)]


def test_two_transactions_that_touch_the_same_partitions_in_opposite_order_do_not_stop_each_other(
    centre_database: Database,
) -> None:
    url = centre_database.url
    both_written = threading.Barrier(2)
    failures: list[Exception] = []

    def touch(first: str, second: str) -> None:
        try:
            with psycopg.connect(url) as connection:
                for turn in range(10):
                    write_by_hand(connection, first, f"{first}-{turn}")
                    write_by_hand(connection, second, f"{first}-{turn}")
                    both_written.wait()
                    connection.commit()
        except psycopg.Error as error:
            failures.append(error)
            both_written.abort()

    for thread in in_threads(lambda: touch(LONDON, CARDIFF), lambda: touch(CARDIFF, LONDON)):
        thread.join()
    assert failures == []


@pytest.mark.parametrize("statement", ["UPDATE record SET seq = 7", "UPDATE record SET seq = NULL"])
def test_nobody_sets_a_seq_by_hand(centre_database: Database, statement: str) -> None:
    with psycopg.connect(centre_database.url) as connection:
        write_by_hand(connection, LONDON, "one")
        connection.commit()
        connection.execute(statement)
        connection.commit()
        assert after(connection, LONDON, 0) == [(2, "one")]

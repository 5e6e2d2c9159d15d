"""The sums over what a partition holds follow every way of writing, hand-written SQL included."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from typer.testing import CliRunner

from onemm_central.cli import app
from onemm_central.database import Database
from onemm_central.records.service import put_many
from onemm_central.sync import sums
from onemm_central.sync.reads import PostgresReads
from onemm_wire import digest
from onemm_wire.digest import Sum
from onemm_wire.partitions import region
from onemm_wire.records import KINDS
from tests.sync.records import event, identity, mentors

LONDON = region("LDN")


def test_the_sums_follow_creations_changes_and_deletions(centre_database: Database) -> None:
    with centre_database.connection() as connection:
        put_many(connection, LONDON, [*mentors(5), event(90)], author="test")
    assert _kept(centre_database) == _counted(centre_database) != Sum()
    with centre_database.connection() as connection:
        connection.execute('UPDATE record SET data = data || \'{"notes": "twice"}\' WHERE id < %s', [identity(3)])
        connection.execute('UPDATE record SET data = data || \'{"notes": "again"}\' WHERE id < %s', [identity(2)])
        connection.execute("DELETE FROM record WHERE id = %s", [identity(4)])
    assert _kept(centre_database) == _counted(centre_database)


def test_a_transaction_that_is_rolled_back_leaves_the_sums(centre_database: Database) -> None:
    with centre_database.connection() as connection:
        put_many(connection, LONDON, mentors(2), author="test")
    before = _kept(centre_database)
    with centre_database.connection() as connection:
        connection.execute("DELETE FROM record")
        connection.execute("SET CONSTRAINTS record_numbered IMMEDIATE")
        connection.rollback()
    assert _kept(centre_database) == before


def test_hand_written_sql_cannot_claim_to_be_counted(centre_database: Database) -> None:
    with centre_database.connection() as connection:
        put_many(connection, LONDON, mentors(2), author="test")
        connection.execute(
            "INSERT INTO record (partition, kind, id, data, summed) VALUES (%s, 'mentor', 'x', '{\"id\": \"x\"}', 7)",
            [LONDON],
        )
    with centre_database.connection() as connection:
        connection.execute('UPDATE record SET summed = 9, data = data || \'{"notes": "n"}\'')
    assert _kept(centre_database) == _counted(centre_database)


def test_everything_can_be_counted_afresh_without_a_change_that_laptops_see(centre_database: Database) -> None:
    with centre_database.connection() as connection:
        put_many(connection, LONDON, mentors(3), author="test")
    with centre_database.connection() as connection:
        connection.execute("UPDATE partition_sum SET high = 0")
        seqs = connection.execute("SELECT id, rev, seq FROM record ORDER BY id").fetchall()
        connection.execute("SELECT sums_anew()")
    assert _kept(centre_database) == _counted(centre_database)
    with centre_database.connection() as connection:
        assert connection.execute("SELECT id, rev, seq FROM record ORDER BY id").fetchall() == seqs


def test_a_cursor_that_is_behind_gets_no_digest(centre_database: Database) -> None:
    with centre_database.connection() as connection:
        put_many(connection, LONDON, mentors(3), author="test")
    with centre_database.connection() as connection:
        reads = PostgresReads(connection)
        assert reads.digest({LONDON: 2}, list(KINDS)) is None
        assert reads.digest({LONDON: 3, "national": 0}, list(KINDS)) == _counted(centre_database)


def test_a_kind_that_a_laptop_does_not_know_is_not_summed_for_it(centre_database: Database) -> None:
    with centre_database.connection() as connection:
        put_many(connection, LONDON, [*mentors(3), event(90)], author="test")
    with centre_database.connection() as connection:
        assert PostgresReads(connection).digest({LONDON: 4}, ["mentor"]) == _counted(centre_database, "mentor")


def _kept(database: Database) -> Sum:
    with database.connection() as connection:
        (seq,) = connection.execute("SELECT seq FROM partition_head WHERE partition = %s", [LONDON]).fetchone() or (0,)
        found = PostgresReads(connection).digest({LONDON: seq}, list(KINDS))
    assert found is not None
    return found


def _counted(database: Database, *kinds: str) -> Sum:
    """What the wire's own code makes of the rows."""
    with database.connection() as connection:
        rows = connection.execute("SELECT partition, kind, id, rev FROM record WHERE NOT deleted").fetchall()
    return digest.total(digest.of(*row) for row in rows if not kinds or row[1] in kinds)


def test_after_a_restore_the_administrator_begins_a_new_life_and_the_sums_are_true(
    centre_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with centre_database.connection() as connection:
        put_many(connection, LONDON, mentors(3), author="test")
    with centre_database.connection() as connection:
        before = connection.execute("SELECT epoch FROM centre").fetchone()
        connection.execute("DELETE FROM partition_sum")
    monkeypatch.setenv("ONEMM_DATABASE_URL", centre_database.url)
    done = CliRunner().invoke(app, ["restored"])
    assert done.exit_code == 0, done.output
    with centre_database.connection() as connection:
        assert connection.execute("SELECT epoch FROM centre").fetchone() != before
    assert _kept(centre_database) == _counted(centre_database) != Sum()


def test_the_doctor_finds_sums_that_are_wrong_and_counts_them_afresh(
    centre_database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with centre_database.connection() as connection:
        put_many(connection, LONDON, [*mentors(3), event(90)], author="test")
        put_many(connection, region("CDF"), mentors(2, code="CDF"), author="test")
    monkeypatch.setenv("ONEMM_DATABASE_URL", centre_database.url)
    assert CliRunner().invoke(app, ["doctor"]).output == "All sums are those of the records.\n"
    with centre_database.connection() as connection:
        connection.execute("UPDATE partition_sum SET high = 0 WHERE partition = %s AND kind = 'mentor'", [LONDON])
    told = CliRunner().invoke(app, ["doctor"])
    assert (told.exit_code, told.output.splitlines()[0]) == (1, "region/LDN: the sum of mentor is wrong.")
    mended = CliRunner().invoke(app, ["doctor", "--repair"])
    assert (mended.exit_code, mended.output) == (0, "region/LDN: the sum of mentor was wrong and is right now.\n")
    caplog.clear()
    assert _kept(centre_database) == _counted_in(centre_database, LONDON)
    with centre_database.connection() as connection:
        connection.execute("DELETE FROM record WHERE id = %s", [identity(1)])
    assert _kept(centre_database) == _counted_in(centre_database, LONDON)


def test_what_would_be_taken_out_of_a_sum_is_what_is_in_it(centre_database: Database) -> None:
    """A row that claims another rev than was counted would spoil the sum at its next change."""
    with centre_database.connection() as connection:
        put_many(connection, LONDON, mentors(3), author="test")
    with centre_database.connection() as connection:
        connection.execute("SELECT set_config('onemm.recount', 'on', true)")
        connection.execute("UPDATE record SET summed = 9 WHERE id = %s", [identity(1)])
    with centre_database.connection() as connection:
        assert sums.in_doubt(connection) == [(LONDON, "mentor")]
        connection.execute("SELECT sums_anew(%s)", [LONDON])
        assert sums.in_doubt(connection) == []


def test_counting_afresh_waits_for_whoever_commits(centre_database: Database) -> None:
    """Beside a commit under way, the count would be of the rows before it and stand after it."""
    with centre_database.connection() as connection:
        put_many(connection, LONDON, mentors(3), author="test")
    with centre_database.connection() as connection:
        put_many(connection, LONDON, mentors(5)[3:], author="test")
        connection.execute("SET CONSTRAINTS record_numbered IMMEDIATE")
        with ThreadPoolExecutor(1) as beside:
            counting = beside.submit(_count_anew, centre_database)
            _until_waiting(centre_database)
            connection.commit()
            counting.result()
    assert _kept(centre_database) == _counted(centre_database)


def _count_anew(database: Database) -> None:
    with database.connection() as connection:
        connection.execute("SELECT sums_anew(%s)", [LONDON])


def _until_waiting(database: Database) -> None:
    """Until somebody waits for another's lock."""
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    found = 0
    while not found:
        with database.connection() as connection:
            (found,) = connection.execute(waiting).fetchone() or (0,)


def _counted_in(database: Database, partition: str) -> Sum:
    with database.connection() as connection:
        rows = connection.execute(
            "SELECT partition, kind, id, rev FROM record WHERE NOT deleted AND partition = %s", [partition]
        ).fetchall()
    return digest.total(digest.of(*row) for row in rows)

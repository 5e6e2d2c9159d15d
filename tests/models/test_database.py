"""The file is unreadable without its key, says what is wrong with it, and keeps what it once called saved."""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlcipher3.dbapi2 import OperationalError

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk, Device, Mentor, cipher, upgrade
from onemm_desktop.models.database import Database
from tests.fixtures_desktop import KEY, desk_for, enrol
from tests.models.builders import mentors, new_mark, new_mentor, ops

OTHER_KEY = bytes(reversed(KEY))


def filled(path: Path) -> Database:
    """A database with enough people in it to have pages in the middle."""
    database = Database.open(path, KEY)
    enrol(database, desk_for())
    with database.write(desk_for()) as session:
        for number in range(200):
            new_mentor(session, f"Oluwaseun-{number}", "Featherstonehaugh", notes="wears a red scarf " * 20)
    return database


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def problem_of_opening(path: Path, key: bytes = KEY) -> Problem:
    with pytest.raises(KnownError) as refused:
        Database.open(path, key)
    return refused.value.problem


def test_no_file_holds_a_readable_name(tmp_path: Path) -> None:
    database = filled(tmp_path / "records.db")
    with database.read() as session:
        # Sorting this much by a column without an index is what would spill into a temporary file.
        session.scalars(select(Mentor.notes).order_by(Mentor.notes)).all()
        files = sorted(tmp_path.iterdir())
        assert [file.name for file in files] == [
            "records.db",
            "records.db-shm",
            "records.db-wal",
            "records.db.key-mark",
        ]
        contents = b"".join(file.read_bytes() for file in files)
    assert b"Featherstonehaugh" not in contents
    assert b"featherstonehaugh" not in contents
    assert b"red scarf" not in contents
    assert not contents.startswith(b"SQLite format 3")
    database.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["records.db", "records.db.key-mark"]
    assert b"Featherstonehaugh" not in (tmp_path / "records.db").read_bytes()


def test_the_settings_that_keep_promises_are_on(database: Database) -> None:
    with database.sync_write() as session:
        pragma = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "secure_delete", "temp_store", "cache_size", "cipher_page_size")
        }
    assert pragma == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "cache_size": -16384,
        "cipher_page_size": "4096",
    }
    with database.read() as session:
        assert session.scalar(text("PRAGMA cache_size")) == -65536
    with database.skim() as session:
        assert session.scalar(text("PRAGMA cache_size")) == -2048
        assert session.scalar(text("PRAGMA query_only")) == 1


def test_what_was_written_is_there_after_reopening(tmp_path: Path) -> None:
    filled(tmp_path / "records.db").close()
    database = Database.open(tmp_path / "records.db", KEY)
    assert len(mentors(database)) == len(ops(database)) == 200
    database.close()


def test_a_wrong_key_is_told_apart_from_damage(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    filled(path).close()
    before = fingerprint(path)
    assert problem_of_opening(path, OTHER_KEY) is Problem.KEY_MISSING
    assert fingerprint(path) == before
    Database.open(path, KEY).close()


def flip(place: float) -> Callable[[bytes], bytes]:
    def damage(content: bytes) -> bytes:
        at = int(len(content) * place)
        return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]

    return damage


@pytest.mark.parametrize(
    "damage",
    [
        flip(0),
        flip(0.00005),
        lambda content: content[: len(content) // 2],
        lambda content: content[:100],
        lambda _: b"",
    ],
    ids=["salt", "header", "half is missing", "nearly all is missing", "emptied"],
)
def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "records.db"
    filled(path).close()
    path.write_bytes(damage(path.read_bytes()))
    before = fingerprint(path)
    assert problem_of_opening(path) is Problem.DATABASE_DAMAGED
    assert fingerprint(path) == before


def test_damage_in_the_middle_is_named_when_it_is_met_and_when_it_is_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    roomy = filled(path)
    with roomy.write(desk_for()) as session:
        new_mentor(session, id="somebody else", notes="so much that the middle of the file lies in it " * 10_000)
    roomy.close()
    sound = path.read_bytes()
    path.write_bytes(flip(0.5)(sound))
    before = fingerprint(path)
    database = Database.open(path, KEY)
    with pytest.raises(KnownError) as looked_for:
        database.check()
    with pytest.raises(KnownError) as met, database.read() as session:
        for table in ("mentor", "op", "shadow"):
            session.execute(text(f"SELECT * FROM {table}")).all()
    database.close()
    assert {looked_for.value.problem, met.value.problem} == {Problem.DATABASE_DAMAGED}
    assert fingerprint(path) == before


def test_a_sound_file_passes_the_check(database: Database) -> None:
    database.check()


def test_a_file_that_is_no_database_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    path.write_bytes(b"Dear diary, " * 1000)
    assert problem_of_opening(path) is Problem.DATABASE_DAMAGED
    assert path.read_bytes().startswith(b"Dear diary")


def test_a_folder_that_refuses_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "records.db").mkdir()
    assert problem_of_opening(tmp_path / "records.db") is Problem.READ_ONLY


def test_a_newer_programs_file_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    database = filled(path)
    with database.sync_write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    before = fingerprint(path)
    with pytest.raises(KnownError) as refused:
        Database.open(path, KEY)
    assert refused.value.problem is Problem.DATABASE_NEWER
    assert refused.value.values == {"found": "9999", "newest": upgrade.NEWEST}
    assert fingerprint(path) == before


def test_a_full_disk_is_named_and_leaves_nothing_half(tmp_path: Path, desk: Desk) -> None:
    database = filled(tmp_path / "records.db")
    before = len(ops(database))
    with database.sync_write() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
    marked = 0
    with pytest.raises(KnownError) as refused:
        while marked < 1000:
            with database.write(desk) as session:
                new_mark(session)
            marked += 1
    assert refused.value.problem is Problem.DISK_FULL
    with database.read() as session:
        marks = session.scalar(text("SELECT count(*) FROM attendance_mark"))
        next_n = session.scalar(select(Device.next_n))
    assert marks == marked
    assert len(ops(database)) == before + marked
    assert next_n == before + marked + 1
    with database.sync_write() as session:
        session.execute(text("PRAGMA max_page_count = 1000000"))
    with database.write(desk) as session:
        new_mark(session)
    assert len(ops(database)) == before + marked + 1, "once there is room, work goes on"
    database.close()


def test_a_reading_session_cannot_write_and_that_is_a_bug_not_a_sentence(database: Database) -> None:
    with pytest.raises(DBAPIError, match="readonly"), database.read() as session:
        session.execute(text("UPDATE device SET next_n = 1"))


def test_a_reader_sees_one_state_while_somebody_writes(database: Database, desk: Desk) -> None:
    with database.read() as reading:
        assert reading.scalar(text("SELECT count(*) FROM mentor")) == 0
        with database.write(desk) as session:
            new_mentor(session)
        assert reading.scalar(text("SELECT count(*) FROM mentor")) == 0
    assert len(mentors(database)) == 1


def test_writers_wait_for_each_other_and_lose_nothing(database: Database, desk: Desk) -> None:
    def work() -> None:
        for _ in range(20):
            with database.write(desk) as session:
                new_mark(session)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [op.n for op in ops(database)] == list(range(1, 81))


def test_the_write_lock_is_taken_before_anything_is_read(database: Database, desk: Desk) -> None:
    with database.write(desk), closing(cipher.open_writer(database.path, KEY)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


def test_a_transaction_inside_a_transaction_says_so_instead_of_hanging(database: Database, desk: Desk) -> None:
    with database.write(desk), pytest.raises(RuntimeError, match="inside"), database.sync_write():
        pytest.fail("never reached")
    with database.write(desk) as session:
        new_mentor(session)


def test_a_verb_cannot_commit_half_of_its_work(database: Database, desk: Desk) -> None:
    with pytest.raises(RuntimeError, match="whole"), database.write(desk) as session:
        new_mentor(session, "First half")
        session.commit()
    assert mentors(database) == []


def test_another_program_that_holds_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "PATIENCE", 0.01)
    database = filled(tmp_path / "records.db")
    with closing(cipher.open_writer(tmp_path / "records.db", KEY)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError) as refused, database.write(desk_for()) as session:
            new_mentor(session)
    assert refused.value.problem is Problem.DATABASE_LOCKED
    database.close()


def test_a_key_of_another_length_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Database.open(tmp_path / "records.db", b"short")


def test_no_value_of_a_person_is_in_the_message_of_an_exception(database: Database, desk: Desk) -> None:
    with pytest.raises(DBAPIError) as refused, database.write(desk) as session:
        mentor = new_mentor(session, joined_on=date(2026, 1, 1))
        session.flush()
        session.add(Mentor(id=mentor.id, partition="p", reference="r", given_name="Blodeuwedd", family_name="Jones"))
        session.flush()
    assert "Blodeuwedd" not in str(refused.value)


def test_an_end_that_was_none_is_known_at_the_next_start(tmp_path: Path) -> None:
    """Whoever is killed leaves its log behind; whoever closes folds it into the file."""
    path = tmp_path / "records.db"
    killed = filled(path)
    folder = tmp_path / "after the plug was pulled"
    shutil.copytree(tmp_path, folder, ignore=shutil.ignore_patterns(folder.name))
    after = Database.open(folder / "records.db", KEY)
    assert after.ended_uncleanly
    for database in (killed, after):
        database.close()
    again = Database.open(path, KEY)
    assert not again.ended_uncleanly
    again.close()

"""The doctor finds what is wrong with a laptop's copy, mends what it may, and never drops what is unsent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk, Device, Incident, Mentor, Op, Progress, Shadow
from onemm_desktop.models.database import Database
from onemm_desktop.sync.alone import one_process
from onemm_desktop.sync.doctor.findings import STEPS, Found, Report, Step, Trouble
from onemm_desktop.sync.doctor.round import Doctor
from onemm_wire.partitions import region
from tests.central_service import Centre
from tests.fixtures_desktop import KEY
from tests.models.builders import new_mentor
from tests.sync.laptop import Laptop, now
from tests.sync.records import identity, mentor

LONDON = region("LDN")


@pytest.fixture
def kept(database: Database, desk: Desk) -> Database:
    """A copy with two mentors whom the centre knows, one of them changed since, and one whom it does not know."""
    with database.sync_write() as session:
        for number, family in enumerate(("Begum", "Nowak")):
            session.add(
                Mentor(id=identity(number), partition="region/london", rev=3, reference="M", given_name="Ada",
                       family_name=family)
            )  # fmt: skip
        session.add(Progress(partition="region/london", complete=True, seq=2))
    with database.write(desk) as session:
        session.scalars(select(Mentor).where(Mentor.id == identity(0))).one().notes = "prefers mornings"
        new_mentor(session)
    return database


def test_a_sound_copy_is_called_sound_and_every_part_was_looked_at(kept: Database) -> None:
    heard: list[Step] = []
    report = Doctor(kept, None, clock=now).round(repair=False, heard=lambda step, done, total: heard.append(step))
    assert (report.found, report.well, report.unsent) == ((), True, 2)
    assert heard == list(STEPS[:-1])
    with kept.read() as session:
        assert session.scalars(select(Device.sound_at)).one() is not None


Fault = Callable[[Database], None]


def hide_what_waits(database: Database) -> None:
    by_hand(database, "UPDATE mentor SET notes = '' WHERE id = ?", identity(0))


def lose_a_new_row(database: Database) -> None:
    by_hand(database, "DELETE FROM mentor WHERE rev = 0")


def lose_the_centre_s_word(database: Database) -> None:
    by_hand(database, "DELETE FROM shadow WHERE record_id = ?", identity(0))


def misname(database: Database) -> None:
    by_hand(database, "UPDATE mentor SET sort_name = 'somebody else' WHERE id = ?", identity(1))


def spoil_the_sum(database: Database) -> None:
    by_hand(database, "UPDATE progress SET digest = '0123456789abcdef0123456789abcdef'")


def turn_back_the_count(database: Database) -> None:
    by_hand(database, "UPDATE device SET next_n = 2")


def spoil_an_index(database: Database) -> None:
    """An index that sleeps while a row is written."""
    index = "ix_op_undo_group"
    with database.sync_write() as session:
        driver = session.connection().connection.driver_connection
        assert driver is not None
        row = driver.execute("SELECT * FROM sqlite_master WHERE name = ?", (index,)).fetchone()
        driver.execute("PRAGMA writable_schema = ON")
        driver.execute("DELETE FROM sqlite_master WHERE name = ?", (index,))
        driver.execute("PRAGMA writable_schema = RESET")
        driver.execute("UPDATE op SET undo_group = 'another'")
        driver.execute("PRAGMA writable_schema = ON")
        driver.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
        driver.execute("PRAGMA writable_schema = RESET")


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        (hide_what_waits, Found(Trouble.WAITING, 1, "mentor")),
        (lose_a_new_row, Found(Trouble.WAITING, 1, "mentor")),
        (lose_the_centre_s_word, Found(Trouble.WAITING, 1, "mentor")),
        (misname, Found(Trouble.NAMES, 1, "mentor")),
        (spoil_the_sum, Found(Trouble.SUM)),
        (turn_back_the_count, Found(Trouble.NEXT_NUMBER)),
        (spoil_an_index, Found(Trouble.INDEX)),
    ],
)
def test_a_fault_is_found_stays_until_it_may_be_mended_and_is_gone_afterwards(
    kept: Database, fault: Fault, found: Found
) -> None:
    before = everything(kept)
    fault(kept)
    doctor = Doctor(kept, None, clock=now)
    for _ in range(2):
        report = doctor.round(repair=False)
        assert (report.found, report.well, report.can_mend) == ((found,), False, True)
    mended = doctor.round(repair=True)
    assert [one.what for one in mended.found] == [found.what]
    assert (mended.well, mended.unsent) == (True, 2)
    assert doctor.round(repair=True).found == ()
    assert everything(kept) == before


def test_the_centre_s_last_word_is_told_again_from_the_row_and_what_was_replaced(kept: Database) -> None:
    lose_the_centre_s_word(kept)
    Doctor(kept, None, clock=now).round(repair=True)
    with kept.read() as session:
        shadow = session.get_one(Shadow, ("mentor", identity(0)))
        assert (shadow.rev, (shadow.data or {})["notes"]) == (3, "")


def test_a_number_that_is_missing_and_a_column_that_is_missing_are_beyond_mending(kept: Database) -> None:
    by_hand(kept, "DELETE FROM op WHERE n = 1")
    report = Doctor(kept, None, clock=now).round(repair=True)
    assert Found(Trouble.GAP, 1) in report.found
    assert (report.well, report.can_mend) == (False, False)
    by_hand(kept, "ALTER TABLE incident DROP COLUMN told")
    assert Doctor(kept, None, clock=now).round(repair=True).found == (Found(Trouble.TABLES, 1),)


def test_a_byte_that_fell_over_on_the_disk_is_told_and_nothing_is_touched(kept: Database, tmp_path: Path) -> None:
    kept.close()
    path = tmp_path / "records.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    damaged = Database.open(path, KEY)
    report = Doctor(damaged, None, clock=now).round(repair=True)
    damaged.close()
    assert (report.found, report.can_mend) == ((Found(Trouble.FILE),), False)
    assert path.read_bytes() == content


def test_it_stops_when_told_and_waits_for_a_synchronisation(kept: Database) -> None:
    doctor = Doctor(kept, None, clock=now)
    with pytest.raises(KnownError) as error:
        doctor.round(repair=True, cancelled=lambda: True)
    assert error.value.problem is Problem.CANCELLED
    with one_process(kept.path), pytest.raises(KnownError) as error:
        doctor.round(repair=False)
    assert error.value.problem is Problem.DATABASE_LOCKED


# --- with the centre ------------------------------------------------------------------------------------------------


def test_records_that_differ_are_counted_then_fetched_and_what_is_unsent_stays(
    furnished: Centre, laptop: Laptop
) -> None:
    laptop.sync()
    laptop.change_mentor(identity(2), notes="unsent")
    by_hand(laptop.database, "UPDATE mentor SET notes = 'a bit fell over' WHERE id = ?", identity(5))
    by_hand(laptop.database, "UPDATE mentor SET notes = 'another' WHERE id = ?", identity(4))
    furnished.put(LONDON, mentor(6, notes="news, no fault"))
    report = examined(laptop)
    assert report.found == (Found(Trouble.RECORDS, 2, "mentor"),)
    assert (report.problem, report.unsent, report.records > 10) == (None, 1, True)
    assert laptop.record("mentor", identity(5)) != furnished.records("mentor")[identity(5)]
    report = examined(laptop, repair=True)
    assert (report.well, report.found[0].count, report.unsent) == (True, 2, 1)
    assert examined(laptop).found == ()
    assert furnished.sql("SELECT what, records FROM incident") == [("repaired", 2)]
    laptop.sync()
    assert laptop.records("mentor") == furnished.records("mentor", LONDON)
    assert furnished.records("mentor")[identity(2)]["notes"] == "unsent"


def test_what_was_acknowledged_and_is_not_known_at_the_centre_is_sent_again(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(2), notes="acknowledged")
    laptop.sync()
    furnished.sql("DELETE FROM op_result")
    furnished.sql('UPDATE record SET data = data || \'{"notes": ""}\' WHERE id = %s', identity(2))
    assert Found(Trouble.FORGOTTEN, 1) in examined(laptop).found
    report = examined(laptop, repair=True)
    assert (report.well, report.unsent) == (True, 1)
    laptop.sync()
    assert furnished.records("mentor")[identity(2)]["notes"] == "acknowledged"


def test_a_copy_of_the_disk_of_last_week_is_known_by_its_numbers(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    for text in ("one", "two"):
        laptop.change_mentor(identity(2), notes=text)
    laptop.sync()
    by_hand(laptop.database, "DELETE FROM op WHERE n = 2")
    by_hand(laptop.database, "UPDATE device SET next_n = 2")
    assert examined(laptop).found == (Found(Trouble.OLDER_COPY, 1),)


def test_without_the_centre_all_else_is_looked_at(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    furnished.stop()
    misname(laptop.database)
    report = examined(laptop, repair=True)
    assert report.found == (Found(Trouble.NAMES, 1, "mentor", mended=True),)
    assert report.problem is not None
    assert report.problem.problem is Problem.UNREACHABLE


# --- hands ----------------------------------------------------------------------------------------------------------


def examined(laptop: Laptop, *, repair: bool = False) -> Report:
    return Doctor(laptop.database, laptop.transport, clock=now).round(repair=repair)


def by_hand(database: Database, statement: str, *values: object) -> None:
    """What a bug or a bad disk does, behind everybody's back."""
    with database.sync_write() as session:
        session.connection().exec_driver_sql(statement, values)


def everything(database: Database) -> dict[str, object]:
    """What people see and what waits."""
    with database.read() as session:
        found = session.execute(select(Mentor.id, Mentor.rev, Mentor.sort_name, Mentor.notes).order_by(Mentor.id))
        return {
            "mentors": [tuple(row) for row in found],
            "ops": [tuple(row) for row in session.execute(select(Op.n, Op.state))],
            "next": session.scalars(select(Device.next_n)).one(),
            "shadows": session.scalar(select(func.count()).select_from(Shadow)),
            "told": session.scalar(select(func.count()).where(Incident.told)),
        }

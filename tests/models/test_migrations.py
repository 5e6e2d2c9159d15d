"""A file of any released version becomes the tables of this program, or stays as it was."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Base, cipher, upgrade
from onemm_desktop.models.database import Database
from tests.fixtures_desktop import KEY, desk_for, enrol
from tests.models.builders import mentors, new_mentor
from tests.new_databases import BY_MIGRATIONS, AsBefore

SECOND = '''
"""A second version, for the tests."""
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None
def upgrade() -> None:
    op.execute("UPDATE mentor SET notes = 'seen by the second version'")
    op.add_column("mentor", sa.Column("added", sa.String()))
    {then}
'''


@pytest.fixture(autouse=True)
def by_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here, and only here, every new file is made by Alembic."""
    monkeypatch.setattr(upgrade, "upgrade", BY_MIGRATIONS)


def everything_in(path: Path) -> tuple[list[tuple[object, ...]], str | None]:
    """All that a file is made of, in order, and its version."""
    with closing(cipher.open_reader(path, KEY)) as connection:
        made = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid").fetchall()
    return made, upgrade.version_of(path, KEY)


def test_the_files_that_other_tests_begin_with_are_what_the_migrations_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database.open(tmp_path / "migrated.db", KEY).close()
    monkeypatch.setattr(upgrade, "upgrade", AsBefore())
    for name in ("first.db", "second.db"):
        Database.open(tmp_path / name, KEY).close()
        assert everything_in(tmp_path / name) == everything_in(tmp_path / "migrated.db")


def test_the_migrations_make_exactly_the_tables_of_the_models(tmp_path: Path) -> None:
    Database.open(tmp_path / "records.db", KEY).close()
    with closing(cipher.open_writer(tmp_path / "records.db", KEY)) as connection:
        engine = create_engine("sqlite+pysqlite://", creator=lambda: connection, poolclass=StaticPool)
        with engine.connect() as migrated:
            context = MigrationContext.configure(migrated, opts={"compare_type": True})
            assert compare_metadata(context, Base.metadata) == []


def test_the_newest_version_is_the_one_the_program_names() -> None:
    assert ScriptDirectory(str(upgrade.MIGRATIONS)).get_current_head() == upgrade.NEWEST


def test_a_file_of_this_version_is_opened_without_a_copy(tmp_path: Path) -> None:
    for _ in range(2):
        Database.open(tmp_path / "records.db", KEY).close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["records.db", "records.db.key-mark"]


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A file of the first version with somebody in it."""
    path = tmp_path / "records.db"
    database = Database.open(path, KEY)
    enrol(database, desk_for())
    with database.write(desk_for()) as session:
        new_mentor(session)
    database.close()
    return path


def next_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, then: str = "pass") -> None:
    """Makes this the program of the second version."""
    migrations = tmp_path / "next" / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, migrations)
    (migrations / "versions" / "v0002_second.py").write_text(SECOND.format(then=then))
    monkeypatch.setattr(upgrade, "MIGRATIONS", migrations)
    monkeypatch.setattr(upgrade, "NEWEST", "0002")


def test_an_older_file_is_copied_and_brought_up_to_date(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_program(monkeypatch, tmp_path)
    database = Database.open(old_file, KEY)
    assert mentors(database) == [("Siân", "enquiry")]
    database.close()
    assert upgrade.version_of(old_file, KEY) == "0002"
    copy = old_file.with_name("records.db.before-0002-was-0001")
    assert upgrade.version_of(copy, KEY) == "0001"


def test_a_migration_that_fails_leaves_the_old_version_whole(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as program:
        next_program(program, tmp_path, then="raise ZeroDivisionError")
        with pytest.raises(ZeroDivisionError):
            Database.open(old_file, KEY)
    with closing(cipher.open_reader(old_file, KEY)) as connection:
        assert connection.execute("SELECT notes FROM mentor").fetchall() == [("",)]
        columns = {row[1] for row in connection.execute("PRAGMA table_info(mentor)")}
    assert "added" not in columns
    database = Database.open(old_file, KEY)
    assert mentors(database) == [("Siân", "enquiry")]
    database.close()


def test_no_room_for_the_copy_means_no_migration(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_program(monkeypatch, tmp_path)
    # A folder in the copy's place refuses the file as a full disk does, in one of the ways a disk refuses.
    old_file.with_name("records.db.before-0002-was-0001").mkdir()
    with pytest.raises(KnownError) as refused:
        Database.open(old_file, KEY)
    assert refused.value.problem is Problem.READ_ONLY
    assert upgrade.version_of(old_file, KEY) == "0001"

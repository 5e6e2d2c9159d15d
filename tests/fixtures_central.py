"""A real PostgreSQL for the session, a fresh database for each test, a centre that answers over HTTP."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from onemm_central import embedded
from onemm_central.database import Database
from tests.central_service import Centre
from tests.centre_databases import Databases


@pytest.fixture(scope="session")
def postgres() -> Iterator[embedded.EmbeddedServer]:
    """One PostgreSQL 18 for this worker. Its short path keeps its socket inside."""
    folder = Path(tempfile.mkdtemp(prefix="onemm-pg-", dir="/tmp" if Path("/tmp").is_dir() else None))
    server = embedded.start(folder / "postgres")
    with psycopg.connect(server.get_uri("postgres"), autocommit=True) as connection:
        # Tests survive a crash of this process, not of this machine.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("ALTER SYSTEM SET full_page_writes = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server
    server.cleanup()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def centre_databases(postgres: embedded.EmbeddedServer) -> Databases:
    """Migrated databases, lent to one test after the other."""
    return Databases(postgres)


@pytest.fixture
def centre_database(postgres: embedded.EmbeddedServer, centre_databases: Databases) -> Iterator[Database]:
    """A migrated, empty database of the centre's."""
    name = centre_databases.lend()
    database = Database(postgres.get_uri(name))
    with database.connection() as connection:
        # Every database is a centre of its own, with its own id and epoch.
        connection.execute("UPDATE centre SET id = gen_random_uuid(), epoch = gen_random_uuid()")
    yield database
    database.close()
    centre_databases.take_back(name)


@pytest.fixture
def centre(centre_database: Database) -> Iterator[Centre]:
    """A centre that listens on loopback."""
    robot = Centre(centre_database)
    robot.start()
    yield robot
    robot.stop()

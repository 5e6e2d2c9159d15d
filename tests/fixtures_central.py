"""A real PostgreSQL for the session, a fresh database for each test, a centre that answers over HTTP."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from onemm_central import embedded
from onemm_central.database import Database
from onemm_central.schema import migrate
from tests.central_service import Centre

TEMPLATE = "template_onemm"


@pytest.fixture(scope="session")
def postgres() -> Iterator[embedded.EmbeddedServer]:
    """One PostgreSQL 18 for this worker, holding a migrated template. Its short path keeps its socket inside."""
    folder = Path(tempfile.mkdtemp(prefix="onemm-pg-", dir="/tmp" if Path("/tmp").is_dir() else None))
    server = embedded.start(folder / "postgres")
    with psycopg.connect(server.get_uri("postgres"), autocommit=True) as connection:
        # Tests survive a crash of this process, not of this machine.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("ALTER SYSTEM SET full_page_writes = off")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute(f"CREATE DATABASE {TEMPLATE}")
    migrate(server.get_uri(TEMPLATE))
    yield server
    server.cleanup()
    shutil.rmtree(folder)


@pytest.fixture
def centre_database(postgres: embedded.EmbeddedServer) -> Iterator[Database]:
    """A migrated, empty database of the centre's."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(postgres.get_uri("postgres"), autocommit=True) as connection:
        # Every database is a centre of its own, with its own id and epoch.
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    database = Database(postgres.get_uri(name))
    with database.connection() as connection:
        connection.execute("UPDATE centre SET id = gen_random_uuid(), epoch = gen_random_uuid()")
    yield database
    database.close()
    with psycopg.connect(postgres.get_uri("postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def centre(centre_database: Database) -> Iterator[Centre]:
    """A centre that listens on loopback."""
    robot = Centre(centre_database)
    robot.start()
    yield robot
    robot.stop()

"""Bringing a database to the newest schema: Alembic's migrations, then the analysts' views."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy
from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from onemm_central.records.views import refresh_views

#: Any constant: two services that start at the same time migrate one after the other.
MIGRATION_LOCK = 20_171_121


class DatabaseError(Exception):
    """The database cannot be used; the text says why, in words for an administrator."""


def migrate(url: str) -> None:
    """Upgrade the database at ``url`` (``postgresql://…``), in one transaction; does nothing if it is current.

    Raises DatabaseError if it cannot be reached, or was made by a newer version of this program.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = sqlalchemy.create_engine(sqlalchemy_url(url), poolclass=sqlalchemy.NullPool)
    try:
        with engine.begin() as connection:
            _upgrade(connection, config)
    except sqlalchemy.exc.OperationalError as error:
        raise DatabaseError(str(error.orig).strip().splitlines()[0]) from error
    except CommandError as error:
        raise DatabaseError("it was made by a newer version of this program") from error
    finally:
        engine.dispose()


def _upgrade(connection: sqlalchemy.Connection, config: Config) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    refresh_views(connection)


def sqlalchemy_url(url: str) -> str:
    """The same address as SQLAlchemy writes it, with psycopg 3 as the driver."""
    _, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}"

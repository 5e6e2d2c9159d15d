"""Bringing a database to the newest schema: Alembic's migrations, then the analysts' views."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy
from alembic import command
from alembic.config import Config

from onemm_central.records.views import refresh_views

#: Any constant: two services that start at the same time migrate one after the other.
MIGRATION_LOCK = 20_171_121


def migrate(url: str) -> None:
    """Upgrade the database at ``url`` (``postgresql://…``), in one transaction; does nothing if it is current."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = sqlalchemy.create_engine(sqlalchemy_url(url), poolclass=sqlalchemy.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        refresh_views(connection)
    engine.dispose()


def sqlalchemy_url(url: str) -> str:
    """The same address as SQLAlchemy writes it, with psycopg 3 as the driver."""
    _, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}"

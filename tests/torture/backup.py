"""A centre's database copied whole at one moment of the day, and brought back at another, by PostgreSQL itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from tests.central_service import Centre
from tests.robots.centre_process import CentreProcess


def back_up(centre: Centre, process: CentreProcess) -> str:
    """Copy the database as it is now; answers the copy's name."""
    copy = f"{_name(centre)}_backup"
    with _alone_with(centre, process) as server:
        server.execute(_statement("CREATE DATABASE {} TEMPLATE {}", copy, _name(centre)))
    return copy


def restore(centre: Centre, process: CentreProcess, copy: str) -> None:
    """Put the copy in the database's place, as an administrator does after the disk has failed."""
    with _alone_with(centre, process) as server:
        server.execute(_statement("DROP DATABASE {} WITH (FORCE)", _name(centre)))
        server.execute(_statement("ALTER DATABASE {} RENAME TO {}", copy, _name(centre)))
        process.run("restored")


@contextmanager
def _alone_with(centre: Centre, process: CentreProcess) -> Iterator[psycopg.Connection[Any]]:
    """The server while nobody else is in the centre's database; the centre is killed before and started after."""
    process.kill()
    with psycopg.connect(make_conninfo(centre.database.url, dbname="postgres"), autocommit=True) as server:
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [_name(centre)])
        yield server
    with _expecting_broken_connections():
        centre.database._pool.check()
    process.start()


@contextmanager
def _expecting_broken_connections() -> Iterator[None]:
    log = logging.getLogger("psycopg.pool")
    usual = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(usual)


def _name(centre: Centre) -> str:
    return str(conninfo_to_dict(centre.database.url)["dbname"])


def _statement(text: Any, *names: str) -> sql.Composed:
    return sql.SQL(text).format(*map(sql.Identifier, names))

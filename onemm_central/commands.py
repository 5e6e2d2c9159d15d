"""What all commands share: the database that the environment names, and errors told in a sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import CalledProcessError
from typing import NoReturn

import typer

from onemm_central import embedded
from onemm_central.database import Database, open_database
from onemm_central.schema import DatabaseError
from onemm_central.settings import Settings, from_environment


def settings() -> Settings:
    """Where this centre keeps its data, or one sentence and exit status 1."""
    try:
        return from_environment(os.environ)
    except ValueError as error:
        fail(str(error))


@contextmanager
def opened(chosen: Settings | None = None) -> Iterator[Database]:
    """The centre's database, migrated; closed afterwards. One sentence if it cannot be reached."""
    try:
        database = open_database(chosen or settings())
    except (DatabaseError, CalledProcessError, OSError) as error:
        fail(f"The database cannot be opened: {error}")
    try:
        yield database
    finally:
        database.close()


@contextmanager
def where(chosen: Settings) -> Iterator[str]:
    """The address of the database as it is, whatever is in it; the embedded server runs meanwhile."""
    if chosen.database_url is not None:
        yield chosen.database_url
        return
    try:
        server = embedded.start(chosen.data / "postgres")
    except (CalledProcessError, OSError) as error:
        fail(f"The database cannot be opened: {error}")
    try:
        yield embedded.address(server)
    finally:
        server.cleanup()


def fail(sentence: str) -> NoReturn:
    """Say what is wrong and end with status 1."""
    typer.echo(sentence, err=True)
    raise typer.Exit(1)

"""``python -m tests.torture --minutes N``: one worst day after the other, each with its own seed, until time is up."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Annotated

import psycopg
import typer

from onemm_central import embedded
from onemm_central.database import Database
from onemm_central.schema import migrate
from tests.torture import story
from tests.torture.report import Report

#: Seconds of one day.
DAY = 30.0


def main(
    minutes: Annotated[float, typer.Option(help="How long, at least one day.")] = 10.0,
    seed: Annotated[int, typer.Option(help="The first day's seed; the next day's is one more.")] = 1,
    laptops: Annotated[int, typer.Option(help="Laptops a day.")] = 4,
) -> None:
    """Torture laptops and centre; ends with status 1 and what went wrong at the first day that fails."""
    end = time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory(prefix="onemm-torture-") as name:
        folder = Path(name)
        # PostgreSQL may run under a user of its own.
        folder.chmod(0o755)
        server = embedded.start(folder / "postgres")
        try:
            days = 0
            while days == 0 or time.monotonic() < end:
                report = _one_day(server, folder / f"day{days}", seed + days, laptops)
                typer.echo(report)
                days += 1
        finally:
            server.cleanup()
    typer.echo(f"{days} days, nothing lost, nothing doubled, all copies equal.")


def _one_day(server: embedded.EmbeddedServer, folder: Path, seed: int, laptops: int) -> Report:
    folder.mkdir()
    with psycopg.connect(server.get_uri("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE day_{seed}")
    url = server.get_uri(f"day_{seed}")
    migrate(url)
    database = Database(url)
    try:
        return story.run(folder, database, seed=seed, seconds=DAY, laptops=laptops)
    except BaseException:
        typer.echo(f"The day of seed {seed} failed.", err=True)
        raise
    finally:
        database.close()


if __name__ == "__main__":
    typer.run(main)

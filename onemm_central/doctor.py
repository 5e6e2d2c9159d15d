"""``onemm-central doctor``: whether what the centre says of its records is true."""

from __future__ import annotations

from typing import Annotated

import typer

from onemm_central.commands import opened
from onemm_central.sync import sums


def doctor(
    repair: Annotated[bool, typer.Option("--repair", help="Count afresh what is wrong.")] = False,
) -> None:
    """Hold the sums by which laptops are judged against the records. Ends with status 1 if some are wrong and stay."""
    with opened() as database, database.connection() as connection:
        wrong = sums.in_doubt(connection)
        if repair:
            sums.count_anew(connection, {partition for partition, _ in wrong})
    for partition, kind in wrong:
        typer.echo(f"{partition}: the sum of {kind} {'was wrong and is right now' if repair else 'is wrong'}.")
    if not wrong:
        typer.echo("All sums are those of the records.")
    elif not repair:
        typer.echo("Nothing was changed. Run the command again with --repair.")
        raise typer.Exit(1)

"""``onemm-central records …``: a look at what the centre holds."""

from __future__ import annotations

from typing import Annotated

import typer

from onemm_central.commands import fail, opened
from onemm_central.records.service import counts
from onemm_wire.records import KINDS

app = typer.Typer(help="What the centre holds.", no_args_is_help=True)


@app.callback()
def records() -> None:
    """Keep ``show`` a word of its own, though it is the only command here so far."""


@app.command()
def show(
    kind: Annotated[str | None, typer.Argument(help=f"One of: {', '.join(KINDS)}. Default: all.")] = None,
    partition: Annotated[str | None, typer.Option(help="For example region/LDN. Default: all.")] = None,
) -> None:
    """Count the live records, by partition and kind."""
    if kind is not None and kind not in KINDS:
        fail(f"There is no kind {kind}; there are {', '.join(KINDS)}.")
    with opened() as database, database.connection() as connection:
        for place, of_kind, count in counts(connection, partition):
            if kind in (None, of_kind):
                typer.echo(f"{place}\t{of_kind}\t{count}")

"""``onemm-central record …``: a look at what the centre holds, and erasing from it."""

from __future__ import annotations

from getpass import getuser
from typing import Annotated

import typer

from onemm_central.commands import fail, opened, settings
from onemm_central.records.erasure import erase as erase_record
from onemm_central.records.erasure import named_by
from onemm_central.records.service import counts
from onemm_central.rights import ledger
from onemm_wire.records import KINDS

app = typer.Typer(help="What the centre holds.", no_args_is_help=True)


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


@app.command()
def erase(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join(KINDS)}.")],
    record_id: Annotated[str, typer.Argument(help="The record's id.")],
    reason: Annotated[str, typer.Option(help="Why, for the record. Name nobody in it.")],
) -> None:
    """Erase what was ever said of a record, here and on every laptop. There is no way back."""
    if not reason.strip():
        fail("An erasure needs a reason.")
    with opened() as database, database.connection() as connection:
        if not erase_record(connection, kind, record_id, reason=reason.strip(), author=getuser()):
            fail(f"There is no {kind} {record_id} that is not erased already.")
        try:
            ledger.keep(connection, settings().data)
        except OSError as error:
            fail(f"Nothing was erased: the list of erasures cannot be written ({error.strerror}).")
        naming = named_by(connection, record_id)
    typer.echo(
        f"Erased {kind} {record_id}. Laptops follow when they next synchronise, backups if they are brought back."
    )
    if naming:
        typer.echo("These records name it; erase them too if they are about the same person:")
    for partition, of_kind, other_id in naming:
        typer.echo(f"{partition}\t{of_kind}\t{other_id}")

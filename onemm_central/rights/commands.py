"""``onemm-central rights …``: what a person has asked for, carried out."""

from __future__ import annotations

from collections import Counter
from getpass import getuser
from typing import Annotated

import typer

from onemm_central.commands import fail, opened
from onemm_central.rights import erasing
from onemm_central.rights.erasing import Step

app = typer.Typer(help="What people may ask of whoever keeps data about them.", no_args_is_help=True)

Person = Annotated[str, typer.Argument(help="The id of a mentor, a young person or a walk-in.")]


@app.callback()
def rights() -> None:
    """Keep each word of ``rights`` one of its own."""


@app.command()
def erase(
    person_id: Person,
    reason: Annotated[str, typer.Option(help="Why, for the record. Name nobody in it.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
) -> None:
    """Erase a person, here and on every laptop at its next synchronisation. There is no way back."""
    if not dry_run and not reason.strip():
        fail("An erasure needs a reason.")
    with opened() as database, database.connection() as connection:
        if dry_run:
            steps = erasing.plan(connection, person_id)
        else:
            steps = erasing.erase_person(connection, person_id, reason=reason.strip(), author=getuser())
    if not steps:
        fail(f"There is nothing about a person {person_id} that is not erased already.")
    for step in steps:
        typer.echo(f"{step.action}\t{step.held.partition}\t{step.held.kind}\t{step.held.id}")
    typer.echo(_sum(steps, dry_run=dry_run))


def _sum(steps: list[Step], *, dry_run: bool) -> str:
    counted = Counter(step.action for step in steps)
    what = f"{counted['erase']} records erased, {counted['empty']} emptied of names and notes"
    if dry_run:
        return f"Nothing was changed. It would be: {what}."
    return f"{what}. Laptops follow when they next synchronise; backups keep it until they expire."

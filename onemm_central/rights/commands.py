"""``onemm-central rights …``: what a person has asked for, carried out."""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Annotated, Any

import msgspec
import psycopg
import typer

from onemm_central.commands import fail, opened, settings
from onemm_central.rights import access as seeing
from onemm_central.rights import erasing, ledger
from onemm_central.rights.about import about
from onemm_central.rights.erasing import HeldError, Step

app = typer.Typer(help="What people may ask of whoever keeps data about them.", no_args_is_help=True)

Person = Annotated[str, typer.Argument(help="The id of a mentor, a young person or a walk-in.")]


@app.command()
def access(
    person_id: Person,
    out: Annotated[Path, typer.Option(help="An empty or new folder for the pack.")],
) -> None:
    """Collect all that is held about a person: a PDF to read and JSON. Third parties are marked, to be decided on."""
    with opened() as database, database.connection() as connection:
        known = about(connection, person_id)
        if known is None:
            fail(f"There is no person {person_id}.")
        pack = seeing.pack(connection, person_id, known, datetime.now(UTC))
    # Fonts and all: not worth a tenth of a second of every other command.
    from onemm_central.rights.pack_pdf import to_pdf

    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, content in (
            ("pack.json", msgspec.json.format(msgspec.json.encode(pack))),
            ("pack.pdf", to_pdf(pack)),
        ):
            with os.fdopen(os.open(out / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
    except FileExistsError:
        fail(f"There is a pack in {out} already. Choose another folder.")
    except OSError as error:
        fail(f"The pack cannot be written to {out}: {error.strerror}.")
    typer.echo(f"{len(pack.records)} records and {len(pack.changes)} changes are in {out}.")
    if pack.third_parties:
        typer.echo(f"Others are named at {len(pack.third_parties)} places. Decide on each before you hand it over.")


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
        steps = erasing.plan(connection, person_id) if dry_run else _erased(connection, person_id, reason.strip())
    if not steps:
        fail(f"There is nothing about a person {person_id} that is not erased already.")
    for step in steps:
        typer.echo(f"{step.action}\t{step.held.partition}\t{step.held.kind}\t{step.held.id}")
    typer.echo(_sum(steps, dry_run=dry_run))


def _erased(connection: psycopg.Connection[Any], person_id: str, reason: str) -> list[Step]:
    try:
        steps = erasing.erase_person(connection, person_id, reason=reason, author=getuser())
        ledger.keep(connection, settings().data)
    except OSError as error:
        fail(f"Nothing was erased: the list of erasures cannot be written ({error.strerror}).")
    except HeldError as error:
        fail(f"A legal hold of {error.since} keeps everything about this person. Lift it first.")
    return steps


def _sum(steps: list[Step], *, dry_run: bool) -> str:
    counted = Counter(step.action for step in steps)
    what = f"{counted['erase']} records erased, {counted['empty']} emptied of names and notes"
    if dry_run:
        return f"Nothing was changed. It would be: {what}."
    return f"{what}. Laptops follow when they next synchronise, backups if they are brought back."

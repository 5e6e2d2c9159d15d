"""``onemm-central retention …``: how long records are kept, whose are due, and erasing those."""

from __future__ import annotations

from datetime import UTC, date, datetime
from getpass import getuser
from typing import Annotated, Any

import msgspec
import psycopg
import typer

from onemm_central.commands import fail, opened, settings
from onemm_central.records.service import put_many
from onemm_central.retention import due as retention
from onemm_central.retention.due import Due
from onemm_central.rights import ledger
from onemm_central.rights.erasing import erase_person
from onemm_central.tokens import new_id
from onemm_wire import partitions
from onemm_wire.records import RetentionRule

app = typer.Typer(help="How long people's records are kept.", no_args_is_help=True)

On = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="As if it were this day. Default: today.")]


@app.command()
def rule(
    who: Annotated[str, typer.Option(help="mentor, mentee, walk_in or sign_in_sheet.")],
    since: Annotated[str, typer.Option(help="left, untouched or event_held.")],
    months: Annotated[int, typer.Option(help="Months from then on.")],
    source: Annotated[str, typer.Option(help="Which policy says so.")],
    valid_from: Annotated[str, typer.Option(help="YYYY-MM-DD. Default: today.")] = "",
) -> None:
    """Lay down how long records are kept. It takes the place of an older rule for the same people and start."""
    now = datetime.now(UTC)
    try:
        day = date.fromisoformat(valid_from) if valid_from else now.date()
        asked = {"id": new_id(now), "who": who, "since": since, "months": months, "valid_from": day, "source": source}
        laid_down = msgspec.convert(asked, RetentionRule)
    except (ValueError, msgspec.ValidationError) as error:
        fail(f"This is no rule: {error}.")
    if (since == "event_held") != (who in ("walk_in", "sign_in_sheet")):
        fail("The time of a walk-in and of a sign-in sheet runs from the event, and nobody else's does.")
    with opened() as database, database.connection() as connection:
        put_many(connection, partitions.NATIONAL, [laid_down], author=getuser())
    typer.echo(f"Records of a {who}: {months} months since {since}, from {day:%d %b %Y} on ({source}).")


@app.command("rules")
def list_rules(on: On = None) -> None:
    """The rules in force."""
    with opened() as database, database.connection() as connection:
        for each in retention.rules_on(connection, _day(on)):
            typer.echo(f"{each.who}\t{each.months} months since {each.since}\tfrom {each.valid_from}\t{each.source}")


@app.command()
def due(on: On = None) -> None:
    """Whose records are due, and why; nothing is changed."""
    with opened() as database, database.connection() as connection:
        found = retention.due(connection, _day(on))
    for each in found:
        typer.echo(_line(each))
    typer.echo(f"{len(found)} due, {sum(each.held for each in found)} of them kept by a legal hold.")


@app.command()
def apply(
    yes: Annotated[bool, typer.Option("--yes", help="I have read what `retention due` says.")] = False,
) -> None:
    """Erase everybody who is due today and not held. There is no way back."""
    if not yes:
        fail("This erases people for good. Read `onemm-central retention due` first, then say --yes.")
    with opened() as database, database.connection() as connection:
        found = retention.due(connection, _day(None))
        for each in found:
            if not each.held:
                reason = f"retention: {each.rule.months} months since {each.rule.since}"
                erase_person(connection, each.person_id, reason=reason, author=getuser())
                typer.echo(_line(each))
        _keep(connection)
    erased = sum(not each.held for each in found)
    typer.echo(f"{erased} erased, {len(found) - erased} kept by a legal hold.")


def _keep(connection: psycopg.Connection[Any]) -> None:
    try:
        ledger.keep(connection, settings().data)
    except OSError as error:
        fail(f"Nothing was erased: the list of erasures cannot be written ({error.strerror}).")


def _line(each: Due) -> str:
    held = "\tkept by a legal hold" if each.held else ""
    return (
        f"{each.due_on}\t{each.who} {each.person_id}\t{each.rule.months} months since {each.rule.since} "
        f"on {each.started_on} ({each.rule.source}){held}"
    )


def _day(on: datetime | None) -> date:
    return datetime.now(UTC).date() if on is None else on.date()

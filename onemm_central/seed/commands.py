"""``onemm-central seed``: fill a centre with invented people, to try the program and to measure it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from onemm_central.commands import fail, opened
from onemm_central.seed import figures
from onemm_central.seed.accounts import PASSWORD, demo_accounts
from onemm_central.seed.chance import LONDON
from onemm_central.seed.load import AlreadySeededError, Loaded, load
from onemm_central.seed.pilot import pilot as pilot_records

app = typer.Typer(help="Fill a centre with invented people, to try the program and to measure it.")

#: Columns of the table: their titles and the kinds they count.
_COLUMNS = {
    "mentors": "mentor",
    "matches": "match",
    "partners": "partner",
    "young people": "mentee",
    "events": "event",
    "bookings": "booking",
    "certificates": "document_issue",
}


@app.callback()
def seed() -> None:
    """Fill a centre with invented people, to try the program and to measure it."""


@app.command()
def pilot(
    seed: Annotated[int, typer.Option(help="The same seed gives the same people.")] = 2017,
    scale: Annotated[int, typer.Option(min=1, help="How many times as many mentors as in 2017.")] = 1,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of today's training; by default, today.")
    ] = None,
    region: Annotated[list[str] | None, typer.Option(help="Only this region, by its code; may be repeated.")] = None,
    password: Annotated[str, typer.Option(help="The password of all demo accounts.")] = PASSWORD,
) -> None:
    """Load the published 2017 pilot: its counts and partners, peopled by invented mentors and young people."""
    codes = [line.code for line in figures.regions() if figures.city(line) is not None]
    unknown = sorted(set(region or []) - set(codes))
    if unknown:
        fail(f"There was no pilot in {', '.join(unknown)}. Regions with one: {', '.join(codes)}.")
    wanted = [code for code in codes if not region or code in region]
    day = (today or datetime.now(LONDON)).date()
    try:
        with opened() as database, database.connection() as connection:
            loaded = load(connection, pilot_records(seed, day, scale, only=wanted), wanted, password)
    except AlreadySeededError as already:
        fail(f"Region {already.region} already holds mentors: nothing was written. Seed an empty centre instead.")
    _report(loaded, wanted, password)


def _report(loaded: Loaded, regions: list[str], password: str) -> None:
    """Two small tables: what was written, and whom to sign in as."""
    typer.echo("region  " + "".join(f"{title:>14}" for title in _COLUMNS))
    for code in regions:
        counts = loaded.counts[code]
        typer.echo(f"{code:<8}" + "".join(f"{counts[kind]:>14,}" for kind in _COLUMNS.values()))
    typer.echo(f"\nDemo accounts, all with the password {password!r}:")
    for account in demo_accounts(regions):
        where = f"{account.region}, {account.partner}" if account.partner else account.region
        typer.echo(f"  {account.email:<34} {account.role.replace('_', ' ')} ({where})")

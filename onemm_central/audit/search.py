"""``onemm-central audit search``: what happened at the door, the newest first."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, get_args

import msgspec
import typer

from onemm_central.audit import events
from onemm_central.audit.events import Event, What
from onemm_central.commands import fail, opened


def search(
    what: Annotated[str | None, typer.Option(help=f"One of: {', '.join(get_args(What))}.")] = None,
    email: Annotated[str | None, typer.Option(help="About this person's account.")] = None,
    device: Annotated[str | None, typer.Option(help="About this laptop, by its id.")] = None,
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="From this day on, in UTC.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="No more lines than this.")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
) -> None:
    """Sign-ins, refusals, laptops let in and shut out, roles given and taken; who changed records, other words say."""
    if what is not None and what not in get_args(What):
        fail(f"Nothing is called {what}; there are {', '.join(get_args(What))}.")
    day = None if since is None else since.replace(tzinfo=UTC)
    with opened() as database, database.connection() as connection:
        found = events.search(connection, what=what, email=email, device=device, since=day, limit=limit)
    for event in found:
        typer.echo(msgspec.json.encode(event).decode() if as_json else line_of(event))


def line_of(event: Event) -> str:
    """An event in columns: when, what, who, which laptop, from where, and what else is known."""
    said = " ".join(f"{name}={value}" for name, value in event.said.items())
    who = event.email or event.account_id or "-"
    return "\t".join(
        [f"{event.at:%Y-%m-%d %H:%M:%S}", event.what, who, event.device_id or "-", event.source or "-", said]
    ).rstrip()

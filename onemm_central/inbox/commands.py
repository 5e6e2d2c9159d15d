"""``onemm-central inbox …``: changes that came too late for their laptop's permissions."""

from __future__ import annotations

from datetime import UTC, datetime
from getpass import getuser
from typing import Annotated

import msgspec
import typer

from onemm_central.commands import fail, opened
from onemm_central.inbox import service
from onemm_central.inbox.service import Item
from onemm_wire.errors import Code
from onemm_wire.protocol import OpResult

app = typer.Typer(help="Changes for places that their laptop may not hold any more.", no_args_is_help=True)

Id = Annotated[str, typer.Argument(help="As in the list.")]

SENTENCES = {
    Code.WAITS: "it builds on an earlier change of that laptop, which must be applied first.",
    Code.MISSING_RECORD: "what it changes is not at the centre.",
    Code.NOT_ALLOWED: "no laptop may change that.",
    Code.FACT_FIXED: "what was once written down there cannot be changed.",
    Code.MALFORMED: "its values are not what such a record may hold.",
    Code.ERASED: "its record was erased.",
}
DONE = {
    "applied": "Applied.",
    "merged": "Applied, and merged with what others wrote.",
    "conflict": "Applied as far as nobody else wrote the same; the rest is a question in Needs review.",
}


@app.command("list")
def list_items() -> None:
    """What waits, the oldest first."""
    with opened() as database, database.connection() as connection:
        for item in service.items(connection):
            verb = (item.op or {}).get("verb", "")
            typer.echo(
                f"{item.id}\t{item.received_at:%Y-%m-%d %H:%M}\t{item.person}\t{item.laptop}\t"
                f"{verb} {item.kind} {item.record_id} in {item.partition}"
            )


@app.command()
def show(item_id: Id) -> None:
    """One change: its values, and what stands at the centre."""
    with opened() as database, database.connection() as connection:
        item = _item(service.items(connection, item_id))
        there = service.there_now(connection, item)
    op = item.op or {}
    typer.echo(f"{op.get('verb', 'erased')} {item.kind} {item.record_id} in {item.partition} ({item.state})")
    typer.echo(f"By {item.person} on {item.laptop}, by that laptop's clock at {op.get('at', 'an unknown time')}.")
    for name, value in op.get("fields", {}).items():
        was, now = op.get("was", {}).get(name), (there or {}).get(name)
        typer.echo(f"{name}: {_json(value)} (was {_json(was)}; at the centre {_json(now)})")


@app.command()
def apply(item_id: Id) -> None:
    """Apply a change as if it had come in time; where others wrote since, people are asked."""
    with opened() as database:
        result = service.apply_item(database, item_id, getuser(), datetime.now(UTC))
    if result is None:
        fail(f"Nothing waits under {item_id}.")
    if result.status not in DONE:
        fail(f"Not applied: {_reason(result)}")
    typer.echo(DONE[result.status])


@app.command()
def dismiss(item_id: Id, reason: Annotated[str, typer.Option(help="Why, for the record.")]) -> None:
    """Put a change aside. It stays on record."""
    with opened() as database, database.connection() as connection:
        if not service.dismiss(connection, item_id, getuser(), reason, datetime.now(UTC)):
            fail(f"Nothing waits under {item_id}.")
    typer.echo("Dismissed.")


def _item(found: list[Item]) -> Item:
    if not found:
        fail("There is no such item.")
    return found[0]


def _reason(result: OpResult) -> str:
    return next((said for code, said in SENTENCES.items() if code == result.code), f"{result.code}.")


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()

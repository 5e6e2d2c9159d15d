"""``onemm-central device …``: the laptops that hold a copy."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from onemm_central.accounts.service import account_of
from onemm_central.commands import fail, opened
from onemm_central.devices import service

app = typer.Typer(help="Laptops that hold a copy.", no_args_is_help=True)


@app.command()
def invite(email: str, region: Annotated[str, typer.Option(help="A region's code, such as LDN.")]) -> None:
    """Print a one-time code with which this person makes a laptop theirs; it lasts two weeks."""
    with opened() as database, database.connection() as connection:
        account_id = account_of(connection, email)
        if account_id is None:
            fail(f"There is no account for {email}.")
        code = service.invite(connection, account_id, region=region, now=datetime.now(UTC))
    typer.echo(code)


@app.command("list")
def list_devices() -> None:
    """All laptops, the newest first."""
    with opened() as database, database.connection() as connection:
        for device in service.devices(connection):
            state = "revoked" if device.revoked_at else f"last seen {device.last_seen_at:%d %b %Y %H:%M}"
            typer.echo(f"{device.id}\t{device.block}\t{device.name}\t{device.email}\t{device.region}\t{state}")


@app.command()
def revoke(device_id: str) -> None:
    """Shut a laptop out, at once and for ever."""
    with opened() as database, database.connection() as connection:
        if not service.revoke(connection, device_id, datetime.now(UTC)):
            fail(f"There is no device {device_id} that could still be revoked.")
    typer.echo(f"{device_id} is revoked.")

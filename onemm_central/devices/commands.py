"""``onemm-central device …``: the laptops that hold a copy."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from getpass import getuser
from pathlib import Path
from typing import Annotated

import segno
import typer

from onemm_central.accounts.commands import account_called, role_called
from onemm_central.accounts.service import give_role
from onemm_central.commands import fail, opened
from onemm_central.devices import lead_keys, service
from onemm_central.devices.keeping import rules, unlock_code

app = typer.Typer(help="Laptops that hold a copy.", no_args_is_help=True)
app.command()(rules)
app.command()(unlock_code)


@app.command()
def invite(
    email: str,
    region: Annotated[str, typer.Option(help="A region's code, such as LDN.")],
    days: Annotated[int, typer.Option(min=1, max=60, help="How long the code is good for.")] = 14,
    role: Annotated[str | None, typer.Option(help="Let the person be this there from now on.")] = None,
    partner: Annotated[str | None, typer.Option(help="With --role coordinator: the partner, by its id.")] = None,
    qr: Annotated[bool, typer.Option("--qr", help="Show it as a QR code as well, for a scanner.")] = False,
    png: Annotated[Path | None, typer.Option(help="Write the QR code to this file.")] = None,
) -> None:
    """Print a one-time code with which this person makes one laptop theirs."""
    with opened() as database, database.connection() as connection:
        account_id = account_called(connection, email)
        if role is not None:
            give_role(connection, account_id, region=region, role=role_called(role), partner_id=partner)
        if not service.has_role(connection, account_id, region):
            fail(f"{email} has no role in {region}; give one with --role.")
        code = service.invite(connection, account_id, region=region, now=datetime.now(UTC), life=timedelta(days=days))
    typer.echo(code)
    # Such a scanner types what it reads, so the QR code holds what one would type.
    if qr:
        segno.make(code, error="m").terminal(compact=True)
    if png is not None:
        _save(png, code)


@app.command("list")
def list_devices() -> None:
    """All laptops, the newest first."""
    with opened() as database, database.connection() as connection:
        for device in service.devices(connection):
            state = "revoked" if device.revoked_at else f"last seen {device.last_seen_at:%d %b %Y %H:%M}"
            typer.echo(f"{device.id}\t{device.block}\t{device.name}\t{device.email}\t{device.region}\t{state}")


@app.command()
def rename(device_id: str, name: str) -> None:
    """Call a laptop by another name in lists, such as the one on its sticker."""
    with opened() as database, database.connection() as connection:
        if not service.rename(connection, device_id, name.strip()):
            fail(f"There is no device {device_id}.")
    typer.echo(f"{device_id} is called {name.strip()}.")


@app.command()
def revoke(device_id: str) -> None:
    """Shut a laptop out, at once and for ever; it destroys its records when it next asks for anything."""
    with opened() as database, database.connection() as connection:
        device = next((one for one in service.devices(connection) if one.id == device_id), None)
        before = lead_keys.left(connection, device.region) if device is not None else 0
        if device is None or not service.revoke(connection, device_id, datetime.now(UTC), author=getuser()):
            fail(f"There is no device {device_id} that could still be revoked.")
        after = lead_keys.left(connection, device.region)
    typer.echo(f"{device_id} is revoked.")
    if after < before:
        typer.echo(f"Concerns are not sealed to it any more. Keys of {device.region} that are left: {after}.")


def _save(png: Path, code: str) -> None:
    try:
        segno.make(code, error="m").save(str(png), kind="png", scale=8)
    except OSError as error:
        fail(f"The code is good, but its picture cannot be written: {error.strerror}.")

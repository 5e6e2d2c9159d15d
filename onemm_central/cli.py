"""``onemm-central``: everything an administrator does, from the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from onemm_central.accounts.commands import app as user_app
from onemm_central.audit.commands import app as audit_app
from onemm_central.bundles.commands import app as bundle_app
from onemm_central.bundles.keys import keys_of
from onemm_central.commands import fail, opened, settings
from onemm_central.devices.commands import app as device_app
from onemm_central.doctor import doctor
from onemm_central.inbox.commands import app as inbox_app
from onemm_central.laptops.commands import rules, unlock_code
from onemm_central.records.commands import app as records_app
from onemm_central.rights.commands import app as rights_app
from onemm_central.seed.commands import app as seed_app
from onemm_central.serving import serve as run_service
from onemm_central.sync.admission import Limits

app = typer.Typer(help="The central service of 1MM Desktop.", no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(seed_app, name="seed")
app.add_typer(user_app, name="user")
app.add_typer(device_app, name="device")
app.add_typer(records_app, name="record")
app.add_typer(bundle_app, name="bundle")
app.add_typer(inbox_app, name="inbox")
app.add_typer(audit_app, name="audit")
app.add_typer(rights_app, name="rights")
device_app.command()(rules)
device_app.command()(unlock_code)
app.command()(doctor)


@app.command()
def init() -> None:
    """Make the database, or bring it to this version's schema."""
    with opened() as database, database.connection() as connection:
        row = connection.execute("SELECT id FROM centre").fetchone()
        keys_of(connection)
    typer.echo(f"Centre {row[0] if row else ''} is ready.")


@app.command()
def restored() -> None:
    """After a backup was brought back: begin a new life, so that laptops send again what the backup never knew."""
    with opened() as database, database.connection() as connection:
        connection.execute("SELECT sums_anew()")
        connection.execute("UPDATE centre SET epoch = gen_random_uuid()")
    typer.echo("A new life has begun. Laptops read everything again and send what this centre does not know.")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Default: ONEMM_HOST, or this machine only.")] = None,
    port: Annotated[int | None, typer.Option(help="Default: ONEMM_PORT, or 8787; 0 takes a free one.")] = None,
) -> None:
    """Answer laptops until told to stop (Ctrl+C or SIGTERM)."""
    chosen = settings()
    with opened() as database:
        try:
            limits = Limits(pages=chosen.first_syncs)
            run_service(database, host or chosen.host, chosen.port if port is None else port, limits)
        except OSError as error:
            fail(f"Cannot listen there: {error.strerror}.")


def main() -> None:
    """The entry point."""
    app()

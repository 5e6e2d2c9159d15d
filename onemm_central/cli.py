"""``onemm-central``: everything an administrator does, from the command line."""

from __future__ import annotations

import os
import ssl
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from onemm_central.accounts.commands import app as user_app
from onemm_central.audit.commands import app as audit_app
from onemm_central.audit.events import note
from onemm_central.backup.commands import app as backup_app
from onemm_central.backup.new_life import begin
from onemm_central.bundles.commands import app as bundle_app
from onemm_central.bundles.keys import keys_of, rotate
from onemm_central.central import identity_of
from onemm_central.commands import fail, opened, settings
from onemm_central.devices.certifying import certify_anew
from onemm_central.devices.commands import app as device_app
from onemm_central.doctor import doctor
from onemm_central.inbox.commands import app as inbox_app
from onemm_central.records.commands import app as records_app
from onemm_central.retention.commands import app as retention_app
from onemm_central.rights.commands import app as rights_app
from onemm_central.seed.commands import app as seed_app
from onemm_central.serving import NotPrivateError
from onemm_central.serving import serve as run_service
from onemm_central.sync.admission import Limits
from onemm_central.tls import pins_in

app = typer.Typer(help="The central service of 1MM Desktop.", no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(seed_app, name="seed")
app.add_typer(user_app, name="user")
app.add_typer(device_app, name="device")
app.add_typer(records_app, name="record")
app.add_typer(bundle_app, name="bundle")
app.add_typer(inbox_app, name="inbox")
app.add_typer(backup_app, name="backup")
app.add_typer(audit_app, name="audit")
app.add_typer(rights_app, name="rights")
app.add_typer(retention_app, name="retention")
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
        erased = begin(connection, settings().data)
    typer.echo(f"A new life has begun. {erased} records were erased again, as they had been before.")
    typer.echo("Laptops read everything again and send what this centre does not know.")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Default: ONEMM_HOST, or this machine only.")] = None,
    port: Annotated[int | None, typer.Option(help="Default: ONEMM_PORT, or 8787; 0 takes a free one.")] = None,
) -> None:
    """Answer laptops until told to stop (Ctrl+C or SIGTERM)."""
    chosen = settings()
    chosen = replace(chosen, host=host or chosen.host, port=chosen.port if port is None else port)
    # What opens the database is known by now; no child of this process has to know it, too.
    os.environ.pop("ONEMM_DATABASE_URL", None)
    with opened(chosen) as database:
        try:
            run_service(database, chosen, Limits(pages=chosen.first_syncs))
        except NotPrivateError as error:
            fail(str(error))
        except ssl.SSLError:
            fail("ONEMM_TLS_CERTIFICATE and ONEMM_TLS_KEY do not belong together, or are no PEM files.")
        except OSError as error:
            fail(f"Cannot listen there: {error.strerror}.")


keys_app = typer.Typer(help="The centre's own keys.", no_args_is_help=True)
app.add_typer(keys_app, name="keys")


@keys_app.callback()
def keys() -> None:
    """Keep ``rotate`` a word of its own."""


@keys_app.command("rotate")
def rotate_keys() -> None:
    """Make new keys for files and signatures. The old ones sign them, and open what was sealed to them."""
    with opened() as database, database.connection() as connection:
        new = rotate(connection, identity_of(database))
        certify_anew(connection)
        note(connection, "keys_rotated")
    typer.echo(f"Laptops learn of the new keys when they next connect. Sign key: {new.public.sign_key}")


@app.command()
def pin(certificate: Annotated[Path, typer.Argument(help="A certificate in PEM.")]) -> None:
    """Print the pin of a certificate, for ONEMM_PINS: today's and one of a key in reserve."""
    try:
        typer.echo("\n".join(pins_in(certificate)))
    except (OSError, ValueError):
        fail("There is no certificate in this file.")


def main() -> None:
    """The entry point."""
    app()

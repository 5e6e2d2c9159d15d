"""``onemm-central backup …``: the whole centre in one encrypted file, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onemm_central.audit.events import note
from onemm_central.backup import service
from onemm_central.backup.new_life import begin
from onemm_central.backup.service import BackupError
from onemm_central.commands import fail, opened, settings, where

app = typer.Typer(help="The whole centre in one encrypted file, and back.", no_args_is_help=True)


@app.command()
def key() -> None:
    """Make a pair of keys: the public one goes with every backup, the secret one on paper into a safe."""
    pair = service.new_key()
    typer.echo(f"public\t{pair.public}")
    typer.echo(f"secret\t{pair.secret}")


@app.command()
def make(
    file: Annotated[Path, typer.Argument(help="Where to write it.")],
    to: Annotated[list[str], typer.Option(help="A public key that opens it; may be repeated.")],
) -> None:
    """Write a backup. The service may go on meanwhile."""
    with opened() as database:
        try:
            size = service.make(database.url, file, to)
        except BackupError as error:
            fail(str(error))
        with database.connection() as connection:
            note(connection, "backup_made", bytes=size)
    typer.echo(f"{file}: {size:,} bytes.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    key_file: Annotated[Path | None, typer.Option(help="A file with the secret key. Default: it is asked for.")] = None,
) -> None:
    """Bring a backup back into an empty database, and begin a new life: laptops send again what it never knew."""
    secret = _secret(key_file)
    with where(settings()) as url:
        try:
            service.bring_back(url, file, secret)
        except BackupError as error:
            fail(str(error))
    with opened() as database, database.connection() as connection:
        erased = begin(connection, settings().data)
    typer.echo(f"The backup is back, and a new life has begun. {erased} records were erased again, as they had been.")


def _secret(file: Path | None) -> str:
    """The secret key; never from the command line or the environment, where others could read it."""
    if file is None:
        return str(typer.prompt("Secret key", hide_input=True)) if sys.stdin.isatty() else sys.stdin.readline()
    try:
        lines = file.read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        fail("The file with the key cannot be read.")
    return next((word for word in lines if word.startswith("AGE-SECRET-KEY-")), "")

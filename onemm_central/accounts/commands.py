"""``onemm-central user …``: who may sign in, and what they are in which region."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated, Any, NoReturn, get_args

import psycopg
import typer
from psycopg.errors import UniqueViolation

from onemm_central.accounts import service
from onemm_central.accounts.passwords import WeakPasswordError
from onemm_central.commands import fail, opened
from onemm_wire.partitions import ROLES, Role

app = typer.Typer(help="People who may sign in.", no_args_is_help=True)

Region = Annotated[str, typer.Option(help="A region's code, such as LDN.")]
RoleName = Annotated[str, typer.Option(help=f"One of: {', '.join(get_args(Role))}.")]
Partner = Annotated[str | None, typer.Option(help="A coordinator's partner, by its id.")]


@app.command()
def add(
    email: str,
    name: Annotated[str, typer.Option(help="As it is shown to colleagues.")],
    region: Region,
    role: RoleName,
    partner: Partner = None,
) -> None:
    """Make an account, or give the person who has it a role in a further region. Asks for the password."""
    checked = role_called(role)
    password = typed_password()
    with opened() as database, database.connection() as connection:
        try:
            with connection.transaction():
                account_id = service.add_account(connection, email=email, name=name, password=password)
        except WeakPasswordError as weak:
            fail(str(weak))
        except UniqueViolation:
            account_id = account_called(connection, email)
            typer.echo(f"{email} has an account already; its password stays as it is.")
        service.give_role(connection, account_id, region=region, role=checked, partner_id=partner)
    typer.echo(f"{email} is {role} in {region}.")


@app.command("list")
def list_accounts() -> None:
    """Everyone, with their roles."""
    with opened() as database, database.connection() as connection:
        for account in service.accounts(connection):
            shut = "" if account.disabled_at is None else f"\tshut on {account.disabled_at:%d %b %Y}"
            typer.echo(f"{account.email}\t{account.name}\t{account.roles}{shut}")


@app.command()
def role(email: str, region: Region, role: RoleName, partner: Partner = None) -> None:
    """Let somebody be this in a region, in place of what they were there. Their laptops follow at their next sync."""
    checked = role_called(role)
    with opened() as database, database.connection() as connection:
        account_id = account_called(connection, email)
        service.give_role(connection, account_id, region=region, role=checked, partner_id=partner)
    typer.echo(f"{email} is {role} in {region}.")


@app.command("no-role")
def no_role(email: str, region: Region) -> None:
    """Let somebody be nothing in a region any more. Their laptops there let go of its records at their next sync."""
    with opened() as database, database.connection() as connection:
        if not service.take_role(connection, account_called(connection, email), region=region):
            fail(f"{email} has no role in {region}.")
    typer.echo(f"{email} is nothing in {region}.")


@app.command()
def disable(email: str) -> None:
    """Shut an account, for somebody who has left: no sign-in, and none of their laptops gets anything any more."""
    with opened() as database, database.connection() as connection:
        if not service.disable(connection, account_called(connection, email), datetime.now(UTC)):
            fail(f"The account of {email} is shut already.")
    typer.echo(f"The account of {email} is shut. Its laptops keep what they hold: revoke them, too.")


@app.command()
def enable(email: str) -> None:
    """Open a shut account again."""
    with opened() as database, database.connection() as connection:
        if not service.enable(connection, account_called(connection, email)):
            fail(f"The account of {email} is open.")
    typer.echo(f"{email} may sign in again.")


@app.command()
def unlock(email: str) -> None:
    """Let somebody sign in at once who has to wait after too many wrong passwords or codes."""
    with opened() as database, database.connection() as connection:
        failures = service.unlock(connection, email)
    typer.echo(f"{failures} failures of {email} are forgotten.")


@app.command()
def password(email: str) -> None:
    """Give somebody a new password. Asks for it."""
    new = typed_password()
    with opened() as database, database.connection() as connection:
        try:
            known = service.set_password(connection, email, new)
        except WeakPasswordError as weak:
            fail(str(weak))
        if not known:
            nobody(email)
    typer.echo(f"{email} has a new password.")


def typed_password() -> str:
    """A password from the keyboard, twice, or from standard input.

    Never from the command line or the environment: others on the machine can read those, and children inherit them.
    """
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


def role_called(word: str) -> Role:
    """The role of this name, or one sentence."""
    return next((role for role in ROLES if role == word), None) or fail(
        f"There is no role {word}; there are {', '.join(ROLES)}."
    )


def account_called(connection: psycopg.Connection[Any], email: str) -> str:
    """The id behind an e-mail address, or one sentence."""
    return service.account_of(connection, email) or nobody(email)


def nobody(email: str) -> NoReturn:
    """Say that there is no such account."""
    fail(f"There is no account for {email}.")

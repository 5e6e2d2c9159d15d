"""``onemm-central user …``: who may sign in."""

from __future__ import annotations

from typing import Annotated, get_args

import typer
from psycopg.errors import UniqueViolation

from onemm_central.accounts import service
from onemm_central.commands import fail, opened
from onemm_wire.partitions import Role

app = typer.Typer(help="People who may sign in.", no_args_is_help=True)

Password = Annotated[
    str,
    typer.Option(envvar="ONEMM_PASSWORD", prompt=True, hide_input=True, confirmation_prompt=True, show_envvar=True),
]


@app.command()
def add(
    email: str,
    name: Annotated[str, typer.Option(help="As it is shown to colleagues.")],
    region: Annotated[str, typer.Option(help="A region's code, such as LDN.")],
    role: Annotated[str, typer.Option(help=f"One of: {', '.join(get_args(Role))}.")],
    password: Password,
    partner: Annotated[str | None, typer.Option(help="A coordinator's partner, by its id.")] = None,
) -> None:
    """Make an account, or give the person who has it a role in a further region."""
    roles = {word: word for word in get_args(Role)}
    if role not in roles:
        fail(f"There is no role {role}; there are {', '.join(roles)}.")
    with opened() as database, database.connection() as connection:
        try:
            with connection.transaction():
                account_id = service.add_account(connection, email=email, name=name, password=password)
        except UniqueViolation:
            account_id = service.account_of(connection, email) or fail("The account has just been removed.")
            typer.echo(f"{email} has an account already; its password stays as it is.")
        service.give_role(connection, account_id, region=region, role=roles[role], partner_id=partner)
    typer.echo(f"{email} is {role} in {region}.")


@app.command("list")
def list_accounts() -> None:
    """Everyone, with their roles."""
    with opened() as database, database.connection() as connection:
        for account in service.accounts(connection):
            typer.echo(f"{account.email}\t{account.name}\t{account.roles}")


@app.command()
def password(email: str, password: Password) -> None:
    """Give somebody a new password."""
    with opened() as database, database.connection() as connection:
        if not service.set_password(connection, email, password):
            fail(f"There is no account for {email}.")
    typer.echo(f"{email} has a new password.")

"""``onemm-central device rules`` and ``device unlock-code``: how laptops are kept, and opening a sealed one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from getpass import getuser
from typing import Annotated, get_args

import msgspec
import typer

from onemm_central.commands import fail, opened
from onemm_central.devices import unlocking
from onemm_central.records.service import put_many
from onemm_central.tokens import new_id
from onemm_wire import partitions
from onemm_wire.records import DevicePolicy
from onemm_wire.records.devices import Unlock


def rules(
    unlock: Annotated[str, typer.Option(help=f"The least that opens: {', '.join(get_args(Unlock))}.")],
    region: Annotated[str, typer.Option(help="A region's code, such as LDN. Default: all regions.")] = "",
    lock_after: Annotated[int, typer.Option(help="Minutes without a key or a click; 0: never.")] = 15,
    pin_digits: Annotated[int, typer.Option(help="The fewest digits of a PIN.")] = 6,
    lease: Annotated[int, typer.Option(help="Days without the centre after which records stay locked.")] = 21,
    valid_from: Annotated[str, typer.Option(help="YYYY-MM-DD. Default: today.")] = "",
) -> None:
    """Lay down rules for laptops; each follows them from its next synchronisation on. Older rules stay on record."""
    now = datetime.now(UTC)
    try:
        day = date.fromisoformat(valid_from) if valid_from else now.date()
        asked = {
            "id": new_id(now), "region": region, "valid_from": day, "unlock": unlock, "pin_digits": pin_digits,
            "lock_after_minutes": lock_after, "lease_days": lease,
        }  # fmt: skip
        policy = msgspec.convert(asked, DevicePolicy)
    except (ValueError, msgspec.ValidationError) as error:
        fail(f"These are no rules: {error}.")
    with opened() as database, database.connection() as connection:
        put_many(connection, partitions.NATIONAL, [policy], author=getuser())
    where = region or "all regions"
    typer.echo(f"Laptops of {where}, from {day:%d %b %Y}: {unlock}, locked after {lock_after} min, {lease} days alone.")


def unlock_code(
    number: Annotated[str, typer.Argument(help="The laptop's number, as its screen and the list of devices show it.")],
    question: Annotated[str, typer.Argument(help="The eight letters on its screen.")],
) -> None:
    """Print the answer that opens a laptop once, to be read out to its person. Make sure who is calling."""
    with opened() as database, database.connection() as connection:
        answered = unlocking.answer(connection, number, question)
    match answered:
        case unlocking.Answered(name=name, email=email, answer=answer):
            typer.echo(f"{name} ({email}): {answer}")
        case unlocking.Unanswered.UNKNOWN:
            fail(f"There is no laptop {number}.")
        case unlocking.Unanswered.REVOKED:
            fail("This laptop is shut out. Its records are not to be opened again.")
        case unlocking.Unanswered.NOT_ITS_QUESTION:
            fail("This is not a question of that laptop. Compare the eight letters, and its number.")

"""Demo accounts: for every region with a pilot, one person of each role, to try the program with.

They exist so that a fresh centre can be signed in to. Their password stands in the documentation: a centre that is
seeded must never hold real people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg

from onemm_central.accounts.service import account_of, add_account, give_role
from onemm_central.seed import figures
from onemm_central.seed.figures import RegionLine, Team
from onemm_wire.partitions import Role
from onemm_wire.records import Partner

#: The demo password unless another one is given.
PASSWORD = "one-hour-a-month"  # noqa: S105  (documented; guards invented people)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody to sign in as. ``partner`` is the name of a coordinator's partner."""

    email: str
    name: str
    region: str
    role: Role
    partner: str = ""


def demo_accounts(regions: Iterable[str]) -> list[DemoAccount]:
    """The demo accounts of some regions, by code."""
    wanted = set(regions)
    return [
        account
        for line in figures.regions()
        if line.code in wanted and line.team is not None
        for account in _of(line, line.team)
    ]


def _of(line: RegionLine, team: Team) -> Iterator[DemoAccount]:
    at = f"{line.city.lower().replace(' ', '')}@example.org"
    yield DemoAccount(f"trainer.{at}", team.trainer, line.code, "trainer")
    yield DemoAccount(f"coordinator.{at}", team.coordinator, line.code, "coordinator", team.coordinator_of)
    yield DemoAccount(f"staff.{at}", team.staff, line.code, "staff")
    yield DemoAccount(f"manager.{at}", team.regional_manager, line.code, "regional_manager")
    yield DemoAccount(f"safeguarding.{at}", team.safeguarding_lead, line.code, "safeguarding_lead")


def add_demo_accounts(
    connection: psycopg.Connection[Any], accounts: list[DemoAccount], partners: dict[str, list[Partner]], password: str
) -> None:
    """Make the accounts that are not there yet, and give everyone their role; ``partners`` are those of each region."""
    for account in accounts:
        account_id = account_of(connection, account.email)
        if account_id is None:
            account_id = add_account(connection, email=account.email, name=account.name, password=password)
        own = next((partner.id for partner in partners[account.region] if partner.name == account.partner), None)
        give_role(connection, account_id, region=account.region, role=account.role, partner_id=own)

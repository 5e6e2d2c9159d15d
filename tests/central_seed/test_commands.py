"""``onemm-central seed pilot`` on a real PostgreSQL: whole or not at all, once and no more."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner, Result

from onemm_central.accounts.service import sign_in
from onemm_central.cli import app
from onemm_central.database import Database
from onemm_central.seed.accounts import PASSWORD, demo_accounts
from onemm_wire.protocol import SignIn
from tests.central_seed.whole_pilot import DAY, Pilot


class Office:
    """An administrator at the command line of one centre."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def seed(self, *options: str) -> Result:
        """Type the command."""
        return CliRunner().invoke(app, ["seed", "pilot", *options], env={"ONEMM_DATABASE_URL": self.database.url})

    def kept(self) -> dict[tuple[str, str], int]:
        """How many records of each kind each partition holds."""
        with self.database.connection() as connection:
            cursor = connection.execute("SELECT partition, kind, count(*) FROM record GROUP BY 1, 2")
            return {(partition, kind): count for partition, kind, count in cursor}


@pytest.fixture
def office(centre_database: Database) -> Office:
    """A fresh centre."""
    return Office(centre_database)


def test_a_fresh_centre_holds_the_whole_pilot_afterwards(office: Office, whole: Pilot) -> None:
    result = office.seed("--today", DAY.isoformat())
    assert result.exit_code == 0, result.output
    assert office.kept() == Counter((partition, record.kind) for partition, record in whole.placed)


def test_it_says_what_it_wrote_and_whom_to_sign_in_as(office: Office) -> None:
    told = office.seed("--today", DAY.isoformat()).output
    london = next(line for line in told.splitlines() if line.startswith("LDN")).split()
    assert london[1:4] == ["217", "92", "7"]
    assert "trainer.london@example.org" in told
    assert PASSWORD in told


def test_everyone_of_the_demo_can_sign_in_as_what_they_are(office: Office) -> None:
    office.seed("--region", "CDF", "--password", "pa55word of our own")
    for account in demo_accounts(["CDF"]):
        with office.database.connection() as connection:
            signed_in = sign_in(
                connection, SignIn(email=account.email, password="pa55word of our own"), datetime.now(UTC)
            )
        assert signed_in.name == account.name
        assert [(region.code, region.name, region.role) for region in signed_in.regions] == [
            ("CDF", "Cardiff", account.role)
        ]


def test_a_coordinator_has_their_own_partner(office: Office) -> None:
    office.seed("--region", "CDF")
    with office.database.connection() as connection:
        row = connection.execute(
            "SELECT data ->> 'name' FROM role JOIN record ON record.id = partner_id WHERE role = 'coordinator'"
        ).fetchone()
    assert row == ("Cardiff & Vale College",)


def test_a_region_that_holds_mentors_is_left_as_it_is(office: Office) -> None:
    office.seed("--region", "MCR", "--seed", "1")
    before = office.kept()
    again = office.seed("--seed", "2")
    assert again.exit_code == 1
    assert again.output.strip() == (
        "Region MCR already holds mentors: nothing was written. Seed an empty centre instead."
    )
    assert office.kept() == before


def test_regions_can_be_seeded_one_by_one(office: Office) -> None:
    for region, seed in (("LDN", "1"), ("CDF", "2")):
        assert office.seed("--region", region, "--seed", seed).exit_code == 0
    assert office.kept()["national", "region"] == 4


def test_a_region_without_a_pilot_is_refused_in_a_sentence(office: Office) -> None:
    refused = office.seed("--region", "WMD")
    assert refused.exit_code == 1
    assert refused.output.strip() == "There was no pilot in WMD. Regions with one: LDN, MCR, CDF."
    assert office.kept() == {}


def test_a_failure_half_way_leaves_nothing(office: Office) -> None:
    with office.database.connection() as connection:
        connection.execute("ALTER TABLE account ADD CONSTRAINT no_trainers CHECK (email NOT LIKE 'trainer%')")
    assert office.seed("--region", "CDF").exit_code != 0
    assert office.kept() == {}

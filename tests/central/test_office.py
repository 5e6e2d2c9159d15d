"""The office's day at the command line: people, their roles and laptops, and the book of what happened at the door."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from typer.testing import CliRunner

from onemm_central.cli import app
from onemm_central.devices.codes import read_code
from tests.central_service import Centre

RHIAN = "rhian@example.org"
PASSWORD = "violet umbrella seven"
Office = Callable[..., str]


@pytest.fixture
def office(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Runs a command in this process, on the centre's database; answers what it printed, errors included."""
    monkeypatch.setenv("ONEMM_DATABASE_URL", centre.database.url)

    def run(*words: str, status: int = 0, typed: str = PASSWORD) -> str:
        ended = CliRunner().invoke(app, list(words), input=typed + "\n")
        assert ended.exit_code == status, ended.output
        return ended.output

    return run


def test_somebody_comes_changes_and_leaves(centre: Centre, office: Office) -> None:
    made = office("user", "add", RHIAN, "--name", "Rhian Prys", "--region", "LDN", "--role", "trainer")
    assert made == f"{RHIAN} is trainer in LDN.\n"
    laptop = centre.enrol(RHIAN)
    pull = {"cursor": {"epoch": laptop["epoch"], "seqs": {}}}
    office("user", "role", RHIAN, "--region", "LDN", "--role", "staff")
    assert centre.sql("SELECT role FROM role") == [("staff",)]
    assert "is shut" in office("user", "disable", RHIAN)
    assert centre.post("/sync/pull", pull, token=laptop["token"]).json()["code"] == "not_allowed"
    assert centre.post("/sign-in", {"email": RHIAN, "password": PASSWORD}).json()["code"] == "wrong_password"
    assert "shut already" in office("user", "disable", RHIAN, status=1)
    assert "\tshut on " in office("user", "list")
    office("user", "enable", RHIAN)
    assert "is open" in office("user", "enable", RHIAN, status=1)
    assert centre.post("/sync/pull", pull, token=laptop["token"]).ok
    assert "nothing in LDN" in office("user", "no-role", RHIAN, "--region", "LDN")
    assert "no role in LDN" in office("user", "no-role", RHIAN, "--region", "LDN", status=1)
    assert centre.post("/sync/pull", pull, token=laptop["token"]).json()["code"] == "not_allowed"
    lines = [json.loads(line) for line in office("audit", "search", "--email", RHIAN, "--json").splitlines()]
    assert [line["what"] for line in reversed(lines)] == [
        "account_made", "role_given", "device_invited", "enrolled", "role_given", "account_disabled",
        "sign_in_refused", "account_enabled", "role_taken",
    ]  # fmt: skip


def test_passwords_are_judged_and_never_on_the_command_line(centre: Centre, office: Office) -> None:
    words = ("user", "add", RHIAN, "--name", "Rhian", "--region", "LDN", "--role", "staff")
    assert "at least 15 characters" in office(*words, status=1, typed="hunter2")
    assert centre.sql("SELECT count(*) FROM account") == [(0,)]
    assert "No such option" in office(*words, "--password", PASSWORD, status=2)
    office(*words)
    assert "soon guessed" in office("user", "password", RHIAN, status=1, typed="rhianrhianrhianrhian")
    office("user", "password", RHIAN, typed="orange tractor eleven")
    assert centre.post("/sign-in", {"email": RHIAN, "password": "orange tractor eleven"}).ok
    assert office("user", "unlock", RHIAN) == f"0 failures of {RHIAN} are forgotten.\n"


def test_an_invitation_is_typed_or_scanned_and_may_bring_a_role(centre: Centre, office: Office, tmp_path: Path) -> None:
    centre.add_user(RHIAN, region=None)
    assert "has no role in LDN" in office("device", "invite", RHIAN, "--region", "LDN", status=1)
    picture = tmp_path / "code.png"
    said = office(
        "device", "invite", RHIAN, "--region", "LDN", "--role", "trainer", "--days", "2", "--qr", "--png", str(picture)
    )
    code = said.splitlines()[0]
    assert read_code(code)
    assert len(said.splitlines()) > 10
    (scanned,) = zxingcpp.read_barcodes(Image.open(picture))
    assert scanned.text == code
    assert centre.sql("SELECT role, expires_at < now() + interval '49 hours' FROM role, invitation") == [
        ("trainer", True)
    ]
    unwritable = str(tmp_path / "none" / "code.png")
    assert "cannot be written" in office("device", "invite", RHIAN, "--region", "LDN", "--png", unwritable, status=1)


def test_laptops_are_named_and_shut_out(centre: Centre, office: Office) -> None:
    centre.add_user(RHIAN)
    laptop = centre.enrol(RHIAN)["device_id"]
    office("device", "rename", laptop, "Sticker 12")
    assert "\tSticker 12\trhian@example.org\tLDN\tlast seen " in office("device", "list")
    assert "no device" in office("device", "rename", "nobody", "X", status=1)
    office("device", "revoke", laptop)
    assert office("device", "list").endswith("\trevoked\n")
    searched = office("audit", "search", "--device", laptop, "--what", "device_revoked", "--since", "2026-01-01")
    assert searched.split("\t")[1:] == ["device_revoked", "-", laptop, "-\n"] or searched.rstrip().endswith("-")
    assert "Nothing is called x" in office("audit", "search", "--what", "x", status=1)

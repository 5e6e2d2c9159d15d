"""Rules for laptops reach every laptop, and a sealed one is opened by telephone unless it was shut out."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from typer.testing import CliRunner

from onemm_central import cli
from onemm_central.bundles.keys import keys_of
from onemm_central.devices import keeping
from onemm_wire import recovery
from onemm_wire.bundle import public_seal_key, public_sign_key
from tests.central.laptops import Laptop
from tests.central_service import Centre

EMAIL = "rhian@1mm.example"
KEY = secrets.token_bytes(32)


@pytest.fixture
def laptop(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """A laptop whose private key the test knows; the commands use the test's own centre."""

    @contextmanager
    def opened() -> Iterator[object]:
        yield centre.database

    monkeypatch.setattr(keeping, "opened", opened)
    centre.add_user(EMAIL, role="trainer")
    laptop = Laptop(centre, EMAIL)
    public = public_sign_key(KEY)
    centre.sql("UPDATE device SET public_key = %s WHERE id = %s", public, laptop.enrolled["device_id"])
    return laptop


def wrapping(laptop: Laptop) -> recovery.Wrapping:
    with laptop.centre.database.connection() as connection:
        centre = public_seal_key(keys_of(connection).seal)
    return recovery.wrapping(KEY, centre, laptop.enrolled["device_id"], secrets.token_bytes)


def said(*words: str, status: int = 0) -> str:
    ended = CliRunner().invoke(cli.app, ["device", *words])
    assert ended.exit_code == status, ended.output
    return ended.output


def test_the_answer_to_its_question_opens_a_sealed_laptop(laptop: Laptop) -> None:
    wrapped = wrapping(laptop)
    whose, _, answer = said("unlock-code", str(laptop.enrolled["block"]), wrapped.question).strip().rpartition(": ")
    assert recovery.read_answer(answer) == wrapped.key
    assert EMAIL in whose, "the administrator is told who must be at the other end"


@pytest.mark.parametrize(("number", "sentence"), [("99", "no laptop 99"), ("", "no laptop")])
def test_an_unknown_laptop_is_said_to_be_unknown(laptop: Laptop, number: str, sentence: str) -> None:
    assert sentence in said("unlock-code", number, wrapping(laptop).question, status=1)


def test_a_misread_question_gets_no_answer(laptop: Laptop) -> None:
    assert "Compare the eight letters" in said("unlock-code", str(laptop.enrolled["block"]), "7K3M-9QRT", status=1)


def test_a_laptop_that_was_shut_out_is_not_opened(laptop: Laptop) -> None:
    question = wrapping(laptop).question
    laptop.centre.revoke(laptop.enrolled["device_id"])
    assert "shut out" in said("unlock-code", str(laptop.enrolled["block"]), question, status=1)


def test_rules_travel_to_laptops(laptop: Laptop) -> None:
    assert "pin, locked after 5 min" in said("rules", "--unlock", "pin", "--region", "LDN", "--lock-after", "5")
    _, lines = laptop.page("national", kinds=["device_policy"])
    (policy,) = [data for kind, _, _, data in lines if kind == "device_policy"]
    assert (policy["unlock"], policy["region"], policy["lock_after_minutes"], policy["lease_days"]) == (
        *("pin", "LDN", 5, 21),
    )


@pytest.mark.parametrize(
    "words", [("--unlock", "magic"), ("--unlock", "pin", "--pin-digits", "4"), ("--unlock", "pin", "--valid-from", "x")]
)
def test_rules_that_are_none_are_refused(laptop: Laptop, words: tuple[str, ...]) -> None:
    assert "no rules" in said("rules", *words, status=1)


def test_a_laptop_lays_down_no_rules(laptop: Laptop) -> None:
    op = laptop.op("create", kind="device_policy", partition="national", fields={"valid_from": "2026-01-01"})
    assert laptop.statuses(op)[0].startswith("rejected")
    assert laptop.centre.records("device_policy") == {}

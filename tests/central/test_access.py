"""Access tokens: short, for the device that shows its key, and for nobody who copied a message of it."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from onemm_central.accounts import service as accounts
from onemm_central.devices import access, service
from onemm_central.devices.access import CHALLENGE_LIFE, OLD_TOKEN_LIFE, TOKEN_LIFE
from onemm_central.devices.callers import caller_of
from onemm_central.refusals import Refused
from onemm_wire import bundle, proof
from onemm_wire.protocol import Enrol, KeyAsked, TokenAsked, TokenGranted
from tests.central.laptops import LONDON
from tests.central_service import Centre

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
KEY = bytes(range(32))
NEW_KEY = bytes(range(1, 33))
RHIAN = "rhian@example.org"


def public(key: bytes) -> str:
    return base64.b64encode(Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()).decode()


class Device:
    """A laptop that shows its key, at a centre whose clock the test holds."""

    def __init__(self, centre: Centre, *, proves: bool = True) -> None:
        self.centre = centre
        self.key = KEY
        with centre.database.connection() as connection:
            account_id = accounts.account_of(connection, RHIAN) or ""
            token = accounts.new_pass(connection, account_id, NOW)
            asked = Enrol(
                code=service.invite(connection, account_id, region="LDN", now=NOW), region="LDN", device_name="Desk",
                platform="Linux", app_version="0.1.0", public_key=public(KEY),
                proof=proof.sign(KEY, "enrol", token, public(KEY)) if proves else "",
            )  # fmt: skip
            self.enrolled = service.enrol(connection, token, asked, NOW)
        self.id, self.token = self.enrolled.device_id, self.enrolled.token

    def challenge(self, now: datetime = NOW) -> str:
        with self.centre.database.connection() as connection:
            return access.challenge(connection, now)

    def ask(self, challenge: str, now: datetime = NOW, **other: Any) -> TokenGranted:
        """Ask for a token; ``other`` replaces what is sent or signed."""
        words = (other.get("centre", self.enrolled.centre), other.get("device", self.id), challenge)
        signature = (
            other["signature"] if "signature" in other else proof.sign(other.get("key", self.key), "token", *words)
        )
        asked = TokenAsked(device=other.get("device", self.id), challenge=challenge, signature=signature)
        with self.centre.database.connection() as connection:
            return access.grant(connection, self.enrolled.centre, asked, now)

    def rekey(self, challenge: str, new_key: bytes = NEW_KEY, *, also_signed_by: bytes = NEW_KEY) -> str:
        words = (self.enrolled.centre, self.id, challenge, public(new_key))
        asked = KeyAsked(
            device=self.id, challenge=challenge, public_key=public(new_key),
            signature=proof.sign(self.key, "rekey", *words), new_signature=proof.sign(also_signed_by, "rekey", *words),
        )  # fmt: skip
        with self.centre.database.connection() as connection:
            new = service.public_key_of(asked.public_key)
            kept = access.rekey(connection, self.enrolled.centre, asked, new, NOW)
        self.key = new_key
        return kept.challenge

    def knocks(self, token: str, now: datetime = NOW) -> str:
        """What a route of devices says to this token."""
        with self.centre.database.connection() as connection:
            try:
                return caller_of(connection, token, now).device_id
            except Refused as refused:
                return refused.code.value


@pytest.fixture
def staffed(centre: Centre) -> Centre:
    centre.add_user(RHIAN)
    return centre


@pytest.fixture
def device(staffed: Centre) -> Device:
    return Device(staffed)


def refused(code: str) -> Any:
    return pytest.raises(Refused, match=rf"^{code}$")


def test_a_token_is_good_for_a_quarter_of_an_hour_and_the_next_for_as_long(device: Device) -> None:
    assert device.knocks(device.token) == device.id
    later = NOW + TOKEN_LIFE
    assert device.knocks(device.token, later) == "signed_out"
    granted = device.ask(device.challenge(), later)
    assert device.knocks(granted.token, later) == device.id
    assert device.knocks(device.ask(granted.challenge, later + TOKEN_LIFE).token, later + TOKEN_LIFE) == device.id


def test_the_centre_keeps_no_token_and_clears_away_those_that_are_over(device: Device) -> None:
    granted = device.ask(device.challenge(), NOW + TOKEN_LIFE)
    kept = device.centre.sql("SELECT * FROM access_token")
    assert len(kept) == 1
    assert granted.token not in str(kept)


def test_a_statement_is_good_for_one_token(device: Device) -> None:
    """Whoever copied it on its way gets nothing for it."""
    challenge = device.challenge()
    device.ask(challenge)
    with refused("stale_challenge") as again:
        device.ask(challenge)
    assert device.ask(again.value.values["challenge"]).token


def test_statements_count_in_the_order_of_their_challenges(device: Device) -> None:
    first, second = device.challenge(), device.challenge(NOW + timedelta(seconds=1))
    device.ask(second, NOW + timedelta(seconds=1))
    with refused("stale_challenge"):
        device.ask(first, NOW + timedelta(seconds=1))


@pytest.mark.parametrize("age", [CHALLENGE_LIFE, timedelta(days=400), timedelta(days=-400)])
def test_a_challenge_lasts_an_hour_by_the_centre_s_clock(device: Device, age: timedelta) -> None:
    """The laptop's clock is not asked: it may be wrong by years."""
    with refused("stale_challenge"):
        device.ask(device.challenge(NOW - age))


def test_a_centre_whose_clock_is_set_back_shuts_nobody_out(device: Device) -> None:
    device.ask(device.challenge())
    earlier = NOW - timedelta(seconds=30)
    with refused("stale_challenge") as again:
        device.ask(device.challenge(earlier), earlier)
    granted = device.ask(again.value.values["challenge"], earlier)
    assert device.ask(granted.challenge, earlier).token


def test_only_the_centre_makes_challenges(device: Device) -> None:
    real = base64.urlsafe_b64decode(device.challenge())
    forged = base64.urlsafe_b64encode(real[:-1] + bytes([real[-1] ^ 1])).decode()
    other = base64.urlsafe_b64encode(bytes(7) + b"\xff" + real[8:]).decode()
    for challenge in (forged, other, "", "AAAA", "é", real.hex()):
        with refused("stale_challenge"):
            device.ask(challenge)


@pytest.mark.parametrize(
    "other",
    [
        {"key": NEW_KEY},
        {"signature": ""},
        {"signature": base64.b64encode(bytes(64)).decode()},
        {"centre": "another centre"},
        {"device": "nobody"},
        {"device": "no\nbody", "signature": "x"},
    ],
)
def test_who_cannot_show_the_key_is_nobody(device: Device, other: dict[str, Any]) -> None:
    with refused("signed_out"):
        device.ask(device.challenge(), **other)


def test_a_revoked_device_is_told_so_here_too_but_nobody_else_is(device: Device) -> None:
    device.centre.revoke(device.id)
    assert device.knocks(device.token) == "revoked"
    with refused("revoked"):
        device.ask(device.challenge())
    with refused("signed_out"):
        device.ask(device.challenge(), key=NEW_KEY)


def test_a_token_of_a_former_program_lasts_until_it_can_show_its_key_and_ninety_days_at_most(staffed: Centre) -> None:
    old = Device(staffed, proves=False)
    assert old.knocks(old.token, NOW + OLD_TOKEN_LIFE - timedelta(seconds=1)) == old.id
    assert old.knocks(old.token, NOW + OLD_TOKEN_LIFE) == "signed_out"
    granted = old.ask(old.challenge())
    assert old.knocks(granted.token) == old.id
    assert old.knocks(old.token) == "signed_out"


def test_a_key_that_one_cannot_show_is_not_enrolled(staffed: Centre) -> None:
    with staffed.database.connection() as connection:
        account_id = accounts.account_of(connection, RHIAN) or ""
        token = accounts.new_pass(connection, account_id, NOW)
        asked = Enrol(
            code=service.invite(connection, account_id, region="LDN", now=NOW), region="LDN", device_name="Desk",
            platform="Linux", app_version="0.1.0", public_key=public(KEY),
            proof=proof.sign(NEW_KEY, "enrol", token, public(KEY)),
        )  # fmt: skip
        with refused("bad_request"):
            service.enrol(connection, token, asked, NOW)


# --- a new key -------------------------------------------------------------------------------------------------------


def test_the_old_key_names_the_new_and_opens_nothing_any_more(device: Device) -> None:
    challenge = device.rekey(device.challenge())
    assert device.knocks(device.token) == "signed_out"
    with refused("signed_out"):
        device.ask(challenge, key=KEY)
    assert device.knocks(device.ask(challenge).token) == device.id


def test_an_answer_about_a_new_key_that_was_lost_may_be_asked_for_again(device: Device) -> None:
    challenge = device.rekey(device.challenge())
    # The laptop never heard of it and asks with its old key, then with the new one.
    device.key = KEY
    with refused("signed_out"):
        device.rekey(challenge)
    device.key = NEW_KEY
    device.rekey(challenge)
    assert device.centre.sql("SELECT count(*) FROM former_device_key") == [(1,)]


def test_nobody_names_a_key_that_they_do_not_hold(device: Device) -> None:
    with refused("signed_out"):
        device.rekey(device.challenge(), also_signed_by=KEY)


def test_files_that_a_device_signed_before_it_changed_its_key_are_still_its_own(device: Device) -> None:
    device.rekey(device.challenge())
    with device.centre.database.connection() as connection:
        known = access.signers(connection, device.id)
        assert access.signers(connection, "nobody") == []
    assert known == [bundle.public_sign_key(NEW_KEY), bundle.public_sign_key(KEY)]


# --- over HTTP -------------------------------------------------------------------------------------------------------


def test_from_hello_to_records_over_http(device: Device) -> None:
    hello = device.centre.get("/healthz").json()
    statement = proof.sign(KEY, "token", hello["centre"], device.id, hello["challenge"])
    asked = {"device": device.id, "challenge": hello["challenge"], "signature": statement}
    granted = device.centre.post("/devices/token", asked)
    assert granted.json()["seconds"] == 900
    pull = {"cursor": {"epoch": device.enrolled.epoch, "seqs": {LONDON: 0}}}
    assert device.centre.post("/sync/pull", pull, token=granted.json()["token"]).ok
    assert device.centre.post("/devices/token", asked).json()["code"] == "stale_challenge"

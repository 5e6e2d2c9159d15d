"""Who gets in: passwords, codes, tokens, and the way out again."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm_central.accounts import service as accounts
from onemm_central.accounts.service import FAILURE_WINDOW, MAX_FAILURES, PASS_LIFE
from onemm_central.devices import service as devices
from onemm_central.devices.codes import ALPHABET, check, new_code, read_code
from onemm_central.devices.service import CODE_LIFE
from onemm_central.refusals import Refused
from onemm_wire.protocol import Enrol, Enrolled, SignedIn, SignIn
from onemm_wire.records import Partner, Region
from tests.central.laptops import LONDON, Laptop
from tests.central_service import PASSWORD, Centre

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
RHIAN = "rhian@example.org"
KEY = base64.b64encode(bytes(32)).decode()
OTHER_KEY = base64.b64encode(bytes([1] * 32)).decode()


@pytest.fixture
def staffed(centre: Centre) -> Centre:
    centre.add_user(RHIAN, name="Rhian Prys", role="staff")
    return centre


def sign_in(centre: Centre, email: str = RHIAN, password: str = PASSWORD, now: datetime = NOW) -> SignedIn:
    with centre.database.connection() as connection:
        return accounts.sign_in(connection, SignIn(email=email, password=password), now)


def invited(centre: Centre, region: str = "LDN") -> str:
    with centre.database.connection() as connection:
        account_id = accounts.account_of(connection, RHIAN) or ""
        return devices.invite(connection, account_id, region=region, now=NOW)


def enrol(
    centre: Centre, token: str, code: str, *, now: datetime = NOW, region: str = "LDN", key: str = KEY
) -> Enrolled:
    asked = Enrol(code=code, region=region, device_name="Desk 1", platform="Linux", app_version="0.1.0", public_key=key)
    with centre.database.connection() as connection:
        return devices.enrol(connection, token, asked, now)


def refused(code: str) -> Any:
    return pytest.raises(Refused, match=f"^{code}$")


# --- passwords -------------------------------------------------------------------------------------------------------


def test_the_right_password_shows_the_persons_regions_by_name(staffed: Centre) -> None:
    staffed.put("national", Region(id="r1", code="LDN", name="London", nation="england"))
    signed_in = sign_in(staffed, email="  RHIAN@example.org ")
    assert signed_in.name == "Rhian Prys"
    assert [(region.code, region.name, region.role) for region in signed_in.regions] == [("LDN", "London", "staff")]


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(staffed: Centre) -> None:
    answers = [
        staffed.post("/sign-in", {"email": email, "password": "guess"}) for email in (RHIAN, "nobody@example.org")
    ]
    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (401, {"code": "wrong_password", "values": {}, "retry_after": None})
    ] * 2


def test_passwords_and_tokens_are_kept_as_hashes_only(staffed: Centre) -> None:
    signed_in = sign_in(staffed)
    code = invited(staffed)
    enrolled = enrol(staffed, signed_in.token, code)
    kept = str([staffed.sql(f"SELECT * FROM {table}") for table in ("account", "sign_in_pass", "invitation", "device")])
    for secret in (PASSWORD, signed_in.token, code, code.replace("-", ""), enrolled.token):
        assert secret not in kept
    assert "$argon2id$" in kept


def test_who_guesses_passwords_has_to_wait_and_so_does_the_right_one(staffed: Centre) -> None:
    for _ in range(MAX_FAILURES):
        with refused("wrong_password"):
            sign_in(staffed, password="guess")
    with refused("busy"):
        sign_in(staffed)
    assert sign_in(staffed, now=NOW + FAILURE_WINDOW + timedelta(seconds=1)).name == "Rhian Prys"


def test_a_new_password_replaces_the_old(staffed: Centre) -> None:
    with staffed.database.connection() as connection:
        assert accounts.set_password(connection, RHIAN, "another")
        assert not accounts.set_password(connection, "nobody@example.org", "another")
    with refused("wrong_password"):
        sign_in(staffed)
    assert sign_in(staffed, password="another").name == "Rhian Prys"


def test_the_hash_for_nobody_costs_as_much_as_anybodys(staffed: Centre) -> None:
    """Else the time of the answer would tell who has an account."""
    assert not accounts._hasher.check_needs_rehash(accounts._NOBODY)
    with staffed.database.connection() as connection:
        accounts.add_account(connection, email="new@example.org", name="New", password=PASSWORD)
    assert sign_in(staffed, email="new@example.org").regions == []


# --- codes -----------------------------------------------------------------------------------------------------------


def test_a_code_is_read_however_it_is_typed() -> None:
    code = "7K3M-9QRT-2XW" + check("7K3M9QRT2XW")
    assert read_code(code.lower().replace("-", " ")) == code.replace("-", "")
    zeros = "0" * 11
    assert read_code("ooo0-OOOO-000" + check(zeros)) == zeros + check(zeros)
    assert read_code(new_code())


@given(st.text(ALPHABET, min_size=11, max_size=11), st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_wrong_key_is_never_another_code(payload: str, place: int, letter: str) -> None:
    code = payload + check(payload)
    slip = code[:place] + letter + code[place + 1 :]
    assert (read_code(slip) is None) == (slip != code)


@given(st.text(ALPHABET, min_size=11, max_size=11), st.integers(0, 9))
def test_two_swapped_letters_are_never_another_code(payload: str, place: int) -> None:
    code = payload + check(payload)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (read_code(swapped) is None) == (swapped != code)


# --- enrolling -------------------------------------------------------------------------------------------------------


def test_enrolling_tells_the_laptop_all_it_needs(staffed: Centre) -> None:
    staffed.put(LONDON, Partner(id="p1", name="Ysgol Bryn", partner_kind="school"))
    first = enrol(staffed, sign_in(staffed).token, invited(staffed))
    second = enrol(staffed, sign_in(staffed).token, invited(staffed), key=OTHER_KEY)
    assert first.scope == ["national", LONDON, "region/LDN/staff", "partner/p1"]
    assert (first.user_name, first.role, first.region) == ("Rhian Prys", "staff", "LDN")
    assert first.device_id != second.device_id
    assert first.block != second.block
    assert first.token != second.token


def test_a_code_is_good_once_for_one_person_in_one_region_and_for_two_weeks(staffed: Centre) -> None:
    staffed.add_user("tomos@example.org", region="LDN", role="trainer")
    token, code = sign_in(staffed).token, invited(staffed)
    with refused("wrong_code"):
        enrol(staffed, sign_in(staffed, email="tomos@example.org").token, code)
    with refused("wrong_code"):
        enrol(staffed, token, code, region="CDF")
    with refused("wrong_code"):
        enrol(staffed, token, "AAAA-AAAA-AAAA")
    late = NOW + CODE_LIFE
    with refused("code_expired"):
        enrol(staffed, sign_in(staffed, now=late).token, code, now=late)
    token = sign_in(staffed).token
    enrol(staffed, token, code)
    with refused("code_used"):
        enrol(staffed, token, code, key=OTHER_KEY)


def test_an_answer_lost_on_the_way_may_be_asked_for_again(staffed: Centre) -> None:
    token, code = sign_in(staffed).token, invited(staffed)
    first, again = enrol(staffed, token, code), enrol(staffed, token, code)
    assert (first.device_id, first.block) == (again.device_id, again.block)
    pull = {"cursor": {"epoch": again.epoch, "seqs": {}}}
    assert staffed.post("/sync/pull", pull, token=first.token).json()["code"] == "signed_out"
    assert staffed.post("/sync/pull", pull, token=again.token).ok


def test_a_revoked_laptop_cannot_come_back_with_its_old_code(staffed: Centre) -> None:
    token, code = sign_in(staffed).token, invited(staffed)
    staffed.revoke(enrol(staffed, token, code).device_id)
    with refused("code_used"):
        enrol(staffed, token, code)


def test_a_pass_lasts_fifteen_minutes_and_opens_nothing_but_enrolment(staffed: Centre) -> None:
    token = sign_in(staffed).token
    with refused("signed_out"):
        enrol(staffed, token, invited(staffed), now=NOW + PASS_LIFE)
    answer = staffed.post("/sync/pull", {"cursor": {"epoch": "x"}}, token=token)
    assert (answer.status_code, answer.json()["code"]) == (401, "signed_out")


def test_without_a_role_in_the_region_nobody_enrols(staffed: Centre) -> None:
    with refused("not_allowed"):
        enrol(staffed, sign_in(staffed).token, invited(staffed, "CDF"), region="CDF")


@pytest.mark.parametrize("key", ["", "not base64!", base64.b64encode(bytes(31)).decode()])
def test_a_public_key_that_is_none_is_refused(staffed: Centre, key: str) -> None:
    with refused("bad_request"):
        enrol(staffed, sign_in(staffed).token, invited(staffed), key=key)


# --- staying in ------------------------------------------------------------------------------------------------------


def test_a_revoked_laptop_is_told_so_by_every_request(desk: Laptop) -> None:
    desk.centre.revoke(desk.enrolled["device_id"])
    for path, message in (
        ("/sync/push", {"ops": [desk.edit(notes="x")]}),
        ("/sync/pull", {"cursor": {"epoch": desk.enrolled["epoch"]}}),
        ("/sync/page", {"partition": LONDON}),
    ):
        answer = desk.post(path, message)
        assert (answer.status_code, answer.json()["code"]) == (403, "revoked")
    assert desk.centre.sql("SELECT rev FROM record") == [(1,)]


def test_a_role_taken_away_or_changed_counts_at_once(desk: Laptop) -> None:
    desk.centre.sql("UPDATE role SET role = 'trainer'")
    desk.seqs = {LONDON: 0}
    assert desk.pull()["scope"] == ["national", LONDON, "region/LDN/staff"]
    desk.centre.sql("DELETE FROM role")
    assert desk.post("/sync/pull", {"cursor": {"epoch": "x"}}).json()["code"] == "not_allowed"


def test_the_lists_for_administrators(desk: Laptop) -> None:
    with desk.centre.database.connection() as connection:
        assert [account.roles for account in accounts.accounts(connection)] == ["staff in LDN"]
        (device,) = devices.devices(connection)
        assert (device.id, device.name, device.email) == (desk.enrolled["device_id"], "Desk 1", RHIAN)
        assert device.revoked_at is None
        assert not devices.revoke(connection, "no such device", NOW)

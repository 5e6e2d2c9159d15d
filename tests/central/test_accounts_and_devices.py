"""Who gets in: passwords, codes, tokens, and the way out again."""

from __future__ import annotations

import base64
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from onemm_central.accounts import passwords, patience
from onemm_central.accounts import service as accounts
from onemm_central.accounts.routes import AT_ONCE
from onemm_central.accounts.service import PASS_LIFE
from onemm_central.audit.events import search
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


def try_door(centre: Centre, now: datetime = NOW, who: str = RHIAN) -> str | None:
    """One more try, of which nothing good comes; answers how long to wait where it is not even looked at."""
    with centre.database.connection() as connection:
        try:
            patience.begin(connection, patience.ACCOUNT, who, now)
        except Refused as answer:
            return f"{answer.code.value} {answer.retry_after}"
    return None


def test_who_guesses_passwords_waits_longer_each_time_and_so_does_the_right_one(staffed: Centre) -> None:
    with refused("wrong_password"):
        sign_in(staffed, password="guess")
    assert [try_door(staffed) for _ in range(patience.ACCOUNT.free - 1)] == [None] * 4
    with refused("too_many_tries"):
        sign_in(staffed)
    now = NOW
    for seconds in (30, 60, 120):
        assert try_door(staffed, now) == f"too_many_tries {seconds}.0"
        now += timedelta(seconds=seconds)
        assert try_door(staffed, now) is None
    now += timedelta(seconds=240)
    assert sign_in(staffed, now=now).name == "Rhian Prys"
    # Nothing is held against them any more, and a clock that is set back holds nothing either.
    assert try_door(staffed, NOW) is None


def test_after_a_hundred_failures_in_a_row_only_an_administrator_lets_them_in(staffed: Centre) -> None:
    now = NOW
    for _ in range(100):
        with staffed.database.connection() as connection:
            patience.begin(connection, patience.ACCOUNT, RHIAN, now)
        now += patience.LONGEST
    with refused("too_many_tries"):
        sign_in(staffed, now=now + timedelta(days=365))
    with staffed.database.connection() as connection:
        assert accounts.unlock(connection, RHIAN) == 100
    assert sign_in(staffed, now=now).name == "Rhian Prys"


def test_ten_guesses_at_the_same_time_are_ten(staffed: Centre) -> None:
    """Counted before they are looked at, one after the other: being many at once lets nobody through."""

    with ThreadPoolExecutor(8) as pool:
        answers = Counter(pool.map(lambda _: try_door(staffed), range(10)))
    assert answers == {None: patience.ACCOUNT.free, "too_many_tries 30.0": 10 - patience.ACCOUNT.free}


def test_a_network_that_tries_many_names_waits_as_a_whole_and_is_forgiven_in_an_hour(staffed: Centre) -> None:
    with staffed.database.connection() as connection:
        for _ in range(patience.NETWORK.free):
            patience.begin(connection, patience.NETWORK, "192.0.2.7", NOW)
        with refused("too_many_tries"):
            accounts.sign_in(connection, SignIn(email=RHIAN, password=PASSWORD), NOW, "192.0.2.7")
        assert accounts.sign_in(connection, SignIn(email=RHIAN, password=PASSWORD), NOW, "192.0.2.8").name
        later = NOW + timedelta(hours=1, seconds=1)
        assert accounts.sign_in(connection, SignIn(email=RHIAN, password=PASSWORD), later, "192.0.2.7").name


def test_whoever_is_unknown_shut_out_or_wrong_costs_the_same_work(
    staffed: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answers are the same, and so is what is done for them; counted, because a clock would only guess."""
    staffed.add_user("gone@example.org")
    with staffed.database.connection() as connection:
        assert accounts.disable(connection, accounts.account_of(connection, "gone@example.org") or "", NOW)
    done: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002  (the library's word)
            done.append(str(hash)[:30])
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    for email, password in ((RHIAN, "guess"), ("nobody@example.org", PASSWORD), ("gone@example.org", PASSWORD)):
        with refused("wrong_password"):
            sign_in(staffed, email=email, password=password)
    parameters = passwords.NOBODY[:30]
    assert done == [parameters] * 3


def test_however_many_sign_in_at_once_only_a_few_are_compared_and_the_others_work_on(
    staffed: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flood of passwords takes neither all memory nor all connections."""
    entered, go = threading.Semaphore(0), threading.Event()
    inside: list[str] = []

    def held(_hash: str | None, password: str) -> bool:
        inside.append(password)
        entered.release()
        return go.wait(30)

    monkeypatch.setattr(passwords, "matches", held)
    with ThreadPoolExecutor(AT_ONCE + 3) as pool:
        tries = [
            pool.submit(staffed.post, "/sign-in", {"email": f"{n}@example.org", "password": str(n)})
            for n in range(AT_ONCE + 3)
        ]
        for _ in range(AT_ONCE):
            assert entered.acquire(timeout=30)
        assert all(staffed.get("/healthz").ok for _ in range(20))
        assert len(inside) == AT_ONCE
        go.set()
        assert {one.result().json()["code"] for one in tries} == {"wrong_password"}


def test_the_door_s_book_names_nobody_and_tells_one_network_from_another(staffed: Centre) -> None:
    staffed.post("/sign-in", {"email": RHIAN, "password": "guess"})
    staffed.post("/sign-in", {"email": "nobody@example.org", "password": PASSWORD})
    enrolled = staffed.enrol(RHIAN)
    with staffed.database.connection() as connection:
        lines = search(connection)
    assert [line.what for line in lines] == [
        "enrolled", "device_invited", "sign_in_refused", "sign_in_refused", "role_given",
    ]  # fmt: skip
    assert (lines[0].email, lines[0].device_id, lines[0].said) == (RHIAN, enrolled["device_id"], {"region": "LDN"})
    assert lines[2].source == lines[3].source is not None
    written = str(staffed.sql("SELECT * FROM audit_event"))
    for word in (RHIAN, "nobody@", "127.0.0.1", "Rhian", "guess", PASSWORD):
        assert word not in written


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("fourteen chars", "short"),
        ("passwordpassword", "guessable"),
        ("111111111111111111", "guessable"),
        ("rhianprysrhianprys", "guessable"),
        ("one million mentors", "guessable"),
        ("x" * 257, "long"),
        ("correct horse battery staple", None),
        ("dim ond un awr y mis, Siân", None),
    ],
)
def test_a_password_is_judged_by_its_length_and_by_how_soon_it_is_guessed(password: str, weakness: str | None) -> None:
    assert passwords.weakness(password, "Rhian Prys", RHIAN) == weakness


def test_a_weak_password_is_not_taken_and_not_repeated(staffed: Centre) -> None:
    with (
        staffed.database.connection() as connection,
        pytest.raises(passwords.WeakPasswordError, match="has at least 15 characters") as refusal,
    ):
        accounts.set_password(connection, RHIAN, "hunter2")
    assert "hunter2" not in str(refusal.value)


def test_a_hash_of_former_strength_is_made_anew_at_the_next_sign_in(staffed: Centre) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD)
    staffed.sql("UPDATE account SET password_hash = %s", weak)
    sign_in(staffed)
    ((stronger,),) = staffed.sql("SELECT password_hash FROM account")
    assert passwords.is_dated(weak)
    assert not passwords.is_dated(stronger)


def test_a_new_password_replaces_the_old(staffed: Centre) -> None:
    with staffed.database.connection() as connection:
        assert accounts.set_password(connection, RHIAN, "violet umbrella seven")
        assert not accounts.set_password(connection, "nobody@example.org", "violet umbrella seven")
    with refused("wrong_password"):
        sign_in(staffed)
    assert sign_in(staffed, password="violet umbrella seven").name == "Rhian Prys"


def test_the_hash_for_nobody_costs_as_much_as_anybodys(staffed: Centre) -> None:
    """Else the time of the answer would tell who has an account."""
    assert not passwords.is_dated(passwords.NOBODY)
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

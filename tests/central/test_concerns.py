"""Concerns at the centre: everybody adds one, the leads receive it, nobody changes it, and no table holds a word."""

from __future__ import annotations

import itertools
from getpass import getuser
from typing import Any

import psycopg
import pytest
from typer.testing import CliRunner

from onemm_central.audit.chain import verify
from onemm_central.cli import app
from onemm_central.records.erasure import erase
from onemm_wire.partitions import Role
from tests.central.laptops import LONDON, Laptop
from tests.central_service import Centre

SAFE = "region/LDN/safeguarding"
ROLES: tuple[Role, ...] = ("trainer", "coordinator", "staff", "regional_manager", "safeguarding_lead")


@pytest.fixture
def nia(centre: Centre) -> Laptop:
    """A trainer."""
    centre.add_user("nia@example.org", role="trainer")
    return Laptop(centre, "nia@example.org")


@pytest.fixture
def mair(centre: Centre) -> Laptop:
    """The safeguarding lead."""
    centre.add_user("mair@example.org", role="safeguarding_lead")
    return Laptop(centre, "mair@example.org")


def concern(of: Laptop, record_id: str = "c1", **fields: Any) -> dict[str, Any]:
    """An op that adds a concern."""
    said = {
        "entry": "concern", "made_at": "2026-11-21T10:00:00Z", "recorder_id": of.enrolled["user_id"],
        "sealed": "c2VhbGVk", "keys": {"k1": "a2V5"}, **fields,
    }  # fmt: skip
    return of.op("create", record_id, kind="concern", partition=SAFE, fields=said)


def key(of: Laptop, record_id: str = "k1", **fields: Any) -> dict[str, Any]:
    """An op that adds a safeguarding key."""
    said = {
        "purpose": "laptop", "user_id": "u", "device_id": "d", "seal_key": "", "sign_key": "",
        "made_at": "2026-11-21T10:00:00Z", **fields,
    }  # fmt: skip
    return of.op("create", record_id, kind="safeguarding_key", fields=said)


def typed(centre: Centre, *words: str) -> str:
    """What a command says, which must go well."""
    said = CliRunner().invoke(app, words, env={"ONEMM_DATABASE_URL": centre.database.url})
    assert said.exit_code == 0, said.output
    return said.output


@pytest.fixture
def everybody(centre: Centre) -> dict[str, Laptop]:
    """A desk of each role, by its role."""
    for role in ROLES:
        centre.add_user(f"{role}@example.org", role=role, partner_id="p" if role == "coordinator" else None)
    return {role: Laptop(centre, f"{role}@example.org") for role in ROLES}


def test_everybody_may_add_a_concern(everybody: dict[str, Laptop]) -> None:
    for role, desk in everybody.items():
        op = concern(desk, f"of a {role}")
        assert desk.statuses(op) == ["applied"]
        assert desk.statuses(op) == ["applied"], "said twice it is the same"


def test_only_the_lead_receives_it(nia: Laptop, mair: Laptop) -> None:
    nia.push(concern(nia))
    assert SAFE not in nia.enrolled["scope"]
    assert nia.post("/sync/page", {"partition": SAFE}).json()["code"] == "not_allowed"
    assert [line[1] for line in mair.page(SAFE)[1]] == ["c1"]


def test_neither_its_author_nor_the_lead_changes_or_deletes_it(nia: Laptop, mair: Laptop) -> None:
    nia.push(concern(nia))
    before = nia.centre.records("concern")
    for desk, verb in itertools.product((nia, mair), ("update", "delete", "create")):
        mine = {"recorder_id": desk.enrolled["user_id"], "entry": "concern", "made_at": "2026-11-21T10:00:00Z"}
        fields: dict[str, str] = {} if verb == "delete" else {**mine, "sealed": "b3RoZXI="}
        op = desk.op(verb, "c1", kind="concern", partition=SAFE, fields=fields, read={"sealed": 1})
        (status,) = desk.statuses(op)
        assert status.startswith("rejected")
    assert nia.centre.records("concern") == before


def test_nobody_writes_one_in_another_name(nia: Laptop, mair: Laptop) -> None:
    assert nia.statuses(concern(nia, recorder_id=mair.enrolled["user_id"])) == ["rejected not_allowed"]
    assert nia.statuses(concern(nia, recorder_id="")) == ["rejected not_allowed"]


def test_a_lead_brings_back_what_others_wrote_and_a_restore_lost(nia: Laptop, mair: Laptop) -> None:
    lost = concern(mair, recorder_id=nia.enrolled["user_id"])
    assert mair.statuses(lost, {**lost, "n": 2}) == ["applied", "applied"]


def test_only_the_lead_notes_something_on_it(nia: Laptop, mair: Laptop) -> None:
    assert nia.statuses(concern(nia, entry="lead_note", about="c0")) == ["rejected not_allowed"]
    assert mair.statuses(concern(mair, entry="lead_note", about="c0")) == ["applied"]


def test_a_concern_stays_in_its_region(nia: Laptop) -> None:
    elsewhere = {**concern(nia), "partition": "region/CDF/safeguarding"}
    among_cards = {**concern(nia), "partition": LONDON}
    assert nia.statuses(elsewhere, among_cards) == ["rejected out_of_scope", "rejected out_of_scope"]


def test_only_the_lead_brings_keys_grants_receipts_and_telephone_numbers(everybody: dict[str, Laptop]) -> None:
    at = "2026-11-21T10:00:00Z"
    grant = {"concern_id": "c1", "key_id": "k", "wrapped": "", "granted_at": at}
    contact = {"name": "Mair", "phone": "1", "valid_from": "2026-11-21"}
    for role, desk in everybody.items():
        statuses = desk.statuses(
            key(desk),
            desk.op("create", "g1", kind="concern_key_grant", partition=SAFE, fields=grant),
            desk.op("create", "r1", kind="concern_receipt", fields={"receipt": "r", "opened_at": at}),
            desk.op("create", "s1", kind="safeguarding_contact", fields=contact),
        )
        allowed = role == "safeguarding_lead"
        assert statuses == (["applied"] if allowed else ["rejected not_allowed"]) * 4, role


def test_a_key_that_was_taken_away_stays_away(mair: Laptop, centre: Centre) -> None:
    other = Laptop(centre, "mair@example.org")
    mair.push(key(mair))
    taken = {"revoked_at": "2026-11-21T11:00:00Z"}
    mair.push(mair.op("update", "k1", kind="safeguarding_key", fields=taken, read={"revoked_at": 1}))
    later = {"revoked_at": "2026-11-21T12:00:00Z"}
    other.push(other.op("update", "k1", kind="safeguarding_key", fields=later, read={"revoked_at": 1}))
    assert centre.records("safeguarding_key")["k1"]["revoked_at"] == taken["revoked_at"]


def _revoked(centre: Centre) -> set[str]:
    return {key_id for key_id, data in centre.records("safeguarding_key").items() if data["revoked_at"]}


@pytest.fixture
def keyed(mair: Laptop, centre: Centre) -> Laptop:
    """The lead has the recovery key and her laptop's; keys that another laptop is said to have; and a deputy's."""
    deputy = Laptop(centre, "mair@example.org")
    device = mair.enrolled["device_id"]
    keys = [
        ("root", {"purpose": "recovery", "device_id": device, "vouched_by": "root", "vouching": "s"}),
        ("hers", {"device_id": device, "vouched_by": "root", "vouching": "s"}),
        ("hidden", {"device_id": "another", "vouched_by": "hers", "vouching": "s"}),
        ("second root", {"purpose": "recovery", "device_id": "another", "vouched_by": "hers", "vouching": "s"}),
    ]
    mair.push(*(key(mair, name, **fields) for name, fields in keys))
    theirs = {"device_id": deputy.enrolled["device_id"], "vouched_by": "root", "vouching": "s"}
    deputy.push(key(deputy, "deputy", **theirs))
    return mair


def test_a_lost_lead_s_laptop_takes_its_keys_with_it_and_the_recovery_key_stays(keyed: Laptop) -> None:
    centre = keyed.centre
    said = typed(centre, "device", "revoke", keyed.enrolled["device_id"])
    assert said.splitlines()[1:] == ["Concerns are not sealed to it any more. Keys of LDN that are left: 2."]
    assert _revoked(centre) == {"hers", "hidden", "second root"}
    assert centre.sql("SELECT DISTINCT author FROM history WHERE jsonb_exists(before, 'revoked_at')") == [(getuser(),)]
    with centre.database.connection() as connection:
        assert verify(connection) == []


def test_a_laptop_of_anybody_else_takes_no_key_with_it(keyed: Laptop, nia: Laptop) -> None:
    said = typed(keyed.centre, "device", "revoke", nia.enrolled["device_id"])
    assert len(said.splitlines()) == 1
    assert _revoked(keyed.centre) == set()


@pytest.mark.parametrize(
    "words",
    [
        ("no-role", "mair@example.org", "--region", "LDN"),
        ("role", "mair@example.org", "--region", "LDN", "--role", "staff"),
        ("disable", "mair@example.org"),
    ],
    ids=["no role", "another role", "gone"],
)
def test_nothing_is_sealed_to_somebody_who_is_no_lead_any_more(keyed: Laptop, words: tuple[str, ...]) -> None:
    typed(keyed.centre, "user", *words)
    assert _revoked(keyed.centre) == {"hers", "hidden", "second root", "deputy"}


def test_a_lead_who_stays_one_keeps_the_keys(keyed: Laptop) -> None:
    typed(keyed.centre, "user", "role", "mair@example.org", "--region", "LDN", "--role", "safeguarding_lead")
    assert _revoked(keyed.centre) == set()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET data = data || '{\"sealed\": \"b3RoZXI=\"}' WHERE kind = 'concern'",
        "UPDATE record SET data = NULL WHERE kind = 'concern'",
        "DELETE FROM record WHERE kind = 'concern'",
    ],
    ids=["changed", "emptied", "deleted"],
)
def test_an_administrator_s_sql_neither_changes_nor_deletes_it(nia: Laptop, statement: str) -> None:
    nia.push(concern(nia))
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="neither changed nor deleted"):
        nia.centre.sql(statement)
    assert list(nia.centre.records("concern")) == ["c1"]


def test_it_is_erased_with_a_reason_where_the_law_asks_for_it(nia: Laptop) -> None:
    nia.push(concern(nia))
    with nia.centre.database.connection() as connection:
        assert erase(connection, "concern", "c1", reason="ordered by a court", author="Mair")
    assert nia.centre.records("concern") == {}
    assert nia.statuses(concern(nia)) == ["gone erased"]

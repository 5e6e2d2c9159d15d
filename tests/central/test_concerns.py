"""Concerns at the centre: everybody adds one, the leads receive it, nobody changes it, and no table holds a word."""

from __future__ import annotations

import itertools
from typing import Any

import psycopg
import pytest

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


def key(of: Laptop, **fields: Any) -> dict[str, Any]:
    """An op that adds a safeguarding key."""
    said = {
        "purpose": "laptop", "user_id": "u", "device_id": "d", "seal_key": "", "sign_key": "",
        "made_at": "2026-11-21T10:00:00Z", **fields,
    }  # fmt: skip
    return of.op("create", "k1", kind="safeguarding_key", fields=said)


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

"""Whoever has no role any more holds nothing and is told nothing; what they had yet to send is not lost."""

from __future__ import annotations

import pytest

from tests.central.laptops import SIAN, Laptop

WAYS = {
    "the role was taken away": "DELETE FROM role",
    "the account was disabled": "UPDATE account SET disabled_at = now()",
}


@pytest.fixture(params=list(WAYS.values()), ids=list(WAYS))
def gone(desk: Laptop, request: pytest.FixtureRequest) -> Laptop:
    """Rhian's laptop, after her last day."""
    desk.pull()
    desk.centre.sql(request.param)
    return desk


def test_what_was_written_before_waits_for_the_office(gone: Laptop) -> None:
    op = gone.edit(notes="Rang on Monday")
    (answer,) = gone.push(op)
    assert (answer["status"], answer["code"]) == ("rejected", "out_of_scope")
    assert gone.push(op) == [answer]
    assert gone.centre.sql("SELECT id, state FROM inbox") == [(answer["values"]["inbox"], "waiting")]
    assert gone.centre.records("mentor")[SIAN]["notes"] == ""


def test_nothing_else_is_answered(gone: Laptop) -> None:
    for path, message in (
        ("/sync/pull", {"cursor": {"epoch": gone.enrolled["epoch"]}}),
        ("/sync/page", {"partition": "region/LDN"}),
        ("/sync/digest", {"partitions": ["region/LDN"]}),
        ("/sync/bucket", {"partition": "region/LDN", "kind": "mentor", "buckets": [1]}),
    ):
        answer = gone.post(path, message)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed"), path


def test_a_concern_waits_for_nobody(gone: Laptop) -> None:
    said = {
        "entry": "concern", "made_at": "2026-11-21T10:00:00Z", "recorder_id": gone.enrolled["user_id"],
        "sealed": "c2VhbGVk", "keys": {"k1": "a2V5"},
    }  # fmt: skip
    op = gone.op("create", "c1", kind="concern", partition="region/LDN/safeguarding", fields=said)
    assert gone.statuses(op) == ["applied"]


def test_a_place_that_was_never_held_gets_no_inbox(gone: Laptop) -> None:
    strange = {**gone.edit(notes="x"), "partition": "region/CDF"}
    assert gone.statuses(strange) == ["rejected out_of_scope"]
    assert gone.centre.sql("SELECT id FROM inbox") == []

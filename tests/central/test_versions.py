"""Requests as programs of earlier schemas write them, against the centre of today: they get answers they can read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import requests

from onemm_central.sync.versions import results_for
from onemm_wire.partitions import region
from onemm_wire.protocol import SCHEMA, SCHEMA_HEADER, SERVED_SCHEMAS, OpResult
from onemm_wire.versions import KINDS_SINCE, kinds_of
from tests.central_service import Centre
from tests.sync.records import furnish, identity, mentor

RECORDED = Path(__file__).parents[1] / "recorded"
LONDON = region("LDN")


@pytest.mark.parametrize("schema", SERVED_SCHEMAS[:-1])
def test_an_earlier_program_is_served_as_it_was(centre: Centre, schema: int) -> None:
    furnish(centre)
    centre.put(LONDON, mentor(0, job_title="Foreman"))
    centre.add_user("nia@example.org")
    enrolled = centre.enrol("nia@example.org")
    words = {"$EPOCH": enrolled["epoch"], "$MENTOR": identity(0), "$USER": enrolled["user_id"]}
    text = (RECORDED / f"schema_{schema}.json").read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(word, value)
    for exchange in msgspec.json.decode(text):
        answer = _send(centre, exchange["path"], exchange["body"], enrolled["token"], schema)
        assert answer.status_code == exchange["status"], answer.text
        if exchange["path"] != "/sync/page":
            assert_holds(exchange["holds"], answer.json())


def test_a_program_of_another_age_is_refused_with_what_is_served(centre: Centre) -> None:
    for schema in (0, SCHEMA + 1):
        answer = _send(centre, "/sync/pull", {"cursor": {"epoch": "", "seqs": {}}}, "nobody", schema)
        assert answer.json()["code"] == "too_old"
        assert answer.json()["values"] == {"served": list(SERVED_SCHEMAS)}


def test_the_first_schema_knows_no_conflicts_and_is_summed_without_them() -> None:
    assert [kind for kind in kinds_of(SCHEMA) if kind not in kinds_of(1)] == list(KINDS_SINCE)


def test_what_is_kept_under_an_op_s_key_is_not_changed_by_who_asks() -> None:
    kept = OpResult(n=1, status="conflict", values={"conflicts": {"notes": "c2", "job_title": "c1"}})
    assert results_for(1, [kept])[0].values == {"fields": ["job_title", "notes"]}
    assert results_for(2, [kept]) == [kept]


def assert_holds(wanted: Any, answered: Any) -> None:
    """All that was recorded is there; an answer may say more. ``$ANY`` is any value at all."""
    match wanted:
        case dict():
            for name, value in wanted.items():
                assert_holds(value, answered[name])
        case list():
            assert len(wanted) == len(answered)
            for one, other in zip(wanted, answered, strict=True):
                assert_holds(one, other)
        case _:
            assert wanted in ("$ANY", answered)


def _send(centre: Centre, path: str, message: Any, token: str, schema: int) -> requests.Response:
    headers = {"Authorization": f"Bearer {token}", SCHEMA_HEADER: str(schema)}
    return requests.post(centre.address + path, json=message, headers=headers, timeout=30)

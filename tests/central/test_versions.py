"""Programs of earlier schemas against the centre of today: they get answers they can read (``tests/recorded``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema_rs
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
ANSWERS = {
    "/healthz": "Hello",
    "/sign-in": "SignedIn",
    "/devices/enrol": "Enrolled",
    "/sync/push": "Pushed",
    "/sync/pull": "Pulled",
    "/sync/page": "PageHead",
}
#: What becomes of the first op of the morning, which clashes, in the words of each schema.
CLASH: dict[int, Any] = {1: {"fields": ["job_title"]}, 2: {"conflicts": {"job_title": "$ANY"}}}


class Program:
    """An earlier program: it says what it said, and reads what it could read."""

    def __init__(self, centre: Centre, schema: int) -> None:
        self.centre = centre
        self.schema = schema
        recorded = msgspec.json.decode((RECORDED / f"schema_{schema}.json").read_bytes())
        self.exchanges: list[dict[str, Any]] = recorded["exchanges"]
        self._reads = {name: jsonschema_rs.validator_for(shape) for name, shape in recorded["answers"].items()}
        self._kinds = {kind: jsonschema_rs.validator_for(shape) for kind, shape in recorded["kinds"].items()}
        self._token = ""
        self._words = {"$CODE": centre.invite("desk0@example.org")}
        self._seqs: dict[str, int] = {}

    def ask(self, exchange: dict[str, Any]) -> Any:
        """Make a request and read its answer as the program did."""
        text = msgspec.json.encode(exchange["body"]).decode()
        for word, value in self._words.items():
            text = text.replace(word, value)
        message: Any = msgspec.json.decode(text)
        if exchange["path"] == "/sync/pull":
            message["cursor"]["seqs"] = self._seqs
        answer = requests.request(
            exchange["method"],
            self.centre.address + exchange["path"],
            json=message,
            headers={"Authorization": f"Bearer {self._token}", SCHEMA_HEADER: str(self.schema)},
            timeout=30,
        )
        assert answer.status_code == 200, answer.text
        first, *lines = [msgspec.json.decode(line) for line in answer.content.splitlines()]
        self._reads[ANSWERS[exchange["path"]]].validate(first)
        for kind, data in [(line[0], line[3]) for line in lines] + _changes(first):
            if kind in self._kinds:
                self._kinds[kind].validate(data)
        self._remember(message, first)
        return first

    def _remember(self, asked: Any, answer: Any) -> None:
        self._token = answer.get("token", self._token)
        if "device_id" in answer:
            self._words |= {"$DEVICE": answer["device_id"], "$USER": answer["user_id"], "$EPOCH": answer["epoch"]}
        if "cursor" in answer:
            self._seqs = answer["cursor"]["seqs"]
        if "count" in answer:
            self._seqs.setdefault(asked["partition"], answer["seq"])


def _changes(answer: Any) -> list[tuple[str, Any]]:
    return [(one["kind"], one["data"]) for one in answer.get("changes", ()) if one["data"] is not None]


@pytest.mark.parametrize("schema", SERVED_SCHEMAS[:-1])
def test_an_earlier_program_is_served_as_it_was(centre: Centre, schema: int) -> None:
    furnish(centre)
    centre.add_user("desk0@example.org")
    program = Program(centre, schema)
    pushed: list[dict[str, Any]] = []
    for exchange in program.exchanges:
        if "between" in exchange:
            centre.put(LONDON, mentor(0, job_title="Foreman"))
            continue
        answer = program.ask(exchange)
        pushed += answer.get("results", [])
    clash, *others = pushed
    assert clash["status"] == "conflict"
    assert_holds(CLASH[schema], clash["values"])
    assert [(one["n"], one["status"]) for one in others] == [(n, "applied") for n in range(2, len(pushed) + 1)]
    assert centre.records("mentor")[identity(1)]["notes"] == "Prefers mornings"
    assert identity(5) not in centre.records("mentor")
    assert [one["given_name"] for one in centre.records("walk_in").values()] == ["Łukasz"]
    assert sorted(one["state"] for one in centre.records("attendance_mark").values()) == ["late", "present"]


def test_a_field_of_a_newer_program_comes_back_from_an_older_one(centre: Centre) -> None:
    """The older one sends it as it got it, beside what it knows."""
    furnish(centre)
    centre.add_user("desk0@example.org")
    program = Program(centre, 1)
    for exchange in program.exchanges[: next(i for i, one in enumerate(program.exchanges) if "between" in one)]:
        program.ask(exchange)
    (push,) = (one for one in program.exchanges if one.get("path") == "/sync/push")
    first = {**push["body"]["ops"][0], "fields": {"job_title": "Surveyor", "since_schema_9": "kept"}}
    program.ask({**push, "body": {"ops": [first]}})
    assert centre.records("mentor")[identity(0)]["since_schema_9"] == "kept"


def test_a_program_of_another_age_is_refused_with_what_is_served(centre: Centre) -> None:
    for schema in (0, SCHEMA + 1):
        answer = _send(centre, "/sync/pull", {"cursor": {"epoch": "", "seqs": {}}}, "nobody", schema)
        assert answer.json()["code"] == "too_old"
        assert answer.json()["values"] == {"served": list(SERVED_SCHEMAS)}


def test_the_first_schema_knows_no_conflicts_and_is_summed_without_them() -> None:
    assert set(kinds_of(SCHEMA)).difference(kinds_of(1)) == set(KINDS_SINCE)


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

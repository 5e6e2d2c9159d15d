"""The service's manners, whatever it is asked."""

from __future__ import annotations

import gzip
import json
import socket

import msgspec
import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onemm_wire import protocol
from onemm_wire.errors import Code
from onemm_wire.protocol import CENTRE_HEADER, Hello, Refusal
from tests.central.laptops import LONDON, Laptop
from tests.central_service import Centre

PATHS = [
    "/sign-in", "/devices/enrol", "/devices/token", "/devices/key", "/sync/push", "/sync/pull", "/sync/page",
    "/sync/digest", "/sync/bucket", "/sync/known", "/sync/incidents",
]  # fmt: skip


def test_the_centre_says_who_it_is(centre: Centre) -> None:
    answer = requests.get(centre.address + "/healthz", timeout=30)
    hello = msgspec.json.decode(answer.content, type=Hello)
    assert hello.centre == answer.headers[CENTRE_HEADER] == centre.sql("SELECT id FROM centre")[0][0]
    assert hello.schemas == protocol.SERVED_SCHEMAS


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/", 404, "not_found"),
        ("GET", "/docs", 404, "not_found"),
        ("GET", "/sign-in", 405, "bad_request"),
        ("POST", "/sign-in", 400, "bad_request"),
        ("POST", "/sync/pull/", 404, "not_found"),
    ],
)
def test_every_error_is_a_refusal_with_the_centres_header(
    centre: Centre, method: str, path: str, status: int, code: str
) -> None:
    answer = requests.request(method, centre.address + path, data=b"", timeout=30)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert CENTRE_HEADER in answer.headers
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_laptop_that_hangs_up_in_mid_request_is_no_bug(centre: Centre) -> None:
    with socket.create_connection(("127.0.0.1", centre.port)) as line:
        line.sendall(b"POST /sync/push HTTP/1.1\r\nHost: centre\r\nContent-Length: 1000\r\n\r\n{")
        # Answered: so the request before it on another line was taken up as well.
        assert requests.get(centre.address + "/healthz", timeout=30).ok
    centre.stop()  # which waits for the requests under way; a logged line would fail this test


def test_a_bug_is_answered_without_a_stack_trace_and_logged_without_personal_data(
    desk: Laptop, caplog: pytest.LogCaptureFixture
) -> None:
    desk.centre.sql("ALTER TABLE partition_head RENAME TO lost")
    answer = desk.post("/sync/pull", {"cursor": {"epoch": desk.enrolled["epoch"], "seqs": {LONDON: 0}}})
    assert (answer.status_code, answer.json()["code"]) == (500, "centre_failed")
    assert CENTRE_HEADER in answer.headers
    assert "Traceback" not in answer.text
    (line,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert line.startswith("UndefinedTable at ")
    caplog.clear()


def test_bodies_are_read_and_written_compressed(desk: Laptop) -> None:
    body = gzip.compress(json.dumps({"partition": LONDON}).encode())
    answer = requests.post(
        desk.centre.address + "/sync/page",
        data=body,
        headers={"Authorization": f"Bearer {desk.token}", "Content-Encoding": "gzip", "Accept-Encoding": "identity"},
        timeout=30,
    )
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers
    desk.centre.put(LONDON, *[])
    desk.push(desk.edit(notes="long " * 500))
    assert desk.post("/sync/page", {"partition": LONDON}).headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    ("body", "encoding", "status", "code"),
    [
        (b"x" * 20_000, "identity", 413, "too_large"),
        (gzip.compress(b" " * 10_000_000, mtime=0), "gzip", 413, "too_large"),
        (gzip.compress(b'{"cursor": {"epoch": "x"}}', mtime=0)[:-9], "gzip", 400, "bad_request"),
        (b"not gzip", "gzip", 400, "bad_request"),
        (b"{}", "br", 400, "bad_request"),
        (b"[" * 10_000, "identity", 400, "bad_request"),
        (b'{"cursor": {"epoch": "\\u0000"}}', "identity", 400, "bad_request"),
        (b'{"cursor": {"epoch": "\xff"}}', "identity", 400, "bad_request"),
    ],
)
def test_a_body_that_is_too_large_or_cannot_be_read_is_refused(
    centre: Centre, body: bytes, encoding: str, status: int, code: str
) -> None:
    answer = requests.post(centre.address + "/sync/pull", data=body, headers={"Content-Encoding": encoding}, timeout=30)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_program_of_another_schema_is_told_which_are_served(desk: Laptop) -> None:
    answer = requests.post(
        desk.centre.address + "/sync/pull",
        json={"cursor": {"epoch": "x"}},
        headers={"Authorization": f"Bearer {desk.token}", protocol.SCHEMA_HEADER: "999"},
        timeout=30,
    )
    assert answer.json()["code"] == "too_old"
    assert answer.json()["values"] == {"served": list(protocol.SERVED_SCHEMAS)}


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic abc", "Bearer wrong", "bearer \u00e9"])
def test_without_a_known_token_nobody_gets_in(centre: Centre, header: str) -> None:
    answer = requests.post(
        centre.address + "/sync/pull",
        json={"cursor": {"epoch": "x"}},
        headers={"Authorization": header.encode()},
        timeout=30,
    )
    assert (answer.status_code, answer.json()["code"]) == (401, "signed_out")


def test_openapi_describes_every_body_by_the_wires_own_messages(centre: Centre) -> None:
    document = requests.get(centre.address + "/openapi.json", timeout=30).json()
    assert set(document["paths"]) == {"/healthz", "/bundles", *PATHS}
    for path in PATHS:
        operation = document["paths"][path]["post"]
        asked = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        assert asked.removeprefix("#/components/schemas/") in document["components"]["schemas"]
        assert {"200", "400", "413", "500", "503"} <= set(operation["responses"])
    schemas = document["components"]["schemas"]
    assert set(schemas["Op"]["properties"]) == set(protocol.Op.__struct_fields__)
    references = {part.split('"')[0] for part in json.dumps(document).split('"#/components/schemas/')[1:]}
    assert references <= set(schemas)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
OPS = st.fixed_dictionaries(
    {
        "n": st.integers(1, 10**6) | st.integers(),
        "kind": st.sampled_from(["mentor", "attendance_mark", "partner", "x"]) | st.text(max_size=9),
        "id": st.text(max_size=40),
        "partition": st.sampled_from([LONDON, "national", "region/LDN/staff"]) | st.text(max_size=9),
        "verb": st.sampled_from(["create", "update", "delete"]),
        "by": st.text(max_size=5),
        "at": st.datetimes().map(lambda at: at.isoformat() + "Z"),
        "group": st.text(max_size=5),
    },
    optional={
        "fields": st.dictionaries(st.sampled_from(["notes", "stage", "max_mentees", "x"]), JSON, max_size=4),
        "was": st.dictionaries(st.text(max_size=8), JSON, max_size=2),
        "read": st.dictionaries(st.sampled_from(["notes", "x"]), st.integers(), max_size=2),
        "previous": st.none() | st.integers(),
    },
)
FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(path=st.sampled_from(PATHS), body=st.binary(max_size=200) | JSON.map(lambda v: json.dumps(v).encode()))
def test_no_body_is_ever_a_bug(desk: Laptop, path: str, body: bytes) -> None:
    answer = requests.post(
        desk.centre.address + path, data=body, headers={"Authorization": f"Bearer {desk.token}"}, timeout=30
    )
    assert 400 <= answer.status_code < 500
    assert msgspec.json.decode(answer.content, type=Refusal).code in set(Code)


@FUZZ
@given(ops=st.lists(OPS, max_size=5))
def test_no_op_is_ever_a_bug(desk: Laptop, ops: list[dict[str, object]]) -> None:
    body = json.dumps({"ops": ops}).encode()
    answer = requests.post(
        desk.centre.address + "/sync/push", data=body, headers={"Authorization": f"Bearer {desk.token}"}, timeout=30
    )
    if answer.status_code == 200:
        assert [result["n"] for result in answer.json()["results"]] == [op["n"] for op in ops]
    else:
        assert answer.json()["code"] in {"bad_request", "too_large"}

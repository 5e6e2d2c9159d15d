"""A laptop in the wrong hands: it may send whatever it likes, and gets in nowhere and learns nothing."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onemm_central.devices.codes import new_code, read_code
from onemm_wire import proof
from onemm_wire.bundle import public_sign_key
from onemm_wire.errors import Code
from tests.central.laptops import Laptop, sian
from tests.central_service import PASSWORD, Centre

LONDON = "region/LDN"
KEY = bytes(range(32))
FUZZ = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def desk(centre: Centre) -> Laptop:
    centre.add_user("rhian@example.org", role="staff")
    centre.put(LONDON, sian())
    return Laptop(centre, "rhian@example.org")


# --- every route ------------------------------------------------------------------------------------------------

#: A good request of each route that asks for a token. One that the document has and this has not fails.
GOOD: dict[str, Any] = {
    "/sync/push": {"ops": []},
    "/sync/pull": {"cursor": {"epoch": "", "seqs": {}}},
    "/sync/page": {"partition": LONDON},
    "/sync/digest": {"partitions": [LONDON]},
    "/sync/bucket": {"partition": LONDON, "kind": "mentor", "buckets": [1]},
    "/sync/known": {"first": 1, "last": 2},
    "/sync/incidents": {"incidents": []},
}


def routes_of_devices(centre: Centre) -> list[str]:
    document = centre.get("/openapi.json").json()
    return [path for path, verbs in document["paths"].items() if "security" in verbs.get("post", {})]


def test_a_revoked_laptop_hears_so_from_every_route(desk: Laptop) -> None:
    # Enrolling asks for the pass of a sign-in, not for a token of a device.
    paths = [path for path in routes_of_devices(desk.centre) if path != "/devices/enrol"]
    assert set(paths) == {*GOOD, "/bundles"}, "say above what a good request of the new route is"
    desk.centre.revoke(desk.enrolled["device_id"])
    for path in paths:
        answer = desk.post(path, GOOD.get(path, {}))
        assert (answer.status_code, answer.json()["code"]) == (403, "revoked"), path


def test_without_a_token_no_route_says_anything(desk: Laptop) -> None:
    for path in routes_of_devices(desk.centre):
        for token in (None, "", "guess", "é", "x" * 5000):
            answer = desk.centre.post(path, GOOD.get(path, {}), token=token and token.encode().decode("latin-1"))
            assert answer.status_code in {400, 401}, (path, answer.text)
            assert answer.json()["code"] in {"signed_out", "bad_request"}, path


# --- nearly right -----------------------------------------------------------------------------------------------

WORDS = st.text(max_size=60) | st.sampled_from(["", "\n", "\x7f", "’", "\ud7ff", "0" * 400])
ENCODED = st.binary(max_size=80).map(lambda content: base64.b64encode(content).decode()) | WORDS


@FUZZ
@given(device=WORDS, challenge=ENCODED, signature=ENCODED, own=st.booleans(), real=st.booleans())
def test_nothing_nearly_right_gets_a_token(
    desk: Laptop, device: str, challenge: str, signature: str, own: bool, real: bool
) -> None:
    hello = desk.centre.get("/healthz").json()
    asked = {
        "device": desk.enrolled["device_id"] if own else device,
        "challenge": hello["challenge"] if real else challenge,
        "signature": signature,
    }
    answer = desk.centre.post("/devices/token", asked)
    assert answer.status_code in {400, 401}, answer.text
    assert answer.json()["code"] in {"signed_out", "stale_challenge", "bad_request"}
    rekey = {**asked, "public_key": challenge, "new_signature": signature}
    assert desk.centre.post("/devices/key", rekey).status_code in {400, 401}


@FUZZ
@given(code=WORDS | st.just("real"), key=ENCODED | st.just("real"), said=ENCODED, region=WORDS | st.just("LDN"))
def test_nothing_nearly_right_enrols(desk: Laptop, code: str, key: str, said: str, region: str) -> None:
    signed_in = desk.centre.post("/devices/enrol", {}, token="no pass")
    assert signed_in.json()["code"] == "bad_request"
    public = base64.b64encode(public_sign_key(KEY)).decode()
    asked = {
        "code": new_code() if code == "real" else code, "region": region, "device_name": said, "platform": said,
        "app_version": said, "public_key": public if key == "real" else key, "proof": said,
    }  # fmt: skip
    answer = desk.centre.post("/devices/enrol", asked, token="no pass")
    assert answer.status_code in {400, 401}, answer.text
    assert answer.json()["code"] in {"signed_out", "bad_request"}


@given(typed=st.text(max_size=40))
def test_whatever_is_typed_it_is_a_code_or_none(typed: str) -> None:
    read = read_code(typed)
    assert read is None or read_code(read) == read


def test_codes_are_not_tried_through(desk: Laptop) -> None:
    """54 bits, five free tries, then a wait that doubles: the universe is younger."""
    signed_in = desk.centre.post("/sign-in", {"email": "rhian@example.org", "password": PASSWORD}).json()
    public = base64.b64encode(public_sign_key(KEY)).decode()
    tries = []
    for _ in range(7):
        asked = {
            "code": new_code(), "region": "LDN", "device_name": "x", "platform": "x", "app_version": "x",
            "public_key": public, "proof": proof.sign(KEY, "enrol", signed_in["token"], public),
        }  # fmt: skip
        tries.append(desk.centre.post("/devices/enrol", asked, token=signed_in["token"]).json()["code"])
    assert tries == ["wrong_code"] * 5 + ["too_many_tries"] * 2


# --- what it is told --------------------------------------------------------------------------------------------


@FUZZ
@given(path=st.sampled_from(sorted(GOOD)), extra=st.dictionaries(st.text(max_size=8), st.text(max_size=30), max_size=3))
def test_no_refusal_repeats_a_secret_or_tells_of_the_inside(desk: Laptop, path: str, extra: dict[str, str]) -> None:
    body = json.dumps({"cursor": {"epoch": "lost"}, "partition": "region/CDF", **extra})
    headers = {"Authorization": f"Bearer {desk.token}"}
    answer = requests.post(desk.centre.address + path, data=body, headers=headers, timeout=30)
    assert answer.json().get("code", "bad_request") in set(Code)
    for word in (desk.token, "Traceback", ".py", "psycopg", "SELECT", "postgres"):
        assert word not in answer.text

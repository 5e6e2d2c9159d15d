"""Files at the centre: whoever brings one, only its laptop's own word counts, and nobody can break the door with it."""

from __future__ import annotations

import gzip
from typing import Any
from unittest.mock import ANY

import msgspec
import pytest
import requests

from onemm_wire import bundle
from onemm_wire.bundle import Answer, Header, open_bundle, read_bundle, write_bundle
from onemm_wire.protocol import SCHEMA, Hello
from tests.central.laptops import LONDON, SIAN, Laptop

#: The private Ed25519 key of the laptop that writes files here.
KEY = bytes(range(32))


class Writer:
    """A device that writes files, message by message."""

    def __init__(self, desk: Laptop) -> None:
        self.desk = desk
        self.centre = desk.centre
        self.hello = msgspec.json.decode(requests.get(f"{self.centre.address}/healthz", timeout=30).content, type=Hello)
        self.centre.sql(
            "UPDATE device SET public_key = %s WHERE id = %s", bundle.public_sign_key(KEY), desk.enrolled["device_id"]
        )

    def file(self, *ops: dict[str, Any], payload: Any = None, **header: Any) -> bytes:
        """A file with these ops in one push, unless ``payload`` says otherwise."""
        cursor = {"epoch": self.desk.enrolled["epoch"], "seqs": {LONDON: 0}}
        payload = {"pushes": [{"ops": ops}], "cursor": cursor} if payload is None else payload
        reply_to = bundle.text_of(bundle.public_seal_key(bundle.reply_key(KEY)))
        facts = {
            "purpose": "changes", "centre": self.hello.centre, "device": self.desk.enrolled["device_id"],
            "made_at": self.hello.server_time, "count": len(ops), "reply_to": reply_to,
        }  # fmt: skip
        content = payload if isinstance(payload, bytes) else msgspec.json.encode(payload)
        head = Header(**{**facts, **header})
        return write_bundle(head, content, to=bundle.key_of(self.hello.seal_key), signed_by=KEY)

    def deliver(self, file: bytes, token: str | None = None) -> requests.Response:
        """Bring a file, as any device may."""
        headers = {"Authorization": f"Bearer {token or self.desk.token}", "Content-Type": bundle.MEDIA_TYPE}
        return requests.post(f"{self.centre.address}/bundles", data=file, headers=headers, timeout=60)

    def answer(self, file: bytes) -> Answer:
        """Bring a file and open its answer."""
        response = self.deliver(file)
        assert (response.status_code, response.headers["Content-Type"]) == (200, bundle.MEDIA_TYPE)
        taken = read_bundle(response.content)
        signer = bundle.key_of(self.hello.sign_key)
        return msgspec.json.decode(open_bundle(taken, private_key=bundle.reply_key(KEY), signer=signer), type=Answer)

    def code(self, file: bytes) -> str:
        """Bring a file that is not taken; answers why."""
        response = self.deliver(file)
        assert 400 <= response.status_code < 500, response.text
        return str(response.json()["code"])


@pytest.fixture
def writer(desk: Laptop) -> Writer:
    """The writing laptop."""
    return Writer(desk)


def test_the_same_ops_get_the_same_answers_by_file_and_over_the_network(writer: Writer) -> None:
    edit = writer.desk.edit(notes="Rang on Monday")
    by_file = writer.answer(writer.file(edit))
    over_the_network = writer.desk.push(edit)
    assert msgspec.to_builtins(by_file.pushed[0].results) == over_the_network
    assert [(change.id, change.rev) for page in by_file.pulled for change in page.changes] == [(SIAN, 2)]
    assert writer.centre.sql("SELECT rev FROM record WHERE id = %s", SIAN) == [(2,)]


def test_the_history_names_the_writer_and_not_the_carrier(writer: Writer, other: Laptop) -> None:
    assert writer.deliver(writer.file(writer.desk.edit(notes="x")), other.token).status_code == 200
    assert writer.centre.sql("SELECT device_id FROM history WHERE op_n IS NOT NULL") == [
        (writer.desk.enrolled["device_id"],)
    ]


def test_a_bad_op_in_a_file_is_parked_alone(writer: Writer) -> None:
    bad, good = writer.desk.edit(stage="no such stage"), writer.desk.edit(notes="x")
    results = writer.answer(writer.file(bad, good)).pushed[0].results
    assert [result.status for result in results] == ["rejected", "applied"]


def test_a_cursor_of_another_life_gets_no_pages_but_its_ops_are_taken(writer: Writer) -> None:
    payload = {"pushes": [{"ops": [writer.desk.edit(notes="x")]}], "cursor": {"epoch": "before", "seqs": {LONDON: 9}}}
    answer = writer.answer(writer.file(payload=payload))
    assert (answer.pushed[0].results[0].status, answer.pulled) == ("applied", [])
    assert answer.epoch == writer.desk.enrolled["epoch"]


def test_an_answer_stops_before_it_grows_too_large_and_the_next_one_goes_on(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.desk.push(
        *(
            writer.desk.op(
                "create", f"m{n}", fields={"reference": f"R{n}", "given_name": "Siân", "family_name": "x" * 2_000}
            )
            for n in range(20)
        )
    )
    monkeypatch.setattr(bundle, "ROOM", 20_000)
    seen: list[str] = []
    cursor: Any = {"epoch": writer.desk.enrolled["epoch"], "seqs": {LONDON: 0}}
    for _ in range(10):
        answer = writer.answer(writer.file(payload={"pushes": [], "cursor": cursor}))
        seen += [change.id for page in answer.pulled for change in page.changes]
        cursor = msgspec.to_builtins(answer.pulled[-1].cursor)
        if not answer.pulled[-1].more:
            break
    assert len(seen) == 21
    assert set(seen) == {SIAN, *(f"m{n}" for n in range(20))}


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"centre": "another"}, "bundle_foreign"),
        ({"purpose": "answer"}, "bundle_wrong_way"),
        ({"schema": SCHEMA + 1}, "bundle_too_new"),
        ({"schema": -1}, "too_old"),
        ({"device": "nobody"}, "bundle_sender"),
        ({"device": "a NUL \0 in it"}, "bundle_damaged"),
        ({"reply_to": "no key"}, "bundle_damaged"),
        ({"reply_to": bundle.text_of(bytes(32))}, "bundle_damaged"),
    ],
)
def test_a_header_that_is_not_right_is_refused(writer: Writer, header: dict[str, Any], code: str) -> None:
    assert writer.code(writer.file(**header)) == code


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (b"", "bundle_damaged"),
        (b"\xff\xfe", "bundle_damaged"),
        (b"[" * 100_000, "bundle_damaged"),
        ({"pushes": []}, "bundle_damaged"),
        ({"pushes": [{"ops": [{}]}], "cursor": {"epoch": "e"}}, "bad_request"),
        ({"pushes": [{"ops": [{"n": 1}] * 2}], "cursor": {"epoch": "e"}}, "bad_request"),
        ({"pushes": [{"ops": [{"n": 1}] * 201}], "cursor": {"epoch": "e"}}, "too_large"),
        ({"pushes": [{"ops": [{"n": 1}] * 200}] * 51, "cursor": {"epoch": "e"}}, "too_large"),
    ],
    ids=["nothing", "no text", "deep", "no cursor", "no number", "one number twice", "a large push", "too many"],
)
def test_a_payload_that_is_not_right_is_refused(writer: Writer, payload: Any, code: str) -> None:
    """Signed by a laptop of ours all the same: its program may be broken, or somebody else's."""
    assert writer.code(writer.file(payload=payload)) == code


def test_letters_that_are_none_park_their_op_alone(writer: Writer) -> None:
    good = msgspec.json.encode(writer.desk.edit(notes="x"))
    bad = msgspec.json.encode(writer.desk.edit(notes="BROKEN")).replace(b"BROKEN", b"\xff\xfe")
    payload = b'{"pushes":[{"ops":[' + good + b"," + bad + b']}],"cursor":{"epoch":"e"}}'
    statuses = [result.status for result in writer.answer(writer.file(payload=payload)).pushed[0].results]
    assert statuses == ["applied", "rejected"]


@pytest.mark.parametrize("file", [b"", b"\x89", gzip.compress(b"x"), b"x" * (bundle.MAX_FILE + 1)], ids=len)
def test_what_is_no_file_of_ours_is_refused(writer: Writer, file: bytes) -> None:
    assert writer.code(file) in {"not_a_bundle", "bundle_cut_short", "too_large"}


def test_nobody_without_a_device_of_this_centre_delivers(writer: Writer) -> None:
    response = writer.deliver(writer.file(), token="nobody's")
    assert (response.status_code, response.json()["code"]) == (401, "signed_out")


def test_whoever_lost_their_role_has_lost_it_by_file_too(writer: Writer) -> None:
    writer.desk.pull()
    file = writer.file(writer.desk.edit(notes="x"))
    writer.centre.sql("DELETE FROM role WHERE account_id = %s", writer.desk.enrolled["user_id"])
    carried_by(writer, file)


def test_what_a_revoked_laptop_had_yet_to_send_waits_for_the_office_and_it_is_told_nothing(writer: Writer) -> None:
    writer.desk.pull()
    file = writer.file(writer.desk.edit(notes="x"))
    writer.centre.revoke(writer.desk.enrolled["device_id"])
    assert writer.code(file) == "revoked"
    carried_by(writer, file)


def carried_by(writer: Writer, file: bytes) -> None:
    """Somebody in good standing brings it: its changes are in the inbox, and nothing comes back but that."""
    writer.centre.add_user("carrier@example.org", role="trainer")
    carrier = Laptop(writer.centre, "carrier@example.org")
    taken = read_bundle(writer.deliver(file, carrier.token).content)
    signer = bundle.key_of(writer.hello.sign_key)
    payload = open_bundle(taken, private_key=bundle.reply_key(KEY), signer=signer)
    answer = msgspec.json.decode(payload, type=Answer)
    ((result,),) = (pushed.results for pushed in answer.pushed)
    assert (result.status, result.code, answer.pulled) == ("rejected", "out_of_scope", [])
    assert writer.centre.sql("SELECT id, op_n, state FROM inbox") == [(result.values["inbox"], 1, "waiting")]
    assert writer.centre.records("mentor")[SIAN]["notes"] == ""


def test_a_file_of_an_earlier_program_is_answered_in_its_words(writer: Writer, other: Laptop) -> None:
    other.push(other.edit(job_title="Nurse"))
    clash = {**writer.desk.edit(job_title="Welder"), "was": {"job_title": ""}}
    for schema, told in ((1, {"fields": ["job_title"]}), (2, {"conflicts": {"job_title": ANY}})):
        answer = writer.answer(writer.file(clash, schema=schema))
        assert answer.pushed[0].results[0].values == told


def test_the_centre_s_keys_are_made_once_and_survive_a_new_start(writer: Writer) -> None:
    before = writer.hello
    writer.centre.stop()
    writer.centre.start()
    after = Writer(writer.desk).hello
    assert (after.seal_key, after.sign_key) == (before.seal_key, before.sign_key)
    assert writer.desk.enrolled["seal_key"] == before.seal_key
    assert writer.desk.enrolled["sign_key"] == before.sign_key

"""A line that lies, dawdles or breaks: each becomes one of the few things the screen has a sentence for."""

from __future__ import annotations

import gzip
import socket
from pathlib import Path

import msgspec
import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync.transport import MAX_ANSWER, Timeouts, Transport
from onemm_wire.errors import Code
from onemm_wire.protocol import CENTRE_HEADER, Cursor, Hello, PageAsked, PageHead, Pull, Refusal
from tests.central_service import Centre
from tests.sync.laptop import now
from tests.sync.venue import Said, venue

CENTRE = {CENTRE_HEADER: "our centre"}


def hello(transport: Transport) -> KnownError:
    with pytest.raises(KnownError) as caught:
        transport.hello()
    transport.close()
    return caught.value


def said(body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> Said:
    return Said(status, {**CENTRE, **(headers or {})}, body)


GOOD = msgspec.json.encode(Hello(centre="our centre", schemas=(1,), server_time=now()))


def test_the_centre_says_who_it_is(centre: Centre) -> None:
    transport = Transport(centre.address)
    assert transport.hello().service == "onemm-central"
    transport.close()


@pytest.mark.parametrize(
    "says",
    [
        Said(200),
        Said(302, {"Location": "http://login.example.org"}, b""),
        Said(511),
        Said(200, {"Content-Type": "application/json"}, GOOD),
    ],
)
def test_a_login_page_is_not_the_centre(says: Said) -> None:
    with venue(says) as there:
        assert hello(Transport(there.address)).problem is Problem.NOT_THE_CENTRE
        assert len(there.asked) == 1


def test_another_centre_is_not_ours() -> None:
    with venue(said(GOOD)) as there:
        Transport(there.address, centre="our centre").hello()
        assert hello(Transport(there.address, centre="their centre")).problem is Problem.NOT_THE_CENTRE


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert hello(Transport(f"http://127.0.0.1:{port}")).problem is Problem.UNREACHABLE


def test_a_centre_that_says_nothing_is_given_up(silent_address: str) -> None:
    transport = Transport(silent_address, timeouts=Timeouts(connect=1, read=0.05))
    assert hello(transport).problem is Problem.UNREACHABLE


def test_a_line_cut_in_the_middle_of_an_answer() -> None:
    with venue(Said(200, CENTRE, GOOD, cut=20)) as there:
        assert hello(Transport(there.address)).problem is Problem.UNREACHABLE


def test_an_answer_whose_packing_is_broken() -> None:
    with venue(said(gzip.compress(GOOD)[:-12], headers={"Content-Encoding": "gzip"})) as there:
        assert hello(Transport(there.address)).problem in {Problem.UNREACHABLE, Problem.CENTRE_FAILED}


@pytest.mark.parametrize("body", [b"", b"null", b"{}", GOOD[:-1], b"\xff\xfe"])
def test_an_answer_of_the_centre_that_makes_no_sense(body: bytes) -> None:
    with venue(said(body)) as there:
        assert hello(Transport(there.address)).problem is Problem.CENTRE_FAILED


def test_an_answer_without_end_is_not_taken_into_memory() -> None:
    with venue(said(gzip.compress(b" " * (MAX_ANSWER + 1), 1), headers={"Content-Encoding": "gzip"})) as there:
        assert hello(Transport(there.address)).values == {"status": 413}


@pytest.mark.parametrize(
    ("says", "problem", "values"),
    [
        (said(b"oops", status=500), Problem.CENTRE_FAILED, {"status": 500}),
        (said(b"oops", status=404), Problem.CENTRE_FAILED, {"status": 404}),
        (said(b"", status=503, headers={"Retry-After": "7"}), Problem.BUSY, {"retry_after": 7}),
        (said(b"", status=429, headers={"Retry-After": "Sat, 21 Nov 2026 10:00:00 GMT"}), Problem.BUSY, {}),
        (
            said(msgspec.json.encode(Refusal(code=Code.REVOKED, values={"by": "Nia"})), status=403),
            Problem.REFUSED,
            {"code": "revoked", "by": "Nia"},
        ),
        (
            said(msgspec.json.encode(Refusal(code="of_the_future")), status=409),
            Problem.REFUSED,
            {"code": "bad_request"},
        ),
    ],
)
def test_what_the_centre_says_instead_of_an_answer(
    says: Said, problem: Problem, values: dict[str, str | float]
) -> None:
    with venue(says) as there:
        error = hello(Transport(there.address))
    assert (error.problem, error.values) == (problem, values)


def test_the_token_goes_to_the_centre_whatever_netrc_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login nia password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with venue(said(GOOD)) as there:
        Transport(there.address, "the token").hello()
        Transport(there.address).hello()
        assert [headers.get("Authorization") for _, headers in there.asked] == ["Bearer the token", None]


def test_a_long_message_is_packed() -> None:
    with venue(said(GOOD)) as there:
        transport = Transport(there.address)
        cursor = Cursor(epoch="one", seqs={f"partner/{n}": n for n in range(100)})
        with pytest.raises(KnownError):
            transport.pull(Pull(cursor=cursor))
        assert there.asked[0][1]["Content-Encoding"] == "gzip"
        assert int(there.asked[0][1]["Content-Length"]) < len(msgspec.json.encode(cursor))


def test_a_page_with_fewer_lines_than_its_head_says_is_not_a_page() -> None:
    head = PageHead(epoch="one", seq=1, total=2, count=2, next=None)
    body = msgspec.json.encode(head) + b'\n["mentor","1",1,{}]\n'
    with venue(said(body)) as there, pytest.raises(KnownError) as caught:
        Transport(there.address).page(PageAsked(partition="national"))
    assert caught.value.problem is Problem.CENTRE_FAILED

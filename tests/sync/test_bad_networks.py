"""What venues' networks do, one by one, over real sockets: nothing hangs, nothing is believed, work goes on after."""

from __future__ import annotations

import itertools
import logging
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync import enrolment, transport
from onemm_desktop.sync.alone import one_process
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.transport import Timeouts, Transport
from onemm_wire.errors import Code
from onemm_wire.partitions import region
from onemm_wire.protocol import CENTRE_HEADER, Hello, Push
from tests.central_service import Centre
from tests.sync.bad_servers import TODAY, YEAR, Authority, Talker, authority, full_house, talker
from tests.sync.laptop import Laptop, now
from tests.sync.records import identity
from tests.sync.venue import Said, venue

GOOD = msgspec.json.encode(Hello(centre="our centre", schemas=(1,), server_time=now()))
ANSWER = (
    f"HTTP/1.1 200 OK\r\n{CENTRE_HEADER}: our centre\r\nContent-Type: application/json\r\n"
    f"Content-Length: {len(GOOD)}\r\n\r\n"
).encode()

Talk = Callable[[socket.socket, Talker], None]


def problem_at(address: str) -> Problem:
    """What a laptop makes of whoever is there."""
    way = Transport(address, timeouts=Timeouts(connect=1, read=1, whole=1))
    with pytest.raises(KnownError) as caught:
        way.hello()
    way.close()
    return caught.value.problem


def request_of(line: socket.socket) -> bytes:
    """Read one request without a body."""
    request = b""
    while b"\r\n\r\n" not in request and (more := line.recv(4096)):
        request += more
    return request


# --- who reads along ----------------------------------------------------------------------------------------------


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """The only authority that this laptop trusts."""
    ours = authority(tmp_path, "An authority")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(ours.file))
    return ours


def over_tls(context: ssl.SSLContext, heard: list[bytes]) -> Talk:
    def talk(line: socket.socket, _: Talker) -> None:
        with context.wrap_socket(line, server_side=True) as secured:
            heard.append(request_of(secured))
            secured.sendall(ANSWER + GOOD)

    return talk


def test_a_certificate_that_fits_is_taken(trusted: Authority) -> None:
    heard: list[bytes] = []
    with talker(over_tls(trusted.context(), heard)) as there:
        assert Transport(f"https://localhost:{there.port}").hello().centre == "our centre"
    assert heard


@pytest.mark.parametrize("fault", ["of a proxy that reads along", "of another name", "run out"])
def test_nothing_is_said_to_a_certificate_that_does_not_fit(trusted: Authority, tmp_path: Path, fault: str) -> None:
    context = {
        "of a proxy that reads along": lambda: authority(tmp_path, "Venue").context(),
        "of another name": lambda: trusted.context(name="login.venue.example"),
        "run out": lambda: trusted.context(until=TODAY - YEAR),
    }[fault]()
    heard: list[bytes] = []
    with talker(over_tls(context, heard)) as there:
        assert problem_at(f"https://localhost:{there.port}") is Problem.CERTIFICATE
    assert heard == []


def test_somebody_who_speaks_no_tls_is_not_the_centre() -> None:
    def talk(line: socket.socket, _: Talker) -> None:
        line.recv(4096)
        line.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://login.example.org\r\n\r\n")

    with talker(talk) as there:
        assert problem_at(f"https://127.0.0.1:{there.port}") is Problem.NOT_THE_CENTRE


def test_a_line_that_breaks_in_the_greeting_is_a_broken_line() -> None:
    with talker(lambda line, _: line.close()) as there:
        assert problem_at(f"https://127.0.0.1:{there.port}") is Problem.UNREACHABLE


# --- who is there -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_proxy_that_says_that_nobody_is_there_is_believed(status: int) -> None:
    says = Said(status, {"Retry-After": "9"}, b"<h1>Bad Gateway</h1>")
    with venue(says) as there, pytest.raises(KnownError) as caught:
        Transport(there.address).hello()
    assert (caught.value.problem, caught.value.values["retry_after"]) == (Problem.UNREACHABLE, 9)


def test_a_refusal_with_strange_values_is_a_refusal() -> None:
    values = {"problem": "ours", "self": 1, "retry_after": "soon", "code": "theirs", "deep": {"list": [1]}}
    body = msgspec.json.encode({"code": Code.NOT_ALLOWED.value, "values": values})
    with venue(Said(403, {CENTRE_HEADER: "our centre"}, body)) as there, pytest.raises(KnownError) as caught:
        Transport(there.address).hello()
    assert (caught.value.problem, caught.value.values["code"]) == (Problem.REFUSED, Code.NOT_ALLOWED)
    assert "retry_after" not in caught.value.values


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.binary(max_size=300), begins_well=st.integers(min_value=0, max_value=len(ANSWER)))
def test_whatever_comes_back_is_one_of_the_known_problems(
    caplog: pytest.LogCaptureFixture, said: bytes, begins_well: int
) -> None:
    # urllib3 complains of heads that it cannot read; that is what they are for.
    caplog.set_level(logging.ERROR, "urllib3")

    def talk(line: socket.socket, _: Talker) -> None:
        request_of(line)
        line.sendall(ANSWER[:begins_well] + said)

    with talker(talk) as there:
        assert problem_at(f"http://127.0.0.1:{there.port}") in {
            Problem.UNREACHABLE,
            Problem.NOT_THE_CENTRE,
            Problem.CENTRE_FAILED,
            Problem.REFUSED,
            Problem.BUSY,
        }


# --- stopping -----------------------------------------------------------------------------------------------------


def silent(line: socket.socket, here: Talker) -> None:
    here.over.wait()


def drips(before: bytes, drop: bytes) -> Talk:
    def talk(line: socket.socket, here: Talker) -> None:
        request_of(line)
        line.sendall(before)
        while not here.over.wait(0.05):
            line.sendall(drop)

    return talk


STAGES: dict[str, tuple[str, Talk]] = {
    "greeting": ("https", silent),
    "sending or waiting": ("http", silent),
    "head in drops": ("http", drips(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a")),
    "body in drops": ("http", drips(ANSWER.replace(str(len(GOOD)).encode(), b"9999999"), b" ")),
}


def stopped_after(way: Transport, ask: Callable[[Transport, Callable[[], bool]], object]) -> float:
    """Seconds from a person's "Stop", a quarter of a second into the call, to its end."""
    began = time.monotonic()
    with pytest.raises(KnownError) as caught:
        ask(way, lambda: time.monotonic() - began > 0.25)
    assert caught.value.problem is Problem.CANCELLED
    return time.monotonic() - began - 0.25


@pytest.mark.parametrize("stage", STAGES)
def test_stopping_takes_less_than_a_second_at_every_stage(stage: str) -> None:
    scheme, talk = STAGES[stage]
    with talker(talk) as there:
        way = Transport(f"{scheme}://127.0.0.1:{there.port}", "token", timeouts=Timeouts(read=60))
        assert stopped_after(way, lambda way, cancelled: way.push(Push(ops=[]), cancelled)) < 1
        way.close()


def test_stopping_takes_less_than_a_second_while_connecting() -> None:
    with full_house() as port:
        way = Transport(f"http://127.0.0.1:{port}", timeouts=Timeouts(connect=60))
        assert stopped_after(way, lambda way, cancelled: way.hello(cancelled)) < 1


def test_stopping_takes_less_than_a_second_while_a_file_goes_up() -> None:
    with talker(silent) as there:
        way = Transport(f"http://127.0.0.1:{there.port}", "token", timeouts=Timeouts(read=60))
        assert stopped_after(way, lambda way, cancelled: way.deliver(b"x" * (16 << 20), cancelled)) < 1


def test_an_answer_in_drops_is_given_up_at_last() -> None:
    _, talk = STAGES["body in drops"]
    with talker(talk) as there:
        way = Transport(f"http://127.0.0.1:{there.port}", timeouts=Timeouts(whole=0.4))
        with pytest.raises(KnownError) as caught:
            way.hello()
        assert caught.value.problem is Problem.UNREACHABLE


@pytest.fixture
def lost_names(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A resolver that never answers, as behind many a venue's router. No time-out of a socket covers it."""
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait() and [])
    yield
    over.set()


def soon_enough(looks: int = 50) -> Callable[[], bool]:
    """A person who has had enough after five seconds: whoever still waits then would have waited on."""
    patience = iter(range(looks))
    return lambda: next(patience, None) is None


@pytest.mark.usefixtures("lost_names")
def test_a_name_that_is_never_found_is_given_up_long_before_a_slow_answer_is() -> None:
    way = Transport("https://centre.example.org", timeouts=Timeouts(connect=0.05, greeting=0.05, name=0.05))
    with pytest.raises(KnownError) as caught:
        way.hello(soon_enough())
    assert caught.value.problem is Problem.UNREACHABLE


@pytest.mark.parametrize(
    "ask", [lambda way: way.hello(soon_enough()), lambda way: way.push(Push(ops=[]), soon_enough())]
)
def test_a_head_in_drops_is_silence(ask: Callable[[Transport], object]) -> None:
    """Each drop is within the time between two packets; the first word of an answer is its whole head."""
    _, talk = STAGES["head in drops"]
    with talker(talk) as there:
        times = Timeouts(connect=0.1, read=0.3, greeting=0.3, name=0.1)
        with pytest.raises(KnownError) as caught:
            ask(Transport(f"http://127.0.0.1:{there.port}", "token", timeouts=times))
        assert caught.value.problem is Problem.UNREACHABLE


@pytest.mark.parametrize("network", ["refuses", "silent", "black hole"])
def test_a_run_without_a_centre_ends_with_its_greeting(laptop: Laptop, network: str) -> None:
    """So it lasts no longer than one: 25 seconds where nothing at all is heard."""
    laptop.change_mentor(laptop.add_mentor("Rhys"), notes="typed offline")
    times = Timeouts(connect=0.2, greeting=0.2, read=60)
    with nobody_there(network) as (port, heard):
        laptop.transport = Transport(f"http://127.0.0.1:{port}", "token", timeouts=times)
        status = laptop.sync(soon_enough())
    assert status.problem is not None and status.problem.problem is Problem.UNREACHABLE
    assert (status.state, status.unsent) == ("offline", 2)
    assert [request.split()[1] for request in heard] == ([b"/healthz"] if network == "silent" else [])


@contextmanager
def nobody_there(network: str) -> Iterator[tuple[int, list[bytes]]]:
    """A port where nobody answers, in one of three ways, and what is said to it."""
    heard: list[bytes] = []

    def listen(line: socket.socket, here: Talker) -> None:
        heard.append(request_of(line))
        here.over.wait()

    match network:
        case "silent":
            with talker(listen) as there:
                yield there.port, heard
        case "black hole":
            with full_house() as port:
                yield port, heard
        case _:
            with socket.create_server(("127.0.0.1", 0)) as taken:
                port = taken.getsockname()[1]
            yield port, heard


# --- asleep -------------------------------------------------------------------------------------------------------


def once(line: socket.socket, here: Talker) -> None:
    """Answers one request; the line stays open, and dead."""
    request_of(line)
    line.sendall(ANSWER + GOOD)
    here.over.wait()


def test_a_laptop_that_slept_in_mid_request_does_not_wait_for_the_dead() -> None:
    clock = itertools.chain([0.0, 0.1, 0.2], itertools.repeat(8 * 3600.0))
    with talker(silent) as there:
        way = Transport(f"http://127.0.0.1:{there.port}", timeouts=Timeouts(read=60), clock=lambda: next(clock))
        began = time.monotonic()
        with pytest.raises(KnownError) as caught:
            way.hello()
        assert caught.value.problem is Problem.UNREACHABLE
        assert time.monotonic() - began < 2


def test_after_sleep_a_new_line_is_taken() -> None:
    night = threading.Event()

    def talk(line: socket.socket, here: Talker) -> None:
        if night.is_set():
            once(line, here)
        silent(line, here)

    clock = itertools.chain([0.0], itertools.repeat(8 * 3600.0))
    with talker(talk) as there:
        way = Transport(f"http://127.0.0.1:{there.port}", timeouts=Timeouts(read=60), clock=lambda: next(clock))
        with pytest.raises(KnownError):
            way.hello()
        night.set()
        assert way.hello().centre == "our centre"
        assert there.connections == 2
        way.close()


def test_a_line_that_was_idle_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "IDLE", -1.0)
    with talker(once) as there:
        way = Transport(f"http://127.0.0.1:{there.port}", timeouts=Timeouts(read=1))
        assert [way.hello().centre for _ in range(2)] == ["our centre"] * 2
        assert there.connections == 2
        way.close()


def test_a_line_that_is_in_use_is_kept() -> None:
    def talk(line: socket.socket, _: Talker) -> None:
        while request_of(line):
            line.sendall(ANSWER + GOOD)

    with talker(talk) as there:
        way = Transport(f"http://127.0.0.1:{there.port}")
        for _ in range(3):
            way.hello()
        assert there.connections == 1
        way.close()


# --- one at a time, and the time ----------------------------------------------------------------------------------


@pytest.fixture
def another_process(laptop: Laptop) -> Iterator[subprocess.Popen[str]]:
    """A process that is talking for this laptop."""
    hold = (
        "import sys, pathlib; from onemm_desktop.sync.alone import one_process\n"
        "with one_process(pathlib.Path(sys.argv[1])) as alone: print(alone, flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", hold, str(laptop.database.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def test_two_processes_never_talk_for_one_laptop(
    furnished: Centre, laptop: Laptop, another_process: subprocess.Popen[str]
) -> None:
    status = laptop.sync()
    assert status.problem is not None and status.problem.problem is Problem.DATABASE_LOCKED
    # However the other one ends, nothing stale is left.
    another_process.kill()
    another_process.wait()
    assert laptop.sync().state == "online"


def test_the_claim_is_given_back_after_each_run(laptop: Laptop) -> None:
    laptop.sync()
    with one_process(laptop.database.path) as alone:
        assert alone


@pytest.mark.parametrize(("wrong_by", "matters"), [(timedelta(minutes=4), False), (timedelta(days=-400), True)])
def test_a_wrong_clock_is_measured_and_decides_nothing(
    furnished: Centre, laptop: Laptop, wrong_by: timedelta, matters: bool
) -> None:
    def wrong_clock() -> datetime:
        return now() + wrong_by

    runner = Runner(laptop.database, laptop.transport, clock=wrong_clock)
    assert runner.run().problem is None
    laptop.change_mentor(identity(0), notes="called")
    status = runner.run()
    assert (status.state, status.unsent) == ("online", 0)
    assert status.clock_offset == pytest.approx(-wrong_by.total_seconds(), abs=10)
    assert status.clock_is_wrong is matters
    assert laptop.records("mentor") == furnished.records("mentor", region("LDN"))


def test_work_goes_on_where_a_login_page_stood_in_between(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="called")
    ours = laptop.transport
    with venue(Said()) as there:
        token = laptop.secrets[enrolment.TOKEN].decode()
        laptop.transport = Transport(there.address, token, centre=laptop.device.centre)
        status = laptop.sync()
        assert status.problem is not None and status.problem.problem is Problem.NOT_THE_CENTRE
        assert (status.state, status.unsent) == ("offline", 1)
        laptop.transport.close()
    laptop.transport = ours
    assert (laptop.sync().state, laptop.ops()) == ("online", [(1, "done")])

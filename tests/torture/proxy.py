"""A bad network on loopback: a proxy in front of the centre that drops, delays, cuts, repeats and lies.

It understands just enough of HTTP to do its harm between two requests, in the middle of one, or after the centre has
committed and before the laptop has heard of it.
"""

from __future__ import annotations

import http.client
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.sync.venue import LOGIN_PAGE

#: Seconds in which the centre must answer the proxy; a killed one answers nobody.
PATIENCE = 20.0
#: Closing with this option set sends a reset in place of a polite end.
RESET = struct.pack("ii", 1, 0)


class Fault(StrEnum):
    """What may happen to one request."""

    NONE = "none"
    DROPPED = "dropped before it arrived"
    CUT_ON_THE_WAY = "cut in mid-body on the way up"
    LOST = "committed, answer lost"
    CUT_ON_THE_WAY_BACK = "committed, answer cut in mid-body"
    SLOW = "delayed"
    DRIBBLED = "answer in drops"
    TWICE = "sent twice, second answer given"
    AT_ONCE = "sent twice at the same time"
    LATE = "sent again behind later ones"
    BAD_GATEWAY = "committed, 502 of a proxy"
    FAILED = "committed, 500 under the centre's name"
    PORTAL = "login page with 200"
    ELSEWHERE = "sent elsewhere with 302"


MISFORTUNES = tuple(fault for fault in Fault if fault is not Fault.NONE)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Said:
    """The centre's answer as it came."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


@dataclass
class Network:
    """The way to the centre at ``to`` (port). ``weather`` is the share of requests that meet one of ``faults``."""

    to: int
    chance: random.Random
    weather: float = 0.0
    faults: tuple[Fault, ...] = MISFORTUNES
    port: int = 0
    met: Counter[str] = field(default_factory=Counter)
    _late: list[Asked] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fate(self) -> tuple[Fault, float]:
        """What happens to the next request, and a number from [0, 1) that says where or how long."""
        with self._lock:
            struck = self.chance.random() < self.weather
            fault = self.chance.choice(self.faults) if struck else Fault.NONE
            self.met[fault.value] += 1
            return fault, self.chance.random()

    def ask(self, asked: Asked) -> Said:
        """Pass a request on to the centre. Raises OSError or HTTPException where it is not there."""
        line = http.client.HTTPConnection("127.0.0.1", self.to, timeout=PATIENCE)
        try:
            line.request(asked.method, asked.path, asked.body, asked.headers)
            answer = line.getresponse()
            return Said(answer.status, answer.getheaders(), answer.read())
        finally:
            line.close()

    def ask_half(self, asked: Asked, share: float) -> None:
        """Let only the beginning of a body through, then hang up."""
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.to), PATIENCE) as line:
            head = "".join(f"{name}: {value}\r\n" for name, value in asked.headers.items())
            line.sendall(f"{asked.method} {asked.path} HTTP/1.1\r\n{head}\r\n".encode())
            line.sendall(asked.body[: int(share * len(asked.body))])

    def keep(self, asked: Asked) -> None:
        """Keep a request, to send it once more behind later ones."""
        with self._lock:
            self._late.append(asked)

    def let_go_of_one(self) -> None:
        """Send again a request that was kept; nobody hears the answer."""
        with self._lock:
            late = self._late.pop(0) if self._late and self.chance.random() < 0.5 else None
        if late is not None:
            with suppress(OSError, http.client.HTTPException):
                self.ask(late)


@contextmanager
def network(to: int, seed: int) -> Iterator[Network]:
    """Serve a proxy in front of the centre's port until the block ends."""

    class Handler(_Handler):
        way = Network(to, random.Random(seed))

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A laptop was killed in mid-request: that is what we are here for."""

    with Server(("127.0.0.1", 0), Handler) as server:
        Handler.way.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield Handler.way
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    """One connection of a laptop's."""

    way: Network
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = Asked(self.command, self.path, dict(self.headers), body)
        fault, share = self.way.fate()
        try:
            self._suffer(fault, share, asked)
        except (OSError, http.client.HTTPException):
            self._hang_up()
        self.way.let_go_of_one()

    do_GET = do_POST = pass_on

    def _suffer(self, fault: Fault, share: float, asked: Asked) -> None:
        match fault:
            case Fault.DROPPED:
                self._hang_up()
            case Fault.CUT_ON_THE_WAY:
                self.way.ask_half(asked, share)
                self._hang_up()
            case Fault.PORTAL:
                self._say(Said(200, [("Content-Type", "text/html")], LOGIN_PAGE))
            case Fault.ELSEWHERE:
                self._say(Said(302, [("Location", "http://127.0.0.1:9/login")], b""))
            case _:
                self._suffer_after_it_arrived(fault, share, asked)

    def _suffer_after_it_arrived(self, fault: Fault, share: float, asked: Asked) -> None:
        match fault:
            case Fault.SLOW:
                _pause(share / 4)
            case Fault.TWICE:
                self.way.ask(asked)
            case Fault.AT_ONCE:
                threading.Thread(target=_ask_quietly, args=(self.way, asked), daemon=True).start()
            case Fault.LATE:
                self.way.keep(asked)
        answer = self.way.ask(asked)
        match fault:
            case Fault.LOST:
                self._hang_up()
            case Fault.CUT_ON_THE_WAY_BACK:
                self._say(answer, cut=int(share * len(answer.body)))
            case Fault.DRIBBLED:
                self._say(answer, drops=5, pause=share / 50)
            case Fault.BAD_GATEWAY:
                self._say(Said(502, [("Content-Type", "text/html")], b"<h1>502 Bad Gateway</h1>"))
            case Fault.FAILED:
                self._say(Said(500, answer.headers, b""))
            case _:
                self._say(answer)

    def _say(self, answer: Said, *, cut: int | None = None, drops: int = 1, pause: float = 0.0) -> None:
        self.send_response_only(answer.status)
        for name, value in answer.headers:
            if name.lower() not in {"content-length", "connection", "transfer-encoding"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        size = max(1, -(-len(answer.body) // drops))
        for start in range(0, len(answer.body[:cut]), size):
            self.wfile.write(answer.body[:cut][start : start + size])
            self.wfile.flush()
            _pause(pause)
        if cut is not None:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def _ask_quietly(way: Network, asked: Asked) -> None:
    with suppress(OSError, http.client.HTTPException):
        way.ask(asked)


def _pause(seconds: float) -> None:
    if seconds:
        threading.Event().wait(seconds)

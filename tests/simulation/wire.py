"""The simulated line: the real transport over a session of requests that hands every exchange to the world.

Whoever waits for the network is a greenlet that has given the thread back; the world decides what becomes of the
exchange and when. So several laptops, their people and the centre take turns on one thread, in an order that the
seed alone decides.
"""

from __future__ import annotations

import io
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any, TypeVar

import requests
from greenlet import getcurrent, greenlet
from requests.structures import CaseInsensitiveDict

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync.calls import Call, Cancelled, never
from onemm_wire.protocol import CENTRE_HEADER, SCHEMA_HEADER
from tests.simulation.centre import CENTRE_ID, Reply

T = TypeVar("T")


@dataclass
class Exchange:
    """One request under way. ``reply`` is set once the centre has answered and the answer is on its way back."""

    token: str
    path: str
    body: bytes
    encoding: str
    schema: int
    waiting: greenlet
    reply: Reply | None = None

    def bring(self, outcome: Reply | Exception, *, from_centre: bool = True) -> None:
        """Let the laptop have this answer, or this failure, and go on until it waits again."""
        self.waiting.parent = getcurrent()
        self.waiting.switch((outcome, from_centre))


class Line(requests.Session):
    """A session whose requests wait in ``waiting`` until the world brings an outcome."""

    def __init__(self, token: str, waiting: list[Exchange]) -> None:
        super().__init__()
        self._token = token
        self._waiting = waiting

    def request(self, method: str | bytes, url: str | bytes, *_: Any, **asked: Any) -> requests.Response:
        """Hand the thread back until an outcome is brought."""
        path = "/" + str(url).split("/", 3)[3]
        headers: Mapping[str, str] = asked["headers"]
        here = getcurrent()
        schema = int(self.headers[SCHEMA_HEADER])
        exchange = Exchange(self._token, path, asked["data"] or b"", headers.get("Content-Encoding", ""), schema, here)
        self._waiting.append(exchange)
        assert here.parent is not None
        outcome, from_centre = here.parent.switch()
        if isinstance(outcome, Exception):
            raise outcome
        return _response(outcome, from_centre=from_centre)


class SimulatedCall(Call[T]):
    """A call without a thread: a greenlet that runs until its request waits."""

    def __init__(self, work: Callable[[Call[T]], T]) -> None:
        self._work = work
        self._is_left = False
        self._silent_until = math.inf
        self._finished = False
        self._result: T
        self._error: BaseException | None = None
        greenlet(self._run).switch()

    @property
    def left(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._is_left

    def leave(self) -> None:
        """Nobody wants the result."""
        self._is_left = True

    def wait(
        self, cancelled: Cancelled = never, *, patience: float = math.inf, clock: Callable[[], float] = time.time
    ) -> T:
        """The result, once the world has brought it; CANCELLED if the person has had enough. Time-outs are faults."""
        while not self._finished:
            if cancelled():
                self.leave()
                raise KnownError(Problem.CANCELLED)
            here = getcurrent()
            assert here.parent is not None
            here.parent.switch()
        if self._error is not None:
            raise self._error
        return self._result

    def _run(self) -> None:
        try:
            self._result = self._work(self)
        except BaseException as error:  # noqa: BLE001  (raised again where it is waited for)
            self._error = error
        finally:
            self._finished = True


def _response(reply: Reply, *, from_centre: bool) -> requests.Response:
    response = requests.Response()
    response.status_code = reply.status
    response.headers = CaseInsensitiveDict({CENTRE_HEADER: CENTRE_ID} if from_centre else {})
    if reply.date is not None:
        response.headers["Date"] = format_datetime(reply.date, usegmt=True)
    response.raw = io.BytesIO(reply.body)
    return response

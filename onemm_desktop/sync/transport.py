"""The way to the centre and the only user of requests: time-outs, compression, proof of sender, cancel."""

from __future__ import annotations

import ssl
import threading
import time
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

import msgspec
import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync import answers
from onemm_desktop.sync.access import Access
from onemm_desktop.sync.address import normal
from onemm_desktop.sync.answers import Answer
from onemm_desktop.sync.calls import Call, Cancelled, never
from onemm_desktop.sync.pages import Page
from onemm_desktop.sync.pinned import OtherCertificateError, context_for
from onemm_wire.bundle import MEDIA_TYPE
from onemm_wire.errors import Code
from onemm_wire.protocol import (
    SCHEMA,
    SCHEMA_HEADER,
    BucketAsked,
    Digest,
    DigestAsked,
    Enrol,
    Enrolled,
    Hello,
    Incidents,
    KeyKept,
    Known,
    KnownAsked,
    Message,
    Noted,
    PageAsked,
    Pull,
    Pulled,
    Push,
    Pushed,
    SignedIn,
    SignIn,
    TokenGranted,
)

#: Seconds. The read time-out is between two packets, not for a whole answer.
CONNECT_TIMEOUT = 5.0
READ_TIMEOUT = 30.0
#: The greeting is a few hundred bytes, and asked of whoever may not be there: a dead line is to be known for one soon.
GREETING_TIMEOUT = 10.0
#: For looking up the centre's name, which has no time-out of its own.
NAME_TIMEOUT = 10.0
#: Bytes a second of the slowest line that is still one: so long may a message be on its way up.
SLOWEST = 1_000
#: For a whole answer, however slowly it drips: a page of a first sync takes two minutes on the slowest line there is.
WHOLE_TIMEOUT = 300.0
#: A connection that nobody has used for so long may be dead without a word: the centre closes it after five seconds,
#: a venue's router forgets it, a laptop sleeps. A new one costs one round trip.
IDLE = 4.0
#: The centre answers a file when all of its changes are in, up to ten thousand of them.
DELIVERY_TIMEOUT = 180.0
#: Bodies below this many bytes are sent as they are: gzip would add more than it saves.
WORTH_PACKING = 600
CHUNK = 1 << 18
#: A page of a first sync is about a megabyte; whatever is this large is no answer of the centre.
MAX_ANSWER = 64 << 20

#: Where one asks without an access token.
OPEN_PATHS = frozenset({"/healthz", "/sign-in", "/devices/enrol", "/devices/token", "/devices/key"})

M = TypeVar("M", bound=Message)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds to connect, between two packets, for a whole answer, for a greeting's first word, and to find a name."""

    connect: float = CONNECT_TIMEOUT
    read: float = READ_TIMEOUT
    whole: float = WHOLE_TIMEOUT
    greeting: float = GREETING_TIMEOUT
    name: float = NAME_TIMEOUT


class _Bearer(requests.auth.AuthBase):
    """Sends the token; being set, it also keeps requests from putting a password of ~/.netrc in its place."""

    def __init__(self, token: Callable[[], str | None]) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if token := self._token():
            request.headers["Authorization"] = f"Bearer {token}"
        return request


class _Pinned(HTTPAdapter):
    """Connections over TLS by a context of our own, through a proxy as well."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context)

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        return super().proxy_manager_for(*args, **kwargs, ssl_context=self._context)


class Transport:
    """Requests and answers of ``onemm_wire.protocol`` with one centre.

    ``token`` is the pass of a sign-in while enrolling, or the device's; with ``access`` the device gets its tokens by
    itself, whenever one is needed. ``centre`` is the id this laptop is enrolled at.
    Every method raises KnownError: UNREACHABLE, NOT_THE_CENTRE, CERTIFICATE, OTHER_CERTIFICATE, INSECURE,
    CENTRE_FAILED, BUSY (``retry_after``), REFUSED (``code``), CANCELLED. Calls are made one after the other; a page
    may be asked for ahead.
    ``when_revoked`` is called as soon as the centre says, to whatever, that this device is shut out; on any thread.
    """

    def __init__(
        self,
        address: str,
        token: str | None = None,
        *,
        centre: str | None = None,
        timeouts: Timeouts = Timeouts(),
        access: Access | None = None,
        pins: Collection[str] = (),
        new_session: Callable[[], requests.Session] = requests.Session,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.address = normal(address)
        self._token = token
        self._access = access
        self._pins = pins
        self.when_revoked: Callable[[], None] = _nothing
        self._renewing = threading.Lock()
        self._centre = centre
        self._timeouts = timeouts
        self._new_session = new_session
        self._clock = clock
        self._session = self._fresh_session()
        self._last_used = time.monotonic()

    def hello(self, cancelled: Cancelled = never) -> Hello:
        """Who is there: the proof that an address is the centre, before anyone types a password."""
        patience = min(self._timeouts.greeting, self._timeouts.read)

        def greet(call: Call[Hello]) -> Hello:
            return answers.read(self._exchange(call, "GET", "/healthz", read_timeout=patience), Hello)

        hello = self._wait(Call(greet), cancelled)
        if self._access is not None:
            self._access.challenge = hello.challenge
        return hello

    def sign_in(self, sign_in: SignIn, cancelled: Cancelled = never) -> SignedIn:
        """A pass of fifteen minutes for a person's e-mail address and password."""
        return self._post("/sign-in", sign_in, SignedIn, cancelled)

    def enrol(self, enrol: Enrol, cancelled: Cancelled = never) -> Enrolled:
        """Make this laptop a device of the centre."""
        return self._post("/devices/enrol", enrol, Enrolled, cancelled)

    def rekey(self, old: bytes, new: bytes, cancelled: Cancelled = never) -> None:
        """Let a new private key of this device count in place of an old one; harmless to repeat."""
        access = self._access
        if access is None:
            raise RuntimeError("only a device that proves its key can change it")

        def ask(call: Call[None]) -> None:
            answer = self._challenged(call, access, "/devices/key", lambda: access.rekeyed(old, new))
            access.challenge = answers.read(answer, KeyKept).challenge
            access.token = ""

        self._wait(Call(ask), cancelled)

    def push(self, push: Push, cancelled: Cancelled = never) -> Pushed:
        """Send a batch of ops; harmless to repeat."""
        return self._post("/sync/push", push, Pushed, cancelled)

    def pull(self, pull: Pull, cancelled: Cancelled = never) -> Pulled:
        """Everything after a cursor, one page.

        Asked briefly where the laptop can, and with the whole cursor where that is not understood.
        """
        return self._wait(Call(lambda call: self._pulled(call, pull)), cancelled)

    def _pulled(self, call: Call[Pulled], asked: Pull) -> Pulled:
        if asked.brief is not None:
            brief = Pull(limit=asked.limit, brief=asked.brief)
            answer = self._exchange(call, "POST", "/sync/pull", brief)
            if answer.status == HTTPStatus.NO_CONTENT:
                return answers.nothing_new(answer, asked)
            if answers.refused(answer) != Code.BAD_REQUEST:
                return answers.read(answer, Pulled)
        whole = Pull(cursor=asked.cursor, limit=asked.limit)
        return answers.read(self._exchange(call, "POST", "/sync/pull", whole), Pulled)

    def deliver(self, file: bytes, cancelled: Cancelled = never) -> bytes:
        """Hand in another laptop's file of changes; answers the file to give back to it. Harmless to repeat."""

        def ask(call: Call[bytes]) -> bytes:
            answer = self._exchange(call, "POST", "/bundles", file, read_timeout=DELIVERY_TIMEOUT)
            answers.check_success(answer)
            return answer.body

        return self._wait(Call(ask), cancelled)

    def digest(self, asked: DigestAsked, cancelled: Cancelled = never) -> Digest:
        """The centre's sums."""
        return self._post("/sync/digest", asked, Digest, cancelled)

    def bucket(self, asked: BucketAsked, cancelled: Cancelled = never) -> Page:
        """The records of some buckets, as a page."""
        return self._wait(Call(lambda call: Page.read(self._exchange(call, "POST", "/sync/bucket", asked))), cancelled)

    def known(self, asked: KnownAsked, cancelled: Cancelled = never) -> Known:
        """Which of our ops the centre has never answered."""
        return self._post("/sync/known", asked, Known, cancelled)

    def tell(self, incidents: Incidents, cancelled: Cancelled = never) -> Noted:
        """What this laptop found wrong with its copy."""
        return self._post("/sync/incidents", incidents, Noted, cancelled)

    def page(self, asked: PageAsked, cancelled: Cancelled = never) -> Page:
        """One page of a first sync."""
        return self.wait_for(self.ask_for(asked), cancelled)

    def ask_for(self, asked: PageAsked) -> Call[Page]:
        """Ask for a page ahead: it travels while the one before is being written. Wait with ``wait_for``."""
        return Call(lambda call: Page.read(self._exchange(call, "POST", "/sync/page", asked)))

    def wait_for(self, call: Call[T], cancelled: Cancelled = never) -> T:
        """The result of a call asked for ahead."""
        return self._wait(call, cancelled)

    def close(self) -> None:
        """Close the connections that are kept open between calls."""
        self._session.close()

    def _post(self, path: str, message: Message, answer: type[M], cancelled: Cancelled) -> M:
        return self._wait(
            Call(lambda call: answers.read(self._exchange(call, "POST", path, message), answer)), cancelled
        )

    def _wait(self, call: Call[T], cancelled: Cancelled) -> T:
        try:
            return call.wait(cancelled, patience=self._timeouts.whole, clock=self._clock)
        finally:
            if call.left:
                # The thread that was left still holds the old session; sessions are not made for two threads.
                self._session = self._fresh_session()

    def _fresh_session(self) -> requests.Session:
        session = self._new_session()
        if self._pins:
            session.mount("https://", _Pinned(context_for(self._pins)))
        session.auth = _Bearer(self._told)
        # In place of what requests says by itself. A name stays: some proxies turn away who has none.
        headers = {SCHEMA_HEADER: str(SCHEMA), "Accept-Encoding": "gzip", "User-Agent": "1MM"}
        session.headers = CaseInsensitiveDict(headers)
        return session

    def _told(self) -> str | None:
        return self._token if self._access is None else self._access.token

    def _exchange(
        self,
        call: Call[T],
        method: str,
        path: str,
        message: Message | bytes | None = None,
        *,
        read_timeout: float | None = None,
    ) -> Answer:
        """One request and its answer; with a new token before it where one is due, or after it where it had ended."""
        if self._access is None or path in OPEN_PATHS:
            return self._send(call, method, path, message, read_timeout)
        if self._access.is_due:
            self._renew(call, self._access, self._access.token)
        told = self._access.token
        answer = self._send(call, method, path, message, read_timeout)
        if answers.refused(answer) != Code.SIGNED_OUT:
            return answer
        self._renew(call, self._access, told)
        return self._send(call, method, path, message, read_timeout)

    def _renew(self, call: Call[T], access: Access, ended: str) -> None:
        """Get a token in place of the one that ended, unless another call just did. Raises what the centre says."""
        with self._renewing:
            if access.token != ended:
                return
            answer = self._challenged(call, access, "/devices/token", access.asked)
            access.granted(answers.read(answer, TokenGranted))

    def _challenged(self, call: Call[T], access: Access, path: str, asked: Callable[[], Message]) -> Answer:
        """A signed request and its answer; signed once more where the challenge was too old."""
        answer = self._send(call, "POST", path, asked(), None)
        if answers.refused(answer) == Code.STALE_CHALLENGE:
            access.challenge = answers.challenge(answer)
            answer = self._send(call, "POST", path, asked(), None)
        return answer

    def _send(
        self,
        call: Call[T],
        method: str,
        path: str,
        message: Message | bytes | None,
        read_timeout: float | None,
    ) -> Answer:
        """One request and its whole answer, sender checked before the body is even read."""
        if call.left:
            raise KnownError(Problem.CANCELLED)
        body, headers = _packed(message)
        patience = read_timeout or self._timeouts.read
        call.expect(self._timeouts.name + self._timeouts.connect + len(body or b"") / SLOWEST + patience)
        if time.monotonic() - self._last_used > IDLE:
            self._session.close()  # it opens new connections by itself
        try:
            with self._session.request(
                method,
                self.address + path,
                data=body,
                headers=headers,
                timeout=(self._timeouts.connect, patience),
                # A captive portal likes to send one elsewhere; the centre never does.
                allow_redirects=False,
                stream=True,
            ) as response:
                call.hear()
                answers.check_sender(response.status_code, response.headers, self._centre)
                body = _body(call, response)
                answer = Answer(response.status_code, response.headers, body, response.raw.tell())
        except OSError as error:  # which every exception of requests is
            raise KnownError(_problem_of(error), address=self.address) from error
        finally:
            self._last_used = time.monotonic()
        if answers.refused(answer) == Code.REVOKED:
            self.when_revoked()
        return answer


def _nothing() -> None:
    """Nobody wants to know."""


def _packed(message: Message | bytes | None) -> tuple[bytes | None, Mapping[str, str]]:
    """The body and its headers, packed where it is worth it. A file goes as it is."""
    if message is None:
        return None, {}
    if isinstance(message, bytes):
        return message, {"Content-Type": MEDIA_TYPE}
    body = msgspec.json.encode(message)
    if len(body) < WORTH_PACKING:
        return body, {"Content-Type": "application/json"}
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return packer.compress(body) + packer.flush(), {"Content-Type": "application/json", "Content-Encoding": "gzip"}


def _problem_of(error: OSError) -> Problem:
    """What it means that there is no answer: nobody there, somebody else there, or somebody who reads along."""
    for cause in _causes(error):
        match cause:
            case OtherCertificateError():
                return Problem.OTHER_CERTIFICATE
            case ssl.SSLCertVerificationError():
                return Problem.CERTIFICATE
            case ssl.SSLEOFError() | ssl.SSLZeroReturnError() | ssl.SSLSyscallError():
                return Problem.UNREACHABLE
            case ssl.SSLError():
                # Whoever is there does not even speak TLS.
                return Problem.NOT_THE_CENTRE
    return Problem.UNREACHABLE


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and those that led to it: requests wraps those of urllib3, which wraps those of ssl."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _body(call: Call[T], response: requests.Response) -> bytes:
    """The inflated body, bounded, given up between two reads when nobody waits any more."""
    chunks: list[bytes] = []
    size = 0
    for chunk in response.iter_content(CHUNK):
        if call.left:
            raise KnownError(Problem.CANCELLED)
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_ANSWER:
            raise KnownError(Problem.CENTRE_FAILED, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE.value)
    return b"".join(chunks)

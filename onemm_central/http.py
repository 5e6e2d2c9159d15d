"""The service's manners: bodies have a limit, every answer says that it is the centre's, errors are refusals."""

from __future__ import annotations

import gzip
import logging
import re
import zlib
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any, TypeVar

import msgspec
from psycopg_pool import PoolTimeout
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onemm_central.refusals import Refused
from onemm_wire.errors import Code
from onemm_wire.protocol import CENTRE_HEADER, SCHEMA, SCHEMA_HEADER, SERVED_SCHEMAS, Refusal

log = logging.getLogger(__name__)

Asked = TypeVar("Asked")

SMALL_BODY = 16 * 1024
#: JSON's escape for NUL, which PostgreSQL cannot keep, but not the text "\\u0000" about it.
NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
#: Answers below this are not worth compressing: one network packet either way.
WORTH_COMPRESSING = 1_000

SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Manners:
    """Middleware around everything: the centre's headers on every answer, a refusal in place of a stack trace."""

    def __init__(self, app: ASGIApp, identity: str, *, only_private: bool = False) -> None:
        self._app = app
        self._only_private = only_private
        self._identity = {CENTRE_HEADER: identity}
        self._headers = {**SECURITY_HEADERS, **self._identity}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                # Where there is nothing, there is nothing to protect: an idle laptop asks every minute.
                empty = message["status"] == HTTPStatus.NO_CONTENT
                headers = MutableHeaders(scope=message)
                for name, value in (self._identity if empty else self._headers).items():
                    headers.setdefault(name, value)  # a page for people says for itself what it may load
                if scope["method"] == "GET" and scope["scheme"] == "https":
                    # For browsers, which only look; laptops speak nothing but TLS anyway.
                    headers["Strict-Transport-Security"] = "max-age=31536000"
            await send(message)

        if self._only_private and scope["scheme"] != "https":
            await refusal(Refused(Code.NOT_ALLOWED, reason="no_encryption"))(scope, receive, send_with_headers)
            return
        try:
            await self._app(scope, receive, send_with_headers)
        except ClientDisconnect:
            return  # a laptop hung up in the middle of its request: nobody is there to answer, and it asks again
        except Exception as error:
            if begun:
                raise
            failed = Refused(Code.BUSY, retry_after=5) if isinstance(error, PoolTimeout) else unforeseen(error)
            await refusal(failed)(scope, receive, send_with_headers)


def unforeseen(error: Exception) -> Refused:
    """A bug: its place goes to the log, without the error's text, which may quote a person's data."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = "somewhere" if place is None else f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}"
    log.error("%s at %s", type(error).__name__, where)
    return Refused(Code.CENTRE_FAILED)


def body(
    model: type[Asked], limit: int = SMALL_BODY, *, refuse_nul: bool = True
) -> Callable[[Request], Awaitable[Asked]]:
    """A FastAPI dependency that reads a JSON body, gzipped or not, of at most ``limit`` bytes once unpacked."""
    decoder = msgspec.json.Decoder(model)

    async def read(request: Request) -> Asked:
        plain = unpacked(await received(request, limit), request.headers.get("content-encoding", ""), limit)
        if refuse_nul and NUL.search(plain):
            raise Refused(Code.BAD_REQUEST)
        try:
            return decoder.decode(plain)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise Refused(Code.BAD_REQUEST) from error

    return read


def file_body(limit: int) -> Callable[[Request], Awaitable[bytes]]:
    """A FastAPI dependency that reads a body of at most ``limit`` bytes as it is."""

    async def read(request: Request) -> bytes:
        return await received(request, limit)

    return read


async def received(request: Request, limit: int) -> bytes:
    """The body as it came. Refuses with TOO_LARGE before it has read much more than ``limit`` bytes."""
    whole = bytearray()
    async for chunk in request.stream():
        whole += chunk
        if len(whole) > limit:
            raise Refused(Code.TOO_LARGE, limit=limit)
    return bytes(whole)


def unpacked(data: bytes, encoding: str, limit: int) -> bytes:
    """The body as it was before compression. Refuses a small body that would unpack to a huge one."""
    if encoding in ("", "identity"):
        return data
    if encoding != "gzip":
        raise Refused(Code.BAD_REQUEST)
    unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        plain = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise Refused(Code.BAD_REQUEST) from error
    if len(plain) > limit:
        raise Refused(Code.TOO_LARGE, limit=limit)
    if not unpacker.eof:
        raise Refused(Code.BAD_REQUEST)
    return plain


def answer(request: Request, message: Any) -> Response:
    """A message as JSON, compressed where the laptop can read that."""
    return sent(request, msgspec.json.encode(message), "application/json")


def sent(request: Request, content: bytes, media_type: str) -> Response:
    """An answer of 200. Called on a worker thread: compressing a page must not stop the event loop."""
    headers = {"Vary": "Accept-Encoding"}
    if len(content) >= WORTH_COMPRESSING and "gzip" in request.headers.get("accept-encoding", ""):
        # Level 1: on records, level 6 saves a tenth of the bytes for three times the processor.
        content = gzip.compress(content, compresslevel=1, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(content, media_type=media_type, headers=headers)


def nothing_new() -> Response:
    """An answer of 204: that there is one is all it says, and when, by its ``Date``."""
    return Response(status_code=HTTPStatus.NO_CONTENT)


def refusal(refused: Refused) -> Response:
    """A refusal as it travels."""
    headers = {} if refused.retry_after is None else {"Retry-After": str(round(refused.retry_after))}
    message = Refusal(code=refused.code.value, values=refused.values, retry_after=refused.retry_after)
    return Response(msgspec.json.encode(message), refused.status, headers, "application/json")


def knocking(knock: Callable[[str], None]) -> Callable[[Request], Awaitable[None]]:
    """A FastAPI dependency for routes of devices: ``knock`` hears of each request, by its token, before all else.

    Whoever has no token is refused further on, at no price.
    """

    async def count(request: Request) -> None:
        if said := request.headers.get("authorization"):
            knock(said)

    return count


def bearer(request: Request) -> str:
    """The token of the request. Refuses with SIGNED_OUT if there is none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refused(Code.SIGNED_OUT)
    return token


def network_of(request: Request) -> str:
    """Where a request comes from, to be patient with and never to be written down as it is. Behind a proxy that the
    settings name, uvicorn has put the address in that the proxy told."""
    return "" if request.client is None else request.client.host


def schema_of(request: Request) -> int:
    """The schema that a laptop's program speaks; the newest for a caller that says nothing.

    Refuses with TOO_OLD a program that is older than the centre serves, or newer than the centre.
    """
    said = request.headers.get(SCHEMA_HEADER, str(SCHEMA))
    if said not in map(str, SERVED_SCHEMAS):
        raise Refused(Code.TOO_OLD, served=list(SERVED_SCHEMAS))
    return int(said)

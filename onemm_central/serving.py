"""Running the service as a process: ready when it says so, gone cleanly when it is told to."""

from __future__ import annotations

import logging
import signal
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

import uvicorn

from onemm_central.app import create_app
from onemm_central.database import Database
from onemm_central.settings import Settings, Tls
from onemm_central.sync.admission import Limits
from onemm_central.tls import context_of, is_this_machine

log = logging.getLogger(__name__)

#: Seconds that requests under way have to finish in.
GRACE = 5


class _Announced(uvicorn.Server):
    """A server that says on standard output when it answers: the demo and scripts wait for that line."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        host, port = sockets[0].getsockname()[:2] if sockets else (self.config.host, self.config.port)
        scheme = "https" if self.config.is_ssl else "http"
        print(f"1MM centre on {scheme}://{host}:{port}", flush=True)  # noqa: T201  (what the command is to print)


class NotPrivateError(Exception):
    """Others could read along: the text says what to do about it."""


def serve(database: Database, settings: Settings, limits: Limits | None = None) -> None:
    """Serve until SIGTERM or Ctrl+C, then return. Port 0 takes a free one.

    Raises OSError if the port is taken or the certificate cannot be used, and NotPrivateError where it would listen
    to other machines without TLS. On SIGHUP a renewed certificate is taken up.
    """
    host, tls = settings.host, settings.tls
    if not (is_this_machine(host) or tls.certificate or tls.proxies):
        raise NotPrivateError(
            "Without ONEMM_TLS_CERTIFICATE, or ONEMM_PROXIES that end TLS before it, "
            "the service listens to this machine alone."
        )
    context = _Renewing.of(tls)
    with socket.create_server((host, settings.port)) as listening:
        # asyncio sets this only on sockets it made itself; without it every small answer waits 40 ms for an old ACK.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        config = uvicorn.Config(
            create_app(
                database, limits=limits, describes=settings.openapi, pins=tls.pins, only_private=bool(tls.proxies)
            ),
            log_level="warning",
            access_log=False,
            server_header=False,
            ws="none",
            lifespan="off",
            timeout_graceful_shutdown=GRACE,
            proxy_headers=bool(tls.proxies),
            forwarded_allow_ips=list(tls.proxies),
            ssl_context_factory=None if context is None else (lambda *_: context.context),
        )
        # uvicorn finishes on SIGTERM, then raises it once more for whoever was there before: that is us, so that
        # the embedded PostgreSQL is stopped as well and not left behind.
        signal.signal(signal.SIGTERM, _leave)
        if context is not None:
            signal.signal(signal.SIGHUP, context.renew)
        try:
            _Announced(config).run(sockets=[listening])
        except (KeyboardInterrupt, _Told):
            return


@dataclass(frozen=True)
class _Renewing:
    """A server's context of TLS that can read its certificate again."""

    context: ssl.SSLContext
    certificate: Path
    key: Path | None

    @classmethod
    def of(cls, tls: Tls) -> _Renewing | None:
        """The context that the settings name, if they name one. Raises OSError."""
        if tls.certificate is None:
            return None
        return cls(context_of(tls.certificate, tls.key), tls.certificate, tls.key)

    def renew(self, _number: int, _frame: FrameType | None) -> None:
        """New connections get the certificate that is in the file by now; a file that is none changes nothing."""
        try:
            context_of(self.certificate, self.key)
            self.context.load_cert_chain(self.certificate, self.key)
        except OSError as error:
            log.warning("the renewed certificate cannot be used: %s", type(error).__name__)


class _Told(BaseException):
    """SIGTERM arrived. Not an Exception: nothing between here and ``serve`` may take it for an error."""


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _Told

"""Running the service as a process: ready when it says so, gone cleanly when it is told to."""

from __future__ import annotations

import signal
import socket
from types import FrameType
from typing import NoReturn

import uvicorn

from onemm_central.app import create_app
from onemm_central.database import Database
from onemm_central.sync.admission import Limits

#: Seconds that requests under way have to finish in.
GRACE = 5


class _Announced(uvicorn.Server):
    """A server that says on standard output when it answers: the demo and scripts wait for that line."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        host, port = sockets[0].getsockname()[:2] if sockets else (self.config.host, self.config.port)
        print(f"1MM centre on http://{host}:{port}", flush=True)  # noqa: T201  (what the command is to print)


def serve(database: Database, host: str, port: int, limits: Limits | None = None) -> None:
    """Serve until SIGTERM or Ctrl+C, then return. Port 0 takes a free one. Raises OSError if the port is taken."""
    with socket.create_server((host, port)) as listening:
        # asyncio sets this only on sockets it made itself; without it every small answer waits 40 ms for an old ACK.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        config = uvicorn.Config(
            create_app(database, limits=limits),
            log_level="warning",
            access_log=False,
            server_header=False,
            ws="none",
            lifespan="off",
            timeout_graceful_shutdown=GRACE,
        )
        # uvicorn finishes on SIGTERM, then raises it once more for whoever was there before: that is us, so that
        # the embedded PostgreSQL is stopped as well and not left behind.
        signal.signal(signal.SIGTERM, _leave)
        try:
            _Announced(config).run(sockets=[listening])
        except (KeyboardInterrupt, _Told):
            return


class _Told(BaseException):
    """SIGTERM arrived. Not an Exception: nothing between here and ``serve`` may take it for an error."""


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _Told

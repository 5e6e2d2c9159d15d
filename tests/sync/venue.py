"""What a venue's network does: a web server that says whatever a test wants, on a loopback port."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOGIN_PAGE = b"<html><title>Free WiFi</title><form>Accept our terms</form></html>"


@dataclass
class Said:
    """One answer; ``cut`` closes the line after so many bytes of the body."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = LOGIN_PAGE
    cut: int | None = None


@dataclass
class Venue:
    """A server at ``address`` that answers everything with ``says`` and keeps what it was ``asked``."""

    address: str
    says: Said
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@contextmanager
def venue(says: Said) -> Iterator[Venue]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            here.asked.append((self.path, dict(self.headers)))
            self.send_response(here.says.status)
            for name, value in here.says.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(here.says.body)))
            self.end_headers()
            self.wfile.write(here.says.body[: here.says.cut])

        do_GET = do_POST = answer

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        here = Venue(f"http://127.0.0.1:{server.server_address[1]}", says)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield here
        finally:
            server.shutdown()
            thread.join()

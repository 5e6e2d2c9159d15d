"""The service that a bare client asks: one token looked up, one statement, its lines; run as a process of its own."""

from __future__ import annotations

import gzip
import http.server
import sys
from hashlib import sha256

import msgspec
import psycopg

_TOKEN = "SELECT device_id FROM access_token WHERE token_hash = %s AND expires_at > now()"
_READ = """
SELECT coalesce(max(seq), %(after)s), string_agg('[' || to_json(kind) || ',' || to_json(id) || ',' || rev || ','
    || data::text || ',' || to_json(partition) || ']', ',' ORDER BY kind, id)
FROM record WHERE partition = %(partition)s AND NOT deleted AND seq > %(after)s
"""
#: As at the real centre.
_WORTH_COMPRESSING = 1_000
_ASKED = msgspec.json.Decoder(tuple[str, int])


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers ``[partition, seq]`` with ``[seq, lines]``."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    database = ""

    def setup(self) -> None:
        """One connection to the database for each of a client's."""
        super().setup()
        self._database = psycopg.connect(self.database, autocommit=True)

    def do_POST(self) -> None:
        """Serve one request."""
        partition, after = _ASKED.decode(self.rfile.read(int(self.headers["Content-Length"])))
        token = sha256(self.headers["Authorization"].encode()).digest()
        if self._database.execute(_TOKEN, [token]).fetchone() is None:
            self.send_error(401)
            return
        found = self._database.execute(_READ, {"partition": partition, "after": after}).fetchone()
        assert found is not None
        body = f"[{found[0]},[{found[1] or ''}]]".encode()
        self.send_response(200)
        if len(body) >= _WORTH_COMPRESSING:
            body = gzip.compress(body, 1)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's own name)
        """Say nothing."""


if __name__ == "__main__":
    Handler.database = sys.argv[1]
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()

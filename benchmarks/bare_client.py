"""The second floor of a pull: the least that any client must do which may be trusted, and nothing around.

The first floor (``benchmarks/floor.py``) has no network, and keeps no place: it asks the database itself, which no
laptop can do. Here the same rows come over HTTP, from a process of its own that looks up a token with every request
(``benchmarks/bare_centre.py``), over a connection that stays open; and the rows and the place up to which they were
read are one durable transaction. There is still no scope, no brief question, no proof that it is the centre which
answers, no comparison of sums, no pending change to look for, no clock to measure, no lease and nobody who could
cancel.
"""

from __future__ import annotations

import gzip
import http.client
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from urllib.parse import urlsplit

import msgspec

from benchmarks import floor
from benchmarks.centre import Centre
from benchmarks.enrolled import Laptop
from onemm_desktop.models import MODELS
from onemm_desktop.models.database import Database
from onemm_desktop.sync import rows

#: Up to which seq, and of each record what ``floor`` reads of it, its fields as the text that came.
_LINES = msgspec.json.Decoder(tuple[int, list[tuple[str, str, int, msgspec.Raw, str]]])


class BareClient:
    """A connection to a bare centre and a laptop's database. Made by ``connected``."""

    def __init__(self, connection: http.client.HTTPConnection, database: Database, token: str) -> None:
        self._connection = connection
        self._database = database
        self._headers = {"Authorization": token, "Accept-Encoding": "gzip"}

    def pull(self, partition: str) -> int:
        """Everything after the place that was kept, and the place after it, in one transaction; how many that was."""
        with self._database.read() as session:
            kept = rows.raw(session).execute("SELECT seq FROM progress WHERE partition = ?", (partition,)).fetchone()
        self._connection.request("POST", "/", msgspec.json.encode((partition, kept[0])), self._headers)
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.headers["Content-Encoding"] == "gzip":
            body = gzip.decompress(body)
        seq, lines = _LINES.decode(body)
        with self._database.sync_write() as session:
            writing = rows.raw(session)
            for kind, some in groupby(lines, key=lambda line: line[0]):
                if kind in MODELS:
                    writing.executemany(floor.statement(kind), [floor.values(kind, line) for line in some])
            writing.execute("UPDATE progress SET seq = ? WHERE partition = ?", (seq, partition))
        return len(lines)


@contextmanager
def connected(centre: Centre, laptop: Laptop) -> Iterator[BareClient]:
    """A bare centre over the same PostgreSQL and a client of it, ended afterwards."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.bare_centre", centre.database], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            address = urlsplit(process.stdout.readline().strip())
            assert address.hostname is not None
            connection = http.client.HTTPConnection(address.hostname, address.port)
            connection.connect()
            connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            yield BareClient(connection, laptop.database, laptop.access.token)
            connection.close()
        finally:
            process.terminate()

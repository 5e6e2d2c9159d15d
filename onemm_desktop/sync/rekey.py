"""A new key for this laptop every half year: what was copied of an old one, from a backup say, is worth nothing then.

The new key is kept before the centre hears of it. If its answer is lost, or the program ends, the next greeting goes on
there: whichever of the two keys the centre knows by then, it takes the new one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync.enrolment import KEY
from onemm_desktop.sync.transport import Transport
from onemm_wire.errors import Code

#: The vault's names for the key to come, the one before, and since when today's counts.
NEXT, FORMER, SINCE = "device_key_next", "device_key_former", "device_key_since"
LIFE = timedelta(days=182)


@dataclass(frozen=True)
class Rekey:
    """Changes the key of one laptop. ``secret`` and ``keep`` are the vault's; ``clock`` need not be right."""

    secret: Callable[[str], bytes]
    keep: Callable[[str, bytes], object]
    clock: Callable[[], datetime]

    def when_due(self, transport: Transport) -> None:
        """Change the key if it is old, or if that was begun before. Raises what ``transport`` raises."""
        now = self.clock()
        if not self._kept(NEXT):
            since = self._kept(SINCE)
            if not since:
                self.keep(SINCE, now.isoformat().encode())
                return
            if abs(now - datetime.fromisoformat(since.decode())) < LIFE:
                return
            self.keep(NEXT, Ed25519PrivateKey.generate().private_bytes_raw())
        self._finish(transport, now)

    def former(self) -> list[bytes]:
        """The key before today's, if there was one: answers to files may still be sealed to it."""
        return [key for key in [self._kept(FORMER)] if key]

    def _finish(self, transport: Transport, now: datetime) -> None:
        old, new = self.secret(KEY), self.secret(NEXT)
        try:
            transport.rekey(old, new)
        except KnownError as error:
            if error.values.get("code") != Code.SIGNED_OUT.value:
                raise
            transport.rekey(new, new)  # it has heard of it, and only we have not
        self.keep(FORMER, old)
        self.keep(KEY, new)
        self.keep(SINCE, now.isoformat().encode())
        self.keep(NEXT, b"")

    def _kept(self, name: str) -> bytes:
        try:
            return self.secret(name)
        except KnownError as error:
            if error.problem is not Problem.KEY_MISSING:
                raise
            return b""

"""Who comes in when all come at once: a few first syncs at a time, in the order in which they asked; nobody too fast.

Everything here happens in the service's event loop, so nothing needs a lock, and whoever waits costs no thread and no
connection: changes up and down pass by. Each process of the centre counts for itself.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from onemm_central.refusals import Refused
from onemm_wire.errors import Code

#: Buckets are looked through for full ones when there are as many; a token that nobody knows makes one, too.
MANY = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is let in.

    ``pages`` of first syncs are made at a time. The others wait for up to ``patience`` seconds, at most ``waiting`` of
    them, then they are to come again with what they have: their ticket, which keeps its place for ``ticket`` seconds.
    ``burst`` requests of one device pass at once, and ``rate`` per second in the long run: a first sync of a million
    records is 500 requests, an idle day a few hundred.
    """

    pages: int = 4
    waiting: int = 200
    patience: float = 10.0
    ticket: float = 120.0
    burst: int = 1_000
    rate: float = 50.0


@dataclass(slots=True)
class _Ticket:
    """A place in the queue. ``turn`` is there while its holder stands in it."""

    number: int
    asked_at: float
    turn: asyncio.Future[None] | None = None


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


@dataclass
class Admission:
    """The door. ``clock`` counts seconds and never goes back."""

    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] = time.monotonic
    _inside: int = 0
    _next: int = 0
    _tickets: dict[str, _Ticket] = field(default_factory=dict)
    _buckets: dict[str, _Bucket] = field(default_factory=dict)

    def knock(self, who: str) -> None:
        """Count one request. Refuses with TOO_FAST, and when to come again."""
        now = self.clock()
        if len(self._buckets) >= MANY:
            self._forget_the_rested(now)
        bucket = self._buckets.setdefault(who, _Bucket(self.limits.burst, now))
        bucket.left = min(self.limits.burst, bucket.left + (now - bucket.at) * self.limits.rate)
        bucket.at = now
        if bucket.left < 1:
            raise Refused(Code.TOO_FAST, retry_after=max(1.0, (1 - bucket.left) / self.limits.rate))
        bucket.left -= 1

    @asynccontextmanager
    async def turn(self, who: str) -> AsyncIterator[None]:
        """One page's turn. Refuses with BUSY, and when to come again, if it does not come within ``patience``."""
        self._forget_the_lost()
        if self._inside < self.limits.pages and not self._queue():
            self._tickets.pop(who, None)
            self._inside += 1
        else:
            await self._wait(self._ticket_of(who), who)
        try:
            yield
        finally:
            self._leave()

    def _ticket_of(self, who: str) -> _Ticket:
        known = self._tickets.get(who)
        if known is None and len(self._tickets) < self.limits.waiting:
            self._next += 1
            return self._tickets.setdefault(who, _Ticket(self._next, self.clock()))
        if known is None or known.turn is not None:
            # A second request of one device waits nowhere: it would only take the first one's place.
            raise Refused(Code.BUSY, retry_after=self._pause(len(self._tickets)))
        return known

    async def _wait(self, ticket: _Ticket, who: str) -> None:
        """Stand in the queue until called; whoever calls has taken the place for us."""
        ticket.turn = turn = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait([turn], timeout=self.limits.patience)
        except asyncio.CancelledError:
            if turn.done():
                self._leave()
            raise
        finally:
            ticket.turn, ticket.asked_at = None, self.clock()
        if not turn.done():
            ahead = sum(other.number < ticket.number for other in self._tickets.values())
            raise Refused(Code.BUSY, retry_after=self._pause(ahead))
        del self._tickets[who]

    def _leave(self) -> None:
        self._inside -= 1
        for ticket in self._queue():
            if ticket.turn is not None and self._inside < self.limits.pages:
                ticket.turn.set_result(None)
                self._inside += 1

    def _queue(self) -> list[_Ticket]:
        """Those who stand and wait, the first first."""
        standing = [ticket for ticket in self._tickets.values() if ticket.turn is not None and not ticket.turn.done()]
        return sorted(standing, key=lambda ticket: ticket.number)

    def _new_ticket(self, who: str) -> _Ticket:
        self._next += 1
        self._tickets[who] = _Ticket(self._next, self.clock())
        return self._tickets[who]

    def _pause(self, ahead: int) -> float:
        """Seconds until it is worth coming again: the further back, the later, so that few come in vain."""
        return 1.0 + min(30.0, ahead / self.limits.pages)

    def _forget_the_lost(self) -> None:
        now = self.clock()
        for who, ticket in list(self._tickets.items()):
            if ticket.turn is None and now - ticket.asked_at > self.limits.ticket:
                del self._tickets[who]

    def _forget_the_rested(self, now: float) -> None:
        """A bucket that is full again says nothing. Should too many still be there, the oldest go."""
        needed = self.limits.burst / self.limits.rate
        in_use = [(who, bucket) for who, bucket in self._buckets.items() if now - bucket.at < needed]
        self._buckets = dict(sorted(in_use, key=lambda one: one[1].at)[-MANY // 2 :])

"""The simulated centre: bytes in, bytes out, by the real code for pushes, pulls and pages over tables in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

import msgspec

from onemm_central.devices.callers import Caller
from onemm_central.http import unpacked
from onemm_central.refusals import Refused
from onemm_central.sync.arrivals import RawPush, arrivals, same_life
from onemm_central.sync.decide import Key
from onemm_central.sync.digest import bucket, digest
from onemm_central.sync.page import page
from onemm_central.sync.pull import pull, says_nothing
from onemm_central.sync.push import apply
from onemm_central.sync.routes import PUSH_LIMIT
from onemm_central.sync.versions import results_for
from onemm_wire import partitions
from onemm_wire.errors import Code
from onemm_wire.partitions import Role
from onemm_wire.protocol import (
    SERVED_SCHEMAS,
    BucketAsked,
    DigestAsked,
    Hello,
    Incident,
    Known,
    KnownAsked,
    Noted,
    Op,
    PageAsked,
    Pull,
    Pushed,
    Refusal,
)
from tests.simulation.memory import HandWritten, MemoryStore, Tables, erase, erase_again, key_of

CENTRE_ID = "0193d000-0000-7000-8000-0000000000cc"
REGION = "LDN"


@dataclass(frozen=True, slots=True)
class Device:
    """A laptop that was let in, by its token."""

    device_id: str
    account_id: str
    role: Role
    partner_id: str | None = None
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it leaves the centre."""

    status: int
    body: bytes
    date: datetime | None = None


@dataclass
class Centre:
    """The centre of one simulated world. ``clock`` is the world's true time."""

    clock: Callable[[], datetime]
    tables: Tables = field(default_factory=Tables)
    epoch: str = "life 1"
    devices: dict[str, Device] = field(default_factory=dict)
    hands: list[HandWritten] = field(default_factory=list)
    saved: Tables | None = None
    lives: int = 1
    incidents: list[Incident] = field(default_factory=list)
    erased: list[Key] = field(default_factory=list)

    # --- requests ---------------------------------------------------------------------------------------------

    def reply(self, token: str, path: str, body: bytes, encoding: str, schema: int) -> Reply:
        """The answer to one request. What it wrote is committed when this returns."""
        try:
            answered = self._answer(token, path, body, encoding, schema)
            return Reply(204, b"", self.clock()) if answered is None else Reply(200, answered)
        except Refused as refused:
            message = Refusal(code=refused.code.value, values=refused.values, retry_after=refused.retry_after)
            return Reply(refused.status, msgspec.json.encode(message))

    def _answer(self, token: str, path: str, body: bytes, encoding: str, schema: int) -> bytes | None:
        plain = unpacked(body, encoding, PUSH_LIMIT)
        if path == "/healthz":
            hello = Hello(centre=CENTRE_ID, schemas=SERVED_SCHEMAS, server_time=self.clock())
            return msgspec.json.encode(hello)
        answer = self._routes(schema).get(path)
        if answer is None:
            raise Refused(Code.NOT_FOUND)
        return answer(MemoryStore(self.tables), self.caller(token), plain)

    def _routes(self, schema: int) -> dict[str, Callable[[MemoryStore, Caller, bytes], bytes | None]]:
        """As ``onemm_central.sync.routes``, without HTTP."""
        return {
            "/sync/push": partial(self._push, schema),
            "/sync/pull": partial(self._pull, schema),
            "/sync/page": lambda store, caller, plain: page(store, caller, _read(plain, PageAsked)),
            "/sync/digest": lambda store, caller, plain: msgspec.json.encode(
                digest(store, caller, _read(plain, DigestAsked), schema)
            ),
            "/sync/bucket": lambda store, caller, plain: bucket(store, caller, _read(plain, BucketAsked), schema),
            "/sync/known": lambda store, caller, plain: msgspec.json.encode(
                self._known(caller, _read(plain, KnownAsked))
            ),
            "/sync/incidents": lambda store, caller, plain: msgspec.json.encode(Noted(server_time=self.clock())),
        }

    def _known(self, caller: Caller, asked: KnownAsked) -> Known:
        answered = {n for device_id, n in self.tables.results if device_id == caller.device_id}
        return Known(unknown=[n for n in range(asked.first, asked.last + 1) if n not in answered])

    def _pull(self, schema: int, store: MemoryStore, caller: Caller, plain: bytes) -> bytes | None:
        asked = _read(plain, Pull)
        pulled = pull(store, caller, asked, self.clock(), schema)
        return None if says_nothing(asked, pulled) else msgspec.json.encode(pulled)

    def _push(self, schema: int, store: MemoryStore, caller: Caller, plain: bytes) -> bytes:
        now = self.clock()
        asked = _read(plain, RawPush)
        same_life(caller, asked)
        arrived = arrivals(asked)
        self._wait_for_locks({key_of(one.op) for one in arrived if isinstance(one.op, Op)})
        results = results_for(schema, apply(store, caller, arrived, now))
        return msgspec.json.encode(Pushed(results=results, server_time=now))

    def caller(self, token: str) -> Caller:
        """As ``onemm_central.devices.callers.caller_of``."""
        device = self.devices.get(token)
        if device is None:
            raise Refused(Code.SIGNED_OUT)
        if device.revoked:
            raise Refused(Code.REVOKED)
        scope = self.scope_of(device)
        self.tables.held[device.device_id] = sorted({*self.tables.held.get(device.device_id, ()), *scope})
        return Caller(device.device_id, device.account_id, REGION, device.role, tuple(scope), self.epoch)

    def scope_of(self, device: Device) -> list[str]:
        """The partitions that this device may hold today."""
        schools = [record_id for record_id, _row in self.tables.live(partitions.region(REGION), "partner")]
        return partitions.granted(device.role, REGION, device.partner_id, schools)

    def _wait_for_locks(self, keys: set[Key]) -> None:
        """A push on a row that a hand-written transaction holds waits until that has ended."""
        for hand in [hand for hand in self.hands if keys & set(hand.changes)]:
            self.end(hand)

    # --- what happens at the centre ---------------------------------------------------------------------------

    def begin(self, changes: dict[Key, dict[str, Any] | None]) -> None:
        """Somebody opens a transaction by hand, having written this. Rows that another one holds are waited for."""
        self._wait_for_locks(set(changes))
        self.hands.append(HandWritten(self.tables, changes))

    def end(self, hand: HandWritten) -> None:
        """That transaction is committed."""
        self.hands.remove(hand)
        hand.commit()

    def back_up(self) -> None:
        """Tonight's backup."""
        self.saved = self.tables.backup()

    def restore(self) -> bool:
        """The disk has failed: the last backup is brought back, and a new life begins. False if there was none."""
        if self.saved is None:
            return False
        self.hands.clear()
        self.tables = self.saved.backup()
        for key in self.erased:  # kept in a list beside the database, so that no backup brings them back
            erase_again(self.tables, key)
        self.lives += 1
        self.epoch = f"life {self.lives}"
        return True

    def change_role(self, token: str, role: Role, partner_id: str | None = None) -> None:
        """Somebody is given other work."""
        self.devices[token] = replace(self.devices[token], role=role, partner_id=partner_id)

    def revoke(self, token: str) -> None:
        """A laptop is shut out for ever."""
        self.devices[token] = replace(self.devices[token], revoked=True)

    def erase(self, key: Key) -> list[Key]:
        """Somebody has asked to be forgotten; answers all that is erased with the record."""
        self._wait_for_locks({key})
        self.erased.append(key)
        return erase(self.tables, key)

    def records(self, partition: str) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
        """What a partition holds: (kind, id) -> (rev, data)."""
        return {
            (key[1], key[2]): (row.rev, value)
            for key, row in self.tables.records.items()
            if key[0] == partition and (value := row.value) is not None
        }


def _read(plain: bytes, message: type[Any]) -> Any:
    try:
        return msgspec.json.decode(plain, type=message)
    except msgspec.MsgspecError as error:
        raise Refused(Code.BAD_REQUEST) from error

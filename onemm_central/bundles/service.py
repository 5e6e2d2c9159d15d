"""Taking a file of changes in, and answering it: the same push and the same pull as over the network.

The file is its laptop's own word, whoever carries it: the signature says which device wrote it, and the answer is
sealed to that device. The carrier learns neither.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import psycopg

from onemm_central.bundles.keys import Keys, all_keys
from onemm_central.central import Central
from onemm_central.devices.access import signers
from onemm_central.devices.callers import Caller, sender_of
from onemm_central.inbox.telling import with_decisions
from onemm_central.refusals import Refused
from onemm_central.sync.arrivals import RawPush, arrivals, same_life
from onemm_central.sync.pull import pull
from onemm_central.sync.pull import since as since_of
from onemm_central.sync.push import push
from onemm_central.sync.reads import PostgresReads
from onemm_central.sync.versions import results_for
from onemm_wire import bundle
from onemm_wire.bundle import Bundle, BundleError, Header, mark_of, open_bundle, read_bundle, signed_by, write_bundle
from onemm_wire.errors import Code
from onemm_wire.protocol import SCHEMA, SERVED_SCHEMAS, Cursor, OpResult, Pull

#: Records per page of an answer.
PAGE = 500


class RawChanges(msgspec.Struct):
    """A ``Changes`` whose ops have not been looked at."""

    pushes: list[RawPush]
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of a file: whose it was, an answer for each op, and the file to carry back.

    ``lost_life``: it was written for a life of this centre that is lost, and nothing of it was taken in.
    """

    device_id: str
    results: list[OpResult]
    answer: bytes
    lost_life: bool = False


def accept(central: Central, file: bytes) -> Accepted:
    """Apply a file of changes and write its answer. A file that was accepted before gets the same answers again.

    Refuses with one of the BUNDLE codes or NOT_A_BUNDLE, TOO_OLD for a laptop whose program is no longer served,
    BAD_REQUEST for ops out of order, and with BUSY like a push; nothing is then lost, the file may come again.
    """
    try:
        taken = read_bundle(file)
        _refuse_misdirected(central, taken.header)
        with central.database.connection() as connection:
            signer = _signer(connection, taken)
            # The answer is signed by the keys that the laptop knew when it wrote.
            keys, payload = _opened(taken, signer, all_keys(connection))
        changes = _changes(payload)
        results, pushed = _push(central, taken.header, changes)
        answer = {**_answer(central, taken.header, changes.cursor, pushed), "to": mark_of(file)}
        written = _file(central, keys, taken.header, answer, len(results))
        lost = not results and any(batch.ops for batch in changes.pushes)
        return Accepted(taken.header.device, results, written, lost_life=lost)
    except BundleError as error:
        raise Refused(error.code) from error


def _refuse_misdirected(central: Central, header: Header) -> None:
    if header.centre != central.identity:
        raise BundleError(Code.BUNDLE_FOREIGN)
    if header.purpose != "changes":
        raise BundleError(Code.BUNDLE_WRONG_WAY)
    if header.schema > SCHEMA:
        raise BundleError(Code.BUNDLE_TOO_NEW)
    if header.schema not in SERVED_SCHEMAS:
        raise Refused(Code.TOO_OLD, served=list(SERVED_SCHEMAS))


def _signer(connection: psycopg.Connection[Any], taken: Bundle) -> bytes:
    """The key that this laptop signed with: today's, or one it has changed since."""
    known = signers(connection, taken.header.device)
    if not known:
        raise BundleError(Code.BUNDLE_SENDER)
    return next((key for key in known if signed_by(taken, key)), known[0])


def _opened(taken: Bundle, signer: bytes, known: list[Keys]) -> tuple[Keys, bytes]:
    """The keys that the file was sealed to, and what is in it."""
    for keys in known[:-1]:
        with suppress(BundleError):
            return keys, open_bundle(taken, private_key=keys.seal, signer=signer)
    return known[-1], open_bundle(taken, private_key=known[-1].seal, signer=signer)


def _changes(payload: bytes) -> RawChanges:
    try:
        changes = msgspec.json.decode(payload, type=RawChanges)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BundleError(Code.BUNDLE_DAMAGED) from error
    if sum(len(batch.ops) for batch in changes.pushes) > bundle.MAX_BUNDLE_OPS:
        raise Refused(Code.TOO_LARGE, limit=bundle.MAX_BUNDLE_OPS)
    return changes


def _push(central: Central, header: Header, changes: RawChanges) -> tuple[list[OpResult], list[dict[str, Any]]]:
    """All results, and the ``Pushed`` of each batch, which is its own transaction as over the network.

    None where they were made in a life of this centre that is lost: as over the network, the laptop first has to see
    what the new one holds. What comes last from a laptop that is shut out can wait for nothing.
    """
    pushed: list[dict[str, Any]] = []
    results: list[OpResult] = []
    for batch in changes.pushes:
        now = central.clock()

        def find(connection: psycopg.Connection[Any], batch: RawPush = batch, now: datetime = now) -> Caller:
            caller = sender_of(connection, device_id=header.device, now=now, alone=True)
            return same_life(caller, batch) if caller.standing == "good" else caller

        try:
            answered = push(central.database, find, arrivals(batch), now)
        except Refused as error:
            if error.code is not Code.NEW_EPOCH:
                raise
            break
        results += answered
        pushed.append({"results": results_for(header.schema, answered), "server_time": now})
    return results, pushed


def _answer(central: Central, header: Header, since: Cursor, pushed: list[dict[str, Any]]) -> dict[str, Any]:
    """An ``Answer`` with its changes still as text, in the words of the program that wrote the file.

    Whoever may hold nothing any more is told nothing but what became of the changes.
    """
    now = central.clock()
    with central.database.connection() as connection:
        caller = sender_of(connection, header.device, now)
        room = bundle.ROOM - len(msgspec.json.encode(pushed))
        reads = PostgresReads(connection)

        def read(asked: Pull) -> dict[str, Any]:
            page = pull(reads, caller, asked, now, header.schema)
            return with_decisions(connection, caller, page, since_of(caller, asked))

        pages = _pages(read, since, room) if caller.standing == "good" else []
    return {"epoch": caller.epoch, "since": since, "pushed": pushed, "pulled": pages}


def _pages(read: Callable[[Pull], dict[str, Any]], since: Cursor, room: int) -> list[dict[str, Any]]:
    """What changed after a cursor, in pages of ``room`` bytes together. None for a cursor of another epoch."""
    pages: list[dict[str, Any]] = []
    cursor, limit = since, PAGE
    try:
        while limit:
            page = read(Pull(cursor=cursor, limit=limit))
            size = len(msgspec.json.encode(page))
            if size > room:
                limit //= 2
                continue
            pages.append(page)
            room -= size
            cursor = page["cursor"]
            if not page["more"]:
                break
    except Refused as error:
        if error.code is not Code.NEW_EPOCH:
            raise
    return pages


def _file(central: Central, keys: Keys, taken: Header, answer: dict[str, Any], count: int) -> bytes:
    header = Header(
        purpose="answer", centre=central.identity, device=taken.device, made_at=central.clock(), count=count
    )
    to = bundle.key_of(taken.reply_to)
    return write_bundle(header, msgspec.json.encode(answer), to=to, signed_by=keys.sign)

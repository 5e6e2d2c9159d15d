"""Changes out and news in without a network: files for a stick, sealed and signed (``onemm_wire.bundle``).

What is in them goes through the code of push and pull. Only what a file adds is here: it may be late, come twice, be
another laptop's, or be older than what this laptop has read since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.files import replace_file
from onemm_desktop.models import Device, Op, Progress, lease
from onemm_desktop.models.database import Database
from onemm_desktop.sync import concerns, pull, push, scope, status
from onemm_desktop.sync.calls import Cancelled, never
from onemm_desktop.sync.reconcile import Key
from onemm_desktop.sync.run import WORTH_NAMING
from onemm_desktop.sync.transport import Transport
from onemm_desktop.uptime import moments
from onemm_wire import bundle
from onemm_wire.bundle import Answer, Bundle, BundleError, Changes, Header, Purpose
from onemm_wire.errors import Code
from onemm_wire.protocol import MAX_OPS, SCHEMA, Cursor, OpResult, Pulled, Push


@dataclass(frozen=True, slots=True)
class Exported:
    """How many changes a file holds, and how many more there are: those go with the next one."""

    count: int
    left: int


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What an answer brought: changes that are settled, changes now waiting for a person, and records that came."""

    settled: int
    attention: int
    received: int
    change: Change


class Bundles:
    """The files of one enrolled laptop. ``device_key`` asks the vault for its key, ``former_keys`` for those before;
    ``clock`` is aware.

    Every method waits for the disk and ``deliver`` for the network: they belong on a worker thread. They raise
    KnownError: CANNOT_READ_FILE, CANNOT_SAVE_FILE, DISK_FULL, NO_CENTRE_KEY, and REFUSED with a code for a file that
    is not taken. Nothing was changed then.
    """

    def __init__(
        self,
        database: Database,
        transport: Transport,
        device_key: Callable[[], bytes],
        *,
        clock: Callable[[], datetime],
        former_keys: Callable[[], list[bytes]] = list,
    ) -> None:
        self._database = database
        self._transport = transport
        self._device_key = device_key
        self._former_keys = former_keys
        self._clock = clock

    def export(self, path: Path) -> Exported:
        """Write what is unsent, and how far this laptop has read, to ``path``. Nothing counts as sent by that."""
        with self._database.read() as session:
            device, cursor = _device(session), pull.read_cursor(session)
            seal_key = _key(device.centre_seal_key)
        device_key = self._device_key()
        pushes = list(self._batches(device.epoch))
        count = sum(len(batch.ops) for batch in pushes)
        header = Header(
            purpose="changes",
            centre=device.centre,
            device=device.device_id,
            made_at=self._clock(),
            count=count,
            reply_to=bundle.text_of(bundle.public_seal_key(bundle.reply_key(device_key))),
        )
        payload = msgspec.json.encode(Changes(pushes=pushes, cursor=cursor))
        with _as_known_errors():
            file = bundle.write_bundle(header, payload, to=seal_key, signed_by=device_key)
            _save(path, file)
        with self._database.sync_write() as session:
            lease.asked(session, moments(self._clock)(), bundle.mark_of(file))
            return Exported(count, max(0, status.read(session).unsent - count))

    def bring_back(self, path: Path) -> BroughtBack:
        """Take in the centre's answer. One that was taken in before, or that is overtaken, changes nothing more."""
        with self._database.read() as session:
            device = _device(session)
            signers = [_key(device.centre_sign_key), *map(_key, device.former_sign_keys)]
        with _as_known_errors():
            taken = _taken(path, "answer", device)
            if taken.header.device != device.device_id:
                raise BundleError(Code.BUNDLE_NOT_YOURS)
            signer = next((key for key in signers if bundle.signed_by(taken, key)), signers[0])
            answer = _answer(self._opened(taken, signer))
        with self._database.read() as session:
            _same_life(session, answer)  # also where there is nothing in it: that is why
        results, touched = self._settle(answer)
        touched |= concerns.settle(self._database, self._clock().replace(microsecond=0))
        received = self._read(answer)
        if answer.pulled:  # who is shut out gets no news, and no time
            with self._database.sync_write() as session:
                lease.answered(session, moments(self._clock)(), answer.to)
        everything = len(touched | received) > WORTH_NAMING
        return BroughtBack(
            settled=sum(result.status in {"applied", "merged"} for result in results),
            attention=sum(result.status in {"conflict", "rejected", "gone"} for result in results),
            received=len(received),
            change=Change(touched=frozenset() if everything else frozenset(touched | received), everything=everything),
        )

    def _opened(self, taken: Bundle, signer: bytes) -> bytes:
        """What is in an answer to this laptop, which may have changed its key since it asked."""
        for key in self._former_keys():
            with suppress(BundleError):
                return bundle.open_bundle(taken, private_key=bundle.reply_key(key), signer=signer)
        return bundle.open_bundle(taken, private_key=bundle.reply_key(self._device_key()), signer=signer)

    def deliver(self, path: Path, cancelled: Cancelled = never) -> Path:
        """Hand in a file of another laptop (or of this one), and write its answer beside it; answers where.

        Raises like ``Transport`` as well.
        """
        with self._database.read() as session:
            device = _device(session)
        with _as_known_errors():
            _taken(path, "changes", device)
            answer = self._transport.deliver(_content(path), cancelled)
            target = path.with_name(bundle.answer_name(path.name))
            bundle.read_bundle(answer)
            _save(target, answer)
        return target

    def _batches(self, epoch: str) -> Iterator[Push]:
        last = count = size = 0
        while batch := push.next_batch(self._database, last, min(MAX_OPS, bundle.MAX_BUNDLE_OPS - count)):
            ops = Push(ops=batch, epoch=epoch)
            size += len(msgspec.json.encode(ops))
            if count and size > bundle.ROOM:
                return
            yield ops
            last, count = batch[-1].n, count + len(batch)

    def _settle(self, answer: Answer) -> tuple[list[OpResult], set[Key]]:
        """Write what became of the ops that still wait. What was settled otherwise meanwhile stays as it is."""
        settled: list[OpResult] = []
        touched: set[Key] = set()
        for pushed in answer.pushed:
            with self._database.sync_write() as session:
                _same_life(session, answer)
                numbers = [result.n for result in pushed.results]
                waiting = set(session.scalars(select(Op.n).where(Op.n.in_(numbers), Op.state == "pending")))
                results = [result for result in pushed.results if result.n in waiting]
                touched |= push.settle(session, results)
            settled += results
        return settled, touched

    def _read(self, answer: Answer) -> set[Key]:
        received: set[Key] = set()
        since = answer.since
        for pulled in answer.pulled:
            with self._database.sync_write() as session:
                _same_life(session, answer)
                overtaken = not set(session.scalars(select(Progress.partition))) <= answer.since.seqs.keys()
                received |= pull.apply(session, _unread(session, since, pulled))
                if not overtaken:
                    # A partition that was fetched since then must not be thrown away by an older word on the scope.
                    received |= scope.adopt(session, pulled.scope)
            since = pulled.cursor
        return received


def _unread(session: Session, since: Cursor, pulled: Pulled) -> Pulled:
    """What of a page comes right after what this laptop has read.

    Older states of a record must not be laid over newer ones, and what lies between this laptop and the page must not
    be skipped: a partition in which it is behind ``since`` stays where it is.
    """
    read = _places(session)
    follows = {partition for partition, seq in since.seqs.items() if read.get(partition, -1) >= seq}
    return msgspec.structs.replace(
        pulled,
        changes=[
            change for change in pulled.changes if change.partition in follows and change.seq > read[change.partition]
        ],
        cursor=msgspec.structs.replace(
            pulled.cursor, seqs={name: seq for name, seq in pulled.cursor.seqs.items() if name in follows}
        ),
    )


def _places(session: Session) -> dict[str, int]:
    return dict(session.execute(select(Progress.partition, Progress.seq).where(Progress.complete)).all())


def _same_life(session: Session, answer: Answer) -> None:
    """An answer of another life of the centre says nothing of this one: its ops go by the next file, or online."""
    if _device(session).epoch != answer.epoch:
        raise KnownError(Problem.REFUSED, code=Code.NEW_EPOCH.value)


def _taken(path: Path, purpose: Purpose, device: Device) -> Bundle:
    taken = bundle.read_bundle(_content(path))
    if taken.header.centre != device.centre:
        raise BundleError(Code.BUNDLE_FOREIGN)
    if taken.header.purpose != purpose:
        raise BundleError(Code.BUNDLE_WRONG_WAY)
    if taken.header.schema > SCHEMA:
        raise BundleError(Code.BUNDLE_TOO_NEW)
    return taken


def _answer(payload: bytes) -> Answer:
    try:
        return msgspec.json.decode(payload, type=Answer)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BundleError(Code.BUNDLE_DAMAGED) from error


def _device(session: Session) -> Device:
    return session.scalars(select(Device)).one()


def _key(text: str) -> bytes:
    try:
        return bundle.key_of(text)
    except BundleError as error:
        raise KnownError(Problem.NO_CENTRE_KEY) from error


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(bundle.MAX_FILE + 1)
    except OSError as error:
        raise KnownError(Problem.CANNOT_READ_FILE) from error


def _save(path: Path, content: bytes) -> None:
    try:
        replace_file(path, content)
    except KnownError as error:
        # A stick that cannot be written to is not this laptop's own folder.
        raise KnownError(Problem.CANNOT_SAVE_FILE if error.problem is Problem.READ_ONLY else error.problem) from error


@contextmanager
def _as_known_errors() -> Iterator[None]:
    """A file that is not taken, as the expected error it is: worded like the centre's own refusals."""
    try:
        yield
    except BundleError as error:
        raise KnownError(Problem.REFUSED, code=error.code.value) from error

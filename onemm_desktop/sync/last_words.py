"""What a laptop that the centre has shut out still has to say, sealed into files before its key is destroyed.

The files are ordinary ones for the centre (``onemm_wire.bundle``): it keeps what is in them for a person in the office.
A change that was refused once goes under a new number, because the centre gives an old number its old answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.files import replace_file
from onemm_desktop.models import Device, Op
from onemm_desktop.models.database import Database
from onemm_desktop.sync import pull, push
from onemm_wire import bundle, protocol
from onemm_wire.bundle import SUFFIX, BundleError, Changes, Header
from onemm_wire.protocol import MAX_OPS, Push

_SAME = ("kind", "partition", "verb", "fields", "was", "read", "by", "at", "group")
#: Refused for good, and with that at nobody's desk; a conflict is at the centre, and what was erased is to stay so.
_REFUSED = "rejected"


def seal(database: Database, device_key: bytes, folder: Path, *, now: datetime) -> list[Path]:
    """Write all that the centre has not taken into as many files as it needs; they are on the disk when this returns.

    Answers them, none where nothing waits. Raises KnownError NO_CENTRE_KEY, DISK_FULL or READ_ONLY: then nothing may be
    destroyed. Doing it again writes the same changes to the same files.
    """
    with database.read() as session:
        device, cursor = session.scalars(select(Device)).one(), pull.read_cursor(session)
    files: list[Path] = []
    for number, pushes in enumerate(_loads(database), start=1):
        header = Header(
            purpose="changes",
            centre=device.centre,
            device=device.device_id,
            made_at=now,
            count=sum(len(batch.ops) for batch in pushes),
            reply_to=bundle.text_of(bundle.public_seal_key(bundle.reply_key(device_key))),
        )
        payload = msgspec.json.encode(Changes(pushes=pushes, cursor=cursor))
        # By the laptop's number: whoever finds the file learns nobody's name from its own.
        path = folder / f"1MM {device.block} {number}{SUFFIX}"
        try:
            sealed = bundle.write_bundle(
                header, payload, to=bundle.key_of(device.centre_seal_key), signed_by=device_key
            )
        except BundleError as error:
            raise KnownError(Problem.NO_CENTRE_KEY) from error
        replace_file(path, sealed)
        files.append(path)
    return files


def _loads(database: Database) -> Iterator[list[Push]]:
    """Batches, as many at a time as a file holds."""
    load: list[Push] = []
    count = size = 0
    for batch in _batches(database):
        weight = len(msgspec.json.encode(batch))
        if load and (count + len(batch.ops) > bundle.MAX_BUNDLE_OPS or size + weight > bundle.ROOM):
            yield load
            load, count, size = [], 0, 0
        load.append(batch)
        count, size = count + len(batch.ops), size + weight
    if load:
        yield load


def _batches(database: Database) -> Iterator[Push]:
    last = 0
    while batch := push.next_batch(database, last, MAX_OPS):
        yield Push(ops=batch)
        last = batch[-1].n
    refused = _refused(database)
    for start in range(0, len(refused), MAX_OPS):
        yield Push(ops=refused[start : start + MAX_OPS])


def _refused(database: Database) -> list[protocol.Op]:
    """The parked changes that are nowhere but here, under numbers that this laptop has not used."""
    with database.read() as session:
        number = session.scalars(select(Device.next_n)).one()
        parked = session.scalars(select(Op).where(Op.state == "parked").order_by(Op.n)).all()
    nowhere = [op for op in parked if op.answer and op.answer["status"] == _REFUSED and not _at_the_office(op)]
    told = [
        {
            **{name: getattr(op, name) for name in _SAME},
            "id": op.record_id,
            "n": number + place,
        }
        for place, op in enumerate(nowhere)
    ]
    # Decoded rather than built, so that the verb is checked.
    return msgspec.convert(told, list[protocol.Op])


def _at_the_office(op: Op) -> bool:
    return bool(op.answer and (op.answer.get("values") or {}).get("inbox"))

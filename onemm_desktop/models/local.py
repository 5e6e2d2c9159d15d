"""Tables that never travel: who this laptop is, what it has yet to send, and how far it has read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from onemm_desktop.models.base import Base


class Device(Base):
    """The one row that says who this laptop is to the centre. Its token and private key are in the vault.

    ``decided`` is how many decisions of the office about its changes it has heard of.
    ``next_n`` is the number of the next op, counted up in the transaction that writes the op: no gaps, no doubles.
    ``next_certificate`` counts the device's certificates in the same way. ``clock_offset`` is the centre's clock
    minus this laptop's, in seconds, as last measured. ``last_checkpoint`` is when the copy last equalled the centre.
    ``scope_mark`` is what the centre knows exactly this ``scope`` by, empty where it has not said.
    ``sound_at`` is when every page of the file was last read and found to be what was written.
    ``traces`` is whether the file may still hold bytes of what was to leave it for good (``sync/traces.py``).
    ``centre_seal_key`` and ``centre_sign_key`` are the centre's public keys for files in place of a network, in base64.
    ``former_sign_keys`` are those before, the newest first. ``pins`` are those of its certificates; without any,
    whatever an authority vouches for is taken.
    """

    __tablename__ = "device"

    pk: Mapped[int] = mapped_column(primary_key=True)
    device_id: Mapped[str]
    block: Mapped[int]
    device_name: Mapped[str] = mapped_column(default="")
    address: Mapped[str]
    centre: Mapped[str]
    centre_seal_key: Mapped[str] = mapped_column(default="")
    centre_sign_key: Mapped[str] = mapped_column(default="")
    former_sign_keys: Mapped[list[str]] = mapped_column(default=list)
    pins: Mapped[list[str]] = mapped_column(default=list)
    epoch: Mapped[str]
    user_id: Mapped[str]
    user_name: Mapped[str]
    role: Mapped[str]
    region: Mapped[str]
    region_name: Mapped[str]
    scope: Mapped[list[str]] = mapped_column(default=list)
    scope_mark: Mapped[str] = mapped_column(default="")
    next_n: Mapped[int] = mapped_column(default=1)
    next_certificate: Mapped[int] = mapped_column(default=1)
    clock_offset: Mapped[float] = mapped_column(default=0.0)
    last_checkpoint: Mapped[datetime | None]
    first_sync_done: Mapped[bool] = mapped_column(default=False)
    decided: Mapped[int] = mapped_column(default=0)
    traces: Mapped[bool] = mapped_column(default=False)
    sound_at: Mapped[datetime | None]


#: Built once: it is asked in every transaction.
_DEVICE = select(Device)


def this_device(session: Session) -> Device | None:
    """That row, read once in a transaction; None before the laptop is enrolled."""
    known: Device | None = session.info.get("device")
    if known is None or known not in session:
        known = session.info["device"] = session.scalars(_DEVICE).first()
    return known


def the_device(session: Session) -> Device:
    """The same on a laptop that is enrolled."""
    return this_device(session) or session.scalars(_DEVICE).one()


class Op(Base):
    """One change waiting to be sent, parked for a person, or done. Written by the journal beside the edit itself.

    ``state`` is pending (to be sent) · parked (the centre did not apply it; a person decides) · done (acknowledged,
    kept for undo and for showing what was sent). The program never deletes a pending or parked op.
    ``answer`` is the centre's ``OpResult`` as it came. ``label`` with ``label_values`` words what Ctrl+Z takes back;
    ``undoes`` is the group this group takes back, if it is an undo.
    """

    __tablename__ = "op"

    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    record_id: Mapped[str]
    partition: Mapped[str]
    verb: Mapped[str]
    fields: Mapped[dict[str, Any]] = mapped_column(default=dict)
    was: Mapped[dict[str, Any]] = mapped_column(default=dict)
    read: Mapped[dict[str, int]] = mapped_column(default=dict)
    previous: Mapped[int | None]
    by: Mapped[str]
    at: Mapped[datetime]
    group: Mapped[str] = mapped_column("undo_group", index=True)
    label: Mapped[str] = mapped_column(default="")
    label_values: Mapped[dict[str, str]] = mapped_column(default=dict)
    undoes: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="pending")
    answer: Mapped[dict[str, Any] | None]


Index("op_waiting", Op.state, Op.n, sqlite_where=text("state <> 'done'"))
Index("op_by_record", Op.kind, Op.record_id, Op.n)


class Shadow(Base):
    """The last state of a record that the centre told us, kept only while the record has pending or parked ops.

    ``data`` is None for a record the centre has never seen. Visible row = shadow + those ops, in order of n.
    """

    __tablename__ = "shadow"

    kind: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
    partition: Mapped[str]
    rev: Mapped[int] = mapped_column(default=0)
    data: Mapped[dict[str, Any] | None]


class Progress(Base):
    """How far one partition has been read: a first sync's last page, and afterwards the seq.

    ``seq`` is the cursor; while ``complete`` is False it is the seq noted before page one, from which the changes
    are read once the pages are in. ``after_kind``/``after_id`` is where the next page starts. ``doubted``: fetched from
    a life of the centre that is lost, and to be compared with the one that is. ``examined``: since it was fetched its
    contents have once been compared with the centre's, beyond their revs. ``digest`` is the sum
    over what is held of it (``onemm_wire.digest``), kept up to date by ``sync/digest.py``; empty: to be counted.
    ``filled`` are the fields, by kind, for which the program had a place when it read them: a program that has learnt
    more fetches the rest (``sync/backfill.py``). ``refill`` is how far it has come with that: a kind, the id after
    which the next page starts, and the fields that are being filled; None between times.
    """

    __tablename__ = "progress"

    partition: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(default=0)
    complete: Mapped[bool] = mapped_column(default=False)
    after_kind: Mapped[str | None]
    after_id: Mapped[str | None]
    records: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    doubted: Mapped[bool] = mapped_column(default=False)
    examined: Mapped[bool] = mapped_column(default=False)
    digest: Mapped[str] = mapped_column(default="")
    filled: Mapped[dict[str, Any]] = mapped_column(default=dict)
    refill: Mapped[dict[str, Any] | None]


class Incident(Base):
    """A time at which this copy did not equal the centre, and what came of it; never what was in the records.

    ``told`` is whether the centre has been told.
    """

    __tablename__ = "incident"

    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    what: Mapped[str]
    partition: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    records: Mapped[int] = mapped_column(default=0)
    told: Mapped[bool] = mapped_column(default=False)

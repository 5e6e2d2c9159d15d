"""Ops as they arrive: decoded one by one, so that one which cannot be read is parked alone."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import msgspec

from onemm_central.devices.callers import Caller
from onemm_central.http import NUL
from onemm_central.records.bounds import FIELD_NAME, MAX_DEPTH, MAX_NUMBER, is_deep, is_instant
from onemm_central.refusals import Refused
from onemm_central.sync.conflicts import ANSWERED
from onemm_central.sync.decide import Parked, field_at_fault
from onemm_wire import partitions
from onemm_wire.errors import Code
from onemm_wire.permissions import forbidden
from onemm_wire.protocol import MAX_OPS, Op
from onemm_wire.records import KINDS, Access, Concern, Conflict, Consent, may_lie_in

MAX_ID = 100


class RawPush(msgspec.Struct):
    """A ``Push`` whose ops have not been looked at."""

    ops: list[msgspec.Raw]
    epoch: str = ""


class _Numbered(msgspec.Struct):
    n: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """One op with its key and the hash by which a repetition is known; ``op`` says why where it cannot be read."""

    n: int
    payload_hash: bytes
    op: Op | Parked


def same_life(caller: Caller, push: RawPush) -> Caller:
    """Refuse with NEW_EPOCH ops that were made in another life of this centre: what they build on may be lost."""
    if push.epoch not in ("", caller.epoch):
        raise Refused(Code.NEW_EPOCH, epoch=caller.epoch)
    return caller


def arrivals(push: RawPush) -> list[Arrival]:
    """The ops of a push. Refuses the whole if they are too many, have no numbers, or not in order of them."""
    if len(push.ops) > MAX_OPS:
        raise Refused(Code.TOO_LARGE, limit=MAX_OPS)
    arrived = [_arrival(bytes(raw)) for raw in push.ops]
    numbers = [arrival.n for arrival in arrived]
    if numbers != sorted(set(numbers)) or any(not 0 < n < MAX_NUMBER for n in numbers):
        raise Refused(Code.BAD_REQUEST)
    return arrived


def _arrival(raw: bytes) -> Arrival:
    try:
        op = msgspec.json.decode(raw, type=Op)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return Arrival(_number(raw), sha256(raw).digest(), Parked(Code.MALFORMED, {"field": field_at_fault(error)}))
    # Over the sorted message, not the bytes: a laptop may write the same op with its fields in another order.
    digest = sha256(msgspec.json.encode(op, order="sorted")).digest()
    # Counting brackets first: hardly any op has as many, and looking inside costs more than decoding.
    nested = raw.count(b"[") + raw.count(b"{") > MAX_DEPTH and is_deep([op.fields, op.was])
    if NUL.search(raw) or nested or not _fits(op):
        return Arrival(op.n, digest, Parked(Code.MALFORMED))
    return Arrival(op.n, digest, op)


def _number(raw: bytes) -> int:
    try:
        return msgspec.json.decode(raw, type=_Numbered).n
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(Code.BAD_REQUEST) from error


def _fits(op: Op) -> bool:
    names = (op.id, op.partition, op.kind, op.by)
    return (
        all(0 < len(name) <= MAX_ID for name in names)
        and len(op.group) <= MAX_ID
        and 0 <= (op.previous or 0) < op.n
        and is_instant(op.at)
        and all(FIELD_NAME.fullmatch(name) for name in (*op.fields, *op.was))
    )


def refused(op: Op, caller: Caller, scope: set[str], *, exists: bool, own_record: bool) -> Parked | None:
    """Why this caller may not make this change, or None.

    ``exists``: the centre knows a record of this id; ``own_record``: nobody but this device ever wrote it.
    """
    record = KINDS.get(op.kind)
    if record is None:
        return Parked(Code.UNKNOWN_KIND, {"kind": op.kind})
    try:
        family = partitions.family(op.partition)
    except ValueError:
        return Parked(Code.OUT_OF_SCOPE)
    if not may_lie_in(record, op.partition):
        return Parked(Code.OUT_OF_SCOPE)
    # "Creating" what is there would be a change, and the answer would show it to who may not read it.
    creating = own_record or (op.verb == "create" and not exists)
    # A concern may be created by everyone in a partition that only the safeguarding lead may read.
    # Whoever had a role when it was written is heard; what a revoked laptop says, a person looks at first.
    heard = caller.standing != "revoked" and creating and op.partition == partitions.safeguarding(caller.region)
    if op.partition not in scope and not heard:
        return Parked(Code.OUT_OF_SCOPE)
    verb = "update" if op.verb == "create" and exists else op.verb
    if forbidden(caller.role, verb, op.kind, family, own=own_record):
        return Parked(Code.NOT_ALLOWED)
    if record is Conflict and not _answers(op, caller):
        return Parked(Code.NOT_ALLOWED)
    if record is Access and op.fields.get("reader_id") != caller.account_id:
        return Parked(Code.NOT_ALLOWED)
    if record is Consent and exists and _gives_back(op):
        return Parked(Code.NOT_ALLOWED)
    if record is Concern and op.verb == "create" and not _in_own_name(op, caller):
        return Parked(Code.NOT_ALLOWED)
    return None


def _in_own_name(op: Op, caller: Caller) -> bool:
    """Whether a concern is its author's, and no lead's note. A lead may bring back what a restore has lost."""
    own = op.fields.get("recorder_id") == caller.account_id and op.fields.get("entry") != "lead_note"
    return own or caller.role == "safeguarding_lead"


def _gives_back(op: Op) -> bool:
    """Whether a change would let a withdrawn consent count again: who agrees once more gives a new one."""
    return op.verb != "delete" and "withdrawn_on" in op.fields and op.fields["withdrawn_on"] is None


def _answers(op: Op, caller: Caller) -> bool:
    """Whether a change of a conflict is a person's answer in the own name: the question is the centre's alone."""
    if op.verb != "update" or not op.fields.keys() <= ANSWERED:
        return False
    return op.fields.get("state") != "settled" or op.fields.get("settled_by") == caller.account_id

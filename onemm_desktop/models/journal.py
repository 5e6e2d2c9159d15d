"""The journal: every change of a record that travels becomes an op, in the transaction of the change itself.

It listens to the flushes of writing sessions, so no verb of the programme can forget it. What an op says is not taken
from Python's objects but read back from the rows, before and after: it cannot differ from what was stored.

Each flush that changed a record makes one op. A record created and then changed before the commit makes two, chained by
``previous``: folding them would make numbers depend on when a query happened to flush, and saves nothing that matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import BindParameter, Engine, bindparam, event, func, insert, inspect, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.attributes import flag_modified

from onemm_desktop.models import MODELS
from onemm_desktop.models.base import Synced
from onemm_desktop.models.desk import Desk
from onemm_desktop.models.guard import UnjournalledWriteError, flushing, stand_guard
from onemm_desktop.models.images import Image, images, wire_value
from onemm_desktop.models.local import Device, Op, Shadow
from onemm_desktop.models.standing import questions_of, status_of

_ORDER = {model: place for place, model in enumerate(MODELS.values())}

# Built once: a mark at the door waits for these, and building costs as much as running.
_OF_RECORDS: BindParameter[Any] = bindparam("ids", expanding=True)
_LAST_UNSETTLED = (
    select(Op.record_id, func.max(Op.n))
    .where(Op.kind == bindparam("kind"), Op.record_id.in_(_OF_RECORDS), Op.state != "done")
    .group_by(Op.record_id)
)
_UNSETTLED = (
    select(Op.kind, Op.record_id, Op.fields, Op.read, Op.answer)
    .where(Op.record_id.in_(_OF_RECORDS), Op.state != "done")
    .order_by(Op.n)
)
_SHADOWED = select(Shadow.record_id).where(Shadow.kind == bindparam("kind"), Shadow.record_id.in_(_OF_RECORDS))
_TAKE_NUMBERS = update(Device).values(next_n=Device.next_n + bindparam("count")).returning(Device.next_n)
_NEW_OPS = insert(Op)
_NEW_SHADOWS = insert(Shadow)

__all__ = ["UnjournalledWriteError", "changes_of", "listen", "note", "prepare", "restate", "say_deleted", "wire_value"]


@dataclass(frozen=True, slots=True)
class Restated:
    """What a change is to say, where that is not what the rows alone would make it say: see ``restate``."""

    verb: str
    was: Mapping[str, Any]
    read: int
    instead_of: Op | None = None


@dataclass(slots=True)
class Page:
    """What the journal knows of one transaction."""

    desk: Desk | None
    group: str
    label: str
    values: dict[str, str]
    undoes: str | None
    before: dict[type[Synced], dict[int, Image]] = field(default_factory=dict)
    touched: set[tuple[str, str]] = field(default_factory=set)
    restated: dict[tuple[str, str], Restated] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Entry:
    model: type[Synced]
    pk: int
    verb: str
    before: Image | None
    after: Image | None

    @property
    def image(self) -> Image:
        return cast("Image", self.after or self.before)


def changes_of(session: Session) -> frozenset[tuple[str, str]]:
    """The (kind, id) of every record that this session's flushes have changed so far."""
    page = session.info.get("journal")
    return frozenset(page.touched) if isinstance(page, Page) else frozenset()


def prepare(session: Session, desk: Desk | None, *, label: str, values: dict[str, str], undoes: str | None) -> None:
    """Opens the journal's page for one transaction: one undo group, one author."""
    group = desk.new_id() if desk is not None else ""
    session.info["desk"] = desk
    session.info["group"] = group
    session.info["journal"] = Page(desk=desk, group=group, label=label, values=values, undoes=undoes)


def restate(
    session: Session, row: Synced, verb: str, *, was: Mapping[str, Any], read: int, instead_of: Op | None = None
) -> None:
    """Let the next flush tell the centre of ``row`` whether it changes or not: how a person's decision is carried out.

    An "update" then says the fields of ``was`` beside whatever changes, with their values of then, in place of those
    of ``was``; a "create" says the whole record, a "delete" none of it. All are said to be read at rev ``read``.
    An "update" of a row that is new here says only the fields of ``was``: it was hidden, and the centre has it.
    ``instead_of`` is an earlier op that is said anew: the new one belongs to its action, and goes with it by Ctrl+Z.
    """
    page: Page = session.info["journal"]
    page.restated[row.record.kind, row.id] = Restated(verb, was, read, instead_of)
    if row in session and row not in session.new and row not in session.deleted:
        flag_modified(row, "extra")  # else nothing would be flushed where the row shows the decided value already


def note(session: Session, **values: str) -> None:
    """Keep something with the changes of this transaction beside the words for undo: what they stand in place of."""
    page: Page = session.info["journal"]
    page.values = {**page.values, **values}


def say_deleted(
    session: Session, kind: str, record_id: str, partition: str, *, data: Mapping[str, Any], read: int
) -> None:
    """Tell the centre that a record is to go which has no row here (any more); ``data`` is what it has there."""
    session.flush()
    image = Image(record_id, partition, read, dict(data))
    _record(session.connection(), session.info["journal"], [_Entry(MODELS[kind], 0, "delete", image, None)])


def listen(engine: Engine, sessions: sessionmaker[Session]) -> None:
    """Makes the journal listen to every session of ``sessions``, and refuse other writes through ``engine``."""
    event.listen(sessions, "before_flush", _before_flush)
    event.listen(sessions, "after_flush", _after_flush)
    stand_guard(engine)


# --- a flush -----------------------------------------------------------------------------------------------------


def _before_flush(session: Session, context: object, instances: object) -> None:
    page: Page = session.info["journal"]
    connection = session.connection()
    wanted: dict[type[Synced], set[int]] = defaultdict(set)
    for row in [*session.dirty, *session.deleted]:
        if isinstance(row, Synced):
            wanted[type(row)].add(_stored_pk(row))
    page.before = {model: images(connection, model, pks) for model, pks in wanted.items()}
    flushing(connection, now=True)


def _after_flush(session: Session, context: object) -> None:
    page: Page = session.info["journal"]
    connection = session.connection()
    flushing(connection, now=False)
    entries = list(_entries(session, connection, page))
    if entries:
        _record(connection, page, entries)
    page.before = {}


def _entries(session: Session, connection: Connection, page: Page) -> Iterator[_Entry]:
    """Creations and updates in the order in which kinds point at each other, then deletions the other way round."""
    created: dict[type[Synced], set[int]] = defaultdict(set)
    for row in session.new:
        if isinstance(row, Synced):
            created[type(row)].add(row.pk)
    gone = {(type(row), _stored_pk(row)) for row in session.deleted if isinstance(row, Synced)}
    for model in _in_order(created):
        for pk, after in sorted(images(connection, model, created[model]).items()):
            yield _Entry(model, pk, "create", None, after)
    for model in _in_order(page.before):
        kept = {pk for pk in page.before[model] if (model, pk) not in gone}
        for pk, after in sorted(images(connection, model, kept).items()):
            before = page.before[model][pk]
            _same_identity(model, before, after)
            if before.data != after.data or (model.record.kind, after.id) in page.restated:
                yield _Entry(model, pk, "update", before, after)
    for model, pk in sorted(gone, key=lambda one: (-_ORDER[one[0]], -one[1])):
        yield _Entry(model, pk, "delete", page.before[model][pk], None)


def _stored_pk(row: Synced) -> int:
    # From the identity and not from the attribute, which would be read again where the row has expired.
    return cast("int", cast("tuple[Any, ...]", inspect(row).identity)[0])


def _in_order(models: Iterable[type[Synced]]) -> list[type[Synced]]:
    return sorted(models, key=_ORDER.__getitem__)


def _same_identity(model: type[Synced], before: Image, after: Image) -> None:
    if (before.id, before.partition, before.rev) != (after.id, after.partition, after.rev):
        raise UnjournalledWriteError(
            f"id, partition and rev of a {model.record.kind} are not the programme's to change"
        )


# --- what is written ---------------------------------------------------------------------------------------------


def _record(connection: Connection, page: Page, entries: list[_Entry]) -> None:
    if page.desk is None:
        raise UnjournalledWriteError("a change needs a desk: somebody who made it, on some device")
    first = _take_numbers(connection, len(entries))
    previous = _last_unsettled(connection, entries)
    trunks = _trunks(connection, previous)
    _keep_shadows(connection, entries)
    now = page.desk.now()
    ops = []
    for n, entry in enumerate(entries, start=first):
        key = (entry.model.record.kind, entry.image.id)
        ops.append(_op(n, entry, page, previous.get(key), trunks.get(key, {}), now))
        page.touched.add(key)
    connection.execute(_NEW_OPS, ops)


def _op(
    n: int, entry: _Entry, page: Page, previous: int | None, trunk: Mapping[str, int], now: datetime
) -> dict[str, Any]:
    desk = cast("Desk", page.desk)
    restated = page.restated.pop((entry.model.record.kind, entry.image.id), None)
    verb, fields, was, read = _said(entry, restated, trunk)
    again = restated.instead_of if restated is not None else None
    return {
        "n": n,
        "kind": entry.model.record.kind,
        "record_id": entry.image.id,
        "partition": entry.image.partition,
        "verb": verb,
        "fields": fields,
        "was": was,
        "read": read,
        "previous": previous,
        "by": desk.user_id,
        "at": now,
        "undo_group": again.group if again else page.group,
        "label": again.label if again else page.label,
        "label_values": again.label_values if again else page.values,
        "undoes": again.undoes if again else page.undoes,
        "state": "pending",
    }


def _said(
    entry: _Entry, restated: Restated | None, trunk: Mapping[str, int]
) -> tuple[str, dict[str, Any], dict[str, Any], dict[str, int]]:
    """(verb, fields, was, read) of an op."""
    fields, was = _difference(entry.before, entry.after)
    if restated is None:
        return entry.verb, fields, was, {name: trunk.get(name, entry.image.rev) for name in was}
    if restated.verb == "update":
        changed = fields if entry.before is not None else {}
        fields = {name: entry.image.data[name] for name in (*changed, *restated.was)}
        was = {name: restated.was.get(name, was.get(name)) for name in fields}
    elif restated.verb == "create":
        fields, was = dict(entry.image.data), {}
    return restated.verb, fields, was, dict.fromkeys({**fields, **was}, restated.read)


def _difference(before: Image | None, after: Image | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """(new values, values they replaced): all of a creation or deletion, only what differs of an update."""
    new: Mapping[str, Any] = after.data if after else {}
    old: Mapping[str, Any] = before.data if before else {}
    if after is None or before is None:
        return dict(new), dict(old)
    changed = [name for name in new if name not in old or new[name] != old[name]]
    return {name: new[name] for name in changed}, {name: old.get(name) for name in changed}


def _take_numbers(connection: Connection, count: int) -> int:
    """The first of ``count`` numbers. Counted in the transaction of the ops: a rollback gives them back."""
    return connection.execute(_TAKE_NUMBERS, {"count": count}).scalar_one() - count


def _last_unsettled(connection: Connection, entries: list[_Entry]) -> dict[tuple[str, str], int]:
    """The last op per record that still waits or is parked. One that is done is part of what was read."""
    found: dict[tuple[str, str], int] = {}
    for kind, ids in _by_kind(entries).items():
        last = connection.execute(_LAST_UNSETTLED, {"kind": kind, "ids": ids})
        found.update({(kind, record_id): n for record_id, n in last})
    return found


def _trunks(connection: Connection, records: Collection[tuple[str, str]]) -> dict[tuple[str, str], dict[str, int]]:
    """Per record and field, the rev at which this laptop's unsettled changes of it began.

    What lies below them has not been seen since, whatever the centre has said meanwhile: to call it read would let
    the next change overwrite it in silence.
    """
    trunks: dict[tuple[str, str], dict[str, int]] = {key: {} for key in records}
    if not records:
        return trunks
    unsettled = connection.execute(_UNSETTLED, {"ids": sorted({record_id for _, record_id in records})})
    for kind, record_id, fields, read, answer in unsettled:
        trunk = trunks.get((kind, record_id), {})
        # Of an op in conflict the centre has what is not in question: that part lies in the shadow by now.
        names = questions_of(answer, fields) if status_of(answer) == "conflict" else fields
        for name in names:
            trunk.setdefault(name, read.get(name, 0))
    return trunks


def _keep_shadows(connection: Connection, entries: list[_Entry]) -> None:
    """Keeps what the centre last said of each record that had nothing waiting until now."""
    shadowed: set[tuple[str, str]] = set()
    for kind, ids in _by_kind(entries).items():
        rows = connection.execute(_SHADOWED, {"kind": kind, "ids": ids})
        shadowed.update((kind, record_id) for (record_id,) in rows)
    known: list[dict[str, Any]] = []
    unknown: list[dict[str, Any]] = []
    for entry in entries:
        key = (entry.model.record.kind, entry.image.id)
        if key in shadowed:
            continue
        shadowed.add(key)
        shadow = {"kind": key[0], "record_id": key[1], "partition": entry.image.partition}
        if entry.before is None:
            unknown.append({**shadow, "rev": 0})
        else:
            known.append({**shadow, "rev": entry.before.rev, "data": entry.before.data})
    # Apart, because a left-out value is SQL's NULL, where None would be kept as JSON's null.
    for rows_of_one_shape in (known, unknown):
        if rows_of_one_shape:
            connection.execute(_NEW_SHADOWS, rows_of_one_shape)


def _by_kind(entries: list[_Entry]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        ids[entry.model.record.kind].append(entry.image.id)
    return ids

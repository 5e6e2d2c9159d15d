"""What stands under Needs review: questions with their answers side by side, and changes that were not accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.models import Conflict, Device, Op, attention
from onemm_desktop.models.standing import TAKEN, status_of
from onemm_desktop.programme.dates import bounds, day_of
from onemm_desktop.programme.parked import at_the_centre_of, row_of
from onemm_desktop.programme.record_names import Named, Names, facts_of
from onemm_desktop.programme.review import Side, side_of
from onemm_wire.records import KINDS

#: Codes after which sending the same thing once more, changed or not, may be of use.
_HOPELESS = frozenset({"fact_fixed", "out_of_scope", "key_reused"})
#: Kinds whose fields nobody edits by hand.
_UNEDITED = frozenset(
    {
        "attendance_mark",
        "document_issue",
        "document_revocation",
        "print_run",
        "evaluation_answer",
        "conflict",
        "concern",
    }
)
#: Kinds of which nothing is shown, because nothing of them can be read.
_SEALED = frozenset({"concern", "concern_key_grant"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, with who gave it and when; ``you`` and ``here``: this person, this laptop."""

    value: Any
    by: str = ""
    at: datetime | None = None
    you: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Two answers for one field; ``field`` is empty where one removed what the other changed (None: removed).

    ``mine`` is the side that this person wrote. ``known`` is said of a field that this program can write another
    value into. ``words`` are the names behind ids among the values.
    """

    id: str
    kind: str
    record: str
    named: Named
    field: str
    laptop: Answer
    centre: Answer
    before: Any
    mine: Side
    editable: bool
    known: bool
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that the centre did not take. ``status`` is rejected, gone (erased there) or conflict (details follow).

    ``fields`` are the values as they stand here now, ``behind`` counts later changes that wait for this one,
    ``by`` and ``by_at`` are whose change stands against it, where the centre says so.
    """

    op: int
    kind: str
    record: str
    named: Named
    verb: str
    fields: tuple[tuple[str, Any], ...]
    at: datetime
    status: str
    code: str
    values: Mapping[str, Any]
    behind: int
    again: bool
    editable: bool
    words: Mapping[str, str]

    @property
    def office(self) -> Literal["", "deciding", "put_aside"]:
        """How far the office has come with a change for a place this laptop lost; nothing for any other change."""
        if self.status != "rejected" or "inbox" not in self.values:
            return ""
        return "put_aside" if "dismissed" in self.values else "deciding"


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that waits for a person, the newest first. ``sent_today`` counts what went through without."""

    questions: tuple[Question, ...]
    refusals: tuple[Refusal, ...]
    sent_today: int

    @property
    def count(self) -> int:
        """How many things wait; the number in the rail."""
        return len(self.questions) + len(self.refusals)


def listing(session: Session, *, now: datetime) -> Review:
    """What there is to decide on this laptop."""
    device = session.scalar(select(Device))
    statement = attention.open_conflicts(session)
    if device is None or statement is None:
        return Review((), (), 0)
    names = Names(session)
    newest = statement.order_by(Conflict.laptop_at.desc(), Conflict.id)
    writable = set(attention.writable(device))
    return Review(
        tuple(_question(names, one, device, writable) for one in session.scalars(newest)),
        tuple(_refusal(session, names, op) for op in reversed(attention.parked_alone(session))),
        _sent_today(session, now),
    )


def _question(names: Names, one: Conflict, device: Device, writable: set[str]) -> Question:
    whole = next((data for data in (one.centre, one.laptop, one.before) if isinstance(data, dict)), None)
    laptop = Answer(
        one.laptop,
        one.laptop_by_name,
        one.laptop_at,
        you=one.laptop_by == device.user_id,
        here=one.device_id == device.device_id,
    )
    centre = Answer(one.centre, one.centre_by_name, one.centre_at, you=one.centre_by == device.user_id)
    values = [(one.field, value) for value in (one.laptop, one.centre, one.before)]
    if not one.field:
        values = [pair for data in (one.laptop, one.centre, one.before) if data for pair in data.items()]
    return Question(
        id=one.id,
        kind=one.about_kind,
        record=one.about_id,
        named=names.of(one.about_kind, one.about_id, None if one.field else whole),
        field=one.field,
        laptop=laptop,
        centre=centre,
        before=one.before,
        mine=side_of(one, device.user_id),
        editable=one.partition in writable and one.about_kind in KINDS,
        known=one.field in _fields_of(one.about_kind) and _by_hand(one.field),
        words=_words(names, values),
    )


def _refusal(session: Session, names: Names, op: Op) -> Refusal:
    answer = op.answer or {}
    row = row_of(session, op.kind, op.record_id)
    facts = facts_of(row) if row is not None else at_the_centre_of(session, op.kind, op.record_id)[1] or {}
    known = _fields_of(op.kind)
    told = () if op.kind in _SEALED else known
    said = [(name, value) for name, value in op.fields.items() if name in told and name != "id"]
    fields = tuple((name, facts.get(name, value) if row is not None else value) for name, value in said)
    status = status_of(op.answer) or "rejected"
    code = str(answer.get("code", ""))
    again = status == "rejected" and code not in _HOPELESS and (row is not None or op.verb == "delete")
    behind = select(func.count()).where(
        Op.state != "done", Op.kind == op.kind, Op.record_id == op.record_id, Op.n > op.n
    )
    return Refusal(
        op=op.n,
        kind=op.kind,
        record=op.record_id,
        named=names.of(op.kind, op.record_id, {**op.was, **facts, **op.fields}),
        verb=op.verb,
        fields=fields,
        at=op.at,
        status=status,
        code=code,
        values=answer.get("values") or {},
        behind=session.scalar(behind) or 0,
        again=again,
        editable=again and op.verb != "delete" and op.kind not in _UNEDITED and any(map(_by_hand, op.fields)),
        words=_words(names, list(op.fields.items())),
    )


def _fields_of(kind: str) -> tuple[str, ...]:
    """The fields this program knows; none of a newer program's kind."""
    record = KINDS.get(kind)
    return () if record is None else record.__struct_fields__


def _by_hand(field: str) -> bool:
    """Whether people write this field; whom a record is about is not changed, but entered anew."""
    return field != "id" and not field.endswith("_id")


def _words(names: Names, values: list[tuple[str, Any]]) -> dict[str, str]:
    found = {value: names.word(field, value) for field, value in values if isinstance(value, str)}
    return {value: word for value, word in found.items() if word}


def _sent_today(session: Session, now: datetime) -> int:
    first, last = bounds(day_of(now))
    status = Op.answer["status"].as_string()
    sent = select(func.count()).where(Op.state == "done", Op.at >= first, Op.at < last, status.in_(TAKEN))
    return session.scalar(sent) or 0

"""What this laptop still has to say of its records: the ops that lie on top of the centre's word, in order of n.

A pending op lies there whole. A parked one stays visible until a person has decided, but only as far as there is
something to decide: of an op in conflict the fields whose question is open, and of those not what a later op of this
laptop has changed since. What the centre took of it is in the shadow already, where others may go on changing it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import select, tuple_
from sqlalchemy.engine import Row
from sqlalchemy.orm import Session

from onemm_desktop.models.local import Op
from onemm_desktop.models.rebase import Step
from onemm_desktop.models.review import Conflict

Key = tuple[str, str]

#: The answer of an op that was written only to take an unsent change back: the centre never hears of it.
WITHDRAWN = "withdrawn"
#: The answer of an op whose content left this laptop with the place it was for: the centre has what it said.
LEFT = "left"
#: Answers after which the centre has what an op said, as far as it was not in question.
TAKEN = frozenset({"applied", "merged", "conflict"})
_COLUMNS = (Op.n, Op.kind, Op.record_id, Op.verb, Op.fields, Op.state, Op.answer)


def steps(session: Session, keys: Collection[Key]) -> dict[Key, list[Step]]:
    """What lies on top of the centre's word on each of these records."""
    waiting = _waiting(session, {record_id for _, record_id in keys})
    in_question = [op for op in waiting if op.state == "parked" and status_of(op.answer) == "conflict"]
    open_fields = _open_fields(session, in_question)
    changed_since = _changed_since(session, in_question)
    found: dict[Key, list[Step]] = {key: [] for key in keys}
    for op in waiting:
        key = (op.kind, op.record_id)
        if key not in found:
            continue
        shown = Step(op.verb, op.fields, op.n)
        if op.n in open_fields:
            shown = _in_question(op, open_fields[op.n] - changed_since[op.n])
        found[key].append(shown)
    return found


def status_of(answer: dict[str, Any] | None) -> str:
    """The status of an op's answer; nothing for an op that has none yet."""
    return str((answer or {}).get("status", ""))


def is_handed_over(answer: dict[str, Any] | None) -> bool:
    """Whether the centre keeps an op for the office to decide on: it was for a place that this laptop had lost."""
    return status_of(answer) == "rejected" and "inbox" in ((answer or {}).get("values") or {})


def questions_of(answer: dict[str, Any] | None, said: Iterable[str]) -> dict[str, str]:
    """The fields that the centre's answer calls a conflict, each with the conflict's id; "" is the whole record.

    An answer without ids, or without names, leaves the ids empty: then all that the op said is in question.
    """
    values: dict[str, Any] = (answer or {}).get("values") or {}
    named: dict[str, str] | None = values.get("conflicts")
    return dict(named) if named else dict.fromkeys(values.get("fields") or said, "")


def weigh(session: Session, conflicts: Collection[str]) -> list[Op]:
    """Let go of this laptop's ops about whose conflicts everything is decided; park again those where it no longer is.

    Answers all of its ops that were in conflict over the records which these conflicts are about.
    """
    session.flush()
    about = select(Conflict.about_kind, Conflict.about_id).where(Conflict.id.in_(conflicts))
    ours = select(Op).where(tuple_(Op.kind, Op.record_id).in_(about)).order_by(Op.n)
    ops = [op for op in session.scalars(ours) if status_of(op.answer) == "conflict"]
    still_open = _open_fields(session, ops)
    for op in ops:
        op.state = "parked" if still_open[op.n] else "done"
    session.flush()
    return ops


def _in_question(op: Row[Any], fields: set[str]) -> Step:
    if "" in fields:
        return Step(op.verb, op.fields, op.n)
    # "update", also of a creation: the centre has the record, or the field would not be in question.
    return Step("update", {name: value for name, value in op.fields.items() if name in fields}, op.n)


def _waiting(session: Session, ids: set[str]) -> list[Row[Any]]:
    # "Not done" is said too: that is what lets SQLite use the small index over what waits.
    ops = select(*_COLUMNS).where(
        Op.state.in_(("pending", "parked")), Op.state != "done", Op.record_id.in_(ids)
    )  # fmt: skip
    return list(session.execute(ops.order_by(Op.n)))


def _open_fields(session: Session, ops: Collection[Row[Any] | Op]) -> dict[int, set[str]]:
    """Per op, the fields still in question: those whose conflict is open, or has yet to arrive here."""
    questions = {op.n: questions_of(op.answer, op.fields) for op in ops}
    ids = {conflict for fields in questions.values() for conflict in fields.values()} - {""}
    if not ids:
        return {n: set(fields) for n, fields in questions.items()}
    settled = set(session.scalars(select(Conflict.id).where(Conflict.id.in_(ids), Conflict.state != "open")))
    return {
        n: {name for name, conflict in fields.items() if conflict not in settled} for n, fields in questions.items()
    }


def _changed_since(session: Session, ops: Collection[Row[Any]]) -> dict[int, set[str]]:
    """Per op, what later ops of this laptop on the same record have brought to the centre since."""
    if not ops:
        return {}
    later = select(Op.n, Op.kind, Op.record_id, Op.fields, Op.answer).where(
        Op.record_id.in_({op.record_id for op in ops}), Op.state == "done", Op.n > min(op.n for op in ops)
    )
    taken = [op for op in session.execute(later) if status_of(op.answer) in TAKEN]
    return {
        op.n: {
            name
            for other in taken
            if other.n > op.n and (other.kind, other.record_id) == (op.kind, op.record_id)
            for name in other.fields
        }
        for op in ops
    }

"""Ctrl+Z: a new, opposite change in the journal. What was done stays on record, so undo survives a restart and a sync.

What is taken back is the newest group of this laptop's changes that was given a label (what its author would call one
action), was not taken back before, and still stands. Where somebody else has changed the matter since, their change
is newer knowledge and stays; the step before is looked at instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS, AttendanceMark, Conflict, EvaluationAnswer, Event, Op, Synced, desk_of, journal
from onemm_desktop.models.standing import questions_of, status_of
from onemm_desktop.programme import attendance, evaluation, parked, review
from onemm_desktop.programme.field_values import from_wire, row_from
from onemm_desktop.programme.roster import marks_of
from onemm_wire import partitions
from onemm_wire.permissions import forbidden
from onemm_wire.records import APPEND_ONLY

#: How many labelled steps back are looked at for one that still stands.
FAR_ENOUGH = 200


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, in the words it was done with (``views/sentences/``)."""

    label: str
    values: dict[str, str]


def last(session: Session) -> tuple[Change, Undone]:
    """Take the last action of this laptop back. Raises NOTHING_TO_UNDO where none is left that still stands."""
    for group in _groups(session):
        page = cast("journal.Page", session.info["journal"])
        page.undoes = group
        steps = session.scalars(select(Op).where(Op.group == group).order_by(Op.n.desc())).all()
        for step in steps:
            _take_back(session, step)
            session.flush()
        touched = journal.changes_of(session)
        if touched:
            return Change(touched=touched), Undone(steps[0].label, dict(steps[0].label_values))
    raise KnownError(Problem.NOTHING_TO_UNDO)


def _groups(session: Session) -> Iterator[str]:
    """Labelled groups that were not taken back, the newest first."""
    taken_back = select(Op.undoes).where(Op.undoes.is_not(None))
    done = select(Op.group).where(Op.label != "", Op.undoes.is_(None), Op.group.not_in(taken_back))
    newest_first = done.group_by(Op.group).order_by(func.max(Op.n).desc()).limit(FAR_ENOUGH)
    yield from session.scalars(newest_first).all()


def _take_back(session: Session, step: Op) -> None:
    model = MODELS[step.kind]
    row = session.scalar(select(model).where(model.id == step.record_id))
    if step.state == "parked":
        _give_up(session, step)
    elif isinstance(row, AttendanceMark):
        _take_mark_back(session, row)
    elif isinstance(row, EvaluationAnswer):
        evaluation.take_back(session, row)
    elif row is None:
        _bring_back(session, step)
    elif step.kind in APPEND_ONLY or _has_begun(step):
        return
    elif step.verb == "create":
        _remove(session, row)
    elif step.verb == "update":
        _restore(row, step)


def _has_begun(step: Op) -> bool:
    """Whether this step began an event: that it is in progress is then a fact, whoever is taken off the register."""
    return step.kind == Event.record.kind and step.fields.get("state") == "in_progress"


def _give_up(session: Session, step: Op) -> None:
    """A change that is parked did not take effect anywhere else: give it up, with what stands at the centre in place.

    Its old value must not go to the centre as news: somebody else has written there since.
    """
    if status_of(step.answer) != "conflict":
        parked.discard(session, op=step.n)
        return
    ids = set(questions_of(step.answer, step.fields).values())
    still_open = select(Conflict.id).where(Conflict.id.in_(ids), Conflict.state == "open")
    for conflict in session.scalars(still_open).all():
        review.settle(session, conflict=conflict, choice="theirs")


def _bring_back(session: Session, step: Op) -> None:
    """Put back what was deleted here; what somebody else deleted is not this laptop's to put back."""
    if step.verb == "delete" and step.was:
        session.add(row_from(step.kind, step.record_id, step.partition, step.was))


def _take_mark_back(session: Session, mark: AttendanceMark) -> None:
    """Say again what was said before, wherever this mark (or an equal answer that replaced it) still counts."""
    desk = desk_of(session)
    known = marks_of(session, mark.event_id, mark.attendee_id)[mark.attendee_id]
    before = next((one for one in known if one.id == mark.supersedes), None)
    for head in attendance.descendants(known, mark.id):
        if (head.state, head.at) != (mark.state, mark.at):
            continue
        session.add(
            AttendanceMark(
                id=desk.new_id(),
                partition=mark.partition,
                event_id=mark.event_id,
                attendee_id=mark.attendee_id,
                state=before.state if before else "unmarked",
                at=before.at if before else None,
                supersedes=head.id,
                source="desk",
                marked_at=desk.now(),
                session_id=mark.session_id,
                marked_by=desk.user_name,
                amends=mark.amends,
                reason=mark.reason if mark.amends else "",
            )
        )


def _remove(session: Session, row: Synced) -> None:
    """Delete what was created, where this role may. A trainer may take back a contact as long as nobody else wrote it.

    Rev 0 is a record the centre has not seen, rev 1 one that stands there as it was created; the centre asks the same.
    """
    if not forbidden(
        desk_of(session).role, "delete", row.record.kind, partitions.family(row.partition), own=row.rev <= 1
    ):
        session.delete(row)


def _restore(row: Synced, step: Op) -> None:
    """Set the fields back that still hold what the step gave them; of a decision all, or none where another stands.

    What was sent again with other values gets its first ones, which then ask to be accepted once more.
    """
    known = [field for field in step.fields if field in row.wire_fields()]
    held = [field for field in known if journal.wire_value(getattr(row, field)) == step.fields[field]]
    if isinstance(row, Conflict) and held != known:
        return
    resent = step.label_values.get(parked.RESENT)
    before: dict[str, Any] = step.was if resent is None else msgspec.json.decode(resent)
    for field in held:
        if field in before:
            setattr(row, field, from_wire(type(row), field, before[field]))

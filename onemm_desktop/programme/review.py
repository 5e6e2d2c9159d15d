"""Needs review: what a machine must not settle, put side by side, and what a person may do about it.

Every decision is one transaction of ordinary changes, so that undo, work without a network, history and two people
deciding at once come for free. A conflict's record says first that it is settled; then its field takes the value.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Conflict, Shadow, desk_of, journal
from onemm_desktop.models.standing import weigh
from onemm_desktop.programme.field_values import checked, from_wire, row_from
from onemm_desktop.programme.parked import at_the_centre, let_go, row_of
from onemm_desktop.programme.people import may_change

Choice = Literal["mine", "theirs", "other"]
Rule = Literal["mine", "theirs", "newest"]
Side = Literal["laptop", "centre", ""]


def side_of(conflict: Conflict, user: str) -> Side:
    """Which of the two answers is this person's own; nothing where neither is."""
    if conflict.laptop_by == user:
        return "laptop"
    return "centre" if conflict.centre_by == user else ""


# --- questions ---------------------------------------------------------------------------------------------------


def settle(session: Session, *, conflict: str, choice: Choice, value: Any = None) -> Change:
    """Answer a conflict: ``mine`` is the laptop's answer that asked, ``theirs`` the centre's, ``other`` is ``value``.

    Raises KnownError ALREADY_DECIDED where somebody was faster, NOT_ALLOWED where this desk may only read the record,
    WRONG_VALUE where the field cannot hold ``value``.
    """
    found = _open_conflict(session, conflict)
    if choice == "other":
        if not found.field:
            raise KnownError(Problem.WRONG_VALUE)
        value = checked(found.about_kind, found.field, value)
    else:
        value = found.laptop if choice == "mine" else found.centre
    _note(session, found, choice, value)
    if found.field:
        _write_field(session, found, value)
    else:
        _write_whole(session, found, choice)
    session.flush()
    return Change(touched=journal.changes_of(session))


def settle_several(session: Session, *, conflicts: Collection[str], rule: Rule) -> tuple[Change, int]:
    """Answer many at once, in one transaction. Those that somebody has settled meanwhile are passed over.

    ``mine`` keeps what this person wrote, wherever that stands (and the laptop's answer where neither is theirs),
    ``theirs`` the other one; ``newest`` goes by the two clocks, which may be wrong: a person has asked for it.
    Answers how many were settled.
    """
    user = desk_of(session).user_id
    still_open = select(Conflict).where(Conflict.id.in_(conflicts), Conflict.state == "open").order_by(Conflict.id)
    found = session.scalars(still_open).all()
    for one in found:
        settle(session, conflict=one.id, choice=_by_rule(one, rule, user))
    return Change(touched=journal.changes_of(session)), len(found)


def _by_rule(conflict: Conflict, rule: Rule, user: str) -> Choice:
    if rule == "newest":
        return "mine" if conflict.centre_at is None or conflict.laptop_at >= conflict.centre_at else "theirs"
    mine: Choice = "theirs" if side_of(conflict, user) == "centre" else "mine"
    return mine if rule == "mine" else ("theirs" if mine == "mine" else "mine")


def _open_conflict(session: Session, conflict: str) -> Conflict:
    found = session.scalar(select(Conflict).where(Conflict.id == conflict))
    if found is None or found.state != "open":
        raise KnownError(Problem.ALREADY_DECIDED)
    if not may_change(desk_of(session).role, found.partition):
        raise KnownError(Problem.NOT_ALLOWED)
    return found


def _note(session: Session, conflict: Conflict, choice: Choice, value: Any) -> None:
    """Say that it is settled, before the field changes: the centre then takes that change for the answer it is."""
    desk = desk_of(session)
    conflict.state, conflict.choice, conflict.value = "settled", choice, value
    conflict.settled_by, conflict.settled_by_name, conflict.settled_at = desk.user_id, desk.user_name, desk.now()
    weigh(session, [conflict.id])


def _write_field(session: Session, conflict: Conflict, value: Any) -> None:
    row = row_of(session, conflict.about_kind, conflict.about_id)
    if row is None:
        return  # gone meanwhile: the centre asks about the whole of it
    rev, data = at_the_centre(session, row)
    # Whoever sees the card has seen the field as it is at ``centre_rev``, and as it is here where it is still that.
    seen = max(rev, conflict.centre_rev) if data.get(conflict.field) == conflict.centre else conflict.centre_rev
    if conflict.field in row.wire_fields():
        setattr(row, conflict.field, from_wire(type(row), conflict.field, value))
    else:
        row.extra = {**row.extra, conflict.field: value}  # a newer program's field
    journal.restate(session, row, "update", was={conflict.field: conflict.centre}, read=seen)


def _write_whole(session: Session, conflict: Conflict, choice: Choice) -> None:
    """One removed what the other changed: keep it, with which changes, or let it go."""
    row = row_of(session, conflict.about_kind, conflict.about_id)
    shadow = session.get(Shadow, (conflict.about_kind, conflict.about_id))
    wanted = conflict.laptop if choice == "mine" else conflict.centre
    read = max(conflict.centre_rev, shadow.rev if shadow else 0, row.rev if row else 0)
    match row, wanted, choice:
        case None, None, "theirs":
            let_go(session, conflict.about_kind, conflict.about_id)
        case None, None, _:
            journal.say_deleted(
                session,
                conflict.about_kind,
                conflict.about_id,
                conflict.partition,
                data=conflict.centre or {},
                read=read,
            )
        case None, _, "theirs":
            there = (shadow.data if shadow else None) or wanted
            _add(session, conflict, there, "update", read)
        case None, _, _:
            _add(session, conflict, wanted, "create", read)
        case _, None, _:
            session.delete(row)
            journal.restate(session, row, "delete", was={}, read=read)
        case _, _, "mine":
            for name in wanted.keys() & set(row.wire_fields()) - {"id"}:
                setattr(row, name, from_wire(type(row), name, wanted[name]))


def _add(session: Session, conflict: Conflict, data: Mapping[str, Any], verb: str, read: int) -> None:
    rev = read if verb == "update" else 0
    row = row_from(conflict.about_kind, conflict.about_id, conflict.partition, data, rev=rev)
    session.add(row)
    journal.restate(session, row, verb, was={}, read=read)

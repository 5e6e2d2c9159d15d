"""Erasing a person: every record about them, and what it leaves behind on purpose.

Two kinds of record are *emptied* and not erased, because somebody else's evidence hangs on them: a match with another
person who is still there keeps its dates, and a certificate's number stays taken. No name and no free text is left in
them, in their history or in the answers to what was sent about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import msgspec
import psycopg

from onemm_central.records.erasure import EMPTY_HISTORY, erase
from onemm_central.rights.about import PEOPLE, About, Held, about
from onemm_wire.records import Access, DocumentIssue, LegalHold, Match, RightsRequest

Action = Literal["erase", "empty"]

#: What is left of a record that is emptied: these fields say this, all others stay.
EMPTIED: dict[str, dict[str, str]] = {
    Match.kind: {"notes": ""},
    DocumentIssue.kind: {"name_as_printed": "", "code": ""},
}

#: Evidence of what was done about the person, in ids, days and codes: it stays.
KEPT: frozenset[str] = frozenset({Access.kind, RightsRequest.kind, LegalHold.kind})

EMPTY = "UPDATE record SET data = data || %s::jsonb WHERE partition = %s AND kind = %s AND id = %s AND data IS NOT NULL"
# No hash of what was sent stays, and no value; the status does: a laptop that asks again learns what became of its op.
EMPTY_ANSWERS = """
UPDATE op_result SET payload_hash = '', answer = answer || '{"fields": {}, "values": {}}'
WHERE partition = %s AND kind = %s AND record_id = %s
"""
DONE = "SELECT partition, kind, record_id FROM erasure WHERE record_id = ANY(%s)"
STILL_THERE = "SELECT id FROM record WHERE id = ANY(%s) AND kind = ANY(%s) AND NOT deleted"
EMPTY_WAITING = "UPDATE inbox SET op = NULL, state = 'erased' WHERE id = ANY(%s) AND state = 'waiting'"


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one record."""

    held: Held
    action: Action


class HeldError(Exception):
    """A legal hold keeps everything about this person. ``since`` is when it was set."""

    def __init__(self, since: str) -> None:
        super().__init__(since)
        self.since = since


def plan(connection: psycopg.Connection[Any], person_id: str) -> list[Step]:
    """What erasing this person would do, in order; empty where nothing is left to erase."""
    known = about(connection, person_id)
    if known is None:
        return []
    others = _others_still_there(connection, known)
    done = set(connection.execute(DONE, [[held.id for held in known.held]]).fetchall())
    steps = [Step(held, _action(held, known, others)) for held in known.held if _reached(held)]
    return [step for step in steps if step.action == "erase" or step.held.key not in done or not _is_empty(step.held)]


def erase_person(connection: psycopg.Connection[Any], person_id: str, *, reason: str, author: str) -> list[Step]:
    """Do it, in the caller's transaction; answers what was done. What waits in the inbox about them goes as well.

    Raises HeldError, with nothing done, while a legal hold is in force.
    """
    steps = plan(connection, person_id)
    known = about(connection, person_id)
    if known is None or not steps:
        return []
    for held in known.held:
        if held.kind == LegalHold.kind and held.data and held.data.get("lifted_on") is None:
            raise HeldError(held.data["set_on"])
    for step in steps:
        if step.action == "erase":
            erase(connection, step.held.kind, step.held.id, reason=reason, author=author)
        else:
            empty_one(connection, step.held.key, reason, author)
    connection.execute(EMPTY_WAITING, [list(known.waiting)])
    return steps


def _reached(held: Held) -> bool:
    return not held.erased and held.kind not in KEPT


def _others_still_there(connection: psycopg.Connection[Any], known: About) -> set[str]:
    named = {
        held.data[field]
        for held in known.held
        if held.kind == Match.kind and held.data
        for field in ("mentor_id", "mentee_id")
    }
    return {other for (other,) in connection.execute(STILL_THERE, [sorted(named - known.ids), sorted(PEOPLE)])}


def _action(held: Held, known: About, others: set[str]) -> Action:
    if held.data is None or held.kind not in EMPTIED:
        return "erase"
    if held.kind == Match.kind and not {held.data["mentor_id"], held.data["mentee_id"]} & others - known.ids:
        return "erase"
    return "empty"


def _is_empty(held: Held) -> bool:
    return held.data is not None and EMPTIED[held.kind].items() <= held.data.items()


def empty_one(connection: psycopg.Connection[Any], key: tuple[str, str, str], reason: str, author: str) -> None:
    """Empty one record of names and notes, and of what its history and answers held."""
    # The store's own trigger would write what is emptied into the history once more.
    connection.execute("SELECT set_config('onemm.history', 'written', true)")
    connection.execute(EMPTY, [msgspec.json.encode(EMPTIED[key[1]]).decode(), *key])
    connection.execute("SELECT set_config('onemm.history', '', true)")
    connection.execute(EMPTY_HISTORY, key)
    connection.execute(EMPTY_ANSWERS, key)
    connection.execute(
        "INSERT INTO history (partition, kind, record_id, rev, verb, author) "
        "SELECT partition, kind, id, rev, 'empty', %s FROM record WHERE partition = %s AND kind = %s AND id = %s",
        [author, *key],
    )
    connection.execute(
        "INSERT INTO erasure (partition, kind, record_id, action, reason, author) VALUES (%s, %s, %s, 'empty', %s, %s)",
        [*key, reason, author],
    )

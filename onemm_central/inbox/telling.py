"""A laptop hears what became of its changes in the inbox with its next pull, as an answer to each of those ops."""

from __future__ import annotations

from typing import Any

import msgspec
import psycopg

from onemm_central.devices.callers import Caller
from onemm_wire.errors import Code
from onemm_wire.protocol import MAX_OPS, Cursor, OpResult

DECIDED = """
SELECT decision, op_n, inbox.state, note, answer::text FROM inbox
JOIN op_result ON (op_result.device_id, n) = (inbox.device_id, op_n)
WHERE inbox.device_id = %s AND decision > %s ORDER BY decision LIMIT %s
"""


def with_decisions(
    connection: psycopg.Connection[Any], caller: Caller, page: dict[str, Any], since: Cursor
) -> dict[str, Any]:
    """A page of a pull with what was decided since the cursor; the page itself where nothing was, at no price."""
    if caller.decisions <= since.decided:
        return page
    found = connection.execute(DECIDED, [caller.device_id, since.decided, MAX_OPS]).fetchall()
    if not found:
        return page
    return {
        **page,
        "decided": [_told(n, state, note, answer) for _, n, state, note, answer in found],
        "cursor": msgspec.structs.replace(page["cursor"], decided=found[-1][0]),
        "more": page["more"] or len(found) == MAX_OPS,
    }


def _told(n: int, state: str, note: str, answer: str) -> OpResult:
    if state == "erased":
        return OpResult(n=n, status="gone", code=Code.ERASED)
    result = msgspec.json.decode(answer, type=OpResult)
    if state == "dismissed":
        return msgspec.structs.replace(result, values={**result.values, "dismissed": note})
    return result

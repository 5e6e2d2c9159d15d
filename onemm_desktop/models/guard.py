"""The guard beside the journal: statements that would change records unseen are refused.

The journal listens to flushes. An UPDATE, DELETE or INSERT sent as a statement, through the ORM, through Core, as text
or by one of SQLAlchemy's bulk ways, would slip past it; all of them come by here.
"""

from __future__ import annotations

import re

from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection

from onemm_desktop.models import MODELS

_TABLES = frozenset(model.__tablename__ for model in MODELS.values())
# The table a statement writes to, wherever in the statement the word stands (WITH … UPDATE, INSERT OR REPLACE).
_WRITES = re.compile(
    r"""\b(?:(?:INSERT|REPLACE)\s+(?:OR\s+\w+\s+)?INTO|DELETE\s+FROM|UPDATE(?:\s+OR\s+\w+)?)\s+"""
    r"""(?:["'`\[]?\w+["'`\]]?\s*\.\s*)?["'`\[]?(\w+)""",
    re.IGNORECASE,
)
_PAST = "onemm_past_the_journal"


class UnjournalledWriteError(RuntimeError):
    """A bug: a statement would have changed records behind the journal's back, and the centre would never know."""


def stand_guard(engine: Engine) -> None:
    """Refuses every write of records through ``engine`` that is not part of a flush."""
    event.listen(engine, "before_cursor_execute", _refuse_unseen)
    event.listen(engine, "begin", _nothing_flushing)


def past_the_journal(engine: Engine) -> Engine:
    """The same engine and connections, for sessions whose writes need no op."""
    return engine.execution_options(**{_PAST: True})


def flushing(connection: Connection, *, now: bool) -> None:
    """Said by the journal: whether what comes next on this connection is a flush that it sees."""
    connection.info["flushing"] = now


def _nothing_flushing(connection: Connection) -> None:
    connection.info["flushing"] = False


def _refuse_unseen(
    connection: Connection, cursor: object, statement: str, parameters: object, context: object, executemany: bool
) -> None:
    if connection.info.get("flushing") or connection.get_execution_options().get(_PAST):
        return
    unseen = {table for table in _WRITES.findall(statement) if table.lower() in _TABLES}
    if unseen:
        raise UnjournalledWriteError(f"change rows through the session, not by a statement on {', '.join(unseen)}")

"""Programs of different age on the laptops of one world.

The older one has the tables and the logic of today's and leaves some of them empty: two kinds of record it does not
know, two fields of mentors it keeps unread. It names the schema before today's, so the centre takes it for what it is.
(What releases of before really say is recorded in ``tests/recorded``.) Whoever has the thread has the program: before a
laptop goes on, its own is put in place of the one that ran last.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from onemm_desktop.models import MODELS, Mentor, Synced, adoption, upgrade
from onemm_desktop.sync import mapping, rows, transport
from onemm_wire import versions
from onemm_wire.protocol import SCHEMA
from tests.simulation.files import new_folder

#: What the older program has no place for. In these worlds all other kinds have been there from the first: the verbs
#: of today write them, on whatever laptop.
LEARNT_KINDS = frozenset({"booking", "clearance"})
LEARNT_FIELDS = {"access_needs": "''", "modules": "'[]'"}
FIRST = upgrade.MIGRATIONS
#: The release in which the program learnt more. Its tables are there already.
MIGRATION = '''
"""Room for what is new."""
revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None
def upgrade() -> None:
    pass
'''


@dataclass(frozen=True, eq=False)
class Program:
    """One release: the schema it names, the newest file it writes, and what it keeps."""

    name: str
    schema: int
    newest: str
    models: Mapping[str, type[Synced]]
    local: frozenset[str]

    def keeps(self, kind: str) -> bool:
        """Whether it has a place for this kind of record."""
        return kind in self.models


TODAY = Program("today's", SCHEMA, "0002", dict(MODELS), Mentor.LOCAL)
BEFORE = Program(
    "the one before",
    SCHEMA - 1,
    upgrade.NEWEST,
    {kind: model for kind, model in MODELS.items() if kind not in LEARNT_KINDS},
    Mentor.LOCAL | LEARNT_FIELDS.keys(),
)
#: Kinds of which an update may have to fetch something.
LEARNT = frozenset({*LEARNT_KINDS, "mentor"})
#: What was worked out of a program's tables.
WORKED_OUT = (mapping.shape_of, mapping._places, rows._upsert_sql, rows._upsert_fast_sql, rows._fast_decoder)


class _Running:
    program = TODAY


def take_over(program: Program) -> None:
    """From now on this program has the thread."""
    if _Running.program is not program:
        _put(program)


def _put(program: Program) -> None:
    _Running.program = program
    MODELS.clear()  # and not less: the order of what is put back counts
    MODELS.update(program.models)
    Mentor.LOCAL = program.local
    vars(transport)["SCHEMA"] = program.schema
    upgrade.NEWEST = program.newest
    upgrade.MIGRATIONS = _migrations() if program is TODAY else FIRST
    for known in WORKED_OUT:
        known.cache_clear()


@contextmanager
def learning() -> Iterator[None]:
    """A world in which the program learns something: within the block there are two releases, afterwards one."""
    since = dict.fromkeys(LEARNT_KINDS, SCHEMA)
    with ExitStack() as world:
        world.enter_context(patch.dict(versions.KINDS_SINCE, since, clear=True))
        world.enter_context(patch.object(upgrade, "MIGRATIONS", _migrations()))
        world.enter_context(patch.object(upgrade, "NEWEST", TODAY.newest))
        try:
            yield
        finally:
            take_over(TODAY)


def make_room(connection: Any) -> None:
    """Let the new columns lie in a file as a migration would have added them: at the end, with a default."""
    for field, default in LEARNT_FIELDS.items():
        connection.execute(f"ALTER TABLE mentor DROP COLUMN {field}")
        connection.execute(f"ALTER TABLE mentor ADD COLUMN {field} TEXT NOT NULL DEFAULT {default}")


@contextmanager
def cut_in_migration(power: Callable[[], None]) -> Iterator[None]:
    """``power`` is called when a migration has done its work and has not committed it."""
    adopt = adoption.adopt

    def and_then(connection: Any) -> None:
        adopt(connection)
        power()

    with patch.object(adoption, "adopt", and_then):
        yield


@cache
def _migrations() -> Path:
    folder = new_folder("onemm-program-") / "migrations"
    shutil.copytree(FIRST, folder)
    (folder / "versions" / "v0002_learnt.py").write_text(MIGRATION, encoding="utf-8")
    return folder

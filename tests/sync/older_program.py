"""A program of before: it has no place for one kind of record, and none for one field of mentors.

Its database lacks the table and the column. What it reads is what an older release would have read and kept: unknown
kinds are left alone, unknown fields lie unread in ``extra``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from onemm_desktop.models import MODELS, Mentor, cipher, upgrade
from onemm_desktop.sync import mapping, rows
from tests.sync.laptop import KEY, Laptop

KIND = "clearance"
FIELD = "access_needs"
SECOND = '''
"""The release in which the program learnt more."""
from alembic import op
import sqlalchemy as sa
from onemm_desktop.models import Clearance
revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None
def upgrade() -> None:
    op.add_column("mentor", sa.Column("access_needs", sa.String(), nullable=False, server_default=""))
    Clearance.__table__.create(op.get_bind())
'''


@contextmanager
def older_program(laptop: Laptop) -> Iterator[None]:
    """Within the block, this laptop is one of before; afterwards it is updated and started again."""
    laptop.database.close()
    with closing(cipher.open_writer(laptop.folder / "records.db", KEY)) as connection:
        connection.execute(f"DROP TABLE {KIND}")
        connection.execute(f"ALTER TABLE mentor DROP COLUMN {FIELD}")
    with pytest.MonkeyPatch.context() as before, without(KIND):
        before.setattr(Mentor, "LOCAL", Mentor.LOCAL | {FIELD})
        forget_shapes()
        laptop.reopen()
        yield
        laptop.database.close()
    forget_shapes()


@contextmanager
def without(kind: str) -> Iterator[None]:
    """Within the block no program knows this kind. Afterwards it stands in its old place: the order has a meaning."""
    known = dict(MODELS)
    del MODELS[kind]
    try:
        yield
    finally:
        MODELS.clear()
        MODELS.update(known)


def updated(laptop: Laptop, program: pytest.MonkeyPatch) -> None:
    """Start the program of today, with the migration that makes room for what it has learnt."""
    migrations = laptop.folder / "program" / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, migrations)
    (migrations / "versions" / "v0002_learnt.py").write_text(SECOND, encoding="utf-8")
    program.setattr(upgrade, "MIGRATIONS", migrations)
    program.setattr(upgrade, "NEWEST", "0002")
    laptop.reopen()


def forget_shapes() -> None:
    """What was worked out of the tables is worked out anew."""
    for known in (mapping.shape_of, mapping._places, rows._upsert_sql, rows._upsert_fast_sql, rows._fast_decoder):
        known.cache_clear()

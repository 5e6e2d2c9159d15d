"""What Alembic runs: the migrations, on the encrypted connection that ``models/upgrade.py`` hands over."""

from __future__ import annotations

from alembic import context

from onemm_desktop.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite takes back the making of tables with everything else; Alembic assumes that it would not.
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()

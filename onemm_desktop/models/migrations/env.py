"""What Alembic runs: the migrations, on the encrypted connection that ``models/upgrade.py`` hands over."""

from __future__ import annotations

from alembic import context

from onemm_desktop.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()

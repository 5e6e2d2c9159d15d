"""Certificates are found by their number: the public page must not read through all of them."""

from __future__ import annotations

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Create the two indexes."""
    op.execute(
        "CREATE INDEX record_certificate_number ON record ((data ->> 'number')) "
        "WHERE kind IN ('document_issue', 'document_revocation')"
    )
    op.execute("CREATE INDEX record_supersedes ON record ((data ->> 'supersedes')) WHERE kind = 'document_issue'")

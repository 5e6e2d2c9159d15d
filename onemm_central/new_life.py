"""What follows a restored backup: see *A restored centre* in ``docs/sync.md``."""

from __future__ import annotations

from typing import Any

import psycopg

from onemm_central.audit_events import note


def begin(connection: psycopg.Connection[Any]) -> None:
    """A new epoch, and sums that are of what is there: laptops read all anew, and send what the backup never knew."""
    connection.execute("SELECT sums_anew()")
    connection.execute("UPDATE centre SET epoch = gen_random_uuid()")
    note(connection, "restored")

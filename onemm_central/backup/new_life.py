"""What follows a restored backup: see *A restored centre* in ``docs/sync.md``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg

from onemm_central.audit.events import note
from onemm_central.rights import ledger


def begin(connection: psycopg.Connection[Any], folder: Path) -> int:
    """A new epoch, and sums that are of what is there: laptops read all anew, and send what the backup never knew.

    What was erased since the backup is erased again, by the list in ``folder``; answers how many records that were.
    """
    erased = ledger.replay(connection, folder)
    connection.execute("SELECT sums_anew()")
    connection.execute("UPDATE centre SET epoch = gen_random_uuid()")
    note(connection, "restored")
    return erased

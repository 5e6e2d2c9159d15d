"""A laptop's first sync in a process of its own, for tests that kill it: ``python -m … FOLDER TOKEN_FILE``.

Prints a line after each page that was kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sqlalchemy import select

from onemm_desktop.models import Device
from onemm_desktop.models.database import Database
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.status import SyncStatus
from tests.sync.laptop import KEY, now


def main(folder: str, token: str) -> None:
    database = Database.open(Path(folder) / "records.db", KEY)
    with database.read() as session:
        device = session.scalars(select(Device)).one()
    transport = enrolment.transport_of(device, Path(token).read_bytes())
    Runner(database, transport, clock=now, page_records=10).run(progress=_say)


def _say(status: SyncStatus) -> None:
    print(status.received, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A program of its own for the tests: marks people one after the other and says each mark once it is saved.

``python -m tests.models.marking <file> [<most bytes a file may have>]``
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from onemm_desktop.errors import KnownError
from onemm_desktop.models.database import Database
from tests.fixtures_desktop import KEY, desk_for
from tests.models.builders import new_mark


def main() -> None:
    """Marks until killed, or until the disk is full: then says so and leaves with status 3."""
    path = Path(sys.argv[1])
    desk = desk_for(seed=int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    database = Database.open(path, KEY)
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    for number in range(100_000):
        try:
            with database.write(desk) as session:
                mark = new_mark(session, attendee=f"person-{number}")
        except KnownError as error:
            print(f"refused {error.problem}", flush=True)
            sys.exit(3)
        print(f"saved {mark.id}", flush=True)


if __name__ == "__main__":
    main()

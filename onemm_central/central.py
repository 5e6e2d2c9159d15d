"""What every route needs: the database, the clock and who this centre is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from onemm_central.database import Database
from onemm_central.sync.admission import Admission


def utc_now() -> datetime:
    """This machine's clock, which is the centre's."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Central:
    """The service's parts, made once by ``app.create_app``. ``identity`` is the id in every answer's header."""

    database: Database
    identity: str
    clock: Callable[[], datetime] = utc_now
    admission: Admission = field(default_factory=Admission)


def identity_of(database: Database) -> str:
    """The id that this centre got when its database was made."""
    with database.connection() as connection:
        row = connection.execute("SELECT id FROM centre").fetchone()
    if row is None:
        raise RuntimeError("the database says not which centre it is: the row of table centre is gone")
    return str(row[0])

"""A region with a safeguarding lead, Mair, and desks in it that share nothing but what travels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from onemm_desktop.models import MODELS, Desk
from onemm_desktop.models.database import Database
from onemm_desktop.programme import safeguarding_keys, trusted_keys
from onemm_wire import sealing
from onemm_wire.concern_contents import Report
from onemm_wire.partitions import Role
from onemm_wire.sealing import Pair
from tests.fixtures_desktop import KEY, MORNING, Clock, desk_for, enrol

#: What nobody but a lead may ever read.
SECRET = "Kai said: my uncle hits me when mum works nights"
#: The seed of the region's recovery key.
RECOVERY = bytes(range(16))
TRAVELS = ("safeguarding_contact", "safeguarding_key", "concern_receipt", "concern", "concern_key_grant")


class Seat:
    """One person's laptop. ``pair`` is what a lead's vault holds."""

    def __init__(self, folder: Path, number: int, role: Role, clock: Clock) -> None:
        identity = f"0193d000-0000-7000-8000-00000000{number:04d}"
        desk = desk_for(device_id=identity, block=number, clock=clock, seed=number)
        self.desk: Desk = replace(desk, role=role, user_id=f"user{number}", user_name=f"Person {number}")
        self.path = folder / f"laptop{number}.db"
        new = not self.path.exists()
        self.database = Database.open(self.path, KEY)
        if new:
            enrol(self.database, self.desk)
        self.seed = number.to_bytes(sealing.SEED_BYTES, "big")

    @property
    def pair(self) -> Pair:
        return sealing.pair_of(self.seed)

    def give(self, other: Seat, *kinds: str) -> None:
        """Copy what travels, as if both had synchronised; nothing that stays."""
        for kind in kinds or TRAVELS:
            model = MODELS[kind]
            with self.database.read() as mine:
                rows = [dict(row) for row in mine.execute(select(model.__table__)).mappings()]
            with other.database.sync_write() as theirs:
                theirs.execute(delete(model))
                for row in rows:
                    theirs.execute(insert(model).values({k: v for k, v in row.items() if k != "pk"}))

    def close(self) -> None:
        self.database.close()


def report(**said: object) -> Report:
    """A concern as the form hands it over."""
    values = {"receipt": "", "written_at": MORNING, "recorder_name": "", "recorder_role": "", "account": SECRET}
    return Report(**{**values, **said})  # type: ignore[arg-type]


def set_up(session: Session, seat: Seat, recovery: bytes) -> None:
    safeguarding_keys.set_up_first(session, recovery_seed=recovery, seed=seat.seed)


def furnish(folder: Path) -> None:
    """Mair's laptop, which made the region's keys, and Nia's, which has seen them: as files, to be copied."""
    mair, nia = Seat(folder, 1, "safeguarding_lead", Clock()), Seat(folder, 2, "trainer", Clock())
    with mair.database.write(mair.desk) as session:
        set_up(session, mair, RECOVERY)
    mair.give(nia)
    with nia.database.write(nia.desk) as session:
        trusted_keys.remember_root(session)
    for seat in (mair, nia):
        seat.close()

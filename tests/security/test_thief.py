"""A laptop stolen from a train: what lies on its disk, while it was being worked on, gives nobody a name or a key."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from onemm_desktop import sealing
from onemm_desktop.crash import report_of
from onemm_desktop.models import Desk, Mentor, upgrade
from onemm_desktop.models.database import Database
from onemm_desktop.sync import last_words
from onemm_desktop.vault import Vault
from onemm_wire import bundle
from tests.fixtures_desktop import MORNING, MemoryKeyring, desk_for, enrol
from tests.sync.records import NAMES

PIN = "270418"
PINS = ["000000", "123456", "111111", "", PIN]


@pytest.fixture(scope="module")
def stolen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A copy of the disk in the middle of a day's work, and what the keyring held, which was not stolen."""
    folder, keyring = tmp_path_factory.mktemp("laptop"), MemoryKeyring()
    vault = Vault(folder, keyring=keyring)
    with pytest.MonkeyPatch.context() as quick:
        quick.setattr(sealing, "_KIB", 32)  # the thief is to know the PIN anyway
        key = bytes(vault.create(PIN, "pin"))
    vault.keep("device_key", bytes(range(1, 33)))
    Database.open(folder / "records.db", key).close()
    upgrade.keep_copy(folder / "records.db", key, "0000")
    database = Database.open(folder / "records.db", key)
    desk = desk_for()
    enrol(database, desk)
    with database.sync_write() as session:
        device = session.connection().exec_driver_sql(
            "UPDATE device SET centre_seal_key = ?", (bundle.text_of(bundle.public_seal_key(bytes(range(32)))),)
        )
        assert device.rowcount == 1
    (folder / "crashes").mkdir()
    (folder / "crashes" / "a.txt").write_text(report_of(a_fault(), version="0.1.0", at=MORNING))
    stolen = tmp_path_factory.mktemp("stolen") / "disk"
    with database.read() as reading:
        # Somebody reads meanwhile, as the window does: what is written stays in the log beside the file.
        reading.scalar(select(func.count()).select_from(Mentor))
        with database.write(desk) as session:
            session.add_all(mentor_at(desk, number) for number in range(len(NAMES)))
        last_words.seal(database, vault.secret("device_key"), folder / "to hand in", now=MORNING)
        shutil.copytree(folder, stolen)
    database.close()
    (share,) = keyring.kept.values()
    return stolen, share


def mentor_at(desk: Desk, number: int) -> Mentor:
    given, family = NAMES[number]
    return Mentor(
        id=desk.new_id(),
        partition="region/london",
        reference=f"M{number}",
        given_name=given,
        family_name=family,
        notes=f"Ring {given} {family}" * 20,
    )


def a_fault() -> BaseException:
    """An error whose own words quote everybody."""
    with pytest.raises(ValueError, match="Nowak") as raised:
        raise ValueError(", ".join(f"{given} {family}" for given, family in NAMES))
    return raised.value


def loot(stolen: Path, folder: Path, **more: str) -> dict[str, Any]:
    """What a thief gets out of a copy of the disk: opening it, where that succeeds, changes it."""
    copy = shutil.copytree(stolen, folder / "copy")
    wanted = {"names": NAMES, "pins": PINS, **more}
    command = [sys.executable, "-m", "tests.security.thief", str(copy)]
    done = subprocess.run(command, input=json.dumps(wanted), capture_output=True, text=True, check=True, timeout=100)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_thief_reads_nothing_and_opens_nothing_even_with_the_right_pin(
    stolen: tuple[Path, str], tmp_path: Path
) -> None:
    disk, _ = stolen
    assert {"records.db-wal", "vault.json"} < {file.name for file in disk.iterdir()}, "taken in the middle of the work"
    found = loot(disk, tmp_path)
    assert found.pop("keys tried") > 4
    assert found == {"names": [], "plain databases": [], "rows": 0, "by the program": 0}


def test_the_thief_would_open_it_with_what_the_keyring_keeps(stolen: tuple[Path, str], tmp_path: Path) -> None:
    """The proof that the thief tries the right thing: PIN and share together do open, and one of them is elsewhere."""
    disk, share = stolen
    assert loot(disk, tmp_path, share=share)["rows"] == len(NAMES)

"""A laptop for tests: a real encrypted file, a desk whose clock and chance repeat themselves, real threads."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from onemm_desktop.background import Background
from onemm_desktop.models import Desk, Device
from onemm_desktop.models.database import Database

#: The key of every test's database.
KEY = bytes(range(32))
#: A Saturday of training, in the morning.
MORNING = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands until it is told to go on."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        """Goes on by a ``timedelta``'s words: ``forward(minutes=5)``."""
        self.now += timedelta(**span)


@dataclass
class Chance:
    """Bytes that look like chance and are the same in every run with the same seed."""

    seed: int = 1
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def __call__(self, count: int) -> bytes:
        return self._random.randbytes(count)


class MemoryKeyring(KeyringBackend):
    """A keyring of an operating system, for as long as the test lasts."""

    priority = 1.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps a password."""
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        """Gives it back."""
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        """Forgets it; a password that is not there cannot be forgotten, as in real keyrings."""
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


class NoKeyring(MemoryKeyring):
    """A system without a keyring, as a bare Linux is."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Refuses."""
        raise keyring.errors.NoKeyringError

    def get_password(self, service: str, username: str) -> str | None:
        """Refuses."""
        raise keyring.errors.NoKeyringError


def desk_for(
    *,
    region: str = "london",
    device_id: str = "0193d000-0000-7000-8000-000000000001",
    block: int = 7,
    clock: Callable[[], datetime] | None = None,
    seed: int = 1,
) -> Desk:
    """A trainer's desk with a standing clock and seeded chance."""
    return Desk(
        user_id="0193d000-0000-7000-8000-0000000000aa",
        user_name="Nia Parry",
        role="trainer",
        region=region,
        device_id=device_id,
        block=block,
        clock=clock or Clock(),
        chance=Chance(seed),
    )


def enrol(database: Database, desk: Desk) -> None:
    """Writes the row that makes this database the laptop of ``desk``, as enrolment does."""
    with database.sync_write() as session:
        session.add(
            Device(
                device_id=desk.device_id,
                block=desk.block,
                address="http://127.0.0.1:9",
                centre="0193d000-0000-7000-8000-0000000000cc",
                epoch="first",
                user_id=desk.user_id,
                user_name=desk.user_name,
                role=desk.role,
                region=desk.region,
                region_name=desk.region.title(),
                scope=["national", f"region/{desk.region}"],
            )
        )


@pytest.fixture
def clock() -> Clock:
    """The clock of ``desk``."""
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Desk:
    """Nia Parry's desk in London."""
    return desk_for(clock=clock)


@pytest.fixture
def database(tmp_path: Path, desk: Desk) -> Iterator[Database]:
    """An empty encrypted database in a fresh folder, enrolled for ``desk``."""
    database = Database.open(tmp_path / "records.db", KEY)
    enrol(database, desk)
    yield database
    database.close()


@pytest.fixture
def background(qapp: object, database: Database, desk: Desk) -> Iterator[Background]:
    """The threads behind a window, over ``database``, with ``desk`` at work."""
    background = Background(database, desk)
    yield background
    background.close()

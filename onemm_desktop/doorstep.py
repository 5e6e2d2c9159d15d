"""What stands between records whose key was found and the first page. Looked up here; ``opening`` asks and shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from onemm_desktop import recovery
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Device, laptop_rules, lease
from onemm_desktop.models.database import Database
from onemm_desktop.models.laptop_rules import Rules
from onemm_desktop.paths import Paths
from onemm_desktop.programme.this_laptop import ThisLaptop, this_laptop
from onemm_desktop.sync import enrolment, last_words, status
from onemm_desktop.sync.bundles import Bundles
from onemm_desktop.sync.runner import Runner
from onemm_desktop.uptime import moments
from onemm_desktop.vault import Unlock, Vault
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.unlock.meeting import MeetingPage
from onemm_desktop.views.unlock.shut_out import ShutOutPage

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Seat:
    """One person's place on this laptop: their files, and the vault that opens them."""

    paths: Paths
    vault: Vault


@dataclass(frozen=True)
class Opened:
    """Records that are open, and by which rules they are kept."""

    seat: Seat
    database: Database
    laptop: ThisLaptop
    rules: Rules


@dataclass(frozen=True)
class Unfinished:
    """A first run was cut short after the records were made and before the centre's answer was kept."""


@dataclass(frozen=True)
class Condemned:
    """The centre has shut this laptop out: what is left to say is to be sealed, then all goes."""


@dataclass(frozen=True)
class SecretWanted:
    """A PIN of at least so many digits, or a passphrase, has to be chosen first."""

    kind: Unlock
    digits: int


@dataclass(frozen=True)
class Alone:
    """The centre has not been heard for too long."""


Found = Unfinished | Condemned | SecretWanted | Alone | Opened


def look(seat: Seat, database: Database, clock: Clock, *, helped: bool) -> Found:
    """What has to happen before these records are shown; ``Opened`` if nothing. Counts the days without the centre.

    ``helped``: the office's answer opened them, so a new PIN or passphrase is due.
    """
    with database.sync_write() as session:
        laptop = this_laptop(session)
        if laptop is not None:
            lease.count(session, moments(clock)())
    if laptop is None:
        return Unfinished()
    if seat.vault.condemned:
        return Condemned()
    with database.read() as session:
        rules = laptop_rules.rules(session, region=laptop.region, day=clock().date())
        alone = (lease.days_left(session) or 0) <= 0
    wanted = _secret_wanted(seat.vault, rules, helped=helped)
    if wanted is not None:
        return SecretWanted(wanted, rules.pin_digits)
    return Alone() if alone else Opened(seat, database, laptop, rules)


def prepare_recovery(seat: Seat, database: Database, chance: Callable[[int], bytes], *, afresh: bool) -> None:
    """Have a question for the office ready; ``afresh``: the one before was answered, and is worth nothing now."""
    with database.read() as session:
        device = session.query(Device).one()
    try:
        key = seat.vault.secret(enrolment.KEY)
    except KnownError:
        return  # enrolled without a key of its own: such a laptop has nothing that the centre could answer by
    recovery.prepare(
        seat.vault, key, device=device.device_id, centre=device.centre_seal_key, chance=chance, afresh=afresh
    )


def meeting_page(seat: Seat, database: Database, clock: Clock, dialogs: Dialogs) -> MeetingPage:
    """The page on which a laptop that was alone for too long meets its centre again."""
    with database.read() as session:
        device = session.query(Device).one()
        unsent = status.read(session).unsent
    device_key = partial(seat.vault.secret, enrolment.KEY)
    transport = enrolment.transport_of(device, key=device_key)
    runner = Runner(database, transport, clock=clock)
    files = Bundles(database, transport, device_key, clock=clock)
    return MeetingPage(unsent, lambda cancelled: runner.run(cancelled), files.export, dialogs)


def last_words_page(seat: Seat, database: Database, clock: Clock, dialogs: Dialogs) -> ShutOutPage:
    """The page of a laptop that was shut out, which seals what is left to say."""

    def seal() -> list[Path]:
        last_words.seal(database, seat.vault.secret(enrolment.KEY), seat.paths.outbox, now=clock())
        return seat.paths.to_hand_in

    return ShutOutPage([], dialogs, seal)


def _secret_wanted(vault: Vault, rules: Rules, *, helped: bool) -> Unlock | None:
    """What has to be chosen before anything is shown; None if what opens the records is enough."""
    state = vault.state
    if state == "sealed" or helped:
        weakest: Unlock = "pin" if rules.unlock == "keyring" else rules.unlock
    elif state == "new" or laptop_rules.enough(state, rules.unlock):
        return None
    else:
        weakest = rules.unlock
    return "passphrase" if vault.needs_passphrase_on_create else weakest

"""How a laptop becomes one of the centre's: the calls behind the first-run page, and the order of what is kept.

Every method waits for the network or the disk and belongs on a worker thread. Nothing is written before the centre
has said yes to everything; if keeping it then fails (a full disk), the next try keeps it without asking again,
because the enrolment code is good for one use only.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from datetime import datetime
from functools import partial

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device
from onemm_desktop.models.database import Database
from onemm_desktop.paths import Paths
from onemm_desktop.sync import address as addresses
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.vault import Vault
from onemm_wire.protocol import Enrolled, Hello, SignedIn


class LaptopFirstRun:
    """The first run over real parts. ``database`` is given where a first run was cut short after it was made.

    After ``fetch`` the laptop is ready, and ``database`` open; it then belongs to whoever goes on with it.
    """

    def __init__(
        self,
        paths: Paths,
        vault: Vault,
        database: Database | None,
        *,
        clock: Callable[[], datetime],
        app_version: str,
    ) -> None:
        self._paths = paths
        self._vault = vault
        self.database = database
        self._clock = clock
        self._app_version = app_version
        self._address = ""
        self._signed_in: SignedIn | None = None
        self._granted: enrolment.Enrolment | None = None

    @property
    def needs_passphrase(self) -> bool:
        """Whether the person has to choose a passphrase: no keyring here, and no vault from an earlier try."""
        return self._vault.state == "new" and self._vault.needs_passphrase_on_create

    def connect(self, address: str) -> Hello:
        """Make sure that this address is the centre."""
        hello = enrolment.connect(address)
        self._address = addresses.normal(address)
        return hello

    def sign_in(self, email: str, password: str) -> SignedIn:
        """Who this is, and the regions they may choose from."""
        self._signed_in = enrolment.sign_in(self._address, email, password)
        return self._signed_in

    def enrol(self, *, code: str, region: str, device_name: str, passphrase: str | None) -> Enrolled:
        """Become a device of the centre and keep it: vault, database, then the row that says "enrolled"."""
        if self._signed_in is None:
            raise KnownError(Problem.REFUSED, code="signed_out")
        if self._granted is None:
            self._granted = enrolment.enrol(
                self._address,
                self._signed_in,
                code=code,
                region=region,
                device_name=device_name,
                platform=platform.platform(terse=True),
                app_version=self._app_version,
            )
        database = self._open(passphrase)
        enrolment.write(database, self._vault.keep, self._granted, now=self._clock())
        return self._granted.granted

    def fetch(self, cancelled: Callable[[], bool], progress: Callable[[SyncStatus], None]) -> SyncStatus:
        """Fetch the region's records, as far as they come. Whatever arrived is kept; the next run goes on there."""
        if self.database is None:
            raise RuntimeError("enrol first")
        with self.database.read() as session:
            device = session.query(Device).one()
        key = partial(self._vault.secret, enrolment.KEY)
        transport = enrolment.transport_of(device, self._vault.secret(enrolment.TOKEN), key)
        return Runner(self.database, transport, clock=self._clock).run(cancelled, progress)

    def _open(self, passphrase: str | None) -> Database:
        """The laptop's database, made now unless an earlier try made it."""
        if self.database is None:
            new = self._vault.state == "new"
            key = self._vault.create(passphrase) if new else self._vault.unlock(passphrase)
            self.database = Database.open(self._paths.database, key)
        return self.database

"""The whole program on a laptop that has enrolled at a real centre, for what an attacker or the office does to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from onemm_desktop.app import App
from onemm_desktop.background import Records
from onemm_desktop.changes import Change
from onemm_desktop.models import Device, Mentor
from onemm_desktop.models.database import Database
from onemm_desktop.paths import Paths
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.runner import Runner
from onemm_desktop.vault import Vault
from onemm_desktop.working import Working
from onemm_wire.records.devices import Unlock
from tests.central_service import PASSWORD, Centre
from tests.fixtures_desktop import MemoryKeyring
from tests.robots.laptop import SaveHere, until
from tests.sync.laptop import now
from tests.sync.records import identity

P = TypeVar("P", bound=QWidget)


@dataclass
class Program:
    """One laptop, its system's keyring, and the program when it runs. ``stick`` is where people save files."""

    qapp: QApplication
    folder: Path
    stick: Path
    keyring: MemoryKeyring = field(default_factory=MemoryKeyring)
    apps: list[App] = field(default_factory=list)

    @property
    def vault(self) -> Vault:
        return Vault(self.folder, keyring=self.keyring)

    def enrol(self, centre: Centre, *, typed: str | None = None, unlock: Unlock = "keyring") -> str:
        """Enrol as Rhian and fetch everything; answers the device's id."""
        centre.add_user("rhian@1mm.example", role="staff", name="Rhian Ffion Gwilym-Prydderch")
        signed_in = enrolment.sign_in(centre.address, "rhian@1mm.example", PASSWORD)
        granted = enrolment.enrol(
            centre.address,
            signed_in,
            code=centre.invite("rhian@1mm.example"),
            region="LDN",
            device_name="Desk 1",
            platform="Linux",
            app_version="0.1.0",
        )
        vault = self.vault
        database = Database.open(Paths(self.folder).database, vault.create(typed, unlock))
        enrolment.write(database, vault.keep, granted, now=now())
        with database.read() as session:
            device = session.scalars(select(Device)).one()
        transport = enrolment.transport_of(device, key=partial(vault.secret, enrolment.KEY))
        assert Runner(database, transport, clock=now).run().problem is None
        database.close()
        return device.device_id

    def start(self) -> App:
        app = App(
            self.qapp,
            Paths(self.folder),
            dialogs=SaveHere(self.stick),
            vault_at=lambda folder: Vault(folder, keyring=self.keyring),
        )
        self.apps.append(app)
        app.start()
        return app

    def working(self, app: App) -> Working:
        """The open program, once its first run is over: what a test does next is not heard of by that one."""
        until(lambda: app.working is not None, "the records are open")
        working = app.working
        assert working is not None
        until(lambda: not working.sync.running, "the first run is over")
        return working

    def note(self, working: Working, words: str) -> None:
        """Write something into Siân's card."""

        def verb(session: Records) -> Change:
            session.scalars(select(Mentor).where(Mentor.id == identity(0))).one().notes = words
            return Change()

        working.background.write(verb, label="details_changed", values={"name": "Siân"})
        until(lambda: not working.background.busy_here, "it is saved")

    def shown(self, app: App, page: type[P]) -> P:
        """What stands in the window, once it is this."""
        until(lambda: isinstance(app.window.currentWidget(), page), f"{page.__name__} is shown")
        found = app.window.currentWidget()
        assert isinstance(found, page)
        return found

    def files(self) -> dict[str, bytes]:
        """Everything that lies in the folder."""
        return {
            str(file.relative_to(self.folder)): file.read_bytes() for file in self.folder.rglob("*") if file.is_file()
        }

    def close(self) -> None:
        for app in self.apps:
            app.close()
            app.window.deleteLater()

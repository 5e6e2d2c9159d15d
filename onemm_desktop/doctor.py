"""``onemm-desktop doctor``: the doctor's round on a terminal, without the window.

Unlocks as the program does and asks for what is typed there; refuses while the program runs on the same folder.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from getpass import getpass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from sqlalchemy import select

from onemm_desktop import people
from onemm_desktop import settings as preferences
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device
from onemm_desktop.models.database import Database
from onemm_desktop.paths import Paths, paths_for
from onemm_desktop.single_instance import SingleInstance
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.doctor.findings import Step
from onemm_desktop.sync.doctor.round import Doctor
from onemm_desktop.vault import Vault
from onemm_desktop.views import doctor_words, sentences
from onemm_desktop.views.language import Speaker
from onemm_wire.errors import Code

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate
Say = Callable[[str], object]
Ask = Callable[[str], str]


def run(
    data: Path | None,
    *,
    repair: bool,
    clock: Callable[[], datetime],
    vault_at: Callable[[Path], Vault] = Vault,
    say: Say = print,
    ask: Ask = getpass,
) -> int:
    """Look at the records in ``data``, say what was found; the exit status: 0 where all is well afterwards."""
    speaker = Speaker(QCoreApplication.instance() or QCoreApplication(sys.argv[:1]))
    try:
        paths = paths_for(data)
        speaker.speak(preferences.load(paths.settings).language)
        with _alone(paths) as alone:
            if alone:
                return _everybody(paths, vault_at, partial(_round, repair=repair, clock=clock, say=say, ask=ask), say)
            say(translate("doctor", "1MM Desktop is running. Close it first, or have it check itself in its Settings."))
            return 1
    except KnownError as error:
        say(sentences.of(error).sentence)
        return 1
    finally:
        speaker.stop()


@contextmanager
def _alone(paths: Paths) -> Iterator[bool]:
    """Whether the program does not run on this folder; nobody can start it meanwhile."""
    instance = SingleInstance(paths.folder)
    alone = instance.claim()
    try:
        yield alone
    finally:
        if alone:
            instance.release()


def _everybody(base: Paths, vault_at: Callable[[Path], Vault], examine: Callable[..., bool], say: Say) -> int:
    """One after the other: each person's records have a key of their own."""
    here = [(paths, vault_at(paths.vault)) for paths in people.everybody(base.folder) if paths.vault_file.exists()]
    if not here:
        say(translate("doctor", "There are no records on this laptop yet."))
        return 1
    well = True
    for paths, vault in here:
        if len(here) > 1:
            say(translate("doctor", "The records of {name}:").format(name=vault.person or "…"))
        well &= examine(paths, vault)
    return 0 if well else 1


def _round(paths: Paths, vault: Vault, *, repair: bool, clock: Callable[[], datetime], say: Say, ask: Ask) -> bool:
    with closing(Database.open(paths.database, _unlocked(vault, ask))) as database:
        with database.read() as session:
            device = session.scalars(select(Device)).one_or_none()
        if device is None:
            say(translate("doctor", "There are no records on this laptop yet."))
            return False
        said: set[Step] = set()

        def heard(step: Step, done: int, total: int) -> None:
            if step not in said:
                said.add(step)
                say(translate("doctor", "{step} …").format(step=doctor_words.step_words(step)))

        with closing(enrolment.transport_of(device, key=partial(vault.secret, enrolment.KEY))) as transport:
            report = Doctor(database, transport, clock=clock).round(repair=repair, heard=heard)
    findings = map(doctor_words.found_words, report.found)
    for sentence in (*findings, doctor_words.verdict(report)[0], *doctor_words.conclusion(report)):
        say(sentence)
    if report.can_mend:
        say(translate("doctor", "Nothing was changed. Run it again with --repair to mend what can be mended."))
    return report.well


def _unlocked(vault: Vault, ask: Ask) -> bytearray:
    """The key of the records, as the program's own first page gets it."""
    if vault.condemned:
        raise KnownError(Problem.REFUSED, code=Code.REVOKED.value)
    match vault.state:
        case "keyring":
            return vault.unlock()
        case "pin":
            return vault.unlock(ask(translate("doctor", "PIN: ")))
        case "passphrase":
            return vault.unlock(ask(translate("doctor", "Passphrase: ")))
        case _:
            raise KnownError(Problem.SEALED)

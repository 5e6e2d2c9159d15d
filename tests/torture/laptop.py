"""A laptop that works and synchronises at the same time, in a process of its own, until it is killed.

It tells its parent of a change only once that is committed: what it has told, nobody may lose.
"""

from __future__ import annotations

import random
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Booking, Conflict, Device, Event, Mentor, journal
from onemm_desktop.models.database import Database
from onemm_desktop.models.desk import desk_of
from onemm_desktop.programme import register, review, walk_ins
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.access import Access
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.transport import Timeouts, Transport
from onemm_wire.partitions import region
from onemm_wire.records.training import MarkState
from tests.sync.laptop import KEY, Laptop, now

#: Short, so that a line that went dead costs a test a second and not half a minute.
IMPATIENT = Timeouts(connect=1.0, read=1.5)
#: Small, so that a first sync has many pages to be killed at.
PAGE_RECORDS = 40
STATES: tuple[MarkState, ...] = ("present", "late", "left_early", "apologies", "excused", "no_notice")
#: Mentors that all laptops edit in the same field, so that they clash.
FOUGHT_OVER = 3

Happening = Literal["saved", "sending", "receiving", "online", "offline", "attention", "never", "busy", "failed"]


@dataclass(frozen=True, slots=True)
class Told:
    """One line from a laptop: what happened, which records it touched, the words written into them (or a trace)."""

    what: Happening
    records: frozenset[tuple[str, str]] = frozenset()
    words: str = ""


def opened(folder: Path) -> Laptop:
    """An enrolled laptop, opened again."""
    database = Database.open(folder / "records.db", KEY)
    secrets = {enrolment.TOKEN: (folder / "token").read_bytes()}
    if (folder / "key").exists():
        secrets[enrolment.KEY] = (folder / "key").read_bytes()
    with database.read() as session:
        device = session.scalars(select(Device)).one()
    token = secrets[enrolment.TOKEN].decode()
    # The story may be longer than the token.
    access = Access(device.device_id, device.centre, lambda: secrets[enrolment.KEY], token)
    proving = access if enrolment.KEY in secrets else None
    transport = Transport(device.address, token, centre=device.centre, timeouts=IMPATIENT, access=proving)
    return Laptop(folder, database, transport, secrets)


def live(folder: str, seed: int, parent: Connection) -> None:
    """Work and synchronise until killed. ``seed`` decides what the person at this desk does."""
    telling = threading.Lock()

    def tell(told: Told) -> None:
        with telling:
            parent.send(told)

    try:
        laptop = opened(Path(folder))
        threading.Thread(target=_synchronise, args=(laptop, tell), daemon=True).start()
        _work(laptop, random.Random(seed), tell)
    except BaseException:  # noqa: BLE001  (it is told to the parent, who fails)
        tell(Told("failed", words=traceback.format_exc()))


def _synchronise(laptop: Laptop, tell: Callable[[Told], None]) -> None:
    runner = Runner(laptop.database, laptop.transport, clock=now, page_records=PAGE_RECORDS)
    rest = threading.Event()
    try:
        while True:
            ended = runner.run(progress=lambda status: tell(Told(status.state)))
            tell(Told(ended.state))
            rest.wait(0.05)
    except BaseException:  # noqa: BLE001  (as above)
        tell(Told("failed", words=traceback.format_exc()))


def _work(laptop: Laptop, chance: random.Random, tell: Callable[[Told], None]) -> None:
    rest = threading.Event()
    while True:
        words = f"<{chance.randrange(16**12):012x}>"
        with laptop.at_work() as session:
            chance.choice(DEEDS)(session, chance, words)
            session.flush()
            touched = journal.changes_of(session)
        if touched:
            tell(Told("saved", touched, words))
        rest.wait(chance.random() * 0.04)


# --- what people do -----------------------------------------------------------------------------------------------


def _mark(session: Session, chance: random.Random, words: str) -> None:
    found = session.execute(select(Booking.event_id, Booking.mentor_id).order_by(Booking.id)).all()
    if found:
        event, mentor = chance.choice(found)
        register.mark(session, event=event, attendee=mentor, state=chance.choice(STATES), reason=words)


def _walk_in(session: Session, chance: random.Random, words: str) -> None:
    event = session.scalar(select(Event.id).order_by(Event.id).limit(1))
    if event is not None:
        walk_ins.add(session, event=event, name=f"Siân {words}", contact=f"{words}@example.org", consent=True)


def _note(session: Session, chance: random.Random, words: str) -> None:
    mentor = _some_mentor(session, chance)
    if mentor is not None:
        mentor.notes = f"{mentor.notes}\n{words}".strip()


def _areas(session: Session, chance: random.Random, words: str) -> None:
    mentor = _some_mentor(session, chance)
    if mentor is not None:
        mentor.help_areas = [*mentor.help_areas, words]


def _fight(session: Session, chance: random.Random, words: str) -> None:
    mentor = _some_mentor(session, chance, among=FOUGHT_OVER)
    if mentor is not None:
        mentor.job_title = words


def _settle(session: Session, chance: random.Random, words: str) -> None:
    still_open = select(Conflict.id).where(Conflict.state == "open").order_by(Conflict.id)
    found = session.scalars(still_open).all()
    if found:
        choices: tuple[review.Choice, ...] = ("mine", "theirs")
        review.settle(session, conflict=chance.choice(found), choice=chance.choice(choices))


def _add_mentor(session: Session, chance: random.Random, words: str) -> None:
    desk = desk_of(session)
    session.add(
        Mentor(
            id=desk.new_id(),
            partition=region(desk.region),
            reference=f"{desk.region}-M-{words}",
            given_name="Łukasz",
            family_name=words,
        )
    )


def _some_mentor(session: Session, chance: random.Random, among: int = 60) -> Mentor | None:
    mentors = session.scalars(select(Mentor).order_by(Mentor.id).limit(among)).all()
    return chance.choice(mentors) if mentors else None


#: Marking is what a door is for: three times as often as anything else.
DEEDS = (_mark, _mark, _mark, _walk_in, _note, _areas, _fight, _settle, _add_mentor)

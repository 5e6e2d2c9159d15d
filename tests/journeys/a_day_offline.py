"""A day offline: the story for which the program exists. ``make demo`` plays it, a test holds it.

The centre is up and holds the pilot. A laptop enrols for London. Then the centre is gone: today's training is held,
the laptop is killed in the middle of it, papers are printed, and once the centre is back both hold the same.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
from sqlalchemy import select

from onemm_central.database import open_database
from onemm_central.seed.accounts import PASSWORD
from onemm_central.settings import Settings
from onemm_desktop.models import MODELS, Op
from onemm_desktop.models.database import Database
from onemm_desktop.models.images import images
from onemm_desktop.paths import Paths
from onemm_desktop.vault import Vault
from tests.robots.centre_process import CentreProcess
from tests.robots.laptop import AWAITED
from tests.robots.laptop_process import LaptopProcess
from tests.sync.laptop import enrol_at

PASSPHRASE = "a queue at the door"
ARRIVALS, LATE, BEFORE_THE_KILL = 31, 2, 17
WALK_INS = [
    ("Jon Fairweather", "jon.fairweather@example.org", "Lloyds Banking Group"),
    ("Nguyễn Thị Hương", "07700 900 412", "NHS, retired"),
    ("Siân ferch Rhys-Llewellyn", "sian.llewellyn@example.org", ""),
]
Held = dict[tuple[str, str, str], dict[str, Any]]


@dataclass
class Story:
    """One play of the day, in one empty folder. ``say`` hears each step; ``facts`` are for the summary.

    ``after_the_kill`` is called when the laptop has lost its power, and nobody has started it again.
    """

    folder: Path
    say: Callable[[str], None]
    after_the_kill: Callable[[], object] = lambda: None
    facts: dict[str, str] = field(default_factory=dict)
    strokes: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.centre = CentreProcess(self.folder / "centre")
        self.laptop = self.folder / "laptop"
        self.home = self.folder / "home"
        self.papers = self.folder / "papers"
        self.pictures = self.folder / "pictures"
        # Made once: a passphrase is slow on purpose.
        self._keys: dict[Path, bytes] = {}

    def play(self) -> None:
        """The whole day. Raises AssertionError at the first thing that is not as it should be."""
        with self._timed("whole story"):
            try:
                self._set_up()
                self._send(self._hold_the_training())
                self._compare()
            finally:
                self.centre.stop()

    # --- morning: online -----------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        with self._timed("centre seeded"):
            self.say("The centre starts and is filled with the 2017 pilot, peopled by invented names.")
            self.centre.start()
            (self.folder / "seed.txt").write_text(self.centre.run("seed", "pilot") + "\n", encoding="utf-8")
        with self._timed("enrolment and first sync"):
            self.say("A laptop enrols for London and fetches its records.")
            laptop = self._enrol(self.laptop, "trainer.london@example.org", "LDN")
            self._expect("the pill after the first sync", laptop.sync(), "Online · all sent")
            laptop.window.ask("go", key="today")
            laptop.picture("1 today")
            laptop.close()
        self.say("The centre stops.")
        self.centre.stop()

    # --- the day: offline ----------------------------------------------------------------------------------------

    def _hold_the_training(self) -> Seat:
        """Answers the laptop that is still open when the day ends."""
        laptop = self._open(self.laptop)
        self.say(f"Offline: {laptop.window.ask('open_todays_register')}")
        expected: list[str] = laptop.window.ask("expected")
        arriving, apologising = expected[:ARRIVALS], expected[ARRIVALS]
        *on_time, undone = arriving[:-LATE]
        late = arriving[-LATE:]

        saved = self._kill_while_marking(laptop, on_time)
        laptop = self._open(self.laptop)
        laptop.window.ask("open_todays_register")
        shown: dict[str, str] = laptop.window.ask("statuses")
        for name, status in saved.items():
            self._expect("what was shown as saved before the kill", shown[name], status)
        self.facts["marks shown as saved, then SIGKILL"] = f"{len(saved)}, all there after the restart"

        # The mark under way when the power went may be there or not; whoever is not marked is still in the queue.
        self._mark(laptop, [name for name in on_time if shown[name] in AWAITED])
        self._mark(laptop, late, "Shift+Return")
        self._mark(laptop, [apologising], "Ctrl+Shift+A")
        for walk_in in WALK_INS:
            laptop.window.ask("add_walk_in", **dict(zip(("name", "contact", "organisation"), walk_in, strict=True)))
        self._mark(laptop, [undone])
        said = laptop.window.ask("undo")
        assert undone in said, f"Ctrl+Z says what it took back, not {said!r}"
        self._expect("a mark undone", laptop.window.ask("statuses")[undone] in AWAITED, True)
        laptop.picture("2 register")

        counters = laptop.window.ask("counters")
        present = ARRIVALS - 1 + len(WALK_INS)
        self._expect("present", counters["present"], present)
        self._expect("walk-ins", counters["walk-ins"], len(WALK_INS))
        self._expect("apologies", counters["apologies"], 1)
        statuses: dict[str, str] = laptop.window.ask("statuses")
        self._expect("late", sum(words.startswith("Late") for words in statuses.values()), LATE)
        self.facts["register"] = f"{present} present ({LATE} late, {len(WALK_INS)} walk-ins), 1 apology, 1 mark undone"

        self._print(laptop, present)
        laptop.close()
        # Every arrival, the apology and the undo are a mark; a walk-in is a person, a contact and a mark.
        # The first arrival also keeps the roster as it stood, and starts the event; two papers were noted as saved.
        waiting = ARRIVALS + 1 + 1 + 3 * len(WALK_INS) + present + 2 + 2
        self._expect("changes that wait", self._unsent(), waiting)
        self.say("The program is opened again, still offline.")
        laptop = self._open(self.laptop)
        laptop.window.ask("open_todays_register")
        self._expect("the register after a restart", laptop.window.ask("statuses"), statuses)
        pill = laptop.sync()
        self._expect("the pill, offline", pill, f"Offline · {waiting} to send")
        self.facts["offline"] = pill
        laptop.picture("4 offline")
        return laptop

    def _kill_while_marking(self, laptop: Seat, names: list[str]) -> dict[str, str]:
        """Mark arrivals until some are shown as saved, then SIGKILL with the next one under way."""
        self.say(f"{len(names)} arrivals are marked; SIGKILL after {BEFORE_THE_KILL} …")
        saved: dict[str, str] = {}
        for name, status, strokes in laptop.window.follow("mark_many", names=names):
            saved[name] = status
            self.strokes.append(strokes)
            if len(saved) == BEFORE_THE_KILL:
                break
        laptop.window.kill()
        self.after_the_kill()
        return saved

    def _mark(self, laptop: Seat, names: list[str], key: str = "Return") -> None:
        for answer in laptop.window.follow("mark_many", names=names, key=key):
            if answer is not None:
                self.strokes.append(answer[2])

    def _print(self, laptop: Seat, present: int) -> None:
        self.say("The sign-in sheet and the certificates are printed.")
        with self._timed("papers"):
            sheet = pages_of(laptop.window.ask("save_sign_in_sheet"))
            laptop.window.ask("back")
            certificates = pages_of(laptop.window.ask("save_certificates"))
        laptop.picture("3 certificates")
        self._expect("certificates, one page each", len(certificates), present)
        text = "".join(certificates)
        for name, _, _ in WALK_INS:
            assert name in text, "a walk-in's certificate bears their name"
        self.facts["papers"] = f"sign-in sheet of {len(sheet)} pages, {present} certificates"

    # --- evening: online again -----------------------------------------------------------------------------------

    def _send(self, laptop: Seat) -> None:
        self.say("The centre is back.")
        self.centre.start()
        with self._timed("changes sent"):
            pill = laptop.sync()
        self._expect("the pill, online again", pill, "Online · all sent")
        self.facts["online again"] = pill
        laptop.window.ask("go", key="today")
        laptop.picture("5 all sent")
        laptop.close()
        self._expect("changes left to send", self._unsent(), 0)

    def _compare(self) -> None:
        self.say("The centre, this laptop, a second one for London and one for Cardiff are compared.")
        mine = self._held_by(self.laptop)
        at_the_centre = self._held_by_the_centre({partition for partition, _, _ in mine})
        self._expect("records of the laptop and of the centre", mine, at_the_centre)

        second = self._enrol(self.folder / "second laptop", "trainer.london@example.org", "LDN")
        second.window.ask("open_todays_register")
        second.picture("6 second laptop")
        second.close()
        held = self._held_by(self.folder / "second laptop")
        self._expect("records of the second laptop", {key: held.get(key) for key in mine}, mine)
        # It has come since, and its own key was stated when it did.
        self._expect("what it alone holds", {kind for _, kind, _ in held.keys() - mine.keys()}, {"device_key"})
        self._expect("records of both", held, self._held_by_the_centre({partition for partition, _, _ in held}))

        theirs = self._held_in_cardiff()
        regions = {partition.split("/")[1] for partition, _, _ in theirs if partition.startswith("region/")}
        self._expect("regions in Cardiff", regions, {"CDF"})
        shared = {key for key in theirs if key in mine}
        self._expect("what both hold", {partition for partition, _, _ in shared}, {"national"})
        self.facts["records compared"] = f"{len(mine):,} on each London laptop and at the centre, none in Cardiff"

    # --- parts ---------------------------------------------------------------------------------------------------

    def _enrol(self, data: Path, email: str, region: str) -> Seat:
        seat = self._sit_down(data)
        seat.window.ask(
            "enrol",
            address=self.centre.address,
            email=email,
            password=PASSWORD,
            code=self.centre.run("device", "invite", email, "--region", region),
            passphrase=PASSPHRASE,
        )
        return seat

    def _sit_down(self, data: Path) -> Seat:
        return Seat(LaptopProcess(data, self.papers, home=self.home), self.pictures)

    def _open(self, data: Path) -> Seat:
        seat = self._sit_down(data)
        seat.window.ask("unlock", passphrase=PASSPHRASE)
        return seat

    @contextmanager
    def _records(self, data: Path) -> Iterator[Database]:
        paths = Paths(data)
        if data not in self._keys:
            self._keys[data] = bytes(Vault(paths.vault).unlock(PASSPHRASE))
        with closing(Database.open(paths.database, self._keys[data])) as database:
            yield database

    def _unsent(self) -> int:
        with self._records(self.laptop) as database, database.read() as session:
            return session.query(Op).where(Op.state == "pending").count()

    def held(self) -> Held:
        """Everything that the laptop holds."""
        return self._held_by(self.laptop)

    def _held_in_cardiff(self) -> Held:
        """What a laptop of another region holds after its first sync. Nobody sits in front of it: no window opens."""
        email, region = "trainer.cardiff@example.org", "CDF"
        code = self.centre.run("device", "invite", email, "--region", region)
        laptop = enrol_at(
            self.centre.address, self.folder / "cardiff laptop", email, code=code, region_code=region, password=PASSWORD
        )
        with closing(laptop):
            self._expect("the first sync in Cardiff", laptop.sync().state, "online")
            return self._held_in(laptop.database)

    def _held_by(self, data: Path) -> Held:
        with self._records(data) as database:
            return self._held_in(database)

    def _held_in(self, database: Database) -> Held:
        held: Held = {}
        with database.read() as session:
            for kind, model in MODELS.items():
                rows = images(session.connection(), model, session.scalars(select(model.pk)).all())
                held.update({(row.partition, kind, row.id): row.data for row in rows.values()})
        return held

    def _held_by_the_centre(self, partitions: set[str]) -> Held:
        database = open_database(Settings(data=self.folder / "centre"))
        with closing(database), database.connection() as connection:
            rows = connection.execute(
                "SELECT partition, kind, id, data FROM record WHERE NOT deleted AND partition = ANY(%s)",
                [sorted(partitions)],
            )
            return {(partition, kind, record): data for partition, kind, record, data in rows}

    def _expect(self, what: str, found: object, hoped_for: object) -> None:
        assert found == hoped_for, f"{what}: {_short(found)}, not {_short(hoped_for)}"

    @contextmanager
    def _timed(self, what: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.facts[f"seconds: {what}"] = f"{time.monotonic() - began:.1f}"


@dataclass
class Seat:
    """Somebody in front of one laptop."""

    window: LaptopProcess
    pictures: Path

    def sync(self) -> str:
        """F5 and the words of the pill."""
        words: str = self.window.ask("sync")
        return words

    def picture(self, name: str) -> None:
        """Keep what is seen now."""
        self.window.ask("picture", path=str(self.pictures / f"{name}.png"))

    def close(self) -> None:
        """Close the program."""
        self.window.close()


def pages_of(paper: Path | str) -> list[str]:
    """The words on each page of a PDF."""
    with closing(pypdfium2.PdfDocument(paper)) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def _short(value: object) -> str:
    if isinstance(value, dict):
        return f"{len(value)} records"
    return repr(value)[:300]

"""One simulated world: a centre, a few laptops, their people, and everything that goes wrong between them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from unittest.mock import patch

import msgspec
import requests

from onemm_central.sync.decide import Key
from onemm_desktop.sync import transport
from onemm_wire import partitions
from onemm_wire.ids import uuid7
from onemm_wire.partitions import Role
from onemm_wire.protocol import Refusal
from onemm_wire.records import Booking, Contact, Event, Match, Mentee, Mentor, Partner, Record, Region
from tests.simulation import people
from tests.simulation.centre import REGION, Centre, Device, Reply
from tests.simulation.files import new_folder
from tests.simulation.invariants import BrokenError, Witness, digest
from tests.simulation.laptop import Laptop, PowerCutError
from tests.simulation.memory import HandWritten
from tests.simulation.programs import BEFORE, TODAY, Program, learning, take_over
from tests.simulation.steps import Step
from tests.simulation.wire import Exchange, SimulatedCall

BEGAN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
LONDON = partitions.region(REGION)
#: Rounds of untroubled synchronisation within which every outbox must have drained (I7) and every copy be equal (I4).
ROUNDS = 4
MOST_LAPTOPS = 4
#: Exchanges that one untroubled run may take.
PATIENCE = 200
#: The share of laptops that have yet to do their first sync.
FRESH = 0.25
#: And of those with the program of before.
OLD = 0.2
ROLES: tuple[tuple[Role, bool], ...] = (("staff", False), ("trainer", False), ("coordinator", True), ("staff", False))
#: Steps after which a laptop's disk is looked at; the others change nothing on it.
TOUCHES_THE_DISK = frozenset({"act", "sync", "crash", "cancel", "disk", "update"})
LOGIN_PAGE = b"<html><title>Venue Wi-Fi</title><form>Accept the terms</form></html>"


def record_id(number: int) -> str:
    """The id of the ``number``-th record that was there from the beginning."""
    return uuid7(BEGAN - timedelta(days=300), number.to_bytes(10, "big"))


SCHOOL = record_id(1)
TOKENS = tuple(f"token-{number}" for number in range(4))


class World:
    """Runs steps and checks, after each, what must hold at every moment, and in the end what must hold at rest.

    Everything that happens is written into ``log``: the same steps give the same log (I15).
    """

    def __init__(self, seed: int, laptops: int) -> None:
        self.log: list[str] = []
        self.now = BEGAN
        self.centre = Centre(lambda: self.now)
        self.witness = Witness(self.centre, [])
        self._strays: list[Exchange] = []
        self._folder = Path(mkdtemp(prefix="world-", dir=_worlds()))
        self._furnish()
        chance = random.Random(f"beginning of {seed}")
        ages = random.Random(f"programs of {seed}")
        self.laptops = [
            self._enrolled(
                seed, number, fresh=chance.random() < FRESH, program=BEFORE if ages.random() < OLD else TODAY
            )
            for number in range(laptops)
        ]
        self.witness = Witness(self.centre, self.laptops)

    @classmethod
    @contextmanager
    def opened(cls, seed: int, laptops: int) -> Iterator[World]:
        """A world, put away at the end."""
        with patch.object(transport, "Call", SimulatedCall), learning():
            world = cls(seed, laptops)
            try:
                yield world
            finally:
                world.close()

    def run(self, steps: Iterable[Step]) -> None:
        """Live through these steps, then come to rest. Raises BrokenError."""
        for step in steps:
            self.run_one(step)
        self.rest()

    def run_one(self, step: Step) -> None:
        """Take one step, and look at the laptop it was about."""
        chance = random.Random(step.chance)
        laptop = self.laptops[step.who % len(self.laptops)]
        self.now += timedelta(seconds=chance.randrange(1, 90))
        self._take(step, laptop, chance)

    def rest(self) -> None:
        """Every fault ends; everyone synchronises until nothing moves any more."""
        self._note("at rest")
        for hand in list(self.centre.hands):
            self.centre.end(hand)
        while self._strays:
            self._ask(self._strays.pop(0))
        for laptop in self.laptops:
            laptop.cut = ""
            laptop.fill_disk(full=False)
            self._finish(laptop)
        for _ in range(ROUNDS):
            before = dict(self.centre.tables.heads)
            for laptop in self.laptops:
                if laptop.at_peace_with != self.centre.tables.heads:
                    laptop.start_sync()
                    self._finish(laptop)
                    laptop.at_peace_with = dict(self.centre.tables.heads)
            if before == self.centre.tables.heads:
                break
        self.witness.look_at_rest()
        for laptop in self.laptops:
            self._note(f"{laptop.name} ended with {digest(laptop.view())}")

    def close(self) -> None:
        """Put everything away."""
        for laptop in self.laptops:
            laptop.close()
        shutil.rmtree(self._folder)

    # --- steps ------------------------------------------------------------------------------------------------

    def _take(self, step: Step, laptop: Laptop, chance: random.Random) -> None:
        self._note(f"{step} {laptop.name}")
        try:
            getattr(self, f"_step_{step.what.replace(' ', '_')}")(laptop, chance)
        except PowerCutError:
            self._note("power cut")
            laptop.kill()
        if step.what in TOUCHES_THE_DISK:
            self.witness.look(laptop, by_hand=step.what == "act")

    def _step_act(self, laptop: Laptop, chance: random.Random) -> None:
        self._note(people.act(laptop, chance))

    def _step_sync(self, laptop: Laptop, chance: random.Random) -> None:
        laptop.start_sync()
        trouble = chance.choice((0.0, 0.1, 0.4))
        for _ in range(chance.choice((1, 2, 3, 5, 40))):
            if laptop.run is None:
                return
            self._deliver(laptop, chance.choice(FAULTS) if chance.random() < trouble else "good")

    def _step_crash(self, laptop: Laptop, chance: random.Random) -> None:
        laptop.kill()

    def _step_update(self, laptop: Laptop, chance: random.Random) -> None:
        if laptop.program is not TODAY:
            power_cut = chance.random() < 0.3
            laptop.update(power_cut=power_cut)
            self._note("updated at the second go" if power_cut else "updated")

    def _step_cut(self, laptop: Laptop, chance: random.Random) -> None:
        laptop.cut = chance.choice(("before", "after"))

    def _step_cancel(self, laptop: Laptop, chance: random.Random) -> None:
        if laptop.run is not None:
            laptop.cancelling = True
            try:
                laptop.go_on()
            finally:  # the power may go at this very moment, and whoever starts anew stops nothing
                laptop.cancelling = False

    def _step_disk(self, laptop: Laptop, chance: random.Random) -> None:
        laptop.fill_disk(full=not laptop.disk_full)

    def _step_clock(self, laptop: Laptop, chance: random.Random) -> None:
        laptop.offset = timedelta(seconds=chance.choice((0, 7, -3600, 86_400 * 365 * 5, -86_400 * 365 * 20)))

    def _step_stray(self, laptop: Laptop, chance: random.Random) -> None:
        if self._strays:
            self._ask(self._strays.pop(chance.randrange(len(self._strays))))

    def _step_wait(self, laptop: Laptop, chance: random.Random) -> None:
        self.now += timedelta(days=chance.randrange(1, 30))

    def _step_hand_begins(self, laptop: Laptop, chance: random.Random) -> None:
        self.centre.begin(self._hand_written(chance))

    def _step_hand_ends(self, laptop: Laptop, chance: random.Random) -> None:
        if self.centre.hands:
            self.centre.end(chance.choice(self.centre.hands))

    def _step_role(self, laptop: Laptop, chance: random.Random) -> None:
        role, school = chance.choice(ROLES)
        self.centre.change_role(laptop.token, role, SCHOOL if school else None)
        laptop.role = role

    def _step_copied_disk(self, laptop: Laptop, chance: random.Random) -> None:
        if len(self.laptops) < MOST_LAPTOPS:
            copy = laptop.copied(f"laptop {len(self.laptops)}", random.Random(chance.random()))
            self.laptops.append(copy)
            self.witness.notice_copy(laptop, copy)

    def _step_back_up(self, laptop: Laptop, chance: random.Random) -> None:
        self.centre.back_up()

    def _step_revoke(self, laptop: Laptop, chance: random.Random) -> None:
        self.centre.revoke(laptop.token)
        self.witness.notice_revocation(laptop)

    def _step_erase(self, laptop: Laptop, chance: random.Random) -> None:
        kind = chance.choice(("mentor", "contact", "mentee", "walk_in", "booking"))
        live = sorted(key for key, row in self.centre.tables.records.items() if row.data is not None)
        keys = [key for key in live if key[1] == kind]
        if keys:
            key = chance.choice(keys)
            self.witness.notice_erasure(key)
            self._note(f"erased: {len(self.centre.erase(key))}")

    def _step_restore(self, laptop: Laptop, chance: random.Random) -> None:
        restored = self.centre.restore()
        self._note(f"restored: {restored}")
        if restored:
            self.witness.notice_restore()

    # --- the network ------------------------------------------------------------------------------------------

    def _deliver(self, laptop: Laptop, fault: str) -> None:
        """One exchange of this laptop goes one step further."""
        if not laptop.waiting:
            raise BrokenError("hang", "a run waits for nothing")
        exchange = laptop.waiting[0]
        self.witness.look_at_request(laptop, exchange.path, exchange.body)
        self._note(f"{laptop.name} {exchange.path} {fault}")
        if fault == "slow" and exchange.reply is None:
            exchange.reply = self._ask(exchange)
            return
        laptop.waiting.pop(0)
        outcome, from_centre = self._outcome(exchange, fault)
        take_over(laptop.program)
        exchange.bring(outcome, from_centre=from_centre)
        laptop.go_on()
        if laptop.run is None and laptop.status is not None:
            problem = laptop.status.problem
            self._note(f"{laptop.name} {laptop.status.state} {problem.problem.value if problem else ''}")
            self.witness.look_after_run(laptop)

    def _outcome(self, exchange: Exchange, fault: str) -> tuple[Reply | Exception, bool]:
        """What the laptop gets, and whether it bears the centre's name."""
        if fault in UNHEARD:
            return UNHEARD[fault]
        if fault == "overtaken":
            # The laptop gives up waiting; what it sent arrives in its own time.
            self._strays.append(exchange)
            return requests.Timeout("too late"), True
        if fault == "twice":
            self._ask(exchange)
        if fault == "again later":
            self._strays.append(exchange)
        reply = exchange.reply or self._ask(exchange)
        if fault == "cut short":
            return Reply(reply.status, reply.body[: len(reply.body) * 2 // 3]), True
        return AFTER_COMMIT.get(fault, (reply, True))

    def _ask(self, exchange: Exchange) -> Reply:
        reply = self.centre.reply(exchange.token, exchange.path, exchange.body, exchange.encoding, exchange.schema)
        if reply.status >= 500:
            raise BrokenError("centre", f"{exchange.path} answered {reply.status}")
        return reply

    def _finish(self, laptop: Laptop) -> None:
        """Bring what is under way to its end, untroubled."""
        for _ in range(PATIENCE):
            if laptop.run is None:
                return
            self._deliver(laptop, "good")
        raise BrokenError("I7", f"{laptop.name}: a run without faults does not end")

    # --- the centre -------------------------------------------------------------------------------------------

    def _hand_written(self, chance: random.Random) -> dict[Key, dict[str, Any] | None]:
        """What somebody types into psql."""
        changes: dict[Key, dict[str, Any] | None] = {}
        for _ in range(chance.randrange(1, 4)):
            live = sorted(key for key, row in self.centre.tables.records.items() if row.data is not None)
            kind = chance.choice(("mentor", "mentor", "contact", "match", "event", "booking"))
            keys = [key for key in live if key[1] == kind]
            match chance.randrange(8):
                case 0:
                    made = Mentor(
                        id=uuid7(self.now, chance.randbytes(10)),
                        reference="LDN-M-1",
                        given_name="Hand",
                        family_name="Made",
                    )
                    changes[LONDON, "mentor", made.id] = _plain(made)
                case 1 if keys and kind != "event":
                    changes[chance.choice(keys)] = None
                case _ if keys:
                    changes[chance.choice(keys)] = {chance.choice(BY_HAND[kind]): chance.choice(people.WORDS)}
        return changes

    def _furnish(self) -> None:
        school = Partner(id=SCHOOL, name="Ysgol Dinas", partner_kind="school")
        mentors = [
            Mentor(
                id=record_id(10 + n),
                reference=f"LDN-M-{n}",
                given_name=name,
                family_name=f"Joneszq{10 + n}z",
                notes="met in May",
            )
            for n, name in enumerate(("Siân", "Łukasz"))
        ]
        event = Event(
            id=record_id(30), reference="E-1", title="Mentor training", state="in_progress", venue="Toynbee Hall",
            starts_at=BEGAN, ends_at=BEGAN + timedelta(hours=6), hours=6, capacity=60,
        )  # fmt: skip
        booking = Booking(id=record_id(40), event_id=event.id, mentor_id=mentors[0].id)
        contacts = [
            Contact(id=record_id(50 + n), person_id=one.id, email=f"zq{50 + n}z@example.org")
            for n, one in enumerate(mentors)
        ]
        mentee = Mentee(
            id=record_id(60), reference="LDN-Y-1", partner_id=SCHOOL, given_name="Aaliyah", family_name="Khanzq60z",
            date_of_birth=date(2009, 5, 4),
        )  # fmt: skip
        pair = Match(id=record_id(70), reference="X-1", mentor_id=mentors[0].id, mentee_id=mentee.id, partner_id=SCHOOL)
        self._put(partitions.NATIONAL, Region(id=record_id(2), code=REGION, name="London", nation="england"))
        self._put(LONDON, school, *mentors, event, booking)
        self._put(partitions.staff(REGION), *contacts)
        self._put(partitions.partner(SCHOOL), mentee, pair)

    def _put(self, partition: str, *records: Record) -> None:
        HandWritten(self.centre.tables, {(partition, one.kind, one.id): _plain(one) for one in records}).commit()

    def _enrolled(self, seed: int, number: int, *, fresh: bool, program: Program) -> Laptop:
        token, (role, school) = TOKENS[number], ROLES[number]
        device_id, account = record_id(100 + number), record_id(200 + number)
        device = self.centre.devices[token] = Device(device_id, account, role, SCHOOL if school else None)
        return Laptop(
            name=f"laptop {number}", folder=self._folder / f"laptop{number}", token=token, device_id=device_id,
            user_id=account, role=role, block=number + 1,
            granted=tuple(self.centre.scope_of(device)), epoch=self.centre.epoch, true_time=lambda: self.now,
            chance=random.Random(f"laptop {number} of {seed}"),
            program=program, begin_with=None if fresh else _synchronised_disk(number, program),
        )  # fmt: skip

    def _note(self, line: str) -> None:
        self.log.append(line)


Heard = tuple[Reply | Exception, bool]
#: What a laptop hears of a request that never reached the centre, and whether the centre's name is on it.
UNHEARD: dict[str, Heard] = {
    "request lost": (requests.ConnectionError("no line"), True),
    "busy": (Reply(503, msgspec.json.encode(Refusal(code="busy", retry_after=3))), True),
    "portal": (Reply(200, LOGIN_PAGE), False),
}
#: What it hears of one that the centre answered, and committed what it wrote.
AFTER_COMMIT: dict[str, Heard] = {
    "answer lost": (requests.Timeout("no answer"), True),
    "failed after": (Reply(500, msgspec.json.encode(Refusal(code="centre_failed"))), True),
    "gateway": (Reply(502, b"<html>Bad gateway</html>"), False),
}
#: What may become of an exchange. "slow": the centre has answered, the answer comes with a later step.
FAULTS = (*UNHEARD, *AFTER_COMMIT, "cut short", "twice", "again later", "overtaken", "slow", "slow")
BY_HAND = {
    "mentor": ("notes", "organisation", "job_title"),
    "contact": ("phone", "email"),
    "match": ("notes",),
    "event": ("title", "address"),
    "booking": ("mentor_id",),
}


def _plain(record: Record) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain


@cache
def _worlds() -> Path:
    return new_folder("onemm-worlds-")


@cache
def _synchronised_disk(number: int, program: Program) -> Path:
    """The disk of the ``number``-th laptop after its first sync with a centre that was only just furnished."""
    world = World(0, 0)
    laptop = world._enrolled(0, number, fresh=True, program=program)
    laptop.start_sync()
    world._finish(laptop)
    laptop.close()
    return laptop.folder

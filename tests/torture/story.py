"""Some seconds of the worst day there is, then a calm evening: everything drains, and every copy is the same."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from onemm_central.database import Database
from onemm_desktop.sync import enrolment
from onemm_wire.partitions import partner, region
from onemm_wire.records import Booking, Mentee, Partner
from tests.central_service import Centre
from tests.robots.centre_process import APPLICATION, CentreProcess
from tests.sync.laptop import enrol
from tests.sync.records import furnish, identity
from tests.torture.backup import back_up, restore
from tests.torture.desk import Desk
from tests.torture.evening import carry, reckon, shut_out
from tests.torture.laptop import opened
from tests.torture.proxy import network
from tests.torture.report import Report

LONDON = region("LDN")
MENTORS = 240
BOOKED = 40
#: The share of requests that something happens to.
WEATHER = 0.35
#: Seconds between two blows against the centre, at most.
CENTRE_RESTS = 4.0
#: The blows at which a backup is taken and brought back.
BACKED_UP, RESTORED = 1, 3
#: Seconds that a slow machine is given beyond its day until enough has happened.
PATIENCE = 120.0


def run(
    folder: Path,
    database: Database,
    *,
    seed: int,
    seconds: float,
    laptops: int = 3,
    enough: Callable[[Report], bool] = lambda _: True,
) -> Report:
    """One day over a migrated, empty database. AssertionError if anything is lost, doubled, left over or differs.

    The day lasts ``seconds`` and, on a machine that is slow, until ``enough`` has happened.
    """
    chance = random.Random(seed)
    process = CentreProcess(folder / "centre", database.url, folder / "complaints")
    process.start()
    try:
        with network(process.port, chance.randrange(2**32)) as way:
            centre = Centre(database)
            centre.port = way.port
            _furnish(centre)
            desks = [_new_desk(centre, folder, number, chance.randrange(2**32)) for number in range(laptops)]
            report = Report(seed, desks=desks, way=way)
            way.weather = WEATHER
            _one_day(centre, process, report, random.Random(chance.randrange(2**32)), seconds, enough)
            way.weather = 0.0
            _one_evening(centre, report)
    finally:
        process.stop()
    report.heed((folder / "complaints").read_text())
    return report


def _one_day(
    centre: Centre,
    process: CentreProcess,
    report: Report,
    chance: random.Random,
    seconds: float,
    enough: Callable[[Report], bool],
) -> None:
    over = threading.Event()
    with ThreadPoolExecutor(len(report.desks) + 1) as threads:
        living = [threads.submit(desk.live_and_die, over) for desk in report.desks]
        living.append(threads.submit(_trouble_the_centre, centre, process, report, chance, over))
        try:
            wait(living, timeout=seconds, return_when=FIRST_EXCEPTION)
            late = monotonic() + PATIENCE
            while not any(life.done() for life in living) and not enough(report) and monotonic() < late:
                wait(living, timeout=0.5, return_when=FIRST_EXCEPTION)
        finally:
            over.set()
        for life in living:
            life.result()


def _one_evening(centre: Centre, report: Report) -> None:
    laptops = [opened(desk.folder) for desk in report.desks]
    try:
        carry(centre, laptops[0], courier=laptops[1])
        reckon(centre, laptops, report)
        shut_out(centre, laptops[0])
    finally:
        for laptop in laptops:
            laptop.close()


def _trouble_the_centre(
    centre: Centre, process: CentreProcess, report: Report, chance: random.Random, over: threading.Event
) -> None:
    """The office writes, by hand, while the service is killed or its database connections are, and a backup comes back.

    That is taken after the first blow and brought back after the third; at the end of a day that is shorter.
    """
    blow, copy = 0, ""
    while not over.wait(chance.random() * CENTRE_RESTS):
        blow += 1
        _office_works(centre, chance, blow)
        if blow == BACKED_UP:
            copy = back_up(centre, process)
            continue
        if blow == RESTORED:
            restore(centre, process, copy)
            report.restored += 1
            continue
        if chance.random() < 0.5:
            process.kill()
            report.centre_killed += 1
            _office_works(centre, chance, -blow)
            process.start()
        else:
            centre.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s AND datname = %s",
                APPLICATION,
                centre.database.url.partition("?")[0].rpartition("/")[2],
            )
            report.connections_cut += 1
    if BACKED_UP <= blow < RESTORED:
        restore(centre, process, copy)
        report.restored += 1


def _office_works(centre: Centre, chance: random.Random, number: int) -> None:
    """Hand-written SQL on cards, one of them removed, and a school whose young people are a new partition."""
    ids = [identity(card) for card in chance.sample(range(MENTORS), 20)]
    centre.sql(
        "UPDATE record SET data = data || jsonb_build_object('organisation', %s::text) "
        "WHERE partition = %s AND kind = 'mentor' AND id = ANY(%s) AND NOT deleted",
        f"Office {number}", LONDON, ids,
    )  # fmt: skip
    centre.sql("DELETE FROM record WHERE partition = %s AND id = %s", LONDON, identity(MENTORS - abs(number)))
    school = Partner(id=identity(20_000 + number), name=f"School {number}", partner_kind="school")
    centre.put(LONDON, school)
    centre.put(partner(school.id), *(_young_person(school.id, 30_000 + 200 * number + one) for one in range(90)))


def _furnish(centre: Centre) -> None:
    furnish(centre, mentors_per_region=MENTORS)
    centre.put(
        LONDON,
        *(
            Booking(id=identity(40_000 + number), event_id=identity(9_101), mentor_id=identity(number))
            for number in range(BOOKED)
        ),
    )


def _new_desk(centre: Centre, folder: Path, number: int, seed: int) -> Desk:
    """A laptop that is enrolled and holds nothing yet: its first sync is part of the day."""
    email = f"desk{number}@example.org"
    centre.add_user(email, name=f"Desk {number}", region="LDN", role="staff")
    laptop = enrol(centre, folder / f"laptop{number}", email)
    (laptop.folder / "token").write_bytes(laptop.secrets[enrolment.TOKEN])
    (laptop.folder / "key").write_bytes(laptop.secrets[enrolment.KEY])
    laptop.close()
    return Desk(laptop.folder, random.Random(seed))


def _young_person(school: str, number: int) -> Mentee:
    return Mentee(
        id=identity(number),
        reference=f"LDN-Y-{number}",
        partner_id=school,
        given_name="Aaliyah",
        family_name="Khan",
        date_of_birth=datetime(2009, 5, 4, tzinfo=UTC).date(),
    )

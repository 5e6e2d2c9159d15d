"""Every way of writing at the same time: the API, the seed, and SQL typed by hand. No cursor misses a row.

The same story is told with a sequence in place of the counter, to show that it would have been noticed.
"""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import psycopg

from onemm_central.seed.load import load
from onemm_central.seed.pilot import pilot
from tests.central.laptops import LONDON, Laptop
from tests.central_seed.whole_pilot import DAY
from tests.central_service import Centre

CARDIFF = "region/CDF"
TURNS = 8

#: What somebody types, by the seeds of chance; every one of them writes many rows.
BY_HAND = (
    "UPDATE record SET data = data || jsonb_build_object('notes', 'by hand ' || random()) "
    "WHERE partition = '{place}' AND kind = 'mentor' AND NOT deleted AND random() < 0.3",
    "DELETE FROM record WHERE partition = '{place}' AND kind = 'copy' AND random() < 0.5",
    "INSERT INTO record (partition, kind, id, data) "
    "SELECT partition, 'copy', id || '-{turn}', jsonb_build_object('id', id || '-{turn}') "
    "FROM record WHERE partition = '{place}' AND kind = 'mentor' AND random() < 0.3 ON CONFLICT DO NOTHING",
    "INSERT INTO record (partition, kind, id, data) VALUES ('{place}', 'copy', 'one', '{{\"id\": \"one\"}}') "
    "ON CONFLICT (partition, kind, id) DO UPDATE SET data = excluded.data || jsonb_build_object('n', random())",
)

#: How it is done elsewhere: a number from a sequence, when the row is written.
BY_SEQUENCE = """
CREATE SEQUENCE naive_seq;
DROP TRIGGER record_numbered ON record;
DROP INDEX record_by_seq;
CREATE FUNCTION naive_number() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.seq := nextval('naive_seq'); RETURN NEW; END $$;
CREATE TRIGGER record_zz_naive BEFORE INSERT OR UPDATE ON record FOR EACH ROW EXECUTE FUNCTION naive_number();
"""


@dataclass
class Reader:
    """A laptop that pulls as fast as it can: the last seq it saw of each record."""

    url: str
    seen: dict[tuple[str, str, str], int] = field(default_factory=dict)
    cursors: dict[str, int] = field(default_factory=lambda: {LONDON: 0, CARDIFF: 0})
    done: threading.Event = field(default_factory=threading.Event)

    def read(self) -> None:
        """Until told that all is written, and once more then."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            finishing = False
            while not finishing:
                finishing = self.done.is_set()
                for place in self.cursors:
                    while self._page(connection, place):
                        pass

    def _page(self, connection: psycopg.Connection[Any], place: str) -> bool:
        rows = connection.execute(
            "SELECT kind, id, seq FROM record WHERE partition = %s AND seq > %s ORDER BY seq LIMIT 40",
            [place, self.cursors[place]],
        ).fetchall()
        for kind, record_id, seq in rows:
            self.seen[place, kind, record_id] = self.cursors[place] = seq
        return bool(rows)


def by_hand(url: str, seed: int, *, slow: bool = False) -> None:
    """Transactions of one to three statements; some dawdle before they commit, some are taken back."""
    chance = random.Random(seed)
    with psycopg.connect(url) as connection:
        for turn in range(TURNS):
            try:
                for statement in chance.choices(BY_HAND, k=chance.randint(1, 3)):
                    place = chance.choice([LONDON, CARDIFF])
                    connection.execute(statement.format(place=place, turn=f"{seed}-{turn}"))
                if slow or chance.random() < 0.4:
                    connection.execute("SELECT pg_sleep(%s)", [chance.uniform(0.005, 0.05)])
                if chance.random() < 0.25:
                    connection.rollback()
                else:
                    connection.commit()
            except psycopg.errors.DeadlockDetected:
                # Two people who update the same rows in another order: PostgreSQL takes one of them back.
                connection.rollback()


def by_laptop(laptop: Laptop, ids: list[str]) -> None:
    """Edits, creations and deletions over HTTP."""
    for turn in range(TURNS):
        record_id = ids[turn % len(ids)]
        names = {"reference": "r", "given_name": "Siân", "family_name": "Rhys"}
        create = laptop.op("create", f"{laptop.enrolled['device_id']}-{turn}", fields=names)
        edit = laptop.op("update", record_id, fields={"notes": f"turn {turn}"}, read={"notes": 1})
        remove = laptop.op("delete", create["id"], read={"notes": 1}, previous=create["n"])
        answer = laptop.post("/sync/push", {"ops": [create, edit, *([remove] if turn % 3 == 0 else [])]})
        assert answer.status_code == 200 or answer.json()["code"] == "busy", answer.text


def by_seed(url: str) -> None:
    with psycopg.connect(url) as connection:
        load(connection, pilot(3, DAY, only=["CDF"]), ["CDF"], "one hour a month")


def all_at_once(reader: Reader, *work: Callable[[], None]) -> None:
    with ThreadPoolExecutor(len(work) + 1) as pool:
        reading = pool.submit(reader.read)
        try:
            for writing in [pool.submit(one) for one in work]:
                writing.result()
        finally:
            reader.done.set()
        reading.result()


def there(centre: Centre) -> dict[tuple[str, str, str], int]:
    rows = centre.sql("SELECT partition, kind, id, seq FROM record WHERE partition = ANY(%s)", [LONDON, CARDIFF])
    return {(place, kind, record_id): seq for place, kind, record_id, seq in rows}


def furnished(centre: Centre) -> list[str]:
    """London's pilot; answers the ids of its mentors."""
    with centre.database.connection() as connection:
        load(connection, pilot(3, DAY, only=["LDN"]), ["LDN"], "one hour a month")
    return list(centre.records("mentor", LONDON))[:20]


def test_no_cursor_misses_a_row_whoever_writes_and_how(centre: Centre) -> None:
    ids = furnished(centre)
    centre.add_user("rhian@example.org", role="staff")
    laptops = [Laptop(centre, "rhian@example.org") for _ in range(3)]
    reader = Reader(centre.database.url)
    all_at_once(
        reader,
        *[lambda laptop=laptop: by_laptop(laptop, ids) for laptop in laptops],
        *[lambda seed=seed: by_hand(centre.database.url, seed) for seed in range(4)],
        lambda: by_seed(centre.database.url),
    )
    assert reader.seen.keys() == there(centre).keys()
    assert reader.seen == there(centre)
    assert len(reader.seen) > 1_000


def test_a_sequence_would_have_lost_rows_in_the_same_story(centre: Centre) -> None:
    furnished(centre)
    centre.sql(BY_SEQUENCE)
    reader = Reader(centre.database.url)
    all_at_once(reader, *[lambda seed=seed: by_hand(centre.database.url, seed, slow=True) for seed in range(6)])
    missed = [key for key, seq in there(centre).items() if reader.seen.get(key) != seq]
    assert missed, "the sequence lost nothing: this story would not notice a lost row either"


def test_the_command_line_numbers_like_everybody_else(centre: Centre) -> None:
    """A real process of the command beside a slow transaction that began first."""
    reader = Reader(centre.database.url)
    command = [sys.executable, "-c", "from onemm_central.cli import main; main()", "seed", "pilot", "--region", "CDF"]
    environment = {"ONEMM_DATABASE_URL": centre.database.url}
    with psycopg.connect(centre.database.url) as slow:
        slow.execute(BY_HAND[3].format(place=CARDIFF, turn="slow"))
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        with psycopg.connect(centre.database.url, autocommit=True) as connection:
            while reader._page(connection, CARDIFF):
                pass
        assert (CARDIFF, "copy", "one") not in reader.seen
        slow.commit()
    reader.done.set()
    reader.read()
    assert reader.seen == there(centre)

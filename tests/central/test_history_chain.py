"""Whoever touches what is written of who changed what leaves a trace, and erasing does not break the chain."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import psycopg
import pytest
from typer.testing import CliRunner, Result

from onemm_central.audit.chain import DOOR, Anchor, Finding, anchor, forged, verify
from onemm_central.audit.events import note
from onemm_central.cli import app
from onemm_central.records.erasure import erase
from tests.central.laptops import LONDON, SIAN, Laptop, sian
from tests.central_service import Centre

NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)


@pytest.fixture
def day(desk: Laptop, other: Laptop) -> Centre:
    """A day's work: a card put in, edits of two laptops, one question, and SQL by hand."""
    desk.push(desk.edit(job_title="Nurse"), desk.edit(notes="rings on Mondays"))
    other.push(other.edit(job_title="Midwife"))
    desk.centre.put(LONDON, sian(organisation="Guy’s"))
    desk.centre.sql("""UPDATE record SET data = data || '{"stage": "trained"}' WHERE id = %s""", SIAN)
    return desk.centre


def findings(centre: Centre, *anchors: Anchor) -> list[Finding]:
    with centre.database.connection() as connection:
        return verify(connection, anchors)


def anchored(centre: Centre) -> Anchor:
    with centre.database.connection() as connection:
        return anchor(connection, NOW)


def test_every_way_of_writing_is_sealed(day: Centre) -> None:
    assert findings(day, anchored(day)) == []
    assert day.sql("SELECT sum(lines) = (SELECT count(*) FROM history) FROM history_seal") == [(True,)]
    # Two laptops, the service and the hand: five transactions.
    assert day.sql("SELECT array_agg(n ORDER BY n) FROM history_seal") == [([1, 2, 3, 4, 5],)]


@pytest.mark.parametrize(
    ("done", "what"),
    [
        ("UPDATE history SET author = 'somebody else' WHERE number = 2", "changed"),
        ('UPDATE history SET after = \'{"job_title": "Doctor"}\' WHERE number = 2', "changed"),
        ("UPDATE history SET written_at = written_at - interval '1 day' WHERE number = 2", "changed"),
        ("DELETE FROM history WHERE number = 3", "changed"),
        ("UPDATE history SET rev = 100 - rev", "changed"),
        ("DELETE FROM history_seal WHERE n = 2", "seal_missing"),
        ("DELETE FROM history_seal WHERE n = 5", "head"),
        ("ALTER TABLE history DISABLE TRIGGER history_sealed; UPDATE record SET data = NULL", "unsealed"),
        (
            "UPDATE history SET commitment = history_commitment(history), salt = NULL, before = NULL, after = NULL",
            "emptied",
        ),
    ],
)
def test_what_was_written_cannot_be_touched_unseen(day: Centre, done: str, what: str) -> None:
    for statement in done.split("; "):
        day.sql(statement)
    assert what in {finding.what for finding in findings(day)}


def test_a_chain_that_was_rewritten_whole_misses_its_anchor(day: Centre) -> None:
    before = anchored(day)
    day.sql("UPDATE history SET author = 'somebody else' WHERE number = 2")
    day.sql("DELETE FROM history_seal; DELETE FROM history_head")
    day.sql(
        "INSERT INTO history_seal (partition, n, xact, first_number, last_number, lines, digest) "
        "SELECT partition, row_number() OVER (ORDER BY min(number)), xact, min(number), max(number), count(*), '' "
        "FROM history GROUP BY partition, xact"
    )
    day.sql("""DO $$ DECLARE seal record; last bytea := ''; BEGIN
        FOR seal IN SELECT * FROM history_seal ORDER BY n LOOP
            SELECT sha256(last || string_agg(history_hash(line), ''::bytea ORDER BY number)) INTO last
            FROM history AS line WHERE xact = seal.xact;
            UPDATE history_seal SET digest = last WHERE n = seal.n;
        END LOOP; END $$""")
    day.sql("INSERT INTO history_head SELECT partition, n, digest FROM history_seal ORDER BY n DESC LIMIT 1")
    assert findings(day) == []
    assert findings(day, before) == [Finding("anchor", LONDON, 5)]


def test_an_erasure_leaves_the_chain_whole_and_nothing_to_try_words_on(day: Centre) -> None:
    before = anchored(day)
    with day.database.connection() as connection:
        erase(connection, "mentor", SIAN, reason="asked for it", author="Mair")
    assert findings(day, before, anchored(day)) == []
    assert day.sql("SELECT count(*) FROM history WHERE salt IS NOT NULL AND verb <> 'erase'") == [(0,)]


@pytest.mark.parametrize(
    ("done", "what"),
    [
        ("UPDATE audit_event SET what = 'role_taken' WHERE id = (SELECT min(id) FROM audit_event)", "changed"),
        ("UPDATE audit_event SET said = '{\"role\": \"staff\"}' WHERE what = 'role_given'", "changed"),
        ("UPDATE audit_event SET at = at - interval '1 day'", "changed"),
        ("DELETE FROM audit_event WHERE id = (SELECT max(id) FROM audit_event)", "changed"),
        (
            "DELETE FROM audit_link WHERE event_id = (SELECT min(id) FROM audit_event); "
            "DELETE FROM audit_event WHERE id = (SELECT min(id) FROM audit_event)",
            "seal_missing",
        ),
        (
            "DELETE FROM audit_link WHERE event_id = (SELECT max(id) FROM audit_event); "
            "DELETE FROM audit_event WHERE id = (SELECT max(id) FROM audit_event)",
            "head",
        ),
        (
            "ALTER TABLE audit_event DISABLE TRIGGER audit_linked; "
            "INSERT INTO audit_event (what) VALUES ('signed_in'); "
            "ALTER TABLE audit_event ENABLE TRIGGER audit_linked",
            "unsealed",
        ),
    ],
    ids=["a word", "what it says", "its time", "struck", "struck with its link", "the last struck so", "put in"],
)
def test_no_line_in_the_book_of_the_door_is_touched_unseen(day: Centre, done: str, what: str) -> None:
    assert findings(day, anchored(day)) == []
    for statement in done.split("; "):
        day.sql(statement)
    found = findings(day)
    assert what in {finding.what for finding in found}
    assert {finding.partition for finding in found} == {DOOR}
    assert "the book of the door" in typed(day, "verify").output


def test_a_book_of_the_door_that_was_written_anew_misses_its_anchor(day: Centre) -> None:
    before = anchored(day)
    day.sql("DELETE FROM audit_link; UPDATE audit_head SET n = 0, digest = ''; DELETE FROM audit_event")
    day.sql("INSERT INTO audit_event (what) VALUES ('signed_in')")
    assert findings(day) == []
    assert [(found.what, found.partition) for found in findings(day, before)] == [("anchor", DOOR)]


def test_many_at_the_door_make_one_book(london: Centre) -> None:
    connections = [psycopg.connect(london.database.url) for _ in range(3)]
    for connection in connections:
        note(connection, "signed_in")
        note(connection, "enrolled")
    connections[1].rollback()
    for connection in reversed(connections):
        connection.commit()
        connection.close()
    assert findings(london) == []


def test_an_anchor_of_another_hand_is_told(day: Centre) -> None:
    real = anchored(day)
    false = msgspec.structs.replace(real, heads={LONDON: (5, "00" * 32)})
    with day.database.connection() as connection:
        assert forged(connection, [real, false]) == [false]


def test_many_writers_make_one_chain(london: Centre) -> None:
    uri = london.database.url
    connections = [psycopg.connect(uri) for _ in range(4)]
    for place, connection in enumerate(connections):
        connection.execute(
            "INSERT INTO record (partition, kind, id, data) VALUES (%s, 'mentor', %s, %s)",
            [LONDON, f"m{place}", f'{{"id": "m{place}"}}'],
        )
    connections[1].rollback()
    for connection in reversed(connections):
        connection.commit()
        connection.close()
    assert findings(london) == []
    assert london.sql("SELECT count(*), max(n) FROM history_seal") == [(4, 4)]


def typed(centre: Centre, *words: str) -> Result:
    return CliRunner().invoke(app, ["audit", *words], env={"ONEMM_DATABASE_URL": centre.database.url})


def test_the_office_keeps_anchors_and_holds_the_history_against_them(day: Centre, tmp_path: Path) -> None:
    file = tmp_path / "anchors"
    assert typed(day, "anchor", str(file)).exit_code == 0
    day.put(LONDON, sian(organisation="Barts"))
    assert typed(day, "anchor", str(file)).exit_code == 0
    assert typed(day, "verify", "--anchors", str(file)).output == (
        "The history and the book of the door are as they were written, back to 2 anchors.\n"
    )
    file.write_text(file.read_text().replace(LONDON, "region/CDF", 1))
    day.sql("UPDATE history SET author = 'somebody else' WHERE number = 2")
    said = typed(day, "verify", "--anchors", str(file))
    assert said.exit_code == 1
    assert "was not signed by this centre.\n" in said.output
    assert "region/LDN: what seal 2 stands for is not what was written.\n" in said.output


def test_a_file_that_holds_no_anchors_is_refused_in_a_sentence(day: Centre, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear centre,")
    assert "is not a file of anchors." in typed(day, "verify", "--anchors", str(tmp_path / "letter")).output
    assert "The anchors cannot be read:" in typed(day, "verify", "--anchors", str(tmp_path / "none")).output
    assert "The anchor cannot be written to" in typed(day, "anchor", str(tmp_path / "no" / "where")).output

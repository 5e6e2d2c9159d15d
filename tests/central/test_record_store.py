"""What the store does for whoever writes, hand-written SQL included; and putting many records at once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import psycopg
import pytest

from onemm_central.records.service import counts, put_many
from onemm_central.schema import migrate
from onemm_wire.records import Contact, Event
from tests.central.laptops import LONDON, SIAN, sian
from tests.central_service import Centre


def test_sql_by_hand_gets_rev_field_revs_and_history(london: Centre) -> None:
    london.sql("""UPDATE record SET data = data || '{"stage": "trained"}' WHERE id = %s""", SIAN)
    assert london.sql("SELECT rev, seq, field_revs FROM record WHERE id = %s", SIAN) == [(2, 2, {"stage": 2})]
    assert london.sql("SELECT verb, author, field, before, after FROM history_field WHERE rev = 2") == [
        ("update", "postgres", "stage", "enquiry", "trained")
    ]


def test_sql_by_hand_deletes_into_a_tombstone(london: Centre) -> None:
    london.sql("DELETE FROM record WHERE id = %s", SIAN)
    assert london.sql("SELECT rev, seq, data, deleted FROM record WHERE id = %s", SIAN) == [(2, 2, None, True)]
    assert london.sql("SELECT verb, before ->> 'given_name' FROM history WHERE rev = 2") == [("delete", "Siân")]
    assert london.records("mentor") == {}


def test_a_record_keeps_its_name_and_place(london: Centre) -> None:
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        london.sql("UPDATE record SET partition = 'region/CDF'")
    with pytest.raises(psycopg.errors.CheckViolation):
        london.sql("""UPDATE record SET data = data || '{"id": "another"}'""")


def test_an_analyst_reads_columns_with_types(london: Centre) -> None:
    start = datetime(2026, 11, 21, 10, tzinfo=UTC)
    london.put(LONDON, sian(joined_on=date(2026, 3, 1), max_mentees=2, help_areas=["CV development"]))
    london.put(
        LONDON,
        Event(id="e1", reference="LDN-E-1", title="Mentor training", venue="Toynbee Hall", starts_at=start,
              ends_at=start, hours=5.5, capacity=60),
    )  # fmt: skip
    assert london.sql("SELECT joined_on, max_mentees, help_areas, organisation FROM mentor") == [
        (date(2026, 3, 1), 2, ["CV development"], "")
    ]
    assert london.sql("SELECT starts_at, hours, capacity FROM event") == [(start, 5.5, 60)]
    london.sql("DELETE FROM record WHERE kind = 'event'")
    assert london.sql("SELECT * FROM event") == []


def test_a_second_migration_leaves_the_views_and_what_hangs_on_them(london: Centre) -> None:
    london.sql("CREATE VIEW trained AS SELECT * FROM mentor WHERE stage = 'trained'")
    migrate(london.database.url)
    assert london.sql("SELECT * FROM trained") == []


def test_putting_the_same_again_changes_nothing(london: Centre) -> None:
    with london.database.connection() as connection:
        assert put_many(connection, LONDON, [sian()], author="test") == 0
        assert put_many(connection, LONDON, [sian(notes="new")], author="test") == 1
        assert put_many(connection, LONDON, [], author="test") == 0
        assert counts(connection, LONDON) == [(LONDON, "mentor", 1)]
    assert london.sql("SELECT rev, field_revs FROM record") == [(2, {"notes": 2})]
    assert london.sql("SELECT author FROM history ORDER BY number") == [("test",), ("test",)]


def test_putting_a_record_where_it_may_not_be_or_with_wrong_values_puts_nothing(london: Centre) -> None:
    with pytest.raises(ValueError, match="contact does not belong"):
        london.put(LONDON, sian(notes="x"), Contact(id="c1", person_id=SIAN))
    with pytest.raises(msgspec.ValidationError):
        london.put(LONDON, sian(notes="x"), sian(stage="no such stage"))
    assert london.sql("SELECT rev FROM record") == [(1,)]

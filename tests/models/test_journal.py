"""Every change of a record becomes an op beside it; nothing slips past, nothing is said that was not stored."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from onemm_desktop.models import Contact, Desk, Device, Event, Mentor, Op, Shadow
from onemm_desktop.models.database import Database
from onemm_desktop.models.journal import UnjournalledWriteError, changes_of, wire_value
from tests.models.builders import mentors, new_mark, new_mentor, ops


def first_mentor(session: Session) -> Mentor:
    return session.scalars(select(Mentor).order_by(Mentor.pk)).first() or pytest.fail("there is no mentor")


def add_from_the_centre(database: Database, rev: int = 5) -> str:
    """A mentor as a pull leaves her: known to the centre, with nothing waiting."""
    with database.sync_write() as session:
        session.info["desk"] = None
        session.add(
            Mentor(
                id="0193d000-0000-7000-8000-0000000000dd",
                partition="region/london",
                rev=rev,
                extra={"pronouns": "she/her"},
                reference="M-0002",
                given_name="Oluwaṣeun",
                family_name="Adébáyọ̀",
                joined_on=date(2026, 9, 1),
                help_areas=["careers"],
            )
        )
    return "0193d000-0000-7000-8000-0000000000dd"


def test_a_creation_says_every_field_that_was_stored_defaults_included(database: Database, desk: Desk) -> None:
    with database.write(desk, label="added_mentor", values={"name": "Siân"}) as session:
        mentor = new_mentor(session, joined_on=date(2026, 10, 2), help_areas=["careers", "maths"])
    (op,) = ops(database)
    assert (op.n, op.kind, op.record_id, op.partition, op.verb) == (1, "mentor", mentor.id, "region/london", "create")
    assert set(op.fields) == set(Mentor.wire_fields())
    assert (op.fields["stage"], op.fields["joined_on"]) == ("enquiry", "2026-10-02")
    assert op.fields["help_areas"] == ["careers", "maths"]
    assert (op.was, op.read, op.previous, op.state, op.answer) == ({}, {}, None, "pending", None)
    assert (op.by, op.at, op.label, op.label_values) == (desk.user_id, desk.now(), "added_mentor", {"name": "Siân"})


def test_an_update_says_what_changed_what_it_replaced_and_at_which_rev_it_was_read(
    database: Database, desk: Desk
) -> None:
    add_from_the_centre(database, rev=5)
    with database.write(desk) as session:
        mentor = first_mentor(session)
        mentor.stage = "applied"
        mentor.help_areas = ["careers", "maths"]
    (op,) = ops(database)
    assert op.verb == "update"
    assert op.fields == {"stage": "applied", "help_areas": ["careers", "maths"]}
    assert op.was == {"stage": "enquiry", "help_areas": ["careers"]}
    assert op.read == {"stage": 5, "help_areas": 5}


def test_a_deletion_says_what_is_lost(database: Database, desk: Desk) -> None:
    add_from_the_centre(database, rev=5)
    with database.write(desk) as session:
        session.delete(first_mentor(session))
    (op,) = ops(database)
    assert (op.verb, op.fields, op.was["given_name"], op.read["given_name"]) == ("delete", {}, "Oluwaṣeun", 5)
    assert op.was["pronouns"] == "she/her", "a newer program's field is part of the record"


def test_a_record_that_was_expired_is_still_compared_with_what_was_stored(database: Database, desk: Desk) -> None:
    add_from_the_centre(database)
    with database.write(desk) as session:
        mentor = first_mentor(session)
        session.expire(mentor)
        mentor.stage = "applied"
    assert ops(database)[0].was == {"stage": "enquiry"}
    with database.write(desk) as session:
        mentor = first_mentor(session)
        session.expire(mentor)
        session.delete(mentor)
    assert ops(database)[1].was["stage"] == "applied"


def test_setting_a_field_to_what_it_was_is_no_change(database: Database, desk: Desk) -> None:
    add_from_the_centre(database)
    with database.write(desk) as session:
        mentor = first_mentor(session)
        mentor.stage = "applied"
        mentor.stage = "enquiry"
        mentor.help_areas = ["careers"]
    assert ops(database) == []
    with database.read() as session:
        assert session.scalars(select(Shadow)).all() == []


def test_numbers_have_no_gap_after_a_transaction_that_failed(database: Database, desk: Desk) -> None:
    with database.write(desk) as session:
        new_mentor(session)
    with pytest.raises(ZeroDivisionError), database.write(desk) as session:
        new_mentor(session, "Lost")
        session.flush()
        _ = 1 // 0
    with database.write(desk) as session:
        new_mentor(session, "Kept")
        new_mark(session)
    assert [op.n for op in ops(database)] == [1, 2, 3]
    assert [given for given, _ in mentors(database)] == ["Siân", "Kept"]
    with database.read() as session:
        assert session.scalar(select(Device.next_n)) == 4


def test_ops_of_one_flush_follow_what_points_at_what(database: Database, desk: Desk) -> None:
    with database.write(desk) as session:
        new_mark(session)
        session.add(Contact(id=desk.new_id(), partition="region/london/staff", person_id="p", email="a@example.org"))
        new_mentor(session)
    assert [op.kind for op in ops(database)] == ["mentor", "attendance_mark", "contact"]
    assert len({op.group for op in ops(database)}) == 1, "one transaction is one thing to undo"


def test_each_transaction_is_its_own_group(database: Database, desk: Desk) -> None:
    for _ in range(2):
        with database.write(desk) as session:
            new_mark(session)
    first, second = ops(database)
    assert first.group != second.group


def test_changes_of_one_record_are_chained_within_and_across_transactions(database: Database, desk: Desk) -> None:
    with database.write(desk) as session:
        mentor = new_mentor(session)
        session.flush()
        mentor.stage = "applied"
        session.flush()
        new_mark(session)
    with database.write(desk) as session:
        first_mentor(session).stage = "checking"
    chained = [(op.n, op.kind, op.verb, op.previous) for op in ops(database)]
    assert chained == [
        (1, "mentor", "create", None),
        (2, "mentor", "update", 1),
        (3, "attendance_mark", "create", None),
        (4, "mentor", "update", 2),
    ]


def test_a_change_on_top_of_one_that_is_done_starts_a_new_chain(database: Database, desk: Desk) -> None:
    add_from_the_centre(database, rev=5)
    with database.write(desk) as session:
        first_mentor(session).stage = "applied"
    with database.sync_write() as session:
        session.execute(update(Op).values(state="done"))
        session.execute(update(Mentor).values(rev=6))
        session.execute(delete(Shadow))
    with database.write(desk) as session:
        first_mentor(session).stage = "checking"
    last = ops(database)[-1]
    assert (last.previous, last.read) == (None, {"stage": 6})


def test_a_change_on_top_of_a_parked_one_depends_on_it(database: Database, desk: Desk) -> None:
    add_from_the_centre(database)
    with database.write(desk) as session:
        first_mentor(session).stage = "applied"
    with database.sync_write() as session:
        session.execute(update(Op).values(state="parked"))
    with database.write(desk) as session:
        first_mentor(session).stage = "checking"
    assert ops(database)[-1].previous == 1


def test_the_shadow_is_what_the_centre_last_said_before_the_first_change(database: Database, desk: Desk) -> None:
    record_id = add_from_the_centre(database, rev=5)
    for stage in ("applied", "checking"):
        with database.write(desk) as session:
            first_mentor(session).stage = stage
    with database.read() as session:
        shadow = session.get(Shadow, ("mentor", record_id))
        assert shadow is not None
        assert (shadow.rev, shadow.partition) == (5, "region/london")
        data = shadow.data or {}
    assert (data["stage"], data["joined_on"], data["id"]) == ("enquiry", "2026-09-01", record_id)
    assert data["pronouns"] == "she/her"


def test_the_shadow_of_a_new_record_is_empty_in_sql_too(database: Database, desk: Desk) -> None:
    with database.write(desk) as session:
        new_mentor(session)
    with database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM shadow WHERE data IS NULL AND rev = 0")) == 1
        assert session.scalar(text("SELECT count(*) FROM op WHERE answer IS NULL")) == 1


def test_a_flush_says_what_it_touched(database: Database, desk: Desk) -> None:
    with database.write(desk) as session:
        mentor = new_mentor(session)
        assert changes_of(session) == frozenset()
        session.flush()
        assert changes_of(session) == {("mentor", mentor.id)}


BULK = {
    "an ORM update": update(Mentor).values(stage="active"),
    "an ORM delete": delete(Mentor),
    "an ORM insert": insert(Contact).values(id="x", partition="p", person_id="p", email="", phone="", postcode=""),
    "a Core update": update(Mentor.__table__).values(stage="active"),  # type: ignore[arg-type]
    "text": text("UPDATE mentor SET stage = 'active'"),
    "text that names the schema": text('DELETE FROM main."mentor"'),
    "text with a conflict clause": text("insert or replace into contact (id) values ('x')"),
    "text behind a CTE": text('WITH gone AS (SELECT 1) DELETE FROM "mentor" WHERE pk IN gone'),
}


@pytest.mark.parametrize("statement", BULK.values(), ids=BULK.keys())
def test_a_statement_that_would_slip_past_the_journal_is_refused(
    database: Database, desk: Desk, statement: object
) -> None:
    add_from_the_centre(database)
    with pytest.raises(UnjournalledWriteError), database.write(desk) as session:
        session.execute(statement)  # type: ignore[call-overload]
    assert mentors(database) == [("Oluwaṣeun", "enquiry")]


def test_sqlalchemys_own_bulk_ways_are_refused(database: Database, desk: Desk) -> None:
    row = {"id": "x", "partition": "p", "person_id": "p"}
    with pytest.raises(UnjournalledWriteError), database.write(desk) as session:
        session.bulk_insert_mappings(Contact.__mapper__, [row])
    with pytest.raises(UnjournalledWriteError), database.write(desk) as session:
        session.bulk_save_objects([Contact(**row)])
    with pytest.raises(UnjournalledWriteError), database.write(desk) as session:
        session.connection().exec_driver_sql("DELETE FROM contact")


def test_a_flush_that_failed_leaves_the_guard_standing(database: Database, desk: Desk) -> None:
    add_from_the_centre(database)
    with pytest.raises(Exception, match="UNIQUE"), database.write(desk) as session:
        session.add_all(Event(id="same", **_event()) for _ in range(2))
    with pytest.raises(UnjournalledWriteError), database.write(desk) as session:
        session.execute(delete(Mentor))


def _event() -> dict[str, object]:
    at = datetime(2026, 11, 21, 10, tzinfo=UTC)
    return {
        "partition": "region/london",
        "reference": "E",
        "title": "T",
        "venue": "V",
        "starts_at": at,
        "ends_at": at,
        "hours": 6.0,
        "capacity": 10,
    }


def test_the_synchronisation_may_write_in_bulk_and_leaves_no_op(database: Database) -> None:
    add_from_the_centre(database)
    with database.sync_write() as session:
        session.execute(update(Mentor).values(stage="active"))
        session.execute(text("UPDATE mentor SET rev = 9"))
    assert ops(database) == []
    assert mentors(database) == [("Oluwaṣeun", "active")]


def test_local_tables_are_nobody_elses_business(database: Database, desk: Desk) -> None:
    with database.write(desk) as session:
        session.execute(update(Device).values(next_certificate=Device.next_certificate + 1))
    assert ops(database) == []


@pytest.mark.parametrize(("field", "value"), [("id", "other"), ("partition", "region/cardiff"), ("rev", 9)])
def test_what_identifies_a_record_is_not_the_programmes_to_change(
    database: Database, desk: Desk, field: str, value: object
) -> None:
    add_from_the_centre(database)
    with pytest.raises(UnjournalledWriteError), database.write(desk) as session:
        setattr(first_mentor(session), field, value)
    assert ops(database) == []


def test_a_change_that_nobody_made_is_refused(database: Database) -> None:
    with pytest.raises(UnjournalledWriteError, match="desk"), database.write() as session:
        session.add(Contact(id="x", partition="p", person_id="p"))
    assert ops(database) == []


def test_values_travel_as_the_wire_writes_them() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert wire_value(datetime(2026, 11, 21, 19, 2, 3, tzinfo=tokyo)) == "2026-11-21T10:02:03Z"
    assert wire_value(date(2026, 11, 21)) == "2026-11-21"
    assert [wire_value(value) for value in (True, 6.5, None, ["a"], {"a": 1})] == [True, 6.5, None, ["a"], {"a": 1}]

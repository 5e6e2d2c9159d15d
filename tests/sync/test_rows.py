"""From the wire into a table and back: every kind, the quick way and the careful way alike."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS, Mentor
from onemm_desktop.models.database import Database
from onemm_desktop.sync import rows
from onemm_desktop.sync.mapping import data_of, row_of, shape_of
from onemm_desktop.sync.pages import Line
from onemm_wire.records import KINDS
from tests.sync.records import identity, mentor

PLACE = "region/LDN"
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@st.composite
def wire_data(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """A record as it travels: every field that must be there, some of the others."""
    shape = shape_of(kind)
    data: dict[str, Any] = {"id": identity(1)}
    for name in shape.fields[1:]:
        if name in shape.defaults and draw(st.booleans()):
            continue
        if name in shape.json_fields:
            data[name] = draw(st.lists(words, max_size=3))
        elif name in shape.bool_fields:
            data[name] = draw(st.booleans())
        else:
            data[name] = draw(words)
    return data


@pytest.mark.parametrize("kind", list(KINDS))
@given(data=st.data())
@settings(max_examples=15)
def test_a_row_turns_back_into_the_record_it_was(kind: str, data: st.DataObject) -> None:
    record = data.draw(wire_data(kind))
    news = data.draw(st.dictionaries(st.sampled_from(["shoe_size", "pronouns"]), words | st.integers()))
    shape = shape_of(kind)
    row = row_of(shape, record["id"], PLACE, 3, {**record, **news})
    assert data_of(shape, dict(zip(shape.columns, row, strict=True))) == {**shape.defaults, **record, **news}


@pytest.mark.parametrize("kind", list(KINDS))
@given(data=st.data())
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_quick_way_writes_what_the_careful_way_writes(kind: str, data: st.DataObject, database: Database) -> None:
    record = data.draw(wire_data(kind))
    line = Line(kind, record["id"], 3, msgspec.Raw(msgspec.json.encode(record)))
    shape = shape_of(kind)
    with database.sync_write() as session:
        rows.upsert_lines(session, kind, PLACE, [line])
        quick = _stored(session, kind)
        rows.delete_one(session, kind, line.id)
        rows.upsert(session, kind, [row_of(shape, line.id, PLACE, line.rev, record)])
        careful = _stored(session, kind)
        rows.delete_one(session, kind, line.id)
    assert quick == careful


def test_a_field_of_a_newer_program_is_kept_by_the_quick_way_too(database: Database) -> None:
    data = {**msgspec.to_builtins(mentor(0)), "shoe_size": 41}
    with database.sync_write() as session:
        rows.upsert_lines(
            session, "mentor", PLACE, [Line("mentor", identity(0), 1, msgspec.Raw(msgspec.json.encode(data)))]
        )
        kept = rows.read_one(session, "mentor", identity(0))
        assert kept is not None and kept["shoe_size"] == 41


def test_a_copied_row_reads_like_one_that_was_typed(database: Database) -> None:
    """Names to search by are derived, lists are lists, an unseen row is found by its folded name."""
    with database.sync_write() as session:
        rows.upsert_lines(
            session, "mentor", PLACE, [Line("mentor", identity(0), 1, msgspec.Raw(msgspec.json.encode(mentor(0))))]
        )
    with database.read() as session:
        found = session.scalars(select(Mentor).where(Mentor.sort_name == "llewellyn pritchard sian")).one()
        assert found.help_areas == ["interviews", "writing a CV"]
        assert "sian" in found.search_text
        assert session.scalar(text("SELECT count(*) FROM mentor, json_each(help_areas)")) == 2


def test_a_record_that_lacks_what_it_must_have_is_named_without_its_content() -> None:
    with pytest.raises(KnownError) as caught:
        row_of(shape_of("mentor"), identity(0), PLACE, 1, {"given_name": "Siân"})
    assert caught.value.problem is Problem.CENTRE_FAILED
    assert "Siân" not in repr(caught.value.values)


def test_news_of_its_leaving_does_not_delete_a_record_that_moved_on(database: Database) -> None:
    shape = shape_of("mentor")
    with database.sync_write() as session:
        rows.upsert(session, "mentor", [row_of(shape, identity(0), PLACE, 1, msgspec.to_builtins(mentor(0)))])
        rows.delete(session, "mentor", "region/CDF", [identity(0)])
        assert rows.read_one(session, "mentor", identity(0)) is not None
        rows.delete(session, "mentor", PLACE, [identity(0)])
        assert rows.read_one(session, "mentor", identity(0)) is None


def test_every_table_is_emptied_of_a_partition(database: Database) -> None:
    with database.sync_write() as session:
        for kind in MODELS:
            data = {name: "[]" if name in shape_of(kind).json_fields else "1" for name in shape_of(kind).fields}
            rows.upsert(session, kind, [row_of(shape_of(kind), identity(1), PLACE, 1, data)])
            rows.upsert(session, kind, [row_of(shape_of(kind), identity(2), "other", 1, {**data, "number": "2"})])
        assert rows.delete_partition(session, PLACE) == {(kind, identity(1)) for kind in MODELS}
        assert all(_stored(session, kind) for kind in MODELS)


def _stored(session: Session, kind: str) -> list[Any]:
    """Everything but the row number, with SQLite's types."""
    columns = [column.key for column in MODELS[kind].__table__.columns if column.key != "pk"]
    facts = ", ".join(f'"{column}", typeof("{column}")' for column in columns)
    return [tuple(row) for row in rows.raw(session).execute(f'SELECT {facts} FROM "{shape_of(kind).table}"')]

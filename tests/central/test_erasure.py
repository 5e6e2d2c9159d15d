"""Erasing beats everything: what was said of a record is nowhere any more, and nothing brings it back."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from onemm_central.cli import app
from onemm_central.records.erasure import erase, named_by
from onemm_wire.records import Contact
from tests.central.laptops import LONDON, SIAN, Laptop, sian
from tests.central_service import Centre

SECRET = "lives at 7 Heol y Felin"
EVERY_WORD = (
    "SELECT string_agg(line, ' ') FROM (SELECT record::text AS line FROM record UNION ALL SELECT history::text "
    "FROM history UNION ALL SELECT op_result::text FROM op_result UNION ALL SELECT inbox::text FROM inbox UNION ALL "
    "SELECT erasure::text FROM erasure) AS everything"
)


def every_word(centre: Centre) -> str:
    return str(centre.sql(EVERY_WORD)[0][0])


def erased(centre: Centre, kind: str = "mentor", record_id: str = SIAN) -> int:
    with centre.database.connection() as connection:
        return len(erase(connection, kind, record_id, reason="asked for it", author="Mair"))


def test_every_word_leaves_record_history_answers_and_questions(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.edit(job_title=SECRET))
    other.push(other.edit(job_title=f"{SECRET}!"))
    assert every_word(desk.centre).count(SECRET) > 5
    assert erased(desk.centre) == 2
    words = every_word(desk.centre)
    assert SECRET not in words
    assert "O’Connor" not in words
    assert desk.centre.records("conflict") == desk.centre.records("mentor") == {}


def test_that_it_was_erased_when_and_why_is_kept(desk: Laptop) -> None:
    erased(desk.centre)
    assert desk.centre.sql("SELECT kind, record_id, reason, author FROM erasure") == [
        ("mentor", SIAN, "asked for it", "Mair")
    ]
    assert desk.centre.sql("SELECT verb, rev, author FROM history ORDER BY number") == [
        ("create", 1, "test"), ("erase", 2, "Mair"),
    ]  # fmt: skip


def test_laptops_hear_of_it_with_their_next_pull(desk: Laptop) -> None:
    desk.seqs = {LONDON: 1}
    erased(desk.centre)
    (change,) = desk.pull()["changes"]
    assert (change["data"], change["erased"], change["seq"]) == (None, True, 2)
    assert desk.page(LONDON)[1] == []


def test_a_record_that_was_only_deleted_is_not_called_erased(desk: Laptop) -> None:
    desk.seqs = {LONDON: 1}
    desk.push(desk.op("delete", read={"notes": 1}))
    (change,) = desk.pull()["changes"]
    assert (change["data"], change.get("erased", False)) == (None, False)


@pytest.mark.parametrize("verb", ["create", "update", "delete"])
def test_whatever_comes_later_is_gone(desk: Laptop, verb: str) -> None:
    erased(desk.centre)
    fields = {} if verb == "delete" else {"reference": "r", "given_name": "Siân", "family_name": SECRET}
    op = desk.op(verb, fields=fields, read={"notes": 99})
    builds_on_it = desk.edit(previous=op["n"], notes=SECRET)
    assert desk.statuses(op, builds_on_it) == ["gone erased", "gone erased"]
    assert desk.statuses(op, builds_on_it) == ["gone erased", "gone erased"]
    assert SECRET not in every_word(desk.centre)


def test_an_op_answered_before_is_gone_now_and_its_hash_with_it(desk: Laptop) -> None:
    edit = desk.edit(notes=SECRET)
    assert desk.statuses(edit) == ["applied"]
    erased(desk.centre)
    assert desk.statuses(edit) == ["gone erased"]
    assert desk.centre.sql("SELECT payload_hash FROM op_result") == [(b"",)]


def test_an_answer_to_an_erased_question_is_gone(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.edit(job_title="Nurse"))
    other.push(other.edit(job_title="Midwife"))
    (asked,) = desk.centre.records("conflict")
    erased(desk.centre)
    fields = {"state": "settled", "value": "Midwife", "settled_by": desk.enrolled["user_id"]}
    answer = desk.op("update", asked, kind="conflict", fields=fields, read=dict.fromkeys(fields, 1))
    assert desk.statuses(answer) == ["gone erased"]


def test_neither_an_import_nor_sql_by_hand_brings_it_back(desk: Laptop) -> None:
    erased(desk.centre)
    desk.centre.put(LONDON, sian(notes=SECRET))
    assert desk.centre.records("mentor") == {}
    with pytest.raises(Exception, match="record_erased_is_empty"):
        desk.centre.sql("UPDATE record SET data = jsonb_build_object('id', id)")


def test_erasing_twice_or_nobody_does_nothing(desk: Laptop) -> None:
    assert erased(desk.centre) == 1
    assert erased(desk.centre) == 0
    assert erased(desk.centre, record_id="nobody") == 0


def test_the_command_names_what_else_knows_the_person(desk: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.centre.put("region/LDN/staff", Contact(id="c1", person_id=SIAN, phone="1"))
    monkeypatch.setenv("ONEMM_DATABASE_URL", desk.centre.database.url)
    done = CliRunner().invoke(app, ["record", "erase", "mentor", SIAN, "--reason", "asked for it"])
    assert done.exit_code == 0, done.output
    assert f"Erased mentor {SIAN}." in done.output
    assert "region/LDN/staff\tcontact\tc1" in done.output
    again = CliRunner().invoke(app, ["record", "erase", "mentor", SIAN, "--reason", "asked for it"])
    assert (again.exit_code, "no mentor" in again.output) == (1, True)
    with desk.centre.database.connection() as connection:
        assert named_by(connection, "nobody") == []


def test_a_reason_must_be_given(desk: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONEMM_DATABASE_URL", desk.centre.database.url)
    assert CliRunner().invoke(app, ["record", "erase", "mentor", SIAN, "--reason", " "]).exit_code == 1
    assert SIAN in desk.centre.records("mentor")

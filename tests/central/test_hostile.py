"""A laptop that means harm, or is broken: each thing it may try has its code, and touches no record of anybody else."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onemm_central.records.bounds import MAX_DEPTH, MAX_NUMBER, MAX_UNKNOWN
from onemm_central.sync.routes import PUSH_LIMIT
from onemm_wire.errors import Code
from onemm_wire.protocol import MAX_OPS
from onemm_wire.records import KINDS, Clearance, Contact, Mentee, Partner
from tests.central.laptops import LONDON, SIAN, Laptop, sian
from tests.central_service import Centre

STAFF = "region/LDN/staff"
SECRET = "not for trainers"


def nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


#: What is changed in an honest update of Siân's card -> the answer.
TRICKS: dict[str, tuple[dict[str, Any], str]] = {
    "no such kind": ({"kind": "spaceship"}, "unknown_kind"),
    "a table of ours as a kind": ({"kind": "account"}, "unknown_kind"),
    "somebody else's region": ({"partition": "region/CDF"}, "out_of_scope"),
    "no partition at all": ({"partition": "../../etc"}, "out_of_scope"),
    "a partition with SQL in it": ({"partition": "region/LDN'; DROP TABLE record; --"}, "out_of_scope"),
    "a mentor among contact details": ({"partition": STAFF}, "out_of_scope"),
    "what belongs to the nation": ({"kind": "region", "partition": "national"}, "not_allowed"),
    "a record nobody has": ({"id": "nobody"}, "missing_record"),
    "another id in the fields": ({"fields": {"id": "m2"}}, "malformed"),
    "an id without end": ({"id": "x" * 101}, "malformed"),
    "no id": ({"id": ""}, "malformed"),
    "a value of another type": ({"fields": {"stage": 7}}, "malformed"),
    "a value that is not allowed": ({"fields": {"stage": "king"}}, "malformed"),
    "a number that no laptop can keep": ({"fields": {"max_mentees": MAX_NUMBER}}, "malformed"),
    "a number of four hundred digits": ({"fields": {"max_mentees": 10**400}}, "malformed"),
    "a NUL": ({"fields": {"notes": "a\0b"}}, "malformed"),
    "no field's name": ({"fields": {"": "x"}}, "malformed"),
    "a name for an attribute of Python's": ({"fields": {"__class__": "x"}}, "malformed"),
    "a name without end": ({"fields": {"x" * 65: "x"}}, "malformed"),
    "lists within lists within lists": ({"fields": {"x": nested(MAX_DEPTH)}}, "malformed"),
    "the same in what it replaced": ({"was": {"notes": nested(900)}}, "malformed"),
    "more new fields than any program has": (
        {"fields": {f"new_{n}": n for n in range(MAX_UNKNOWN + 1)}}, "malformed too_large",
    ),
    "no such verb": ({"verb": "explode"}, "malformed"),
    "a time that says not where": ({"at": "2026-11-21T10:00:00"}, "malformed"),
    "a time before time": ({"at": "0001-01-01T00:00:00+14:00"}, "malformed"),
    "its own future as its past": ({"previous": 9_999_999}, "malformed"),
    "a past below nought": ({"previous": -1}, "malformed"),
    "a group without end": ({"group": "g" * 101}, "malformed"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "code"), TRICKS.values(), ids=TRICKS)
def test_every_trick_has_its_code_and_changes_nothing(desk: Laptop, change: dict[str, Any], code: str) -> None:
    before = desk.centre.sql("SELECT partition, kind, id, rev, seq, data::text FROM record ORDER BY 1, 2, 3")
    trick = {**desk.edit(notes="x"), **change}
    honest = desk.edit(job_title="Nurse")
    bad, good = desk.push(trick, honest)
    assert (bad["status"], bad["code"] in code.split()) == ("rejected", True), bad
    assert bad["code"] in set(Code)
    assert good["status"] == "applied"
    after = desk.centre.sql("SELECT partition, kind, id, rev, seq, data::text FROM record ORDER BY 1, 2, 3")
    assert [row[:3] for row in before] == [row[:3] for row in after]
    assert desk.centre.sql("SELECT rev FROM record") == [(2,)]


def test_ops_from_the_future_prove_nothing_by_their_revs(desk: Laptop, other: Laptop) -> None:
    """A rev that the record has yet to reach is not a licence to overwrite what others wrote."""
    desk.push(desk.edit(job_title="Nurse"))
    claim = {**other.edit(read=1_000_000, job_title="King"), "was": {"job_title": "Knave"}}
    assert other.statuses(claim) == ["conflict changed_elsewhere"]
    erase = {**other.op("delete", read={"notes": 1_000_000}), "was": {}}
    assert other.statuses(erase) == ["conflict changed_elsewhere"]
    assert desk.centre.records("mentor")[SIAN]["job_title"] == "Nurse"


def test_ops_from_the_future_by_their_clock_are_taken_as_they_are(desk: Laptop) -> None:
    assert desk.statuses({**desk.edit(notes="x"), "at": "9999-12-31T23:59:59Z"}) == ["applied"]


@pytest.mark.parametrize("number", [0, -1, MAX_NUMBER, 10**30, "1", None, 1.5])
def test_absurd_numbers_are_refused_with_the_whole_push(desk: Laptop, number: Any) -> None:
    answer = desk.post("/sync/push", {"ops": [{**desk.edit(notes="x"), "n": number}]})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


def test_the_same_number_with_other_words_neither_counts_nor_tells(desk: Laptop) -> None:
    edit = desk.edit(notes="x")
    desk.push(edit)
    (answer,) = desk.push({**edit, "fields": {"notes": "y"}})
    assert (answer["status"], answer["code"], answer["fields"], answer["values"]) == ("rejected", "key_reused", {}, {})


def test_one_laptop_never_gets_anothers_answer(desk: Laptop, other: Laptop) -> None:
    edit = desk.edit(notes="x")
    desk.push(edit)
    other.n = 0
    (answer,) = other.push({**other.edit(read=2, notes="y")})
    assert (answer["status"], answer["rev"]) == ("applied", 3)


def test_a_time_without_a_zone_in_a_record_reaches_no_laptop(desk: Laptop) -> None:
    fields = {
        "reference": "LDN-E-1", "title": "Training", "venue": "Here", "hours": 5.5, "capacity": 60,
        "starts_at": "2026-11-21T10:00:00", "ends_at": "2026-11-21T16:00:00Z",
    }  # fmt: skip
    (answer,) = desk.push(desk.op("create", "e1", kind="event", fields=fields))
    assert (answer["code"], answer["values"]) == ("malformed", {"field": "starts_at"})
    fields["starts_at"] = "2026-11-21T11:00:00+01:00"
    assert desk.statuses(desk.op("create", "e1", kind="event", fields=fields)) == ["applied"]
    assert desk.centre.records("event")["e1"]["starts_at"] == "2026-11-21T10:00:00Z"


def test_a_push_has_its_measure_in_ops_and_in_bytes(desk: Laptop) -> None:
    for ops in ([desk.edit(notes="x") for _ in range(MAX_OPS + 1)], [desk.edit(notes="x" * PUSH_LIMIT)]):
        answer = desk.post("/sync/push", {"ops": ops})
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert desk.centre.sql("SELECT count(*) FROM op_result") == [(0,)]


def test_a_record_does_not_grow_without_end(desk: Laptop) -> None:
    desk.push(desk.edit(organisation="x" * 600_000))
    (answer,) = desk.push(desk.edit(job_title="x" * 600_000))
    assert (answer["status"], answer["code"]) == ("rejected", "too_large")


@pytest.fixture
def trainer(centre: Centre) -> Laptop:
    """Of London's trainers, among records that others keep."""
    centre.add_user("tomos@example.org", role="trainer")
    centre.put(LONDON, sian(), Partner(id="p1", name="School", partner_kind="school"))
    centre.put(STAFF, Contact(id="c1", person_id=SIAN, phone=SECRET))
    centre.put(STAFF, Clearance(id="d1", mentor_id=SIAN, level="enhanced", certificate_number=SECRET))
    centre.put(
        "partner/p1",
        Mentee(
            id="y1", reference="r", partner_id="p1", given_name="Zofia", family_name=SECRET,
            date_of_birth=date(2009, 2, 3),
        ),
    )  # fmt: skip
    return Laptop(centre, "tomos@example.org")


@pytest.mark.parametrize("verb", ["create", "update", "delete"])
@pytest.mark.parametrize(
    ("kind", "record_id", "partition"),
    [("contact", "c1", STAFF), ("clearance", "d1", STAFF), ("mentee", "y1", "partner/p1")],
)
def test_nobody_else_s_record_is_changed_or_told(
    trainer: Laptop, verb: str, kind: str, record_id: str, partition: str
) -> None:
    before = trainer.centre.records(kind)
    required = {
        "person_id": SIAN, "mentor_id": SIAN, "level": "basic", "reference": "r", "partner_id": "p1",
        "given_name": "A", "family_name": "B", "date_of_birth": "2009-02-03",
    }  # fmt: skip
    fields = {} if verb == "delete" else {k: v for k, v in required.items() if k in KINDS[kind].__struct_fields__}
    op = trainer.op(verb, record_id, kind=kind, partition=partition, fields=fields, read=dict.fromkeys(fields, 1))
    (answer,) = trainer.push(op)
    assert answer["status"] == "rejected" or trainer.centre.records(kind) == before
    assert SECRET not in json.dumps(answer)
    assert trainer.centre.records(kind) == before


def test_nobody_creates_a_record_over_one_that_may_not_be_changed(trainer: Laptop) -> None:
    create = trainer.op("create", "c1", kind="contact", partition=STAFF, fields={"person_id": SIAN, "phone": "1"})
    assert trainer.statuses(create) == ["rejected not_allowed"]
    assert trainer.centre.records("contact")["c1"]["phone"] == SECRET


def test_what_the_centre_has_already_may_be_created_once_more(trainer: Laptop) -> None:
    """A laptop whose disk was copied enrols again, and sends what it had sent."""
    fields = {"person_id": SIAN, "phone": SECRET}
    assert trainer.statuses(trainer.op("create", "c1", kind="contact", partition=STAFF, fields=fields)) == ["applied"]


# --- anything at all ---------------------------------------------------------------------------------------------

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.integers(-(2**80), 2**80) | st.floats(allow_nan=False)
    | st.text(max_size=30) | st.dates().map(str) | st.datetimes().map(lambda at: at.isoformat())
)  # fmt: skip
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=9), inner), max_leaves=30
)
#: Every declared field of every kind with any value: nearly right, which is worse than quite wrong.
NEARLY = st.sampled_from(sorted(KINDS)).flatmap(
    lambda kind: st.fixed_dictionaries(
        {
            "kind": st.just(kind),
            "id": st.sampled_from([SIAN, "c1", "d1", "e1", "y1", "new"]),
            "partition": st.sampled_from([LONDON, STAFF, "partner/p1", "region/LDN/safeguarding", "national"]),
            "verb": st.sampled_from(["create", "update", "delete"]),
            "fields": st.dictionaries(st.sampled_from(KINDS[kind].__struct_fields__), VALUES, max_size=6),
            "was": st.dictionaries(st.sampled_from(KINDS[kind].__struct_fields__), VALUES, max_size=3),
            "read": st.dictionaries(st.sampled_from(KINDS[kind].__struct_fields__), st.integers(-1, 9), max_size=4),
            "previous": st.none() | st.integers(1, 9),
        }
    )
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(NEARLY, min_size=1, max_size=6))
def test_nothing_that_is_nearly_right_is_ever_a_bug(trainer: Laptop, changes: list[dict[str, Any]]) -> None:
    trainer.centre.sql("UPDATE role SET role = 'staff'")
    ops = [{**trainer.op("update"), **change} for change in changes]
    body = json.dumps({"ops": ops}).encode()
    headers = {"Authorization": f"Bearer {trainer.token}"}
    answer = requests.post(trainer.centre.address + "/sync/push", data=body, headers=headers, timeout=30)
    assert answer.status_code in {200, 400}, answer.text
    if answer.status_code == 200:
        assert [result["n"] for result in answer.json()["results"]] == [op["n"] for op in ops]
    for kind in KINDS:
        # What landed reads as what it is said to be, in every typed column.
        trainer.centre.sql(f'SELECT * FROM "{kind}"')
    assert trainer.post("/sync/pull", {"cursor": {"epoch": trainer.enrolled["epoch"], "seqs": {LONDON: 0}}}).ok

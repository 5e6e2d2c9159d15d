"""Changes up: every op is answered once and for ever, and a bad one holds up nobody else's."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from onemm_wire.records import Partner
from tests.central.laptops import LONDON, SIAN, Laptop, sian
from tests.central_service import Centre


def card(centre: Centre) -> dict[str, Any]:
    return centre.records("mentor", LONDON)[SIAN]


def new_mentor(desk: Laptop, record_id: str = "m2", **fields: Any) -> dict[str, Any]:
    names = {"reference": "LDN-M-2", "given_name": "Nguyễn", "family_name": "Thị Hương"}
    return desk.op("create", record_id, fields={**names, **fields})


def test_an_op_sent_twice_takes_effect_once_and_gets_the_same_answer(desk: Laptop) -> None:
    edit = desk.edit(notes="Rang on Monday")
    first = desk.push(edit)
    assert desk.push(edit) == first
    assert first[0]["status"] == "applied"
    assert first[0]["rev"] == 2
    assert desk.centre.sql("SELECT rev FROM record WHERE id = %s", SIAN) == [(2,)]


def test_the_same_number_with_another_payload_is_a_copied_disk(desk: Laptop) -> None:
    edit = desk.edit(notes="Rang on Monday")
    desk.push(edit)
    assert desk.statuses({**edit, "fields": {"notes": "Another"}}) == ["rejected key_reused"]
    assert card(desk.centre)["notes"] == "Rang on Monday"
    assert desk.statuses(edit) == ["applied"]


def test_a_copied_disk_does_not_overwrite_what_its_twin_wrote(desk: Laptop) -> None:
    desk.push({**desk.edit(notes="Rang on Monday"), "was": {"notes": ""}})
    of_the_copy = {**desk.edit(notes="Rang on Friday"), "was": {"notes": ""}}
    (answer,) = desk.push(of_the_copy)
    assert answer["status"] == "merged"
    assert card(desk.centre)["notes"] == "Rang on Friday\nRang on Monday"


def test_a_bad_op_parks_itself_and_what_depends_on_it_and_the_rest_drains(desk: Laptop) -> None:
    bad = new_mentor(desk, "m2", stage="no such stage")
    depends = desk.op("update", "m2", fields={"notes": "x"}, read={"notes": 0}, previous=bad["n"])
    depends_too = desk.op("update", "m2", fields={"notes": "y"}, read={"notes": 0}, previous=depends["n"])
    good = new_mentor(desk, "m3")
    assert desk.statuses(bad, depends, depends_too, good) == [
        "rejected malformed", "held waits", "held waits", "applied",
    ]  # fmt: skip
    assert set(desk.centre.records("mentor")) == {SIAN, "m3"}


def test_an_op_whose_predecessor_never_came_waits_until_it_does(desk: Laptop) -> None:
    create = new_mentor(desk)
    edit = desk.op("update", "m2", fields={"notes": "x"}, read={"notes": 0}, previous=create["n"])
    assert desk.statuses(edit) == ["held waits"]
    assert desk.statuses(create, edit) == ["applied", "applied"]


def test_a_refusal_names_the_field_and_never_the_value(desk: Laptop) -> None:
    (result,) = desk.push(desk.edit(stage="a secret typed into the wrong box"))
    assert result["values"] == {"field": "stage"}
    assert "secret" not in str(result)


def test_two_desks_may_change_different_fields_of_one_card(desk: Laptop, other: Laptop) -> None:
    assert desk.statuses(desk.edit(organisation="Tŷ Hafan")) == ["applied"]
    assert other.statuses(other.edit(job_title="Nurse")) == ["applied"]
    assert (card(desk.centre)["organisation"], card(desk.centre)["job_title"]) == ("Tŷ Hafan", "Nurse")


def test_two_desks_on_the_same_field_are_for_a_person_and_both_values_are_kept(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.edit(job_title="Nurse"))
    edit = other.edit(job_title="Midwife", organisation="Barts")
    (result,) = other.push({**edit, "was": {"job_title": "", "organisation": ""}})
    assert (result["status"], result["code"], result["fields"]) == (
        "conflict", "changed_elsewhere", {"job_title": "Nurse"},
    )  # fmt: skip
    assert (card(desk.centre)["job_title"], card(desk.centre)["organisation"]) == ("Nurse", "Barts")
    (conflict,) = desk.centre.records("conflict", LONDON).values()
    assert result["values"] == {"conflicts": {"job_title": conflict["id"]}}


def test_two_desks_that_write_the_same_value_agree(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.edit(job_title="Nurse"))
    (result,) = other.push(other.edit(job_title="Nurse"))
    assert (result["status"], result["rev"]) == ("applied", 2)


def test_a_field_with_a_rule_is_settled_by_it_and_the_history_says_so(desk: Laptop, other: Laptop) -> None:
    desk.push({**desk.edit(help_areas=["CV development"]), "was": {"help_areas": []}})
    (result,) = other.push({**other.edit(help_areas=["Interview skills"]), "was": {"help_areas": []}})
    both = ["CV development", "Interview skills"]
    assert (result["status"], result["fields"]) == ("merged", {"help_areas": both})
    assert card(desk.centre)["help_areas"] == both
    assert desk.centre.sql("SELECT after, rule FROM history_field WHERE field = 'help_areas' AND rev = 3") == [
        (both, "both additions and both removals")
    ]


def test_a_chain_made_offline_is_compared_with_its_trunk_not_with_itself(desk: Laptop) -> None:
    first = desk.edit(read=1, job_title="Nurse")
    second = desk.edit(read=1, previous=first["n"], job_title="Ward sister")
    assert desk.statuses(first, second) == ["applied", "applied"]
    third = desk.edit(read=1, previous=second["n"], job_title="Matron")
    assert desk.statuses(third) == ["applied"]
    assert card(desk.centre)["job_title"] == "Matron"


def test_a_chain_does_not_hide_what_somebody_else_wrote_in_its_middle(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.edit(read=1, job_title="Nurse"))
    other.push(other.edit(read=2, job_title="Midwife"))
    assert desk.statuses(desk.edit(read=1, job_title="Matron")) == ["conflict changed_elsewhere"]


def test_a_chain_after_a_merge_goes_on_from_what_the_laptop_saw(desk: Laptop, other: Laptop) -> None:
    desk.push({**desk.edit(help_areas=["A"]), "was": {"help_areas": []}})
    first = {**other.edit(help_areas=["B"]), "was": {"help_areas": []}}
    second = {**other.edit(previous=first["n"], help_areas=["B", "C"]), "was": {"help_areas": ["B"]}}
    assert other.statuses(first, second) == ["merged", "merged"]
    assert card(desk.centre)["help_areas"] == ["A", "B", "C"]


def test_delete_leaves_a_tombstone_and_an_edit_of_it_is_for_a_person(desk: Laptop, other: Laptop) -> None:
    assert desk.statuses(desk.op("delete", read={"notes": 1})) == ["applied"]
    assert desk.centre.records("mentor") == {}
    assert other.statuses(other.edit(notes="Came back")) == ["conflict deleted_elsewhere"]


def test_delete_of_what_somebody_else_changed_is_for_a_person(desk: Laptop, other: Laptop) -> None:
    other.push(other.edit(notes="Very keen"))
    assert desk.statuses(desk.op("delete", read={"notes": 1})) == ["conflict changed_elsewhere"]
    assert SIAN in desk.centre.records("mentor")


def test_what_a_desk_deleted_it_may_bring_back(desk: Laptop) -> None:
    create = new_mentor(desk)
    delete = desk.op("delete", "m2", read={"notes": 0}, previous=create["n"])
    again = {**new_mentor(desk), "previous": delete["n"]}
    assert desk.statuses(create, delete, again) == ["applied", "applied", "applied"]
    assert desk.centre.sql("SELECT rev, deleted FROM record WHERE id = 'm2'") == [(3, False)]


def mark(desk: Laptop, **fields: Any) -> dict[str, Any]:
    facts = {"event_id": "e1", "attendee_id": SIAN, "state": "present", "marked_at": "2026-11-21T10:01:00Z"}
    return desk.op("create", "k1", kind="attendance_mark", fields={**facts, **fields})


def test_a_fact_is_never_changed_and_the_same_fact_twice_is_one(desk: Laptop, other: Laptop) -> None:
    assert desk.statuses(mark(desk)) == ["applied"]
    assert other.statuses(mark(other)) == ["applied"]
    assert desk.centre.sql("SELECT rev FROM record WHERE id = 'k1'") == [(1,)]
    change = other.op("update", "k1", kind="attendance_mark", fields={"state": "late"}, read={"state": 1})
    delete = other.op("delete", "k1", kind="attendance_mark", read={"state": 1})
    assert other.statuses(change, delete) == ["rejected fact_fixed", "rejected fact_fixed"]


def test_instants_are_compared_as_instants_not_as_text(desk: Laptop, other: Laptop) -> None:
    desk.push(mark(desk, marked_at="2026-11-21T10:01:00Z"))
    assert other.statuses(mark(other, marked_at="2026-11-21T10:01:00+00:00")) == ["applied"]


def test_fields_of_a_newer_program_are_kept(desk: Laptop, other: Laptop) -> None:
    assert desk.statuses(desk.edit(pronouns="hi/ei")) == ["applied"]
    assert other.statuses(other.edit(notes="x")) == ["applied"]
    desk.centre.put(LONDON, sian(notes="from a spreadsheet"))
    assert card(desk.centre)["pronouns"] == "hi/ei"


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ({"kind": "spaceship"}, "rejected unknown_kind"),
        ({"partition": "region/CDF"}, "rejected out_of_scope"),
        ({"partition": "region/LDN/staff"}, "rejected out_of_scope"),
        ({"partition": "nowhere"}, "rejected out_of_scope"),
        ({"kind": "region", "partition": "national"}, "rejected not_allowed"),
        ({"id": SIAN + "x", "fields": {"id": SIAN, "notes": ""}}, "rejected missing_record"),
        ({"fields": {"id": "somebody else"}}, "rejected malformed"),
        ({"fields": {"notes": "a NUL \0 in it"}}, "rejected malformed"),
        ({"fields": {"notes": 7}}, "rejected malformed"),
        ({"id": "x" * 5_000}, "rejected malformed"),
        ({"verb": "explode"}, "rejected malformed"),
        ({"at": "yesterday"}, "rejected malformed"),
        ({"fields": {"notes": "the text \\u0000 itself"}}, "applied"),
    ],
)
def test_a_bad_op_is_parked_alone(desk: Laptop, change: dict[str, Any], answer: str) -> None:
    bad = {**desk.edit(notes="x"), **change}
    good = desk.edit(job_title="Nurse")
    assert desk.statuses(bad, good) == [answer, "applied"]
    assert desk.statuses(bad, good) == [answer, "applied"]


def test_what_postgresql_will_not_keep_is_parked_alone_too(desk: Laptop) -> None:
    # A guard of the database's own that this program knows nothing of.
    desk.centre.sql("ALTER TABLE record ADD CHECK (data ->> 'notes' <> 'forbidden')")
    ops = [desk.edit(job_title="Nurse"), desk.edit(notes="forbidden"), desk.edit(organisation="Barts")]
    assert desk.statuses(*ops) == ["applied", "rejected malformed", "applied"]
    assert desk.statuses(*ops) == ["applied", "rejected malformed", "applied"]
    assert (card(desk.centre)["job_title"], card(desk.centre)["organisation"]) == ("Nurse", "Barts")


def test_a_trainer_creates_contact_details_and_corrects_only_what_is_theirs(centre: Centre) -> None:
    centre.add_user("tomos@example.org", role="trainer")
    centre.add_user("rhian@example.org", role="staff")
    trainer, staff = Laptop(centre, "tomos@example.org"), Laptop(centre, "rhian@example.org")
    place = {"kind": "contact", "partition": "region/LDN/staff"}
    create = trainer.op("create", "c1", fields={"person_id": "w1", "phone": "07700 900123"}, **place)
    typo = trainer.op("update", "c1", fields={"phone": "07700 900124"}, read={"phone": 1}, **place)
    assert trainer.statuses(create, typo) == ["applied", "applied"]
    assert staff.statuses(staff.op("update", "c1", fields={"email": "w@example.org"}, read={"email": 1}, **place)) == [
        "applied"
    ]
    later = trainer.op("update", "c1", fields={"phone": "0"}, read={"phone": 2}, **place)
    assert trainer.statuses(later) == ["rejected not_allowed"]


def test_a_school_entered_offline_brings_its_young_people_in_the_same_batch(desk: Laptop) -> None:
    school = desk.op("create", "p9", kind="partner", fields={"name": "Ysgol Newydd", "partner_kind": "school"})
    young = desk.op(
        "create", "y9", kind="mentee", partition="partner/p9",
        fields={
            "reference": "LDN-Y-9", "partner_id": "p9", "given_name": "Zofia", "family_name": "Wójcik",
            "date_of_birth": "2009-02-03",
        },
    )  # fmt: skip
    assert desk.statuses(school, young) == ["applied", "applied"]
    assert "partner/p9" in desk.pull()["scope"]


def test_a_coordinator_writes_for_the_own_school_alone(centre: Centre) -> None:
    for school in ("p1", "p2"):
        centre.put(LONDON, Partner(id=school, name=school, partner_kind="school"))
    centre.add_user("mair@example.org", role="coordinator", partner_id="p1")
    laptop = Laptop(centre, "mair@example.org")
    assert laptop.enrolled["scope"] == ["national", LONDON, "partner/p1"]
    names = {"reference": "r", "given_name": "A", "family_name": "B", "date_of_birth": "2009-02-03"}
    own = laptop.op("create", "y1", kind="mentee", partition="partner/p1", fields={**names, "partner_id": "p1"})
    theirs = laptop.op("create", "y2", kind="mentee", partition="partner/p2", fields={**names, "partner_id": "p2"})
    assert laptop.statuses(own, theirs) == ["applied", "rejected out_of_scope"]


def test_every_change_is_in_the_history_with_its_author_and_op(desk: Laptop) -> None:
    desk.push(desk.edit(stage="applied"))
    assert desk.centre.sql(
        "SELECT verb, author, device_id, op_n, before, after FROM history WHERE record_id = %s AND rev = 2", SIAN
    ) == [
        (
            "update", desk.enrolled["user_id"], desk.enrolled["device_id"], 1,
            {"stage": "enquiry"}, {"stage": "applied"},
        )
    ]  # fmt: skip


def test_too_many_ops_or_no_order_are_refused_whole(desk: Laptop) -> None:
    one, two = desk.edit(notes="1"), desk.edit(notes="2")
    many = [desk.edit(notes=str(n)) for n in range(201)]
    for ops, code in ((many, "too_large"), ([two, one], "bad_request"), ([one, one], "bad_request")):
        answer = desk.post("/sync/push", {"ops": ops})
        assert answer.json()["code"] == code


def test_two_desks_pushing_at_once_both_get_through(desk: Laptop, other: Laptop) -> None:
    """The same records in opposite order: locks are taken in the order of keys, so neither waits for ever."""
    answers: dict[str, list[str]] = {}

    def send(laptop: Laptop, ids: list[str], word: str) -> None:
        ops = [new_mentor(laptop, record_id, notes=word) for record_id in ids]
        edits = [laptop.op("update", op["id"], fields={word: "x"}, read={word: 0}, previous=op["n"]) for op in ops]
        answers[word] = [status for op in (*ops, *edits) for status in laptop.statuses(op)]

    ids = [f"m{number}" for number in range(10, 25)]
    threads = [
        threading.Thread(target=send, args=(desk, ids, "job_title")),
        threading.Thread(target=send, args=(other, ids[::-1], "organisation")),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {len(statuses) for statuses in answers.values()} == {30}
    assert not [status for statuses in answers.values() for status in statuses if status.startswith("rejected")]
    assert len(desk.centre.records("mentor")) == 16

"""What a machine must not settle: one question per laptop, record and field, answered by ordinary ops."""

from __future__ import annotations

from typing import Any

import pytest

from onemm_wire.merge import RULES
from onemm_wire.records import Conflict, Contact
from tests.central.laptops import LONDON, SIAN, Laptop, sian
from tests.central_service import Centre


def conflicts(desk: Laptop) -> list[dict[str, Any]]:
    """All questions, in the order in which they were asked."""
    found = desk.centre.records("conflict").values()
    return sorted(found, key=lambda conflict: (conflict["device_id"], conflict["op_n"]))


def the_conflict(desk: Laptop) -> dict[str, Any]:
    (conflict,) = conflicts(desk)
    return conflict


def card(desk: Laptop) -> dict[str, Any]:
    return desk.centre.records("mentor", LONDON)[SIAN]


def said(conflict: dict[str, Any]) -> tuple[Any, Any, Any]:
    return conflict["before"], conflict["centre"], conflict["laptop"]


def clash(desk: Laptop, other: Laptop) -> dict[str, Any]:
    """Two desks have named Siân's job; the second asks."""
    desk.push(desk.edit(job_title="Nurse"))
    edit = {**other.edit(job_title="Midwife"), "was": {"job_title": ""}}
    assert other.statuses(edit) == ["conflict changed_elsewhere"]
    return edit


def decision(laptop: Laptop, conflict: dict[str, Any], choice: str, value: Any) -> list[dict[str, Any]]:
    """What a person's answer is made of: the field is set, the question closed, in one group."""
    about = {"kind": conflict["about_kind"], "group": "decision"}
    fields = {conflict["field"]: value}
    set_field = laptop.op(
        "update", conflict["about_id"], fields=fields, read=dict.fromkeys(fields, conflict["centre_rev"]), **about
    )
    return [set_field, closing(laptop, conflict, choice, value)]


def closing(laptop: Laptop, conflict: dict[str, Any], choice: str, value: Any) -> dict[str, Any]:
    answer = {"state": "settled", "choice": choice, "value": value, "settled_by": laptop.enrolled["user_id"]}
    return laptop.op(
        "update", conflict["id"], kind="conflict", fields=answer, read=dict.fromkeys(answer, 1), group="decision"
    )


# --- the question ------------------------------------------------------------------------------------------------


def test_a_clash_becomes_a_record_with_both_answers_and_both_people(desk: Laptop, other: Laptop) -> None:
    edit = clash(desk, other)
    conflict = the_conflict(desk)
    assert (conflict["about_kind"], conflict["about_id"], conflict["field"]) == ("mentor", SIAN, "job_title")
    assert (*said(conflict), conflict["centre_rev"], conflict["state"]) == ("", "Nurse", "Midwife", 2, "open")
    assert (conflict["centre_by"], conflict["centre_by_name"]) == (desk.enrolled["user_id"], "Rhian Prys")
    assert (conflict["laptop_by"], conflict["laptop_by_name"]) == (other.enrolled["user_id"], "Rhian Prys")
    assert (conflict["laptop_at"], conflict["centre_at"] is not None) == (edit["at"], True)
    assert (conflict["device_id"], conflict["op_n"]) == (other.enrolled["device_id"], edit["n"])


def test_the_question_travels_like_every_record(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    _, lines = desk.page(LONDON)
    assert [kind for kind, *_ in lines] == ["mentor", "conflict"]
    desk.seqs = {LONDON: 2}
    assert [change["kind"] for change in desk.pull()["changes"]] == ["conflict"]


def test_an_op_sent_again_asks_no_second_time(desk: Laptop, other: Laptop) -> None:
    edit = clash(desk, other)
    first = other.push(edit)
    assert first == other.push(edit)
    assert first[0]["values"] == {"conflicts": {"job_title": the_conflict(desk)["id"]}}


def test_a_centre_that_lost_the_answer_asks_under_the_same_id(desk: Laptop, other: Laptop) -> None:
    edit = clash(desk, other)
    before = the_conflict(desk)["id"]
    # A backup of before the clash has neither the answer nor the question.
    desk.centre.sql("DELETE FROM op_result WHERE n = %s AND device_id = %s", edit["n"], other.enrolled["device_id"])
    desk.centre.sql("ALTER TABLE record DISABLE TRIGGER record_before_delete")
    desk.centre.sql("DELETE FROM record WHERE kind = 'conflict'")
    other.push(edit)
    assert the_conflict(desk)["id"] == before


def test_each_field_has_its_own_question(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.edit(job_title="Nurse", organisation="Barts"))
    assert other.statuses(other.edit(job_title="Midwife", organisation="Guy’s")) == ["conflict changed_elsewhere"]
    assert {conflict["field"] for conflict in conflicts(desk)} == {"job_title", "organisation"}


def test_a_chain_of_edits_is_one_question_with_the_latest_answer(desk: Laptop, other: Laptop) -> None:
    first = clash(desk, other)
    second = other.edit(previous=first["n"], job_title="Matron")
    third = other.edit(previous=second["n"], job_title="Sister")
    answers = other.push(second, third)
    conflict = the_conflict(desk)
    assert (*said(conflict), conflict["op_n"]) == ("", "Nurse", "Sister", third["n"])
    assert {answer["values"]["conflicts"]["job_title"] for answer in answers} == {conflict["id"]}


def test_a_chain_in_one_push_is_one_question_too(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.edit(job_title="Nurse"))
    first = other.edit(job_title="Midwife")
    other.push(first, other.edit(previous=first["n"], job_title="Sister"))
    assert the_conflict(desk)["laptop"] == "Sister"
    assert desk.centre.sql("SELECT rev FROM record WHERE kind = 'conflict'") == [(1,)]


def test_two_laptops_are_asked_apart(centre: Centre, desk: Laptop, other: Laptop) -> None:
    third = Laptop(centre, "rhian@example.org")
    clash(desk, other)
    third.push(third.edit(job_title="Matron"))
    assert {conflict["laptop"] for conflict in conflicts(desk)} == {"Midwife", "Matron"}


def test_the_centres_answer_is_kept_true_while_the_question_is_open(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    desk.push(desk.edit(read=2, job_title="Ward nurse"))
    conflict = the_conflict(desk)
    assert (*said(conflict), conflict["centre_rev"]) == ("", "Ward nurse", "Midwife", 3)


def test_a_question_nobody_touched_is_not_written_again(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    desk.push(desk.edit(read=2, notes="Rang on Monday"))
    assert desk.centre.sql("SELECT rev FROM record WHERE kind = 'conflict'") == [(1,)]


def test_the_history_tells_that_the_centre_asked(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    desk.push(desk.edit(read=2, job_title="Ward nurse"))
    lines = desk.centre.sql(
        "SELECT verb, author, device_id, op_n, before ->> 'centre', after ->> 'centre' FROM history "
        "WHERE kind = 'conflict' ORDER BY number"
    )
    assert lines == [
        ("create", "centre", None, None, None, "Nurse"), ("update", "centre", None, None, "Nurse", "Ward nurse"),
    ]  # fmt: skip


def test_what_was_written_by_hand_names_its_author(desk: Laptop, other: Laptop) -> None:
    desk.centre.sql("""UPDATE record SET data = data || '{"job_title": "Nurse"}' WHERE id = %s""", SIAN)
    other.push(other.edit(job_title="Midwife"))
    conflict = the_conflict(desk)
    assert (conflict["centre_by"], conflict["centre_by_name"]) == ("postgres", "")


# --- the answer --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("choice", "value"), [("mine", "Midwife"), ("theirs", "Nurse"), ("other", "Sister")])
def test_a_person_settles_it_from_any_laptop(desk: Laptop, other: Laptop, choice: str, value: str) -> None:
    clash(desk, other)
    answers = desk.push(*decision(desk, the_conflict(desk), choice, value))
    assert [answer["status"] for answer in answers] == ["applied", "applied"]
    conflict = the_conflict(desk)
    assert (conflict["state"], conflict["choice"], conflict["value"]) == ("settled", choice, value)
    assert card(desk)["job_title"] == value


def test_who_decides_second_is_asked_about_the_first_decision(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    asked = the_conflict(desk)
    assert desk.statuses(*decision(desk, asked, "mine", "Midwife")) == ["applied", "applied"]
    assert other.statuses(*decision(other, asked, "other", "Sister")) == ["conflict changed_elsewhere", "merged"]
    first, second = sorted(conflicts(desk), key=lambda conflict: conflict["state"], reverse=True)
    assert (first["state"], first["choice"]) == ("settled", "mine")
    assert (second["state"], second["centre"], second["laptop"]) == ("open", "Midwife", "Sister")


def test_two_people_who_decide_the_same_agree(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    asked = the_conflict(desk)
    desk.push(*decision(desk, asked, "mine", "Midwife"))
    assert other.statuses(*decision(other, asked, "mine", "Midwife"))[0] == "applied"
    assert the_conflict(desk)["state"] == "settled"


def test_the_same_value_from_elsewhere_closes_the_question(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    desk.push(desk.edit(read=2, job_title="Midwife"))
    conflict = the_conflict(desk)
    assert (conflict["state"], conflict["choice"], conflict["value"]) == ("settled", "same_value", "Midwife")
    assert conflict["settled_by"] == desk.enrolled["user_id"]


def test_a_decision_closes_every_question_that_it_answers(centre: Centre, desk: Laptop, other: Laptop) -> None:
    third = Laptop(centre, "rhian@example.org")
    clash(desk, other)
    third.push(third.edit(job_title="Midwife"))
    fourth = Laptop(centre, "rhian@example.org")
    fourth.push(fourth.edit(job_title="Matron"))
    mine = next(one for one in conflicts(desk) if one["device_id"] == other.enrolled["device_id"])
    desk.push(*decision(desk, mine, "mine", "Midwife"))
    states = {one["device_id"]: (one["state"], one["choice"], one["centre"]) for one in conflicts(desk)}
    assert states[other.enrolled["device_id"]][:2] == ("settled", "mine")
    assert states[third.enrolled["device_id"]][:2] == ("settled", "same_value")
    assert states[fourth.enrolled["device_id"]] == ("open", None, "Midwife")


def test_a_laptop_that_takes_the_centres_value_over_is_asked_no_longer(desk: Laptop, other: Laptop) -> None:
    first = clash(desk, other)
    assert other.statuses(other.edit(previous=first["n"], job_title="Nurse")) == ["applied"]
    assert (the_conflict(desk)["state"], the_conflict(desk)["choice"]) == ("settled", "same_value")


def test_a_decision_taken_back_opens_the_question_anew(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    asked = the_conflict(desk)
    desk.push(*decision(desk, asked, "mine", "Midwife"))
    back = desk.edit(read=3, job_title="Nurse")
    fields = {"state": "open", "choice": None, "value": None, "settled_by": ""}
    reopen = desk.op("update", asked["id"], kind="conflict", fields=fields, read=dict.fromkeys(fields, 2))
    assert desk.statuses(back, reopen) == ["applied", "applied"]
    conflict = the_conflict(desk)
    assert (*said(conflict), conflict["state"], conflict["centre_rev"]) == ("", "Nurse", "Midwife", "open", 4)


# --- delete against edit -----------------------------------------------------------------------------------------


def test_an_edit_of_what_was_deleted_asks_about_the_whole_record(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.op("delete", read={"notes": 1}))
    (answer,) = other.push({**other.edit(notes="Came back"), "was": {"notes": ""}})
    assert (answer["status"], answer["code"], answer["fields"]) == ("conflict", "deleted_elsewhere", {})
    conflict = the_conflict(desk)
    assert answer["values"] == {"conflicts": {"": conflict["id"]}}
    before, centre, laptop = said(conflict)
    assert (conflict["field"], before["notes"], before["given_name"], centre) == ("", "", "Siân", None)
    assert laptop == {**before, "notes": "Came back"}
    assert (conflict["centre_rev"], conflict["centre_by_name"]) == (2, "Rhian Prys")


def test_several_edits_of_what_was_deleted_are_one_question(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.op("delete", read={"notes": 1}))
    first = other.edit(notes="Came back")
    other.push(first, other.edit(previous=first["n"], job_title="Nurse"))
    laptop = the_conflict(desk)["laptop"]
    assert (laptop["notes"], laptop["job_title"]) == ("Came back", "Nurse")


@pytest.mark.parametrize("read", [2, None], ids=["read at the deletion", "in answer to the question"])
def test_bringing_back_is_a_creation_by_whoever_knows(desk: Laptop, other: Laptop, read: int | None) -> None:
    desk.push(desk.op("delete", read={"notes": 1}))
    other.push(other.edit(notes="Came back"))
    asked = the_conflict(desk)
    fields = {name: value for name, value in asked["laptop"].items() if name != "id"}
    create = desk.op("create", fields=fields, read={} if read is None else dict.fromkeys(fields, read))
    assert desk.statuses(create, closing(desk, asked, "mine", asked["laptop"])) == ["applied", "applied"]
    assert card(desk) == asked["laptop"]
    assert the_conflict(desk)["choice"] == "mine"


def test_keeping_it_deleted_only_closes_the_question(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.op("delete", read={"notes": 1}))
    other.push(other.edit(notes="Came back"))
    delete = desk.op("delete", read={"notes": 2})
    answers = desk.statuses(delete, closing(desk, the_conflict(desk), "theirs", None))
    assert answers == ["applied", "applied"]
    assert desk.centre.records("mentor") == {}
    assert the_conflict(desk)["state"] == "settled"


def test_a_creation_that_knew_of_no_deletion_is_no_answer(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.op("delete", read={"notes": 1}))
    fields = {"reference": "LDN-M-00412", "given_name": "Siân", "family_name": "O’Connor"}
    assert other.statuses(other.op("create", fields=fields)) == ["conflict deleted_elsewhere"]


def test_deleting_what_was_changed_asks_about_the_whole_record(desk: Laptop, other: Laptop) -> None:
    other.push(other.edit(notes="Very keen"))
    was = {"given_name": "Siân", "notes": ""}
    (answer,) = desk.push({**desk.op("delete", read={"notes": 1}), "was": was})
    assert (answer["status"], answer["code"]) == ("conflict", "changed_elsewhere")
    conflict = the_conflict(desk)
    assert (conflict["field"], conflict["laptop"], conflict["before"]) == ("", None, was)
    assert conflict["centre"] == card(desk)
    assert conflict["centre_rev"] == 2


def test_deciding_to_delete_is_a_deletion_that_read_what_is_there(desk: Laptop, other: Laptop) -> None:
    other.push(other.edit(notes="Very keen"))
    desk.push(desk.op("delete", read={"notes": 1}))
    asked = the_conflict(desk)
    delete = other.op("delete", read={"notes": asked["centre_rev"]})
    assert other.statuses(delete, closing(other, asked, "mine", None)) == ["applied", "applied"]
    assert desk.centre.records("mentor") == {}
    assert the_conflict(desk)["choice"] == "mine"


def test_a_deletion_taken_back_closes_its_question_and_overwrites_nothing(desk: Laptop, other: Laptop) -> None:
    was = card(desk)
    other.push(other.edit(notes="Very keen"))
    delete = {**desk.op("delete", read={"notes": 1}), "was": was}
    again = desk.op("create", fields={**was, "job_title": "Nurse"}, previous=delete["n"])
    asked, taken_back = desk.push(delete, again)
    assert (asked["status"], taken_back["status"]) == ("conflict", "applied")
    assert taken_back["fields"] == {"notes": "Very keen"}, "the laptop is told what stays as it is here"
    assert (card(desk)["notes"], card(desk)["job_title"]) == ("Very keen", "Nurse")
    assert the_conflict(desk)["choice"] == "same_value"


def test_deleting_a_record_with_open_questions_makes_them_one_about_the_whole(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.edit(job_title="Nurse", organisation="Barts"))
    other.push(other.edit(job_title="Midwife", organisation="Guy’s"))
    assert desk.statuses(desk.op("delete", read={"notes": 2})) == ["applied"]
    (whole,) = [conflict for conflict in conflicts(desk) if conflict["state"] == "open"]
    assert (whole["field"], whole["centre"], whole["centre_rev"]) == ("", None, 3)
    assert (whole["laptop"]["job_title"], whole["laptop"]["organisation"]) == ("Midwife", "Guy’s")


def test_who_deletes_a_record_is_not_asked_about_it_any_more(desk: Laptop, other: Laptop) -> None:
    first = clash(desk, other)
    assert other.statuses(other.op("delete", read={"notes": 2}, previous=first["n"])) == ["applied"]
    assert (the_conflict(desk)["state"], the_conflict(desk)["choice"]) == ("settled", "same_value")


# --- what is written by hand ---------------------------------------------------------------------------------------

BY_HAND = "UPDATE record SET data = data || jsonb_build_object('job_title', %s::text) WHERE kind = 'mentor'"


def test_a_question_follows_what_is_written_by_hand(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    desk.centre.sql(BY_HAND, "Surgeon")
    conflict = the_conflict(desk)
    assert said(conflict) == ("", "Surgeon", "Midwife")
    assert (conflict["state"], conflict["centre_rev"], conflict["centre_by"]) == (
        "open",
        3,
        desk.centre.sql("SELECT current_user")[0][0],
    )
    # It can be settled over that, like any other.
    assert other.statuses(*decision(other, conflict, "mine", "Midwife")) == ["applied", "applied"]
    assert card(desk)["job_title"] == "Midwife"


def test_what_was_asked_for_and_then_written_by_hand_closes_the_question(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    desk.seqs = {LONDON: 0}
    desk.pull()
    desk.centre.sql(BY_HAND, "Midwife")
    conflict = the_conflict(desk)
    assert (conflict["state"], conflict["choice"], conflict["value"]) == ("settled", "same_value", "Midwife")
    assert {change["kind"] for change in desk.pull()["changes"]} == {"mentor", "conflict"}


def test_another_field_written_by_hand_asks_nothing_anew(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    before = the_conflict(desk)
    desk.centre.sql("UPDATE record SET data = data || '{\"notes\": \"x\"}' WHERE kind = 'mentor'")
    assert the_conflict(desk) == before
    assert desk.centre.sql("SELECT rev FROM record WHERE kind = 'conflict'") == [(1,)]


def test_a_record_deleted_by_hand_makes_its_questions_one_about_the_whole(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.edit(job_title="Nurse", organisation="NHS"))
    fields = {"job_title": "Midwife", "organisation": "Ysbyty Gwynedd"}
    edit = other.op("update", fields=fields, was=dict.fromkeys(fields, ""), read=dict.fromkeys(fields, 1))
    assert other.statuses(edit) == ["conflict changed_elsewhere"]
    assert len(conflicts(desk)) == 2
    desk.centre.sql("DELETE FROM record WHERE kind = 'mentor'")
    asked = [conflict for conflict in conflicts(desk) if conflict["state"] == "open"]
    assert [(one["field"], one["centre"]) for one in asked] == [("", None)]
    assert {name: asked[0]["laptop"][name] for name in fields} == fields
    # Bringing it back with what the laptop wrote is the answer.
    back = other.op("create", fields=asked[0]["laptop"], read={"": asked[0]["centre_rev"]}, group="decision")
    assert other.statuses(back) == ["applied"]
    assert [conflict["state"] for conflict in conflicts(desk)] == ["settled", "settled"]


def test_a_record_brought_back_by_hand_is_what_the_question_says(desk: Laptop, other: Laptop) -> None:
    desk.push(desk.op("delete", read={"notes": 1}))
    other.push({**other.edit(job_title="Midwife"), "was": {"job_title": ""}})
    desk.centre.put(LONDON, sian(organisation="NHS"))
    conflict = the_conflict(desk)
    assert (conflict["state"], conflict["field"], conflict["centre"]["organisation"]) == ("open", "", "NHS")


# --- who may ask and answer --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("delete", {}),
        ("update", {"laptop": "Something else"}),
        ("update", {"centre_rev": 7, "state": "settled"}),
        ("update", {"about_id": "m2"}),
        ("update", {"state": "settled", "choice": "mine", "settled_by": "somebody else"}),
        ("update", {"state": "settled", "choice": "mine"}),
    ],
)
def test_a_laptop_only_answers_and_in_its_own_name(
    desk: Laptop, other: Laptop, verb: str, fields: dict[str, Any]
) -> None:
    clash(desk, other)
    asked = the_conflict(desk)
    op = desk.op(verb, asked["id"], kind="conflict", fields=fields, read=dict.fromkeys([*fields, "state"], 1))
    assert desk.statuses(op) == ["rejected not_allowed"]
    assert the_conflict(desk) == asked


@pytest.mark.parametrize(
    ("choice", "status"),
    [("mine", "applied"), ("theirs", "applied"), ("other", "rejected missing_record")],
)
def test_an_answer_to_what_nobody_asks_here_is_moot_but_what_somebody_typed_stays_with_them(
    desk: Laptop, other: Laptop, choice: str, status: str
) -> None:
    """As after a restore: the question was of a lost life. What was decided is in the record’s own change."""
    clash(desk, other)
    never_asked = {**the_conflict(desk), "id": SIAN[:-1] + "f"}
    history = len(desk.centre.sql("SELECT 1 FROM history"))
    assert other.statuses(closing(other, never_asked, choice, "Surgeon")) == [status]
    assert [conflict["state"] for conflict in conflicts(desk)] == ["open"], "and nothing is written"
    assert len(desk.centre.sql("SELECT 1 FROM history")) == history


def test_a_laptop_asks_nothing(desk: Laptop, other: Laptop) -> None:
    clash(desk, other)
    fields = {**the_conflict(desk), "id": "c9"}
    assert desk.statuses(desk.op("create", "c9", kind="conflict", fields=fields)) == ["rejected not_allowed"]


def test_a_question_about_contact_details_stays_where_they_are(centre: Centre) -> None:
    centre.add_user("tomos@example.org", role="trainer")
    centre.add_user("rhian@example.org", role="staff")
    centre.put("region/LDN/staff", Contact(id="c1", person_id=SIAN, phone="1"))
    staff, second = Laptop(centre, "rhian@example.org"), Laptop(centre, "rhian@example.org")
    trainer = Laptop(centre, "tomos@example.org")
    place = {"kind": "contact", "partition": "region/LDN/staff", "read": {"phone": 1}}
    staff.push(staff.op("update", "c1", fields={"phone": "2"}, **place))
    second.push(second.op("update", "c1", fields={"phone": "3"}, **place))
    assert list(centre.records("conflict", "region/LDN/staff")) == [the_conflict(staff)["id"]]
    answer = closing(trainer, the_conflict(staff), "mine", "3")
    assert trainer.statuses({**answer, "partition": "region/LDN/staff"}) == ["rejected not_allowed"]


# --- rules -------------------------------------------------------------------------------------------------------

#: kind.field, base, first desk, second desk -> what stands, or None for a question
RULED: list[tuple[str, Any, Any, Any, Any]] = [
    ("mentor.stage", "enquiry", "suspended", "applied", "suspended"),
    ("mentor.stage", "enquiry", "applied", "suspended", "suspended"),
    ("mentor.stage", "enquiry", "applied", "checking", "checking"),
    ("mentor.stage", "enquiry", "declined", "withdrew", None),
    ("mentor.help_areas", ["A", "B"], ["A", "B", "C"], ["B", "D"], ["B", "C", "D"]),
    ("mentor.notes", "Keen.", "Keen.\nRang.", "Keen.\nWrote.", "Keen.\nRang.\nWrote."),
    ("mentor.joined_on", None, "2026-03-02", "2026-03-01", "2026-03-01"),
    ("mentor.photo_consent", "yes", "no", "not_asked", "no"),
    ("mentor.photo_consent", "not_asked", "no", "yes", "no"),
    ("mentor.clearance_state", "clear", "expired", "applied", "expired"),
    ("mentor.clearance_until", "2027-01-01", "2027-06-01", "2027-03-01", "2027-03-01"),
    ("mentor.clearance_until", "2027-01-01", None, "2027-03-01", None),
    ("mentor.job_title", "", "Nurse", "Midwife", None),
]


@pytest.mark.parametrize(("where", "base", "first", "second", "stands"), RULED)
def test_every_rule_end_to_end(
    desk: Laptop, other: Laptop, where: str, base: Any, first: Any, second: Any, stands: Any
) -> None:
    name = where.split(".")[1]
    start = desk.edit(**{name: base})
    desk.push(start)
    rev = 1 if card(desk)[name] == sian().__getattribute__(name) else 2
    was = {"was": {name: base}}
    assert desk.statuses({**desk.edit(read=rev, **{name: first}), **was}) == ["applied"]
    (answer,) = other.push({**other.edit(read=rev, **{name: second}), **was})
    if stands is None:
        assert (answer["status"], card(desk)[name], the_conflict(desk)["laptop"]) == ("conflict", first, second)
    else:
        assert (answer["status"], card(desk)[name], conflicts(desk)) == ("merged", stands, [])


def test_a_conflict_has_a_rule_for_every_field_that_a_person_sets() -> None:
    assert {name for kind, name in RULES if kind == Conflict.kind} == {
        "state", "choice", "value", "settled_by", "settled_by_name", "settled_at",
    }  # fmt: skip


def test_what_was_deleted_by_hand_twice_is_still_known_whole(desk: Laptop) -> None:
    desk.centre.sql("DELETE FROM record WHERE id = %s", SIAN)
    desk.centre.sql("""UPDATE record SET data = data || '{"notes": "late"}' WHERE id = %s""", SIAN)
    desk.push(desk.edit(notes="rings"))
    (asked,) = desk.centre.records("conflict").values()
    assert (asked["field"], asked["laptop"]["given_name"], asked["laptop"]["notes"]) == ("", "Siân", "rings")

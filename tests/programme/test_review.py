"""Needs review: two answers side by side, one decision, one transaction; and changes that the centre did not take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Conflict, Contact, attention
from onemm_desktop.programme import parked, review
from onemm_wire.errors import Code
from onemm_wire.protocol import OpResult
from tests import region
from tests.review_cases import Case

#: Margaret O’Connor's telephone number, in the office's part.
PHONE = "0193d000-0000-7000-8000-0000000c0002"
BEFORE, MINE, THEIRS = "07700 900002", "07700 900412", "07700 900377"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """The office's laptop, on which somebody has typed a number that clashes with Priya's."""
    made = Case(tmp_path, "staff")
    made.edit("contact", PHONE, phone=MINE)
    made.answer_conflict(1, phone=THEIRS)
    yield made
    made.close()


def test_the_card_says_what_was_written_by_whom_and_when(case: Case) -> None:
    [card] = case.review().questions
    assert (card.named.people, card.named.detail, card.field) == (("Margaret O’Connor",), "Retired — NHS", "phone")
    assert (card.laptop.value, card.centre.value, card.before) == (MINE, THEIRS, BEFORE)
    assert (card.laptop.you, card.laptop.here, card.centre.by) == (True, True, "Priya Shah")
    assert card.mine == "laptop"
    assert card.editable


def test_my_own_answer_stays_on_the_card_until_somebody_decides(case: Case) -> None:
    assert case.field("contact", PHONE, "phone") == MINE
    assert case.state(1) == "parked"


def test_what_was_typed_later_and_taken_is_not_hidden_by_the_older_change(case: Case) -> None:
    case.edit("contact", PHONE, phone="07700 900555")
    case.answer(2, OpResult(n=2, status="applied", rev=3))
    case.hear("contact", PHONE, rev=4, phone="07700 900555", postcode="CF10 1AA")
    assert case.field("contact", PHONE, "phone") == "07700 900555"


def test_a_decision_taken_back_elsewhere_shows_my_own_answer_again(case: Case) -> None:
    case.decided_elsewhere(state="settled", choice="theirs")
    assert (case.state(1), case.field("contact", PHONE, "phone"), case.shadows()) == ("done", THEIRS, 0)
    case.decided_elsewhere(state="open", choice=None)
    assert (case.state(1), case.field("contact", PHONE, "phone")) == ("parked", MINE)


@pytest.mark.parametrize(("choice", "value", "expected"), [
    ("mine", None, MINE), ("theirs", None, THEIRS), ("other", "07700 900999", "07700 900999"),
])  # fmt: skip
def test_a_decision_writes_the_field_as_read_where_the_conflict_stood(
    case: Case, choice: review.Choice, value: str | None, expected: str
) -> None:
    case.settle(choice, value)
    assert case.field("contact", PHONE, "phone") == expected
    decision, change = case.sent_since(1)
    assert (decision.kind, decision.fields["state"], decision.fields["choice"]) == ("conflict", "settled", choice)
    assert (decision.fields["value"], decision.fields["settled_by_name"]) == (expected, "Nia Parry")
    assert (change.kind, change.fields, change.was, change.read) == (
        "contact", {"phone": expected}, {"phone": THEIRS}, {"phone": 2},
    )  # fmt: skip
    assert change.previous is None
    assert decision.group == change.group


def test_a_decision_lets_the_parked_change_go(case: Case) -> None:
    case.settle("theirs")
    assert case.state(1) == "done"
    assert case.review().count == 0


def test_a_decision_is_made_once(case: Case) -> None:
    case.settle("mine")
    with pytest.raises(KnownError) as late:
        case.settle("theirs")
    assert late.value.problem is Problem.ALREADY_DECIDED


def test_what_a_field_cannot_hold_is_not_written(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        conflict = case.conflict("match", region.match_id(0), "meetings_held", before=5, centre=7, laptop=9)
        with pytest.raises(KnownError) as wrong:
            case.settle("other", "many", conflict=conflict)
        assert wrong.value.problem is Problem.WRONG_VALUE
        assert case.review().count == 1
        case.settle("other", 8, conflict=conflict)
        assert case.field("match", region.match_id(0), "meetings_held") == 8


def test_somebody_who_may_only_read_may_not_decide_and_is_not_asked(tmp_path: Path) -> None:
    with Case(tmp_path, "trainer") as case:
        conflict = case.conflict("contact", PHONE, "phone", before=BEFORE, centre=THEIRS, laptop=MINE, device="other")
        assert case.review().count == 0
        with pytest.raises(KnownError) as refused:
            case.settle("mine", conflict=conflict)
        assert refused.value.problem is Problem.NOT_ALLOWED


def test_who_wrote_neither_answer_decides_as_well(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        conflict = case.conflict(
            "contact", PHONE, "phone", before=BEFORE, centre=BEFORE, laptop=MINE, device="other", by="Tom Evans"
        )
        [card] = case.review().questions
        assert (card.mine, card.laptop.by, card.laptop.you) == ("", "Tom Evans", False)
        case.settle("mine", conflict=conflict)
        assert case.field("contact", PHONE, "phone") == MINE


def test_what_the_centre_says_today_is_not_overwritten_by_an_old_card(case: Case) -> None:
    """Somebody wrote there once more after the question was asked: the decision claims to have read no more than it."""
    case.hear("contact", PHONE, rev=5, phone="07700 900555")
    case.settle("mine")
    assert case.sent_since(1)[1].read == {"phone": 2}


def test_the_same_value_at_a_later_rev_counts_as_seen(case: Case) -> None:
    case.hear("contact", PHONE, rev=5, postcode="CF10 1AA")
    case.settle("mine")
    assert case.sent_since(1)[1].read == {"phone": 5}


# --- several at once -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rule", "expected"), [
    ("mine", ["mine", "theirs", "mine"]), ("theirs", ["theirs", "mine", "theirs"]),
    ("newest", ["theirs", "theirs", "mine"]),
])  # fmt: skip
def test_one_rule_settles_several(tmp_path: Path, rule: review.Rule, expected: list[str]) -> None:
    with Case(tmp_path, "staff") as case:
        noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
        values: dict[str, Any] = {"before": "a", "centre": "b", "laptop": "c"}
        ids = [
            case.conflict("mentor", region.mentor_id(0), "job_title", **values, at=noon,
                          centre_at=noon.replace(day=21)),
            case.conflict("mentor", region.mentor_id(1), "job_title", **values, by="Tom", device="other",
                          centre_by="me", at=noon, centre_at=noon.replace(day=21)),
            case.conflict("mentor", region.mentor_id(2), "job_title", **values, by="Tom", device="other", at=noon,
                          centre_at=noon.replace(day=19)),
        ]  # fmt: skip
        case.do(lambda session: review.settle_several(session, conflicts=ids, rule=rule)[0], label="conflicts_settled")
        assert [case.chosen(conflict) for conflict in ids] == expected
        assert case.undo() == "conflicts_settled"
        assert case.review().count == 3


def test_those_that_somebody_settled_meanwhile_are_passed_over(case: Case) -> None:
    case.settle("theirs")
    case.do(lambda session: review.settle_several(session, conflicts=[case.only], rule="mine")[0])
    assert case.chosen(case.only) == "theirs"


# --- undo ----------------------------------------------------------------------------------------------------------


def test_undo_asks_again_and_puts_back_what_stood_at_the_centre(case: Case) -> None:
    case.settle("mine", label="conflict_settled")
    case.all_sent()
    assert case.undo() == "conflict_settled"
    [card] = case.review().questions
    assert (card.laptop.value, card.centre.value) == (MINE, THEIRS)
    assert case.field("contact", PHONE, "phone") == THEIRS


def test_undo_leaves_somebody_else_s_decision_alone(case: Case) -> None:
    case.settle("mine", label="conflict_settled")
    case.all_sent()
    with case.database.sync_write() as session:
        session.query(Conflict).update({Conflict.choice: "theirs", Conflict.settled_by: "priya"})
        session.query(Contact).update({Contact.phone: THEIRS})
    with pytest.raises(KnownError):
        case.undo()
    assert case.review().count == 0


def test_undoing_a_change_that_is_in_question_keeps_what_the_centre_has(tmp_path: Path) -> None:
    """Its old value is nobody's wish any more: sent as news it would overwrite what somebody else wrote since."""
    with Case(tmp_path, "staff") as case:
        case.edit("contact", PHONE, label="details_changed", phone=MINE)
        case.answer_conflict(1, phone=THEIRS)
        assert case.undo() == "details_changed"
        assert case.field("contact", PHONE, "phone") == THEIRS
        assert case.review().count == 0
        assert [op.fields.get("phone") for op in case.sent_since(1) if op.kind == "contact"] == [THEIRS]


# --- removed here, changed there -----------------------------------------------------------------------------------


def test_bringing_back_what_the_centre_deleted(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        laptop = case.facts("contact", PHONE)
        case.drop("contact", PHONE)
        conflict = case.conflict("contact", PHONE, "", before=laptop, centre=None, laptop={**laptop, "phone": MINE})
        [card] = case.review().questions
        assert card.named.people == ("Margaret O’Connor",)
        case.settle("mine", conflict=conflict)
        assert case.field("contact", PHONE, "phone") == MINE
        made = case.sent_since(0)[-1]
        assert (made.verb, set(made.read.values())) == ("create", {2})


def test_keeping_it_deleted_sends_no_more_than_the_decision(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        laptop = case.facts("contact", PHONE)
        case.drop("contact", PHONE)
        case.settle("theirs", conflict=case.conflict("contact", PHONE, "", before=laptop, centre=None, laptop=laptop))
        assert [op.kind for op in case.sent_since(0)] == ["conflict"]
        assert case.field("contact", PHONE, "phone") is None


def test_deleting_what_the_centre_changed_and_taking_that_back(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        case.delete("contact", PHONE)
        there = {**case.was_of(1), "phone": THEIRS}
        case.answer_whole(1, there)
        case.settle("mine", label="conflict_settled")
        gone = case.sent_since(1)[-1]
        assert (gone.verb, gone.was["phone"], set(gone.read.values())) == ("delete", THEIRS, {2})
        case.all_sent()
        case.undo()
        assert case.field("contact", PHONE, "phone") == THEIRS
        assert case.review().count == 1


def test_keeping_what_was_deleted_here_shows_it_again(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        case.delete("contact", PHONE)
        case.answer_whole(1, {**case.was_of(1), "phone": THEIRS})
        assert case.field("contact", PHONE, "phone") is None
        case.settle("theirs", label="conflict_settled")
        assert case.field("contact", PHONE, "phone") == THEIRS
        said = case.sent_since(1)[-1]
        assert (said.verb, said.fields) == ("update", {})


def test_another_laptop_deletes_what_it_shows(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        there = case.facts("contact", PHONE)
        case.settle("mine", conflict=case.conflict(
            "contact", PHONE, "", before=there, centre=there, laptop=None, device="other", by="Tom Evans"
        ))  # fmt: skip
        assert case.field("contact", PHONE, "phone") is None
        assert case.sent_since(0)[-1].verb == "delete"


# --- changes that the centre did not take --------------------------------------------------------------------------


@pytest.fixture
def refused(tmp_path: Path) -> Iterator[Case]:
    """Two changes of one card; the centre could not read the first."""
    made = Case(tmp_path, "staff")
    made.edit("mentor", region.mentor_id(0), label="details_changed", job_title="Surveyor", notes="called")
    made.edit("mentor", region.mentor_id(0), label="details_changed", notes="called twice")
    made.answer(1, OpResult(n=1, status="rejected", code=Code.MALFORMED, values={"field": "job_title"}))
    yield made
    made.close()


def test_a_refused_change_says_what_and_why(refused: Case) -> None:
    [card] = refused.review().refusals
    assert (card.named.people, card.code, card.behind) == (("Siân Llewellyn-Pritchard",), Code.MALFORMED, 1)
    assert card.fields == (("job_title", "Surveyor"), ("notes", "called twice"))
    assert card.editable


def test_changed_and_sent_again_it_is_one_new_op_that_says_it_all(refused: Case) -> None:
    refused.do(lambda session: parked.resend(session, op=1, fields={"job_title": "Foreman"}), label="change_resent")
    assert [refused.state(n) for n in (1, 2)] == ["done", "done"]
    [again] = refused.sent_since(2)
    assert again.fields == {"job_title": "Foreman", "notes": "called twice"}
    assert again.previous is None
    assert refused.review().count == 0


def test_taking_a_second_attempt_back_asks_for_the_first_one_again(refused: Case) -> None:
    refused.do(lambda session: parked.resend(session, op=1, fields={"job_title": "Foreman"}), label="change_resent")
    refused.all_sent()
    assert refused.undo() == "change_resent"
    assert refused.sent_since(3)[0].fields == {"job_title": "Surveyor"}


def test_sent_again_as_it_is(refused: Case) -> None:
    refused.do(lambda session: parked.resend(session, op=1))
    assert refused.sent_since(2)[0].fields == {"job_title": "Surveyor", "notes": "called twice"}


def test_given_up_it_shows_the_centre_s_word_and_keeps_what_came_after(refused: Case) -> None:
    refused.do(lambda session: parked.discard(session, op=1), label="change_discarded")
    assert refused.field("mentor", region.mentor_id(0), "job_title") == ""
    assert refused.field("mentor", region.mentor_id(0), "notes") == "called twice"
    [sent] = refused.sent_since(2)
    assert (sent.fields, sent.previous) == ({"notes": "called twice"}, None)
    assert refused.review().count == 0


def test_giving_up_can_be_taken_back(refused: Case) -> None:
    refused.do(lambda session: parked.discard(session, op=1), label="change_discarded")
    refused.all_sent()
    assert refused.undo() == "change_discarded"
    assert refused.field("mentor", region.mentor_id(0), "job_title") == "Surveyor"
    assert refused.sent_since(4)[0].fields == {"job_title": "Surveyor"}


def test_undo_of_a_refused_change_gives_it_up(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        case.edit("mentor", region.mentor_id(0), label="details_changed", job_title="Surveyor")
        case.answer(1, OpResult(n=1, status="rejected", code=Code.NOT_ALLOWED))
        assert case.undo() == "details_changed"
        assert case.field("mentor", region.mentor_id(0), "job_title") == ""
        assert case.sent_since(1) == []
        assert case.shadows() == 0


def test_a_refused_creation_goes_and_comes_back(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        made = case.add_mentor("Rhys")
        case.edit("mentor", made, notes="new")
        case.answer(1, OpResult(n=1, status="rejected", code=Code.MALFORMED))
        case.do(lambda session: parked.discard(session, op=1), label="change_discarded")
        assert case.field("mentor", made, "notes") is None
        assert (case.sent_since(2), case.shadows()) == ([], 0)
        case.undo()
        assert case.field("mentor", made, "notes") == "new"
        [again] = case.sent_since(3)
        assert (again.verb, again.fields["family_name"]) == ("create", "Rhys")


def test_a_refused_creation_sent_again_is_whole(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        made = case.add_mentor("Rhys")
        case.edit("mentor", made, notes="new")
        case.answer(1, OpResult(n=1, status="rejected", code=Code.MALFORMED))
        case.do(lambda session: parked.resend(session, op=1, fields={"reference": "CDF-M-9"}))
        [again] = case.sent_since(2)
        assert (again.verb, again.fields["notes"], again.fields["reference"]) == ("create", "new", "CDF-M-9")


def test_a_refused_deletion_shows_the_record_again_or_asks_again(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        for _ in range(2):
            case.delete("mentor", region.mentor_id(3))
            last = case.last()
            case.answer(last, OpResult(n=last, status="rejected", code=Code.NOT_ALLOWED))
            if last == 1:
                case.do(lambda session: parked.discard(session, op=1))
                assert case.field("mentor", region.mentor_id(3), "family_name") == "Nguyễn"
                assert case.sent_since(1) == []
        case.do(lambda session: parked.resend(session, op=last))
        [again] = case.sent_since(last)
        assert (again.verb, again.was["family_name"]) == ("delete", "Nguyễn")


def test_what_was_erased_is_only_acknowledged(tmp_path: Path) -> None:
    with Case(tmp_path, "staff") as case:
        case.edit("mentor", region.mentor_id(0), job_title="Surveyor")
        case.answer(1, OpResult(n=1, status="gone"))
        [card] = case.review().refusals
        assert (card.status, card.fields, card.again) == ("gone", (), False)
        assert case.field("mentor", region.mentor_id(0), "job_title") is None
        case.do(lambda session: parked.discard(session, op=1))
        assert case.review().count == 0


def test_nobody_gives_up_what_was_decided(refused: Case) -> None:
    refused.do(lambda session: parked.resend(session, op=1))
    for act in (parked.resend, parked.discard):
        with pytest.raises(KnownError) as late:
            refused.do(partial(act, op=1))
        assert late.value.problem is Problem.ALREADY_DECIDED


# --- counting ------------------------------------------------------------------------------------------------------


def test_the_count_is_the_number_of_cards(case: Case) -> None:
    case.conflict("mentor", region.mentor_id(0), "job_title", before="", centre="a", laptop="b", device="other")
    case.edit("mentor", region.mentor_id(1), notes="x")
    case.answer(2, OpResult(n=2, status="rejected", code=Code.NOT_ALLOWED))
    case.edit("mentor", region.mentor_id(2), notes="x")
    arriving = {"conflicts": {"notes": "not here yet"}}
    case.answer(3, OpResult(n=3, status="conflict", code=Code.CHANGED_ELSEWHERE, values=arriving))
    with case.database.read() as session:
        assert attention.count(session) == case.review().count == 4

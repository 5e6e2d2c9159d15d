"""Own changes stay on top of the centre's news: visible = shadow + ops, whatever came in between."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onemm_desktop.models.rebase import Step, visible

fields = st.dictionaries(st.sampled_from(["stage", "notes", "organisation"]), st.text(max_size=3))
updates = st.builds(Step, verb=st.just("update"), fields=fields)
steps = st.lists(st.one_of(updates, st.builds(Step, verb=st.just("create"), fields=fields)))


def test_a_note_typed_offline_stays_on_a_card_that_the_office_changed() -> None:
    office = {"stage": "active", "notes": ""}
    assert visible(office, [Step("update", {"notes": "prefers mornings"})]) == {
        "stage": "active",
        "notes": "prefers mornings",
    }


def test_a_record_made_here_is_there_before_the_centre_has_seen_it() -> None:
    assert visible(None, [Step("create", {"name": "Siân"}), Step("update", {"name": "Siân Rhys"})]) == {
        "name": "Siân Rhys"
    }


def test_a_few_changed_fields_do_not_bring_a_removed_person_back() -> None:
    assert visible(None, [Step("update", {"notes": "called"})]) is None


def test_what_was_deleted_here_stays_deleted_whatever_the_centre_says_of_it() -> None:
    assert visible({"stage": "active"}, [Step("update", {"stage": "paused"}), Step("delete", {})]) is None


def test_a_creation_whose_answer_was_lost_keeps_what_the_centre_added() -> None:
    assert visible({"name": "Siân", "reference": "LDN-1"}, [Step("create", {"name": "Siân"})]) == {
        "name": "Siân",
        "reference": "LDN-1",
    }


@given(shadow=fields, ops=st.lists(updates))
def test_every_field_is_the_last_op_s_or_else_the_centre_s(shadow: dict[str, Any], ops: list[Step]) -> None:
    seen = visible(shadow, ops)
    assert seen is not None
    for name in {*shadow, *(field for op in ops for field in op.fields)}:
        written = [op.fields[name] for op in ops if name in op.fields]
        assert seen[name] == (written[-1] if written else shadow[name])


@given(shadow=st.none() | fields, ops=steps, more=steps)
def test_acknowledging_a_part_of_the_ops_changes_nothing_on_screen(
    shadow: dict[str, Any] | None, ops: list[Step], more: list[Step]
) -> None:
    assert visible(visible(shadow, ops), more) == visible(shadow, [*ops, *more])


@given(shadow=fields, ops=steps)
def test_looking_changes_nothing(shadow: dict[str, Any], ops: list[Step]) -> None:
    before = dict(shadow)
    visible(shadow, ops)
    assert shadow == before

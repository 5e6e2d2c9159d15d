"""Instruments: what ships, who may be asked, and scores against the published bands and tables."""

from __future__ import annotations

import msgspec
import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.instruments import (
    NOT_ASKED,
    PREFER_NOT_TO_SAY,
    Instrument,
    asked,
    changes,
    instruments,
    scored,
    why_not,
)

#: Sums and metric scores of SWEMWBS, typed here once more so that a slip in the file shows.
METRIC = (
    "7 7.00, 8 9.51, 9 11.25, 10 12.40, 11 13.33, 12 14.08, 13 14.75, 14 15.32, 15 15.84, 16 16.36, 17 16.88, "
    "18 17.43, 19 17.98, 20 18.59, 21 19.25, 22 19.98, 23 20.73, 24 21.54, 25 22.35, 26 23.21, 27 24.11, 28 25.03, "
    "29 26.02, 30 27.03, 31 28.13, 32 29.31, 33 30.70, 34 32.55, 35 35.00"
)
ANXIETY = ["very_low"] * 2 + ["low"] * 2 + ["medium"] * 2 + ["high"] * 5
WELLBEING = ["low"] * 5 + ["medium"] * 2 + ["high"] * 2 + ["very_high"] * 2


def called(code: str) -> Instrument:
    (found,) = (one for one in instruments().values() if one.code == code)
    return found


def all_answer(code: str, answer: str) -> dict[str, str]:
    return {one.code: answer for one in called(code).items}


@pytest.mark.parametrize("instrument", instruments().values(), ids=lambda one: one.code)
def test_every_file_is_whole(instrument: Instrument) -> None:
    codes = [one.code for one in instrument.items]
    assert len(codes) == len(set(codes))
    assert {item for score in instrument.scores for item in score.items} <= set(codes)
    assert bool(instrument.scores) is not instrument.demographic
    for score in instrument.scores:
        begins = [one.lowest for one in score.bands]
        assert begins == sorted(set(begins))
    for n, item in enumerate(instrument.items):
        if item.only_after is not None:
            leads = {one.code: one for one in instrument.items[:n]}[item.only_after.item]
            assert item.only_after.answer in {one.code for one in instrument.options(leads)}
        offered = [one.code for one in instrument.options(item)]
        assert len(offered) == len(set(offered)) > 1
        assert not {PREFER_NOT_TO_SAY, NOT_ASKED} & set(offered)
        assert not item.wording_cy, "no official Welsh wording was read: none may be made up"


def test_what_ships() -> None:
    shipped = {one.code: (len(one.items), one.minimum_age, one.on, one.needs_licence) for one in instruments().values()}
    assert shipped == {
        "ons4": (4, 16, True, False),
        "loneliness": (4, 16, True, False),
        "gse": (10, 12, True, False),
        "rosenberg": (10, 0, False, False),
        "swemwbs": (7, 13, True, True),
        "ethnicity": (1, 0, True, False),
        "background": (4, 0, True, False),
        "disability": (2, 0, True, False),
    }


@pytest.mark.parametrize("points", range(11))
@pytest.mark.parametrize("item", ["satisfied", "worthwhile", "happy", "anxious"])
def test_ons4_has_its_published_bands_and_no_composite(item: str, points: int) -> None:
    by_code = {one.code: one for one in scored(called("ons4"), {item: str(points)})}
    assert len(by_code) == 4
    assert by_code[item].value == points
    assert by_code[item].band == (ANXIETY if item == "anxious" else WELLBEING)[points]
    assert all(one.value is None and one.band is None for code, one in by_code.items() if code != item)


@pytest.mark.parametrize(("total", "metric"), [one.split() for one in METRIC.split(", ")])
def test_swemwbs_turns_every_sum_into_its_metric_score(total: str, metric: str) -> None:
    more, of_items = divmod(int(total) - 7, 7)
    answers = {one.code: str(1 + more + (n < of_items)) for n, one in enumerate(called("swemwbs").items)}
    (score,) = scored(called("swemwbs"), answers)
    assert (score.total, score.value) == (int(total), float(metric))


@pytest.mark.parametrize(
    ("code", "answers", "total"),
    [
        ("gse", all_answer("gse", "1"), 10),
        ("gse", all_answer("gse", "4"), 40),
        ("loneliness", {**all_answer("loneliness", "hardly_ever")}, 3),
        ("loneliness", {**all_answer("loneliness", "often"), "lonely": "never"}, 9),
        ("rosenberg", all_answer("rosenberg", "strongly_agree"), 15),
    ],
)
def test_sums(code: str, answers: dict[str, str], total: int) -> None:
    assert [one.total for one in scored(called(code), answers)] == [total]


def test_rosenberg_counts_five_items_the_other_way_round() -> None:
    scale = called("rosenberg")
    assert [n for n, one in enumerate(scale.items, 1) if one.reversed] == [2, 5, 6, 8, 9]
    best = {one.code: "strongly_disagree" if one.reversed else "strongly_agree" for one in scale.items}
    worst = {one.code: "strongly_agree" if one.reversed else "strongly_disagree" for one in scale.items}
    assert [scored(scale, one)[0].total for one in (best, worst)] == [30, 0]


@pytest.mark.parametrize("code", ["gse", "rosenberg", "swemwbs", "loneliness"])
@pytest.mark.parametrize("missing", [PREFER_NOT_TO_SAY, NOT_ASKED, None])
def test_nothing_is_filled_in_for_an_item_that_was_not_answered(code: str, missing: str | None) -> None:
    instrument = called(code)
    answers = {one.code: instrument.options(one)[0].code for one in instrument.items}
    assert scored(instrument, answers)[0].value is not None
    first = instrument.scores[0].items[0]
    if missing is None:
        del answers[first]
    else:
        answers[first] = missing
    assert scored(instrument, answers)[0].value is None


@pytest.mark.parametrize("answers", [{"satisfied": "11"}, {"satisfied": ""}, {"satisfied": "²"}, {"other": "1"}])
def test_an_answer_that_is_not_offered_is_refused(answers: dict[str, str]) -> None:
    with pytest.raises(KnownError) as refused:
        scored(called("ons4"), answers)
    assert refused.value.problem is Problem.WRONG_VALUE
    assert refused.value.values == {"question": next(iter(answers))}


def test_a_change_is_of_two_sheets_that_both_have_the_score() -> None:
    ons4 = called("ons4")
    before = scored(ons4, {"satisfied": "4", "anxious": "7", "happy": PREFER_NOT_TO_SAY})
    after = scored(ons4, {"satisfied": "7", "anxious": "3", "happy": "8", "worthwhile": "9"})
    assert changes(before, after) == {"satisfied": 3.0, "anxious": -4.0}


def test_two_versions_are_never_compared() -> None:
    ons4 = called("ons4")
    newer = msgspec.structs.replace(ons4, version="2030")
    sheet = {"satisfied": "4"}
    assert changes(scored(ons4, sheet), scored(ons4, sheet)) == {"satisfied": 0.0}
    assert changes(scored(ons4, sheet), scored(newer, sheet)) == {}


@pytest.mark.parametrize("answer", ["yes", "no", PREFER_NOT_TO_SAY, NOT_ASKED, None])
def test_what_a_condition_restricts_is_asked_of_those_alone_who_have_one(answer: str | None) -> None:
    answers = {} if answer is None else {"condition": answer}
    items = [one.code for one in asked(called("disability"), answers)]
    assert items == (["condition", "reduces"] if answer == "yes" else ["condition"])


@pytest.mark.parametrize(
    ("code", "age", "turned_on", "licence", "expected"),
    [
        ("swemwbs", 15, None, "", "licence"),
        ("swemwbs", 15, None, "  ", "licence"),
        ("swemwbs", 15, None, "reference", None),
        ("swemwbs", 12, None, "reference", "too_young"),
        ("ons4", 15, None, "", "too_young"),
        ("ons4", 16, None, "", None),
        ("ons4", None, None, "", "age_unknown"),
        ("ons4", 16, False, "", "off"),
        ("rosenberg", 17, None, "", "off"),
        ("rosenberg", 17, True, "", None),
        ("gse", 11, None, "", "too_young"),
        ("gse", 12, None, "", None),
        ("ethnicity", None, None, "", None),
    ],
)
def test_who_may_be_asked(
    code: str, age: int | None, turned_on: bool | None, licence: str, expected: str | None
) -> None:
    assert why_not(called(code), age=age, turned_on=turned_on, licence=licence) == expected


def test_a_field_that_nobody_knows_is_a_mistake_in_the_file() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(
            {"code": "a", "label": "A", "points_": 1}, type(called("gse").options(called("gse").items[0])[0])
        )

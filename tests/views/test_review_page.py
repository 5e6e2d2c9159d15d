"""Needs review by keyboard: two answers side by side, one decision, and back again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onemm_desktop.views import drafts, theme
from onemm_desktop.views.review.question_card import QuestionCard
from onemm_desktop.views.review.refusal_card import RefusalCard
from onemm_desktop.views.widgets import LinkButton
from onemm_wire.errors import Code
from onemm_wire.protocol import OpResult
from tests import region
from tests.review_cases import Case
from tests.robots.review import ReviewRobot
from tests.test_accessibility import nameless, settings_page

PHONES = [f"0193d000-0000-7000-8000-0000000c{number:04d}" for number in range(6)]
MARGARET, SIAN, LUKASZ = PHONES[2], PHONES[0], PHONES[1]
Open = Callable[[Case], ReviewRobot]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Margaret’s number has two answers."""
    with Case(tmp_path) as made:
        made.edit("contact", MARGARET, phone="07700 900412")
        made.answer_conflict(made.last(), phone="07700 900377")
        yield made


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens the page over a laptop."""
    robots: list[ReviewRobot] = []

    def open_page(case: Case) -> ReviewRobot:
        robots.append(ReviewRobot(case, settings_page()))
        return robots[-1].open()

    yield open_page
    for robot in robots:
        robot.close()


def three(case: Case) -> Case:
    """Siân’s and Łukasz’s numbers, too."""
    for phone in (SIAN, LUKASZ):
        case.clock.forward(minutes=1)
        case.edit("contact", phone, phone="07700 900500")
        case.answer_conflict(case.last(), phone="07700 900600")
    return case


def test_the_card_is_the_picture_s(case: Case, opened: Open) -> None:
    robot = opened(case)
    assert robot.titles() == ["Margaret O’Connor · telephone number"]
    assert robot.columns() == [
        ("07700 900412", "You, today 09:30, on this laptop"),
        ("07700 900377", "Priya Shah, yesterday 16:05"),
        ("07700 900002", ""),
    ]
    for words in ("Same field, two answers",):
        assert robot.page.cards[0].pill.text == words
    assert robot.buttons() == ["Keep mine", "Keep theirs", "Write another…"]
    assert "nothing was overwritten" in robot.says()
    assert not nameless(robot.page)


@pytest.mark.parametrize(("key", "kept"), [("M", "07700 900412"), ("T", "07700 900377")])
def test_one_letter_decides_and_the_page_says_that_nothing_is_left(
    case: Case, opened: Open, key: str, kept: str
) -> None:
    robot = opened(case).press(key)
    assert robot.titles() == []
    assert "Nothing needs you" in robot.says()
    assert case.field("contact", MARGARET, "phone") == kept


def test_an_answer_that_was_half_written_is_on_its_card_again_after_a_lock_or_in_another_language(
    case: Case, opened: Open
) -> None:
    robot = opened(three(case)).press("W Ctrl+A").type("07700")
    titled = next(card.title for card in robot.page.cards if card.typing)
    kept = drafts.take(robot.window)
    again = ReviewRobot(case, settings_page())
    drafts.Drafts(again.window, again.background, kept)
    again.open()
    assert [(card.title, card.typing) for card in again.page.cards if card.writing] == [(titled, "07700")]
    again.close()


def test_another_answer_is_written_on_the_card(case: Case, opened: Open) -> None:
    robot = opened(case).press("W Ctrl+A").type("07700 900999").press("Return")
    assert robot.titles() == []
    assert case.field("contact", MARGARET, "phone") == "07700 900999"


def test_escape_leaves_the_writing_and_letters_are_letters_while_writing(case: Case, opened: Open) -> None:
    robot = opened(case).press("W").type("mt")
    card = robot.page.cards[0]
    assert isinstance(card, QuestionCard)
    assert card.typing == "mt"
    robot.press("Esc")
    assert (card.typing, robot.at()) == ("", card.title)
    assert robot.titles() == [card.title]


def test_a_value_that_does_not_fit_stays_with_a_sentence(tmp_path: Path, opened: Open) -> None:
    with Case(tmp_path) as case:
        case.conflict("match", region.match_id(0), "planned_end_on", before=None, centre="2027-01-01",
                      laptop="2027-02-01")  # fmt: skip
        robot = opened(case).press("W Ctrl+A").type("soon").press("Return")
        card = robot.page.cards[0]
        assert isinstance(card, QuestionCard)
        assert card.editor is not None
        assert (card.editor.wrong, card.typing) == ("A day such as 21/11/2026", "soon")
        robot.press("Ctrl+A").type("3/3/2027").press("Return")
        assert case.field("match", region.match_id(0), "planned_end_on") == "2027-03-03"


def test_the_arrows_go_from_card_to_card_and_a_decision_goes_on_to_the_next(case: Case, opened: Open) -> None:
    robot = opened(three(case))
    newest, middle, oldest = robot.titles()
    assert robot.at() == newest
    assert robot.press("Down").at() == middle
    assert robot.press("Down Down").at() == oldest
    assert robot.press("Up T").at() == oldest
    assert robot.titles() == [newest, oldest]


def test_every_button_is_reached_by_tab_in_reading_order(case: Case, opened: Open) -> None:
    robot = opened(three(case))
    seen = []
    for _ in range(8):
        robot.press("Tab")
        seen.append(robot.hands.at.accessibleName())
    assert seen[:4] == ["Keep mine", "Keep theirs", "Write another…", f"{robot.titles()[1]}. Same field, two answers"]


def test_several_are_settled_by_one_rule_and_taken_back_in_one_step(case: Case, opened: Open) -> None:
    robot = opened(three(case)).push("Settle several…")
    robot.hands.tab_to(robot.page.cards[0].tick)
    robot.press("Space")
    assert "2 question" in robot.says()
    robot.hands.tab_to(robot.page.several.cancel)
    robot.press("Shift+Tab Shift+Tab Space")
    assert len(robot.titles()) == 1
    assert case.field("contact", MARGARET, "phone") == "07700 900377"
    robot.press("Ctrl+Z")
    assert len(robot.titles()) == 3
    assert robot.window.toast.text().startswith("Taken back: your decisions on 2 question")


def test_ctrl_z_brings_the_card_back_and_says_so(case: Case, opened: Open) -> None:
    robot = opened(case).press("M Ctrl+Z")
    assert robot.titles() == ["Margaret O’Connor · telephone number"]
    assert robot.window.toast.text() == "Taken back: your decision on Margaret O’Connor · telephone number."


def test_what_is_half_typed_stays_while_news_come_in_and_is_shown_when_somebody_was_faster(
    case: Case, opened: Open
) -> None:
    robot = opened(three(case))
    robot.press("Down Down W Ctrl+A").type("07700 900999")
    case.hear("contact", SIAN, rev=4, postcode="CF10 1AA")
    robot.page.changed(case.change)
    robot.wait()
    assert robot.page.cards[2].typing == "07700 900999"
    case.settle("theirs", conflict=case.conflicts[0])
    robot.page.changed(case.change)
    robot.wait()
    assert len(robot.titles()) == 2
    assert "07700 900999" in robot.says()


def test_who_wrote_the_centre_s_answer_keeps_mine_with_m(tmp_path: Path, opened: Open) -> None:
    with Case(tmp_path) as case:
        case.conflict("contact", MARGARET, "phone", before="1", centre="2", laptop="3", device="other",
                      by="Tom Evans", centre_by="me")  # fmt: skip
        robot = opened(case)
        assert robot.buttons() == ["Keep theirs", "Keep mine", "Write another…"]
        assert "TOM EVANS WROTE" in robot.says()
        robot.press("M")
        assert case.field("contact", MARGARET, "phone") == "2"


def test_removed_and_changed_has_two_answers(tmp_path: Path, opened: Open) -> None:
    with Case(tmp_path) as case:
        there = case.facts("contact", MARGARET)
        case.conflict("contact", MARGARET, "", before=there, centre={**there, "phone": "07700 900555"}, laptop=None,
                      device="other", by="Tom Evans")  # fmt: skip
        robot = opened(case)
        assert [value for value, _ in robot.columns()] == ["Removed", "Telephone number: 07700 900555"]
        assert robot.buttons() == ["Keep this one", "Keep this one"]
        robot.press("W")
        assert len(robot.titles()) == 1


# --- changes that were not accepted --------------------------------------------------------------------------------


@pytest.fixture
def refused(tmp_path: Path) -> Iterator[Case]:
    """A job title that the centre could not read."""
    with Case(tmp_path) as made:
        made.edit("mentor", region.mentor_id(0), job_title="Surveyor", help_areas=["CV"])
        made.answer(1, OpResult(n=1, status="rejected", code=Code.MALFORMED, values={"field": "job_title"}))
        yield made


def test_a_refused_change_says_why_in_words(refused: Case, opened: Open) -> None:
    robot = opened(refused)
    (proposed, you), (reason, _) = robot.columns()
    assert proposed == "Job title: Surveyor\nHelp with: CV"
    assert you.startswith("You, today 09:30")
    assert "could not read" in reason
    assert "job title" in reason


def test_changed_and_sent_again(refused: Case, opened: Open) -> None:
    robot = opened(refused).push("Change and send again").press("Ctrl+A").type("Foreman").press("Return")
    assert robot.titles() == []
    assert refused.sent_since(1)[0].fields == {"job_title": "Foreman", "help_areas": ["CV"]}
    robot.press("Ctrl+Z")
    assert robot.window.toast.text() == "Taken back: your second attempt at Siân Llewellyn-Pritchard."


def test_discarding_asks_once_and_can_be_taken_back(refused: Case, opened: Open) -> None:
    robot = opened(refused).push("Discard my change")
    assert robot.titles()
    robot.push("Keep it")
    robot.push("Discard my change").press("Space")
    assert robot.titles() == []
    assert refused.field("mentor", region.mentor_id(0), "job_title") == ""
    robot.press("Ctrl+Z")
    assert refused.field("mentor", region.mentor_id(0), "job_title") == "Surveyor"


def test_a_change_handed_to_the_office_is_only_to_be_noted(tmp_path: Path, opened: Open) -> None:
    with Case(tmp_path) as case:
        case.edit("mentor", region.mentor_id(0), job_title="Surveyor")
        case.answer(1, OpResult(n=1, status="rejected", code=Code.OUT_OF_SCOPE, values={"inbox": "i1"}))
        robot = opened(case)
        assert "Take note" in robot.buttons()
        assert "Handed to the office" in robot.says()
        dismissed = {"inbox": "i1", "dismissed": "She left in May"}
        case.answer(1, OpResult(n=1, status="rejected", code=Code.OUT_OF_SCOPE, values=dismissed))
        robot.page.changed(case.change)
        robot.wait()
        assert "The office says: She left in May" in robot.says()
        robot.push("Take note")
        assert robot.titles() == []


def test_what_cannot_be_mended_is_only_discarded(tmp_path: Path, opened: Open) -> None:
    with Case(tmp_path) as case:
        case.edit("mentor", region.mentor_id(0), job_title="Surveyor")
        case.answer(1, OpResult(n=1, status="rejected", code=Code.OUT_OF_SCOPE))
        case.edit("mentor", region.mentor_id(1), job_title="Surveyor")
        case.answer(2, OpResult(n=2, status="gone"))
        robot = opened(case)
        assert robot.buttons() == ["Take note", "Discard my change"]
        robot.push("Take note")
        assert robot.titles() == ["Siân Llewellyn-Pritchard"]


# --- the window around it ------------------------------------------------------------------------------------------


def test_the_rail_counts_and_pill_and_today_lead_here(case: Case, opened: Open) -> None:
    robot = opened(three(case))
    assert robot.window.rail.entry("review").accessibleName() == "Needs review, 3"
    assert robot.window.rail.pill.words == "Needs attention 3"
    robot.window.go("settings")
    robot.window.rail.pill.click()
    assert robot.window.current == "review"
    robot.window.go("today")
    robot.wait()
    link = next(
        one for one in robot.pages.today.findChildren(LinkButton) if one.text() == "Look at what needs review"
    )  # fmt: skip
    link.click()
    assert robot.window.current == "review"


def test_of_very_many_some_are_shown_and_more_on_demand(tmp_path: Path, opened: Open) -> None:
    with Case(tmp_path) as case:
        for number in range(35):
            case.conflict("mentor", region.mentor_id(number % 6), "notes", before="", centre="a", laptop=f"b{number}",
                          device="other", by="Tom Evans")  # fmt: skip
        robot = opened(case)
        assert len(robot.titles()) == 30
        assert "Show 5 more" in robot.buttons()
        robot.page.more.click()
        robot.wait()
        assert len(robot.titles()) == 35


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_names_and_values_never_widen_the_window(tmp_path: Path, opened: Open, scale: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", scale)
    with Case(tmp_path) as case:
        case.hear("mentor", region.mentor_id(0), rev=3, given_name="W" * 60, family_name="Featherstonehaugh-" * 3)
        case.conflict("mentor", region.mentor_id(0), "organisation", before="", centre="X" * 300, laptop="A " * 400,
                      device="other", by="B" * 60)  # fmt: skip
        robot = opened(case)
        robot.window.resize(1024, 640)
        robot.wait()
        room = robot.window.width() - robot.window.rail.width()
        assert robot.page.minimumSizeHint().width() <= room
        assert isinstance(robot.page.cards[0], QuestionCard)
    theme.apply(app, "light", 1.0)


def test_cards_that_say_the_same_stay_the_same_widgets(refused: Case, opened: Open) -> None:
    robot = opened(refused)
    [card] = robot.page.cards
    robot.page.changed(refused.change)
    robot.wait()
    assert robot.page.cards == [card]
    assert isinstance(card, RefusalCard)

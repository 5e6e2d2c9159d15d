"""Mentors, Young people and Matches by keyboard, over a real encrypted database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from benchmarks.laptop import fill
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Mentor, Op
from onemm_desktop.models.database import Database
from onemm_desktop.programme.matching import MatchRow
from onemm_desktop.programme.search import Directory, Entry
from onemm_desktop.views.lists.model import ListColumn, ListModel
from onemm_desktop.views.widgets import Column, Table
from onemm_wire.partitions import Role
from tests import region
from tests.robots.people import PeopleRobot
from tests.test_accessibility import nameless

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Laptops:
    """Opens laptops of different people on the same small region, and puts them away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.databases: list[Database] = []
        self.robots: list[PeopleRobot] = []

    def of(self, role: Role, *, empty: bool = False) -> PeopleRobot:
        """The laptop of somebody with this role."""
        database, desk = region.laptop_of(self.folder, role, () if empty else region.everything())
        robot = PeopleRobot(database, desk)
        self.databases.append(database)
        self.robots.append(robot)
        return robot

    def close(self) -> None:
        """Put all away."""
        for robot in self.robots:
            robot.close()
        for database in self.databases:
            database.close()


@pytest.fixture
def laptops(qtbot: QtBot, tmp_path: Path) -> Iterator[Laptops]:
    made = Laptops(tmp_path)
    yield made
    made.close()


@pytest.fixture
def office(laptops: Laptops) -> PeopleRobot:
    """The mentors' page of somebody in the office."""
    return laptops.of("staff").open("mentors")


BY_NAME = ["David ap Rhys", "Fatima Zahra El-Amrani", "Siân Llewellyn-Pritchard", "Thị Hương Nguyễn", "Łukasz Nowak",
           "Margaret O’Connor"]  # fmt: skip


def test_the_list_opens_in_the_order_of_family_names_with_the_search_waiting(office: PeopleRobot) -> None:
    assert office.names() == BY_NAME
    assert office.page.title == "Mentors"
    assert office.has_focus(office.page.controls.field)
    siân = office.names().index("Siân Llewellyn-Pritchard")
    assert [office.cell(siân, column) for column in range(1, 5)] == [
        "Cardiff & Vale College", "Enhanced · clear", "3 of 3", "Active",
    ]  # fmt: skip


def test_typing_finds_and_escape_shows_everybody_again(office: PeopleRobot) -> None:
    office.type("huong ng")
    assert office.names() == ["Thị Hương Nguyễn"]
    assert office.page.controls.found_words == "1 found"
    office.press("Esc")
    assert office.names() == BY_NAME
    assert office.page.controls.found_words == ""


def test_a_misspelt_name_is_found_and_said_to_be_near(office: PeopleRobot) -> None:
    office.type("margarte")
    assert office.names() == ["Margaret O’Connor"]
    assert "nearly" in office.page.controls.found_words


def test_nobody_found_says_what_to_do(office: PeopleRobot) -> None:
    office.type("xqz")
    assert office.names() == []
    assert "Nobody found" in office.says()
    office.press("Esc")
    assert office.says() == ""


def test_enter_opens_the_first_card_and_the_arrows_move_on(office: PeopleRobot, qtbot: QtBot) -> None:
    office.type("o").press("Return")
    assert office.card() == office.chosen() == office.names()[0]
    with qtbot.waitSignal(office.page.card_shown):
        office.press("Down")
    assert office.card() == office.chosen() == office.names()[1]
    assert office.has_focus(office.page.controls.field)
    office.press("Esc")
    assert office.names() == BY_NAME
    office.press("Esc")
    assert office.card() == ""


def test_the_card_tells_everything_the_office_may_know(office: PeopleRobot) -> None:
    office.type("sian").press("Return")
    told = office.card_says()
    for words in (
        "Enhanced · clear", "Active", "07700 900000", "mentor0@example.org", "Enhanced · clear to proceed",
        "issued 25 Aug 2025 · no. 001234567890", "Face to face", "Passed", "Kai Begum", "Mentor training",
        "10 Oct 2026", "Late", "CV development",
    ):  # fmt: skip
        assert words in told, words


def test_a_trainer_reads_contact_details_but_changes_only_the_card(laptops: Laptops) -> None:
    trainer = laptops.of("trainer").open("mentors")
    trainer.type("sian").press("Return")
    editors = trainer.page.panel.editors
    assert editors["phone"].text == "07700 900000"
    assert editors["phone"].box.isReadOnly()
    assert not editors["notes"].box.isReadOnly()
    assert "Your role may read contact details but not change them." in trainer.card_says()


def test_a_coordinator_sees_no_contact_details_and_changes_no_card(laptops: Laptops) -> None:
    coordinator = laptops.of("coordinator").open("mentors")
    coordinator.type("sian").press("Return")
    told = coordinator.card_says()
    assert "07700 900000" not in told
    assert "Contact details are kept at the office." in told
    assert coordinator.page.panel.editors["notes"].box.isReadOnly()
    assert "Your role may read this card but not change it." in told


def test_a_detail_is_saved_when_its_field_is_left_and_can_be_taken_back(office: PeopleRobot) -> None:
    office.type("nowak").press("Return").put_right("organisation", "Ernst & Young")
    row = office.names().index("Łukasz Nowak")
    assert office.cell(row, 1) == "Ernst & Young"
    office.undo()
    assert office.cell(row, 1) == "KPMG"
    assert office.page.panel.editors["organisation"].text == "KPMG"


def test_leaving_a_field_untouched_writes_nothing(laptops: Laptops) -> None:
    office = laptops.of("staff").open("mentors")
    office.type("nowak").press("Return")
    for editor in office.page.panel.editors.values():
        editor.setFocus()
        office.wait()
    office.press("Ctrl+F")
    with laptops.databases[0].read() as session:
        assert session.query(Op).count() == 0


def test_a_new_name_is_found_at_once(office: PeopleRobot) -> None:
    office.type("nowak").press("Return").put_right("preferred_name", "Lucky")
    office.search("lucky")
    assert office.names() == ["Łukasz Nowak"]


def test_half_typed_words_survive_somebody_elses_change(office: PeopleRobot) -> None:
    office.type("nowak").press("Return")
    notes = office.page.panel.editors["notes"]
    notes.setFocus()
    office.type("Asked for evenings")
    office.background.changed.emit(Change(touched=frozenset({("mentor", region.mentor_id(1))})), None)
    office.wait()
    assert notes.text == "Asked for evenings"
    assert office.has_focus(notes.box)


@pytest.mark.parametrize("leave", ["another page", "the program"])
def test_half_typed_words_are_saved_when_their_page_is_left(laptops: Laptops, leave: str) -> None:
    office = laptops.of("staff").open("mentors")
    office.type("nowak").press("Return")
    office.page.panel.editors["notes"].setFocus()
    office.type("Asked for evenings")
    if leave == "another page":
        office.open("matches")
    else:
        office.close()
    with laptops.databases[0].read() as session:
        assert session.query(Mentor.notes).filter_by(id=region.mentor_id(1)).scalar() == "Asked for evenings"


def test_what_could_not_be_saved_stays_and_is_tried_again(office: PeopleRobot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object, **__: object) -> Change:
        raise KnownError(Problem.DISK_FULL)

    office.type("nowak").press("Return")
    with monkeypatch.context() as broken:
        broken.setattr("onemm_desktop.programme.amend.amend", full_disk)
        office.put_right("notes", "Prefers Tuesdays")
    assert "disk is full" in office.says()
    assert office.page.panel.editors["notes"].text == "Prefers Tuesdays"
    office.page.panel.editors["notes"].setFocus()
    office.press("Tab")
    office.search("").search("nowak").press("Return")
    assert "Prefers Tuesdays" in office.card_says()


def test_a_click_on_a_head_sorts_and_another_turns_it_round(office: PeopleRobot) -> None:
    office.sort_by("Organisation")
    assert [office.cell(row, 1) for row in range(3)] == [
        "Cardiff & Vale College", "KPMG", "Lloyds Banking Group",
    ]  # fmt: skip
    assert office.cell(5, 1) == ""
    office.sort_by("Organisation")
    assert office.cell(1, 1) == "Retired — NHS"


def test_the_keyboard_sorts_too(office: PeopleRobot) -> None:
    office.page.controls.sorted_by.emit("stage")
    office.wait()
    assert office.names()[0] == "David ap Rhys"
    assert office.names()[-1] == "Fatima Zahra El-Amrani"


def test_choosing_a_stage_or_clearance_narrows_the_list(office: PeopleRobot) -> None:
    office.narrow("stage", "active")
    assert office.names() == ["Siân Llewellyn-Pritchard", "Margaret O’Connor"]
    office.narrow("clearance", "expires")
    assert office.names() == ["Margaret O’Connor"]
    assert office.cell(0, 2).startswith("Expires in 12")


def test_names_of_a_match_lead_to_its_people(laptops: Laptops) -> None:
    office = laptops.of("staff").open("matches")
    office.type("kai").press("Return")
    followed: list[tuple[str, str]] = []
    office.matches.followed.connect(lambda kind, record: followed.append((kind, record)))
    office.follow("Siân Llewellyn-Pritchard")
    office.follow("Kai Begum")
    assert followed == [("mentor", region.mentor_id(0)), ("mentee", region.mentee_id(0))]


def test_a_card_can_be_opened_from_elsewhere(office: PeopleRobot, qtbot: QtBot) -> None:
    office.type("nowak")
    with qtbot.waitSignal(office.mentors.asked_for):
        office.mentors.open_record(region.mentor_id(2))
    office.wait()
    assert office.card() == "Margaret O’Connor"
    assert office.names() == ["Łukasz Nowak"]


def test_a_card_that_has_left_this_laptop_says_so(office: PeopleRobot) -> None:
    office.mentors.open_record("0193d000-0000-7000-8000-000000000bad")
    office.wait()
    assert "no longer here" in office.says()
    assert office.card() == ""


def test_ctrl_k_finds_people_by_name(office: PeopleRobot) -> None:
    found = office.mentors.find_records("margaret")
    assert [(place.title, place.subtitle) for place in found] == [("Margaret O’Connor", "Mentor · Retired — NHS")]
    found[0].open()
    office.wait()
    assert office.card() == "Margaret O’Connor"
    assert office.mentors.find_records(" ") == []


def test_young_people_are_shown_without_any_way_to_reach_them(laptops: Laptops) -> None:
    office = laptops.of("staff").open("young_people")
    assert office.names() == ["Kai Begum", "Ffion Ó Súilleabháin", "Zainab Okafor"]
    assert office.cell(0, 1) == "Cardiff & Vale College"
    assert office.cell(0, 2) == "Year 12 · Biology"
    office.type("osuilleabhain").press("Return")
    assert office.card() == "Ffion Ó Súilleabháin"
    told = office.card_says()
    assert "Margaret O’Connor" in told
    assert not any("2009" in words for words in told)
    office.narrow("partner", region.COLLEGE)
    assert office.names() == ["Ffion Ó Súilleabháin"]


def test_the_age_changes_on_the_birthday(laptops: Laptops) -> None:
    office = laptops.of("staff").open("young_people")
    for name, age in (("kai", "16"), ("ffion", "17")):  # born on 22 and 21 November 2009; it is 21 November 2026
        office.search(name).press("Return")
        assert age in office.card_says()


def test_silent_pairs_are_flagged_and_can_be_listed(laptops: Laptops) -> None:
    office = laptops.of("staff").open("matches")
    assert office.names() == ["Siân Llewellyn-Pritchard", "Margaret O’Connor"]
    assert "Silent" in office.cell(0, 3)
    assert office.cell(1, 3) == "Active"
    office.narrow("silent", "silent")
    assert [office.cell(row, 1) for row in range(office.page.model.rowCount())] == ["Kai Begum"]


def test_a_trainer_learns_why_young_people_and_matches_are_empty(laptops: Laptops) -> None:
    trainer = laptops.of("trainer").open("young_people")
    assert "not kept on a trainer’s laptop" in trainer.says()
    trainer.open("matches")
    assert "not kept on a trainer’s laptop" in trainer.says()
    assert not trainer.page.controls.isVisible(), "there is nothing to look for"
    assert trainer.page.nobody.hasFocus(), "the hand rests on the reason, not somewhere in the rail"


def test_an_empty_list_says_what_to_do_first(laptops: Laptops) -> None:
    office = laptops.of("staff", empty=True).open("mentors")
    assert "No mentors yet" in office.says()
    assert "F5" in office.says()


def test_everybody_who_arrives_by_a_sync_appears_and_the_chosen_one_stays_chosen(laptops: Laptops) -> None:
    office = laptops.of("staff").open("mentors")
    office.press("Down")
    assert office.chosen() == "Fatima Zahra El-Amrani"
    fill(laptops.databases[0], [(region.CARDS, region.mentor(77, "Abeba", "Bekele"))])
    office.background.changed.emit(Change(everything=True), None)
    office.wait()
    assert office.names()[1] == "Abeba Bekele"
    assert office.chosen() == "Fatima Zahra El-Amrani"


def test_a_page_in_the_background_reads_again_only_when_it_is_looked_at(laptops: Laptops) -> None:
    office = laptops.of("staff").open("mentors").open("matches")
    fill(laptops.databases[0], [(region.CARDS, region.mentor(77, "Abeba", "Bekele"))])
    office.background.changed.emit(Change(everything=True), None)
    office.wait()
    assert len(office.mentors.source.directory) == 6
    office.open("mentors")
    assert "Abeba Bekele" in office.names()


def test_names_of_sixty_letters_fit_at_every_size(laptops: Laptops) -> None:
    office = laptops.of("staff", empty=True)
    long = region.mentor(
        1, "Wolfeschlegelsteinhausenbergerdorff", "Featherstonehaugh-Cholmondeley-Marjoribanks", "O" * 60
    )
    fill(laptops.databases[0], [(region.CARDS, long)])
    office.open("mentors", 1024, 640)
    office.press("Return")
    assert office.card().startswith("Wolfeschlegel")
    assert office.window.width() == 1024
    scroll = office.page.panel.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    inside = scroll.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= scroll.viewport().width()


def test_the_card_takes_the_place_of_the_list_where_there_is_no_room(laptops: Laptops) -> None:
    office = laptops.of("staff").open("mentors", 1024, 640)
    office.press("Return")
    assert office.card()
    assert not office.page.table.isVisible()
    office.press("Esc")
    assert office.page.table.isVisible()


def test_the_model_keeps_qts_rules(office: PeopleRobot, qtmodeltester: ModelTester) -> None:
    office.type("a")
    qtmodeltester.check(office.page.model)  # type: ignore[no-untyped-call]
    office.press("Esc")


def test_every_widget_of_the_lists_has_a_name(laptops: Laptops) -> None:
    office = laptops.of("staff")
    for key in ("mentors", "young_people", "matches"):
        office.open(key).press("Return")
        assert office.card()
        assert nameless(office.page) == []


def test_a_hundred_thousand_lines_are_read_a_screen_at_a_time(qtbot: QtBot) -> None:
    everybody = Directory((), (Entry(key, f"mentor number {key}", ()) for key in range(100_000)))
    read: list[int] = []

    def lines(keys: Sequence[int]) -> list[MatchRow]:
        read.extend(keys)
        return [MatchRow(key, str(key), "", f"Mentor {key}", "", "", "active", None, None, 0) for key in keys]

    column: ListColumn[MatchRow] = ListColumn("mentor", "Mentor", Column("name"), lambda row: row.mentor)
    model = ListModel([column], lines)
    table = Table("Matches")
    qtbot.addWidget(table)
    table.setModel(model)
    table.set_columns(Column("name"))
    table.resize(600, 600)
    table.show()
    model.show(everybody, everybody.find(""))
    table.scrollToBottom()
    table.grab()
    assert model.rowCount() == 100_000
    assert model.index(99_999, 0).data() == "Mentor 99999"
    assert 99_999 in read
    assert len(read) < 200
    model.show(everybody, everybody.find("99999"))
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Mentor 99999"]


def test_a_consent_is_written_down_and_taken_back_by_keyboard(laptops: Laptops) -> None:
    office = laptops.of("staff").open("young_people").search("kai").press("Return")
    part = office.young_people._card.consents
    part.agree.setFocus()
    office.press("Space")
    assert office.has_focus(part.purpose)
    part.wording.setFocus()
    office.type("2026-09").press("Return")
    assert "Tell the young person" in part.wrong.text()
    assert part.wording.text == "2026-09", "what was typed stays"
    part.informed.setFocus()
    office.press("Space")
    part.wording.setFocus()
    office.press("Return")
    assert not part.wording.isVisible()
    assert "Agreed" in office.card_says()
    part.take_back.setFocus()
    office.press("Space")
    assert not part.wording.isVisible(), "a withdrawal asks for no wording"
    office.press("Return")
    assert "Withdrawn" in office.card_says()


def test_escape_puts_the_form_of_a_consent_away_and_no_other_card_gets_it(laptops: Laptops) -> None:
    office = laptops.of("staff").open("young_people").search("kai").press("Return")
    part = office.young_people._card.consents
    part.open_form(withdrawal=False)
    part.giver.setFocus()
    office.type("Amina").press("Esc")
    assert office.has_focus(part.agree)
    assert part.giver.text == ""
    part.open_form(withdrawal=False)
    part.giver.setFocus()
    office.type("Amina").search("zainab").press("Return")
    assert (part.giver.text, part.giver.isVisible()) == ("", False)


def test_who_may_not_write_consents_down_is_offered_nothing(laptops: Laptops) -> None:
    coordinator = laptops.of("coordinator").open("mentors").press("Return")
    part = coordinator.mentors._card.consents
    assert (part.agree.isVisible(), part.take_back.isVisible()) == (False, False)


def test_the_card_says_what_is_missing_before_a_match(laptops: Laptops) -> None:
    office = laptops.of("staff").open("mentors").search("nowak").press("Return")
    assert any(said.startswith("Waiting 40 day") for said in office.card_says())
    office.search("huong").press("Return")
    assert "Nothing is missing: ready to match." in office.card_says()
    office.search("fatima").press("Return")
    said = next(said for said in office.card_says() if "Suspended by" in said)
    assert [line[:8] for line in said.splitlines()[1:]] == ["The clea", "2 traini"]
    office.search("llewellyn").press("Return")
    assert "Not waiting for a match now." in office.card_says()

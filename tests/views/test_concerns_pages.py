"""The sealed form and the lead's page, by hand: what is seen, what is kept, and what is gone from the screen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError
from onemm_desktop.models import ConcernDraft, ConcernSlip, SafeguardingContact
from onemm_desktop.pages import Pages
from onemm_desktop.programme import concerns, safeguarding_keys
from onemm_desktop.views import drafts
from onemm_desktop.views.concerns.hint import ConcernHint
from onemm_desktop.views.concerns.lead_page import ConcernsPage
from onemm_desktop.views.concerns.report_page import ReportPage
from onemm_desktop.views.concerns.watch import ConcernWatch
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.lists.parts import Amendable
from onemm_desktop.views.main_window import MainWindow
from onemm_desktop.views.widgets import LinkButton, Pill
from onemm_wire import recovery_key
from onemm_wire.partitions import Role
from tests.fixtures_desktop import MORNING, Clock
from tests.programme.safeguarding import RECOVERY, SECRET, Seat, furnish, report
from tests.robots.hands import Hands
from tests.robots.lead_key import lead_key
from tests.robots.means import means
from tests.test_accessibility import nameless, settings_page


class Window:
    """The frame over one seat's records, without a centre."""

    def __init__(self, seat: Seat, *, seed: bytes | None = None) -> None:
        self.seat = seat
        self.background = Background(seat.database, seat.desk)
        pages = Pages(
            self.background,
            seat.desk,
            Dialogs(),
            settings_page(),
            lead_key(seed),
            means(seat.database, seat.desk.clock),
        )
        self.pages = pages
        self.window = MainWindow("London", pages.entries)
        pages.connect_to(self.window)
        pages.setParent(self.window)
        self.watch = ConcernWatch(self.background, seat.desk, self.window)
        self.watch.pressing_changed.connect(self.window.show_pressing)
        self.background.changed.connect(self.window.changed)
        self.window.resize(1280, 800)
        self.window.show()
        self.hands = Hands(self.window)
        self.watch.start()

    def go(self, key: str) -> None:
        self.window.go(key)
        self.wait()

    def wait(self) -> None:
        for _ in range(3):
            assert self.background.settle()
            QApplication.processEvents()

    @property
    def report(self) -> ReportPage:
        return self.pages.report

    @property
    def lead(self) -> ConcernsPage:
        assert self.pages.concerns is not None
        return self.pages.concerns

    def close(self) -> None:
        self.window.close()
        self.background.close()
        self.window.deleteLater()


def shown(widget: QWidget) -> str:
    """Every word that stands on a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("region")
    furnish(folder)
    return folder


def _seat(folder: Path, furnished: Path, number: int, role: Role) -> Iterator[Seat]:
    for file in furnished.glob(f"laptop{number}.db*"):
        shutil.copy(file, folder)
    seat = Seat(folder, number, role, Clock(MORNING + timedelta(hours=1)))
    yield seat
    seat.close()


@pytest.fixture
def mair(tmp_path: Path, furnished: Path) -> Iterator[Seat]:
    yield from _seat(tmp_path, furnished, 1, "safeguarding_lead")


@pytest.fixture
def nia(tmp_path: Path, furnished: Path) -> Iterator[Seat]:
    for seat in _seat(tmp_path, furnished, 2, "trainer"):
        with seat.database.write(seat.desk) as session:
            session.add(
                SafeguardingContact(
                    id="c1",
                    partition="region/london",
                    name="Mair Rees",
                    phone="029 2018 0441",
                    valid_from=date(2026, 1, 1),
                )
            )
        yield seat


@pytest.fixture
def desk(qapp: QApplication, nia: Seat) -> Iterator[Window]:
    """A trainer's window."""
    window = Window(nia)
    yield window
    window.close()


@pytest.fixture
def lead(qapp: QApplication, mair: Seat) -> Iterator[Window]:
    """The lead's window."""
    window = Window(mair, seed=mair.seed)
    yield window
    window.close()


def seal_by_hand(desk: Window, text: str = SECRET) -> None:
    desk.go("report")
    desk.hands.tab_to(desk.report.form.account.box).type(text)
    desk.hands.tab_to(desk.report.form.seal).press("Space")
    desk.wait()


# --- the form ------------------------------------------------------------------------------------------------------


def test_sealed_by_keyboard_it_is_gone_from_the_screen_and_nags_everywhere(desk: Window) -> None:
    seal_by_hand(desk)
    assert desk.report.form.empty
    (card,) = desk.report.slips
    assert card.stands == "Saved on this computer. It has NOT reached the safeguarding lead."
    assert "029\u00a02018\u00a00441" in shown(card)
    assert desk.window.rail.nag.isVisible()
    assert "1 concern NOT sent" in desk.window.rail.nag.text()
    desk.go("today")
    assert "It has NOT reached the safeguarding lead" in shown(desk.pages.today)
    desk.window.rail.nag.click()
    assert desk.window.current == "report"
    assert "uncle" not in shown(desk.window)


def test_it_says_when_the_centre_has_it_and_when_the_lead_has_opened_it(desk: Window, nia: Seat, mair: Seat) -> None:
    seal_by_hand(desk)
    with nia.database.sync_write() as session:
        session.query(ConcernSlip).one().reached_at = MORNING + timedelta(hours=1)
    desk.go("today")
    desk.go("report")
    assert desk.report.slips[0].stands == "Reached the centre at 10:30. The lead has not opened it yet."


def test_one_that_a_restore_lost_nags_until_its_author_has_told_it_again(desk: Window, nia: Seat) -> None:
    seal_by_hand(desk)
    (card,) = desk.report.slips
    assert card.told.isHidden()
    with nia.database.write(nia.desk) as session, pytest.raises(KnownError):
        concerns.told_again(session, slip=card.slip.id)
    with nia.database.sync_write() as session:
        slip = session.query(ConcernSlip).one()
        slip.reached_at, slip.lost = MORNING, True
    desk.go("today")
    desk.go("report")
    assert "The centre has lost it in a restore" in card.stands
    assert desk.window.rail.nag.isVisible()
    card.told.click()
    desk.wait()
    assert desk.report.slips == []
    assert desk.window.rail.nag.isHidden()


def test_what_is_typed_is_kept_while_typing_and_stands_there_again(desk: Window, nia: Seat, qtbot: QtBot) -> None:
    desk.go("report")
    desk.hands.tab_to(desk.report.form.account.box).type("He said")
    desk.go("today")
    with nia.database.read() as session:
        draft = session.get(ConcernDraft, "")
        assert draft is not None
        assert draft.typed["account"] == "He said"
    again = Window(nia)
    again.go("report")
    assert again.report.form.account.text == "He said"
    again.close()


def test_without_words_it_asks_for_them_beside_the_field(desk: Window) -> None:
    desk.go("report")
    desk.report.form.seal.click()
    desk.wait()
    assert "Write down what was said or done first." in shown(desk.report.form.account)
    assert desk.report.slips == []


def test_a_laptop_that_knows_no_lead_keeps_the_words_and_says_whom_to_phone(qapp: QApplication, tmp_path: Path) -> None:
    seat = Seat(tmp_path, 9, "trainer", Clock())
    window = Window(seat)
    seal_by_hand(window)
    assert "no key of the safeguarding lead yet" in window.report.bar.sentence
    assert "Phone your safeguarding lead now" in window.report.bar.sentence
    assert window.report.form.account.text == SECRET
    window.close()
    seat.close()


def test_thrown_away_is_asked_once_and_then_gone(desk: Window, nia: Seat) -> None:
    desk.go("report")
    desk.hands.tab_to(desk.report.form.account.box).type("Nothing")
    desk.report.form.drop.click()
    assert not desk.report.form.empty
    desk.report.form._really.click()
    desk.wait()
    assert desk.report.form.empty
    with nia.database.read() as session:
        assert session.get(ConcernDraft, "") is None


def test_begun_from_a_card_the_name_stands_there(desk: Window) -> None:
    desk.pages.young_people.concern_asked.emit("mentee", "m1", "Kai Begum")
    desk.wait()
    assert desk.window.current == "report"
    assert desk.report.form.people.text == "Kai Begum"
    assert desk.report.form.report(MORNING).about_id == "m1"


def test_an_addition_is_sealed_and_the_field_is_empty_again(desk: Window) -> None:
    seal_by_hand(desk)
    (card,) = desk.report.slips
    card.start.click()
    card.text.box.setPlainText("He has a bruise.")
    card.add.click()
    desk.wait()
    assert {slip.slip.entry for slip in desk.report.slips} == {"addition", "concern"}
    assert card.text.text == ""


def test_it_is_found_by_its_name(desk: Window) -> None:
    desk.window.finder.open()
    desk.hands.type("concern")
    assert desk.window.finder.titles() == ["Report a concern"]
    desk.window.finder.close_panel()


def test_a_trainer_has_no_page_of_concerns(desk: Window) -> None:
    assert desk.pages.concerns is None
    assert not nameless(desk.report)


def test_a_note_that_reads_like_a_disclosure_asks_for_the_sealed_form(qapp: QApplication) -> None:
    note = Amendable("notes", "Notes", long=True)
    note.show()
    asked: list[bool] = []
    note.concern_asked.connect(lambda: asked.append(True))
    hint = note.findChild(ConcernHint)
    assert hint is not None
    note.box.setFocus()
    Hands(note).type("Good session")
    assert hint.isHidden()
    Hands(note).type(", but her stepdad hits her")
    assert hint.isVisible()
    assert "Is this a concern?" in note.box.accessibleDescription()
    hint.form.click()
    assert asked
    note.close()


# --- the lead's page -----------------------------------------------------------------------------------------------


@pytest.fixture
def case(nia: Seat, mair: Seat) -> str:
    """A concern that has reached the lead's laptop."""
    with nia.database.write(nia.desk) as session:
        case = concerns.seal(session, report=report(people="Kai Begum"))[1]
    nia.give(mair, "concern")
    return case


def test_the_list_tells_nothing_until_one_is_opened_and_nothing_after_it_was_put_away(case: str, lead: Window) -> None:
    lead.go("concerns")
    assert lead.lead.list.titles() == ["Concern · today 10:30"]
    assert "uncle" not in shown(lead.window)
    lead.lead.list.chosen.emit(case)
    lead.wait()
    assert SECRET in shown(lead.lead)
    assert "Kai Begum" in shown(lead.lead)
    lead.hands.press("Esc")
    lead.wait()
    assert "uncle" not in shown(lead.window)
    lead.lead.list.chosen.emit(case)
    lead.wait()
    lead.go("today")
    lead.go("concerns")
    assert "uncle" not in shown(lead.window), "going elsewhere puts it away too"


def test_the_lead_writes_on_decides_and_closes_with_notes(case: str, lead: Window) -> None:
    lead.go("concerns")
    lead.lead.list.chosen.emit(case)
    lead.wait()
    panel = lead.lead.case
    panel.met.setChecked(True)
    panel.category.setCurrentIndex(panel.category.findData("physical"))
    panel.note.box.setPlainText("Phoned the school.")
    panel.add.click()
    lead.wait()
    assert "Phoned the school." in shown(panel)
    assert "Tell the local authority’s designated officer (LADO) by the end of 23 November 2026." in shown(panel)
    panel.finish.click()
    lead.wait()
    assert "Write why it is closed" in shown(panel.note)
    panel.referral.setCurrentIndex(panel.referral.findData("lado"))
    panel.note.box.setPlainText("The LADO has it.")
    panel.finish.click()
    lead.wait()
    assert "Closed." in shown(panel)
    assert panel.threshold.isHidden(), "the officer has been told"
    assert lead.window.rail.nag.isHidden(), "a lead's notes are nobody's concern to phone about"
    assert not nameless(lead.lead)


def test_a_lock_keeps_the_lead_s_half_typed_note_and_no_word_of_the_concern(
    case: str, mair: Seat, lead: Window
) -> None:
    lead.go("concerns")
    lead.lead.list.chosen.emit(case)
    lead.wait()
    lead.lead.case.note.box.setPlainText("I have phoned")
    lead.lead.case.referral.setCurrentIndex(2)
    kept = drafts.take(lead.window)
    assert "uncle" not in str(kept)
    again = Window(mair, seed=mair.seed)
    given = drafts.Drafts(again.window, again.background, kept)
    again.go(given.front)
    assert SECRET in shown(again.lead)
    assert again.lead.case.note.text == "I have phoned"
    assert again.lead.case.referral.currentIndex() == 2
    again.close()


def test_a_recovery_key_that_is_being_typed_is_kept_by_no_lock(qapp: QApplication, tmp_path: Path) -> None:
    seat = Seat(tmp_path, 8, "safeguarding_lead", Clock())
    window = Window(seat)
    window.go("concerns")
    window.lead.set_up.start.click()
    code = window.lead.set_up._shown.text()
    window.lead.set_up.typed.line.setText(code)
    assert code not in str(drafts.take(window.window))
    window.close()
    seat.close()


def test_low_level_concerns_are_a_stream_of_their_own_with_a_pattern(nia: Seat, mair: Seat, lead: Window) -> None:
    with nia.database.write(nia.desk) as session:
        for name in ("David ap Rhys", "david ap rhys", "Somebody else"):
            concerns.seal(session, report=report(low_level=True, people=name))
    nia.give(mair, "concern")
    lead.go("concerns")
    assert lead.lead.list.titles() == []
    assert lead.lead.patterns.isHidden()
    lead.lead.list.stream.setCurrentIndex(1)
    lead.lead.list.turn()
    lead.wait()
    assert len(lead.lead.list.titles()) == 3
    assert "2 times" in shown(lead.lead.patterns)


def test_a_number_is_added_and_ended_by_the_lead(lead: Window) -> None:
    lead.go("concerns")
    card = lead.lead.contacts
    card.add.click()
    lead.wait()
    assert card.name.wrong
    card.name.line.setText("Ade Bello")
    card.phone.line.setText("ask the office")
    card.add.click()
    lead.wait()
    assert card.phone.wrong
    card.phone.line.setText("07700 900 318")
    card.role.setCurrentIndex(1)
    card.add.click()
    lead.wait()
    assert "Ade Bello · 07700\u00a0900\u00a0318" in shown(card)
    assert card.name.text == ""
    lead.go("report")
    assert "Ade Bello" in shown(lead.report.danger)
    lead.go("concerns")
    next(button for button in card.findChildren(LinkButton) if button.text() == "No longer").click()
    lead.wait()
    assert "Ade Bello" not in shown(card)


def test_the_first_lead_makes_the_keys_and_copies_the_recovery_key_from_the_paper(
    qapp: QApplication, tmp_path: Path
) -> None:
    seat = Seat(tmp_path, 8, "safeguarding_lead", Clock())
    window = Window(seat)
    window.go("concerns")
    card = window.lead.set_up
    card.start.click()
    code = card._shown.text()
    card.typed.line.setText("WRONG")
    card.start.click()
    assert "not what stands on the paper" in card.typed.wrong
    card.typed.line.setText(code.lower())
    card.start.click()
    window.wait()
    assert card.isHidden()
    assert "Recovery key, in the safe" in shown(window.lead.keys)
    assert code not in shown(window.window)
    assert code.encode() not in seat.path.read_bytes()
    with seat.database.read() as session:
        assert safeguarding_keys.standing(session, "london", seat.pair).place == "outside"
    window.close()
    seat.close()


def test_the_next_lead_waits_and_the_recovery_key_lets_them_in(qapp: QApplication, mair: Seat, tmp_path: Path) -> None:
    seat = Seat(tmp_path, 7, "safeguarding_lead", Clock())
    mair.give(seat)
    window = Window(seat)
    window.go("concerns")
    window.lead.set_up.start.click()
    window.wait()
    assert "Waiting to be let in" in shown(window.lead)
    window.lead.set_up.typed.line.setText(recovery_key.written(bytes(16)))
    window.lead.set_up.use.click()
    window.wait()
    assert "not the recovery key of this region" in window.lead.set_up.typed.wrong
    window.lead.set_up.typed.line.setText(recovery_key.written(RECOVERY))
    window.lead.set_up.use.click()
    window.wait()
    assert window.lead.list.isVisible()
    window.close()
    seat.close()


def test_another_lead_is_let_in_by_the_letters_and_taken_off_again(mair: Seat, lead: Window, tmp_path: Path) -> None:
    ade = Seat(tmp_path, 6, "safeguarding_lead", Clock(MORNING + timedelta(hours=1)))
    mair.give(ade)
    with ade.database.write(ade.desk) as session:
        safeguarding_keys.ask_to_join(session, seed=ade.seed)
        asked = safeguarding_keys.standing(session, "london", ade.pair)
    ade.give(mair, "safeguarding_key")
    ade.close()
    lead.go("concerns")
    assert asked.fingerprint in shown(lead.lead.keys)
    mine = next(key.id for key in asked.keys if key.here)
    lead.lead.keys.let_in.emit(mine)
    lead.wait()
    assert "Wants to be let in" not in [pill.text for pill in lead.lead.keys.findChildren(Pill)]
    lead.lead.keys.taken_away.emit(mine)
    lead.wait()
    assert "Taken away" in [pill.text for pill in lead.lead.keys.findChildren(Pill)]

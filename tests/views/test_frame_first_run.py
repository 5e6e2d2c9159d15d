"""The first run by keyboard alone: with a real centre, and with everything that can go wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onemm_desktop.app import App
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.paths import Paths
from onemm_desktop.vault import Vault
from onemm_desktop.views.first_run.fetching import FetchingStep
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.first_run.steps import LaptopStep
from onemm_desktop.views.widgets import Text
from onemm_wire.errors import Code
from tests.central_service import PASSWORD, Centre
from tests.fixtures_desktop import MemoryKeyring, NoKeyring
from tests.robots.hands import Hands
from tests.views.first_run_parts import EasyFirstRun

EMAIL = "rhian@1mm.example"


class Walk:
    """Someone at the keyboard, on the first-run page."""

    def __init__(self, qtbot: QtBot, page: FirstRunPage, hands: Hands) -> None:
        self.qtbot, self.page, self.hands = qtbot, page, hands

    def enter(self, expected: str) -> None:
        """Press Enter and wait until this step is in front."""
        with self.qtbot.waitSignal(self.page.step_shown, check_params_cb=lambda step: step == expected, timeout=20_000):
            self.hands.press("Return")

    def enter_in_vain(self) -> None:
        """Press Enter and wait for the answer, which is a refusal."""
        self.hands.press("Return")
        self.qtbot.waitUntil(lambda: not self.page.busy, timeout=20_000)


@pytest.fixture
def easy() -> EasyFirstRun:
    return EasyFirstRun()


@pytest.fixture
def walk(qtbot: QtBot, easy: EasyFirstRun) -> Iterator[Walk]:
    page = FirstRunPage(easy, address="", device_name="front-desk")
    qtbot.addWidget(page)
    page.show()
    yield Walk(qtbot, page, Hands(page))
    page.close_page()


def app_in(folder: Path, qapp: QApplication, keyring: MemoryKeyring) -> App:
    return App(qapp, Paths(folder), vault_at=lambda folder: Vault(folder, keyring=keyring))


def first_run_of(app: App) -> FirstRunPage:
    page = app.window.currentWidget()
    assert isinstance(page, FirstRunPage)
    return page


def test_from_an_empty_laptop_to_open_records_without_a_mouse(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    centre.add_user(EMAIL)
    app = app_in(tmp_path, qapp, MemoryKeyring())
    app.start()
    page = first_run_of(app)
    walk = Walk(qtbot, page, Hands(app.window))
    walk.hands.type(centre.address)
    walk.enter("SignInStep")
    walk.hands.type(EMAIL).press("Tab").type(PASSWORD)
    walk.enter("LaptopStep")
    assert not (tmp_path / "records.db").exists(), "nothing is written before the centre has said yes"
    walk.hands.type(centre.invite(EMAIL))
    walk.enter("FetchingStep")
    qtbot.waitUntil(lambda: not page.fetching.open.isHidden(), timeout=20_000)
    with qtbot.waitSignal(app.ready, timeout=20_000):
        walk.hands.press("Space")
    assert app.working is not None
    with qtbot.waitSignal(app.working.sync.finished, timeout=20_000):
        app.working.sync.sync_now()
    assert app.working.window.rail.pill.words == "Online · all sent"
    app.close()


def test_without_a_keyring_a_passphrase_is_asked_for_and_opens_the_records_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    centre.add_user(EMAIL)
    app = app_in(tmp_path, qapp, NoKeyring())
    app.start()
    page = first_run_of(app)
    walk = Walk(qtbot, page, Hands(app.window))
    walk.hands.type(centre.address)
    walk.enter("SignInStep")
    walk.hands.type(EMAIL).press("Tab").type(PASSWORD)
    walk.enter("LaptopStep")
    walk.hands.type(centre.invite(EMAIL))
    walk.enter("PassphraseStep")
    walk.hands.type("four quiet otters sing").press("Tab").type("four quiet otters sing")
    walk.enter("FetchingStep")
    qtbot.waitUntil(lambda: not page.fetching.open.isHidden(), timeout=20_000)
    app.close()

    again = app_in(tmp_path, qapp, NoKeyring())
    asked: list[str] = []
    again.asking.connect(asked.append)
    again.start()
    assert asked == ["unlock"]
    with qtbot.waitSignal(again.ready, timeout=20_000):
        Hands(again.window).type("four quiet otters sing").press("Return")
    again.close()


def test_a_wrong_address_is_said_beside_the_address_and_stays_typed(walk: Walk, easy: EasyFirstRun) -> None:
    easy.errors["connect"] = KnownError(Problem.NOT_THE_CENTRE)
    walk.hands.type("wifi.example.org")
    walk.enter_in_vain()
    assert "Something other than the centre answered" in walk.page.address.address.wrong
    assert walk.page.address.address.text == "wifi.example.org"


def test_a_wrong_password_is_said_beside_the_password(walk: Walk, easy: EasyFirstRun) -> None:
    easy.errors["sign_in"] = KnownError(Problem.REFUSED, code=Code.WRONG_PASSWORD.value)
    walk.hands.type("1mm.example.org")
    walk.enter("SignInStep")
    walk.hands.type(EMAIL).press("Tab").type("not this")
    walk.enter_in_vain()
    assert "do not belong together" in walk.page.sign_in.password.wrong
    assert walk.page.sign_in.email.text == EMAIL
    assert walk.hands.at is walk.page.sign_in.password.line


@pytest.mark.parametrize("code", [Code.WRONG_CODE, Code.CODE_USED, Code.CODE_EXPIRED])
def test_a_code_that_does_not_fit_leads_back_to_the_code_even_from_the_passphrase(qtbot: QtBot, code: Code) -> None:
    easy = EasyFirstRun(needs_passphrase=True, errors={"enrol": KnownError(Problem.REFUSED, code=code.value)})
    page = FirstRunPage(easy, address="1mm.example.org", device_name="front-desk")
    qtbot.addWidget(page)
    page.show()
    walk = Walk(qtbot, page, Hands(page))
    walk.enter("SignInStep")
    walk.hands.type(EMAIL).press("Tab").type("secret")
    walk.enter("LaptopStep")
    walk.hands.tab_to(page.laptop.code.line).type("ABCD-1234")
    walk.enter("PassphraseStep")
    walk.hands.type("four quiet otters sing").press("Tab").type("four quiet otters sing")
    walk.enter("LaptopStep")
    assert isinstance(page.step, LaptopStep)
    assert page.laptop.code.wrong
    assert page.laptop.code.text == "ABCD-1234"
    assert page.passphrase.passphrase.text == "four quiet otters sing", "typed text is never lost"
    page.close_page()


def test_an_expired_sign_in_leads_back_to_it(walk: Walk, easy: EasyFirstRun) -> None:
    easy.errors["enrol"] = KnownError(Problem.REFUSED, code=Code.SIGNED_OUT.value)
    walk.hands.type("1mm.example.org")
    walk.enter("SignInStep")
    walk.hands.type(EMAIL).press("Tab").type("secret")
    walk.enter("LaptopStep")
    walk.hands.tab_to(walk.page.laptop.code.line).type("ABCD-1234")
    walk.enter("SignInStep")
    assert "Sign in once more" in walk.page.sign_in.bar.sentence


def test_empty_fields_are_asked_for_before_anyone_is_called(walk: Walk, easy: EasyFirstRun) -> None:
    walk.hands.press("Return")
    assert "Write the address" in walk.page.address.address.wrong
    assert not easy.asked


def test_the_region_can_be_chosen_with_the_arrow_keys(walk: Walk, easy: EasyFirstRun) -> None:
    walk.hands.type("1mm.example.org")
    walk.enter("SignInStep")
    walk.hands.type(EMAIL).press("Tab").type("secret")
    walk.enter("LaptopStep")
    walk.hands.press("Down")
    walk.hands.tab_to(walk.page.laptop.code.line).type("ABCD-1234")
    walk.enter("FetchingStep")
    assert ("enrol", ("ABCD-1234", "CDF", "front-desk", None)) in easy.asked


def test_a_broken_fetch_can_be_gone_on_with_or_left_for_later(walk: Walk, easy: EasyFirstRun, qtbot: QtBot) -> None:
    easy.errors["fetch"] = KnownError(Problem.UNREACHABLE)
    walk.hands.type("1mm.example.org")
    walk.enter("SignInStep")
    walk.hands.type(EMAIL).press("Tab").type("secret")
    walk.enter("LaptopStep")
    walk.hands.tab_to(walk.page.laptop.code.line).type("ABCD-1234")
    walk.enter("FetchingStep")
    fetching = walk.page.fetching
    qtbot.waitUntil(lambda: not fetching.again.isHidden())
    assert "cannot be reached" in fetching.bar.sentence
    assert not fetching.open.isHidden(), "what is here can be used"
    walk.hands.tab_to(fetching.again).press("Space")
    qtbot.waitUntil(lambda: fetching.again.isHidden() and not fetching.open.isHidden())
    with qtbot.waitSignal(walk.page.finished):
        walk.hands.tab_to(fetching.open).press("Space")


def test_back_keeps_what_was_typed(walk: Walk) -> None:
    walk.hands.type("1mm.example.org")
    walk.enter("SignInStep")
    walk.hands.type(EMAIL)
    walk.page.go_back()
    assert walk.page.address.address.text == "1mm.example.org"
    walk.enter("SignInStep")
    assert walk.page.sign_in.email.text == EMAIL


def test_what_it_costs_on_the_line_is_told_beside_the_records(qtbot: QtBot) -> None:
    step = FetchingStep()
    qtbot.addWidget(step)
    step.begin(0.0)
    step.progress(1_200, 5_400, 12.0, travelled=1_310_000)
    said = " ".join(text.text() for text in step.findChildren(Text))
    assert "1,200 of 5,400 · 1.3 MB · about" in said

"""The public page in a real browser, headless: read with and without scripts, in light and dark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from onemm_central.verify.words import VERDICTS
from onemm_wire.standing import State
from tests.central.chromium import Chromium
from tests.central.laptops import LONDON
from tests.central.test_verify import Issuer, issuer

__all__ = ["issuer"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
REFUSED: tuple[State, ...] = ("false", "unreadable")
#: A page of a script's making: shows whether the browser runs them.
SCRIPTED = "data:text/html,<p>plain</p><script>document.body.textContent='made'%2B' by script'</script>"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "no Chromium here: `make test` installs it where it may, else: sudo apt-get install chromium"
    started = Chromium(found, tmp_path_factory.mktemp("chromium"))
    yield started
    started.close()


def test_the_page_says_its_verdict_with_and_without_scripts(issuer: Issuer, browser: Chromium) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    for scripts in (True, False):
        assert ("made by script" in browser.open(SCRIPTED, scripts=scripts)) is scripts
        shown = browser.open(f"{issuer.centre.address}/V/{issuer.code}", scripts=scripts)
        assert VERDICTS["valid"].heading.en in shown
        assert "Rukhsana &lt;b&gt;Begum&lt;/b&gt; &amp;" in shown


def test_a_changed_letter_fails_before_the_readers_eyes(issuer: Issuer, browser: Chromium) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    changed = issuer.code[:-30] + ("A" if issuer.code[-30] != "A" else "B") + issuer.code[-29:]
    shown = browser.open(f"{issuer.centre.address}/V/{changed}", scripts=False)
    assert any(VERDICTS[state].heading.en in shown for state in REFUSED)
    assert "Rukhsana" not in shown


def test_its_style_sheet_passes_its_own_policy_in_light_and_dark(issuer: Issuer, browser: Chromium) -> None:
    issuer.centre.put(LONDON, issuer.issued(), issuer.revoked())
    grounds = []
    for look in ("light", "dark"):
        browser.open(f"{issuer.centre.address}/v/{issuer.code}", look=look)
        grounds.append(browser.picture().getpixel((2, 890)))
    assert grounds == [(0xF5, 0xF6, 0xFA), (0x12, 0x15, 0x1C)], "the grounds that the style sheet names"

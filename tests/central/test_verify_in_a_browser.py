"""The public page in a real browser, headless: read with and without scripts, in light and dark."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from onemm_central.verify.words import VERDICTS
from onemm_wire.standing import State
from tests.central.laptops import LONDON
from tests.central.test_verify import Issuer, issuer

__all__ = ["issuer"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--headless", "--disable-gpu", "--no-sandbox", "--no-first-run", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--virtual-time-budget=4000",
)  # fmt: skip
REFUSED: tuple[State, ...] = ("false", "unreadable")


@pytest.fixture(scope="session")
def browser() -> str:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "no Chromium here: `make test` installs it where it may, else: sudo apt-get install chromium"
    return found


def run(browser: str, profile: Path, address: str, *options: str) -> str:
    """Open the page, do what the options say, and close; what it writes."""
    command: Sequence[str] = (browser, *QUIET, f"--user-data-dir={profile}", *options, address)
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=100).stdout


def read(browser: str, profile: Path, address: str, *, scripts: bool) -> str:
    """The page as the browser understood it, as HTML."""
    settings = profile / "Default" / "Preferences"
    settings.parent.mkdir(parents=True)
    allowed = 1 if scripts else 2  # as Chromium's own settings page writes it
    settings.write_text(json.dumps({"profile": {"default_content_setting_values": {"javascript": allowed}}}))
    return run(browser, profile, address, "--dump-dom")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_says_its_verdict_with_and_without_scripts(
    issuer: Issuer, browser: str, tmp_path: Path, scripts: bool
) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    shown = read(browser, tmp_path, f"{issuer.centre.address}/V/{issuer.code}", scripts=scripts)
    assert VERDICTS["valid"].heading.en in shown
    assert "Rukhsana &lt;b&gt;Begum&lt;/b&gt; &amp;" in shown


def test_a_changed_letter_fails_before_the_readers_eyes(issuer: Issuer, browser: str, tmp_path: Path) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    changed = issuer.code[:-30] + ("A" if issuer.code[-30] != "A" else "B") + issuer.code[-29:]
    shown = read(browser, tmp_path, f"{issuer.centre.address}/V/{changed}", scripts=False)
    assert any(VERDICTS[state].heading.en in shown for state in REFUSED)
    assert "Rukhsana" not in shown


def test_its_style_sheet_passes_its_own_policy_in_light_and_dark(issuer: Issuer, browser: str, tmp_path: Path) -> None:
    issuer.centre.put(LONDON, issuer.issued(), issuer.revoked())
    grounds = []
    for look in ("light", "dark"):
        picture = tmp_path / f"{look}.png"
        options = (f"--screenshot={picture}", "--window-size=420,900")
        dark = ("--blink-settings=preferredColorScheme=0",) if look == "dark" else ()
        run(browser, tmp_path / "profile", f"{issuer.centre.address}/v/{issuer.code}", *options, *dark)
        with Image.open(picture) as shown:
            grounds.append(shown.convert("RGB").getpixel((2, 890)))
    assert grounds == [(0xF5, 0xF6, 0xFA), (0x12, 0x15, 0x1C)], "the grounds that the style sheet names"

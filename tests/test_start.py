"""What a start waits for: nothing that is first needed later."""

from __future__ import annotations

import subprocess
import sys

_STORY = """
import sys
import onemm_desktop.app
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_a_window_opens_without_waiting_for_the_libraries_of_paper() -> None:
    done = subprocess.run([sys.executable, "-c", _STORY], capture_output=True, text=True, check=True)
    assert {"reportlab", "uharfbuzz", "fontTools", "segno"}.isdisjoint(done.stdout.split())

"""A crash writes no memory to the disk, and nobody of the same account looks into the running program."""

from __future__ import annotations

import subprocess
import sys

import pytest

from onemm_desktop import __main__ as program

ASK = """
import ctypes, resource
from onemm_desktop.hardening import harden
harden()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_no_core_is_dumped_and_nobody_may_attach() -> None:
    said = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True, timeout=60).stdout
    assert said == "(0, 0) 0\n"


def test_the_program_asks_for_it_before_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    class _StopHereError(Exception):
        pass

    def stop(*_: object) -> None:
        order.append("window")
        raise _StopHereError

    monkeypatch.setattr(program, "harden", lambda: order.append("hardened"))
    monkeypatch.setattr(program, "QApplication", stop)
    with pytest.raises(_StopHereError):
        program.main([])
    assert order == ["hardened", "window"]

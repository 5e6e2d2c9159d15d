"""Keeping the program's memory to itself, as far as the system lets a program ask for that.

A core dump would write the key and the names that are in memory to the disk, in clear. On Linux the process is also
made one that others of the same account cannot attach to or read (``PR_SET_DUMPABLE``). macOS and Windows decide about
both for all programs alike; there only the core's size can be asked to be none, where there is such a thing.
"""

from __future__ import annotations

import ctypes
import sys

#: From <linux/prctl.h>.
_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Ask for no core dumps and no onlookers. What the system refuses stays as it was: it is no reason to stop."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # lowering it is never refused
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)

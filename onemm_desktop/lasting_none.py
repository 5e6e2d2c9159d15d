"""Keeps Python 3.11 alive under PySide6 6.12.0, which gives back one reference to None, or to True, too many.

Measured: with PySide6 6.12.0 on Python 3.11, 500 calls of ``widget.update()``, ``widget.parentWidget()`` (None) or
``index.data()`` (None) take 500 off the reference count of None, which begins at about 4,500; at 0 Python aborts with
``none_dealloc``. Every ``signal.emit()`` takes one off True in the same way. Releases up to 6.11 count right, but
their QtPdf comes only in a wheel of 170 MB. From Python 3.12 on these are immortal, and counting wrong does no harm;
this gives those of 3.11 the same long life.
"""

from __future__ import annotations

import ctypes
import sys

#: Enough for a million calls a second during twelve days, and far from any overflow.
_MANY = 1 << 40


def keep_none() -> None:
    """Lend None, True and False more references than any run of the program can lose."""
    if sys.version_info < (3, 12):
        for lasting in (None, True, False):
            ctypes.c_ssize_t.from_address(id(lasting)).value += _MANY  # the count is an object's first word (CPython)

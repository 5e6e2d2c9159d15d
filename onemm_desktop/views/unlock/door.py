"""One person's records on this laptop, as the page that opens them knows them: a name and what it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

#: What it takes: nothing, digits, a passphrase, the office's answer; or there is only a file to hand in.
Asks = Literal["keyring", "pin", "passphrase", "sealed", "handed_in"]


@dataclass(frozen=True)
class Door:
    """``open`` takes what was typed and answers the key; it is slow on purpose and belongs on a worker.

    ``seconds_to_wait`` and ``tries_left`` are what wrong tries have come to.
    """

    name: str
    asks: Asks
    open: Callable[[str], bytearray]
    seconds_to_wait: Callable[[], float] = lambda: 0.0
    tries_left: Callable[[], int] = lambda: 10

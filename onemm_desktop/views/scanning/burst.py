"""Telling a scanner from hands: keys that follow each other faster than fingers can, for longer than fingers slip.

No Qt and no clock: whoever hears the keys says when they were pressed, in milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field

#: Keys that are no further apart than this may be a scanner's. Scanners type every 1 to 5 ms, some every 15; a system
#: may tell their times in steps of 16. Two fingers of one hand that roll over a word are rarely so fast.
FAST = 25
#: From so many fast keys on it is a scanner. Whole hands laid upon a keyboard are five fingers.
FEWEST = 6
#: Once it is a scanner, it may catch its breath for so long.
BREATH = 60
#: No code is longer: something leans on the keyboard.
MOST = 4_096


@dataclass
class Burst:
    """Keys that belong together, as far as their times tell."""

    count: int = 0
    last: int = 0
    letters: list[str] = field(default_factory=list)

    @property
    def is_scan(self) -> bool:
        """Whether no hand types like this."""
        return self.count >= FEWEST

    @property
    def text(self) -> str:
        """What was typed; control characters are kept, whoever reads codes knows what to make of them."""
        return "".join(self.letters)

    @property
    def patience(self) -> int:
        """How long the next key may take, in ms, to belong to these."""
        return BREATH if self.is_scan else FAST

    def takes(self, at: int) -> bool:
        """Whether a key pressed at this time still belongs to these."""
        return 0 < self.count < MOST and at - self.last <= self.patience

    def add(self, letter: str, at: int) -> None:
        """One more key; ``letter`` is empty for one that writes nothing."""
        self.count += 1
        self.last = at
        self.letters.append(letter)

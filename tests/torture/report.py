"""What a day came to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from tests.torture.desk import Desk
from tests.torture.proxy import Network

#: What the centre may complain of: its database was taken away under its hands.
EXPECTED = frozenset({"AdminShutdown", "OperationalError"})
COMPLAINT = re.compile(r"^(\w+) at ", re.MULTILINE)


@dataclass
class Report:
    """The day's figures. ``ops`` counts the changes at the end by state."""

    seed: int
    desks: list[Desk]
    way: Network
    centre_killed: int = 0
    connections_cut: int = 0
    restored: int = 0
    ops: Counter[str] = field(default_factory=Counter)
    complaints: Counter[str] = field(default_factory=Counter)

    @property
    def killed(self) -> Counter[str]:
        """How often a laptop was killed, by what it had said last."""
        return Counter(moment for desk in self.desks for moment in desk.killed_while)

    def heed(self, complaints: str) -> None:
        """See that the centre complained of nothing but what was done to it."""
        self.complaints.update(COMPLAINT.findall(complaints))
        assert set(self.complaints) <= EXPECTED, complaints

    def __str__(self) -> str:
        saved = sum(len(desk.saved) for desk in self.desks)
        return "\n".join(
            [
                f"seed {self.seed}: {saved} deeds told as saved; changes at the end: {_counted(self.ops)}",
                f"  laptops killed at: {_counted(self.killed)}",
                f"  centre killed {self.centre_killed} times, its connections cut {self.connections_cut} times, "
                f"a backup brought back {self.restored} times",
                f"  requests: {_counted(self.way.met)}",
            ]
        )


def _counted(things: Counter[str]) -> str:
    return ", ".join(f"{count} {what}" for what, count in sorted(things.items()))

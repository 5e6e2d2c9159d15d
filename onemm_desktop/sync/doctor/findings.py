"""What the doctor looks at, and what it may find. ``views/doctor_words.py`` has the sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from onemm_desktop.errors import KnownError

#: What is looked at, in this order.
Step = Literal["file", "indexes", "journal", "waiting", "names", "sums", "centre"]
STEPS: tuple[Step, ...] = ("file", "indexes", "journal", "waiting", "names", "sums", "centre")

#: (what is being looked at, how far it is, of how much; of 0: nobody knows).
Heard = Callable[[Step, int, int], None]


class Trouble(StrEnum):
    """What can be wrong."""

    #: A page of the file is not what was written. Nothing else is looked at then.
    FILE = "file"
    #: Tables or columns of this program are not in the file.
    TABLES = "tables"
    #: An index does not say what its table says. Mended from the table.
    INDEX = "index"
    #: Numbers of the journal without a change.
    GAP = "gap"
    #: The next change would get a number that is taken. Mended by going on after the last.
    NEXT_NUMBER = "next_number"
    #: Records that do not show what waits on them. Mended from the centre's last word and the journal.
    WAITING = "waiting"
    #: People who are not found by the names they have. Mended from the names.
    NAMES = "names"
    #: Partitions whose kept sum is not that of the rows. Mended by counting.
    SUM = "sum"
    #: Records that are not what the centre holds. Mended by fetching.
    RECORDS = "records"
    #: The centre's own sums were wrong; it has mended them itself.
    CENTRE_SUM = "centre_sum"
    #: The centre has heard of changes that this copy has not made yet: it is an older copy of this disk.
    OLDER_COPY = "older_copy"
    #: Changes that were acknowledged and that the centre does not know. Mended by sending them again.
    FORGOTTEN = "forgotten"


#: What is beyond a doctor's hands: a person has to be asked.
BEYOND = frozenset({Trouble.FILE, Trouble.TABLES, Trouble.GAP, Trouble.OLDER_COPY})


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: what, how many of it, of which kind of record where that can be said, and whether it is mended."""

    what: Trouble
    count: int = 1
    kind: str = ""
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a round.

    ``records`` were compared with the centre's; ``problem`` is why the centre was not asked to the end (None: it was).
    ``unsent`` are the changes that wait to be sent, of which none is ever dropped.
    """

    found: tuple[Found, ...]
    records: int = 0
    unsent: int = 0
    problem: KnownError | None = None

    @property
    def well(self) -> bool:
        """Whether nothing is wrong any more."""
        return all(one.mended for one in self.found)

    @property
    def can_mend(self) -> bool:
        """Whether another round, with repair, would mend something."""
        return any(not one.mended and one.what not in BEYOND for one in self.found)

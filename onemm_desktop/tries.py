"""How long a wrong PIN or passphrase makes one wait, and how many there may be.

The wait is counted by the running program, from its start or from the last wrong try, and never by a clock on the
wall: whoever turns the clock, or starts the program again, waits no less.
"""

from __future__ import annotations

#: Seconds to wait after so many wrong tries; three are anybody's (OWASP ASVS 5, 6.3.1: slow down, do not lock out).
_WAITS = {3: 5.0, 4: 15.0, 5: 30.0, 6: 60.0, 7: 300.0, 8: 600.0, 9: 900.0}
#: After so many only the centre opens.
SEALS = 10


def wait_after(wrong: int) -> float:
    """Seconds until the next try."""
    return _WAITS.get(min(wrong, SEALS - 1), 0.0)

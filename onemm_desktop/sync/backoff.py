"""How long to wait before trying again: full jitter, so that fifty laptops do not come back in the same second.

Rule: AWS Architecture Blog, "Exponential Backoff And Jitter" (2015): wait = random(0, min(cap, base * 2 ** attempt)).
"""

from __future__ import annotations

#: Seconds. The first retry comes within BASE, later ones within CAP: a venue's network is back sooner than expected.
BASE = 2.0
CAP = 60.0
#: Nobody may ask a laptop to keep quiet for longer: a proxy's "come back tomorrow" is not the centre's word.
LONGEST_ASKED = 3600.0


def delay(attempt: int, chance: float, *, retry_after: float | None = None) -> float:
    """Seconds to wait after the ``attempt``-th failure in a row (0 for the first); ``chance`` is drawn from [0, 1).

    What the centre asked for in ``Retry-After``, up to ``LONGEST_ASKED``, is a floor; the jitter comes on top, or all
    would come back at once. It is then no longer than the pause itself: the centre knows when it will have time, and
    whoever waits in its queue is not to fall behind for having been sent away before.
    """
    # 2 ** attempt is capped before it is computed: after a weekend offline attempt is in the thousands.
    ceiling = CAP if attempt >= 10 else min(CAP, BASE * 2**attempt)
    if retry_after is None:
        return chance * ceiling
    asked = min(max(0.0, retry_after), LONGEST_ASKED)
    return asked + chance * min(ceiling, max(BASE, asked))

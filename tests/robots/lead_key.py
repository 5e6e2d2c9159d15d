"""What a vault holds for a safeguarding lead, in memory."""

from __future__ import annotations

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.safeguarding_keys import SEED
from onemm_desktop.views.concerns.lead_key import LeadKey


def lead_key(seed: bytes | None = None) -> LeadKey:
    """A key over a vault with this seed in it, or with nothing."""
    kept: dict[str, bytes] = {} if seed is None else {SEED: seed}

    def secret(name: str) -> bytes:
        if name not in kept:
            raise KnownError(Problem.KEY_MISSING)
        return kept[name]

    return LeadKey(secret, kept.__setitem__)

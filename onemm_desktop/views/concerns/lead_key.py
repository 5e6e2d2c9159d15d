"""The seed of a lead's laptop: in the vault, and in memory only while something is opened or sealed with it."""

from __future__ import annotations

from collections.abc import Callable

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.safeguarding_keys import SEED
from onemm_wire import sealing
from onemm_wire.sealing import Pair


class LeadKey:
    """``read`` and ``keep`` are the vault's."""

    def __init__(self, read: Callable[[str], bytes], keep: Callable[[str, bytes], object]) -> None:
        self._read = read
        self._keep = keep

    def pair(self) -> Pair | None:
        """This laptop's pair; None where it has none yet."""
        seed = self._seed()
        return None if seed is None else sealing.pair_of(seed)

    def seed(self, *, anew: bool = False) -> bytes:
        """The seed, made and kept before anybody hears of its key: a crash must not leave a key nobody can use.

        ``anew``: another one, because the key of the last was taken away.
        """
        seed = self._seed()
        if seed is None or anew:
            seed = sealing.new_seed()
            self._keep(SEED, seed)
        return seed

    def _seed(self) -> bytes | None:
        try:
            return self._read(SEED)
        except KnownError as error:
            if error.problem is Problem.KEY_MISSING:
                return None
            raise

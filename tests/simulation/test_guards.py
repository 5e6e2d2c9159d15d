"""Each guard taken out, one at a time: the simulator notices. A test that cannot fail would prove nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulation.guards import GUARDS, Guard
from tests.simulation.one import live

#: Seeds within which a missing guard must have shown itself, where the one that did once does no longer.
AT_MOST = 150


@pytest.mark.parametrize("name", GUARDS)
def test_without_its_guard_a_law_is_broken_and_with_it_none(name: str) -> None:
    """In the very same world, up to the moment at which the guard is missed."""
    guard = GUARDS[name]
    seed = next(_missed(guard), None)
    assert seed is not None, "nothing tells that it is missing"
    with guard.world():
        assert live(seed).law == ""


def _missed(guard: Guard) -> Iterator[int]:
    """Seeds in which the guard is missed."""
    for seed in (guard.seed, *range(AT_MOST)):
        with guard.out():
            law = live(seed).law
        if law in guard.laws:
            yield seed

"""A few hundred seeds of bad luck, and the same seed twice. ``make simulate SEEDS=10000`` lives through more."""

from __future__ import annotations

import pytest

from tests.simulation.__main__ import in_short
from tests.simulation.one import live
from tests.simulation.steps import Step, steps_of

#: Seeds of one test: a failing test names a few, and a run over several processes shares them out.
GROUP = 25
SEEDS = 200


@pytest.mark.parametrize("first", range(0, SEEDS, GROUP))
def test_nothing_is_lost_doubled_or_overwritten_unseen_whatever_goes_wrong(first: int) -> None:
    for seed in range(first, first + GROUP):
        outcome = live(seed)
        assert not outcome.law, in_short(seed, outcome.law)


def test_the_same_seed_gives_the_same_trace() -> None:
    for seed in (3, 7, 11):
        assert live(seed).log == live(seed).log


def test_seeds_differ() -> None:
    assert live(3).log != live(4).log


def test_every_kind_of_step_and_fault_happens() -> None:
    """A fault that never happens proves nothing."""
    whats = {step.what for seed in range(100) for step in steps_of(seed, 2)}
    assert whats >= {"act", "sync", "crash", "cut", "cancel", "disk", "stray", "hand begins", "role", "restore"}
    log = "\n".join(line for seed in range(60) for line in live(seed).log)
    for fault in ("answer lost", "failed after", "cut short", "twice", "again later", "overtaken", "portal", "slow"):
        assert f" {fault}\n" in log, fault
    for event in ("power cut", "disk_full", "restored: True", "settle\n", "take_back\n"):
        assert event in log, event


def test_steps_can_be_left_out() -> None:
    """What shortening relies on: a step means something whatever came before it."""
    assert live(5, steps_of(5, 2)[::3]).law == ""
    assert live(5, [Step("sync", 0, 1)]).law == ""

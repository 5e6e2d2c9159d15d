"""``python -m tests.simulation --seeds 10000 --jobs 2``: live through many seeds, show a failing one in short."""

from __future__ import annotations

import argparse
import gc
import sys
from collections import Counter
from functools import partial
from multiprocessing import Pool
from time import perf_counter

from tests.simulation.one import Outcome, laptops_of, live
from tests.simulation.shrink import shrink
from tests.simulation.steps import Step, steps_of

#: Seeds told apart in full; of more only the number is told.
MOST_TOLD = 5
#: Seeds between two words of how it goes.
TOLD_EVERY = 500


def main() -> int:
    """Live through the seeds that the command line asks for; 1 if one of them broke a law."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=1_000, help="how many seeds to live through")
    parser.add_argument("--first", type=int, default=0, help="the first of them")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    asked = parser.parse_args()
    began = perf_counter()
    broken: list[tuple[int, Outcome]] = []
    steps = 0
    with Pool(asked.jobs, _settle_down) as pool:
        seeds = range(asked.first, asked.first + asked.seeds)
        for done, (seed, outcome) in enumerate(pool.imap_unordered(_lived, seeds, chunksize=10), start=1):
            steps += outcome.steps
            if outcome.law:
                broken.append((seed, outcome))
                print(f"seed {seed}: {outcome.words[:300]}", flush=True)
            if done % TOLD_EVERY == 0 and done < asked.seeds:
                print(_so_far(done, steps, len(broken), began), flush=True)
    if broken:
        print("laws broken:", dict(Counter(outcome.law for _, outcome in broken)))
    for seed, outcome in sorted(broken)[:MOST_TOLD]:
        print(in_short(seed, outcome.law))
    print(_so_far(asked.seeds, steps, len(broken), began))
    return 1 if broken else 0


def in_short(seed: int, law: str) -> str:
    """The few steps of a seed that are enough to break the same law, and what happened in them."""
    kept = shrink(steps_of(seed, laptops_of(seed)), partial(_breaks, seed, law))
    outcome = live(seed, kept)
    steps = ",\n    ".join(str(step) for step in kept)
    log = "\n    ".join(outcome.log)
    return f"\nseed {seed} in short: live({seed}, [\n    {steps},\n])\n    {log}\n{outcome.words}"


def _breaks(seed: int, law: str, steps: list[Step]) -> bool:
    return live(seed, steps).law == law


def _lived(seed: int) -> tuple[int, Outcome]:
    return seed, live(seed)


def _settle_down() -> None:
    """What was imported will be there to the end: Python's collector need not look at it again for every seed.

    Nor so often at what a seed makes, of which next to nothing lasts.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


def _so_far(seeds: int, steps: int, failures: int, began: float) -> str:
    return f"{seeds:,} seeds, {steps:,} steps, {failures} failures, {perf_counter() - began:,.0f} s"


if __name__ == "__main__":
    sys.exit(main())

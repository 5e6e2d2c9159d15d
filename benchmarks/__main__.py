"""``make bench``: every figure that the documentation promises, each against a baseline of the same run.

``python -m benchmarks [NAME ...]`` runs the named benchmarks only. Prints a table and writes bench-output/bench.json.
"""

from __future__ import annotations

import importlib
import platform
import sys
from pathlib import Path

import msgspec

from benchmarks.figure import Figure

BENCHMARKS = ("start", "lists", "mark", "first_sync", "deltas", "fleet", "certificates", "desk")
OUTPUT = Path("bench-output") / "bench.json"


def main(names: list[str]) -> int:
    """Run the benchmarks; 2 for a name that is none, else 0: a goal that does not hold is printed, not raised."""
    unknown = sorted(set(names) - set(BENCHMARKS))
    if unknown:
        print(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    for name in names or BENCHMARKS:
        print(f"… {name}", file=sys.stderr, flush=True)
        figures += importlib.import_module(f"benchmarks.{name}").run()
    print(_table(figures))
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_bytes(msgspec.json.format(msgspec.json.encode(figures), indent=2) + b"\n")
    print(f"\n{OUTPUT} written ({platform.machine()}, Python {platform.python_version()})")
    return 0


def _table(figures: list[Figure]) -> str:
    rows = [("figure", "value", "unit", "baseline", "ratio", "goal", "holds")]
    rows += [
        (
            figure.figure,
            f"{figure.value:,.2f}",
            figure.unit,
            "" if figure.baseline is None else f"{figure.baseline:,.2f}",
            "" if figure.ratio is None else f"{figure.ratio:.2f}",
            figure.goal,
            {None: "", True: "yes", False: "NO"}[figure.holds],
        )
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    numeric = {1, 3, 4}
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in numeric else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

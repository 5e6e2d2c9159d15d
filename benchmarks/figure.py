"""One measured figure, with the baseline it was measured against in the same run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of ``bench-output/bench.json``. ``ratio`` is value / baseline; ``holds`` says whether the goal is met."""

    figure: str
    value: float
    unit: str
    baseline: float | None = None
    ratio: float | None = None
    goal: str = ""
    holds: bool | None = None


def compared(figure: str, value: float, unit: str, baseline: float, *, goal: float | None = None) -> Figure:
    """A figure against its baseline; ``goal`` is the highest ratio that still holds."""
    ratio = value / baseline
    return Figure(
        figure=figure,
        value=round(value, 4),
        unit=unit,
        baseline=round(baseline, 4),
        ratio=round(ratio, 3),
        goal=f"ratio <= {goal:g}" if goal is not None else "",
        holds=ratio <= goal if goal is not None else None,
    )


def within(figure: str, value: float, unit: str, most: float) -> Figure:
    """A figure whose goal is a number of its own: it holds up to ``most``."""
    return Figure(figure, round(value, 3), unit, goal=f"<= {most:g} {unit}", holds=value <= most)

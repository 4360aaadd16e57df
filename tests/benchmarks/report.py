"""Figures of a benchmark and the table that shows them."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below or at which so many percent lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


@dataclass
class Series:
    """What was measured again and again, in milliseconds unless `unit` says otherwise.

    `cpu` is the processor's time for the same, which other programs hardly change.
    """

    name: str
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    unit: str = "ms"

    def add(self, wall: float, cpu: float | None = None) -> None:
        """One more."""
        self.wall.append(wall)
        if cpu is not None:
            self.cpu.append(cpu)

    @property
    def median(self) -> float:
        """The one in the middle."""
        return statistics.median(self.wall)

    def cells(self) -> list[str]:
        """The row of the table."""
        wall = [percentile(self.wall, percent) for percent in (95, 99, 100)]
        cpu = [statistics.median(self.cpu), percentile(self.cpu, 95)] if self.cpu else []
        numbers = [f"{value:.2f}" for value in (self.median, *wall, *cpu)]
        return [self.name, self.unit, str(len(self.wall)), *numbers, *[""] * (6 - len(numbers))]


@dataclass(frozen=True)
class Check:
    """A figure that must lie below (or above) a limit.

    `is_ratio`: both its parts were measured in this run, so that it holds on any machine. Others
    are times, which say little where other programs run.
    """

    name: str
    value: float
    limit: float
    is_ratio: bool = False
    at_least: bool = False
    aim: float | None = None
    unit: str = ""

    @property
    def holds(self) -> bool:
        """Whether it is within its limit."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def line(self) -> str:
        """One line of the table."""
        word = "at least" if self.at_least else "at most"
        aim = f", aim {self.aim:g}" if self.aim is not None else ""
        verdict = "ok  " if self.holds else "MISS"
        unit = f" {self.unit}" if self.unit else ""
        return f"{verdict} {self.name}: {self.value:.2f}{unit} ({word} {self.limit:g}{aim})"


@dataclass
class Report:
    """One benchmark's figures."""

    title: str
    series: list[Series] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The table."""
        head = ["", "", "n", "median", "p95", "p99", "worst", "CPU median", "CPU p95"]
        rows = [head, *(series.cells() for series in self.series)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
        table = [
            "  ".join(
                cell.ljust(width) if column < 2 else cell.rjust(width)
                for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in rows
        ]
        return [f"== {self.title}", *table, *(check.line() for check in self.checks), *self.notes]

    def broken_ratios(self) -> list[str]:
        """The ratios that are beyond their limits."""
        return [check.line() for check in self.checks if check.is_ratio and not check.holds]

"""Reads a coverage report and holds each part of the program to its share of branches."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

LIMITS: Final[Mapping[str, float]] = {
    "pos_app/domain/": 100,
    "pos_app/usecases/": 100,
    "pos_app/provider/wire.py": 100,
    "pos_app/provider/signing.py": 100,
    "pos_app/": 90,
}
"""What must be covered: lines and branches together, in per cent, by beginning of the path."""


SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one part is covered, and where the gaps are."""

    part: str
    covered: int
    of: int
    limit: float | None
    gaps: tuple[str, ...]

    @property
    def percent(self) -> float:
        """Lines and branches that ran, of all."""
        return 100 * self.covered / self.of if self.of else 100

    @property
    def enough(self) -> bool:
        """Whether the limit, if there is one, is kept."""
        return self.limit is None or self.percent >= self.limit


def shares(report: Path) -> list[Share]:
    """One share for each limit, then one for each other package."""
    files: dict[str, Any] = json.loads(report.read_text("utf-8"))["files"]
    parts: dict[str, float | None] = dict(LIMITS)
    for name in sorted(files):
        folder, _, rest = name.removeprefix("pos_app/").partition("/")
        if rest:
            parts.setdefault(f"pos_app/{folder}/", None)
    return [_share(part, limit, files) for part, limit in parts.items()]


def _share(part: str, limit: float | None, files: Mapping[str, Any]) -> Share:
    covered = total = 0
    gaps: list[tuple[int, str]] = []
    for name, file in files.items():
        if not name.startswith(part):
            continue
        summary = file["summary"]
        did = summary["covered_lines"] + summary.get("covered_branches", 0)
        size = summary["num_statements"] + summary.get("num_branches", 0)
        covered, total = covered + did, total + size
        if did < size:
            gaps.append((size - did, f"  {name}: {size - did} of {size} not run: {_where(file)}"))
    worst = sorted(gaps, reverse=True)[:SHOWN]
    return Share(part, covered, total, limit, tuple(text for _, text in worst))


def _where(file: Mapping[str, Any]) -> str:
    places = [str(line) for line in file["missing_lines"]]
    places += [f"{start}->{end}" for start, end in file.get("missing_branches", ())]
    return ", ".join(places[:SHOWN]) + (" ..." if len(places) > SHOWN else "")

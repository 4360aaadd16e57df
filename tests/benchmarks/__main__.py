"""All figures in one command, as tables.

    .venv/bin/python -m tests.benchmarks [NAME]... [--judge]

Names: search scroll stall start sale slip frozen memory (all of them without a name; `memory`
takes minutes). Each runs in a process of its own, interleaved with its baseline. Times depend on
what else the machine does, so the load is printed beside them; `--judge` ends with 1 when a
ratio is beyond its limit, because both sides of a ratio were measured in the same run.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pickle
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tests.benchmarks.report import Report

NAMES: Final = ("search", "scroll", "stall", "start", "sale", "slip", "frozen", "memory")


def _load() -> str:
    """How busy the machine is: runnable programs over the last 1, 5 and 15 minutes."""
    if not hasattr(os, "getloadavg"):
        return "unknown"
    return " ".join(f"{value:.2f}" for value in os.getloadavg())


def _measure(name: str, out: Path) -> None:
    """One benchmark, in this process."""
    report = importlib.import_module(f"tests.benchmarks.{name}").measure()
    out.write_bytes(pickle.dumps(report))


def _report_of(name: str) -> Report:
    """One benchmark, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="pos-app-benchmark-") as folder:
        out = Path(folder, "report")
        command = [sys.executable, "-m", "tests.benchmarks", name, "--into", str(out)]
        subprocess.run(command, check=True)
        report = pickle.loads(out.read_bytes())  # noqa: S301 -- our own child's
    assert isinstance(report, Report)
    return report


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(NAMES))
    parser.add_argument("--judge", action="store_true", help="1 when a ratio is beyond its limit")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    if options.into is not None:
        _measure(options.names[0], options.into)
        return 0
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, Python {platform.python_version()}, "
          f"{platform.system()}, {os.cpu_count()} processors")  # fmt: skip
    broken: list[str] = []
    for name in options.names or NAMES:
        before = _load()
        report = _report_of(name)
        broken += report.broken_ratios()
        print(
            *report.lines(), f"load before: {before}, after: {_load()}", "", sep="\n", flush=True
        )
    print(*(broken or ["no ratio is beyond its limit"]), sep="\n")
    return 1 if broken and options.judge else 0


if __name__ == "__main__":
    sys.exit(main())

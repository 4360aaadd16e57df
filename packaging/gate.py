"""The gate: everything that must hold before a change is taken, in one command.

    .venv/bin/python packaging/gate.py [--no-coverage] [--no-tests] [--slow | --frozen]
        [pytest arguments]

Checks run one after the other and all of them run, so that one look shows all there is to do.
`--no-coverage` tells the tests to run bare, which is faster at the desk. `--slow` adds the tests
marked slow (long proofs, the frozen program, packages) in a run of their own without measurement,
and the benchmarks, where a ratio beyond its limit fails and a time does not; `--frozen` adds only
the frozen program and its smoke run. Other arguments go to pytest; the share that must be covered
is then not asked for.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import coverage_limits
import sizes

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Table:
    """What ran, how it ended and how long it took."""

    rows: list[tuple[str, bool, str]] = field(default_factory=list)

    def add(self, name: str, *, passed: bool, note: str) -> None:
        """Add a row."""
        self.rows.append((name, passed, note))

    def run(self, name: str, command: Sequence[str], environment: dict[str, str]) -> bool:
        """Run a check, its output going where ours goes, and add its row."""
        print(f"--- {name}", flush=True)
        start = time.monotonic()
        status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        self.add(name, passed=status == 0, note=f"{time.monotonic() - start:.1f} s")
        return status == 0

    def show(self) -> None:
        """Print all rows."""
        print("\n--- gate")
        for name, passed, note in self.rows:
            print(f"{'ok  ' if passed else 'FAIL'} {name:<40} {note}")

    @property
    def passed(self) -> bool:
        """Whether every row is well."""
        return all(passed for _, passed, _ in self.rows)


def surroundings() -> dict[str, str]:
    """The environment of every check."""
    return {**os.environ, "LC_ALL": "C.UTF-8"}


def check_text(table: Table, environment: dict[str, str]) -> None:
    """What can be said without running the program."""
    tools = Path(sys.executable).parent
    table.run("format", [str(tools / "ruff"), "format", "--check", "--quiet", "."], environment)
    table.run(
        "lint",
        [str(tools / "ruff"), "check", "--quiet", "--output-format=concise", "."],
        environment,
    )
    table.run("types", [str(tools / "mypy")], environment)
    table.run("layers", [str(tools / "lint-imports"), "--no-cache", "--no-logo"], environment)
    table.run("sizes", [sys.executable, "packaging/sizes.py"], environment)


def check_tests(
    table: Table, arguments: Sequence[str], environment: dict[str, str], *, coverage: bool
) -> None:
    """The tests, measured when asked for."""
    if not coverage:
        table.run("tests", [sys.executable, "-m", "pytest", *arguments], environment)
        return
    with tempfile.TemporaryDirectory(prefix="pos-app-coverage-") as folder:
        report = Path(folder, "report.json")
        environment = {**environment, "COVERAGE_FILE": str(Path(folder, "data"))}
        tool = [sys.executable, "-m", "coverage"]
        table.run("tests", [*tool, "run", "-m", "pytest", *arguments], environment)
        for step in (["combine", "--quiet"], ["json", "--quiet", "-o", str(report)]):
            subprocess.run([*tool, *step], cwd=ROOT, env=environment, check=False)
        if report.exists():
            judge_coverage(table, report, strict=not arguments)
        else:
            table.add("coverage", passed=False, note="nothing was measured")


def build_frozen(table: Table, environment: dict[str, str]) -> bool:
    """Build the frozen program, so that no test has to wait for it."""
    command = [sys.executable, "packaging/freeze.py", "--if-needed"]
    return table.run("frozen build", command, environment)


def judge_coverage(table: Table, report: Path, *, strict: bool) -> None:
    """One row for each part; the limits count only when all tests ran."""
    for share in coverage_limits.shares(report):
        wanted = "" if share.limit is None else f" (at least {share.limit:g} %)"
        note = f"{share.percent:5.1f} % of {share.of} lines and branches{wanted}"
        table.add(f"coverage {share.part}", passed=share.enough or not strict, note=note)
        if not share.enough:
            print(f"--- not covered in {share.part}", *share.gaps, sep="\n")


def add_figures(table: Table) -> None:
    """How large the program has become."""
    now = sizes.figures()
    table.add("size", passed=True, note=f"{now.lines} lines in {now.modules} modules")
    table.add("size of tests", passed=True, note=f"{now.test_lines} lines")
    table.add("largest module", passed=True, note=now.largest)
    table.add("longest function", passed=True, note=now.longest_function)


def main() -> int:
    """Run the checks and say how they ended."""
    parser = argparse.ArgumentParser(description="Everything that must hold.", allow_abbrev=False)
    parser.add_argument("--no-coverage", action="store_true", help="run the tests unmeasured")
    parser.add_argument("--no-tests", action="store_true", help="run no tests at all")
    parser.add_argument("--slow", action="store_true", help="add slow tests and benchmarks")
    parser.add_argument("--frozen", action="store_true", help="add the frozen program's smoke run")
    options, arguments = parser.parse_known_args()
    environment, table = surroundings(), Table()
    check_text(table, environment)
    if not options.no_tests:
        check_tests(table, arguments, environment, coverage=not options.no_coverage)
        if options.slow:
            build_frozen(table, environment)
            table.run(
                "slow tests",
                [sys.executable, "-m", "pytest", "-m", "slow", *arguments],
                environment,
            )
            if not arguments:
                judge = [sys.executable, "-m", "tests.benchmarks", "--judge"]
                table.run("benchmarks (ratios)", judge, environment)
    if options.frozen and build_frozen(table, environment):
        smoke = [sys.executable, "-m", "pytest", "-m", "slow", "tests/e2e/test_frozen.py"]
        table.run("frozen program", smoke, environment)
    add_figures(table)
    table.show()
    return 0 if table.passed else 1


if __name__ == "__main__":
    sys.exit(main())

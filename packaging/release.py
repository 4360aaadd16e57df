"""The release checklist: one command says whether this checkout may become a version.

    .venv/bin/python packaging/release.py VERSION [--quick]

Looks at version, changelog, checkout and licences, runs the gate with all slow tests, builds the
packages and checks their size and sums. Every check runs; exit 1 if one failed. `--quick` leaves
out the tests, to see early what is not ready. It changes nothing outside dist/ and build/, and
publishes nothing: what is left to a person is printed at the end.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import gate
import shipped

MOST_BYTES: Final = 60_000_000
VERSION: Final = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:rc(\d+))?")
_LEFT: Final = """
Left to a person:
  git tag -s v{version} && git push origin v{version}
  fetch the hosted build's artefacts for Windows and macOS, try them, sign them (README)
  publish dist/pos-app_{version}_*.deb, dist/pos-app-{version}-*.tar.xz, dist/SHA256SUMS
"""


def problems_of_version(wanted: str, tags: list[str]) -> Iterator[str]:
    """What is wrong with the number itself."""
    if VERSION.fullmatch(wanted) is None:
        yield f"{wanted} is no version; 1.2.3 or 1.2.3rc1, please"
        return
    if (ours := shipped.version()) != wanted:
        yield f"pos_app/__init__.py says {ours}"
    newest = max((order_of(tag.removeprefix("v")) for tag in tags), default=(0, 0, 0, 0))
    if order_of(wanted) <= newest:
        yield "there is a tag of this version or a newer one"


def order_of(version: str) -> tuple[int, int, int, int]:
    """Sorts versions; a candidate comes before its release."""
    match = VERSION.fullmatch(version)
    if match is None:
        return (0, 0, 0, 0)
    major, minor, patch, candidate = match.groups()
    # No release has so many candidates.
    return int(major), int(minor), int(patch), int(candidate or 10**6)


def problems_of_changelog(wanted: str, text: str) -> Iterator[str]:
    """The version has a dated section with something in it, and nothing is left over."""
    sections = dict(re.findall(r"^## (.+)\n([\s\S]*?)(?=^## |\Z)", text, re.MULTILINE))
    dated = [name for name in sections if re.fullmatch(rf"{wanted} \(\d{{4}}-\d\d-\d\d\)", name)]
    if not dated:
        yield f"CHANGELOG.md has no section '## {wanted} (YYYY-MM-DD)'"
    elif not sections[dated[0]].strip():
        yield "its section in CHANGELOG.md is empty"
    if sections.get("Unreleased", "").strip():
        yield "CHANGELOG.md still has something under Unreleased"


def _problems_of_checkout() -> Iterator[str]:
    if changed := _git("status", "--porcelain"):
        yield f"{len(changed)} files are not committed"


def _problems_of_packages(wanted: str) -> Iterator[str]:
    made = sorted((shipped.ROOT / "dist").glob(f"pos-app[-_]{wanted}*"))
    if len(made) != 2:
        yield f"two packages were expected in dist: {[path.name for path in made]}"
    for path in made:
        if path.stat().st_size > MOST_BYTES:
            yield f"{path.name} is larger than {MOST_BYTES / 1e6:.0f} MB"
    check = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    if subprocess.run(check, cwd=shipped.ROOT / "dist", check=False).returncode:
        yield "SHA256SUMS is not right"


def _git(*words: str) -> list[str]:
    done = subprocess.run(
        ["git", "-C", str(shipped.ROOT), *words], check=True, capture_output=True, text=True
    )
    return done.stdout.splitlines()


def _note(table: gate.Table, name: str, problems: Iterator[str]) -> None:
    found = list(problems)
    table.add(name, passed=not found, note="; ".join(found) or "ready")


def main() -> int:
    """Go through the list and show it."""
    parser = argparse.ArgumentParser(description="The release checklist.", allow_abbrev=False)
    parser.add_argument("version")
    parser.add_argument("--quick", action="store_true", help="leave out the tests")
    options = parser.parse_args()
    wanted, table, tools = options.version, gate.Table(), Path(sys.executable).parent
    changelog = (shipped.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    _note(table, "version", problems_of_version(wanted, _git("tag", "--list", "v*")))
    _note(table, "changelog", problems_of_changelog(wanted, changelog))
    _note(table, "checkout", _problems_of_checkout())
    if not options.quick:
        script = ["bash", str(shipped.ROOT / "packaging" / "test.sh"), "--slow"]
        table.run("gate and slow tests", script, gate.surroundings())
    package = [str(tools / "python"), "packaging/packages.py"]
    if table.run("packages", package, gate.surroundings()):
        _note(table, "sizes and sums", _problems_of_packages(wanted))
        figures = [str(tools / "python"), "packaging/figures.py"]
        table.run("figures", figures, gate.surroundings())
    table.show()
    if table.passed:
        print(_LEFT.format(version=wanted))
    return 0 if table.passed else 1


if __name__ == "__main__":
    sys.exit(main())

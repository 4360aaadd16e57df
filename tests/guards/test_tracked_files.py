"""What lies in the checkout is fit for every computer."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOP_LEVEL = set(
    """
    .ci .editorconfig .gitattributes .github .gitignore CHANGELOG.md LICENSE NOTICE README.md docs
    packaging pos_app pyproject.toml requirements-dev.lock requirements.lock resources tests
    """.split()
)
# Written with a gap, so that this file does not find itself.
_HOSTS = r"""
    py pi\.org | python hosted\.org | npm js\.(org|com) | deb \.debian\.org
    | archive\.ub untu\.com | extra- index-url | find- links=
"""
_PLACES = r"""
    /wo rk/(main|shared|notes) | /ro ot/\. | /op t/(wheels|pypi) | /ho me/[a-z]+/\w
"""


def _files() -> list[Path]:
    """The files of the checkout: what git tracks, or all that it would not ignore."""
    if shutil.which("git") and (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached"]
        out = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        return [path for name in out.split("\0") if name and (path := ROOT / name).is_file()]
    return [
        path
        for top in TOP_LEVEL
        for path in [ROOT / top, *(ROOT / top).rglob("*")]
        if path.is_file() and "__pycache__" not in path.parts
    ]


def _hits(gapped: str) -> list[str]:
    pattern = re.compile("".join(gapped.split()))
    hits = []
    for path in _files():
        text = path.read_bytes().decode("utf-8", "ignore")
        hits += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    return hits


def test_no_registry_hosts() -> None:
    """No file names the host of a package registry: everybody has their own mirror."""
    assert _hits(_HOSTS) == []


def test_no_places_of_one_computer() -> None:
    """No file names a folder that only one computer has."""
    assert _hits(_PLACES) == []


def test_top_level_is_small() -> None:
    """The first look at the checkout shows what belongs there and nothing else."""
    assert {path.relative_to(ROOT).parts[0] for path in _files()} <= TOP_LEVEL

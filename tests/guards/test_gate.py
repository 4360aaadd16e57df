"""The gate's own checks see what they are there for."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import coverage_limits
import sizes

ROOT = Path(__file__).parents[2]


def _function(lines: int) -> str:
    return "def f():\n" + "    x = 1\n" * (lines - 1)


def _methods(count: int, base: str = "object") -> str:
    return f"class C({base}):\n" + "".join(f"    def m{i}(self): ...\n" for i in range(count))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (_function(61), "f has 61 lines"),
        ("class C:\n" + "    x = 1\n" * 300, "C has 301 lines"),
        (_methods(16), "16 public methods"),
        ("class SaleManager: ...", "needs a name"),
    ],
)
def test_too_large_is_named(text: str, complaint: str) -> None:
    """Each hard limit is seen when it is passed by one."""
    found = [hit for node in ast.walk(ast.parse(text)) for hit in _judge(node)]
    assert len(found) == 1
    assert complaint in found[0]


@pytest.mark.parametrize("text", [_function(60), _methods(15), _methods(16, "Protocol")])
def test_large_enough_is_fine(text: str) -> None:
    """What keeps the limits passes; a port may have as many methods as it needs."""
    assert [hit for node in ast.walk(ast.parse(text)) for hit in _judge(node)] == []


def _judge(node: ast.AST) -> list[str]:
    return list(sizes._judge("x.py", node, tests=False))


def test_coverage_share(tmp_path: Path) -> None:
    """A branch that never ran in the domain fails the domain and shows in the whole."""
    summary = {"covered_lines": 8, "num_statements": 8, "covered_branches": 1, "num_branches": 2}
    file = {"summary": summary, "missing_lines": [], "missing_branches": [[3, 5]]}
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"files": {"pos_app/domain/money.py": file}}), encoding="utf-8")
    by_part = {share.part: share for share in coverage_limits.shares(report)}
    assert not by_part["pos_app/domain/"].enough
    assert "3->5" in by_part["pos_app/domain/"].gaps[0]
    assert by_part["pos_app/"].percent == 90
    assert by_part["pos_app/"].enough


@pytest.mark.slow
def test_wheel_is_whole(tmp_path: Path) -> None:
    """A wheel carries the program with its resources and its two commands."""
    # setuptools leaves folders behind, hence the copy.
    copy = tmp_path / "checkout"
    for name in ("pos_app", "resources", "packaging"):
        shutil.copytree(ROOT / name, copy / name)
    for name in ("pyproject.toml", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, copy)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(tmp_path), str(copy)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (entry_points,) = [name for name in names if name.endswith("entry_points.txt")]
        assert b"pos-app-window" in archive.read(entry_points)
    wanted = {path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {f"pos_app/_{path.as_posix()}" for path in wanted} <= names
    packages = {path.parent.relative_to(ROOT) for path in (ROOT / "pos_app").rglob("__init__.py")}
    assert {f"{package.as_posix()}/__init__.py" for package in packages} <= names

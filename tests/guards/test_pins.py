"""What is installed is what was decided, on every computer."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
_ENTRY = re.compile(
    r"^([a-z0-9-]+)==(\S+)( ; [^\\]+)? \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.MULTILINE
)
# Locked for some systems or Python versions only.
CONDITIONAL = set(
    """
    backports-tarfile importlib-metadata jeepney lazy-importer pywin32-ctypes secretstorage tzdata
    zipp
    """.split()
)


def _entries(lock: str) -> dict[str, tuple[str, str]]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {match[1]: (match[2], match[4]) for match in _ENTRY.finditer(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_hashes_only(lock: str) -> None:
    """A lock is versions and hashes from first to last line: no addresses, no options."""
    assert _ENTRY.sub("", (ROOT / lock).read_text(encoding="utf-8")) == ""
    for name, (_, hashes) in _entries(lock).items():
        assert "--hash=sha256:" in hashes, name


def test_locks_agree() -> None:
    """What the program uses is locked to the same version and hashes for users and tests."""
    users, developers = _entries("requirements.lock"), _entries("requirements-dev.lock")
    assert {name: developers.get(name) for name in users} == users


def test_lock_serves_windows_too() -> None:
    """The lock names what only Windows needs, so that the twin scripts work there."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.search(r"^tzdata==\S+ ; sys_platform == 'win32'", text, re.MULTILINE)
    assert re.search(r"^pywin32-ctypes==\S+ ; sys_platform == 'win32'", text, re.MULTILINE)


def test_pyside_stays_below_6_12() -> None:
    """PySide6 6.12.0 kills long-running programs on Python 3.11."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "PySide6-Essentials>=6.11.3,<6.12" in project["dependencies"]
    assert _entries("requirements.lock")["pyside6-essentials"][0].startswith("6.11.")


@pytest.mark.parametrize("name", sorted(_entries("requirements.lock").keys() - CONDITIONAL))
def test_installed_is_locked(name: str) -> None:
    """These tests run against the locked versions, not against something newer or older."""
    assert version(name) == _entries("requirements.lock")[name][0]

"""A copy of the till on another computer does not sell (money.md M11)."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from pos_app.bootstrap import machine
from pos_app.bootstrap.machine import bind_machine, check_machine, machine_name
from pos_app.domain.errors import StoreError
from tests.fakes.store import FakeSecretStore

KEY = bytes(range(32))


def test_a_till_belongs_to_its_computer() -> None:
    """Known here, refused elsewhere, and bound anew on purpose only."""
    secrets = FakeSecretStore()
    assert not check_machine(secrets, KEY, lambda: "here")
    bind_machine(secrets, KEY, lambda: "here")
    assert check_machine(secrets, KEY, lambda: "here")
    with pytest.raises(StoreError, match="other_computer"):
        check_machine(secrets, KEY, lambda: "elsewhere")
    bind_machine(secrets, KEY, lambda: "elsewhere")
    assert check_machine(secrets, KEY, lambda: "elsewhere")


def test_a_nameless_computer_is_believed() -> None:
    """Nothing to compare: neither refused nor bound."""
    secrets = FakeSecretStore()
    bind_machine(secrets, KEY, lambda: "")
    assert not check_machine(secrets, KEY, lambda: "")
    bind_machine(secrets, KEY, lambda: "here")
    assert check_machine(secrets, KEY, lambda: "")


def test_the_name_is_not_kept_in_clear() -> None:
    """Only a hash that needs the key."""
    secrets = FakeSecretStore()
    bind_machine(secrets, KEY, lambda: "0123456789abcdef")
    kept = secrets.get("machine")
    assert kept is not None
    assert "0123456789abcdef" not in kept
    with pytest.raises(StoreError):
        check_machine(secrets, bytes(32), lambda: "0123456789abcdef")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="files of Linux")
def test_names_of_linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first file that holds a name counts; what is no name is none."""
    files = tuple(tmp_path / name for name in ("missing", "empty", "odd", "good"))
    files[1].write_text("uninitialized\n")
    files[2].write_bytes(b"\xff\xfe")
    monkeypatch.setattr(machine, "_FILES", files)
    assert machine_name() == ""
    files[3].write_text("0123456789abcdef0123456789abcdef\n")
    assert machine_name() == "0123456789abcdef0123456789abcdef"


def test_this_computer() -> None:
    """Whatever it says, it says it twice and without blanks."""
    name = machine_name()
    assert name == machine_name()
    assert re.fullmatch(r"\S*", name)

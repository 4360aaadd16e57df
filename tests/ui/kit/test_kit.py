"""The kit as a whole: its names, and what loading it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pos_app.ui import kit


def test_every_public_name_can_be_loaded() -> None:
    """The list of names and the modules they come from agree."""
    assert sorted(kit.__all__) == sorted(kit._HOMES)
    for name in kit.__all__:
        assert getattr(kit, name) is getattr(kit, name)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """Misspelt names fail as in any module."""
    with pytest.raises(AttributeError, match="Buttom"):
        kit.Buttom  # noqa: B018 - the access is the test


def test_a_button_does_not_load_the_tiles() -> None:
    """The first window waits for what it shows and nothing else."""
    code = (
        "import sys; from pos_app.ui.kit import PrimaryButton, PinField, RowList;"
        "print([m for m in sys.modules if m.endswith(('kit.tiles', 'kit.details', 'QtSvg'))])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"

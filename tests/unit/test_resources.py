"""Where icons, fonts and translations are found."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app import resources


@pytest.fixture(autouse=True)
def _fresh_root() -> Iterator[None]:
    resources._root.cache_clear()
    yield
    resources._root.cache_clear()


def test_checkout() -> None:
    """In a checkout the resources lie beside the package."""
    assert resources.resource_path("fonts").parent.name == "resources"
    assert resources.resource_path("fonts", "TillSans-Regular.ttf").is_file()


def test_missing() -> None:
    """What was not put into the program is named."""
    with pytest.raises(FileNotFoundError, match="flags"):
        resources.resource_path("flags", "eu.svg")


def test_frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The frozen program finds them where it was unpacked."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "resources").mkdir()
    assert resources.resource_path() == tmp_path / "resources"


def test_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed wheel has them inside the package."""
    (tmp_path / "pos_app" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "pos_app" / "resources.py"))
    assert resources.resource_path() == (tmp_path / "pos_app" / "_resources").resolve()

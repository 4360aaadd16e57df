"""No part of the program slips through the contracts about libraries."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALLOWED = {
    "qt": {"ui", "bootstrap", "__main__"},
    "httpx": {"provider"},
    "sqlite": {"store"},
    "paper": {"printing"},
}


@pytest.mark.parametrize("contract", ALLOWED)
def test_contract_names_every_other_part(contract: str) -> None:
    """A library may be used in its place only, so each other part must be named as forbidden."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (forbidden,) = [entry for entry in contracts if entry["id"] == contract]
    named = {module.removeprefix("pos_app.") for module in forbidden["source_modules"]}
    parts = {path.stem for path in (ROOT / "pos_app").iterdir() if path.suffix in {"", ".py"}}
    assert parts - {"__init__", "__pycache__"} - ALLOWED[contract] == named

"""The frozen program, built anew when anything that goes into it has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import freeze

# Qt's answer to a question about an object that has just gone; not about the program.
_EXPECTED: Final = re.compile(r"qt\.accessibility\.atspi: Could not find accessible on path: .*")


def frozen_program() -> Path:
    """The console program; its folder is what is shipped."""
    built = freeze.program_in(freeze.ROOT / "dist")
    return built if freeze.is_fresh(built) else freeze.build(freeze.ROOT / "dist")


def unexpected(lines: Iterable[str]) -> list[str]:
    """What a program said and should not have."""
    return [line for line in lines if not _EXPECTED.fullmatch(line)]

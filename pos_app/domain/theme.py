"""The colours an owner may choose for the window."""

from __future__ import annotations

from enum import StrEnum


class Theme(StrEnum):
    """Colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"

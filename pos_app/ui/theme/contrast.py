"""Contrast of two colours by WCAG 2.2, as plain arithmetic."""

from __future__ import annotations

from typing import Final

AA_TEXT: Final = 4.5  # success criterion 1.4.3
AA_COMPONENT: Final = 3.0  # success criterion 1.4.11, also focus rings
AAA_TEXT: Final = 7.0  # what the high contrast palettes hold


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def luminance(color: str) -> float:
    """Relative luminance of an opaque `#rrggbb` colour.

    May raise:
    - ValueError: not an opaque six digit colour.
    """
    digits = color.removeprefix("#")
    if len(digits) != 6:
        raise ValueError(color)
    red, green, blue = (_linear(int(digits[at : at + 2], 16)) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two opaque colours, 1 to 21, whichever lies on top."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)

"""Design tokens: every colour, size and weight of the window, as plain data without Qt.

Colours are roles, never values, everywhere else. `tests/unit/ui/theme/test_contrast.py` computes
WCAG 2.2 contrast for each pair of roles that the kit puts on top of each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum
from types import MappingProxyType
from typing import Final


class Scheme(StrEnum):
    """What the owner may choose; `SYSTEM` follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Role(StrEnum):
    """What a colour is for. A `_SOFT` role is a background, its plain name the text on it."""

    SURFACE = "surface"  # the page
    RAISED = "raised"  # cards, fields, dialogs
    SUNKEN = "sunken"  # rail, wells, key hints
    HOVER = "hover"  # under the pointer
    SELECTED = "selected"  # the chosen row or tile
    BORDER = "border"  # hairlines that only decorate
    FIELD_BORDER = "field-border"  # edges that a person must see to find a control
    TEXT = "text"
    MUTED = "muted"
    DISABLED = "disabled"
    DISABLED_FILL = "disabled-fill"
    ACCENT = "accent"  # fill of the one main action
    ACCENT_HOVER = "accent-hover"
    ACCENT_PRESSED = "accent-pressed"
    ON_ACCENT = "on-accent"
    ACCENT_TEXT = "accent-text"  # accent as text or icon
    ACCENT_SOFT = "accent-soft"
    DANGER_FILL = "danger-fill"
    DANGER_HOVER = "danger-hover"
    DANGER_PRESSED = "danger-pressed"
    ON_DANGER = "on-danger"
    SUCCESS = "success"
    SUCCESS_SOFT = "success-soft"
    WARNING = "warning"
    WARNING_SOFT = "warning-soft"
    DANGER = "danger"
    DANGER_SOFT = "danger-soft"
    INFO = "info"
    INFO_SOFT = "info-soft"
    NEUTRAL = "neutral"
    NEUTRAL_SOFT = "neutral-soft"
    TRAINING = "training"
    TRAINING_STRIPE = "training-stripe"
    ON_TRAINING = "on-training"
    FOCUS = "focus"
    SCRIM = "scrim"  # over the window while a dialog is open
    SHADOW = "shadow"


class Tone(StrEnum):
    """The mood of a pill, banner or notice; always shown with an icon and a word too."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    ACCENT = "accent"

    @property
    def text(self) -> Role:
        """The colour of words and icons of this tone."""
        return Role.ACCENT_TEXT if self is Tone.ACCENT else Role(self.value)

    @property
    def soft(self) -> Role:
        """The quiet background of this tone."""
        return Role(f"{self.value}-soft")


class Space(IntEnum):
    """Distances in device independent pixels, on a grid of four."""

    NONE = 0
    XXS = 2
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32
    XXXL = 48


class Radius(IntEnum):
    """Corner radii."""

    S = 6
    M = 10
    L = 14
    PILL = 999


class Elevation(IntEnum):
    """How far something floats above the page: the spread of its shadow."""

    FLAT = 0
    RAISED = 6
    FLOATING = 16


TOUCH_TARGET: Final = 44
ICON_SIZE: Final = 20
FOCUS_WIDTH: Final = 2


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One step of the type scale: a factor of the base size, a weight, and the face."""

    factor: float
    weight: int
    mono: bool = False
    spacing: float = 0.0  # letter spacing in percent of the size; large text is set tighter


class TextRole(Enum):
    """The type scale; each member's value is its `TypeStyle`."""

    CAPTION = TypeStyle(0.86, 500)
    BODY = TypeStyle(1.0, 400)
    STRONG = TypeStyle(1.0, 600)
    DETAIL = TypeStyle(0.93, 400)
    LABEL = TypeStyle(0.93, 500)
    SUBTITLE = TypeStyle(1.14, 600)
    TITLE = TypeStyle(1.43, 600, spacing=-1.0)
    HEADING = TypeStyle(1.86, 700, spacing=-1.6)
    DISPLAY = TypeStyle(2.57, 700, spacing=-2.0)
    AMOUNT = TypeStyle(3.43, 700, spacing=-2.4)
    CODE = TypeStyle(1.07, 400, mono=True)
    CODE_LARGE = TypeStyle(1.71, 700, mono=True, spacing=2.0)


@dataclass(frozen=True, slots=True)
class Palette:
    """One complete set of colours."""

    name: str
    dark: bool
    high_contrast: bool
    colors: Mapping[Role, str]

    def __getitem__(self, role: Role) -> str:
        """The colour of a role as `#rrggbb` or `#aarrggbb`."""
        return self.colors[role]


def _palette(
    name: str, base: Mapping[Role, str] | None = None, *, dark: bool, high: bool, **colors: str
) -> Palette:
    named = {Role(key.replace("_", "-")): value for key, value in colors.items()}
    return Palette(name, dark, high, MappingProxyType({**(base or {}), **named}))


LIGHT: Final = _palette(
    "light",
    dark=False,
    high=False,
    surface="#f5f6f8",
    raised="#ffffff",
    sunken="#eceef2",
    hover="#f1f2f6",
    selected="#eceeff",
    border="#e0e3e9",
    field_border="#7c8495",
    text="#14171f",
    muted="#545c6c",
    disabled="#6f7686",
    disabled_fill="#e6e8ed",
    accent="#4a41d8",
    accent_hover="#3f36c4",
    accent_pressed="#332ba8",
    on_accent="#ffffff",
    accent_text="#4338ca",
    accent_soft="#eceeff",
    danger_fill="#c32b22",
    danger_hover="#ab231b",
    danger_pressed="#8f1c15",
    on_danger="#ffffff",
    success="#0f6b3a",
    success_soft="#e1f4e8",
    warning="#855000",
    warning_soft="#fdf0d5",
    danger="#b0241b",
    danger_soft="#fdeae8",
    info="#0b5a8f",
    info_soft="#e3f1fb",
    neutral="#454d5c",
    neutral_soft="#e9ebf0",
    training="#ffd21f",
    training_stripe="#141414",
    on_training="#141414",
    focus="#4a41d8",
    scrim="#66101320",
    shadow="#181c2a",
)

DARK: Final = _palette(
    "dark",
    dark=True,
    high=False,
    surface="#0f1116",
    raised="#191c24",
    sunken="#0a0c10",
    hover="#222631",
    selected="#272a52",
    border="#2b303c",
    field_border="#747d90",
    text="#eceef3",
    muted="#a7afbe",
    disabled="#7f8798",
    disabled_fill="#242833",
    accent="#6259ef",
    accent_hover="#564cde",
    accent_pressed="#463cc4",
    on_accent="#ffffff",
    accent_text="#b3b5ff",
    accent_soft="#272a52",
    danger_fill="#cf3a31",
    danger_hover="#bb2f27",
    danger_pressed="#a1261f",
    on_danger="#ffffff",
    success="#6fdc9c",
    success_soft="#10301f",
    warning="#f4bd5f",
    warning_soft="#35270c",
    danger="#ff9a92",
    danger_soft="#3f1a18",
    info="#85c8f7",
    info_soft="#11293c",
    neutral="#c5cbd6",
    neutral_soft="#2a2f3a",
    training="#ffd21f",
    training_stripe="#141414",
    on_training="#141414",
    focus="#a9abff",
    scrim="#99000000",
    shadow="#000000",
)

LIGHT_HIGH: Final = _palette(
    "light-high",
    LIGHT.colors,
    dark=False,
    high=True,
    surface="#ffffff",
    sunken="#ffffff",
    hover="#e8e8ff",
    selected="#dcdcff",
    border="#000000",
    field_border="#000000",
    text="#000000",
    muted="#1c1f26",
    disabled="#595959",
    disabled_fill="#f0f0f0",
    accent="#1d12a3",
    accent_hover="#150c80",
    accent_pressed="#0d0659",
    accent_text="#1d12a3",
    danger_fill="#8f0f08",
    danger_hover="#750a05",
    danger_pressed="#5c0703",
    success="#004d22",
    warning="#583400",
    danger="#7f0c06",
    info="#00395f",
    neutral="#14171f",
    focus="#1d12a3",
)

DARK_HIGH: Final = _palette(
    "dark-high",
    DARK.colors,
    dark=True,
    high=True,
    surface="#000000",
    raised="#000000",
    sunken="#000000",
    hover="#26263f",
    selected="#2e2e63",
    border="#ffffff",
    field_border="#ffffff",
    text="#ffffff",
    muted="#e2e5ec",
    disabled="#a6a6a6",
    disabled_fill="#1c1c1c",
    accent="#c9caff",
    accent_hover="#dedfff",
    accent_pressed="#f0f0ff",
    on_accent="#000000",
    accent_text="#c9caff",
    danger_fill="#ffb3ad",
    danger_hover="#ffc9c4",
    danger_pressed="#ffdedb",
    on_danger="#000000",
    success="#8df0b5",
    warning="#ffd07a",
    danger="#ffb3ad",
    info="#a6d9ff",
    neutral="#f0f2f6",
    focus="#ffe14d",
)

PALETTES: Final = (LIGHT, DARK, LIGHT_HIGH, DARK_HIGH)


def palette_for(*, dark: bool, high_contrast: bool) -> Palette:
    """The palette for a scheme and a contrast preference."""
    if high_contrast:
        return DARK_HIGH if dark else LIGHT_HIGH
    return DARK if dark else LIGHT

"""What the Settings page shows and what it asks for, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pos_app.domain.money import Language
from pos_app.domain.people import Person
from pos_app.domain.settings import ProcessingMode, Settings
from pos_app.domain.tax import Taxes
from pos_app.domain.theme import Theme

Value: TypeAlias = str | int | Language | ProcessingMode | Theme | Taxes | None


@dataclass(frozen=True, slots=True)
class SettingsState:
    """The settings in force, and what the sections show beside them."""

    settings: Settings
    language: Language
    training: bool
    allowed: bool  # a manager stands behind what is done here
    secret_store: str
    products: tuple[tuple[str, str, str], ...] = ()  # code, name and brand
    printers: tuple[str, ...] | None = None  # None while the system is being asked
    people: tuple[Person, ...] = ()
    me: int | None = None  # who is signed in


@dataclass(frozen=True, slots=True)
class Draft:
    """Settings to change, by their names, and a new client secret where one was entered."""

    section: str
    values: Mapping[str, Value] = field(default_factory=dict)
    secret: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a connection is tested with; no secret means the one that is stored."""

    url: str
    client_id: str
    secret: str = field(default="", repr=False)

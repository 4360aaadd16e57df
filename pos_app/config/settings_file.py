"""The settings file: JSON that people may read; a damaged one is reported and never replaced."""

from __future__ import annotations

import asyncio
import errno
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from pos_app.config.environment import overrides, with_environment
from pos_app.domain.errors import SettingsError, StoreError
from pos_app.domain.money import Language
from pos_app.domain.settings import ProcessingMode, Settings
from pos_app.domain.slip import Paper
from pos_app.domain.tax import TaxClass, Taxes, TaxRule
from pos_app.domain.theme import Theme
from pos_app.files import write_private

_Read = Callable[[object], object]


def _text(value: object) -> object:
    if not isinstance(value, str):
        raise TypeError("a text")
    return value


def _number(least: int, most: int) -> _Read:
    def read(value: object) -> object:
        if type(value) is not int or not least <= value <= most:
            raise TypeError(f"a whole number from {least} to {most}")
        return value

    return read


def _amount_or_none(value: object) -> object:
    return None if value is None else _number(0, 10**12)(value)


def _paper(value: object) -> object:
    try:
        return Paper(str(value)).value
    except ValueError as error:
        raise TypeError(" or ".join(Paper)) from error


def _language(value: object) -> object:
    if value is None:
        return None
    try:
        return Language(str(value))
    except ValueError as error:
        raise TypeError(" or ".join(Language)) from error


def _theme(value: object) -> object:
    try:
        return Theme(str(value))
    except ValueError as error:
        raise TypeError(" or ".join(Theme)) from error


def _processing_mode(value: object) -> object:
    try:
        return ProcessingMode(str(value))
    except ValueError as error:
        raise TypeError(" or ".join(ProcessingMode)) from error


def _taxes(value: object) -> object:
    rule = "a list of objects with product, tax and note"
    if not isinstance(value, list):
        raise TypeError(rule)
    return Taxes(tuple(_tax_rule(each, rule) for each in value))


def _tax_rule(value: object, rule: str) -> TaxRule:
    match value:
        case {"product": str(product), "tax": str(tax), "note": str(note), **rest} if not rest:
            try:
                return TaxRule(product, TaxClass(tax), note)
            except (ValueError, SettingsError) as error:
                raise TypeError(rule) from error
    raise TypeError(rule)


def _writable(value: object) -> object:
    """What JSON can hold of a setting."""
    if isinstance(value, Taxes):
        return [
            {"product": rule.product, "tax": rule.tax.value, "note": rule.note}
            for rule in value.rules
        ]
    return value


_KEYS: Final[Mapping[str, _Read]] = {
    "store": _text,
    "till": _text,
    "country": _text,
    "currency": _text,
    "provider_url": _text,
    "client_id": _text,
    "installation_id": _text,
    "language": _language,
    "printer": _text,
    "paper": _paper,
    "theme": _theme,
    "secret_store": _text,
    "card_limit_minor": _amount_or_none,
    "sale_limit_minor": _amount_or_none,
    "auto_lock_s": _number(0, 24 * 3600),
    "balance_warning_minor": _amount_or_none,
    "erase_after_days": _number(1, 3650),
    "processing_mode": _processing_mode,
    "slip_language": _language,
    "taxes": _taxes,
}
_REQUIRED: Final = tuple(_KEYS)[:7]


def load_settings(path: Path) -> Settings:
    """Read the settings; nothing is changed or repaired.

    May raise:
    - SettingsError, always with `file`: `settings_missing`, `settings_unreadable`,
      `settings_damaged` (no JSON object), `setting_missing` or `unknown_setting` (with `key`),
      `bad_setting` (with `key`, `value`, `rule`), or those of an unusable provider address.
    """
    values = _read(path)
    for key in values:
        if key not in _KEYS:
            raise SettingsError("unknown_setting", file=path, key=key)
    for key in _REQUIRED:
        if key not in values:
            raise SettingsError("setting_missing", file=path, key=key)
    fields = {key: _value(path, key, value) for key, value in values.items()}
    try:
        return Settings(**fields)  # type: ignore[arg-type]  # each was checked by its reader
    except SettingsError as error:
        raise SettingsError(error.code, **{**error.params, "file": path}) from error


def _read(path: Path) -> Mapping[str, object]:
    try:
        values = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise SettingsError("settings_missing", file=path) from error
    except OSError as error:
        raise SettingsError("settings_unreadable", file=path, reason=error.strerror) from error
    except (ValueError, RecursionError) as error:
        raise SettingsError("settings_damaged", file=path) from error
    if not isinstance(values, dict):
        raise SettingsError("settings_damaged", file=path)
    return values


def _value(path: Path, key: str, value: object) -> object:
    try:
        return _KEYS[key](value)
    except TypeError as error:
        rule, said = str(error), value if isinstance(value, str) else json.dumps(value)
        raise SettingsError("bad_setting", file=path, key=key, value=said, rule=rule) from error


def save_settings(path: Path, settings: Settings) -> None:
    """Replace the file in one step; only its owner can read it.

    May raise:
    - StoreError: `disk_full`, `read_only` or `io`, with `path`; the old file is untouched.
    """
    values = {key: _writable(getattr(settings, key)) for key in _KEYS}
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n"
    try:
        write_private(path, text.encode())
    except OSError as error:
        raise StoreError(_CODES.get(error.errno or 0, "io"), path=path) from error


_CODES: Final[Mapping[int, str]] = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}


class SettingsJson:
    """The port `SettingsFile` over one JSON file, below the environment.

    What the environment says wins while it says so, and is not written into the file.
    """

    def __init__(self, path: Path, environment: Mapping[str, str] | None = None) -> None:
        """Read and write `path`."""
        self.path, self._environment = path, environment or {}

    def load(self) -> Settings:
        """The settings in force. May raise SettingsError."""
        return with_environment(load_settings(self.path), self._environment)

    async def save(self, settings: Settings) -> None:
        """Replace the file atomically. May raise StoreError."""
        await asyncio.to_thread(self._save, settings)

    def _save(self, settings: Settings) -> None:
        imposed = overrides(self._environment)
        if imposed and self.path.exists():
            old = load_settings(self.path)
            same = [key for key, value in imposed.items() if getattr(settings, key) == value]
            settings = replace(settings, **{key: getattr(old, key) for key in same})
        save_settings(self.path, settings)

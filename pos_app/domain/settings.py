"""The settings of a till as values; reading and writing them is config's work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pos_app.domain.address import check_base_url
from pos_app.domain.errors import SettingsError
from pos_app.domain.money import Language
from pos_app.domain.tax import Taxes
from pos_app.domain.theme import Theme

_TILL: Final = re.compile(r"[A-Za-z0-9-]{1,12}")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_STORE_MOST: Final = 80


class ProcessingMode(StrEnum):
    """How the provider is asked to work on this till's orders (provider contract 6)."""

    SYNC = "sync"  # it answers once the card is there
    ASYNC = "async"  # it answers once the order exists; the till asks for the card


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything `setup` and the Settings screen decide. The secret is kept elsewhere."""

    store: str
    till: str
    country: str
    currency: str
    provider_url: str
    client_id: str
    installation_id: str
    language: Language | None = None
    printer: str = ""
    paper: str = "80mm"
    theme: Theme = Theme.SYSTEM
    secret_store: str = "file"  # noqa: S105  (the kind of store, not a secret)
    card_limit_minor: int | None = None
    sale_limit_minor: int | None = None
    auto_lock_s: int = 300
    balance_warning_minor: int | None = None  # M13: below it the manager is told
    erase_after_days: int = 14  # M15: codes are erased so long after the hand-over
    processing_mode: ProcessingMode = ProcessingMode.SYNC
    slip_language: Language | None = (
        None  # of the slips, unless chosen per sale; None: the window's
    )
    taxes: Taxes = Taxes()  # noqa: RUF009  (frozen)

    def __post_init__(self) -> None:
        """Check what can be checked without asking anybody.

        May raise:
        - SettingsError: `bad_setting` with `key`, `value` and a `rule`.
        """
        check_store(self.store)
        _require(_TILL, "till", self.till, "1 to 12 letters, digits or hyphens")
        _require(_COUNTRY, "country", self.country, "two capital letters, such as DE")
        _require(_CURRENCY, "currency", self.currency, "three capital letters, such as EUR")
        check_base_url(self.provider_url)
        if not self.client_id.strip() or not self.client_id.isprintable():
            raise SettingsError(
                "bad_setting", key="client_id", value=self.client_id, rule="not empty"
            )


def _require(pattern: re.Pattern[str], key: str, value: str, rule: str) -> None:
    if not pattern.fullmatch(value):
        raise SettingsError("bad_setting", key=key, value=value, rule=rule)


def check_store(name: str) -> None:
    """Refuse a store name that could not stand on a slip.

    May raise:
    - SettingsError: `bad_setting`.
    """
    if not name.strip() or not name.isprintable() or len(name) > _STORE_MOST:
        raise SettingsError(
            "bad_setting", key="store", value=name, rule=f"1 to {_STORE_MOST} characters"
        )

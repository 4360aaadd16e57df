"""What the first start asks for, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from pos_app.domain.errors import SettingsError
from pos_app.domain.money import Language
from pos_app.domain.settings import Settings
from pos_app.ui.views.settings.state import Credentials


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything that was entered."""

    store: str
    till: str
    country: str
    currency: str
    credentials: Credentials
    manager: str
    pin: str = field(repr=False)

    def settings(self, installation_id: str, language: Language) -> Settings:
        """As settings.

        May raise:
        - SettingsError: `bad_setting` and the address's codes.
        """
        return Settings(
            store=self.store,
            till=self.till,
            country=self.country.upper(),
            currency=self.currency.upper(),
            provider_url=self.credentials.url.rstrip("/"),
            client_id=self.credentials.client_id,
            installation_id=installation_id,
            language=language,
        )

    def require_manager(self) -> None:
        """Refuse a set-up without anybody who may sign in.

        May raise:
        - SettingsError: `bad_setting` for `manager`.
        """
        if not self.manager.strip():
            raise SettingsError("bad_setting", key="manager", value="", rule="not empty")

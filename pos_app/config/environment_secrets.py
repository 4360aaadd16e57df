"""The client secret from a variable, for unattended use (design.md 6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pos_app.config.environment import SECRET_VARIABLE
from pos_app.ports import SecretStore

CLIENT_SECRET: Final = "client_secret"  # noqa: S105  (the name of the entry)


class EnvironmentSecrets:
    """The port `SecretStore`: the client secret from the environment, all others from `inner`."""

    def __init__(self, inner: SecretStore, environment: Mapping[str, str]) -> None:
        """Prefer what `environment` says about the client secret."""
        self._inner, self._secret = inner, environment.get(SECRET_VARIABLE, "")

    @property
    def kind(self) -> str:
        """Where the client secret lies: `environment`, or as `inner` says."""
        return "environment" if self._secret else self._inner.kind

    def get(self, name: str) -> str | None:
        """A secret, or None. May raise VaultError `locked`."""
        if name == CLIENT_SECRET and self._secret:
            return self._secret
        return self._inner.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret, below the environment. May raise VaultError `not_stored`."""
        self._inner.set(name, value)

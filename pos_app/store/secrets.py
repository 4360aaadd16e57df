"""Where secrets lie: the operating system's keyring, else a file that only the owner can read.

A key file beside the database protects nothing from whoever copies the folder; the program says
which of the two is used. Once chosen, the place is written down: if the keyring is locked one
morning, the till must not quietly begin anew with an empty file.
"""

from __future__ import annotations

import importlib
import json
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, Protocol

from pos_app.domain.errors import VaultError
from pos_app.files import write_private
from pos_app.ports import SecretStore

SECRETS_NAME: Final = "secrets.json"
CHOICE_NAME: Final = "secret-store"

# Only the operating systems' own. keyrings.alt would keep plain text, or ask on standard input.
_TRUSTED: Final = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
# What the backends raise when the service behind them is locked, gone or refuses; by name, since
# each library exists on its own system only.
_FOREIGN_ERRORS: Final = (
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("jeepney.auth", "AuthenticationError"),
    ("pywintypes", "error"),
)


class _Backend(Protocol):
    """What is used of a backend of the keyring library, which is imported late."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class KeyringSecretStore:
    """Secrets in the operating system's keyring."""

    kind = "keyring"

    def __init__(self, service_name: str, backend: _Backend) -> None:
        self._service = service_name
        self._backend = backend

    def get(self, name: str) -> str | None:
        """A secret, or None. May raise VaultError `locked`."""
        try:
            return self._backend.get_password(self._service, name)
        except _keyring_errors() as error:
            raise VaultError("locked", detail=type(error).__name__) from error

    def set(self, name: str, value: str) -> None:
        """Keep a secret. May raise VaultError `not_stored`."""
        try:
            self._backend.set_password(self._service, name, value)
        except _keyring_errors() as error:
            raise VaultError("not_stored", detail=type(error).__name__) from error

    def works(self) -> bool:
        """Whether a secret can be kept, read back and removed again."""
        name, value = "probe", secrets.token_hex(16)
        try:
            self._backend.set_password(self._service, name, value)
            same = self._backend.get_password(self._service, name) == value
            self._backend.delete_password(self._service, name)
        except _keyring_errors():
            return False
        return same


class FileSecretStore:
    """Secrets in one JSON file with mode 0600."""

    kind = "file"

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str | None:
        """A secret, or None. May raise VaultError `locked` when the file can't be read."""
        return self._read().get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret. May raise VaultError `not_stored`, or `locked` as `get`."""
        values = {**self._read(), name: value}
        try:
            write_private(self._path, json.dumps(values, indent=1).encode())
        except OSError as error:
            raise VaultError("not_stored", detail=error.strerror) from error

    def _read(self) -> Mapping[str, str]:
        try:
            values = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            # Never taken for empty: the next `set` would throw the vault key away.
            raise VaultError("locked", detail=type(error).__name__) from error
        if not isinstance(values, dict):
            raise VaultError("locked", detail="not a table")
        return {str(name): str(value) for name, value in values.items()}


def choose_secret_store(
    folder: Path, service_name: str, prefer: Literal["auto", "file"] = "auto"
) -> SecretStore:
    """The place chosen before for this folder; else the keyring where it works, else the file.

    May raise:
    - VaultError: `locked` when the secrets lie in a keyring that can't be opened now;
      `not_stored` when the choice can't be written down.
    """
    file = FileSecretStore(folder / SECRETS_NAME)
    chosen = _chosen(folder)
    if chosen == "file" or (chosen is None and (folder / SECRETS_NAME).exists()):
        return file
    keyring = None if prefer == "file" and chosen is None else _working_keyring(service_name)
    if chosen == "keyring" and keyring is None:
        raise VaultError("locked", detail="keyring")
    store: SecretStore = keyring or file
    if chosen is None:
        try:
            write_private(folder / CHOICE_NAME, store.kind.encode())
        except OSError as error:
            raise VaultError("not_stored", detail=error.strerror) from error
    return store


def _chosen(folder: Path) -> str | None:
    try:
        text = (folder / CHOICE_NAME).read_text("utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise VaultError("locked", detail=type(error).__name__) from error
    return text if text in ("keyring", "file") else None


def _working_keyring(service_name: str) -> KeyringSecretStore | None:
    """The first trusted keyring that proves itself."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    try:
        backend = keyring.get_keyring()
        backends = backend.backends if isinstance(backend, ChainerBackend) else [backend]
    except _keyring_errors():
        return None
    for candidate in backends:
        if type(candidate).__module__.startswith(_TRUSTED):
            store = KeyringSecretStore(service_name, candidate)
            if store.works():
                return store
    return None


def _keyring_errors() -> tuple[type[Exception], ...]:
    from keyring.errors import KeyringError

    found: list[type[Exception]] = [KeyringError, OSError, RuntimeError]
    for module, name in _FOREIGN_ERRORS:
        try:
            found.append(getattr(importlib.import_module(module), name))
        except ImportError:
            continue
    return tuple(found)

"""Where secrets lie, and that one place is never mistaken for the other."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from pos_app.domain.errors import VaultError
from pos_app.ports import SecretStore
from pos_app.store.secrets import FileSecretStore, KeyringSecretStore, choose_secret_store


class MemoryKeyring(KeyringBackend):
    """A keyring as the operating system would bring one; can be locked, or forgetful."""

    priority = 9

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.values: dict[tuple[str, str], str] = {}
        self.locked = False
        self.forgets = False

    def get_password(self, service: str, username: str) -> str | None:
        """A password."""
        self._open()
        return self.values.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it, or pretend to."""
        self._open()
        if not self.forgets:
            self.values[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Remove it."""
        self._open()
        if self.values.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _open(self) -> None:
        if self.locked:
            raise KeyringLocked


@pytest.fixture
def system_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """The keyring of this session."""
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    monkeypatch.setattr(MemoryKeyring, "__module__", "keyring.backends.SecretService")
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture(params=["keyring", "file"])
def secrets(request: pytest.FixtureRequest, tmp_path: Path) -> SecretStore:
    """Both places."""
    if request.param == "file":
        return FileSecretStore(tmp_path / "deep" / "secrets.json")
    return KeyringSecretStore("shop", MemoryKeyring())


def test_a_secret_is_kept(secrets: SecretStore) -> None:
    """Set, read, replaced; another name is another secret."""
    assert secrets.get("a") is None
    secrets.set("a", "1")
    secrets.set("b", "ü")
    secrets.set("a", "2")
    assert (secrets.get("a"), secrets.get("b")) == ("2", "ü")


def test_the_file_is_the_owners_alone(tmp_path: Path) -> None:
    """Mode 0600, also when it was open to others before; nothing else is left beside it."""
    path = tmp_path / "secrets.json"
    path.write_text("{}")
    path.chmod(0o644)
    FileSecretStore(path).set("a", "1")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe"])
def test_a_damaged_file_is_not_taken_for_empty(tmp_path: Path, content: bytes) -> None:
    """Else the next secret would overwrite the vault key."""
    path = tmp_path / "secrets.json"
    path.write_bytes(content)
    with pytest.raises(VaultError, match="locked"):
        FileSecretStore(path).get("a")
    with pytest.raises(VaultError, match="locked"):
        FileSecretStore(path).set("a", "1")
    assert path.read_bytes() == content


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The folder is a file."""
    (tmp_path / "f").touch()
    with pytest.raises(VaultError):
        FileSecretStore(tmp_path / "f" / "secrets.json").set("a", "1")


def test_a_locked_keyring_is_named() -> None:
    """Reading and writing say so."""
    backend = MemoryKeyring()
    backend.locked = True
    store = KeyringSecretStore("shop", backend)
    with pytest.raises(VaultError, match="locked"):
        store.get("a")
    with pytest.raises(VaultError, match="not_stored"):
        store.set("a", "1")
    assert not store.works()


def test_a_working_keyring_is_chosen_and_proved(
    system_keyring: MemoryKeyring, tmp_path: Path
) -> None:
    """Set, get, delete; nothing of the proof stays."""
    store = choose_secret_store(tmp_path / "new", "shop")
    assert store.kind == "keyring"
    assert system_keyring.values == {}
    store.set("a", "1")
    assert system_keyring.values == {("shop", "a"): "1"}
    assert choose_secret_store(tmp_path / "new", "shop").get("a") == "1"


@pytest.mark.parametrize("trouble", ["locked", "forgets"])
def test_a_keyring_that_does_not_work_is_not_chosen(
    system_keyring: MemoryKeyring, tmp_path: Path, trouble: str
) -> None:
    """The file instead, and it stays the file when the keyring works later."""
    setattr(system_keyring, trouble, True)
    assert choose_secret_store(tmp_path, "shop").kind == "file"
    setattr(system_keyring, trouble, False)
    assert choose_secret_store(tmp_path, "shop").kind == "file"


def test_without_a_keyring_it_is_the_file(tmp_path: Path) -> None:
    """This session has none (tests/conftest.py)."""
    store = choose_secret_store(tmp_path, "shop")
    assert store.kind == "file"
    store.set("a", "1")
    assert json.loads((tmp_path / "secrets.json").read_text()) == {"a": "1"}


def test_the_file_can_be_preferred(system_keyring: MemoryKeyring, tmp_path: Path) -> None:
    """Unattended use."""
    assert choose_secret_store(tmp_path, "shop", "file").kind == "file"
    assert choose_secret_store(tmp_path, "shop").kind == "file"
    assert system_keyring.values == {}


def test_a_keyring_locked_one_morning_stops_the_till(
    system_keyring: MemoryKeyring, tmp_path: Path
) -> None:
    """Never a quiet new start with an empty file, which would mean a new vault key."""
    choose_secret_store(tmp_path, "shop").set("vault", "1")
    system_keyring.locked = True
    for prefer in ("auto", "file"):
        with pytest.raises(VaultError, match="locked"):
            choose_secret_store(tmp_path, "shop", prefer)
    assert not (tmp_path / "secrets.json").exists()


def test_secrets_in_a_file_are_found_without_the_choice(
    system_keyring: MemoryKeyring, tmp_path: Path
) -> None:
    """The note about the choice was lost: the file that is there wins."""
    FileSecretStore(tmp_path / "secrets.json").set("vault", "1")
    assert choose_secret_store(tmp_path, "shop").get("vault") == "1"
    assert system_keyring.values == {}


def test_foreign_backends_are_not_trusted(tmp_path: Path) -> None:
    """keyrings.alt keeps plain text or asks on standard input."""
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    try:
        assert choose_secret_store(tmp_path, "shop").kind == "file"
    finally:
        keyring.set_keyring(before)
    assert backend.values == {}


def test_a_chain_of_keyrings_is_searched_for_a_trusted_one(
    system_keyring: MemoryKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library may offer several at once: the first trusted one that works is used itself."""
    broken = MemoryKeyring()
    broken.locked = True
    chain = ChainerBackend()  # type: ignore[no-untyped-call]
    monkeypatch.setattr(ChainerBackend, "backends", [broken, system_keyring])
    keyring.set_keyring(chain)
    assert choose_secret_store(tmp_path, "shop").kind == "keyring"
    choose_secret_store(tmp_path, "shop").set("a", "1")
    assert system_keyring.values == {("shop", "a"): "1"}


@pytest.mark.parametrize("name", ["secret-store", "secrets.json"])
def test_a_folder_in_the_way_is_named(tmp_path: Path, name: str) -> None:
    """Neither the choice nor the secrets can be read: said, not guessed."""
    (tmp_path / name).mkdir()
    with pytest.raises(VaultError, match="locked"):
        choose_secret_store(tmp_path, "shop").get("a")


def test_a_choice_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The folder is a file."""
    (tmp_path / "f").touch()
    with pytest.raises(VaultError):
        choose_secret_store(tmp_path / "f", "shop")

"""Whether this is still the computer that the till was set up on (M11).

The secret store keeps a keyed hash of the operating system's own name for this installation of
it (`/etc/machine-id`, Windows' MachineGuid, a Mac's IOPlatformUUID). A copy of the data and its
secrets on another computer has another name, and does not sell: two tills with the same keys
would not know of each other's orders.

What this can't tell: a whole disk or virtual machine that was cloned with that name, a computer
that does not tell its name (then nothing is compared), and somebody who takes the entry out of
the secret store by hand.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pos_app.domain.errors import StoreError
from pos_app.ports import SecretStore
from pos_app.store.vault import derive_key

_NAME: Final = "machine"
_FILES: Final = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_PATIENCE_S: Final = 5.0


def check_machine(
    secrets: SecretStore, vault_key: bytes, name: Callable[[], str] | None = None
) -> bool:
    """Refuse on another computer; False when the till belongs to none yet.

    May raise:
    - StoreError: `other_computer`. VaultError: `locked`.
    """
    kept = secrets.get(_NAME)
    if kept is None:
        return False
    here = _fingerprint(vault_key, name)
    if here and not hmac.compare_digest(kept, here):
        raise StoreError("other_computer")
    return True


def bind_machine(
    secrets: SecretStore, vault_key: bytes, name: Callable[[], str] | None = None
) -> None:
    """From now on the till belongs to this computer.

    May raise:
    - VaultError: `not_stored`.
    """
    here = _fingerprint(vault_key, name)
    if here:
        secrets.set(_NAME, here)


def _fingerprint(vault_key: bytes, name: Callable[[], str] | None) -> str:
    """The keyed hash as hex; empty where the computer has no name."""
    told = (name or machine_name)()
    key = derive_key(vault_key, "machine 1")
    return hmac.new(key, told.encode(), hashlib.sha256).hexdigest() if told else ""


if sys.platform == "win32":

    def machine_name() -> str:
        """This Windows' own name, or an empty text."""
        import winreg

        try:
            place = winreg.OpenKey(
                winreg.HKEY_LOCAL_MACHINE,
                r"SOFTWARE\Microsoft\Cryptography",
                access=winreg.KEY_READ | winreg.KEY_WOW64_64KEY,
            )
            with place:
                return str(winreg.QueryValueEx(place, "MachineGuid")[0])
        except OSError:
            return ""

elif sys.platform == "darwin":

    def machine_name() -> str:
        """This Mac's own name, or an empty text."""
        command = ["ioreg", "-rd1", "-c", "IOPlatformExpertDevice"]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, timeout=_PATIENCE_S
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        found = re.search(r'"IOPlatformUUID" = "([^"]+)"', done.stdout)
        return found[1] if found else ""

else:

    def machine_name() -> str:
        """This system's own name, or an empty text."""
        for file in _FILES:
            try:
                text = file.read_text("ascii").strip()
            except (OSError, ValueError):
                continue
            if re.fullmatch(r"[0-9a-f]{32}", text):
                return text
        return ""

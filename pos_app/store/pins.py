"""PINs: what one looks like, its hash, and how long to wait after wrong ones."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from pos_app.domain.errors import RefusedError

_PIN: Final = re.compile(r"[0-9]{4,12}")
_FREE_TRIES: Final = 4
_FIRST_DELAY_S: Final = 30
_MOST_DELAY_S: Final = 900


def check_form(pin: str) -> None:
    """Refuse what is no PIN.

    May raise:
    - RefusedError: `bad_pin`.
    """
    if not _PIN.fullmatch(pin):
        raise RefusedError("bad_pin")


def hash_pin(pin: str) -> str:
    """The argon2id hash; takes a tenth of a second and 64 MiB on purpose."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)


def pin_matches(pin_hash: str, pin: str) -> bool:
    """Whether the PIN is the one that was hashed; as slow as hashing."""
    from argon2 import PasswordHasher
    from argon2.exceptions import VerifyMismatchError

    try:
        return PasswordHasher().verify(pin_hash, pin)
    except VerifyMismatchError:
        return False


def delay_s(failures: int) -> int:
    """How long to wait after so many wrong PINs in a row: from the fifth on, doubling."""
    if failures <= _FREE_TRIES:
        return 0
    return int(min(_FIRST_DELAY_S * 2 ** min(failures - _FREE_TRIES - 1, 10), _MOST_DELAY_S))


def wait_s(failures: int, last: datetime, now: datetime) -> int:
    """How many whole seconds are left of that wait, rounded up.

    A last failure that lies in the future (the clock was put back) counts as if it were now.
    """
    left = timedelta(seconds=delay_s(failures)) - max(now - last, timedelta())
    return max(0, -(-left // timedelta(seconds=1)))

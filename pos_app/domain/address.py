"""Web addresses: which of them the till speaks to, and which it shows (design.md R8)."""

from __future__ import annotations

import ipaddress
import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

from pos_app.domain.errors import SettingsError

_LONGEST: Final = 2048
_VERSIONED: Final = re.compile(r"(/(?!\.+/)[A-Za-z0-9._~-]+)*/v\d+")


def check_base_url(text: str) -> str:
    """The provider's address without a trailing slash: https, or http on this computer.

    May raise:
    - SettingsError: `provider_url_unreadable`, `provider_url_insecure` (http beyond loopback) or
      `provider_url_no_version` (the path does not end with a version such as `/v1`).
    """
    parts = _split(text)
    if parts is None or parts.query or parts.fragment or "?" in text or not text.isascii():
        raise SettingsError("provider_url_unreadable", url=text)
    if not _is_private(parts):
        raise SettingsError("provider_url_insecure", url=text)
    if not _VERSIONED.fullmatch(parts.path.rstrip("/")):
        raise SettingsError("provider_url_no_version", url=text)
    return text.rstrip("/")


def is_allowed_link(text: str) -> bool:
    """Whether a link from outside may be kept: https, or http on this computer (training)."""
    parts = _split(text)
    return parts is not None and _is_private(parts)


def is_loopback(host: str) -> bool:
    """Whether a host name or address stays on this computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split(text: str) -> SplitResult | None:
    """The parts of an absolute web address without user names, blanks or signs from nowhere."""
    if len(text) > _LONGEST or not text.isprintable() or " " in text or "\\" in text:
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    usable = parts.scheme in ("http", "https") and parts.hostname and port != 0
    return parts if usable and "@" not in parts.netloc else None


def _is_private(parts: SplitResult) -> bool:
    """Whether nobody in between can read along."""
    return parts.scheme == "https" or is_loopback(parts.hostname or "")

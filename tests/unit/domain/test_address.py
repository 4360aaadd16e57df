"""Which addresses the till speaks to."""

from __future__ import annotations

import pytest

from pos_app.domain.address import check_base_url, is_loopback
from pos_app.domain.errors import SettingsError


@pytest.mark.parametrize(
    ("url", "tidy"),
    [
        ("https://api.finperks.com/v1", "https://api.finperks.com/v1"),
        ("https://api.finperks.com/v1/", "https://api.finperks.com/v1"),
        ("https://proxy.example:8443/finperks/v12", "https://proxy.example:8443/finperks/v12"),
        ("http://127.0.0.1:8431/v1", "http://127.0.0.1:8431/v1"),
        ("http://[::1]:8431/v1", "http://[::1]:8431/v1"),
        ("http://localhost:8431/v1", "http://localhost:8431/v1"),
    ],
)
def test_usable_addresses(url: str, tidy: str) -> None:
    """HTTPS anywhere, HTTP on this computer, always with a version; no slash at the end."""
    assert check_base_url(url) == tidy


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", "provider_url_unreadable"),
        ("api.finperks.com/v1", "provider_url_unreadable"),
        ("ftp://api.finperks.com/v1", "provider_url_unreadable"),
        ("https:///v1", "provider_url_unreadable"),
        ("https://user:pw@api.finperks.com/v1", "provider_url_unreadable"),
        ("https://api.finperks.com/v1?x=1", "provider_url_unreadable"),
        ("https://api.finperks.com/v1?", "provider_url_unreadable"),
        ("https://api.finperks.com/v1#x", "provider_url_unreadable"),
        ("https://api.finperks.com:99999/v1", "provider_url_unreadable"),
        ("https://api.finperks.com/ v1", "provider_url_unreadable"),
        ("https://api.finpérks.com/v1", "provider_url_unreadable"),
        ("http://api.finperks.com/v1", "provider_url_insecure"),
        ("http://127.0.0.1.evil.example/v1", "provider_url_insecure"),
        ("http://10.0.0.1/v1", "provider_url_insecure"),
        ("https://api.finperks.com", "provider_url_no_version"),
        ("https://api.finperks.com/", "provider_url_no_version"),
        ("https://api.finperks.com/v1/orders", "provider_url_no_version"),
        ("https://api.finperks.com/version1", "provider_url_no_version"),
        ("https://api.finperks.com/../v1", "provider_url_no_version"),
    ],
)
def test_unusable_addresses(url: str, code: str) -> None:
    """Each has a code of its own for its sentence."""
    with pytest.raises(SettingsError) as caught:
        check_base_url(url)
    assert caught.value.code == code


def test_loopback() -> None:
    """Only names and addresses of this computer."""
    assert is_loopback("localhost")
    assert is_loopback("127.8.9.1")
    assert is_loopback("::1")
    assert not is_loopback("127.0.0.1.example")
    assert not is_loopback("")

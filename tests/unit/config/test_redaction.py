"""What may leave this computer."""

from __future__ import annotations

import pytest

from pos_app.config.redaction import WITHHELD, mask_name, redact_details, redact_text
from pos_app.domain.journal import Detail


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("nothing to hide: 12.50, T1-000042-2", "nothing to hide: 12.50, T1-000042-2"),
        ("mail to anna.maier@example.org, please", "mail to a•••@example.org, please"),
        ('{"a": "x@y.example"}', '{"a": "x•••@y.example"}'),
        ("see https://redeem.example/r/ABC?pin=4711#x now", "see https://redeem.example/… now"),
        ("at https://api.example:8443/v1", "at https://api.example:8443/…"),
        ("http://user:pass@host.example/a", "http://host.example/…"),
        (r'{"a": "http://h.example/\"x"}', r'{"a": "http://h.example/…\"x"}'),
        ("the key s3cret-key is s3cret-key", "the key (withheld) is (withheld)"),
    ],
)
def test_texts(text: str, redacted: str) -> None:
    """Addresses are masked, links lose all but their host, known secrets go; JSON stays JSON."""
    assert redact_text(text, ["s3cret-key", "", "a"]) == redacted


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("amount", "50.0", True),
        ("amount", "fifty", False),
        ("approved_by", None, True),
        ("attempt", 3, True),
        ("code", "order_not_found", True),
        ("code", "ABCD-EFGH-JKLM", False),
        ("code", "", True),
        ("currency", "EUR", True),
        ("key", "0b6e5c1e-8f64-4e3a-9d1b-2c7a4f0e9d11", True),
        ("key", "ABCD-EFGH-JKLM", False),
        ("names", "printer, language", True),
        ("names", "printer, Anna Maier", False),
        ("replacement", "TRAINING-T1-000001-2", True),
        ("hint", "JKLM", False),
        ("reason", "anything", False),
        ("something_new", "anything", False),
    ],
)
def test_details(name: str, value: Detail, kept: bool) -> None:  # noqa: FBT001
    """By name and form; whatever is not on the list is withheld."""
    assert redact_details({name: value}) == {name: value if kept else WITHHELD}


def test_names_can_be_compared() -> None:
    """The beginning of a client id, and nothing of none."""
    assert (mask_name("shop-7-live"), mask_name("")) == ("sho•••", "")

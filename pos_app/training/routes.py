"""Which call a request is, by method and path alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

VERSION: Final = "/v1"
_ORDER_ID: Final = r"(?P<arg>[0-9A-Za-z_-]{1,100})"
_TABLE: Final = tuple(
    (call, method, re.compile(pattern, re.ASCII))
    for call, method, pattern in (
        ("logo", "GET", r"/logos/(?P<arg>[0-9a-f-]{36})\.svg"),
        ("card", "GET", rf"/cards/{_ORDER_ID}\.pdf"),
        ("products", "GET", rf"{VERSION}/products(?P<arg>)"),
        ("balances", "GET", rf"{VERSION}/balances(?:/(?P<arg>[A-Z]{{3}}))?"),
        ("settlements", "GET", rf"{VERSION}/settlements(?P<arg>)"),
        ("order", "POST", rf"{VERSION}/orders(?P<arg>)"),
        ("get", "GET", rf"{VERSION}/orders/{_ORDER_ID}"),
        ("invalidate", "POST", rf"{VERSION}/orders/{_ORDER_ID}/actions/invalidate"),
    )
)


@dataclass(frozen=True, slots=True)
class Route:
    """A call and the part of the path that it is about."""

    call: str
    arg: str

    @property
    def is_public(self) -> bool:
        """Pictures and vouchers are fetched without a signature."""
        return self.call in {"logo", "card"}


_NOWHERE: Final = Route("unknown", "")


def find_route(method: str, path: str) -> Route:
    """The call, or one named `unknown`."""
    for call, allowed, pattern in _TABLE:
        found = pattern.fullmatch(path)
        if found and method == allowed:
            return Route(call, found["arg"] or "")
    return _NOWHERE

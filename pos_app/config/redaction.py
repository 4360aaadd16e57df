"""What may leave this computer: texts and journal details without anything worth stealing.

Logs and journal hold no codes to begin with; this is the second fence, for what a person may have
typed into a reason, and for what other people's modules may have logged. Details pass by white
list of name and form; texts lose known secrets, e-mail addresses and all of a link but its host.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pos_app.domain.card import mask_email
from pos_app.domain.journal import Detail

WITHHELD: Final = "(withheld)"

_EMAIL: Final = re.compile(r"[^\s@<>\"'(),;:=/\\]+@[^\s@<>\"'(),;:=/\\]+\.[^\s@<>\"'(),;:=/\\]+")
_LINK: Final = re.compile(r"(https?://)(?:[^\s/@\"'<>\\]*@)?([^\s/\"'<>?#\\]+)[^\s\"'<>\\]*")
_SHORTEST_SECRET: Final = 4

_WORD: Final = re.compile(r"[a-z][a-z0-9_]{0,60}", re.ASCII)
_WORDS: Final = re.compile(r"[a-z][a-z0-9_]{0,60}(, [a-z][a-z0-9_]{0,60}){0,30}", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,4})?", re.ASCII)
_REFERENCE: Final = re.compile(r"(TRAINING-)?[A-Za-z0-9-]{1,12}-\d{1,9}(-\d{1,4})?", re.ASCII)
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    **dict.fromkeys(
        "proof code trouble how method kind state permission role what found".split(), _WORD
    ),
    **dict.fromkeys(
        "amount cards approved_by attempt status copy job number failures person active paid"
        " delivered refunds_due refunds_paid open_cases moved_s notice".split(),
        _NUMBER,
    ),
    **dict.fromkeys("key order_id request_id".split(), _UUID),
    "replacement": _REFERENCE,
    "names": _WORDS,
    "currency": _CURRENCY,
}


def redact_details(details: Mapping[str, Detail]) -> dict[str, Detail]:
    """Journal details by white list: a name off the list or an unexpected form is withheld."""
    return {name: _passed(name, value) for name, value in details.items()}


def _passed(name: str, value: Detail) -> Detail:
    form = _FORMS.get(name)
    fits = value is None or value == "" or (form and form.fullmatch(str(value)))
    return value if fits else WITHHELD


def redact_text(text: str, secrets: Iterable[str] = ()) -> str:
    """A text without the given secrets, e-mail addresses, and paths of links."""
    for secret in secrets:
        if len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, WITHHELD)
    text = _LINK.sub(r"\1\2/…", text)
    return _EMAIL.sub(lambda match: mask_email(match[0]), text)


def mask_name(text: str) -> str:
    """A client id that support can compare but nobody can use: its first three characters."""
    return f"{text[:3]}•••" if text else ""

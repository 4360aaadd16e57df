"""The vault: seals cards, and makes the keys that everything else is proved with (M15, M16).

One master key of 32 bytes lies in the secret store. Each purpose has a key of its own, derived
by HKDF-SHA256 (RFC 5869), so that none of them tells anything about another.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from datetime import date
from typing import Any, Final

from pos_app.domain.card import Barcode, Card, CardUrl
from pos_app.domain.errors import VaultError
from pos_app.domain.sale import LineId

KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_VERSION: Final = b"\x01"


def new_vault_key() -> bytes:
    """A fresh master key."""
    return os.urandom(KEY_BYTES)


def derive_key(
    master: bytes, purpose: str, *, salt: bytes = b"pos_app", length: int = 32
) -> bytes:
    """HKDF-SHA256: the key of one purpose."""
    extracted = hmac.digest(salt, master, hashlib.sha256)
    info, block, made = purpose.encode(), b"", b""
    counter = 1
    while len(made) < length:
        block = hmac.digest(extracted, block + info + bytes([counter]), hashlib.sha256)
        made += block
        counter += 1
    return made[:length]


class Vault:
    """Seals a card for one line of one installation: rows can't be swapped unnoticed."""

    def __init__(self, master: bytes, installation: str) -> None:
        """Derive all keys.

        May raise:
        - VaultError: `bad_key` when the master key is not 32 bytes.
        """
        if len(master) != KEY_BYTES:
            raise VaultError("bad_key")
        self._installation = installation
        self._card_key = derive_key(master, "card 1")
        self._fingerprint_key = derive_key(master, "card fingerprint 1")
        self.journal_key = derive_key(master, "journal 1")
        self.proof = hmac.digest(
            derive_key(master, "vault proof 1"), installation.encode(), hashlib.sha256
        )

    def __repr__(self) -> str:
        """No keys."""
        return "Vault(hidden)"

    def check_proof(self, proof: bytes) -> None:
        """Refuse to work on a database that another key belongs to.

        May raise:
        - VaultError: `wrong_key`.
        """
        if not hmac.compare_digest(proof, self.proof):
            raise VaultError("wrong_key")

    def seal_card(self, line: LineId, card: Card) -> bytes:
        """The card, readable only with the key and only for this line."""
        return self._seal(line, card_to_json(card))

    def open_card(self, line: LineId, sealed: bytes) -> Card:
        """The card again.

        May raise:
        - VaultError: `not_opened` when the key, the line or a bit is wrong.
        """
        return card_from_json(self._open(line, sealed))

    def fingerprint(self, card: Card) -> bytes:
        """A keyed hash: tells whether two cards are the same without holding either (M15).

        Only of what a customer redeems: terms and links to pictures may change with time.
        """
        barcode = [card.barcode.kind, card.barcode.value] if card.barcode else None
        parts = [card.code, card.pin, barcode, card.url("redemption")]
        return hmac.digest(self._fingerprint_key, json.dumps(parts).encode(), hashlib.sha256)

    def check(self) -> None:
        """Seal and open something, before money is taken (M2).

        May raise:
        - VaultError: `not_opened`.
        """
        probe, line = os.urandom(64), LineId("probe")
        if self._open(line, self._seal(line, probe)) != probe:
            raise VaultError("not_opened")

    def _bound_to(self, line: LineId) -> bytes:
        return json.dumps(["card 1", self._installation, line]).encode()

    def _seal(self, line: LineId, plain: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = os.urandom(_NONCE_BYTES)
        cipher = AESGCM(self._card_key)
        return _VERSION + nonce + cipher.encrypt(nonce, plain, self._bound_to(line))

    def _open(self, line: LineId, sealed: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce, rest = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        if sealed[:1] != _VERSION or len(nonce) != _NONCE_BYTES:
            raise VaultError("not_opened", line=line)
        try:
            return AESGCM(self._card_key).decrypt(nonce, rest, self._bound_to(line))
        except InvalidTag as error:
            raise VaultError("not_opened", line=line) from error


def card_to_json(card: Card) -> bytes:
    """A card as bytes, the same for equal cards."""
    values = {
        "code": card.code,
        "pin": card.pin,
        "barcode": [card.barcode.kind, card.barcode.value] if card.barcode else None,
        "expires_on": card.expires_on.isoformat() if card.expires_on else None,
        "urls": [[link.kind, link.url] for link in card.urls],
        "redemption_instructions": card.redemption_instructions,
        "terms_and_conditions": card.terms_and_conditions,
        "redemption_notes": card.redemption_notes,
    }
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()


def card_from_json(data: bytes) -> Card:
    """The card that `card_to_json` wrote."""
    values: dict[str, Any] = json.loads(data)
    barcode, expires = values["barcode"], values["expires_on"]
    return Card(
        code=values["code"],
        pin=values["pin"],
        barcode=Barcode(*barcode) if barcode else None,
        expires_on=date.fromisoformat(expires) if expires else None,
        urls=tuple(CardUrl(kind, url) for kind, url in values["urls"]),
        redemption_instructions=values["redemption_instructions"],
        terms_and_conditions=values["terms_and_conditions"],
        redemption_notes=values["redemption_notes"],
    )

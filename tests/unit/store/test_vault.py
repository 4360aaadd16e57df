"""Codes are cash: sealed, bound to their line, nowhere in the files (M15)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.card import Barcode, Card, CardUrl
from pos_app.domain.errors import VaultError
from pos_app.domain.sale import LineId
from pos_app.store import Store, new_vault_key
from pos_app.store.journal import Chain
from pos_app.store.vault import Vault, card_from_json, card_to_json, derive_key
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import CARD, deliver, record
from tests.unit.store.support import KEY, files_below, tamper

ONE, TWO = LineId("T1-000001-1"), LineId("T1-000001-2")

# Any text, half signs out of broken JSON included.
TEXTS = st.text(st.characters(codec=None), max_size=40)
CARDS = st.builds(
    Card,
    code=st.none() | TEXTS,
    pin=st.none() | TEXTS,
    barcode=st.none() | st.builds(Barcode, TEXTS, TEXTS),
    expires_on=st.none() | st.dates(),
    urls=st.lists(st.builds(CardUrl, TEXTS, TEXTS), max_size=3).map(tuple),
    redemption_instructions=TEXTS,
    terms_and_conditions=TEXTS,
    redemption_notes=TEXTS,
)


def test_keys_are_derived_as_the_standard_says() -> None:
    """RFC 5869, test case 1 (its `info` is no text, so the second half is asked for alone)."""
    made = derive_key(b"\x0b" * 22, "", salt=bytes(range(13)), length=42)
    # Computed with the `cryptography` package's HKDF for the same input and an empty info.
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    assert made == HKDF(SHA256(), 42, bytes(range(13)), b"").derive(b"\x0b" * 22)
    assert derive_key(KEY, "a") != derive_key(KEY, "b")


def test_a_new_key_is_random() -> None:
    """32 bytes, never the same."""
    assert len({new_vault_key() for _ in range(10)} | {b"x" * 32}) == 11
    assert len(new_vault_key()) == 32


@given(card=CARDS)
def test_a_sealed_card_opens_to_itself(card: Card) -> None:
    """Whatever a provider sends: sealed, opened, equal; its hash is the same again."""
    vault = Vault(KEY, "shop")
    assert vault.open_card(ONE, vault.seal_card(ONE, card)) == card
    assert vault.fingerprint(card) == vault.fingerprint(card_from_json(card_to_json(card)))


def test_sealing_twice_gives_different_bytes() -> None:
    """Equal cards can't be recognised from outside."""
    vault = Vault(KEY, "shop")
    assert vault.seal_card(ONE, CARD) != vault.seal_card(ONE, CARD)


@pytest.mark.parametrize("flip", [0, 1, 5, 13, 30, -1])
def test_each_changed_bit_is_noticed(flip: int) -> None:
    """Version, nonce, text or tag."""
    vault = Vault(KEY, "shop")
    sealed = bytearray(vault.seal_card(ONE, CARD))
    sealed[flip] ^= 1
    with pytest.raises(VaultError, match="not_opened"):
        vault.open_card(ONE, bytes(sealed))


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01short", b"\x02" + bytes(60)])
def test_rubbish_is_not_opened(sealed: bytes) -> None:
    """Too short, or of another kind."""
    with pytest.raises(VaultError, match="not_opened"):
        Vault(KEY, "shop").open_card(ONE, sealed)


def test_a_card_opens_for_its_line_and_installation_only() -> None:
    """Neither another line, nor another till with the same key."""
    sealed = Vault(KEY, "shop").seal_card(ONE, CARD)
    for vault, line in ((Vault(KEY, "shop"), TWO), (Vault(KEY, "shop 2"), ONE)):
        with pytest.raises(VaultError, match="not_opened"):
            vault.open_card(line, sealed)


def test_the_vault_checks_itself() -> None:
    """A healthy vault says nothing; its proof belongs to its key."""
    vault = Vault(KEY, "shop")
    vault.check()
    vault.check_proof(Vault(KEY, "shop").proof)
    with pytest.raises(VaultError, match="wrong_key"):
        vault.check_proof(Vault(bytes(32), "shop").proof)


def test_nothing_shows_a_key() -> None:
    """Neither vault nor chain prints what it holds."""
    vault = Vault(KEY, "shop")
    assert repr(vault) == "Vault(hidden)"
    assert repr(Chain(vault.journal_key, "shop", HandClock())) == "Chain(hidden)"


async def test_swapped_cards_are_not_opened(store: Store, folder: Path, clock: HandClock) -> None:
    """Two rows exchanged by hand: neither is shown as the other's."""
    sale = await record(store.sales, clock.now(), minors=(100, 200))
    one, two = (line.id for line in sale.lines)
    await deliver(store.sales, one, clock.now())
    await deliver(store.sales, two, clock.now())
    tamper(
        folder,
        "UPDATE cards SET line = 'x' WHERE line LIKE '%-1'",
        "UPDATE cards SET line = 'T1-000001-1' WHERE line LIKE '%-2'",
        "UPDATE cards SET line = 'T1-000001-2' WHERE line = 'x'",
    )
    for line in (one, two):
        with pytest.raises(VaultError, match="not_opened"):
            await store.sales.card(line)


async def test_no_file_holds_a_code(store: Store, folder: Path, clock: HandClock) -> None:
    """Database, log and backups searched for code, PIN and link of a sold card."""
    sale = await record(store.sales, clock.now())
    await deliver(store.sales, sale.lines[0].id, clock.now())
    await store.backups.make()
    assert CARD.code is not None
    secrets = [CARD.code, "https://r.test/1"]
    files = files_below(folder)
    assert len(files) >= 4
    for path in files:
        content = path.read_bytes()
        found = [secret for secret in secrets if secret.encode() in content]
        assert not found, path
    assert await store.sales.card(sale.lines[0].id) == CARD


def test_dates_survive() -> None:
    """The expiry is a date, not a text."""
    card = Card(code="X", expires_on=date(2029, 11, 30))
    assert card_from_json(card_to_json(card)).expires_on == date(2029, 11, 30)

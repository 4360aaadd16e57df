"""Sold cards that a thief would look for, and a search of every byte for them."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from pos_app.domain.answer import Answer, OrderReport, Proof
from pos_app.domain.card import Barcode, Card, CardUrl
from pos_app.domain.change import Change
from pos_app.domain.journal import Action, Entry
from pos_app.domain.orders import begin_send, take_answer
from pos_app.domain.people import PersonId
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Line, OrderRequest
from pos_app.store import Store
from tests.helpers.sales import LIMITS, handed_over, new_line, new_sale

_SIGNS = string.ascii_uppercase + string.digits
_WINDOW = 10
_PRINTABLE = re.compile(rb"[\x21-\x7e]{10,}")
_PER_SALE = 10


@dataclass
class Loot:
    """Everything that must not be found anywhere."""

    cards: list[Card] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @property
    def of_cards(self) -> list[str]:
        """Codes, PINs, links and barcodes; of links what follows the host."""
        found = []
        for card in self.cards:
            barcode = card.barcode.value if card.barcode else None
            link = (card.url("redemption") or "").removeprefix("https://redeem.example/r/")
            found += [text for text in (card.code, card.pin, barcode, link) if text]
        return found


def random_text(chance: random.Random, length: int) -> str:
    """Something that is nowhere by accident."""
    return "".join(chance.choice(_SIGNS) for _ in range(length))


def random_card(chance: random.Random) -> Card:
    """A card with all its parts."""
    return Card(
        code=random_text(chance, 16),
        pin=random_text(chance, 10),
        barcode=Barcode("code128", random_text(chance, 18)),
        urls=(CardUrl("redemption", f"https://redeem.example/r/{random_text(chance, 20)}"),),
    )


async def sell(store: Store, count: int, seed: int = 7) -> Loot:
    """Sell so many cards, hand them over; every tenth goes by e-mail."""
    chance, loot = random.Random(seed), Loot()  # noqa: S311  (repeatable)
    for _ in range(count // _PER_SALE):
        now = datetime.now(UTC)
        sale = new_sale(await store.sales.next_sale_number(), now, minors=[5000] * _PER_SALE)
        address = f"{random_text(chance, 12).lower()}@customer.example"
        loot.addresses.append(address)
        mailed = new_line(sale.id, _PER_SALE, now, method=DeliveryMethod.EMAIL)
        mailed = replace(
            mailed,
            delivery=replace(mailed.delivery, address=address),
            request=_mailing(mailed.request, address),
        )
        sale = replace(sale, lines=(*sale.lines[:-1], mailed))
        await store.sales.record_sale(sale, [Entry(Action.SALE_PAID, PersonId(1), sale.id)])
        for line in sale.lines:
            loot.cards.append(await _deliver(store, line, chance, now))
    return loot


def _mailing(request: OrderRequest, address: str) -> OrderRequest:
    body = f'{{"delivery_method":{{"type":"email","address":"{address}"}}}}'
    return replace(request, body=body.encode())


async def _deliver(store: Store, line: Line, chance: random.Random, now: datetime) -> Card:
    card = random_card(chance)
    report = OrderReport(f"o-{line.id}", "completed", line.product.code, line.face_value, card)
    answer = Answer(proof=Proof.COMPLETED, status=201, report=report)

    def send(stored: Line) -> Change:
        return begin_send(stored, now=now, provider_now=now, limits=LIMITS)

    def take(stored: Line) -> Change:
        return take_answer(stored, answer, now=now, limits=LIMITS)

    await store.sales.change_line(line.id, send)
    delivered = (await store.sales.change_line(line.id, take)).line
    if delivered.handed_over is None:
        await store.sales.change_line(line.id, handed_over(now))
    return card


def files_of(*folders: Path) -> dict[str, bytes]:
    """Every file below the folders, by its path."""
    return {
        str(path): path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def hits(contents: Mapping[str, bytes], texts: Iterable[str]) -> list[str]:
    """Where a text lies, as UTF-8 or UTF-16, whole or from its tenth character on."""
    wanted = {text.encode()[:_WINDOW] for text in texts} | {t.encode()[-_WINDOW:] for t in texts}
    assert all(len(window) == _WINDOW for window in wanted), "too short to be told from chance"
    found = []
    for name, content in contents.items():
        for data in (content, content[::2], content[1::2]):
            found += [f"{name}: {window!r}" for window in _windows(data) if window in wanted]
    return found


def _windows(data: bytes) -> Iterator[bytes]:
    for run in _PRINTABLE.findall(data):
        for start in range(len(run) - _WINDOW + 1):
            yield run[start : start + _WINDOW]

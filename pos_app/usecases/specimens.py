"""Slips to look at before anything was sold: an invented card, marked as worth nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from pos_app.domain.card import Barcode, Card, CardUrl
from pos_app.domain.money import Language, Money
from pos_app.domain.slip import CardSlip, MaskedCopy, SlipDocument, SlipLine
from pos_app.domain.slip import TestPage as RulerPage
from pos_app.usecases.slips import SlipDesk
from pos_app.usecases.till import Till

CARD: Final = "card"
SHOP_COPY: Final = "shop_copy"
TEST_PAGE: Final = "test_page"
SPECIMENS: Final = (CARD, SHOP_COPY, TEST_PAGE)

_LATER_YEARS: Final = 3
_TEXTS: Final = {
    Language.EN: (
        "Online: enter the code in the basket. In the shop: show this slip at the checkout.",
        "Valid in all shops. Not to be exchanged for cash.",
    ),
    Language.DE: (
        "Online: den Code im Warenkorb eingeben. Im Laden: diesen Beleg an der Kasse zeigen.",
        "In allen Filialen gültig. Keine Barauszahlung.",
    ),
}


def specimen(kind: str, till: Till, slips: SlipDesk, language: Language) -> SlipDocument:
    """One of `SPECIMENS` with this till's own name and time."""
    head = replace(slips.head("", language), training=True)
    if kind == TEST_PAGE:
        return RulerPage(head=slips.head("", language), printer=till.printer.name)
    line = SlipLine(
        sale=till.profile.sale_id(0),
        number=1,
        brand="Specimen" if language is Language.EN else "Muster",
        product="",
        amount=Money(2500, till.profile.currency),
    )
    card = _card(date(head.printed_at.year + _LATER_YEARS, 12, 31), language)
    if kind == SHOP_COPY:
        return MaskedCopy(head=head, line=line, hint=card.hint, expires_on=card.expires_on)
    rule = till.profile.taxes.of("")
    return CardSlip(head=head, line=line, card=card, tax=rule.tax, tax_note=rule.note)


def _card(expires_on: date, language: Language) -> Card:
    instructions, terms = _TEXTS[language]
    return Card(
        code="SAMPLE-0000-0000",
        pin="0000",
        barcode=Barcode("code128", "SAMPLE00000000"),
        expires_on=expires_on,
        urls=(CardUrl("redemption", "https://www.example.com/sample"),),
        redemption_instructions=instructions,
        terms_and_conditions=terms,
    )

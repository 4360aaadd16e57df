"""Slips of every kind, light and heavy, in both languages, live and in training."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from pos_app.domain.card import Barcode, Card, CardUrl
from pos_app.domain.day import Tally
from pos_app.domain.money import Language, Money
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.slip import (
    BrandVoucher,
    CardSlip,
    DayReport,
    MaskedCopy,
    PaymentItem,
    PaymentSlip,
    RefundSlip,
    ReportCase,
    ReportRow,
    SlipDocument,
    SlipHead,
    SlipLine,
    TestPage,
    VoidSlip,
)
from tests.unit.printing.vouchers import issuers_pdf

NOON = datetime(2026, 11, 9, 18, 17, 31, tzinfo=timezone(timedelta(hours=1)))
CODE = "7Q2MXK9DTB4RVP6W"
LINK = "https://redeem.buecherwelt.example/r/7Q2MXK9DTB4RVP6W?pin=4711&lang=de"
LIGHT = Card(code="ABCD-EFGH-JKLM", pin="4711", expires_on=date(2029, 11, 30))
LINK_ONLY = Card(urls=(CardUrl("redemption", LINK),), redemption_instructions="Open the link.")
HEAVY = Card(
    code=CODE,
    pin="4711",
    barcode=Barcode("code128", CODE),
    expires_on=date(2029, 11, 30),
    urls=(
        CardUrl("redemption", LINK),
        CardUrl("card_pdf", "https://cards.example/voucher.pdf"),
        CardUrl("apple_wallet", "https://wallet.example/apple/8c1f7be0-93b5"),
        CardUrl("google_wallet", "https://wallet.example/google/8c1f7be0-93b5"),
        CardUrl("balance", "https://balance.example/"),
    ),
    redemption_instructions=(
        "Online: den Code im Feld „Gutschein“ eingeben.\n\nIm Laden: diesen Beleg zeigen, "
        "der Strichcode wird gescannt. Großes ẞ, Ελληνικά, Кириллица, Zażółć, 12,00 €."
    ),
    terms_and_conditions="In allen Filialen und online einlösbar. Keine Barauszahlung. " * 12,
    redemption_notes="Nicht für Zeitschriften.",
)


def head(language: Language = Language.EN, *, training: bool = False) -> SlipHead:
    """The usual shop."""
    return SlipHead(
        store="Papierhaus Lindner",
        till="T1",
        cashier="Anna M.",
        printed_at=NOON,
        language=language,
        training=training,
    )


def line(delivery: DeliveryMethod = DeliveryMethod.CODE) -> SlipLine:
    """The usual line."""
    return SlipLine(
        sale="T1-000042",
        number=2,
        brand="Bücherwelt",
        product="Bücherwelt Gutschein",
        amount=Money(5000, "EUR"),
        order_id="0d6f0c8e-93b5-4b0e-a7c5-1fbd8e3c9b11",
        delivery=delivery,
    )


def card_slip(card: Card, language: Language = Language.EN, *, copy: int = 0) -> CardSlip:
    """A live card slip."""
    return CardSlip(head=head(language), line=line(), card=card, copy=copy)


def documents(language: Language) -> dict[str, SlipDocument]:
    """Every kind of slip by a name for files."""
    top, ref = head(language), line()
    mail = CardSlip(
        head=top, line=line(DeliveryMethod.EMAIL), card=Card(), masked_email="a•••@example.org"
    )
    refund = RefundSlip(head=top, number="R-3", line=ref, due_at=NOON)
    paid = replace(refund, paid_at=NOON, paid_by="Anna M.", receipt_number="4711/88")
    heavy = card_slip(HEAVY, language)
    return {
        "card-light": card_slip(LIGHT, language),
        "card-heavy": heavy,
        "card-training-copy": replace(heavy, head=head(language, training=True), copy=2),
        "card-link": card_slip(LINK_ONLY, language),
        "card-email": mail,
        "card-long-code": card_slip(Card(code="Xk7" * 33 + "Z"), language),
        "voucher-copy": BrandVoucher(head=top, line=ref, card=LIGHT, pdf=issuers_pdf(), copy=1),
        "shop-copy": MaskedCopy(head=top, line=ref, hint="VP6W", expires_on=HEAVY.expires_on),
        "payment": PaymentSlip(
            head=top,
            sale="T1-000042",
            items=(
                PaymentItem("Bücherwelt", Money(5000, "EUR"), 2),
                PaymentItem("Streamly", Money(1500, "EUR")),
            ),
            total=Money(11500, "EUR"),
        ),
        "void": VoidSlip(
            head=top,
            number="S-7",
            line=ref,
            hint="VP6W",
            reason="Wrong brand",
            voided_at=NOON,
            approved_by="Grete",
        ),
        "refund-due": refund,
        "refund-paid": paid,
        "refund-replaced": replace(paid, replaced_by="T1-000042-3", receipt_number=""),
        "day": _day(top),
        "test-page": TestPage(head=top, printer="pdf:/slips"),
    }


def _day(top: SlipHead) -> DayReport:
    nothing = Tally(0, Money.zero("EUR"))
    one = Tally(1, Money(5000, "EUR"))
    return DayReport(
        head=top,
        number="12",
        began_at=NOON - timedelta(hours=9),
        ended_at=NOON,
        paid=Tally(31, Money(123450, "EUR")),
        delivered=Tally(29, Money(113450, "EUR")),
        handed_over=Tally(28, Money(108450, "EUR")),
        failed=one,
        voids=nothing,
        refunds_due=one,
        refunds_paid=one,
        losses=nothing,
        by_cashier=(
            ReportRow(
                "Anna M.",
                Tally(20, Money(80000, "EUR")),
                (
                    ("delivered", Tally(18, Money(70000, "EUR"))),
                    ("refunds_paid", one),
                ),
            ),
            ReportRow(
                "Bert",
                Tally(11, Money(43450, "EUR")),
                (("delivered", Tally(11, Money(43450, "EUR"))),),
            ),
        ),
        by_brand=(
            ReportRow("Bücherwelt", Tally(29, Money(113450, "EUR")), (("refunds_paid", one),)),
        ),
        open_cases=(ReportCase("T1-000040-1", "No answer yet.", Money(5000, "EUR")),),
        journal_count=412,
        journal_head="9f31c07a",
    )

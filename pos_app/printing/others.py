"""The slips around the card: issuer's PDF, shop copy, payment, void, refund, test page."""

from __future__ import annotations

from pos_app.domain.barcodes import code128
from pos_app.domain.card import mask_code
from pos_app.domain.slip import (
    BrandVoucher,
    MaskedCopy,
    PaymentItem,
    PaymentSlip,
    RefundSlip,
    SlipLine,
    TestPage,
    VoidSlip,
    payment_barcode,
)
from pos_app.printing.blocks import (
    Align,
    Block,
    CodeText,
    Gap,
    Linear,
    Pages,
    Pairs,
    Rule,
    Ruler,
    Square,
    Sums,
    Text,
)
from pos_app.printing.card import card_mark, card_secret, tax_words
from pos_app.printing.fonts import Face
from pos_app.printing.marks import linear, mark_for_code, square
from pos_app.printing.paper import MM, Sheet
from pos_app.printing.parts import (
    brand_and_amount,
    copy_band,
    letterhead,
    origin,
    scam_warning,
    till_and_time,
)
from pos_app.printing.speech import Speech

_RULERS_MM = (150, 70, 40)


def _marked(mark: Linear | Square | None) -> list[Block]:
    return [mark] if mark else []


def masked_copy(slip: MaskedCopy, speech: Speech, _sheet: Sheet) -> list[Block]:
    """The shop's copy: last characters only."""
    delivery = speech.say(f"delivery_{slip.line.delivery.value}")
    expires = ((speech.say("expires"), speech.date(slip.expires_on)),) if slip.expires_on else ()
    return [
        *letterhead(slip.head, "shop_copy", speech),
        *copy_band(slip.copy, speech),
        *brand_and_amount(slip.line, speech),
        Gap(1.4),
        *_masked(slip.hint, speech),
        Pairs((*expires, (speech.say("delivery"), delivery))),
        Gap(1),
        Text(speech.say("shop_copy_note"), "small"),
        Rule(),
        *origin(slip.head, slip.line, speech),
    ]


def brand_voucher(slip: BrandVoucher, speech: Speech, sheet: Sheet) -> list[Block]:
    """What we have to say, then the issuer's own PDF, on a page of its own if it is large."""
    return [
        *letterhead(slip.head, "gift_card", speech),
        *copy_band(slip.copy, speech),
        *brand_and_amount(slip.line, speech),
        *card_secret(slip.card, speech),
        *card_mark(slip.line, slip.card, speech, sheet),
        Gap(1.6),
        scam_warning(speech, like_cash=True),
        Gap(1.6),
        *tax_words(slip, speech),
        Text(speech.say("no_till_receipt"), "small"),
        Rule(),
        *origin(slip.head, slip.line, speech),
        Rule(),
        Text(speech.say("voucher_note", brand=speech.line(slip.line.brand)), "small"),
        Gap(1.6),
        Pages(slip.pdf),
    ]


def _masked(hint: str, speech: Speech) -> list[Block]:
    if not hint:
        return []
    return [Pairs(((speech.say("code"), speech.line(mask_code(hint))),), strong=True)]


def payment_slip(slip: PaymentSlip, speech: Speech, sheet: Sheet) -> list[Block]:
    """What to pay, and a barcode of sale number and amount for the main till."""
    value = payment_barcode(slip.sale, slip.total)
    return [
        *letterhead(slip.head, "payment", speech),
        Sums(tuple(_item(item, speech) for item in slip.items)),
        Rule(),
        Text(speech.say("total"), "strong", Face.BOLD, keep=True),
        Text(speech.money(slip.total), "amount", Face.BOLD),
        Gap(1.4),
        Text(speech.say("scan_at_till"), "small", Face.MEDIUM, Align.CENTRE, keep=True),
        *_marked(mark_for_code(value, sheet)),
        Text(speech.line(value), "small", Face.MONO, Align.CENTRE),
        Gap(1.6),
        Text(speech.say("no_till_receipt"), "strong", Face.BOLD),
        Text(speech.say("pay_at_till"), "body"),
        Rule(),
        Pairs(((speech.say("sale"), speech.line(slip.sale)), *till_and_time(slip.head, speech))),
    ]


def _item(item: PaymentItem, speech: Speech) -> tuple[str, str, str]:
    return speech.line(item.brand), f"{item.quantity} ×", speech.money(item.amount)


def _numbers(number: str, line: SlipLine, speech: Speech) -> Block:
    """The slip's own number and the slip it is about."""
    return Pairs(
        (
            (speech.say("number"), speech.line(number)),
            (speech.say("first_slip"), speech.line(line.reference)),
        ),
        strong=True,
    )


def void_slip(slip: VoidSlip, speech: Speech, _sheet: Sheet) -> list[Block]:
    """A cancelled card: its own number, and the first slip's (germany.md D6)."""
    approved = (
        ((speech.say("approved_by"), speech.line(slip.approved_by)),) if slip.approved_by else ()
    )
    facts = (
        (speech.say("reason"), speech.line(slip.reason)),
        *approved,
        (speech.say("voided_at"), speech.exact_time(slip.voided_at)),
    )
    return [
        *letterhead(slip.head, "void", speech),
        _numbers(slip.number, slip.line, speech),
        Gap(1.4),
        *brand_and_amount(slip.line, speech),
        Gap(1),
        *_masked(slip.hint, speech),
        Pairs(facts),
        Gap(1),
        Text(speech.say("void_note"), "body", Face.MEDIUM),
        Text(speech.say("no_till_receipt"), "small"),
        Rule(),
        *origin(slip.head, slip.line, speech),
    ]


def refund_slip(slip: RefundSlip, speech: Speech, _sheet: Sheet) -> list[Block]:
    """Money owed for a line, or given back, or spent on its replacement."""
    paid = slip.paid_at is not None
    to_sign: list[Block] = [Gap(12), Rule(), Text(speech.say("signature"), "small")]
    return [
        *letterhead(slip.head, "refund_paid" if paid else "refund_due", speech),
        _numbers(slip.number, slip.line, speech),
        Gap(1.4),
        *brand_and_amount(slip.line, speech),
        Gap(1),
        Pairs(_refund_facts(slip, speech)),
        Gap(1),
        Text(_refund_sentence(slip, speech), "body", Face.MEDIUM),
        Text(speech.say("no_till_receipt"), "small"),
        *(to_sign if paid and not slip.replaced_by else []),
        Rule(),
        *origin(slip.head, slip.line, speech),
    ]


def _refund_facts(slip: RefundSlip, speech: Speech) -> tuple[tuple[str, str], ...]:
    paid_at = speech.exact_time(slip.paid_at) if slip.paid_at else ""
    facts = (
        ("due_at", speech.exact_time(slip.due_at)),
        ("paid_at", paid_at),
        ("paid_by", speech.line(slip.paid_by)),
        ("receipt_number", speech.line(slip.receipt_number)),
    )
    return tuple((speech.say(key), value) for key, value in facts if value)


def _refund_sentence(slip: RefundSlip, speech: Speech) -> str:
    if slip.replaced_by:
        return speech.say("replaced_note", reference=speech.line(slip.replaced_by))
    return speech.say("refund_paid_note" if slip.paid_at else "refund_due_note")


def test_page(slip: TestPage, speech: Speech, sheet: Sheet) -> list[Block]:
    """A ruler against scaling, both kinds of marks, and the signs that are easily mistaken."""
    length = next(length for length in _RULERS_MM if length * MM <= sheet.content)
    return [
        *letterhead(slip.head, "test_page", speech),
        Ruler(length),
        Text(speech.say("ruler", length=length), "small"),
        Gap(2),
        Text(speech.say("test_marks"), "body", keep=True),
        *_marked(linear(code128("TEST-0123456789"), sheet)),
        *_marked(square("https://example.org/TEST-0123456789")),
        Text(speech.say("test_signs"), "body", keep=True),
        CodeText("0O QD 1Il 8B 5S 2Z", "", "code"),
        Rule(),
        Pairs(
            (
                (speech.say("printer"), speech.line(slip.printer)),
                *till_and_time(slip.head, speech),
            )
        ),
    ]

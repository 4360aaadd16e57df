"""Documents into blocks: what stands on each slip, in which order, in which words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pos_app.domain.slip import (
    BrandVoucher,
    CardSlip,
    DayReport,
    MaskedCopy,
    PaymentSlip,
    RefundSlip,
    SlipDocument,
    TestPage,
    VoidSlip,
)
from pos_app.printing.blocks import Band, Block, Gap
from pos_app.printing.card import card_slip
from pos_app.printing.others import (
    brand_voucher,
    masked_copy,
    payment_slip,
    refund_slip,
    test_page,
    void_slip,
)
from pos_app.printing.paper import Sheet
from pos_app.printing.report import day_report
from pos_app.printing.speech import Speech

_COMPOSE: Final[dict[type, Callable[[Any, Speech, Sheet], list[Block]]]] = {
    CardSlip: card_slip,
    BrandVoucher: brand_voucher,
    MaskedCopy: masked_copy,
    PaymentSlip: payment_slip,
    VoidSlip: void_slip,
    RefundSlip: refund_slip,
    DayReport: day_report,
    TestPage: test_page,
}
_TITLES: Final = {
    CardSlip: "gift_card",
    BrandVoucher: "gift_card",
    MaskedCopy: "shop_copy",
    PaymentSlip: "payment",
    VoidSlip: "void",
    RefundSlip: "refund_due",
    DayReport: "day",
    TestPage: "test_page",
}


def compose(document: SlipDocument, sheet: Sheet) -> list[Block]:
    """All blocks of a slip; in training the first and the last say so (R10)."""
    speech = Speech(document.head.language)
    blocks = _COMPOSE[type(document)](document, speech, sheet)
    if not document.head.training:
        return blocks
    band = Band(speech.say("training"))
    return [band, Gap(1.6), *blocks, Gap(1.6), band]


def title(document: SlipDocument) -> str:
    """The PDF's title: what it is and its number, never the code."""
    speech = Speech(document.head.language)
    kind = _TITLES[type(document)]
    if isinstance(document, RefundSlip) and document.paid_at is not None:
        kind = "refund_paid"
    words = f"{speech.say(kind)} {document.name}"
    return f"{speech.say('training')}: {words}" if document.head.training else words

"""Parts that several slips share."""

from __future__ import annotations

from pos_app.domain.slip import SlipHead, SlipLine
from pos_app.printing.blocks import Align, Band, Block, Framed, Gap, Pairs, Rule, Text
from pos_app.printing.fonts import Face
from pos_app.printing.speech import Speech


def letterhead(head: SlipHead, kind: str, speech: Speech) -> list[Block]:
    """The shop's name and what this paper is, louder where it is not a card."""
    role = "title" if kind == "gift_card" else "brand"
    face = Face.MEDIUM if kind == "gift_card" else Face.BOLD
    return [
        Text(speech.line(head.store), "store", Face.BOLD, Align.CENTRE, keep=True),
        Text(speech.say(kind), role, face, Align.CENTRE),
        Rule(),
    ]


def copy_band(number: int, speech: Speech) -> list[Block]:
    """The mark of a reprint and the sentence about it; nothing on a first print."""
    if not number:
        return []
    return [
        Band(speech.say("copy", number=number)),
        Gap(0.8),
        Text(speech.say("copy_note", number=number), "small"),
        Gap(1.2),
    ]


def brand_and_amount(line: SlipLine, speech: Speech) -> list[Block]:
    """What was bought, large."""
    brand, product = speech.line(line.brand), speech.line(line.product)
    name: list[Block] = [Text(product, "body")] if product and product != brand else []
    return [
        Text(brand, "brand", Face.BOLD, keep=True),
        *name,
        Gap(0.6),
        Text(speech.money(line.amount), "amount", Face.BOLD),
    ]


def scam_warning(speech: Speech, *, like_cash: bool) -> Framed:
    """The warning in a frame, and that this paper is cash where it is (germany.md D8, D9)."""
    keep: tuple[Block, ...] = (Gap(0.8), Text(speech.say("keep"), "body", Face.MEDIUM))
    return Framed(
        (
            Text(speech.say("scam_title"), "strong", Face.BOLD, keep=True),
            Text(speech.say("scam"), "body"),
            *(keep if like_cash else ()),
        )
    )


def origin(head: SlipHead, line: SlipLine, speech: Speech) -> list[Block]:
    """Where and when: enough to find the order again."""
    order = ((speech.say("order"), speech.line(line.order_id)),) if line.order_id else ()
    reference = (speech.say("line"), speech.line(line.reference))
    return [Pairs((reference, *order, *till_and_time(head, speech)))]


def till_and_time(head: SlipHead, speech: Speech) -> tuple[tuple[str, str], ...]:
    """Till, cashier and the exact local time with its zone."""
    return (
        (speech.say("till"), speech.line(f"{head.till} · {head.cashier}")),
        (speech.say("time"), speech.exact_time(head.printed_at)),
    )

"""The card slip: what the customer walks away with (provider contract, "Presenting the card")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from pos_app.domain.card import Card, CardUrl
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.slip import BrandVoucher, CardSlip, SlipLine
from pos_app.domain.tax import TaxClass
from pos_app.printing.blocks import (
    Align,
    Beside,
    Block,
    CodeText,
    Gap,
    Linear,
    Pairs,
    Rule,
    Square,
    Text,
    Token,
)
from pos_app.printing.fonts import Face
from pos_app.printing.marks import mark_for_barcode, mark_for_code, square
from pos_app.printing.paper import Sheet
from pos_app.printing.parts import (
    brand_and_amount,
    copy_band,
    letterhead,
    origin,
    scam_warning,
)
from pos_app.printing.speech import Speech

_MOST_LINKS: Final = 8
_DASHES: Final = Rule(dashed=True)
_WALLETS: Final = ("apple_wallet", "google_wallet")
_TAX_SENTENCES: Final = {
    TaxClass.MULTI_PURPOSE: "tax_multi_purpose",
    TaxClass.SINGLE_PURPOSE: "tax_single_purpose",
}


def card_slip(slip: CardSlip, speech: Speech, sheet: Sheet) -> list[Block]:
    """The whole slip, most important first."""
    links = _shown(slip.card)
    return [
        *letterhead(slip.head, "gift_card", speech),
        *copy_band(slip.copy, speech),
        *_front(slip, links[:1], speech, sheet),
        *_links(links[1:], speech),
        *_texts(slip.card, speech),
        *_closing(slip, speech),
    ]


def _front(slip: CardSlip, first: list[CardUrl], speech: Speech, sheet: Sheet) -> list[Block]:
    """Value, code and mark; on wide paper the first link stands beside them."""
    value = [
        *brand_and_amount(slip.line, speech),
        *_email_notice(slip, speech),
        *card_secret(slip.card, speech),
    ]
    mark = card_mark(slip.line, slip.card, speech, sheet)
    shown = [_link(link, speech) for link in first]
    narrow = (*value, *mark, *(block for link in shown for block in (_DASHES, *link.narrow)))
    if shown:
        return [Beside((*value, *mark), shown[0].narrow, narrow)]
    if any(isinstance(block, Square) for block in mark):
        return [Beside(tuple(value), tuple(mark), narrow)]
    return [Beside((*value, *mark), (), narrow)]


def card_secret(card: Card, speech: Speech) -> list[Block]:
    """Code, PIN and the issuer's date, never one of ours (germany.md D10)."""
    blocks: list[Block] = []
    if card.code:
        blocks += _label("code", speech) + _code(card.code, "code", speech)
    if card.pin:
        blocks += _label("pin", speech) + _code(card.pin, "pin", speech)
    if card.expires_on:
        row = (speech.say("expires"), speech.date(card.expires_on))
        blocks += [Gap(1), Pairs((row,), strong=True)]
    return blocks


def _label(key: str, speech: Speech) -> list[Block]:
    return [Gap(1.4), Text(speech.say(key), "small", Face.MEDIUM, keep=True)]


def _code(code: str, kind: str, speech: Speech) -> list[Block]:
    """A code as text, or as a square code with a sentence where text could not be exact."""
    if not speech.is_exact(code):
        picture = square(code)
        sentence = Text(speech.say(f"{kind}_not_printable"), "body", Face.MEDIUM, keep=True)
        return [sentence, picture] if picture else [sentence]
    wrapped = speech.say("wrapped_code", lines="{lines}")
    text: list[Block] = [CodeText(code, wrapped, kind)]
    return [*text, Text(speech.say("spaced_code"), "small")] if " " in code else text


def card_mark(line: SlipLine, card: Card, speech: Speech, sheet: Sheet) -> list[Block]:
    """The one mark for the redeeming checkout; a link's own square code counts as one."""
    found: Linear | Square | None = None
    unknown: list[Block] = []
    if card.barcode:
        found = mark_for_barcode(card.barcode, sheet)
        if found is None and speech.is_exact(card.barcode.value):
            unknown = [
                Gap(1),
                Text(speech.say("barcode_not_known"), "small", Face.MEDIUM, keep=True),
                Token(card.barcode.value, "body"),
            ]
    if found is None and card.code and speech.is_exact(card.code):
        found = mark_for_code(card.code, sheet)
    if found is None and not card.code and not _has_square(card):
        found = mark_for_code(line.reference, sheet)
        return [*unknown, Gap(1.5), found] if found else unknown
    if found is None:
        return unknown
    caption = speech.say("scan_in_shop", brand=speech.line(line.brand))
    return [
        *unknown,
        Gap(1.8),
        Text(caption, "small", Face.MEDIUM, Align.CENTRE, keep=True),
        found,
    ]


def _has_square(card: Card) -> bool:
    return any(_is_web(link.url) for link in _shown(card))


def _is_web(url: str) -> bool:
    return url.lower().startswith(("https://", "http://"))


def _shown(card: Card) -> list[CardUrl]:
    """Links worth paper: redemption first, then wallets; the PDF only when nothing else is."""
    first = [link for link in card.urls if link.kind == "redemption"]
    wallets = [link for kind in _WALLETS for link in card.urls if link.kind == kind]
    rest = [link for link in card.urls if link.kind not in {"redemption", "card_pdf", *_WALLETS}]
    shown = first + wallets + rest
    if not first and not card.code:
        shown += [link for link in card.urls if link.kind == "card_pdf"]
    return shown[:_MOST_LINKS]


@dataclass(frozen=True, slots=True)
class _Link:
    """A link as a square code and as text: paper needs no network to be read."""

    heading: Text
    picture: tuple[Block, ...]
    text: tuple[Block, ...]

    @property
    def narrow(self) -> tuple[Block, ...]:
        """One below the other, centred."""
        return (replace(self.heading, align=Align.CENTRE), *self.picture, *self.text)


def _links(links: list[CardUrl], speech: Speech) -> list[Block]:
    """Each link below a line; on wide paper its square code stands at the right."""
    blocks: list[Block] = []
    for link in links:
        shown = _link(link, speech)
        wide = (shown.heading, *shown.text)
        blocks += [_DASHES, Beside(wide, shown.picture, shown.narrow)]
    return blocks


def _link(link: CardUrl, speech: Speech) -> _Link:
    known = {"redemption": "redeem", "card_pdf": "card_pdf"} | {kind: kind for kind in _WALLETS}
    heading = Text(speech.say(known.get(link.kind, "link")), "strong", Face.BOLD, keep=True)
    picture = square(link.url) if _is_web(link.url) else None
    text = _link_text(link.url, speech)
    if picture:
        return _Link(heading, (picture,), (text,))
    why = "link_too_long" if _is_web(link.url) else "link_not_web"
    return _Link(heading, (), (Text(speech.say(why), "small", keep=True), text))


def _link_text(url: str, speech: Speech) -> Block:
    return Token(url) if speech.is_exact(url) else Text(speech.line(url), "small")


def _texts(card: Card, speech: Speech) -> list[Block]:
    sections = (
        ("instructions", card.redemption_instructions),
        ("notes", card.redemption_notes),
        ("terms", card.terms_and_conditions),
    )
    blocks: list[Block] = []
    for heading, text in sections:
        shown = speech.text(text)
        if shown:
            blocks += [
                *([Gap(1.6)] if blocks else [Rule()]),
                Text(speech.say(heading), "strong", Face.BOLD, keep=True),
                Gap(0.4, keep=True),
                Text(shown, "small" if heading == "terms" else "body"),
            ]
    return blocks


def _closing(slip: CardSlip, speech: Speech) -> list[Block]:
    return [
        Gap(2),
        scam_warning(speech, like_cash=not slip.card.is_empty),
        Gap(1.6),
        *tax_words(slip, speech),
        Text(speech.say("no_till_receipt"), "small"),
        Rule(),
        *origin(slip.head, slip.line, speech),
    ]


def tax_words(slip: CardSlip | BrandVoucher, speech: Speech) -> list[Block]:
    """The owner's sentence, or the one of the product's class; never a VAT line (D3)."""
    if slip.tax_note.strip():
        return [Text(speech.line(slip.tax_note), "small")]
    key = _TAX_SENTENCES.get(slip.tax)
    return [Text(speech.say(key), "small")] if key else []


def _email_notice(slip: CardSlip, speech: Speech) -> list[Block]:
    """Where the provider mails the card to; the address is masked already (M9)."""
    if slip.line.delivery is not DeliveryMethod.EMAIL:
        return []
    sentence = speech.say("email_sent", brand=speech.line(slip.line.brand))
    return [
        Gap(1.4),
        Text(sentence, "body", keep=True),
        Text(speech.line(slip.masked_email), "brand", Face.BOLD),
        Gap(0.6),
        Text(speech.say("email_note"), "body"),
    ]

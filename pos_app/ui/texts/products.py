"""Words about products: amounts, delivery, why one can't be ordered, what is wrong in a field."""

from __future__ import annotations

from typing import Final

from pos_app.domain.money import Language, Money, exponent
from pos_app.domain.product import AmountRange, DeliveryMethod, Product
from pos_app.ui.kit import Look, Pill
from pos_app.ui.theme import Icon, Tone
from pos_app.ui.translation import QT_TRANSLATE_NOOP, UTF8, language, translate

_REASONS: Final[dict[str, str]] = {
    "unavailable": QT_TRANSLATE_NOOP("products", "Not available now"),
    "other_currency": QT_TRANSLATE_NOOP("products", "Only in %1"),
    "other_country": QT_TRANSLATE_NOOP("products", "Not for this country"),
    "no_delivery_method": QT_TRANSLATE_NOOP("products", "No usable delivery"),
    "selling_stopped": QT_TRANSLATE_NOOP("products", "Not sold at present"),
}
# Usual categories; whatever else a provider has is shown as it is.
_CATEGORIES: Final = {
    "books": QT_TRANSLATE_NOOP("products", "Books"),
    "electronics": QT_TRANSLATE_NOOP("products", "Electronics"),
    "entertainment": QT_TRANSLATE_NOOP("products", "Entertainment"),
    "fashion": QT_TRANSLATE_NOOP("products", "Fashion"),
    "food": QT_TRANSLATE_NOOP("products", "Food"),
    "home": QT_TRANSLATE_NOOP("products", "Home"),
    "travel": QT_TRANSLATE_NOOP("products", "Travel"),
    "wellness": QT_TRANSLATE_NOOP("products", "Wellness"),
}
_USUAL: Final = (10, 15, 20, 25, 30, 50, 75, 100, 150, 200)
_MOST_USUAL: Final = 6
_METHODS: Final = {
    DeliveryMethod.CODE: QT_TRANSLATE_NOOP("products", "Code"),
    DeliveryMethod.URL: QT_TRANSLATE_NOOP("products", "Link"),
    DeliveryMethod.EMAIL: QT_TRANSLATE_NOOP("products", "E-mail"),
}
_HOW: Final = {
    DeliveryMethod.CODE: QT_TRANSLATE_NOOP("products", "The code is printed on a slip."),
    DeliveryMethod.URL: QT_TRANSLATE_NOOP(
        "products", "A link with a QR code is printed on a slip."
    ),
    DeliveryMethod.EMAIL: QT_TRANSLATE_NOOP(
        "products", "The provider sends the card by e-mail. The slip shows no code."
    ),
}


def category_word(name: str) -> str:
    """A provider's category as people read it: `home_garden` becomes `Home garden`."""
    known = _CATEGORIES.get(name.casefold())
    if known is not None:
        return translate("products", known)
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def show(amount: Money) -> str:
    """An amount in the language in force."""
    return amount.display(language())


def amounts_text(product: Product) -> str:
    """The amounts of a product in short: `€10.00 – €200.00`, `€10.00 · €25.00`."""
    told = product.denominations
    if isinstance(told, AmountRange):
        if told.minimum == told.maximum:
            return show(told.minimum)
        return f"{short(told.minimum)} – {short(told.maximum)}"
    return " · ".join(short(amount) for amount in told.amounts)


def short(amount: Money) -> str:
    """An amount without empty cents, where room is scarce: `€10`."""
    text, digits = show(amount), exponent(amount.currency)
    if amount.minor % int(10**digits):
        return text
    point = "," if language() is Language.DE else "."
    return text.replace(f"{point}{'0' * digits}", "", 1)


def amounts_hint(product: Product) -> str:
    """What may be typed into the amount field."""
    told = product.denominations
    if not isinstance(told, AmountRange):
        return ""
    text = translate("products", "From %1 to %2").replace("%1", show(told.minimum))
    text = text.replace("%2", show(told.maximum))
    if told.step.minor > 1:
        text += ", " + translate("products", "in steps of %1").replace("%1", show(told.step))
    return text


def reason_text(reason: str, product: Product) -> str:
    """Why a product can't be ordered here."""
    text = _REASONS.get(reason)
    shown = translate("products", text) if text else reason
    return shown.replace("%1", product.denominations.currency)


def method_word(method: DeliveryMethod) -> str:
    """How the card comes, in a word."""
    return translate("products", _METHODS[method])


def method_sentence(method: DeliveryMethod) -> str:
    """How the card comes, in a sentence."""
    return translate("products", _HOW[method])


def favourite_word() -> str:
    """What a marked product is called."""
    return translate("products", "Favourite")


def taken_back_pill(known: bool | None) -> Pill | None:  # noqa: FBT001 - three states
    """Whether a card can be taken back, in two words; nothing while that is not known."""
    if known is None:
        return None
    if known:
        return Pill(translate("products", "Can be taken back"), Look(Tone.SUCCESS, Icon.UNDO_2))
    return Pill(translate("products", "Not taken back"), Look(Tone.WARNING, Icon.LOCK))


def taken_back_sentence(known: bool | None) -> str:  # noqa: FBT001 - three states
    """What the provider has done so far when a card of this product was to be taken back."""
    if known is None:
        return translate("products", "Whether a card can be taken back is not known yet.")
    if known:
        return translate("products", "The provider has taken a card of this kind back before.")
    return translate(
        "products", "The provider does not take this card back: check it with the customer."
    )


def suggested_amounts(product: Product) -> tuple[Money, ...]:
    """Usual round amounts inside a free range, its ends included; for fingers."""
    told = product.denominations
    if not isinstance(told, AmountRange) or told.minimum == told.maximum:
        return ()
    unit = int(10 ** exponent(told.currency))
    usual = [Money(step * unit, told.currency) for step in _USUAL]
    inside = [
        amount
        for amount in usual
        if told.minimum <= amount <= told.maximum
        and (amount - told.minimum).is_multiple_of(told.step)
    ]
    return tuple(inside[:_MOST_USUAL])


def validity_text(product: Product) -> str:
    """How long a card is valid, or nothing when that isn't known."""
    if product.validity_months is None:
        return ""
    months = product.validity_months
    return translate("products", "Valid for %n month(s)", "", UTF8, months)

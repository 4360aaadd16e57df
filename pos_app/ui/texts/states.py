"""Words for the two facts of a line, and how each looks (design.md section 5)."""

from __future__ import annotations

from typing import Final

from pos_app.domain.sale import Line, MoneyState, OrderState
from pos_app.ui.kit import Pill
from pos_app.ui.translation import QT_TRANSLATE_NOOP, translate

_CONTEXT: Final = "states"
HANDED_OVER: Final = QT_TRANSLATE_NOOP("states", "Handed over")
GIVEN_UP: Final = QT_TRANSLATE_NOOP("states", "Given up")
_ORDER: Final = {
    OrderState.WAITING: QT_TRANSLATE_NOOP("states", "Waiting"),
    OrderState.ORDERING: QT_TRANSLATE_NOOP("states", "Ordering"),
    OrderState.UNKNOWN: QT_TRANSLATE_NOOP("states", "Unknown"),
    OrderState.DELIVERED: QT_TRANSLATE_NOOP("states", "Delivered"),
    OrderState.INVALIDATING: QT_TRANSLATE_NOOP("states", "Invalidating"),
    OrderState.FAILED: QT_TRANSLATE_NOOP("states", "Failed"),
    OrderState.INVALIDATED: QT_TRANSLATE_NOOP("states", "Invalidated"),
}
_MONEY: Final = {
    MoneyState.PAID: QT_TRANSLATE_NOOP("states", "Paid"),
    MoneyState.REFUND_DUE: QT_TRANSLATE_NOOP("states", "Refund due"),
    MoneyState.REFUNDED: QT_TRANSLATE_NOOP("states", "Refunded"),
}


def is_with_customer(line: Line) -> bool:
    """Whether the word of the order is `Handed over`."""
    return line.order is OrderState.DELIVERED and line.handed_over is not None


def order_word(line: Line) -> str:
    """The word for the order."""
    if is_with_customer(line):
        return translate(_CONTEXT, HANDED_OVER)
    return translate(_CONTEXT, _ORDER[line.order])


def money_word(line: Line) -> str:
    """The word for the money, or nothing while it is simply paid."""
    if line.money is MoneyState.PAID:
        return ""
    return translate(_CONTEXT, _MONEY[line.money])


def state_words(line: Line) -> str:
    """Both words: `Failed · Refund due`."""
    return " · ".join(word for word in (order_word(line), money_word(line)) if word)


def state_pills(line: Line) -> tuple[Pill, ...]:
    """Both words as pills."""
    state = "handed_over" if is_with_customer(line) else line.order.value
    pills = [Pill.of(state, order_word(line))]
    if line.money is not MoneyState.PAID:
        pills.append(Pill.of(line.money.value, money_word(line)))
    return tuple(pills)

"""What is open about a line: one sentence, and what to do next with the money and the card."""

from __future__ import annotations

from typing import Final

from pos_app.domain.cases import Alarm, CaseKind, LineAction
from pos_app.domain.sale import Closing, Line, Trouble
from pos_app.ui.translation import QT_TRANSLATE_NOOP, translate

_SENTENCES: Final = {
    CaseKind.WAITING: QT_TRANSLATE_NOOP(
        "cases", "Paid, but never ordered: the provider knows nothing of this card."
    ),
    CaseKind.ASKING: QT_TRANSLATE_NOOP(
        "cases", "Nobody knows yet whether this card was made. The till keeps asking by itself."
    ),
    CaseKind.PROCESSING: QT_TRANSLATE_NOOP(
        "cases", "The provider is still making this card. The till keeps asking by itself."
    ),
    CaseKind.GIVEN_UP_ASKING: QT_TRANSLATE_NOOP(
        "cases",
        "Given up. The till finds out whether a card was made, and takes it back if it was.",
    ),
    CaseKind.ASK_PROVIDER: QT_TRANSLATE_NOOP(
        "cases", "The till must not ask about this order by itself any more."
    ),
    CaseKind.MISMATCH: QT_TRANSLATE_NOOP(
        "cases", "The provider made a card for another product or amount than was ordered."
    ),
    CaseKind.NO_CARD: QT_TRANSLATE_NOOP(
        "cases", "The provider calls this order complete, but sent no card with it."
    ),
    CaseKind.ORDER_NOT_FOUND: QT_TRANSLATE_NOOP(
        "cases", "The provider no longer knows an order that it had confirmed."
    ),
    CaseKind.NOT_HANDED_OVER: QT_TRANSLATE_NOOP(
        "cases", "The card is here, but the customer does not have it yet."
    ),
    CaseKind.PERHAPS_PRINTED: QT_TRANSLATE_NOOP(
        "cases", "A slip was printed, or perhaps was. Nobody said that it was readable."
    ),
    CaseKind.REFUND_DUE: QT_TRANSLATE_NOOP(
        "cases", "There is no card. The customer gets the money back."
    ),
    CaseKind.INVALIDATING: QT_TRANSLATE_NOOP(
        "cases", "The provider is being asked to make this card worthless."
    ),
    CaseKind.INVALIDATION_SLOW: QT_TRANSLATE_NOOP(
        "cases", "The provider has not said for a long time whether this card is worthless now."
    ),
    CaseKind.NOT_INVALIDATED: QT_TRANSLATE_NOOP(
        "cases", "The provider will not take this card back, so it is still worth its money."
    ),
    CaseKind.CUSTOMER_KEEPS_CARD: QT_TRANSLATE_NOOP(
        "cases", "The customer's card can't be taken back, so it stays theirs."
    ),
    CaseKind.SHOP_OWNS_CARD: QT_TRANSLATE_NOOP(
        "cases", "The money was given back and the card can't be. The shop owns this card."
    ),
}
_NEXT: Final = {
    CaseKind.WAITING: QT_TRANSLATE_NOOP(
        "cases", "Order it now while the customer is here, or give up and refund the money."
    ),
    CaseKind.ASKING: QT_TRANSLATE_NOOP(
        "cases",
        "Keep the money. Wait for the answer, or give up and refund when the customer leaves.",
    ),
    CaseKind.PROCESSING: QT_TRANSLATE_NOOP(
        "cases",
        "Keep the money. Wait for the card, or give up and refund when the customer leaves.",
    ),
    CaseKind.GIVEN_UP_ASKING: QT_TRANSLATE_NOOP(
        "cases", "Nothing to do for the card. Give the money back if the refund is due."
    ),
    CaseKind.ASK_PROVIDER: QT_TRANSLATE_NOOP(
        "cases",
        "Ask the provider about key %1 of %2. Then a manager closes the case with the answer.",
    ),
    CaseKind.MISMATCH: QT_TRANSLATE_NOOP(
        "cases", "Invalidate it and give the money back, or ask the provider about order %3."
    ),
    CaseKind.NO_CARD: QT_TRANSLATE_NOOP(
        "cases",
        "Try again now. If no card comes, invalidate the order and give the money back.",
    ),
    CaseKind.ORDER_NOT_FOUND: QT_TRANSLATE_NOOP(
        "cases", "Ask the provider about order %3. Then a manager closes the case."
    ),
    CaseKind.NOT_HANDED_OVER: QT_TRANSLATE_NOOP(
        "cases", "Print the slip and hand it over. If the customer is gone, invalidate the card."
    ),
    CaseKind.PERHAPS_PRINTED: QT_TRANSLATE_NOOP(
        "cases",
        "Look at the paper: press Handed over if the customer has it, or print it again.",
    ),
    CaseKind.REFUND_DUE: QT_TRANSLATE_NOOP(
        "cases", "Give %4 back at the main till and press Refund paid, or order the card again."
    ),
    CaseKind.INVALIDATING: QT_TRANSLATE_NOOP(
        "cases", "Keep the slip here. The till goes on asking by itself."
    ),
    CaseKind.INVALIDATION_SLOW: QT_TRANSLATE_NOOP(
        "cases", "Ask the provider about order %3. Then a manager closes the case."
    ),
    CaseKind.NOT_INVALIDATED: QT_TRANSLATE_NOOP(
        "cases",
        "Hand the card to the customer after all, or pay the refund: then the shop keeps it.",
    ),
    CaseKind.CUSTOMER_KEEPS_CARD: QT_TRANSLATE_NOOP(
        "cases", "Give the slip back and press Handed over. No money is given back."
    ),
    CaseKind.SHOP_OWNS_CARD: QT_TRANSLATE_NOOP(
        "cases", "Keep it away from customers. A manager closes the case as a loss."
    ),
}
_TROUBLES: Final = {
    Trouble.KEY_TOO_OLD: QT_TRANSLATE_NOOP(
        "cases", "The order was first sent too long ago to be sent again."
    ),
    Trouble.RESTORED: QT_TRANSLATE_NOOP("cases", "This line came out of a backup."),
    Trouble.OTHER_ACCOUNT: QT_TRANSLATE_NOOP(
        "cases", "It was ordered with another provider account."
    ),
    Trouble.NOT_POSTED_AGAIN: QT_TRANSLATE_NOOP(
        "cases", "It was given up, and cards of this brand can't be taken back."
    ),
    Trouble.INVALIDATION_EXPIRED: QT_TRANSLATE_NOOP(
        "cases", "The provider says that the time for taking it back is over."
    ),
    Trouble.INVALIDATION_NOT_SUPPORTED: QT_TRANSLATE_NOOP(
        "cases", "The provider says that this brand never takes cards back."
    ),
    Trouble.INVALIDATION_NOT_FOUND: QT_TRANSLATE_NOOP(
        "cases", "The provider says that it does not know this order."
    ),
}
_CLOSINGS: Final = {
    Closing.NO_ORDER: (
        QT_TRANSLATE_NOOP("cases", "No card was made"),
        QT_TRANSLATE_NOOP(
            "cases", "The provider says that the order failed or never came. A refund falls due."
        ),
    ),
    Closing.VOIDED: (
        QT_TRANSLATE_NOOP("cases", "The card is worthless"),
        QT_TRANSLATE_NOOP(
            "cases",
            "The provider says that the card was made and invalidated. A refund falls due.",
        ),
    ),
    Closing.LOSS: (
        QT_TRANSLATE_NOOP("cases", "The shop bears the loss"),
        QT_TRANSLATE_NOOP(
            "cases", "The money was given back and the card can't be used. Nothing more happens."
        ),
    ),
}
# In short for the row, and at length beside the case; %1 is the moment after which the order is
# never sent again.
_ALARMS: Final = {
    Alarm.KEY_ENDS: (
        QT_TRANSLATE_NOOP("cases", "Only until %1"),
        QT_TRANSLATE_NOOP(
            "cases",
            "The till can find out by itself only until %1. See to the connection before then; "
            "later only the provider can say what became of this order.",
        ),
    ),
    Alarm.OLD: (
        QT_TRANSLATE_NOOP("cases", "Overdue · %2"),
        QT_TRANSLATE_NOOP(
            "cases", "Open for more than a day. Settle it now, with a manager if need be."
        ),
    ),
}
# The order in which actions help: the first one allowed is the case's main one.
_MAIN: Final = {
    CaseKind.WAITING: (LineAction.ORDER_NOW, LineAction.GIVE_UP),
    CaseKind.ASKING: (LineAction.TRY_NOW, LineAction.GIVE_UP),
    CaseKind.PROCESSING: (LineAction.TRY_NOW, LineAction.GIVE_UP),
    CaseKind.GIVEN_UP_ASKING: (LineAction.REFUND_PAID, LineAction.TRY_NOW),
    CaseKind.ASK_PROVIDER: (LineAction.CLOSE_CASE,),
    CaseKind.MISMATCH: (LineAction.INVALIDATE, LineAction.CLOSE_CASE),
    CaseKind.NO_CARD: (LineAction.TRY_NOW, LineAction.INVALIDATE),
    CaseKind.ORDER_NOT_FOUND: (LineAction.TRY_NOW, LineAction.CLOSE_CASE),
    CaseKind.NOT_HANDED_OVER: (LineAction.PRINT,),
    CaseKind.PERHAPS_PRINTED: (LineAction.HAND_OVER, LineAction.PRINT),
    CaseKind.REFUND_DUE: (LineAction.REFUND_PAID, LineAction.ORDER_AGAIN),
    CaseKind.INVALIDATING: (LineAction.REFUND_PAID, LineAction.TRY_NOW),
    CaseKind.INVALIDATION_SLOW: (LineAction.TRY_NOW, LineAction.CLOSE_CASE),
    CaseKind.NOT_INVALIDATED: (LineAction.HAND_OVER, LineAction.REFUND_PAID),
    CaseKind.CUSTOMER_KEEPS_CARD: (LineAction.HAND_OVER,),
    CaseKind.SHOP_OWNS_CARD: (LineAction.CLOSE_CASE,),
}


def case_sentence(kind: CaseKind) -> str:
    """What is open, in one sentence."""
    return translate("cases", _SENTENCES[kind])


def next_sentence(kind: CaseKind, line: Line, *, sent_at: str, amount: str) -> str:
    """What to do next with the money and the card; `sent_at` and `amount` as people read them."""
    text = translate("cases", _NEXT[kind])
    values = (line.request.key, sent_at, line.order_id or "?", amount)
    for place, value in enumerate(values, start=1):
        text = text.replace(f"%{place}", value)
    return text


def trouble_sentence(line: Line) -> str:
    """Why the till can't go on by itself, or nothing."""
    found = _TROUBLES.get(line.trouble) if line.trouble is not None else None
    return translate("cases", found) if found else ""


def alarm_words(alarm: Alarm, *, until: str, age: str) -> str:
    """Why a case can't wait, in a few words; `until` and `age` as people read them."""
    return _alarm_text(alarm, 0, until, age)


def alarm_sentence(alarm: Alarm, *, until: str) -> str:
    """Why a case can't wait, and what helps."""
    return _alarm_text(alarm, 1, until, "")


def _alarm_text(alarm: Alarm, form: int, until: str, age: str) -> str:
    text = translate("cases", _ALARMS[alarm][form])
    return text.replace("%1", until).replace("%2", age)


def main_action(kind: CaseKind, actions: frozenset[LineAction]) -> LineAction | None:
    """The action that helps most now."""
    return next((each for each in _MAIN[kind] if each in actions), None)


def closing_words(how: Closing) -> tuple[str, str]:
    """What a manager may say to end a case: in short, and what follows from it."""
    short, follows = _CLOSINGS[how]
    return translate("cases", short), translate("cases", follows)

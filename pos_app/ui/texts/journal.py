"""The timeline of a line: each journal entry as a sentence, with its icon."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pos_app.domain.journal import Action, Detail, JournalRecord
from pos_app.domain.people import TILL
from pos_app.domain.sale import Closing
from pos_app.ui.texts.cases import closing_words
from pos_app.ui.theme import Icon, Tone
from pos_app.ui.translation import QT_TRANSLATE_NOOP, translate

_SENTENCES: Final = {
    Action.SALE_PAID: QT_TRANSLATE_NOOP("journal", "Paid at the main till"),
    Action.ORDER_SENT: QT_TRANSLATE_NOOP("journal", "Order sent to the provider"),
    Action.ORDER_ANSWERED: QT_TRANSLATE_NOOP("journal", "The provider answered"),
    Action.ORDER_INTERRUPTED: QT_TRANSLATE_NOOP(
        "journal", "The program ended while the order was on its way"
    ),
    Action.CARD_STORED: QT_TRANSLATE_NOOP("journal", "Card received and stored"),
    Action.GIVEN_UP: QT_TRANSLATE_NOOP("journal", "Given up"),
    Action.REFUND_DUE: QT_TRANSLATE_NOOP("journal", "Refund became due"),
    Action.REFUND_PAID: QT_TRANSLATE_NOOP("journal", "Refund paid"),
    Action.REFUND_WITHDRAWN: QT_TRANSLATE_NOOP("journal", "Refund withdrawn: the card was kept"),
    Action.REPLACED: QT_TRANSLATE_NOOP("journal", "Ordered again, paid by the refund"),
    Action.INVALIDATION_ASKED: QT_TRANSLATE_NOOP("journal", "Invalidation asked for"),
    Action.INVALIDATION_SENT: QT_TRANSLATE_NOOP("journal", "Invalidation sent to the provider"),
    Action.INVALIDATION_ANSWERED: QT_TRANSLATE_NOOP(
        "journal", "The provider answered the invalidation"
    ),
    Action.PRINT_STARTED: QT_TRANSLATE_NOOP("journal", "Printing started"),
    Action.PRINT_ENDED: QT_TRANSLATE_NOOP("journal", "Printing ended"),
    Action.HANDED_OVER: QT_TRANSLATE_NOOP("journal", "Handed over to the customer"),
    Action.CODE_SHOWN: QT_TRANSLATE_NOOP("journal", "Code shown on screen"),
    Action.CARD_ERASED: QT_TRANSLATE_NOOP("journal", "Code erased from this till"),
    Action.CARD_FETCHED: QT_TRANSLATE_NOOP("journal", "Code fetched from the provider again"),
    Action.CASE_OPENED: QT_TRANSLATE_NOOP("journal", "Became an open case"),
    Action.CASE_CLOSED: QT_TRANSLATE_NOOP("journal", "Case closed"),
    Action.APPROVED: QT_TRANSLATE_NOOP("journal", "Approved by a manager"),
    Action.SIGNED_IN: QT_TRANSLATE_NOOP("journal", "Signed in"),
    Action.SIGN_IN_FAILED: QT_TRANSLATE_NOOP("journal", "Wrong PIN"),
    Action.SIGNED_OUT: QT_TRANSLATE_NOOP("journal", "Locked"),
    Action.PERSON_ADDED: QT_TRANSLATE_NOOP("journal", "Person added"),
    Action.PERSON_CHANGED: QT_TRANSLATE_NOOP("journal", "Person changed"),
    Action.SETTINGS_CHANGED: QT_TRANSLATE_NOOP("journal", "Settings changed"),
    Action.SELLING_STOPPED: QT_TRANSLATE_NOOP("journal", "Selling stopped"),
    Action.SELLING_RESUMED: QT_TRANSLATE_NOOP("journal", "Selling allowed again"),
    Action.LABEL_TAUGHT: QT_TRANSLATE_NOOP("journal", "Shelf label learned"),
    Action.LABEL_FORGOTTEN: QT_TRANSLATE_NOOP("journal", "Shelf label removed"),
    Action.DAY_OPENED: QT_TRANSLATE_NOOP("journal", "Day opened"),
    Action.DAY_ENDED: QT_TRANSLATE_NOOP("journal", "Day ended"),
    Action.TILL_CREATED: QT_TRANSLATE_NOOP("journal", "Till set up"),
    Action.RESTORED: QT_TRANSLATE_NOOP("journal", "Restored from a backup"),
    Action.CLOCK_CHANGED: QT_TRANSLATE_NOOP("journal", "The clock was changed"),
    Action.NOTICE_DISMISSED: QT_TRANSLATE_NOOP("journal", "Notice read"),
    Action.CREDENTIALS_REFUSED: QT_TRANSLATE_NOOP(
        "journal", "The provider refused the till's credentials"
    ),
    Action.CREDENTIALS_ACCEPTED: QT_TRANSLATE_NOOP(
        "journal", "The provider accepted the till's credentials again"
    ),
}
_LOOKS: Final = {
    Action.SALE_PAID: (Icon.CREDIT_CARD, Tone.NEUTRAL),
    Action.ORDER_SENT: (Icon.SEND, Tone.INFO),
    Action.ORDER_ANSWERED: (Icon.CLOUD, Tone.INFO),
    Action.ORDER_INTERRUPTED: (Icon.ZAP, Tone.WARNING),
    Action.CARD_STORED: (Icon.CIRCLE_CHECK, Tone.SUCCESS),
    Action.GIVEN_UP: (Icon.CIRCLE_SLASH, Tone.WARNING),
    Action.REFUND_DUE: (Icon.HAND_COINS, Tone.WARNING),
    Action.REFUND_PAID: (Icon.UNDO_2, Tone.NEUTRAL),
    Action.REFUND_WITHDRAWN: (Icon.UNDO_2, Tone.NEUTRAL),
    Action.REPLACED: (Icon.REFRESH_CW, Tone.INFO),
    Action.INVALIDATION_ASKED: (Icon.BAN, Tone.WARNING),
    Action.INVALIDATION_SENT: (Icon.SEND, Tone.INFO),
    Action.INVALIDATION_ANSWERED: (Icon.CLOUD, Tone.INFO),
    Action.PRINT_STARTED: (Icon.PRINTER, Tone.NEUTRAL),
    Action.PRINT_ENDED: (Icon.PRINTER, Tone.NEUTRAL),
    Action.HANDED_OVER: (Icon.PACKAGE_CHECK, Tone.SUCCESS),
    Action.CODE_SHOWN: (Icon.EYE, Tone.WARNING),
    Action.CASE_OPENED: (Icon.TRIANGLE_ALERT, Tone.WARNING),
    Action.CASE_CLOSED: (Icon.CHECK, Tone.SUCCESS),
    Action.APPROVED: (Icon.SHIELD_CHECK, Tone.NEUTRAL),
}
_PROOFS: Final = {
    "completed": QT_TRANSLATE_NOOP("journal", "The order is complete"),
    "failed": QT_TRANSLATE_NOOP("journal", "The order failed"),
    "invalidated": QT_TRANSLATE_NOOP("journal", "The card is worthless"),
    "processing": QT_TRANSLATE_NOOP("journal", "The order is still being worked on"),
    "not_sent": QT_TRANSLATE_NOOP("journal", "The provider could not be reached"),
    "try_later": QT_TRANSLATE_NOOP("journal", "The provider asks to try again later"),
    "refused": QT_TRANSLATE_NOOP("journal", "The provider refused"),
    "unclear": QT_TRANSLATE_NOOP("journal", "No clear answer"),
}
_ANSWERS: Final = (Action.ORDER_ANSWERED, Action.INVALIDATION_ANSWERED)
_PRINTS: Final = {
    "printed": QT_TRANSLATE_NOOP("journal", "Slip printed"),
    "failed": QT_TRANSLATE_NOOP("journal", "Slip not printed"),
    "perhaps": QT_TRANSLATE_NOOP("journal", "Slip perhaps printed"),
}
# Our own words for what was no answer; the provider's codes stay as they are, for support.
_CODES: Final = {
    "cut": QT_TRANSLATE_NOOP("journal", "the connection was cut"),
    "no_answer": QT_TRANSLATE_NOOP("journal", "no answer in time"),
    "closed": QT_TRANSLATE_NOOP("journal", "the program was closing"),
    "unreadable": QT_TRANSLATE_NOOP("journal", "the answer could not be read"),
    "server_error": QT_TRANSLATE_NOOP("journal", "a fault at the provider"),
    "other_account": QT_TRANSLATE_NOOP("journal", "it belongs to another account"),
    "name_unknown": QT_TRANSLATE_NOOP("journal", "the provider's address was not found"),
    "not_connected": QT_TRANSLATE_NOOP("journal", "no connection"),
    "tls_failed": QT_TRANSLATE_NOOP("journal", "the connection was not trustworthy"),
    "mismatch": QT_TRANSLATE_NOOP("journal", "another product or amount than ordered"),
    "no_card": QT_TRANSLATE_NOOP("journal", "complete, but without a card"),
    "order_not_found": QT_TRANSLATE_NOOP("journal", "the provider does not find its own order"),
    "key_too_old": QT_TRANSLATE_NOOP("journal", "too old to be sent again"),
    "restored": QT_TRANSLATE_NOOP("journal", "it came out of a backup"),
    "not_posted_again": QT_TRANSLATE_NOOP("journal", "given up, and not sent again"),
    "invalidation_expired": QT_TRANSLATE_NOOP("journal", "too late to be invalidated"),
    "invalidation_not_supported": QT_TRANSLATE_NOOP("journal", "this card can't be invalidated"),
    "invalidation_not_found": QT_TRANSLATE_NOOP("journal", "no such card at the provider"),
}
_PERMISSIONS: Final = {
    "print_copy": QT_TRANSLATE_NOOP("journal", "A manager approved a copy of the slip"),
    "exceed_limit": QT_TRANSLATE_NOOP(
        "journal", "A manager approved an amount above the owner's limit"
    ),
}
_BAD_ANSWERS: Final = ("not_sent", "try_later", "unclear")


def action_sentence(action: Action, details: Mapping[str, Detail] | None = None) -> str:
    """What happened, in a few words."""
    known = details or {}
    if action in _ANSWERS and known.get("proof") in _PROOFS:
        return translate("journal", _PROOFS[str(known["proof"])])
    if action is Action.PRINT_ENDED and known.get("state") in _PRINTS:
        return translate("journal", _PRINTS[str(known["state"])])
    if action is Action.APPROVED and known.get("permission") in _PERMISSIONS:
        return translate("journal", _PERMISSIONS[str(known["permission"])])
    return translate("journal", _SENTENCES[action])


def action_look(action: Action, details: Mapping[str, Detail] | None = None) -> tuple[Icon, Tone]:
    """Icon and colour of what happened."""
    known = details or {}
    if action in _ANSWERS:
        if known.get("proof") == "completed":
            return Icon.CIRCLE_CHECK, Tone.SUCCESS
        if known.get("proof") in _BAD_ANSWERS:
            return Icon.CIRCLE_QUESTION_MARK, Tone.WARNING
        if known.get("proof") in {"failed", "refused"}:
            return Icon.CIRCLE_X, Tone.DANGER
    if action is Action.PRINT_ENDED and known.get("state") == "failed":
        return Icon.PRINTER, Tone.DANGER
    return _LOOKS.get(action, (Icon.CIRCLE_DASHED, Tone.NEUTRAL))


def doer(record: JournalRecord) -> str:
    """Who did it: a person's name, or the till itself in the language in force."""
    if record.entry.by == TILL:
        return translate("journal", "the till")
    return record.by_name


def action_details(by: str, details: Mapping[str, Detail]) -> str:
    """Who, and what support may ask for: reason, code, request."""
    parts = [by]
    how = details.get("how")
    if how in tuple(Closing):
        parts.append(closing_words(Closing(how))[0])
    for key in ("reason", "code", "trouble", "receipt", "replacement"):
        value = details.get(key)
        if value:
            parts.append(_value(key, str(value)))
    cashier = details.get("cashier_name")
    if cashier and cashier != by:
        parts.append(translate("journal", "at the till: %1").replace("%1", str(cashier)))
    number = details.get("copy_number") or details.get("copy")
    if number:
        parts.append(translate("journal", "copy %1").replace("%1", str(number)))
    attempt = details.get("attempt")
    if isinstance(attempt, int) and attempt > 1:
        parts.append(translate("journal", "attempt %1").replace("%1", str(attempt)))
    if details.get("request_id"):
        parts.append(str(details["request_id"]))
    return " · ".join(part for part in parts if part)


def _value(key: str, value: str) -> str:
    """A detail in words where it is our own; what people or the provider wrote stays as it is."""
    if key == "receipt":
        return translate("journal", "receipt %1").replace("%1", value)
    if key == "replacement":
        return translate("journal", "as line %1").replace("%1", value)
    if key in ("code", "trouble") and value in _CODES:
        return translate("journal", _CODES[value])
    return value

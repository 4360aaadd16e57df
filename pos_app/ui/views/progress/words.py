"""The sentences of the sale progress: what happens, and what the cashier does next."""

from __future__ import annotations

from typing import Final

from pos_app.domain.card import mask_code, mask_email
from pos_app.domain.sale import MoneyState, OrderState
from pos_app.ui.formats import countdown_text
from pos_app.ui.kit import Row
from pos_app.ui.presenters.progress_stage import LineView, Paper, Stage, StageView
from pos_app.ui.texts.errors import code_sentence
from pos_app.ui.texts.products import method_word, show
from pos_app.ui.texts.states import state_pills, state_words
from pos_app.ui.theme import Tone
from pos_app.ui.translation import QT_TRANSLATE_NOOP, UTF8, translate

TONES: Final = {
    Stage.TO_ORDER: Tone.WARNING,
    Stage.ASKING: Tone.INFO,
    Stage.NO_ANSWER: Tone.WARNING,
    Stage.PRINT_FAULT: Tone.DANGER,
    Stage.READABLE: Tone.ACCENT,
    Stage.PRINTING: Tone.INFO,
    Stage.TO_PRINT: Tone.WARNING,
    Stage.REFUND: Tone.WARNING,
    Stage.OPEN: Tone.WARNING,
    Stage.DONE: Tone.SUCCESS,
}
_TITLES: Final = {
    Stage.TO_ORDER: QT_TRANSLATE_NOOP("progress", "Not ordered yet"),
    Stage.ASKING: QT_TRANSLATE_NOOP(
        "progress", "Ask the customer to wait. Asking the provider: %1"
    ),
    Stage.NO_ANSWER: QT_TRANSLATE_NOOP("progress", "No answer yet"),
    Stage.PRINT_FAULT: QT_TRANSLATE_NOOP("progress", "The slip did not print"),
    Stage.READABLE: QT_TRANSLATE_NOOP("progress", "Is the slip readable?"),
    Stage.PRINTING: QT_TRANSLATE_NOOP("progress", "Printing"),
    Stage.TO_PRINT: QT_TRANSLATE_NOOP("progress", "Print the slip"),
    Stage.REFUND: QT_TRANSLATE_NOOP("progress", "Give %1 back"),
    Stage.OPEN: QT_TRANSLATE_NOOP("progress", "Not finished"),
    Stage.DONE: QT_TRANSLATE_NOOP("progress", "All done"),
}
_SENTENCES: Final = {
    Stage.ASKING: QT_TRANSLATE_NOOP(
        "progress", "If the customer can't wait any longer, give up and refund."
    ),
    Stage.NO_ANSWER: QT_TRANSLATE_NOOP(
        "progress",
        "Keep the money. The till goes on asking. Wait longer, or give up and refund.",
    ),
    Stage.READABLE: QT_TRANSLATE_NOOP(
        "progress", "Look at the paper and give it to the customer. If it is bad, print it again."
    ),
    Stage.PRINTING: QT_TRANSLATE_NOOP("progress", "The slip comes out of the printer now."),
    Stage.TO_PRINT: QT_TRANSLATE_NOOP(
        "progress", "The card is here and was not printed. Press Print again."
    ),
    Stage.REFUND: QT_TRANSLATE_NOOP(
        "progress",
        "Pay it out at the main till and press Refund paid, or order the card again.",
    ),
    Stage.OPEN: QT_TRANSLATE_NOOP(
        "progress", "The till goes on by itself. Start a new sale: this moves to Open cases."
    ),
    Stage.DONE: QT_TRANSLATE_NOOP("progress", "Every card is with its customer."),
}
_ONLY_REFUND: Final = QT_TRANSLATE_NOOP(
    "progress",
    "Pay it out at the main till and press Refund paid. This customer gets no card any more.",
)
_PAPERS: Final = {
    Paper.PRINTING: QT_TRANSLATE_NOOP("progress", "Printing the slip"),
    Paper.PRINTED: QT_TRANSLATE_NOOP("progress", "Slip printed"),
    Paper.PERHAPS: QT_TRANSLATE_NOOP("progress", "Slip perhaps printed"),
    Paper.FAULT: QT_TRANSLATE_NOOP("progress", "Slip not printed"),
    Paper.NONE: QT_TRANSLATE_NOOP("progress", "Slip not printed yet"),
}


def stage_title(stage: StageView) -> str:
    """The headline: what is going on, in a few words."""
    text = translate("progress", _TITLES[stage.stage])
    if stage.stage is Stage.ASKING:
        return text.replace("%1", countdown_text(stage.left_s))
    return text.replace("%1", show(stage.amount)) if stage.amount is not None else text


def stage_sentence(stage: StageView, *, everybody_has: bool = True) -> str:
    """What the cashier does next."""
    if stage.stage is Stage.ASKING and not stage.may_give_up:
        return ""
    if stage.stage is Stage.TO_ORDER:
        count = stage.cards
        never = translate("progress", "%n paid card(s) never ordered.", "", UTF8, count)
        return never + " " + translate("progress", "Order now, or give up and refund.")
    if stage.stage is Stage.PRINT_FAULT:
        return code_sentence(stage.fault) + " " + translate("progress", "Then press Print again.")
    if stage.stage is Stage.REFUND and not stage.may_order_again:
        return translate("progress", _ONLY_REFUND)
    if stage.stage is Stage.DONE and not everybody_has:
        return translate("progress", "Every card and every refund of this sale is settled.")
    return translate("progress", _SENTENCES[stage.stage])


def line_row(view: LineView) -> Row:
    """A line as a row of the list."""
    line = view.line
    amount, detail = show(line.face_value), _detail(view)
    spoken = ", ".join(
        part for part in (line.product.brand, amount, state_words(line), detail) if part
    )
    return Row(
        line.id,
        line.product.brand,
        detail,
        amount,
        pills=state_pills(line),
        muted=line.is_closed and line.order is not OrderState.DELIVERED,
        spoken=spoken,
    )


def _detail(view: LineView) -> str:
    line = view.line
    news = _news(view)
    parts = [f"{line.number}"]
    if line.order is not OrderState.FAILED or not news:
        parts.append(method_word(line.delivery.method))
    if line.card_hint:
        parts.append(mask_code(line.card_hint))
    if line.delivery.address:
        parts.append(mask_email(line.delivery.address))
    parts.append(news)
    return " · ".join(part for part in parts if part)


def _news(view: LineView) -> str:
    """What goes on with the line beyond its two words."""
    line = view.line
    if view.replaced_by is not None:
        text = translate("progress", "ordered again as line %1")
        return text.replace("%1", str(view.replaced_by))
    if view.left_s is not None:
        if view.left_s > 0:
            text = translate("progress", "asking the provider: %1")
            return text.replace("%1", countdown_text(view.left_s))
        return translate("progress", "no answer yet")
    if line.given_up is not None and not line.is_closed:
        return translate("progress", "given up")
    if line.order is OrderState.WAITING:
        return translate("progress", "never ordered")
    if line.order is OrderState.DELIVERED and not line.is_email and line.handed_over is None:
        return translate("progress", _PAPERS[view.paper])
    if line.order is OrderState.FAILED and line.failure and line.money is MoneyState.REFUND_DUE:
        return code_sentence(line.failure)
    return ""

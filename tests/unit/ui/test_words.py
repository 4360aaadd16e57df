"""Every state, case and journal action has its words."""

from __future__ import annotations

import pytest

from pos_app.domain.cases import CaseKind, LineAction
from pos_app.domain.decisions import give_up, hand_over, pay_refund
from pos_app.domain.journal import Action, Entry, JournalRecord
from pos_app.domain.money import Money
from pos_app.domain.people import PersonId
from pos_app.domain.product import AmountRange, DeliveryMethod, FixedAmounts, Product
from pos_app.domain.sale import Closing, OrderState, Trouble
from pos_app.ui.texts.cases import (
    case_sentence,
    closing_words,
    main_action,
    next_sentence,
    trouble_sentence,
)
from pos_app.ui.texts.journal import action_details, action_look, action_sentence, doer
from pos_app.ui.texts.products import (
    amounts_hint,
    amounts_text,
    category_word,
    method_sentence,
    method_word,
    reason_text,
    validity_text,
)
from pos_app.ui.texts.states import order_word, state_pills, state_words
from tests.helpers import lines
from tests.helpers.lines import ANNA, LIMITS, after


def euro(amount: int) -> Money:
    """Whole euros."""
    return Money(amount * 100, "EUR")


def product(*amounts: int, low: int = 0, high: int = 0, months: int | None = None) -> Product:
    """A product with fixed amounts, or with a range."""
    told = (
        FixedAmounts(tuple(euro(amount) for amount in amounts))
        if amounts
        else AmountRange(euro(low), euro(high), euro(5))
    )
    return Product(
        code="p",
        name="Card",
        brand="Brand",
        category="",
        countries=(),
        available=True,
        denominations=told,
        delivery_methods=(DeliveryMethod.CODE,),
        validity_months=months,
    )


def test_the_words_of_a_line() -> None:
    """Exactly the promised words, and the money only where it is not simply paid."""
    assert state_words(lines.make_line()) == "Waiting"
    assert state_words(lines.send(lines.make_line())) == "Ordering"
    assert state_words(lines.unknown()) == "Unknown"
    assert state_words(lines.delivered()) == "Delivered"
    handed = hand_over(lines.delivered(), by=ANNA, now=after(1)).line
    assert state_words(handed) == "Handed over"
    assert state_words(lines.failed()) == "Failed · Refund due"
    paid = pay_refund(lines.failed(), by=ANNA, receipt_number="", now=after(1)).line
    assert state_words(paid) == "Failed · Refunded"


@pytest.mark.parametrize("state", OrderState)
def test_every_order_state_has_word_and_look(state: OrderState) -> None:
    """A word and a pill for each."""
    line = lines.make_line().with_(order=state)
    assert order_word(line) == state.value.capitalize()
    assert state_pills(line)[0].word == order_word(line)


@pytest.mark.parametrize("kind", CaseKind)
def test_every_case_says_what_to_do(kind: CaseKind) -> None:
    """One sentence about the case, one about what to do, and no value left open."""
    line = lines.unknown()
    told = next_sentence(kind, line, sent_at="14:05", amount="€50.00")
    for sentence in (case_sentence(kind), told):
        assert sentence.endswith(".")
        assert "%" not in sentence
    assert main_action(kind, frozenset(LineAction)) is not None
    assert main_action(kind, frozenset()) is None


def test_the_provider_is_asked_by_key_and_time() -> None:
    """M4: what support needs stands in the sentence itself."""
    told = next_sentence(CaseKind.ASK_PROVIDER, lines.unknown(), sent_at="14:05", amount="€50.00")
    assert "key-1" in told
    assert "14:05" in told


@pytest.mark.parametrize("trouble", Trouble)
def test_troubles_that_need_a_reason_have_one(trouble: Trouble) -> None:
    """What the case's own sentence does not say is said beside it."""
    own = {Trouble.MISMATCH, Trouble.NO_CARD, Trouble.ORDER_NOT_FOUND}
    line = lines.unknown().with_(trouble=trouble)
    assert bool(trouble_sentence(line)) is (trouble not in own)
    assert trouble_sentence(lines.unknown()) == ""


@pytest.mark.parametrize("how", Closing)
def test_every_closing_says_what_follows(how: Closing) -> None:
    """A manager reads the consequence before confirming."""
    short, follows = closing_words(how)
    assert short
    assert follows.endswith(".")


@pytest.mark.parametrize("action", Action)
def test_every_journal_action_has_a_sentence(action: Action) -> None:
    """Nothing that is written down is shown as a code."""
    assert action_sentence(action)
    assert action_sentence(action)[0].isupper()
    assert action_look(action)


def test_answers_are_told_by_what_they_prove() -> None:
    """The timeline says what the provider said, not that it said something."""
    assert action_sentence(Action.ORDER_ANSWERED, {"proof": "unclear"}) == "No clear answer"
    assert action_sentence(Action.PRINT_ENDED, {"state": "failed"}) == "Slip not printed"
    told = action_details(
        "Anna", {"reason": "wrong brand", "attempt": 2, "how": "loss", "request_id": "r-9"}
    )
    assert told == "Anna · The shop bears the loss · wrong brand · attempt 2 · r-9"


def test_an_owner_reads_the_story_without_a_dictionary() -> None:
    """Our own short codes become words; what the provider or a person wrote stays as it is."""
    assert action_details("Till", {"code": "cut"}) == "Till · the connection was cut"
    assert action_details("Till", {"code": "invalid_signature"}) == "Till · invalid_signature"
    assert action_details("Anna", {"reason": "cut"}) == "Anna · cut"
    for trouble in Trouble:
        assert "_" not in action_details("Till", {"trouble": trouble.value})
    told = action_details("Anna", {"receipt": "B-12", "replacement": "T1-000001-2"})
    assert told == "Anna · receipt B-12 · as line T1-000001-2"
    both = {"cashier_name": "Anna"}
    assert action_details("Marta", both) == "Marta · at the till: Anna"
    assert action_details("Anna", both) == "Anna"
    assert doer(JournalRecord(1, after(0), "Till", Entry(Action.ORDER_SENT))) == "the till"
    by_a_man = Entry(Action.HANDED_OVER, PersonId(3))
    assert doer(JournalRecord(2, after(1), "Till", by_a_man)) == "Till"
    for permission, words in (("print_copy", "copy"), ("exceed_limit", "above the owner's limit")):
        assert words in action_sentence(Action.APPROVED, {"permission": permission})


def test_amounts_on_a_tile() -> None:
    """Fixed amounts one by one, a range from to, empty cents left out."""
    assert amounts_text(product(10, 25)) == "€10 · €25"
    assert amounts_text(product(low=10, high=200)) == "€10 – €200"
    assert amounts_text(product(low=10, high=10)) == "€10.00"
    assert amounts_hint(product(low=10, high=200)) == ("From €10.00 to €200.00, in steps of €5.00")
    assert amounts_hint(product(10)) == ""


def test_products_say_why_they_can_not_be_ordered() -> None:
    """The reason is a word on the tile; an unknown one is at least shown."""
    assert reason_text("unavailable", product(10)) == "Not available now"
    assert reason_text("other_currency", product(10)) == "Only in EUR"
    assert reason_text("new_reason", product(10)) == "new_reason"
    assert validity_text(product(10)) == ""


@pytest.mark.parametrize("method", DeliveryMethod)
def test_every_delivery_is_explained(method: DeliveryMethod) -> None:
    """A word for the button and a sentence for the customer's question."""
    assert method_word(method) in {"Code", "Link", "E-mail"}
    assert method_sentence(method).endswith(".")


def test_categories_are_words() -> None:
    """Known ones are translated, others shown as they are, with a capital."""
    assert category_word("books") == "Books"
    assert category_word("home_garden") == "Home garden"
    assert category_word("") == ""


def test_given_up_lines_keep_their_order_word() -> None:
    """Giving up is a fact beside the two, not a state."""
    given = give_up(lines.unknown(), by=ANNA, manager=False, now=after(20), limits=LIMITS).line
    assert state_words(given) == "Unknown · Refund due"

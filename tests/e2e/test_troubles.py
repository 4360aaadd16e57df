"""The rare cases in the real window: what the cashier sees, and what the books say after it.

`_agree` is the money rule (M1) seen from outside: no order at the provider that the till does not
know, no two orders for one line, one refund per line at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.helpers.atspi import wait
from tests.helpers.blackbox import CASHIER, Provider, Shop, free_port
from tests.helpers.decode import Slip
from tests.helpers.till import TillOnScreen

pytestmark = pytest.mark.slow
Provide = Callable[..., Provider]
CARD = "Fadenglück"
SETTLED = ("Delivered", "Failed", "Handed over", "Invalidated")


def _sell(till: TillOnScreen, *amounts: str) -> None:
    till.unlock(CASHIER[1], CASHIER[0])
    for amount in amounts:
        till.add(CARD, amount)
    till.pay()


def _settle(till: TillOnScreen, timeout_s: float = 60) -> list[str]:
    """The rows once each order has come to an end."""

    def look() -> list[str]:
        rows = till.rows("Sale lines")
        ended = all(any(f", {word}" in row for word in SETTLED) for row in rows)
        return rows if ended else []

    return wait(look, timeout_s, "settled lines")


def _agree(shop: Shop, provider: Provider) -> None:
    lines = shop.rows("SELECT * FROM lines")
    orders = provider.orders()
    completed = {order["id"] for order in orders if order["state"] == "completed"}
    assert completed <= {line["order_id"] for line in lines}
    known = Counter(line["order_id"] for line in lines if line["order_id"])
    assert set(known.values()) <= {1}
    for line in lines:
        if line["order_state"] == "delivered":
            assert line["order_id"] in completed
    paid = sum(row["amount_minor"] for row in shop.rows("SELECT amount_minor FROM payments"))
    back = sum(row["amount_minor"] for row in shop.rows("SELECT amount_minor FROM refunds"))
    assert back <= paid


@pytest.mark.parametrize(
    "trouble",
    [
        "lost_response:1",
        "lost_request:1",
        "cut_body:1",
        "error_500:1",
        "error_500_after:1",
        "garbage:1",
        "conflict_409:1",
        "processing:1",
        "slow:1",
        "rate_limited:1",
        "clock_wrong",
        "unlisted_4xx_after:1",
    ],
)
def test_recovers_by_itself(shop: Shop, provide: Provide, trouble: str) -> None:
    """A trouble at the first order ends in two delivered cards, two orders and two slips."""
    provider = provide(trouble)
    shop.set_up(provider.url)
    with shop.opened() as till:
        _sell(till, "12.34", "20.00")
        rows = _settle(till)
        assert [row for row in rows if ", Delivered" not in row] == []
        till.hand_over()
    assert len(provider.orders()) == 2
    assert shop.slip_names() == ["K7-000001-1.pdf", "K7-000001-2.pdf"]
    texts = [Slip.read(shop.slips / name).words for name in shop.slip_names()]
    codes = [order["code"] for order in provider.orders()]
    assert all(any("".join(code.split()) in text for text in texts) for code in codes)
    states = shop.rows("SELECT order_state, money_state, is_open FROM lines")
    assert states == [{"order_state": "delivered", "money_state": "paid", "is_open": 0}] * 2
    _agree(shop, provider)


def test_refused_then_ordered_again(shop: Shop, provide: Provide) -> None:
    """A refusal fails the line; `Order again` makes a line that this refund pays (M14)."""
    provider = provide("insufficient_balance:1")
    shop.set_up(provider.url)
    with shop.opened() as till:
        _sell(till, "12.34")
        (row,) = _settle(till)
        assert row.startswith(f"{CARD}, €12.34, Failed · Refund due")
        till.window.press("Order again")
        wait(lambda: len(till.rows("Sale lines")) == 2, 30, "the replacement")
        first, second = _settle(till)
        assert f"{CARD}, €12.34, Failed · Refunded" in first
        assert ", Delivered" in second
        till.hand_over()
    assert len(provider.orders()) == 1
    assert shop.slip_names() == ["K7-000001-2.pdf"]
    tenders = shop.rows("SELECT tender, amount_minor FROM payments ORDER BY id")
    assert [row["tender"] for row in tenders] == ["main_till", "refund"]
    _agree(shop, provider)


def test_selected_line_alone(shop: Shop, provide: Provide) -> None:
    """A click chooses one of two failed lines, and `Refund paid` pays that one only."""
    provider = provide("insufficient_balance:2")
    shop.set_up(provider.url)
    with shop.opened() as till:
        _sell(till, "5.00", "7.00")
        _settle(till)
        till.choose("Sale lines", "€7.00")
        till.says("only")
        till.window.press("Refund paid")
        wait(lambda: "Failed · Refunded" in till.rows("Sale lines")[1], 30, "refunded")
        assert "Failed · Refund due" in till.rows("Sale lines")[0]
    states = shop.rows("SELECT money_state FROM lines ORDER BY number")
    assert [row["money_state"] for row in states] == ["refund_due", "refunded"]


def test_give_up_after_ten_seconds(shop: Shop, provide: Provide) -> None:
    """Not before; then the refund is due at once, and the card that exists is invalidated."""
    provider = provide("balance_before_key:1")
    shop.set_up(provider.url)
    with shop.opened() as till:
        _sell(till, "12.34")
        till.says("Ask the customer to wait. Asking the provider: 0:2")
        assert not till.can_press("Give up and refund")
        wait(lambda: till.can_press("Give up and refund"), 30, "giving up")
        (waited,) = shop.rows("SELECT first_sent_at, strftime('%s', 'now') AS now FROM lines")
        assert int(waited["now"]) - waited["first_sent_at"] / 1e6 >= 9
        till.window.press("Give up and refund")
        wait(lambda: "Refund due" in till.rows("Sale lines")[0], 30, "the refund")
        till.new_sale()
        till.window.press("Open cases")
        till.choose("Case list", CARD)
        till.window.press("Refund paid", timeout_s=15)
        wait(lambda: not till.rows("Case list"), 150, "the card invalidated")
    (order,) = provider.orders()
    assert order["state"] == "invalidated"
    (line,) = shop.rows("SELECT order_state, money_state, is_open FROM lines")
    assert line == {"order_state": "invalidated", "money_state": "refunded", "is_open": 0}
    assert shop.slip_names() == []
    _agree(shop, provider)


def test_crash_and_order_now(shop: Shop, provide: Provide) -> None:
    """Killed while waiting: first on screen after sign-in; nothing orders or prints by itself."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/v1"
    with Provider(port=port) as before:
        shop.set_up(before.url)
        with shop.opened() as till:
            till.unlock(CASHIER[1], CASHIER[0])
            till.row("Products", "A")
    with shop.opened() as till:
        _sell(till, "12.34")
        till.wait_for_lines(", Waiting")
        shop.crash(till)
    provider = provide(port=port)
    assert provider.url == url
    with shop.opened() as till:
        till.sign_in(CASHIER[1], CASHIER[0])
        till.wait_for_lines("Waiting")
        till.says("Online")
        till.settle()
        assert provider.orders() == []
        assert shop.slip_names() == []
        till.window.press("Order now", timeout_s=15)
        till.wait_for_lines("Delivered")
        till.hand_over()
    assert len(provider.orders()) == 1
    assert shop.slip_names() == ["K7-000001-1.pdf"]
    _agree(shop, provider)


def test_crash_with_an_answer_lost(shop: Shop, provide: Provide) -> None:
    """Killed while unknown: after the restart the same order is found, never a second one."""
    provider = provide("balance_before_key:1")
    shop.set_up(provider.url)
    with shop.opened() as till:
        _sell(till, "12.34")
        till.wait_for_lines("Unknown")
        shop.crash(till)
    (order,) = provider.orders()
    with shop.opened() as till:
        till.sign_in(CASHIER[1], CASHIER[0])
        till.wait_for_lines("Delivered", timeout_s=150)
        till.settle()
        assert shop.slip_names() == []
        till.window.press("Print again", timeout_s=15)
        wait(shop.slip_names, 30, "a slip on demand")
        till.hand_over()
    assert [one["id"] for one in provider.orders()] == [order["id"]]
    _agree(shop, provider)


def test_provider_absent_then_there(shop: Shop, provide: Provide) -> None:
    """Proven unsent lines wait; they are ordered by themselves when the provider comes back."""
    port = free_port()
    with Provider(port=port) as before:
        shop.set_up(before.url)
        with shop.opened() as till:
            till.unlock(CASHIER[1], CASHIER[0])
            till.row("Products", "A")
    with shop.opened() as till:
        _sell(till, "12.34", "5.00")
        till.says("Offline")
        till.wait_for_lines(", Waiting", ", Waiting")
        provider = provide(port=port)
        rows = _settle(till)
        assert [row for row in rows if ", Delivered" not in row] == []
        till.hand_over()
    assert len(provider.orders()) == 2
    _agree(shop, provider)


def test_wrong_credentials(shop: Shop, provide: Provide) -> None:
    """A wrong secret: nothing to sell without a catalogue, and a sentence that says why."""
    provider = provide()
    shop.set_up(provider.url, secret="not the secret")
    with shop.opened() as till:
        till.sign_in(CASHIER[1], CASHIER[0])
        till.field("Search products")
        till.says("refuses the client id or the secret")
        assert till.rows("Products") == []
    assert provider.orders() == []

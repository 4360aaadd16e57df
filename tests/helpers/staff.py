"""Cashier and manager who do what the screens tell them, until nothing is left to do.

They know the sentences of the cases and which buttons are offered, nothing else; when a case says
"ask the provider", they telephone: a look into the books, and the provider's own hand on them.
"""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta

from pos_app.domain.cases import Case, CaseKind
from pos_app.training.ledger import Order
from pos_app.training.messages import Refusal
from tests.helpers.oracle import View, check_end
from tests.helpers.witness import WatchedTill

# Waits between two looks at the open cases; the long ones outlast every wait that the program
# may be in (`Retry-After` is obeyed for 15 min).
_ROUNDS_S = [40.0] * 8 + [1000.0] * 20


class Staff:
    """People at one till."""

    def __init__(self, till: WatchedTill, chance: random.Random) -> None:
        """`chance` decides where a person may choose."""
        self._till, self._chance = till, chance
        self._round = 0

    async def come_to_rest(self) -> View:
        """Troubles end, time passes, people press; then the oracle looks at everything.

        May raise:
        - BrokenPromiseError.
        """
        self._calm_down()
        for self._round, wait_s in enumerate(_ROUNDS_S):
            await asyncio.sleep(wait_s)
            await self._till.witness.check(self._till)
            cases = await self._open_cases()
            if not cases:
                break
            for case in cases:
                await self._handle(case)
        view = await self._till.witness.check(self._till)
        check_end(view)
        return view

    def _calm_down(self) -> None:
        till = self._till
        till.training.troubles.disarm()
        till.carrier.is_unplugged = False
        till.store.trouble = None
        till.printer.fault = None
        till.disk.clock.shift = timedelta(0)

    async def _open_cases(self) -> list[Case]:
        """All that is open; the sale in front is left, so that its lines are listed too."""
        await self._till.store.sales.set_current_sale(None)
        return list(await self._till.records.open_cases())

    async def _handle(self, case: Case) -> None:
        line, offered = case.line.id, {str(action) for action in case.actions}
        for button in self._wanted(case):
            action = "close_case" if button.startswith("close") else button
            if action in offered:
                manager = action in ("close_case", "invalidate")
                await self._till.press(button, line, by_manager=manager)
                return

    def _wanted(self, case: Case) -> list[str]:
        """What the case's sentence asks for, the first that is offered is pressed."""
        kind = case.kind
        if kind is CaseKind.NOT_INVALIDATED:
            return self._chance.sample(["hand_over", "refund_paid"], 2)
        if kind in _ASKING or (kind in _UNDER_WAY and self._round > _PATIENCE):
            return self._ask_provider(case)
        return _SENTENCES.get(kind, ["try_now"])

    def _ask_provider(self, case: Case) -> list[str]:
        """Telephone: was there an order, and can it be taken back?"""
        books = self._till.training.ledger.orders_for_key(case.line.request.key)
        state = books[-1].state.value if books else "none"
        if state == "completed" and self._taken_back(books[-1]):
            state = "invalidated"
        if state in ("none", "failed"):
            return ["close_no_order"]
        if state == "invalidated":
            return ["close_voided"]
        if case.line.refund is None:
            # A card that nobody can use or take back: the customer gets the money.
            return ["give_up", "invalidate"]
        return ["refund_paid", "close_loss"]

    def _taken_back(self, order: Order) -> bool:
        """Whether the provider invalidates by hand."""
        try:
            desk = self._till.training._core._desk
            desk.invalidate(order.id, self._till.disk.clock.true_now())
        except Refusal:
            return False
        return True


_ASKING = (
    CaseKind.ASK_PROVIDER,
    CaseKind.MISMATCH,
    CaseKind.NO_CARD,
    CaseKind.ORDER_NOT_FOUND,
)
# After a refusal was lost all further refusals prove nothing: somebody must ask in the end.
_UNDER_WAY = (CaseKind.ASKING, CaseKind.GIVEN_UP_ASKING)
_PATIENCE = 10
_SENTENCES = {
    CaseKind.WAITING: ["order_now"],
    CaseKind.NOT_HANDED_OVER: ["print", "hand_over"],
    CaseKind.PERHAPS_PRINTED: ["hand_over"],
    CaseKind.REFUND_DUE: ["refund_paid"],
    CaseKind.CUSTOMER_KEEPS_CARD: ["hand_over"],
    CaseKind.SHOP_OWNS_CARD: ["close_loss"],
}

"""Deliberate mistakes, each planted at a named place and caught by a named proof.

A proof that catches nothing proves nothing: `tests/proofs/test_plants.py` runs each proof without
its mistake, where it must hold, and with it, where the oracle must name the broken rule.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import pytest

from pos_app.domain import decisions, invalidating, orders, recovery
from pos_app.domain.answer import Answer
from pos_app.domain.cases import Case
from pos_app.domain.change import Change, Decide
from pos_app.domain.limits import Limits
from pos_app.domain.people import PersonId
from pos_app.domain.product import DeliveryMethod
from pos_app.domain.sale import Line, LineId, OrderRequest, OrderState
from pos_app.provider import wire
from pos_app.provider.client import HttpProvider
from pos_app.usecases import order_desk
from pos_app.usecases.bulletin import LineChanged
from pos_app.usecases.order_desk import OrderDesk
from pos_app.usecases.records import Records
from tests.helpers.oracle import BrokenPromiseError
from tests.helpers.virtual import run_virtual
from tests.proofs.life import Life, Step, Tables
from tests.proofs.matrix import Cell, play
from tests.proofs.shelf import Shelf

Patch = pytest.MonkeyPatch


@dataclass(frozen=True, slots=True)
class Plant:
    """One mistake: where it is planted, which proof catches it, and the rule it breaks."""

    name: str
    place: str
    plant: Callable[[Patch], None]
    proof: str
    run: Callable[[], object]
    rule: str


def catch(plant: Plant) -> None:
    """Without the mistake the proof holds; with it the oracle names the broken rule.

    May raise:
    - AssertionError: one of the two is not so.
    """
    plant.run()
    found: set[str] = set()
    with pytest.MonkeyPatch.context() as patch:
        plant.plant(patch)
        try:
            plant.run()
        except BrokenPromiseError as error:
            found = error.rules
    assert plant.rule in found, f"{plant.name}: not caught by {plant.proof}, which found {found}"


# --- proofs ----------------------------------------------------------------------------------


@functools.cache
def _shelf() -> Shelf:
    return Shelf()


def _live(*steps: Step) -> Callable[[], object]:
    """A life of these steps after the sale of one code."""
    sale = Step("sell", ([(DeliveryMethod.CODE, 0)], 0))
    armed = [step for step in steps if step.name == "arm_first"]
    rest = [step for step in steps if step.name != "arm_first"]
    first = [Step("arm", step.args) for step in armed]
    return lambda: run_virtual(Life(_shelf(), Tables()).live([*first, sale, *rest]))


def _cell(name: str) -> tuple[str, Callable[[], object]]:
    """A cell of the fault matrix by its name."""
    call, trouble, ending, method = name.split("-")
    cell = Cell(call, trouble, ending, DeliveryMethod(method))
    return f"matrix {name}", lambda: play(cell)


def _press(button: str) -> Step:
    return Step("press", ([(button, "manager", 0, 0)],))


def _arm(trouble: str, call: str, times: int = 1) -> Step:
    return Step("arm", ((trouble, call), times))


def _arm_first(trouble: str, call: str, times: int = 1) -> Step:
    return Step("arm_first", ((trouble, call), times))


def _wait(seconds: float) -> Step:
    return Step("advance", (seconds,))


# --- mistakes --------------------------------------------------------------------------------


def _change_repeats(change: Callable[[OrderRequest], OrderRequest]) -> Callable[[Patch], None]:
    """Every posting of an order after its first is changed."""

    def plant(patch: Patch) -> None:
        right, seen = HttpProvider.order, set[str]()

        async def order(self: HttpProvider, request: OrderRequest) -> Answer:
            repeated = request.key in seen
            seen.add(request.key)
            return await right(self, change(request) if repeated else request)

        patch.setattr(HttpProvider, "order", order)

    return plant


def _new_key(request: OrderRequest) -> OrderRequest:
    return replace(request, key=f"{request.key[:-2]}{int(request.key[-2:]) + 50:02d}")


def _new_bytes(request: OrderRequest) -> OrderRequest:
    return replace(request, body=request.body + b" ")


def _show_given_up(patch: Patch) -> None:
    arrived = property(lambda line: line.order is OrderState.DELIVERED)
    patch.setattr(Line, "may_show_card", arrived)


def _forget_silence(patch: Patch) -> None:
    right = orders._unanswered

    def unanswered(line: Line, answer: Answer) -> Line:
        told = right(line, answer)
        return replace(told, sending=replace(told.sending, unanswered=False))

    patch.setattr(orders, "_unanswered", unanswered)


def _silence_is_unsent(patch: Patch) -> None:
    def unanswered(line: Line, _: Answer) -> Line:
        return replace(line, order=OrderState.WAITING)

    patch.setattr(orders, "_unanswered", unanswered)


def _refund_again(patch: Patch) -> None:
    right = decisions.pay_refund

    def pay(line: Line, *, by: PersonId, receipt_number: str, now: datetime) -> Change:
        if line.refund is not None:
            line = replace(line, refund=replace(line.refund, paid_at=None))
        return right(line, by=by, receipt_number=receipt_number, now=now)

    patch.setattr(decisions, "pay_refund", pay)


def _tell_before_storing(patch: Patch) -> None:
    right = OrderDesk.change

    async def change(self: OrderDesk, line_id: LineId, decide: Decide) -> Change:
        line = await self._sales.line(line_id)
        self._bulletin.publish(LineChanged(decide(line).line))
        return await right(self, line_id, decide)

    patch.setattr(OrderDesk, "change", change)


def _send_before_storing(patch: Patch) -> None:
    async def post(self: OrderDesk, line: Line) -> tuple[Line, Answer | None]:
        answer = await self._timed(self._provider.order(line.request))
        now = self._clock.now()
        decide = functools.partial(
            orders.begin_send, now=now, provider_now=now, limits=self._limits
        )
        await self.change(line.id, decide)
        return await self._take(line.id, answer), answer

    patch.setattr(OrderDesk, "_post", post)


def _believe_late_refusals(patch: Patch) -> None:
    patch.setattr(wire, "REPLAYS_REFUSALS", True)


def _everything_matches(patch: Patch) -> None:
    patch.setattr(orders, "_matches", lambda *_: True)


def _keys_never_age(patch: Patch) -> None:
    for module in (orders, recovery):
        patch.setattr(module, "key_too_old", lambda *_, **__: False)


def _refund_email_at_once(patch: Patch) -> None:
    right = decisions.give_up

    def give_up(
        line: Line, *, by: PersonId, manager: bool, now: datetime, limits: Limits
    ) -> Change:
        return right(line, by=by, manager=manager or line.is_email, now=now, limits=limits)

    patch.setattr(decisions, "give_up", give_up)


def _replace_for_nothing(patch: Patch) -> None:
    right = decisions.order_again

    def order_again(line: Line, new: Line, *, by: PersonId, now: datetime) -> Change:
        return replace(right(line, new, by=by, now=now), line=line)

    patch.setattr(decisions, "order_again", order_again)


def _forget_at_restart(patch: Patch) -> None:
    patch.setattr(orders, "interrupt", Change)


def _hide_given_up(patch: Patch) -> None:
    right = Records.open_cases

    async def open_cases(self: Records) -> list[Case]:
        return [case for case in await right(self) if case.line.given_up is None]

    patch.setattr(Records, "open_cases", open_cases)


def _believe_refused_invalidation(patch: Patch) -> None:
    patch.setattr(order_desk, "needs_confirmation", lambda _: False)


def _hand_over_given_up(patch: Patch) -> None:
    """The card that arrives after giving up is kept instead of taken back."""
    for module in (invalidating, recovery):
        patch.setattr(module, "wants_invalidation", lambda _: False)


_LOST_AND_REFUSED: Final = "order-balance_before_key-retry-code"
PLANTS: Final = (
    Plant(
        "a new key on retry",
        "HttpProvider.order",
        _change_repeats(_new_key),
        *_cell("order-lost_response-retry-code"),
        "M2.unknown_key_sent",
    ),
    Plant(
        "other bytes on retry",
        "HttpProvider.order",
        _change_repeats(_new_bytes),
        *_cell("order-lost_request-retry-code"),
        "M2.bytes_changed",
    ),
    Plant(
        "delivery after giving up",
        "Line.may_show_card",
        _show_given_up,
        *_cell("invalidate-lost_response-give_up_before-code"),
        "M6.shown_after_giving_up",
    ),
    Plant(
        "a given-up card is not taken back",
        "invalidating.wants_invalidation",
        _hand_over_given_up,
        *_cell("invalidate-slow-give_up_before-code"),
        "M1.left_open",
    ),
    Plant(
        "a forgotten unanswered flag",
        "orders._unanswered",
        _forget_silence,
        *_cell(_LOST_AND_REFUSED),
        "M3.false_failed",
    ),
    Plant(
        "silence taken for unsent",
        "orders._unanswered",
        _silence_is_unsent,
        *_cell("order-error_500_after-retry-code"),
        "M2.waiting_was_sent",
    ),
    Plant(
        "a refund paid twice",
        "decisions.pay_refund",
        _refund_again,
        "life: refused, refunded, refunded",
        _live(
            _arm_first("insufficient_balance", "order"),
            _wait(1),
            _press("refund_paid"),
            _press("refund_paid"),
        ),
        "M1.refunds",
    ),
    Plant(
        "an answer told before it is stored",
        "OrderDesk.change",
        _tell_before_storing,
        *_cell("order-slow-retry-code"),
        "M2.shown_before_stored",
    ),
    Plant(
        "the first byte before the commit",
        "OrderDesk._post",
        _send_before_storing,
        "life: one sale",
        _live(_wait(1)),
        "M2.sent_before_stored",
    ),
    Plant(
        "a refusal after silence taken for failed",
        "wire.REPLAYS_REFUSALS",
        _believe_late_refusals,
        *_cell(_LOST_AND_REFUSED),
        "M3.false_failed",
    ),
    Plant(
        "a card of another amount delivered",
        "orders._matches",
        _everything_matches,
        *_cell("order-another_amount-retry-code"),
        "M3.mismatch_delivered",
    ),
    Plant(
        "a key posted after 20 hours",
        "orders.key_too_old",
        _keys_never_age,
        "life: lost, asleep for 21 hours",
        _live(
            _arm_first("lost_response", "order"),
            _wait(0.3),
            Step("sleep_hours", (21,)),
            _wait(35),
        ),
        "M4.key_too_old",
    ),
    Plant(
        "an e-mail line refunded before the proof",
        "decisions.give_up",
        _refund_email_at_once,
        *_cell("order-lost_response-give_up_during-email"),
        "M6.email_refund",
    ),
    Plant(
        "a replacement that settles no refund",
        "decisions.order_again",
        _replace_for_nothing,
        "life: refused, ordered again",
        _live(
            _arm_first("insufficient_balance", "order"), _wait(1), _press("order_again"), _wait(1)
        ),
        "M14.replacement",
    ),
    Plant(
        "an order under way forgotten at the restart",
        "orders.interrupt",
        _forget_at_restart,
        "life: killed in the first request",
        _live(_wait(0.02), Step("kill_arrived", (0,))),
        "M1.left_open",
    ),
    Plant(
        "a given-up line is no open case",
        "Records.open_cases",
        _hide_given_up,
        "life: lost, given up, next sale",
        _live(
            _arm_first("lost_response", "order", 20),
            _wait(11),
            _press("give_up"),
            _press("new_sale"),
        ),
        "M1.not_visible",
    ),
    Plant(
        "a refused invalidation believed at once",
        "order_desk.needs_confirmation",
        _believe_refused_invalidation,
        "life: invalidated, the answer lost, then refused, handed over",
        _live(
            _wait(1),
            _arm("lost_invalidation", "invalidate"),
            _arm("expired_invalidation", "invalidate"),
            _press("invalidate"),
            _wait(7),
            _press("hand_over"),
        ),
        "M7.dead_card_sold",
    ),
)


def table() -> list[str]:
    """The list for people."""
    return [f"{one.name:<46}{one.place:<32}{one.rule:<27}{one.proof}" for one in PLANTS]

"""The cart beside the products, and the way from it to the payment page."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_app.domain.people import Permission
from pos_app.ui.presenters.sell_parts import CartState
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.texts.products import show
from pos_app.ui.theme import Tone
from pos_app.ui.translation import translate
from pos_app.usecases.bulletin import BalanceChanged, CartChanged, Event, ParkedChanged
from pos_app.usecases.cart import Removed
from pos_app.usecases.services import Services


class CartPresenter(QObject):
    """Shows the cart and prepares its payment.

    Signals:
    - changed(object): a `CartState`.
    - offered(object): the `PaymentOffer` that `Pay` led to.
    """

    changed = Signal(object)
    offered = Signal(object)

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject | None = None
    ) -> None:
        """Listen to cart and balance."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self._busy = self._asking = False
        self._unsubscribe = services.till.bulletin.subscribe(self._on_event)

    def close(self) -> None:
        """Listen no more."""
        self._unsubscribe()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, CartChanged):
            self.tell()
            if self._services.cart.items:
                self.ask_balance()
        elif isinstance(event, BalanceChanged | ParkedChanged):
            self.tell()

    def tell(self) -> None:
        """Say what the cart is now."""
        cart, balance = self._services.cart, self._services.balance
        state = CartState(
            items=cart.items,
            total=cart.total,
            balance_after=balance.after(cart.total),
            balance_fresh=balance.is_fresh,
            busy=self._busy,
            balance_low=balance.outlook(cart.total).low,
            parked=len(self._services.counter.kept.parked),
        )
        self.changed.emit(state)

    def ask_balance(self) -> None:
        """Have a fresh balance by the time of `Pay` (M13)."""
        if self._services.balance.is_fresh or self._asking:
            return
        self._asking = True
        if self._tasks.spawn(self._ask_balance(), "ask for the balance") is None:
            self._asking = False

    async def _ask_balance(self) -> None:
        try:
            await self._services.balance.probe()
        finally:
            self._asking = False

    def remove(self, index: int) -> None:
        """`Remove line`, with a way back."""
        if not 0 <= index < len(self._services.cart.items):
            return
        removed = self._services.cart.remove(index)
        text = translate("sell", "%1, %2 was removed.")
        text = text.replace("%1", removed.item.product.brand)
        self._shell.notify(
            text.replace("%2", show(removed.item.face_value)),
            action=translate("sell", "Undo"),
            on_action=partial(self._put_back, removed),
        )

    def _put_back(self, removed: Removed) -> None:
        self._services.cart.put_back(removed)

    def park(self) -> None:
        """`Park`: put the cart aside for another customer."""
        if self._services.cart.items and not self._busy:
            self._hold(self._park(), "park the cart")

    async def _park(self) -> None:
        await self._services.counter.kept.park()
        self._shell.notify(translate("sell", "The cart is parked."), Tone.SUCCESS)

    def resume(self, name: str) -> None:
        """Take a parked cart up; the one in hand is parked in its place."""
        self._hold(self._services.counter.kept.resume(name), "take up a parked cart")

    def discard(self, name: str) -> None:
        """Throw a parked cart away."""
        self._hold(self._services.counter.kept.discard(name), "throw a parked cart away")

    def _hold(self, work: Coroutine[object, object, None], name: str) -> None:
        """One change of the cart at a time."""
        if self._busy:
            work.close()
            return
        self._busy = True
        self.tell()
        if self._tasks.spawn(work, name, done=self._release) is None:
            self._busy = False

    def _release(self) -> None:
        self._busy = False
        self.tell()

    def pay(self) -> None:
        """`Pay`: prove that the sale can be kept, then show its payment page."""
        if self._busy or not self._services.cart.items:
            return
        self._busy = True
        self.tell()
        if self._tasks.spawn(self._pay(), "prepare payment") is None:
            self._busy = False

    async def _pay(self) -> None:
        try:
            approval = self._services.session.own_approval()
            if self._services.checkout.needs_approval() and approval.manager is None:
                approved = await self._shell.approve(Permission.EXCEED_LIMIT)
                if approved is None:
                    return
                approval = approved
            offer = await self._services.checkout.prepare(approval)
        finally:
            self._busy = False
            self.tell()
        self.offered.emit(offer)

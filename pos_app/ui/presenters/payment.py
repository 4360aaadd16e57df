"""The payment page: the customer pays at the main till, then `Confirm payment` starts orders."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from pos_app.domain.money import Language, Money
from pos_app.domain.slip import payment_barcode
from pos_app.ui.presenters.sell_parts import Group, grouped
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Tone
from pos_app.ui.translation import language, translate
from pos_app.usecases.bulletin import BalanceChanged, Event
from pos_app.usecases.checkout import PaymentOffer
from pos_app.usecases.services import Services


@dataclass(frozen=True, slots=True)
class PaymentState:
    """What stands on the payment page."""

    sale: str
    groups: tuple[Group, ...]
    cards: int
    total: Money
    barcode: str
    available: Money | None  # the last known balance, None while unknown
    covered: bool | None  # None: the balance is unknown or old (M13)
    confirming: bool = False
    printing: bool = False
    slip_language: Language = Language.EN


class PaymentPresenter(QObject):
    """Holds one offer until it is confirmed or left.

    Signals:
    - changed(object): a `PaymentState`.
    - confirmed(object): the `Sale` that has begun.
    - left(): back to the cart.
    """

    changed = Signal(object)
    confirmed = Signal(object)
    left = Signal()

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject | None = None
    ) -> None:
        """Start without an offer."""
        super().__init__(parent)
        self._services, self._tasks, self._shell = services, tasks, shell
        self._offer: PaymentOffer | None = None
        self._spoken = language()
        self._confirming = self._printing = False
        self._unsubscribe = services.till.bulletin.subscribe(self._on_event)

    def close(self) -> None:
        """Listen no more."""
        self._unsubscribe()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, BalanceChanged):
            self.tell()

    def offer(self, offer: PaymentOffer) -> None:
        """Show another offer."""
        self._offer = offer
        self._spoken = self._services.till.profile.slip_language or language()
        self._confirming = False
        self.tell()
        if not offer.balance_known:
            self._tasks.spawn(self._services.balance.probe(), "ask for the balance")

    def tell(self) -> None:
        """Say what stands on the page."""
        offer = self._offer
        if offer is None:
            return
        balance = self._services.balance
        covered = None
        if balance.is_fresh and balance.last is not None:
            covered = offer.total <= balance.last.available
        state = PaymentState(
            sale=offer.sale,
            groups=grouped(offer.items),
            cards=len(offer.items),
            total=offer.total,
            barcode=payment_barcode(offer.sale, offer.total),
            available=balance.last.available if balance.last is not None else None,
            covered=covered,
            confirming=self._confirming,
            printing=self._printing,
            slip_language=self._spoken,
        )
        self.changed.emit(state)

    def speak(self, spoken: str) -> None:
        """The customer wants the slips in another language; good for this sale."""
        if not self._confirming:
            self._spoken = Language(spoken)
            self.tell()

    def back(self) -> None:
        """`Back to cart`: nothing was paid."""
        if not self._confirming:
            self._offer = None
            self.left.emit()

    def print_slip(self) -> None:
        """`Print payment slip`, for the main till to scan."""
        offer = self._offer
        if offer is None or self._printing or self._confirming:
            return
        self._printing = True
        self.tell()
        if self._tasks.spawn(self._print(offer), "print payment slip") is None:
            self._printing = False

    async def _print(self, offer: PaymentOffer) -> None:
        try:
            who = self._services.session.who
            await self._services.slips.print_payment(offer, who.id, self._spoken)
        finally:
            self._printing = False
            self.tell()
        self._shell.notify(translate("payment", "The payment slip is printed."), Tone.SUCCESS)

    def confirm(self) -> None:
        """`Confirm payment`: once; only this starts orders."""
        offer = self._offer
        if offer is None or self._confirming:
            return
        self._confirming = True
        self.tell()
        if self._tasks.spawn(self._confirm(offer), "confirm payment") is None:
            self._confirming = False

    async def _confirm(self, offer: PaymentOffer) -> None:
        try:
            who = self._services.session.who
            sale = await self._services.checkout.confirm(offer, who, self._spoken)
        finally:
            self._confirming = False
            self.tell()
        self._offer = None
        self.confirmed.emit(sale)

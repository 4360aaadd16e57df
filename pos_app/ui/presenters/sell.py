"""The Sell page: which step the sale is in, also after a restart."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pos_app.domain.sale import Sale
from pos_app.ui.presenters.payment import PaymentPresenter
from pos_app.ui.presenters.progress import ProgressPresenter
from pos_app.ui.presenters.sell_browse import BrowsePresenter
from pos_app.ui.presenters.sell_cart import CartPresenter
from pos_app.ui.presenters.sell_labels import LabelPresenter
from pos_app.ui.presenters.sell_parts import SellStep
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.usecases.bulletin import Event, SaleInFront, SessionChanged
from pos_app.usecases.checkout import PaymentOffer
from pos_app.usecases.services import Services


class SellPresenter(QObject):
    """Leads from the cart over the payment to the progress and back.

    Signals:
    - step_changed(object): the `SellStep` to show.
    """

    step_changed = Signal(object)

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QObject | None = None
    ) -> None:
        """Make the presenters of all steps; `start` shows the first one."""
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self.step = SellStep.BROWSE
        self.browse = BrowsePresenter(services, tasks, shell, self)
        self.cart = CartPresenter(services, tasks, shell, self)
        self.labels = LabelPresenter(services, shell, self)
        self.payment = PaymentPresenter(services, tasks, shell, self)
        self.progress = ProgressPresenter(services, tasks, shell, self)
        self.cart.offered.connect(self._on_offered)
        self.payment.left.connect(self._on_left)
        # By then the orders have been started: nothing waits for a person.
        self.payment.confirmed.connect(self._on_confirmed)
        self._unsubscribe = services.till.bulletin.subscribe(self._on_event)

    def start(self) -> None:
        """Show the step that the sale is in: an interrupted one comes first (M10)."""
        self.browse.start()
        self.cart.tell()
        self._tasks.spawn(self._take_up(), "take up the sale in front")

    def close(self) -> None:
        """Listen no more."""
        for presenter in (self.browse, self.cart, self.payment, self.progress):
            presenter.close()
        self._unsubscribe()

    async def _take_up(self) -> None:
        sale = await self._services.records.front_sale()
        if sale is not None:
            fresh = self._services.desk.fresh
            self._follow(sale, resumed=not any(line.id in fresh for line in sale.lines))

    def _on_event(self, event: Event) -> None:
        if isinstance(event, SaleInFront):
            if event.sale is not None:
                self._follow(event.sale)
            else:
                self.progress.leave()
                self._go(SellStep.BROWSE)
        elif isinstance(event, SessionChanged):
            self.progress.tell()

    def _follow(self, sale: Sale, *, resumed: bool = False) -> None:
        self.progress.follow(sale, resumed=resumed)
        self._go(SellStep.PROGRESS)

    def _on_offered(self, offer: PaymentOffer) -> None:
        if self.step is SellStep.BROWSE:
            self.payment.offer(offer)
            self._go(SellStep.PAYMENT)

    def _on_confirmed(self, _sale: Sale) -> None:
        self.progress.tell()

    def _on_left(self) -> None:
        self._go(SellStep.BROWSE)

    def _go(self, step: SellStep) -> None:
        if step is not self.step:
            self.step = step
            self.step_changed.emit(step)

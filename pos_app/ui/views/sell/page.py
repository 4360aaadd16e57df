"""The Sell page: products and cart, then payment, then the progress of the sale."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.domain.product import Product
from pos_app.ui.images import Pictures
from pos_app.ui.presenters.sell import SellPresenter
from pos_app.ui.presenters.sell_parts import SellStep
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Space
from pos_app.ui.views.payment.view import PaymentView
from pos_app.ui.views.progress.view import ProgressView
from pos_app.ui.views.sell.amount import AmountDialog
from pos_app.ui.views.sell.browse import BrowseView
from pos_app.ui.views.sell.cart import CartView
from pos_app.ui.views.sell.label import LabelSheet
from pos_app.ui.views.sell.parked import ParkedChoice, ParkedSheet
from pos_app.usecases.services import Services


class SellPage(QWidget):
    """Always shows the step that the sale is in."""

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QWidget | None = None
    ) -> None:
        """Build all steps and show the right one."""
        super().__init__(parent)
        self.setObjectName("sell_page")
        self._services, self._tasks, self._shell = services, tasks, shell
        self._asking = False
        self._wanted: Product | None = None
        self.presenter = SellPresenter(services, tasks, shell, self)
        self.browse = BrowseView(Pictures(services.pictures, tasks, self))
        self.cart = CartView()
        self.payment = PaymentView()
        self.progress = ProgressView()
        self._steps = QStackedWidget()
        self._shop = QWidget()
        row = QHBoxLayout(self._shop)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addWidget(self.browse, 1)
        row.addWidget(self.cart)
        for step in (self._shop, self.payment, self.progress):
            self._steps.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addWidget(self._steps)
        self._connect_shop()
        self._connect_sale()
        self.presenter.start()

    def _connect_shop(self) -> None:
        browse, cart = self.presenter.browse, self.presenter.cart
        self.browse.searched.connect(browse.search)
        self.browse.submitted.connect(browse.submit)
        self.browse.chosen.connect(browse.choose)
        self.browse.category_chosen.connect(browse.choose_category)
        self.browse.refresh_wanted.connect(browse.refresh)
        browse.shelf_changed.connect(self.browse.show_shelf)
        browse.results_changed.connect(self.browse.show_results)
        browse.catalogue_changed.connect(self.browse.show_catalogue)
        browse.amount_wanted.connect(self._on_amount_wanted)
        browse.label_unknown.connect(self._on_label_unknown)
        self.presenter.labels.learned.connect(self._on_learned)
        self.cart.lines.installEventFilter(self.browse)
        self.cart.remove_wanted.connect(cart.remove)
        self.cart.pay_wanted.connect(cart.pay)
        self.cart.park_wanted.connect(cart.park)
        self.cart.parked_wanted.connect(self._on_parked_wanted)
        cart.changed.connect(self.cart.show_state)

    def _connect_sale(self) -> None:
        payment, progress = self.presenter.payment, self.presenter.progress
        self.payment.language_chosen.connect(payment.speak)
        self.payment.print_wanted.connect(payment.print_slip)
        self.payment.confirm_wanted.connect(payment.confirm)
        self.payment.back_wanted.connect(payment.back)
        payment.changed.connect(self.payment.show_state)
        self.progress.acted.connect(progress.act)
        self.progress.paper_wanted.connect(progress.print_paper)
        self.progress.selected.connect(progress.select)
        self.progress.new_sale_wanted.connect(progress.new_sale)
        self.progress.front_changed.connect(self._on_front_changed)
        progress.changed.connect(self.progress.show_state)
        self.presenter.step_changed.connect(self._on_step_changed)

    def close_page(self) -> None:
        """The program ends: listen no more."""
        self.presenter.close()

    # --- steps ---------------------------------------------------------------------------------

    def _on_step_changed(self, step: SellStep) -> None:
        shown = {
            SellStep.BROWSE: self._shop,
            SellStep.PAYMENT: self.payment,
            SellStep.PROGRESS: self.progress,
        }
        if step is SellStep.BROWSE:
            self.browse.search.clear()
        self._steps.setCurrentWidget(shown[step])
        if self.isVisible():
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where this step begins."""
        if self.presenter.step is SellStep.BROWSE:
            self.browse.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.presenter.step is SellStep.PAYMENT:
            self.payment.focus_first()
        else:
            self.progress.focus_first()

    def go_back(self) -> bool:
        """Esc: one step back, never out of a paid sale."""
        if self.presenter.step is SellStep.PAYMENT:
            self.presenter.payment.back()
            return True
        if self.presenter.step is SellStep.PROGRESS:
            return self.progress.clear_selection()
        return self.browse.go_back()

    def takes_scans(self) -> bool:
        """Whether a scan is welcome: never after `Pay`."""
        return self.presenter.step is SellStep.BROWSE

    def take_scan(self, text: str) -> None:
        """A scan from anywhere; what was typed so far belonged to it or is done with."""
        if self.takes_scans():
            self.browse.search.clear()
            self.presenter.browse.take_scan(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back; letters typed anywhere lead to the search."""
        back = event.key() == Qt.Key.Key_Escape and self.go_back()
        browsing = self.presenter.step is SellStep.BROWSE
        if not back and not (browsing and self.browse.take_key(event)):
            super().keyPressEvent(event)

    def _on_front_changed(self, shown: bool) -> None:  # noqa: FBT001 - a signal's value
        self.presenter.progress.set_in_front(shown=shown)

    # --- the amount ----------------------------------------------------------------------------

    def _on_amount_wanted(self, product: Product) -> None:
        self._ask(self._ask_amount(product), "ask for the amount")

    def _ask(self, work: Coroutine[object, object, None], name: str) -> None:
        """One dialog at a time."""
        if self._asking:
            work.close()
            return
        self._asking = True
        if self._tasks.spawn(work, name, done=self._on_asked) is None:
            self._asking = False

    def _on_asked(self) -> None:
        self._asking = False
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._on_amount_wanted(wanted)

    async def _ask_amount(self, product: Product) -> None:
        browse = self.presenter.browse
        dialog = AmountDialog(
            product,
            partial(browse.add, product),
            most=browse.room(),
            facts=browse.facts(product),
            parent=self,
        )
        dialog.marked.connect(partial(browse.mark, product))
        dialog.fit(self.window().height() - 2 * Space.XL)
        if await self._shell.open_sheet(dialog) is not None:
            self.browse.clear_search()

    # --- labels and parked carts ---------------------------------------------------------------

    def _on_label_unknown(self, label: str) -> None:
        self._ask(self._teach(label), "teach a label")

    async def _teach(self, label: str) -> None:
        browse = self.presenter.browse
        sheet = LabelSheet(label, browse.matching, parent=self)
        code = await self._shell.open_sheet(sheet)
        product = self._services.catalogue.product(code) if code else None
        if product is not None:
            self.browse.clear_search()
            await self.presenter.labels.learn(label, product)

    def _on_learned(self, product: Product) -> None:
        """The dialog about the label is still ending: the amount comes right after it."""
        self._wanted = product

    def _on_parked_wanted(self) -> None:
        self._ask(self._choose_parked(), "parked carts")

    async def _choose_parked(self) -> None:
        services = self._services
        sheet = ParkedSheet(
            services.counter.kept.parked,
            services.till.local,
            in_hand=bool(services.cart.items),
            parent=self,
        )
        answer = await self._shell.open_sheet(sheet)
        if answer is None:
            return
        if answer.choice is ParkedChoice.TAKE_UP:
            self.presenter.cart.resume(answer.name)
        else:
            self.presenter.cart.discard(answer.name)

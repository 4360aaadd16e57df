"""Orders: search, a table of all lines, and the chosen one in detail."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.sale import Line
from pos_app.ui.kit import SearchField, SecondaryButton
from pos_app.ui.presenters.lost_slip import LostSlipPresenter
from pos_app.ui.presenters.orders import OrdersPresenter
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Icon, Space
from pos_app.ui.views.cases.sheets import PageSheets
from pos_app.ui.views.orders.detail import OrderDetailView
from pos_app.ui.views.orders.table import OrderModel, OrderTable
from pos_app.ui.views.papers.sheets import PaperSheets
from pos_app.ui.views.sell.overlay import Overlay
from pos_app.ui.views.standby import Standby
from pos_app.usecases.services import Services


class OrdersPage(QWidget):
    """Finds orders, and shows what became of each."""

    def __init__(
        self, services: Services, tasks: UiTasks, shell: ShellPort, parent: QWidget | None = None
    ) -> None:
        """Build the page."""
        super().__init__(parent)
        self.setObjectName("orders_page")
        sheets = PageSheets(shell, self)
        papers = PaperSheets(shell, self)
        self.presenter = OrdersPresenter(services, tasks, shell, sheets, papers, self)
        self._wanted = ""
        self.search = SearchField("", object_name="search_orders")
        self.lost = SecondaryButton("", object_name="lost_slip", icon=Icon.RECEIPT_TEXT)
        self._lost_slip = LostSlipPresenter(services, tasks, shell, self)
        self.table = OrderTable(OrderModel(services.till.local, self))
        self._standby = Standby(Icon.INBOX, object_name="no_orders")
        self._empty = Overlay(self.table, self._standby)
        self.detail = OrderDetailView(services.till.local)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self.search, 1)
        top.addWidget(self.lost)
        left.addLayout(top)
        left.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        row.setSpacing(Space.L)
        row.addLayout(left, 3)
        row.addWidget(self.detail, 2)
        self.detail.setMinimumWidth(364)

    def _connect(self) -> None:
        presenter = self.presenter
        self.lost.triggered.connect(self._lost_slip.open)
        self.search.textChanged.connect(presenter.search)
        self.search.results_wanted.connect(self._on_results_wanted)
        self.search.submitted.connect(self._on_results_wanted)
        self.table.line_selected.connect(presenter.select)
        self.detail.acted.connect(presenter.act)
        self.detail.paper_wanted.connect(presenter.print_paper)
        self.detail.code_pressed.connect(presenter.press_code)
        self.detail.code_released.connect(presenter.release_code)
        presenter.lines_changed.connect(self.show_lines)
        presenter.failed.connect(self._standby.show_failed)
        self._standby.again.connect(presenter.reload)
        self._empty.set_shown(True)
        self.detail.hide()
        presenter.detail_changed.connect(self.detail.show_detail)
        presenter.code_shown.connect(self.detail.code.reveal)
        presenter.code_hidden.connect(self.detail.code.conceal)

    def close_page(self) -> None:
        """The program ends: listen no more."""
        self.presenter.close()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show what was found; a line that was asked for is chosen."""
        self.table.set_lines(lines)
        self._standby.show_read()
        self._empty.set_shown(not lines)
        self.detail.setVisible(bool(lines or self.search.text()))
        self._say_empty()
        if self._wanted and lines:
            found = self.table.select(self._wanted)
            if not found:
                self.table.select(lines[0].id)
        self._wanted = ""

    def _say_empty(self) -> None:
        text = self.search.text().strip()
        if text:
            title = self.tr("No order found for “%1”").replace("%1", text)
            sentence = self.tr("Search by sale number, brand, amount or the end of a code.")
        else:
            title, sentence = self.tr("No orders yet"), self.tr("Sold cards appear here.")
        self._standby.set_nothing(title, sentence)

    def open_target(self, target: str) -> None:
        """Show one sale or line by its number."""
        self._wanted = target
        if self.search.text() == target:
            self.presenter.reload()
        else:
            self.search.setText(target)

    def focus_first(self) -> None:
        """Work begins in the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        """Esc: the search is cleared, then no order is chosen."""
        if self.search.text():
            self.search.clear()
            return True
        if self.table.selected_line():
            self.table.clearSelection()
            return True
        return False

    def _on_results_wanted(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.selected_line():
            self.table.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed anywhere lead to the search."""
        if event.text().strip() and event.text().isprintable():
            self.focus_first()
            self.search.insert(event.text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again whenever the page comes to the front."""
        super().showEvent(event)
        self.presenter.in_view = True
        if not event.spontaneous():
            self.presenter.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """What changes now is looked up when the page comes back."""
        super().hideEvent(event)
        self.presenter.in_view = self.isVisible()

    def _retranslate(self) -> None:
        self.search.set_name(self.tr("Search orders"), self.tr("Number, brand, amount"))
        self.lost.set_label(self.tr("Lost slip"))
        self.table.setAccessibleName(self.tr("Order list"))
        self.table.model().headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
        self.presenter.reload()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

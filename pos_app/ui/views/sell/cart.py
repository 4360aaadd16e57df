"""The cart beside the products: lines, total, what the balance leaves, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.domain.sale import CartItem
from pos_app.ui.kit import (
    ButtonSize,
    Card,
    Divider,
    EmptyState,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    Row,
    RowList,
)
from pos_app.ui.presenters.sell_parts import CartState
from pos_app.ui.texts.products import method_word, show
from pos_app.ui.theme import TOUCH_TARGET, Icon, Role, Space, TextRole
from pos_app.ui.views.sell.overlay import Overlay

WIDTH = 340


class CartView(Card):
    """The cart keeps its place and its `Pay`, however small the window is.

    Signals:
    - remove_wanted(int): the line to take out.
    - pay_wanted(): to the payment page.
    - park_wanted(), parked_wanted(): put the cart aside; show the carts that wait.
    """

    remove_wanted = Signal(int)
    pay_wanted = Signal()
    park_wanted = Signal()
    parked_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty cart."""
        super().__init__(object_name="cart_panel", padding=Space.L, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(WIDTH)
        self._state: CartState | None = None
        self._title = PlainLabel("", TextRole.SUBTITLE)
        self._count = PlainLabel("", TextRole.LABEL, Role.MUTED, object_name="cart_count")
        self.lines = RowList("", object_name="cart")
        self.lines.setMinimumHeight(TOUCH_TARGET)  # small screens: `Pay` keeps its size
        self.lines.row_selected.connect(self._on_selected)
        self._empty = Overlay(
            self.lines, EmptyState(Icon.SHOPPING_CART, "", object_name="cart_empty")
        )
        self._remove = QuietButton(
            "", object_name="remove_line", icon=Icon.TRASH_2, shortcut="Delete"
        )
        self._remove.triggered.connect(self._on_remove)
        self._park = QuietButton("", object_name="park_cart", shortcut="F6")
        self._park.triggered.connect(self.park_wanted)
        self._parked = QuietButton(
            "", object_name="parked_carts", icon=Icon.SHOPPING_BAG, shortcut="F7"
        )
        self._parked.triggered.connect(self.parked_wanted)
        self._parked.hide()
        self._sum = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._total = PlainLabel("", TextRole.DISPLAY, object_name="cart_total")
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._balance = PlainLabel(
            "", TextRole.CAPTION, Role.MUTED, object_name="balance_after", wrap=True
        )
        self._pay = PrimaryButton(
            "", object_name="pay", icon=Icon.WALLET, shortcut="F9", size=ButtonSize.LARGE
        )
        self._pay.triggered.connect(self.pay_wanted)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self._park)
        total = QHBoxLayout()
        total.addWidget(self._sum, 0, Qt.AlignmentFlag.AlignBottom)
        total.addWidget(self._total, 1)
        foot = QVBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._remove)
        foot.addWidget(Divider())
        foot.addLayout(total)
        foot.addWidget(self._balance)
        foot.addWidget(self._pay)
        self.body.addLayout(head)
        self.body.addWidget(self._parked)
        self.body.addWidget(self.lines, 1)
        self.body.addLayout(foot)

    # --- what is shown -------------------------------------------------------------------------

    def show_state(self, state: CartState) -> None:
        """Show the cart."""
        grown = self._state is not None and len(state.items) > len(self._state.items)
        self._state = state
        self.lines.set_rows([_row(place, item) for place, item in enumerate(state.items)])
        if grown:
            self.lines.scrollToBottom()
        self._empty.set_shown(not state.items)
        cards = self.tr("%n card(s)", "", len(state.items))
        self._count.setText(cards if state.items else "")
        self._total.setText(show(state.total))
        self._show_balance(state)
        self._pay.setEnabled(bool(state.items))
        self._park.setEnabled(bool(state.items))
        for button in (self._pay, self._park, self._parked):
            if state.busy:
                button.hold()
            else:
                button.release()
        self._parked.setVisible(state.parked > 0)
        self._parked.set_label(self.tr("%n parked cart(s)", "", state.parked))
        self._remove.setEnabled(bool(self.lines.selected_key()))

    def _show_balance(self, state: CartState) -> None:
        left = state.balance_after
        role = Role.MUTED
        if not state.items:
            words = ""
        elif left is None:
            words = self.tr("The provider balance is not known yet.")
            role = Role.WARNING
        elif left.minor < 0:
            words = self.tr("The provider balance is too low by %1.").replace("%1", show(-left))
            role = Role.DANGER
        elif state.balance_low:
            words = self.tr("Enough for this sale, but only %1 left after it. Tell the manager.")
            words = words.replace("%1", show(left))
            role = Role.WARNING
        else:
            words = self.tr("Enough for this sale: %1 left after it").replace("%1", show(left))
            if not state.balance_fresh:
                words += " " + self.tr("(being asked for)")
        self._balance.setText(words)
        self._balance.set_role(role)

    def _on_selected(self, key: str) -> None:
        self._remove.setEnabled(bool(key))

    def _on_remove(self) -> None:
        key = self.lines.selected_key()
        if key:
            self.remove_wanted.emit(int(key))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Cart"))
        self.lines.setAccessibleName(self.tr("Cart"))
        self._empty.state.set_texts(
            self.tr("The cart is empty"), self.tr("Type, scan or tap a product.")
        )
        self._remove.set_label(self.tr("Remove line"))
        self._park.set_label(self.tr("Park"))
        self._sum.setText(self.tr("Total"))
        self._pay.set_label(self.tr("Pay"))
        if self._state is not None:
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _row(place: int, item: CartItem) -> Row:
    method = method_word(item.delivery.method)
    detail = f"{method} · {item.product.name}"
    return Row(str(place), item.product.brand, detail, show(item.face_value))

"""The amount dialog: how much, how it is delivered, how many; opens for every product."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.errors import AmountError, PosError
from pos_app.domain.money import Money
from pos_app.domain.product import AmountRange, DeliveryMethod, Product
from pos_app.domain.sale import Delivery
from pos_app.ui.kit import (
    AmountField,
    Banner,
    DialogSheet,
    Field,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SegmentedChoice,
    Stepper,
)
from pos_app.ui.presenters.sell_parts import AmountChoice
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.texts.products import (
    amounts_hint,
    method_sentence,
    method_word,
    show,
)
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone
from pos_app.ui.translation import language
from pos_app.ui.views.sell.about import AboutProduct
from pos_app.ui.views.sell.scroll import ColumnScroll

_WIDTH = 780
_TALL = 700
_LEAST = 120
_STEPS: Mapping[int, int] = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
_ORDER = (DeliveryMethod.CODE, DeliveryMethod.URL, DeliveryMethod.EMAIL)
_ADDRESS_ERRORS = ("address_missing", "address_unusable")


class AmountDialog(DialogSheet[AmountChoice]):
    """Asks until the cart takes the choice; what is wrong stands beside its field."""

    def __init__(
        self,
        product: Product,
        add: Callable[[AmountChoice], PosError | None],
        *,
        most: int,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about one product; `add` puts the choice into the cart or says what is wrong."""
        self._most_height = _TALL
        super().__init__(
            product.brand, product.name, object_name="amount_dialog", width=_WIDTH, parent=parent
        )
        self._product, self._add = product, add
        self._fixed = _fixed(product)
        self.chips = SegmentedChoice(self.tr("Fixed amounts"), object_name="fixed_amounts")
        self.amount = AmountField(
            self.tr("Amount"),
            object_name="amount",
            currency=product.denominations.currency,
            language=language(),
            hint=amounts_hint(product),
        )
        self.delivery = SegmentedChoice(self.tr("Delivery"), object_name="delivery")
        self._how = PlainLabel("", TextRole.CAPTION, Role.MUTED, wrap=True)
        self.address = Field(self.tr("E-mail address"), object_name="email_address")
        self.repeat = Field(self.tr("Repeat e-mail address"), object_name="repeat_email_address")
        self.quantity = Stepper(
            self.tr("Quantity"), object_name="quantity", minimum=1, maximum=most
        )
        self._wrong = Banner(object_name="amount_refused", tone=Tone.DANGER)
        self._wrong.hide()
        self._lay_out()
        self._add_buttons()
        self._fill()

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(Space.S)
        form.addWidget(self.chips)
        form.addWidget(self.amount)
        form.addWidget(PlainLabel(self.tr("Delivery"), TextRole.LABEL, Role.MUTED))
        form.addWidget(self.delivery)
        form.addWidget(self._how)
        form.addWidget(self.address)
        form.addWidget(self.repeat)
        form.addSpacing(Space.XS)
        form.addWidget(PlainLabel(self.tr("Quantity"), TextRole.LABEL, Role.MUTED))
        form.addWidget(self.quantity)
        form.addWidget(self._wrong)
        form.addStretch(1)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, Space.S, 0)
        columns.setSpacing(Space.XL)
        columns.addLayout(form, 5)
        about = AboutProduct(self._product)
        columns.addWidget(about, 4)
        scroll = ColumnScroll(content)
        self._content, self._form, self._scroll = content, form, scroll
        self.body.addWidget(scroll)

    def _add_buttons(self) -> None:
        cancel = QuietButton(self.tr("Cancel"), object_name="cancel_amount")
        cancel.triggered.connect(self.reject)
        self._ok = PrimaryButton(
            self.tr("Add to cart"), object_name="add_to_cart", icon=Icon.SHOPPING_CART
        )
        self._ok.triggered.connect(self._on_add)
        self.add_button(cancel)
        self.add_button(self._ok, default=True)

    def _fill(self) -> None:
        self.chips.set_options([(each.to_wire(), show(each)) for each in self._fixed])
        self.chips.setVisible(bool(self._fixed))
        self.chips.chosen.connect(self._on_chip)
        self.amount.text_changed.connect(self._on_amount_text)
        self.amount.edit.installEventFilter(self)
        methods = [each for each in _ORDER if each in self._product.delivery_methods]
        self.delivery.set_options([(each.value, method_word(each)) for each in methods])
        self.delivery.chosen.connect(self._on_method)
        self.delivery.set_current(methods[0].value)
        self._on_method(methods[0].value)
        if len(self._fixed) == 1:
            self.amount.set_money(self._fixed[0])
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.amount.edit.selectAll()

    def fit(self, height: int) -> None:
        """Take the height that the content needs, as far as the window has it."""
        self._most_height = height
        self._grow()

    def _grow(self) -> None:
        needed = max(self._content.sizeHint().height(), self._form.minimumSize().height())
        beside = self.minimumSizeHint().height() - self._scroll.minimumHeight()
        self._scroll.setMinimumHeight(max(_LEAST, min(needed, self._most_height - beside)))

    # --- filling in ----------------------------------------------------------------------------

    def _on_chip(self, key: str) -> None:
        chosen = next(each for each in self._fixed if each.to_wire() == key)
        self.amount.set_money(chosen)
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_amount_text(self) -> None:
        typed = self.amount.money_or_none()
        self.chips.set_current(typed.to_wire() if typed is not None else "")

    def _on_method(self, key: str) -> None:
        method = DeliveryMethod(key)
        self._how.setText(method_sentence(method))
        by_mail = method is DeliveryMethod.EMAIL
        self.address.setVisible(by_mail)
        self.repeat.setVisible(by_mail)
        self._grow()
        if by_mail and self.isVisible():
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrow keys in the amount go through the fixed amounts."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        step = _STEPS.get(event.key()) if pressed and isinstance(event, QKeyEvent) else None
        if step is None or not self._fixed:
            return False
        keys = [each.to_wire() for each in self._fixed]
        current = self.chips.current()
        place = keys.index(current) + step if current in keys else (0 if step > 0 else -1)
        self.amount.set_money(self._fixed[place % len(keys)])
        return True

    # --- adding --------------------------------------------------------------------------------

    def _on_add(self) -> None:
        self._wrong.hide()
        try:
            amount = self.amount.money()
            self._product.denominations.check(amount)
        except AmountError as error:
            self._say_amount(error)
            return
        delivery = self._delivery()
        if delivery is None:
            return
        choice = AmountChoice(amount, delivery, self.quantity.value())
        wrong = self._add(choice)
        if wrong is None:
            self.answer(choice)
        elif isinstance(wrong, AmountError):
            self._say_amount(wrong)
        elif wrong.code in _ADDRESS_ERRORS:
            self._say_address(self.address, error_sentence(wrong))
        else:
            self._wrong.set_content(error_sentence(wrong))
            self._wrong.show()

    def _delivery(self) -> Delivery | None:
        """The delivery that was chosen, or None after saying what is wrong with it."""
        method = DeliveryMethod(self.delivery.current())
        if method is not DeliveryMethod.EMAIL:
            return Delivery(method)
        address = self.address.text().strip()
        if address and address != self.repeat.text().strip():
            self._say_address(self.repeat, self.tr("The two addresses are not the same."))
            return None
        return Delivery(method, address)

    def _say_amount(self, error: AmountError) -> None:
        self.amount.set_error(error_sentence(error))
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.amount.edit.selectAll()

    @staticmethod
    def _say_address(field: Field, words: str) -> None:
        field.set_error(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.edit.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language closes it: what was typed has another meaning now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.reject()


def _fixed(product: Product) -> tuple[Money, ...]:
    told = product.denominations
    if isinstance(told, AmountRange):
        return (told.minimum,) if told.minimum == told.maximum else ()
    return told.amounts

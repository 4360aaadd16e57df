"""The amount dialog: how much, how it is delivered, how many; opens for every product."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.errors import AmountError, PosError
from pos_app.domain.money import Language, Money
from pos_app.domain.product import AmountRange, DeliveryMethod, Product
from pos_app.domain.sale import Delivery
from pos_app.ui.kit import (
    AmountField,
    Banner,
    DialogSheet,
    Field,
    IconMark,
    Keypad,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SegmentedChoice,
    Stepper,
)
from pos_app.ui.presenters.sell_parts import AmountChoice, ProductFacts
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.texts.products import (
    amounts_hint,
    method_sentence,
    method_word,
    show,
    suggested_amounts,
    taken_back_sentence,
)
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone
from pos_app.ui.translation import language
from pos_app.ui.views.sell.about import AboutProduct
from pos_app.ui.views.sell.scroll import ColumnScroll

_WIDTH = 780
_TALL = 700
_LEAST = 120
_ALL = 1000  # against the stretch that keeps the keypad up
_FRAME = 64  # title bar and panel of the desktop
_STEPS: Mapping[int, int] = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
_ORDER = (DeliveryMethod.CODE, DeliveryMethod.URL, DeliveryMethod.EMAIL)
_TAKEN_BACK = {
    None: (Icon.CIRCLE_QUESTION_MARK, Tone.NEUTRAL),
    True: (Icon.UNDO_2, Tone.SUCCESS),
    False: (Icon.LOCK, Tone.WARNING),
}
_ADDRESS_ERRORS = ("address_missing", "address_unusable")


class AmountDialog(DialogSheet[AmountChoice]):
    """Asks until the cart takes the choice; what is wrong stands beside its field.

    Signals:
    - marked(bool): the product is to be a favourite of this till, or no longer.
    """

    marked = Signal(bool)

    def __init__(
        self,
        product: Product,
        add: Callable[[AmountChoice], PosError | None],
        *,
        most: int,
        facts: ProductFacts,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about one product; `add` puts the choice into the cart or says what is wrong."""
        self._facts = facts
        self._most_height = _TALL
        super().__init__(
            product.brand, product.name, object_name="amount_dialog", width=_WIDTH, parent=parent
        )
        self._product, self._add = product, add
        self._fixed = _fixed(product)
        self._offered = self._fixed or suggested_amounts(product)
        words = self.tr("Fixed amounts") if self._fixed else self.tr("Usual amounts")
        self.chips = SegmentedChoice(words, object_name="fixed_amounts")
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
        columns.addLayout(self._lay_out_right(), 4)
        scroll = ColumnScroll(content)
        self._content, self._form, self._scroll = content, form, scroll
        self.body.addWidget(scroll)

    def _lay_out_right(self) -> QVBoxLayout:
        """Whether it can be taken back; below, what it is, or the keypad for fingers."""
        icon, tone = _TAKEN_BACK[self._facts.taken_back]
        fact = QHBoxLayout()
        fact.setSpacing(Space.S)
        fact.addWidget(IconMark(icon, tone.text), 0, Qt.AlignmentFlag.AlignTop)
        sentence = taken_back_sentence(self._facts.taken_back)
        words = PlainLabel(sentence, TextRole.DETAIL, object_name="taken_back", wrap=True)
        fact.addWidget(words, 1)
        self._about = AboutProduct(self._product)
        point = "," if language() is Language.DE else "."
        self._keypad = Keypad(self.amount.edit, object_name="amount_keypad", extra=point)
        self._keypad.hide()
        right = QVBoxLayout()
        right.setSpacing(Space.M)
        right.addLayout(fact)
        right.addWidget(self._about, _ALL)
        right.addWidget(self._keypad)
        right.addStretch(1)
        return right

    def _add_buttons(self) -> None:
        self._star = QuietButton("", object_name="favourite", icon=Icon.STAR)
        self._star.triggered.connect(self._on_star)
        self._show_star()
        self._keys = QuietButton("", object_name="show_keypad", icon=Icon.KEYBOARD)
        self._keys.triggered.connect(self._on_keys)
        self._show_keys()
        self.add_button(self._star, left=True)
        self.add_button(self._keys, left=True)
        cancel = QuietButton(self.tr("Cancel"), object_name="cancel_amount")
        cancel.triggered.connect(self.reject)
        self._ok = PrimaryButton(
            self.tr("Add to cart"), object_name="add_to_cart", icon=Icon.SHOPPING_CART
        )
        self._ok.triggered.connect(self._on_add)
        self.add_button(cancel)
        self.add_button(self._ok, default=True)

    def _fill(self) -> None:
        self.chips.set_options([(each.to_wire(), show(each)) for each in self._offered])
        self.chips.setVisible(bool(self._offered))
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
        self._most_height = min(height, self.screen().availableSize().height() - _FRAME)
        self._grow()

    def _grow(self) -> None:
        needed = max(self._content.sizeHint().height(), self._form.minimumSize().height())
        beside = self.minimumSizeHint().height() - self._scroll.minimumHeight()
        self._scroll.setMinimumHeight(max(_LEAST, min(needed, self._most_height - beside)))

    # --- filling in ----------------------------------------------------------------------------

    def _on_chip(self, key: str) -> None:
        chosen = next(each for each in self._offered if each.to_wire() == key)
        self.amount.set_money(chosen)
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_amount_text(self) -> None:
        typed = self.amount.money_or_none()
        self.chips.set_current(typed.to_wire() if typed is not None else "")

    def _on_star(self) -> None:
        self._facts = replace(self._facts, favourite=not self._facts.favourite)
        self._show_star()
        self.marked.emit(self._facts.favourite)

    def _show_star(self) -> None:
        marked = self._facts.favourite
        self._star.set_icon(Icon.STAR_FILLED if marked else Icon.STAR)
        self._star.set_label(self.tr("No favourite") if marked else self.tr("Make a favourite"))

    def _on_keys(self) -> None:
        shown = self._keypad.isHidden()
        self._keypad.setVisible(shown)
        self._about.setVisible(not shown)
        self._show_keys()
        self._grow()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_keys(self) -> None:
        hidden = self._keypad.isHidden()
        self._keys.set_label(self.tr("Keypad") if hidden else self.tr("About the card"))
        self._keys.set_icon(Icon.KEYBOARD if hidden else Icon.INFO)

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

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: only now every text has its width."""
        super().showEvent(event)
        self._grow()

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

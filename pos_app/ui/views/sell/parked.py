"""The carts that wait for their customers: take one up, or throw it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.kept_cart import KeptCart
from pos_app.ui.formats import moment_text
from pos_app.ui.kit import DangerButton, DialogSheet, PrimaryButton, QuietButton, Row, RowList
from pos_app.ui.texts.products import show
from pos_app.ui.theme import Icon
from pos_app.usecases.kept_carts import ParkedCart

_HEIGHT: Final = 240


class ParkedChoice(Enum):
    """What is to become of a parked cart."""

    TAKE_UP = "take up"
    THROW_AWAY = "throw away"


@dataclass(frozen=True, slots=True)
class ParkedAnswer:
    """The cart that was chosen, and what for."""

    name: str
    choice: ParkedChoice


class ParkedSheet(DialogSheet[ParkedAnswer]):
    """Lists parked carts, the oldest first; Enter or a double click takes one up."""

    def __init__(
        self,
        parked: Sequence[ParkedCart],
        local: Callable[[datetime], datetime],
        *,
        in_hand: bool,
        parent: QWidget,
    ) -> None:
        """Show what waits; with a cart in hand, say what becomes of it."""
        super().__init__("", object_name="parked_sheet", width=560, parent=parent)
        swap = self.tr("The cart on screen is parked in its place.") if in_hand else ""
        self.set_texts(self.tr("Parked carts"), swap)
        self.rows = RowList(self.tr("Parked carts"), object_name="parked_list")
        self.rows.setMinimumHeight(_HEIGHT)
        self.rows.set_rows([self._row(each, local) for each in parked])
        self.rows.row_activated.connect(self._on_take_up)
        self.body.addWidget(self.rows)
        throw = DangerButton(self.tr("Throw away"), object_name="discard_cart", icon=Icon.TRASH_2)
        throw.triggered.connect(self._on_throw_away)
        cancel = QuietButton(self.tr("Cancel"), object_name="cancel_parked")
        cancel.triggered.connect(self.reject)
        take = PrimaryButton(
            self.tr("Take up"), object_name="resume_cart", icon=Icon.SHOPPING_CART
        )
        take.triggered.connect(self._on_take_up)
        self.add_button(throw, left=True)
        self.add_button(cancel)
        self.add_button(take, default=True)
        if parked:
            self.rows.select(parked[0].name)
        self.rows.setFocus()

    def _row(self, parked: ParkedCart, local: Callable[[datetime], datetime]) -> Row:
        cart = parked.cart
        told = (moment_text(local(cart.at)), cart.by, self._cards(cart))
        return Row(
            parked.name,
            ", ".join(dict.fromkeys(item.brand for item in cart.items)),
            " · ".join(part for part in told if part),
            show(cart.total),
            icon=Icon.SHOPPING_BAG,
        )

    def _cards(self, cart: KeptCart) -> str:
        return self.tr("%n card(s)", "", len(cart.items))

    def _on_take_up(self) -> None:
        self._answer(ParkedChoice.TAKE_UP)

    def _on_throw_away(self) -> None:
        self._answer(ParkedChoice.THROW_AWAY)

    def _answer(self, choice: ParkedChoice) -> None:
        key = self.rows.selected_key()
        if key:
            self.answer(ParkedAnswer(key, choice))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language closes it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.reject()

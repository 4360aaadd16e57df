"""What a product is and how it is redeemed, in the provider's own words: plain text only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pos_app.domain.product import Product
from pos_app.ui.kit import Card, CardTone, PlainLabel
from pos_app.ui.texts.products import validity_text
from pos_app.ui.theme import Role, Space, TextRole

_LONGEST = 4000


class AboutProduct(Card):
    """Description, validity, redemption and terms, one below the other."""

    def __init__(self, product: Product, parent: QWidget | None = None) -> None:
        """Show what the provider says; an empty part is left out."""
        super().__init__(
            object_name="about_product", tone=CardTone.SUNKEN, padding=Space.L, parent=parent
        )
        self.body.setSpacing(Space.XS)
        parts = (
            ("", product.description),
            ("", validity_text(product)),
            (self.tr("How to redeem"), product.redemption_instructions),
            (self.tr("Good to know"), product.redemption_notes),
            (self.tr("Terms"), product.terms_and_conditions),
        )
        shown = [(title, text.strip()) for title, text in parts if text.strip()]
        if not shown:
            shown = [("", self.tr("The provider tells nothing more about this product."))]
        for title, text in shown:
            self._add(title, text)
        self.body.addStretch(1)

    def _add(self, title: str, text: str) -> None:
        if title:
            self.body.addSpacing(Space.S)
            self.body.addWidget(PlainLabel(title, TextRole.LABEL, Role.TEXT))
        self.body.addWidget(PlainLabel(text[:_LONGEST], TextRole.DETAIL, Role.MUTED, wrap=True))

"""One figure of the day as a card: what it is, how much, how many."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.ui.kit import Card, IconMark, PlainLabel
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone

_ICONS: Final = {
    "paid": Icon.CREDIT_CARD,
    "delivered": Icon.CIRCLE_CHECK,
    "handed_over": Icon.PACKAGE_CHECK,
    "open_cases": Icon.INBOX,
    "refunds_due": Icon.HAND_COINS,
    "refunds_paid": Icon.UNDO_2,
    "voids": Icon.BAN,
    "failed": Icon.CIRCLE_X,
    "losses": Icon.BANKNOTE_X,
}


class FigureCard(Card):
    """Amount and count of one kind; both can be read from outside."""

    def __init__(self, name: str, tone: Tone, parent: QWidget | None = None) -> None:
        """Make an empty card called after its figure."""
        super().__init__(object_name=f"day_{name}_card", padding=Space.L, parent=parent)
        self.body.setSpacing(Space.XS)
        self._words = PlainLabel("", TextRole.LABEL, Role.MUTED, wrap=True)
        self._amount = PlainLabel("", TextRole.TITLE, object_name=f"day_{name}")
        self._count = PlainLabel("", TextRole.CAPTION, Role.MUTED, object_name=f"day_{name}_count")
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(IconMark(_ICONS[name], tone.text))
        head.addWidget(self._words, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._amount)
        self.body.addWidget(self._count)

    def set_title(self, title: str) -> None:
        """Name the figure."""
        self._words.setText(title)

    def show_tally(self, amount: str, count: str) -> None:
        """Show how much and how many."""
        self._amount.setText(amount)
        self._count.setText(count)

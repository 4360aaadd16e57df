"""The main till's receipt number of a refund: optional, beside its button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.theme import Space, TextRole
from pos_app.ui.translation import translate

_LONGEST = 40


class ReceiptEdit(QLineEdit):
    """One line, as high as a button; its words stand in it while it is empty."""

    def __init__(self, *, object_name: str, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setMaxLength(_LONGEST)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def take(self) -> str:
        """The number, and an empty field: it belongs to one refund."""
        number = self.text().strip()
        self.clear()
        return number

    def sizeHint(self) -> QSize:
        """Room for the words in it."""
        width = painting.text_width(self.placeholderText(), TextRole.BODY) + 2 * Space.XL
        return QSize(width, super().sizeHint().height())

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("progress", "Refund receipt number"))
        self.setPlaceholderText(translate("progress", "Refund receipt (optional)"))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

"""The two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui.kit import (
    ButtonSize,
    Card,
    IconMark,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
)
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone


class ChoicePage(QWidget):
    """A card for training, a card for connecting.

    Signals:
    - training_wanted(), connect_wanted(): the button of the card.
    """

    training_wanted = Signal()
    connect_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make both cards."""
        super().__init__(parent)
        self.setObjectName("first_choice")
        self._train = PrimaryButton(
            "", object_name="start_training", icon=Icon.GRADUATION_CAP, size=ButtonSize.LARGE
        )
        self._connect = SecondaryButton(
            "", object_name="connect_till", icon=Icon.CLOUD, size=ButtonSize.LARGE
        )
        self._train.triggered.connect(self._on_train)
        self._connect.triggered.connect(self.connect_wanted)
        self._words = [PlainLabel("", TextRole.BODY, Role.MUTED, wrap=True) for _ in range(2)]
        self._titles = [PlainLabel("", TextRole.TITLE, wrap=True) for _ in range(2)]
        column = QVBoxLayout(self)
        column.setSpacing(Space.XL)
        column.addStretch(1)
        for place, (button, icon, tone) in enumerate(
            (
                (self._train, Icon.GRADUATION_CAP, Tone.ACCENT),
                (self._connect, Icon.STORE, Tone.NEUTRAL),
            )
        ):
            card = Card(object_name=f"{button.objectName()}_card", padding=Space.XXL)
            card.setMaximumWidth(640)
            card.body.addWidget(IconMark(icon, tone.text, size=24, ground=tone.soft))
            card.body.addWidget(self._titles[place])
            card.body.addWidget(self._words[place])
            card.body.addSpacing(Space.S)
            card.body.addWidget(button)
            column.addWidget(card)
        column.addStretch(1)
        self._retranslate()

    def _on_train(self) -> None:
        self._train.hold()
        self.training_wanted.emit()

    def focus_first(self) -> None:
        """Begin with the choice."""
        self._train.setFocus()

    def _retranslate(self) -> None:
        self._titles[0].setText(self.tr("Try it in training"))
        self._words[0].setText(
            self.tr(
                "Sell invented cards with no value, play network troubles, print real slips. "
                "Nothing leaves this computer."
            )
        )
        self._train.set_label(self.tr("Start training"))
        self._titles[1].setText(self.tr("Connect this till"))
        self._words[1].setText(
            self.tr(
                "Needs the provider's address, the client id and the client secret. "
                "The connection is tested before anything is stored."
            )
        )
        self._connect.set_label(self.tr("Connect"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

"""From which amounts on a manager approves, and when the till locks itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QLabel

from pos_app.domain.errors import AmountError
from pos_app.domain.money import Money
from pos_app.ui.kit import AmountField, CheckBox, Field, PlainLabel, PrimaryButton, Stepper
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.theme import Icon, Role, Space, TextRole
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.settings.state import Draft, SettingsState

_MINUTE = 60
_FIRST_LOCK_S = 300


class LimitsSection(Section):
    """Two amounts, each may be empty, and minutes until the till locks."""

    def __init__(self, state: SettingsState) -> None:
        """Make the fields for the till's currency."""
        super().__init__("limits")
        currency, language = state.settings.currency, state.language
        self._card = AmountField(
            "", object_name="card_limit", currency=currency, language=language
        )
        self._sale = AmountField(
            "", object_name="sale_limit", currency=currency, language=language
        )
        self._warning = AmountField(
            "", object_name="balance_warning", currency=currency, language=language
        )
        self._days = Stepper("", object_name="erase_days", minimum=1, maximum=365)
        self._days_words: QLabel = PlainLabel("", TextRole.BODY, Role.MUTED)
        self._locks = CheckBox("", object_name="locks_when_idle")
        self._minutes = Stepper("", object_name="lock_minutes", minimum=1, maximum=60)
        self._minutes_words: QLabel = PlainLabel("", TextRole.BODY, Role.MUTED)
        self._save = PrimaryButton("", object_name="save_limits", icon=Icon.SAVE)
        self._save.triggered.connect(self._on_save)
        self._locks.toggled.connect(self._minutes.setEnabled)
        for part in (self._card, self._sale, self._warning):
            self.body.addWidget(part)
        self.body.addLayout(_counted(self._days, self._days_words))
        self.body.addWidget(self._locks)
        self.body.addLayout(_counted(self._minutes, self._minutes_words))
        self.add_buttons(self._save)
        self.retranslate()

    def fields(self) -> Mapping[str, Field]:
        """The amounts."""
        return {
            "card_limit": self._card,
            "sale_limit": self._sale,
            "balance_warning": self._warning,
        }

    def fill(self, state: SettingsState) -> None:
        """Show the settings in force."""
        super().fill(state)
        settings = state.settings
        for field, minor in (
            (self._card, settings.card_limit_minor),
            (self._sale, settings.sale_limit_minor),
            (self._warning, settings.balance_warning_minor),
        ):
            field.set_language(state.language)
            if minor is None:
                field.set_text("")
            else:
                field.set_money(Money(minor, settings.currency))
        self._days.set_value(settings.erase_after_days)
        self._locks.setChecked(settings.auto_lock_s > 0)
        self._minutes.setEnabled(settings.auto_lock_s > 0)
        self._minutes.set_value(max(1, (settings.auto_lock_s or _FIRST_LOCK_S) // _MINUTE))

    def refresh(self, state: SettingsState) -> None:
        """Rewrite amounts for another language."""
        super().refresh(state)
        for field in (self._card, self._sale, self._warning):
            field.set_language(state.language)

    def _on_save(self) -> None:
        limits: dict[str, int | None] = {}
        for name, field in self.fields().items():
            try:
                limits[f"{name}_minor"] = field_money(field)
            except AmountError as error:
                field.set_error(error_sentence(error))
                field.edit.setFocus()
                return
        lock = self._minutes.value() * _MINUTE if self._locks.isChecked() else 0
        self._save.hold()
        others = {"auto_lock_s": lock, "erase_after_days": self._days.value()}
        self.save_wanted.emit(Draft(self.name, {**limits, **others}))

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Limits and lock"),
            self.tr("Above these amounts a manager approves. Empty means no limit."),
        )
        self._card.set_label(self.tr("Limit for one card"))
        self._sale.set_label(self.tr("Limit for one sale"))
        self._warning.set_label(self.tr("Warn when the balance falls below"))
        self._days.set_name(self.tr("Days until codes are erased"))
        self._days_words.setText(self.tr("days after the hand-over, codes are erased here"))
        self._locks.set_label(self.tr("Lock when nobody touches the till"))
        self._minutes.set_name(self.tr("Minutes until the till locks"))
        self._minutes_words.setText(self.tr("minutes"))
        self._save.set_label(self.tr("Save"))


def _counted(stepper: Stepper, words: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    row.addWidget(stepper)
    row.addWidget(words)
    row.addStretch(1)
    return row


def field_money(field: Field) -> int | None:
    """The minor units in an amount field; None when it is empty.

    May raise:
    - AmountError: not an amount.
    """
    if not isinstance(field, AmountField) or not field.text().strip():
        return None
    return field.money().minor

"""Text fields with their label, hint and error in one piece."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRegularExpression, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from pos_app.domain.errors import AmountError
from pos_app.domain.money import Language, Money
from pos_app.ui.kit import painting
from pos_app.ui.kit.buttons import IconButton
from pos_app.ui.kit.labels import PlainLabel
from pos_app.ui.kit.words import kit_word
from pos_app.ui.theme import ICON_SIZE, TOUCH_TARGET, Icon, Role, Space, TextRole, font, paint_icon

PIN_DIGITS: Final = 12


class Field(QWidget):
    """A label, a line edit (`edit`) and one line below for a hint or an error.

    The line edit carries the object name and, as its accessible name, the label; the line below
    is its description. In a dialog Enter presses the default button by itself: connect
    `submitted` only where there is none.

    Signals:
    - text_changed(str): the text, typed or set.
    - submitted(): Enter was pressed in the field.
    """

    text_changed = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        label: str,
        *,
        object_name: str,
        hint: str = "",
        placeholder: str = "",
        reserve: bool = True,
        edit: QLineEdit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a field; `reserve` keeps the line below free so that an error moves nothing."""
        super().__init__(parent)
        self.setObjectName(f"{object_name}-field")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._hint = hint
        self._error = ""
        self._reserve = reserve
        self._label = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self.edit = edit or QLineEdit()
        self.edit.setObjectName(object_name)
        self.edit.setPlaceholderText(placeholder)
        self.message = PlainLabel(
            "", TextRole.CAPTION, Role.MUTED, object_name=f"{object_name}-message", wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self._label, self.edit, self.message):
            column.addWidget(part)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(self.submitted)
        self.set_label(label)
        self._show_message()

    def set_label(self, label: str) -> None:
        """Change the label and the accessible name."""
        self._label.setText(label)
        self.edit.setAccessibleName(label)

    def text(self) -> str:
        """What is in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in."""
        self.edit.setText(text)

    def set_hint(self, hint: str) -> None:
        """Change the quiet line below; an error hides it."""
        self._hint = hint
        self._show_message()

    def set_error(self, error: str) -> None:
        """Say what is wrong; an empty text clears it. Typing clears it too."""
        self._error = error
        self._show_message()

    def has_error(self) -> bool:
        """Whether an error is showing."""
        return bool(self._error)

    def _on_text_changed(self, text: str) -> None:
        if self._error:
            self.set_error("")
        self.text_changed.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_message()

    def _show_message(self) -> None:
        shown = self._error or self._hint
        self.message.setText(shown)
        self.message.set_role(Role.DANGER if self._error else Role.MUTED)
        self.message.setVisible(bool(shown) or self._reserve)
        self.message.setMinimumHeight(painting.line_height(TextRole.CAPTION))
        self.edit.setAccessibleDescription(shown)
        if bool(self.edit.property("invalid")) != bool(self._error):
            self.edit.setProperty("invalid", bool(self._error))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)


class PinField(Field):
    """A PIN: digits only, shown as dots, never remembered by an input method."""

    def __init__(
        self, label: str, *, object_name: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Make an empty PIN field."""
        super().__init__(label, object_name=object_name, hint=hint, parent=parent)
        self._set_dots()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(PIN_DIGITS)
        digits = QRegularExpression(rf"[0-9]{{0,{PIN_DIGITS}}}")
        self.edit.setValidator(QRegularExpressionValidator(digits, self.edit))
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _set_dots(self) -> None:
        dots = QFont(font(TextRole.TITLE))
        dots.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 140)
        self.edit.setFont(dots)

    def changeEvent(self, event: QEvent) -> None:
        """Take the size of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_dots()

    def take(self) -> str:
        """The PIN, and an empty field: it stays on screen no longer than needed."""
        pin = self.edit.text()
        self.edit.clear()
        return pin


class AmountField(Field):
    """An amount of one currency, read strictly by language (`50.00` or `50,00`).

    Signals:
    - amount_changed(object): the `Money` typed so far, or `None` while it can't be read.
    """

    amount_changed = Signal(object)

    def __init__(
        self,
        label: str,
        *,
        object_name: str,
        currency: str,
        language: Language,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty amount field."""
        self._currency = currency
        self._language = language
        edit = _SuffixEdit(currency)
        super().__init__(label, object_name=object_name, hint=hint, edit=edit, parent=parent)
        edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        edit.setMaxLength(20)
        self.text_changed.connect(self._on_amount_text)

    def money(self) -> Money:
        """The amount.

        May raise:
        - AmountError: the text is not an amount of this currency in this language.
        """
        return Money.from_input(self.edit.text(), self._currency, self._language)

    def money_or_none(self) -> Money | None:
        """The amount, or `None` while it can't be read."""
        try:
            return self.money()
        except AmountError:
            return None

    def set_money(self, amount: Money) -> None:
        """Fill the field."""
        self.edit.setText(amount.display_number(self._language, grouped=False))

    def set_language(self, language: Language) -> None:
        """Rewrite what is in the field for another language."""
        amount = self.money_or_none()
        self._language = language
        if amount is not None:
            self.set_money(amount)

    def _on_amount_text(self, _text: str) -> None:
        self.amount_changed.emit(self.money_or_none())


class _SuffixEdit(QLineEdit):
    """A line edit with a quiet word (the currency) painted at its right end."""

    def __init__(self, suffix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suffix = suffix
        self._make_room()

    def _make_room(self) -> None:
        self.setFont(font(TextRole.SUBTITLE))
        width = self.fontMetrics().horizontalAdvance(self._suffix)
        self.setTextMargins(0, 0, width + Space.S, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            room = self.rect().adjusted(0, 0, -Space.M, 0)
            painting.draw_text(
                painter, room, self._suffix, TextRole.LABEL, Role.MUTED, painting.RIGHT
            )
        finally:
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()


class SearchField(QLineEdit):
    """A search line: magnifier, clear button, and keys that lead on to the results.

    Esc clears it first and goes one step back only when it is empty.

    Signals:
    - submitted(): Enter.
    - results_wanted(): the arrow down.
    """

    submitted = Signal()
    results_wanted = Signal()

    def __init__(
        self,
        name: str,
        *,
        object_name: str,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty search line called `name`."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self._clear = IconButton(
            kit_word("Clear search"), object_name=f"{object_name}-clear", icon=Icon.X, parent=self
        )
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.triggered.connect(self.clear)
        self._clear.hide()
        self.setTextMargins(ICON_SIZE + Space.S, 0, TOUCH_TARGET - Space.S, 0)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self.submitted)
        self.set_name(name, placeholder)

    def set_name(self, name: str, placeholder: str = "") -> None:
        """Change the accessible name and what the empty field says."""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or name)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear by Esc, leave by the arrow down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.results_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clear button at the right end."""
        super().resizeEvent(event)
        side = min(self.height(), TOUCH_TARGET)
        self._clear.setGeometry(self.width() - side, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the magnifier over the field."""
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            top = (self.height() - ICON_SIZE) // 2
            paint_icon(painter, QRect(Space.M, top, ICON_SIZE, ICON_SIZE), Icon.SEARCH, Role.MUTED)
        finally:
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._clear.set_label(kit_word("Clear search"))

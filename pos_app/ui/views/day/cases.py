"""What was open when the day was counted, each card by its number with its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.domain.day import DayCase
from pos_app.ui.kit import Card, PlainLabel
from pos_app.ui.texts.cases import case_sentence
from pos_app.ui.theme import Role, Space, TextRole
from pos_app.ui.translation import language

# An owner reads the first ones; all of them are in Open cases and on the report.
_MOST: Final = 30


class OpenCasesCard(Card):
    """One entry per open card; empty days say so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(object_name="day_cases_card", parent=parent)
        self._cases: tuple[DayCase, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.M)
        self._entries: list[QWidget] = []
        self.body.addLayout(self._list)
        self._retranslate()

    def show_cases(self, cases: Sequence[DayCase]) -> None:
        """Show other cases."""
        self._cases = tuple(cases)
        for entry in self._entries:
            self._list.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = [self._entry(case) for case in self._cases[:_MOST]]
        if not self._cases:
            words = PlainLabel(self.tr("Nothing is open."), TextRole.BODY, Role.MUTED)
            self._entries = [words]
        elif len(self._cases) > _MOST:
            more = self.tr("and %n more", "", len(self._cases) - _MOST)
            self._entries.append(PlainLabel(more, TextRole.BODY, Role.MUTED))
        for entry in self._entries:
            self._list.addWidget(entry)

    @staticmethod
    def _entry(case: DayCase) -> QWidget:
        entry = QWidget()
        entry.setObjectName(f"day_case_{case.line}")
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        title = f"{case.line} · {case.amount.display(language())}"
        column.addWidget(PlainLabel(title, TextRole.STRONG))
        sentence = case_sentence(case.kind)
        column.addWidget(PlainLabel(sentence, TextRole.DETAIL, Role.MUTED, wrap=True))
        return entry

    def _retranslate(self) -> None:
        self.set_title(self.tr("Open cases and unconfirmed slips"))
        self.show_cases(self._cases)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

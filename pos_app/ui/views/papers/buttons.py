"""One button a paper; only those that there is something to print for are showing."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.printjob import LinePaper
from pos_app.ui.kit import FlowBox, SecondaryButton
from pos_app.ui.theme import Icon
from pos_app.ui.translation import translate

_ICONS: Final = {
    LinePaper.SHOP_COPY: Icon.RECEIPT_TEXT,
    LinePaper.REFUND: Icon.HAND_COINS,
    LinePaper.VOID: Icon.RECEIPT_TEXT,
    LinePaper.VOUCHER: Icon.FILE_TEXT,
}


class PaperButtons(FlowBox):
    """Buttons side by side, as many lines as they need; nothing at all without a paper.

    Signals:
    - wanted(object): the `LinePaper` of a button.
    """

    wanted = Signal(object)

    def __init__(
        self,
        prefix: str,
        papers: Collection[LinePaper] = tuple(LinePaper),
        *,
        shows_voucher: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the buttons of some papers; `shows_voucher`: its button looks before it prints."""
        super().__init__(parent)
        self.setObjectName(f"{prefix}_papers")
        self._shows_voucher = shows_voucher
        self._buttons = {
            paper: SecondaryButton(
                "", object_name=f"{prefix}_print_{paper.value}", icon=icon, parent=self
            )
            for paper, icon in _ICONS.items()
            if paper in papers
        }
        for button in self._buttons.values():
            button.triggered.connect(self._on_button)
            button.hide()
        self._shown: list[LinePaper] = []
        self._retranslate()
        self.show_papers(frozenset(), frozenset())

    def show_papers(self, offered: frozenset[LinePaper], running: frozenset[LinePaper]) -> None:
        """Show what can be printed; what is being printed waits."""
        shown = [paper for paper in self._buttons if paper in offered]
        if shown != self._shown:
            self._place(shown)
        self.setVisible(bool(shown))
        for paper in shown:
            self._buttons[paper].setEnabled(paper not in running)

    def _place(self, shown: list[LinePaper]) -> None:
        for paper in self._shown:
            self.flow.removeWidget(self._buttons[paper])
            self._buttons[paper].hide()
        for paper in shown:
            self.flow.addWidget(self._buttons[paper])
            self._buttons[paper].show()
        self._shown = shown
        self.updateGeometry()

    def _on_button(self) -> None:
        pressed = self.sender()
        for paper, button in self._buttons.items():
            if button is pressed:
                self.wanted.emit(paper)
                return

    def _retranslate(self) -> None:
        words = {
            LinePaper.SHOP_COPY: translate("papers", "Print shop copy"),
            LinePaper.REFUND: translate("papers", "Print refund slip"),
            LinePaper.VOID: translate("papers", "Print void slip"),
            LinePaper.VOUCHER: translate("papers", "Brand's PDF")
            if self._shows_voucher
            else translate("papers", "Print brand's PDF"),
        }
        for paper, button in self._buttons.items():
            button.set_label(words[paper])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

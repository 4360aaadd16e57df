"""The dialog that finds a lost slip: the last sales by time and brand, and what to ask first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.card import mask_code
from pos_app.domain.sale import Line
from pos_app.ui.formats import moment_text
from pos_app.ui.kit import (
    Banner,
    DialogSheet,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    Row,
    RowList,
    SearchField,
)
from pos_app.ui.texts.products import show
from pos_app.ui.theme import Icon, Role, TextRole, Tone

# Two rows on the smallest screen, 960x540; more where there is room.
_LIST_HEIGHT: Final = 96


class LostSlipSheet(DialogSheet[Line]):
    """Answers with the line whose slip is to be printed once more.

    Signals:
    - search_wanted(str): brand or amount, as typed.
    """

    search_wanted = Signal(str)

    def __init__(
        self, local: Callable[[datetime], datetime], parent: QWidget | None = None
    ) -> None:
        """Show no sales yet; `local` turns UTC into the shop's time."""
        super().__init__("", object_name="lost_slip_sheet", width=620, parent=parent)
        self._local = local
        self._lines: dict[str, Line] = {}
        self.set_texts(
            self.tr("Lost slip"),
            self.tr("When was the card bought, and which brand? The latest sales come first."),
        )
        warning = self.tr(
            "Ask the issuer whether it was redeemed before you print a copy: whoever found the "
            "slip can spend the card. A manager approves, and the copy is marked as one."
        )
        self.search = SearchField("", object_name="lost_slip_search")
        self.search.set_name(self.tr("Brand, amount or sale number"))
        self.lines = RowList("", object_name="lost_slip_lines")
        self.lines.setAccessibleName(self.tr("Last sales"))
        self.lines.setMinimumHeight(_LIST_HEIGHT)
        self._none = PlainLabel(
            self.tr("No card of which a copy can be printed."),
            TextRole.BODY,
            Role.MUTED,
            object_name="lost_slip_none",
            wrap=True,
        )
        self._none.hide()
        self.search.textChanged.connect(self.search_wanted)
        self.search.results_wanted.connect(self._on_results_wanted)
        self.search.submitted.connect(self._on_results_wanted)
        self.lines.row_selected.connect(self._on_selected)
        banner = Banner(warning, object_name="lost_slip_warning", tone=Tone.WARNING)
        for part in (banner, self.search, self.lines, self._none):
            self.body.addWidget(part)
        cancel = QuietButton(self.tr("Cancel"), object_name="cancel_lost_slip")
        cancel.triggered.connect(self.reject)
        self._copy = PrimaryButton(
            self.tr("Print a copy"), object_name="copy_lost_slip", icon=Icon.PRINTER
        )
        self._copy.triggered.connect(self._on_copy)
        self.add_button(cancel)
        self.add_button(self._copy, default=True)
        self._copy.setEnabled(False)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show what was found, the latest first."""
        self._lines = {line.id: line for line in lines}
        self.lines.set_rows([self._row(line) for line in lines])
        self.lines.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._on_selected("")

    def _row(self, line: Line) -> Row:
        moment = line.handed_over.at if line.handed_over else line.created_at
        return Row(
            line.id,
            f"{moment_text(self._local(moment))} · {line.product.brand}",
            f"{line.id} · {mask_code(line.card_hint or '')}",
            show(line.face_value),
            icon=Icon.GIFT,
        )

    def _on_results_wanted(self) -> None:
        self.lines.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.lines.selected_key() and self._lines:
            self.lines.select(next(iter(self._lines)))

    def _on_selected(self, _key: str) -> None:
        self._copy.setEnabled(self.lines.selected_key() in self._lines)

    def _on_copy(self) -> None:
        line = self._lines.get(self.lines.selected_key())
        if line is not None:
            self.answer(line)

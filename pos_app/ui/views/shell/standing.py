"""Bands for notices that stand until a manager has read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui.kit import Banner
from pos_app.ui.theme import Space, Tone

# More would hide the work; the next one follows when one has been read.
_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """One notice: its number in the journal and its sentence."""

    seq: int
    sentence: str


class StandingNotices(QWidget):
    """At most two bands over the page, each with the button that takes it away.

    Signals:
    - read(int): the notice of this number was read.
    """

    read = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("standing_notices")
        self._notices: tuple[Standing, ...] = ()
        self._bands = [
            Banner(object_name=f"standing_notice_{place}", tone=Tone.WARNING)
            for place in range(_MOST)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, 0)
        column.setSpacing(Space.S)
        for band in self._bands:
            band.acted.connect(self._on_acted)
            column.addWidget(band)
        self.hide()

    def show_notices(self, notices: Sequence[Standing]) -> None:
        """Show the oldest ones."""
        self._notices = tuple(notices)[:_MOST]
        for place, band in enumerate(self._bands):
            shown = place < len(self._notices)
            band.setVisible(shown)
            if shown:
                band.set_content(self._notices[place].sentence, action=self.tr("Read"))
        self.setVisible(bool(self._notices))

    def _on_acted(self) -> None:
        pressed = self.sender()
        for notice, band in zip(self._notices, self._bands, strict=False):
            if band is pressed:
                self.read.emit(notice.seq)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the sentences come anew from whoever makes them."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_notices(self._notices)

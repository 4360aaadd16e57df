"""What the owner has stopped selling, and how it is stopped and sold again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.stops import ALL_BRANDS
from pos_app.ui.kit import (
    Card,
    DangerButton,
    Field,
    PlainLabel,
    Row,
    RowList,
    SearchField,
    SecondaryButton,
)
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone
from pos_app.ui.views.settings.section import Section

_STOPS_HEIGHT: Final = 140
_BRANDS_HEIGHT: Final = 190
_MOST: Final = 100
# A row needs a key that is not empty; no brand begins with a control character.
_EVERYTHING: Final = "\x00"


@dataclass(frozen=True, slots=True)
class StopEntry:
    """One stop in force: brand (empty: everything), sentence, and since when, as text."""

    brand: str
    sentence: str
    since: str


class StopsSection(Section):
    """The stops in force, and a brand to stop with a sentence for the cashier.

    Signals:
    - stop_wanted(str, str): brand (empty: everything) and sentence.
    - resume_wanted(str): sell a brand again.
    """

    stop_wanted = Signal(str, str)
    resume_wanted = Signal(str)

    def __init__(self) -> None:
        """Make empty lists."""
        super().__init__("stops")
        self._entries: tuple[StopEntry, ...] = ()
        self._names: tuple[str, ...] = ()
        self._stops = RowList("", object_name="stops")
        self._stops.setFixedHeight(_STOPS_HEIGHT)
        self._none = PlainLabel("", TextRole.BODY, Role.MUTED, wrap=True)
        self._resume = SecondaryButton("", object_name="sell_again", icon=Icon.PLAY)
        self._search = SearchField("", object_name="brand_search")
        self._brands = RowList("", object_name="brands")
        self._brands.setFixedHeight(_BRANDS_HEIGHT)
        self._sentence = Field("", object_name="stop_sentence")
        self._stop = DangerButton("", object_name="stop_selling", icon=Icon.PAUSE)
        self._search.textChanged.connect(self._show_brands)
        self._stops.row_selected.connect(self._on_selected)
        self._resume.triggered.connect(self._on_resume)
        self._stop.triggered.connect(self._on_stop)
        self._new = Card(object_name="new_stop_card", padding=Space.L)
        new: tuple[QWidget, ...] = (self._search, self._brands, self._sentence, self._stop)
        for part in new:
            self._new.body.addWidget(part)
        all_parts: tuple[QWidget, ...] = (self._none, self._stops, self._resume, self._new)
        for part in all_parts:
            self.body.addWidget(part)
        self.retranslate()

    def fields(self) -> Mapping[str, Field]:
        """The sentence."""
        return {"sentence_missing": self._sentence, "sentence_too_long": self._sentence}

    def show_stops(self, entries: tuple[StopEntry, ...]) -> None:
        """What is stopped now."""
        self._entries = entries
        self._sentence.set_text("")
        self.problem.hide()
        self._show_stops()

    def show_brands(self, names: tuple[str, ...]) -> None:
        """What may be stopped."""
        self._names = names
        self._show_brands()

    def _show_stops(self) -> None:
        everything = self.tr("Everything")
        self._stops.set_rows(
            [
                Row(
                    each.brand or _EVERYTHING,
                    each.brand or everything,
                    each.sentence,
                    each.since,
                    icon=Icon.PAUSE,
                    icon_tone=Tone.DANGER,
                )
                for each in self._entries
            ]
        )
        self._stops.setVisible(bool(self._entries))
        self._resume.setVisible(bool(self._entries))
        self._none.setVisible(not self._entries)
        if self._entries and not self._stops.selected_key():
            self._stops.select(self._entries[0].brand or _EVERYTHING)
        self._on_selected("")

    def _show_brands(self) -> None:
        typed = self._search.text().strip().casefold()
        rows = [Row(_EVERYTHING, self.tr("Everything"), icon=Icon.STORE)] if not typed else []
        found = [name for name in self._names if typed in name.casefold()][:_MOST]
        self._brands.set_rows([*rows, *(Row(name, name, icon=Icon.TAG) for name in found)])
        if len(found) == 1:
            self._brands.select(found[0])

    def _on_selected(self, _key: str) -> None:
        self._resume.setEnabled(bool(self._stops.selected_key()))

    def _on_resume(self) -> None:
        self._resume.hold()
        self.resume_wanted.emit(_brand(self._stops.selected_key()))

    def _on_stop(self) -> None:
        key = self._brands.selected_key()
        if not key:
            self.problem.set_content(self.tr("Choose a brand, or everything."))
            self.problem.show()
            return
        self._stop.hold()
        self.stop_wanted.emit(_brand(key), self._sentence.text())

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Stop selling"),
            self.tr("Take a brand, or everything, out of sale for a while. Open orders go on."),
        )
        self._none.setText(self.tr("Everything is being sold."))
        self._stops.setAccessibleName(self.tr("Stopped"))
        self._resume.set_label(self.tr("Sell again"))
        self._new.set_title(self.tr("Stop a brand"))
        self._search.set_name(self.tr("Search brands"))
        self._brands.setAccessibleName(self.tr("Brands"))
        self._sentence.set_label(self.tr("Sentence for the cashier"))
        self._stop.set_label(self.tr("Stop selling"))
        self._show_stops()
        self._show_brands()


def _brand(key: str) -> str:
    return ALL_BRANDS if key == _EVERYTHING else key

"""The Day page: what the day adds up to, per cashier and brand, and the days before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pos_app.domain.day import Day, DayFigures, DayGroup
from pos_app.domain.errors import PosError
from pos_app.ui.formats import clock_text, date_text, long_date_text
from pos_app.ui.kit import (
    Card,
    KeyValueList,
    PageHeader,
    Pair,
    PlainLabel,
    PrimaryButton,
    Row,
    RowList,
    SecondaryButton,
)
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone
from pos_app.ui.translation import language
from pos_app.ui.views.day.cases import OpenCasesCard
from pos_app.ui.views.day.figures import FigureCard
from pos_app.ui.views.front import Front
from pos_app.ui.views.standby import Standby

_LIST_WIDTH: Final = 250
_COLUMNS: Final = 3
# Below this width the two lists stand one under the other.
_WIDE: Final = 1080
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One day of the list, in the shop's time."""

    day: Day
    opened: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class DayState:
    """What the page shows; `figures` belong to the entry called `selected`."""

    days: tuple[DayEntry, ...] = ()
    selected: int | None = None
    figures: DayFigures | None = None
    loaded: bool = False

    @property
    def entry(self) -> DayEntry | None:
        """The selected day."""
        return next((each for each in self.days if each.day.id == self.selected), None)


class DayView(Front):
    """Days at the left, figures of the selected one at the right.

    Signals:
    - day_wanted(int): a day of the list was selected; its id.
    - end_wanted(), print_wanted(), save_wanted(): the buttons of these names.
    """

    day_wanted = Signal(int)
    end_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.setObjectName("day_page")
        self._state = DayState()
        self._titles: dict[str, str] = {}
        self._header = PageHeader("", object_name="day_header")
        self.end = PrimaryButton("", object_name="end_day", icon=Icon.CALENDAR_CHECK)
        self.print = SecondaryButton("", object_name="print_report", icon=Icon.PRINTER)
        self.save = SecondaryButton("", object_name="save_csv", icon=Icon.DOWNLOAD)
        self._header.add_action(self.save)
        self._header.add_action(self.print)
        self._header.add_action(self.end)
        self.end.triggered.connect(self._on_end)
        self.print.triggered.connect(self._on_print)
        self.save.triggered.connect(self._on_save)
        self._days = RowList("", object_name="days")
        self._days.setFixedWidth(_LIST_WIDTH)
        self._days.row_selected.connect(self._on_selected)
        self._cards = {
            name: FigureCard(name, tone)
            for name, tone in (
                ("paid", Tone.ACCENT),
                ("delivered", Tone.SUCCESS),
                ("handed_over", Tone.SUCCESS),
                ("open_cases", Tone.WARNING),
                ("refunds_due", Tone.WARNING),
                ("refunds_paid", Tone.NEUTRAL),
                ("failed", Tone.NEUTRAL),
                ("voids", Tone.NEUTRAL),
                ("losses", Tone.DANGER),
            )
        }
        self._by_cashier = Card(object_name="day_by_cashier_card")
        self._by_brand = Card(object_name="day_by_brand_card")
        self._cashiers = KeyValueList(object_name="day_by_cashier", right=True)
        self._brands = KeyValueList(object_name="day_by_brand", right=True)
        self._open_cases = OpenCasesCard()
        note = "day_voucher_note"
        self._voucher = PlainLabel("", TextRole.CAPTION, Role.MUTED, object_name=note, wrap=True)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._standby = Standby(Icon.CALENDAR_CHECK, object_name="day_empty")
        self._standby.again.connect(self.shown)
        self.shown.connect(self._standby.begin)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        self._by_cashier.body.addWidget(self._cashiers)
        self._by_cashier.body.addStretch(1)
        self._by_brand.body.addWidget(self._brands)
        self._by_brand.body.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        for place, card in enumerate(self._cards.values()):
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        halves = self._halves
        halves.setSpacing(Space.M)
        halves.addWidget(self._by_cashier, 1)
        halves.addWidget(self._by_brand, 1)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, Space.M, 0)
        inside.setSpacing(Space.M)
        inside.addLayout(grid)
        inside.addWidget(self._voucher)
        inside.addLayout(halves)
        inside.addWidget(self._open_cases)
        inside.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addWidget(self._days)
        row.addWidget(self._area, 1)
        row.addWidget(self._standby, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.M, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(self._header)
        column.addLayout(row, 1)

    def show_state(self, state: DayState) -> None:
        """Draw what was read."""
        if state.loaded:
            self._standby.show_read()
        self._draw(state)

    def _draw(self, state: DayState) -> None:
        self._state = state
        self._days.set_rows([self._row(entry) for entry in state.days])
        if state.selected is not None:
            self._days.select(str(state.selected))
        entry = state.entry
        self._show_header(entry)
        self.end.setEnabled(any(each.ended is None for each in state.days))
        self.print.setEnabled(entry is not None)
        self.save.setEnabled(entry is not None)
        figures = state.figures
        self._days.setVisible(bool(state.days))
        self._area.setVisible(figures is not None)
        self._standby.setVisible(figures is None)
        if figures is not None:
            self._show_figures(figures)

    def show_failed(self, error: PosError) -> None:
        """Say why no figures could be read; those of before stay."""
        self._standby.show_failed(error)

    def release(self) -> None:
        """Listen to the buttons again."""
        self.end.release()
        self.print.release()
        self.save.release()

    def _row(self, entry: DayEntry) -> Row:
        number = self.tr("Day %1").replace("%1", str(entry.day.number))
        if entry.ended is None:
            return Row(
                str(entry.day.id),
                number,
                self.tr("open"),
                date_text(entry.opened),
                icon=Icon.PLAY,
                icon_tone=Tone.SUCCESS,
            )
        return Row(
            str(entry.day.id),
            number,
            self.tr("ended"),
            date_text(entry.opened),
            icon=Icon.ARCHIVE,
        )

    def _show_header(self, entry: DayEntry | None) -> None:
        if entry is None:
            self._header.set_texts(
                self.tr("Day"), self.tr("No day is open.") if self._state.loaded else ""
            )
            return
        opened = f"{long_date_text(entry.opened)}, {clock_text(entry.opened)}"
        text = self.tr("Open since %1").replace("%1", opened)
        if entry.ended is not None:
            ended = f"{date_text(entry.ended)}, {clock_text(entry.ended)}"
            text = self.tr("%1 to %2").replace("%1", opened).replace("%2", ended)
        self._header.set_texts(self.tr("Day %1").replace("%1", str(entry.day.number)), text)

    def _show_figures(self, figures: DayFigures) -> None:
        for name, card in self._cards.items():
            tally = getattr(figures, name)
            card.show_tally(tally.amount.display(language()), self._count(name, tally.count))
        self._open_cases.show_cases(figures.cases)
        for target, groups in ((self._cashiers, figures.cashiers), (self._brands, figures.brands)):
            pairs = [pair for group in groups for pair in self._pairs(group)]
            target.set_pairs(pairs or [Pair(self.tr("None yet"), "")])

    def _pairs(self, group: DayGroup) -> list[Pair]:
        """Their main sum, and below it what else was not zero."""
        parts = [(self._titles[key], tally, False) for key, tally in group.parts]
        return [
            Pair(f"{name} · {tally.count}", tally.amount.display(language()), strong=strong)
            for name, tally, strong in ((_short(group.name), group.tally, True), *parts)
        ]

    def _count(self, name: str, count: int) -> str:
        if name == "open_cases":
            return self.tr("%n case(s)", "", count)
        return self.tr("%n card(s)", "", count)

    def _on_selected(self, key: str) -> None:
        if key and int(key) != self._state.selected:
            self.day_wanted.emit(int(key))

    def _on_end(self) -> None:
        self.end.hold()
        self.end_wanted.emit()

    def _on_print(self) -> None:
        self.print.hold()
        self.print_wanted.emit()

    def _on_save(self) -> None:
        self.save.hold()
        self.save_wanted.emit()

    def focus_first(self) -> None:
        """Begin with the list of days."""
        self._days.setFocus()

    def _retranslate(self) -> None:
        self._days.setAccessibleName(self.tr("Days"))
        self.end.set_label(self.tr("End day"))
        self.print.set_label(self.tr("Print report"))
        self.save.set_label(self.tr("Save as CSV"))
        self._voucher.setText(self.tr("Voucher sales at face value: no turnover of this shop."))
        self._titles = {
            "paid": self.tr("Paid at the main till"),
            "delivered": self.tr("Cards delivered"),
            "handed_over": self.tr("Handed over"),
            "open_cases": self.tr("Open cases"),
            "refunds_due": self.tr("Refunds due"),
            "refunds_paid": self.tr("Refunds paid"),
            "voids": self.tr("Voids"),
            "failed": self.tr("Failed"),
            "losses": self.tr("Losses"),
        }
        for name, card in self._cards.items():
            card.set_title(self._titles[name])
        self._by_cashier.set_title(self.tr("Paid, by cashier"))
        self._by_brand.set_title(self.tr("Delivered, by brand"))
        self._standby.set_nothing(
            self.tr("Nothing has been sold yet"),
            self.tr("The day opens by itself with the first sale, and its sums appear here."),
        )
        self._draw(self._state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lists beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _short(name: str) -> str:
    """A name from outside, never so long that the amount beside it leaves the page."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"

"""The balance at the provider: how much there is, how it went, how long it lasts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pos_app.domain.credit import CreditStory, Step
from pos_app.domain.errors import PosError
from pos_app.domain.money import Money
from pos_app.ui.formats import moment_text
from pos_app.ui.kit import Banner, Card, PlainLabel, Row, RowList, SecondaryButton
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone
from pos_app.ui.translation import language
from pos_app.ui.views.balance.chart import BalanceChart
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.standby import Standby

_LIST_HEIGHT: Final = 300
_MOST: Final = 300


@dataclass(frozen=True, slots=True)
class BalanceState:
    """The story of the last days, its moments in the shop's time, and the owner's level."""

    story: CreditStory = CreditStory(())  # noqa: RUF009  (frozen)
    level: Money | None = None
    days: int = 30
    loaded: bool = False


class _Figure(Card):
    """One amount with its words."""

    def __init__(self, name: str) -> None:
        super().__init__(object_name=f"balance_{name}_card", padding=Space.L)
        self.body.setSpacing(Space.XS)
        self.words = PlainLabel("", TextRole.LABEL, Role.MUTED, wrap=True)
        self.amount = PlainLabel("", TextRole.TITLE, object_name=f"balance_{name}")
        self.detail = PlainLabel(
            "", TextRole.CAPTION, Role.MUTED, object_name=f"balance_{name}_detail", wrap=True
        )
        for label in (self.words, self.amount, self.detail):
            self.body.addWidget(label)
        self.body.addStretch(1)


class BalanceSection(Section):
    """Three figures, a line over time, and every change.

    Signals:
    - ask_wanted(): ask the provider now.
    """

    ask_wanted = Signal()

    def __init__(self) -> None:
        """Know nothing yet."""
        super().__init__("balance")
        self._shown = BalanceState()
        self._ask = SecondaryButton("", object_name="ask_balance", icon=Icon.REFRESH_CW)
        self._ask.triggered.connect(self._on_ask)
        self.header.add_action(self._ask)
        self._word = Banner(object_name="balance_word", tone=Tone.WARNING)
        self._now, self._lowest, self._out = _Figure("now"), _Figure("lowest"), _Figure("out")
        figures = QHBoxLayout()
        figures.setSpacing(Space.M)
        for figure in (self._now, self._lowest, self._out):
            figures.addWidget(figure, 1)
        self._chart = BalanceChart()
        self._curve = Card(object_name="balance_chart_card", padding=Space.L)
        self._curve.body.addWidget(self._chart)
        self._list = RowList("", object_name="balance_changes")
        self._list.setMinimumHeight(_LIST_HEIGHT)
        self._standby = Standby(Icon.WALLET, object_name="balance_empty")
        self._standby.again.connect(self.shown)
        self.shown.connect(self._standby.begin)
        self._content = QVBoxLayout()
        self._content.setSpacing(Space.M)
        self._content.addLayout(figures)
        self._content.addWidget(self._curve)
        self._content.addWidget(self._list)
        self.body.addWidget(self._word)
        self.body.addWidget(self._standby)
        self.body.addLayout(self._content)
        self.retranslate()

    def show_balance(self, state: BalanceState) -> None:
        """Draw a state."""
        self._shown = state
        self._ask.release()
        story = state.story
        known = story.now is not None
        for widget in (self._now, self._lowest, self._out, self._list):
            widget.setVisible(known)
        self._curve.setVisible(len(story.credits) > 1)
        if state.loaded:
            self._standby.show_read()
        self._standby.setVisible(not known)
        self._show_word()
        if known:
            self._show_figures()
        self._chart.show_story(story, state.level)
        self._list.set_rows([_row(step) for step in reversed(story.steps)][:_MOST])

    def show_failed(self, error: PosError) -> None:
        """Say why no history could be read; what was shown before stays."""
        self._ask.release()
        self._standby.show_failed(error)

    def _show_word(self) -> None:
        now, level = self._shown.story.now, self._shown.level
        low = now is not None and level is not None and now.available < level
        if low and level is not None:
            text = self.tr("Below your warning level of %1. Top it up.")
            text = text.replace("%1", level.display(language()))
            self._word.set_content(text, tone=Tone.WARNING)
        elif level is None:
            text = self.tr("No warning level is set. Set one under Limits and lock.")
            self._word.set_content(text, tone=Tone.INFO)
        self._word.setVisible(self._shown.loaded and (low or level is None))

    def _show_figures(self) -> None:
        story, days = self._shown.story, self._shown.days
        now, lowest, out = story.now, story.lowest, story.went_out()
        came = story.came_in()
        if now is None or lowest is None or out is None or came is None:
            return
        self._now.amount.setText(now.available.display(language()))
        self._now.detail.setText(self._lasts(story.days_left()))
        self._lowest.amount.setText(lowest.available.display(language()))
        self._lowest.detail.setText(moment_text(lowest.at))
        self._out.words.setText(self.tr("Went out in %n day(s)", "", days))
        self._out.amount.setText(out.display(language()))
        text = self.tr("Came in: %1").replace("%1", came.display(language()))
        self._out.detail.setText(text)

    def _lasts(self, days: int | None) -> str:
        if days is None:
            return ""
        return self.tr("Lasts about %n day(s) at this pace", "", days)

    def _on_ask(self) -> None:
        self._ask.hold()
        self.ask_wanted.emit()

    def settle(self) -> None:
        """Other sections end their work; ours ends with the answer."""

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Balance"),
            self.tr("What the shop has at the provider. Every card is paid from it."),
        )
        self._ask.set_label(self.tr("Ask now"))
        self._now.words.setText(self.tr("Available now"))
        self._lowest.words.setText(self.tr("Lowest"))
        self._list.setAccessibleName(self.tr("Changes of the balance"))
        self._standby.set_nothing(
            self.tr("No balance is known yet"),
            self.tr("It is asked for every few minutes and kept here."),
        )
        self.show_balance(self._shown)


def _row(step: Step) -> Row:
    amount, change = step.credit.available, step.change
    up = change.minor > 0
    sign = "+" if up else ""
    return Row(
        step.credit.at.isoformat(),
        moment_text(step.credit.at),
        trailing=amount.display(language()),
        trailing_detail=f"{sign}{change.display(language())}" if change.minor else "",
        icon=Icon.UPLOAD if up else Icon.DOWNLOAD if change.minor else Icon.WALLET,
        icon_tone=Tone.SUCCESS if up else Tone.NEUTRAL,
    )

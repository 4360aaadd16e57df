"""Cards, headers, pairs, time lines and codes."""

from __future__ import annotations

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QLayout
from pytestqt.qtbot import QtBot

from pos_app.ui.kit import (
    BarcodeView,
    Card,
    CardTone,
    Divider,
    Event,
    FlowLayout,
    IconMark,
    KeyValueList,
    PageHeader,
    Pair,
    PlainLabel,
    SecondaryButton,
    Timeline,
)
from pos_app.ui.theme import Icon, Role, TextRole, Tone, apply_theme, color, font
from tests.ui.kit.screen import Screen


def texts(widget: KeyValueList | Timeline) -> list[str]:
    """What the living labels say, in reading order."""
    return [each.text() for each in widget.findChildren(QLabel) if not each.isHidden()]


def test_a_card_has_a_title_only_when_it_has_words(screen: Screen) -> None:
    """An empty title takes no room."""
    card = Card("Balance", object_name="balance")
    card.body.addWidget(PlainLabel("€100.00"))
    screen.show(card)
    high = card.sizeHint().height()
    card.set_title("")
    assert card.sizeHint().height() < high
    card.set_title("Guthaben")
    assert card.sizeHint().height() == high


def test_cards_lie_on_the_page_in_the_themes_colours(qapp: QApplication, screen: Screen) -> None:
    """Raised and sunken cards have their own grounds, also after a change of theme."""
    cards = Card(), Card(tone=CardTone.SUNKEN)
    screen.show(*cards)
    for scheme in ("light", "dark"):
        apply_theme(qapp, scheme)
        grounds = [card.grab().toImage().pixelColor(card.rect().center()) for card in cards]
        assert grounds == [color(Role.RAISED), color(Role.SUNKEN)]


def test_a_header_holds_words_and_actions(screen: Screen) -> None:
    """The second line goes when it is empty; actions stand at the right."""
    header = PageHeader("Orders", "Of the last 90 days")
    action = SecondaryButton("Refresh", object_name="refresh")
    header.add_action(action)
    screen.show(header, Divider(), Divider(vertical=True), width=600)
    assert action.geometry().left() > header.title.geometry().right() - 1
    header.set_texts("Bestellungen")
    assert header.title.text() == "Bestellungen"
    assert header.subtitle.isHidden()


def test_pairs_can_be_read_by_name(screen: Screen, qtbot: QtBot) -> None:
    """A value's label is found by its key; codes use the code face; new pairs replace old ones."""
    pairs = KeyValueList(object_name="order")
    screen.show(pairs)
    pairs.set_pairs([Pair("Sale", "K1-1", key="sale"), Pair("Key", "0O1l", code=True, key="key")])
    found = pairs.findChild(PlainLabel, "order-key")
    assert isinstance(found, PlainLabel)
    assert found.text() == "0O1l"
    assert found.font().families() == font(TextRole.CODE).families()
    pairs.set_pairs([Pair("Sale", "K1-2", key="sale")])
    qtbot.waitUntil(lambda: texts(pairs) == ["Sale", "K1-2"])
    before = pairs.findChildren(QLabel)
    pairs.set_pairs([Pair("Sale", "K1-2", key="sale")])
    assert pairs.findChildren(QLabel) == before


def test_amounts_stand_at_the_right(screen: Screen) -> None:
    """In a sum the values end at one line."""
    sums = KeyValueList(object_name="sums", right=True)
    sums.set_pairs([Pair("Paid", "1.234,50 €"), Pair("Sum", "1,00 €", strong=True, key="sum")])
    screen.show(sums, width=400)
    total = sums.findChild(PlainLabel, "sums-sum")
    assert isinstance(total, PlainLabel)
    assert total.alignment() & Qt.AlignmentFlag.AlignRight
    assert total.font().weight() == font(TextRole.STRONG).weight()


def test_a_time_line_tells_everything_in_order(screen: Screen, qtbot: QtBot) -> None:
    """What, when and detail of each event, from top to bottom; new events replace old ones."""
    line = Timeline(object_name="line")
    screen.show(line)
    events = [
        Event("12:04", "Paid", "Anna"),
        Event("12:05", "Delivered", "", Icon.CIRCLE_CHECK, Tone.SUCCESS),
    ]
    line.set_events(events)
    assert texts(line) == ["Paid", "12:04", "Anna", "Delivered", "12:05"]
    line.set_events(events[:1])
    qtbot.waitUntil(lambda: texts(line) == ["Paid", "12:04", "Anna"])


def read_back(view: BarcodeView, rows: int, columns: int) -> list[list[bool]]:
    """The modules of a painted code, from the middle of each."""
    image = view.grab().toImage()
    image.setDevicePixelRatio(1)
    dark = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == QColor(Qt.GlobalColor.black)
    ]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    right, bottom = max(x for x, _ in dark) + 1, max(y for _, y in dark) + 1
    return [
        [
            image.pixelColor(
                left + (right - left) * (2 * column + 1) // (2 * columns),
                top + (bottom - top) * (2 * row + 1) // (2 * rows),
            )
            == QColor(Qt.GlobalColor.black)
            for column in range(columns)
        ]
        for row in range(rows)
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_qr_code_is_painted_module_by_module(
    qapp: QApplication, screen: Screen, scheme: str
) -> None:
    """Every module can be read back, black on white in any theme, with its quiet zone."""
    apply_theme(qapp, scheme)
    modules = [[bool(cell) for cell in row] for row in segno.make("K1-000123|50.00").matrix]
    view = BarcodeView("Sale K1-000123", object_name="code")
    view.set_modules(modules)
    screen.show(view)
    assert read_back(view, len(modules), len(modules)) == modules
    image = view.grab().toImage()
    middle = image.height() // 2
    white = [x for x in range(image.width()) if image.pixelColor(x, middle).name() == "#ffffff"]
    assert len(white) > 8 * 3
    seen = QAccessible.queryAccessibleInterface(view)
    assert seen.text(QAccessible.Text.Name) == "Sale K1-000123"


def test_bars_are_whole_pixels(screen: Screen) -> None:
    """A row of bars can be read back at an odd width: no bar is blurred or lost."""
    bars = [True, *(n * n % 7 in {1, 2} or n % 5 == 0 for n in range(65)), True]
    view = BarcodeView(object_name="bars")
    view.set_modules([bars], "Payment")
    screen.show(view, width=311)
    assert read_back(view, 1, len(bars)) == [bars]
    tones = {
        view.grab().toImage().pixelColor(x, view.height() // 2).name() for x in range(view.width())
    }
    assert tones == {"#000000", "#ffffff"} | (tones & {color(Role.SURFACE).name()})


@pytest.mark.parametrize("rows", [[], [[]], [[True], [True, False]]])
def test_a_broken_code_shows_nothing(screen: Screen, rows: list[list[bool]]) -> None:
    """No rows, empty rows and rows of unequal length are not guessed at."""
    view = BarcodeView("Sale", object_name="code")
    view.set_modules([[True, False, True]])
    view.set_modules(rows)
    screen.show(view)
    assert view.sizeHint().width() == 0


def test_an_icon_mark_can_change(screen: Screen) -> None:
    """Icon and ground are painted; another icon is another picture."""
    mark = IconMark(Icon.CHECK, Role.SUCCESS, ground=Role.SUCCESS_SOFT)
    screen.show(mark)
    before = mark.grab().toImage()
    mark.set_icon(Icon.X, Role.DANGER)
    assert mark.grab().toImage() != before
    assert mark.size().width() == 40
    assert not QPixmap(mark.size()).isNull()


def test_flow_items_can_be_taken(screen: Screen) -> None:
    """The layout answers Qt's questions beyond its ends and gives items back."""
    first, second = PlainLabel("a"), PlainLabel("b")
    holder = Card()
    flow = FlowLayout(spacing=4)
    holder.body.addLayout(flow)
    flow.addWidget(first)
    flow.addWidget(second)
    screen.show(holder)
    assert isinstance(flow, QLayout)
    assert (flow.count(), flow.itemAt(5), flow.takeAt(-1)) == (2, None, None)
    flow.removeWidget(first)
    assert flow.count() == 1
    assert flow.expandingDirections() == Qt.Orientation(0)

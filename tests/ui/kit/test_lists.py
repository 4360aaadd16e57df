"""Rows: what they say, how they are chosen, and that painting survives anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from pos_app.ui.kit import PaintedDelegate, Pill, Row, RowDelegate, RowList, RowModel
from pos_app.ui.kit.lists import Index
from pos_app.ui.theme import TOUCH_TARGET, Icon, apply_theme
from tests.ui.kit.screen import Screen

ROWS = (
    Row("a", "Nordlicht", "Code", "€50.00", pills=(Pill.of("delivered", "Delivered"),)),
    Row(
        "b",
        "Lumen",
        "E-mail",
        "€10.00",
        "12:04",
        (Pill.of("failed", "Failed"), Pill.of("refund_due", "Refund due")),
        Icon.GIFT,
    ),
    Row("c", "Pixelhain", muted=True),
)


class Signals:
    """What a list told."""

    def __init__(self, rows: RowList) -> None:
        """Listen."""
        self.selected: list[str] = []
        self.activated: list[str] = []
        rows.row_selected.connect(self.selected.append)
        rows.row_activated.connect(self.activated.append)


def lines(screen: Screen, *, single_click: bool = False) -> RowList:
    """A shown list of three rows."""
    made = RowList("Sale lines", object_name="sale-lines", single_click=single_click)
    made.set_rows(ROWS)
    made.setMinimumSize(500, 260)
    screen.show(made)
    return made


def click(rows: RowList, key: str, *, twice: bool = False) -> None:
    """A real click on a row."""
    place = rows.visualRect(rows.rows.index_of(key)).center()
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(rows.viewport(), button, none, place)
    if twice:
        QTest.mouseDClick(rows.viewport(), button, none, place)


def test_a_row_says_everything_it_shows(screen: Screen) -> None:
    """The accessible name of a row is all its words, states joined by a middle dot."""
    made = lines(screen)
    seen = QAccessible.queryAccessibleInterface(made)
    assert seen.role() == QAccessible.Role.List
    assert seen.text(QAccessible.Text.Name) == "Sale lines"
    names = [seen.child(n).text(QAccessible.Text.Name) for n in range(3)]
    assert names == [
        "Nordlicht, Code, €50.00, Delivered",
        "Lumen, E-mail, €10.00, 12:04, Failed · Refund due",
        "Pixelhain",
    ]
    assert Row("x", "**** 1234", spoken="code ends in 1234").words() == "code ends in 1234"


def test_a_click_selects_and_a_double_click_activates(screen: Screen) -> None:
    """A single click only selects, unless the list was asked to act at once."""
    made = lines(screen)
    told = Signals(made)
    click(made, "b")
    assert (told.selected, told.activated) == (["b"], [])
    click(made, "c", twice=True)
    assert (made.selected_key(), told.activated) == ("c", ["c"])


def test_a_single_click_can_activate(screen: Screen) -> None:
    """In a list of cashiers one tap chooses, and a double click does not choose twice more."""
    made = lines(screen, single_click=True)
    told = Signals(made)
    click(made, "b")
    assert told.activated == ["b"]
    assert made.selected_key() == "b"


def test_enter_activates_once(screen: Screen) -> None:
    """Enter acts on the current row, and a held Enter acts once."""
    made = lines(screen)
    told = Signals(made)
    made.select("a")
    QTest.keyClick(made, Qt.Key.Key_Down)
    for repeated in (False, True, True):
        kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        key = QKeyEvent(kind, Qt.Key.Key_Return, none, "\r", repeated)
        QApplication.sendEvent(made, key)
    assert told.activated == ["b"]


def test_the_selection_survives_new_contents(screen: Screen) -> None:
    """New words, new rows above and a new order keep the selected row; its end is told once."""
    made = lines(screen)
    made.select("b")
    told = Signals(made)
    made.set_rows([ROWS[0], Row("b", "Lumen", "Delivered now"), ROWS[2]])
    made.set_rows([Row("new", "New"), *ROWS[::-1]])
    assert made.selected_key() == "b"
    assert told.selected == []
    made.set_rows([ROWS[0]])
    assert made.selected_key() == ""
    assert told.selected == [""]


def test_rows_that_only_change_are_not_reset() -> None:
    """Equal keys in equal order mean changed data for the changed rows alone."""
    model = RowModel()
    model.set_rows(ROWS)
    resets: list[int] = []
    changed: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.set_rows([ROWS[0], Row("b", "other"), ROWS[2]])
    assert (resets, changed) == ([], [1])
    model.set_rows(ROWS[:2])
    assert (len(resets), model.rowCount()) == (1, 2)
    assert model.data(model.index(7, 0)) is None
    assert not model.index_of("nothing").isValid()


def test_an_unknown_key_selects_nothing(screen: Screen) -> None:
    """Selecting a row that is gone is answered, not raised."""
    made = lines(screen)
    assert made.select("a") is True
    assert made.select("gone") is False
    assert made.selected_key() == "a"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_rows_are_large_enough_for_fingers(
    qapp: QApplication, screen: Screen, scale: float
) -> None:
    """Rows are touch targets and grow with the text."""
    apply_theme(qapp, "light", text_scale=scale)
    made = lines(screen)
    assert made.visualRect(made.rows.index(0)).height() >= TOUCH_TARGET * scale


class Careless(PaintedDelegate):
    """Changes the painter and fails."""

    def paint_item(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Fail in the middle."""
        assert box.isValid()
        assert not index.isValid()
        painter.translate(100, 100)
        raise LookupError("in the middle of painting")


def test_a_failing_delegate_leaves_the_painter_sound(qapp: QApplication) -> None:
    """What it did to the painter is undone, so that the next item is painted in its place."""
    assert qapp.styleSheet()
    image = QImage(100, 40, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 100, 40)
    with pytest.raises(LookupError):
        Careless().paint(painter, option, QModelIndex())
    assert painter.worldTransform().dx() == 0
    painter.end()


@pytest.mark.parametrize("width", [40, 120, 300, 900])
@pytest.mark.parametrize("row", ROWS)
def test_painting_stays_inside_the_row(screen: Screen, row: Row, width: int) -> None:
    """However narrow, nothing is painted outside the row's rectangle."""
    made = RowList("Rows", object_name="rows")
    screen.keep(made)
    made.set_rows([row])
    image = QImage(width + 80, 120, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = QRect(40, 30, width, 60)
    option.state = QStyle.StateFlag.State_Selected
    RowDelegate().paint(painter, option, made.rows.index(0))
    painter.end()
    outside = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if not option.rect.contains(x, y) and image.pixelColor(x, y).alpha()
    ]
    assert outside == []

"""Notices, banners, progress and empty states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.kit import (
    STATE_LOOKS,
    Banner,
    BusyIndicator,
    EmptyState,
    Notice,
    NoticeHost,
    Pill,
    ProgressBar,
    StatusPill,
    TrainingBand,
    progress,
)
from pos_app.ui.kit import notices as module
from pos_app.ui.theme import Icon, Role, Tone, color
from tests.ui.kit.screen import Screen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def host(screen: Screen) -> NoticeHost:
    """A host over a window of 800 x 600."""
    window = screen.show(QWidget())
    window.resize(800, 600)
    made = NoticeHost(window)
    screen.keep(window)
    return made


def test_a_notice_floats_and_does_not_take_the_focus(host: NoticeHost) -> None:
    """It lies inside the window, where it was asked to, and typing goes on where it was."""
    before = QApplication.focusWidget()
    notice = host.show_notice("Removed", action="Undo")
    window = notice.window()
    place = notice.parentWidget()
    assert place is not None
    assert window.rect().contains(place.geometry())
    assert place.geometry().center().y() < window.height() // 2
    host.set_area(QRect(100, 40, 400, 64))
    assert place.geometry().top() == 40
    assert place.geometry().center().x() == QRect(100, 40, 400, 64).center().x()
    host.set_area(None)
    assert place.geometry().top() == 0
    assert QApplication.focusWidget() is before
    window.resize(500, 400)
    assert window.rect().contains(place.geometry())


def test_an_action_is_told_once_and_ends_the_notice(host: NoticeHost, qtbot: QtBot) -> None:
    """`Undo` tells `acted`, and the notice leaves."""
    notice = host.show_notice("Removed", action="Undo")
    assert notice.action is not None
    with qtbot.waitSignals([notice.acted, notice.closed]):
        QTest.mouseClick(notice.action, LEFT)
    assert host.notices() == ()


def test_a_notice_leaves_by_itself(
    host: NoticeHost, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its time it goes, unless somebody reads it or it warns of danger."""
    monkeypatch.setattr(module, "SHOWN_MS", 30)
    danger = host.show_notice("danger", tone=Tone.DANGER)
    short = host.show_notice("short")
    with qtbot.waitSignal(short.closed):
        pass
    assert host.notices() == (danger,)
    danger.dismiss()
    read = host.show_notice("read")
    middle = QPointF(5, 5)
    QApplication.sendEvent(read, QEnterEvent(middle, middle, middle))
    qtbot.wait(60)
    assert host.notices() == (read,)
    with qtbot.waitSignal(read.closed):
        QApplication.sendEvent(read, QEvent(QEvent.Type.Leave))
    assert host.notices() == ()


def test_only_the_newest_shows(host: NoticeHost) -> None:
    """The others wait behind it with their time standing still, and come back one by one."""
    first = host.show_notice("first", action="Undo")
    second = host.show_notice("second")
    assert (first.isHidden(), second.isVisible()) == (True, True)
    assert not first._timer.isActive()
    behind = second.findChild(QLabel, "notice-behind")
    assert behind is not None
    assert behind.text() == "+1"
    second.dismiss()
    assert first.isVisible()
    assert first._timer.isActive()
    first.dismiss()
    assert host.notices() == ()


def test_the_action_has_a_key(host: NoticeHost, qtbot: QtBot) -> None:
    """`Undo` can be reached without leaving what one types; only the notice in front answers."""
    first = host.show_notice("first", action="Undo")
    second = host.show_notice("second", action="Show")
    for notice in (second, first):
        window = notice.window()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        with qtbot.waitSignal(notice.acted):
            QTest.keyClick(window, Qt.Key.Key_F4)


def test_only_three_notices_stand_at_once(host: NoticeHost) -> None:
    """The oldest makes room, shown or not; clearing takes all."""
    for number in range(5):
        host.show_notice(f"notice {number}")
    assert [each.label.text() for each in host.notices()] == ["notice 2", "notice 3", "notice 4"]
    host.clear()
    assert host.notices() == ()


def test_escape_and_the_cross_dismiss(host: NoticeHost) -> None:
    """A notice can be sent away by keyboard and by touch."""
    for way in ("key", "cross"):
        notice = host.show_notice("danger", tone=Tone.DANGER)
        cross = notice.findChild(QWidget, "notice-dismiss")
        assert isinstance(cross, QWidget)
        assert cross.accessibleName() == "Dismiss notice: danger"
        if way == "key":
            QTest.keyClick(notice, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(cross, LEFT)
        assert host.notices() == ()


def test_long_notices_are_not_cut(screen: Screen) -> None:
    """The sentence wraps and the notice is as high as it needs."""
    notice = Notice("Die Karte konnte nicht gespeichert werden. " * 6, action="Erneut versuchen")
    screen.show(notice, width=420)
    label = notice.label
    assert label.height() >= label.heightForWidth(label.width())


def test_a_banner_says_and_offers(screen: Screen, qtbot: QtBot) -> None:
    """Text, tone and action change together; without an action there is no button."""
    banner = Banner("Offline", object_name="offline", action="Try now")
    screen.show(banner)
    with qtbot.waitSignal(banner.acted):
        QTest.mouseClick(banner.action, LEFT)
    before = banner.grab().toImage()
    banner.set_content("Damaged", tone=Tone.DANGER)
    assert banner.text() == "Damaged"
    assert banner.action.isHidden()
    assert banner.grab().toImage() != before


def test_training_can_not_be_missed(screen: Screen) -> None:
    """Most of the band is the training yellow, and its words can be read from outside."""
    band = TrainingBand("TRAINING - no value")
    screen.show(band, width=600)
    picture = band.grab().toImage()
    yellow = color(Role.TRAINING).rgb()
    hits = sum(picture.pixel(x, 2) == yellow for x in range(picture.width()))
    assert hits > picture.width() * 0.7
    assert band.label.text() == "TRAINING - no value"
    band.set_text("SCHULUNG - ohne Wert")
    assert band.label.text() == "SCHULUNG - ohne Wert"


def test_quick_work_shows_nothing(screen: Screen, qtbot: QtBot) -> None:
    """An indicator that is stopped in time was never visible."""
    busy = BusyIndicator()
    screen.show(busy)
    assert progress.PATIENCE_MS == 500
    shown: list[bool] = []
    busy._timer.timeout.connect(lambda: shown.append(True))
    busy._timer.setInterval(20)
    busy.start()
    busy.stop()
    qtbot.wait(60)
    assert shown == []
    assert busy.isHidden()


@pytest.mark.parametrize("kind", ["busy", "bar"])
def test_long_work_shows_progress(screen: Screen, qtbot: QtBot, kind: str) -> None:
    """After its patience the indicator appears, and goes when work ends."""
    shown: BusyIndicator | ProgressBar
    if kind == "busy":
        shown = BusyIndicator("Asking the provider")
    else:
        shown = ProgressBar("Catalogue", object_name="bar")
        shown.set_progress(2, 5)
        assert (shown.bar.value(), shown.bar.maximum()) == (2, 5)
        assert shown.bar.accessibleName() == "Catalogue"
    screen.show(shown)
    shown._timer.setInterval(20)
    shown.start()
    qtbot.waitUntil(shown.isVisible)
    shown.start()
    shown.stop()
    assert shown.isHidden()


def test_a_spinner_rests_when_nobody_sees_it(screen: Screen, qtbot: QtBot) -> None:
    """Its timer runs only while it is visible."""
    spinner = progress.Spinner()
    window = screen.show(spinner)
    qtbot.waitUntil(spinner._timer.isActive)
    window.hide()
    assert not spinner._timer.isActive()


def test_an_empty_state_says_what_to_do_next(screen: Screen, qtbot: QtBot) -> None:
    """Title, sentence and action are there, and the action is told."""
    empty = EmptyState(
        Icon.INBOX, "Nothing open", "All lines are closed.", object_name="empty", action="Sell"
    )
    screen.show(empty)
    with qtbot.waitSignal(empty.acted):
        QTest.mouseClick(empty.action, LEFT)
    empty.set_texts("Nothing found")
    assert empty.title.text() == "Nothing found"
    assert empty.action.isHidden()
    assert empty.sentence.isHidden()


def test_states_differ_by_icon_not_only_by_colour() -> None:
    """No two states of one tone share an icon."""
    looks = [(look.tone, look.icon) for look in STATE_LOOKS.values()]
    assert len(set(looks)) == len(looks)
    assert len({look.icon for look in STATE_LOOKS.values()}) == len(STATE_LOOKS)


def test_a_pill_can_be_read_from_outside(screen: Screen) -> None:
    """Its word is its text and is never cut."""
    pill = StatusPill(Pill.of("refund_due", "Rückerstattung fällig"), object_name="pill")
    screen.show(pill)
    assert pill.text() == "Rückerstattung fällig"
    assert pill.width() > pill.fontMetrics().horizontalAdvance(pill.text())
    before = pill.grab().toImage()
    pill.set_pill(Pill.of("refunded", "Erstattet"))
    assert (pill.text(), pill.grab().toImage() == before) == ("Erstattet", False)
    with pytest.raises(KeyError):
        Pill.of("lost", "Lost")

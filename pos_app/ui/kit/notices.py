"""Notices that do not block: one at a time, with at most one action."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.kit import painting
from pos_app.ui.kit.buttons import IconButton, QuietButton
from pos_app.ui.kit.icons import TONE_ICONS, IconMark
from pos_app.ui.kit.labels import PlainLabel
from pos_app.ui.kit.words import kit_word
from pos_app.ui.theme import Elevation, Icon, Radius, Role, Space, TextRole, Tone, color

SHOWN_MS: Final = 8000
_MOST: Final = 3
_LEAST_MS: Final = 2000  # enough to read one that comes back
_MARGIN: Final = int(Elevation.RAISED)
_WIDEST: Final = 760
# The key of the action; only one notice shows at a time.
ACTION_KEY: Final = "F4"


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say a text now."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class Notice(QWidget):
    """One notice: icon, sentence, optional action, a button to dismiss it.

    It leaves by itself after a while, but not while the pointer or the focus is on it, and never
    when it warns of danger.

    Signals:
    - acted(): the action was pressed; the notice leaves.
    - closed(): the notice has left, for whatever reason.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str,
        *,
        tone: Tone = Tone.NEUTRAL,
        action: str = "",
        object_name: str = "notice",
        parent: QWidget | None = None,
    ) -> None:
        """Make a notice; `show` starts its time."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.tone = tone
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        self._left_ms = _LEAST_MS
        self.is_over = False
        self.label = PlainLabel(text, object_name=f"{object_name}-text", wrap=True)
        self._behind = PlainLabel(
            "", TextRole.LABEL, Role.MUTED, object_name=f"{object_name}-behind"
        )
        self._behind.hide()
        row = QHBoxLayout(self)
        air = _MARGIN + Space.XS
        row.setContentsMargins(_MARGIN + Space.L, air, air, air)
        row.setSpacing(Space.M)
        row.addWidget(IconMark(TONE_ICONS[tone], tone.text))
        row.addWidget(self.label, 1)
        self.action: QuietButton | None = None
        if action:
            self.action = QuietButton(
                action, object_name=f"{object_name}-action", shortcut=ACTION_KEY
            )
            self.action.triggered.connect(self._on_action)
            row.addWidget(self.action)
        self._dismiss = IconButton("", object_name=f"{object_name}-dismiss", icon=Icon.X)
        self._retranslate()
        self._dismiss.triggered.connect(self.dismiss)
        row.addWidget(self._behind)
        row.addWidget(self._dismiss)

    def start(self) -> None:
        """Show it, say it, and let its time run."""
        self.show()
        urgent = self.tone in {Tone.WARNING, Tone.DANGER}
        announce(self, self.label.text(), urgent=urgent)
        self._run()

    def step_back(self) -> None:
        """Wait behind a newer one; the time stands still."""
        self._left_ms = max(_LEAST_MS, self._timer.remainingTime())
        self._timer.stop()
        self.hide()

    def step_forward(self) -> None:
        """Show again, with the time that was left."""
        self._timer.setInterval(self._left_ms)
        self.show()
        self._run()

    def set_behind(self, count: int) -> None:
        """Say how many wait behind this one."""
        self._behind.setText(f"+{count}")
        self._behind.setVisible(count > 0)

    def dismiss(self) -> None:
        """Leave now."""
        self._timer.stop()
        self.is_over = True
        self.hide()
        self.closed.emit()

    def _on_action(self) -> None:
        self.acted.emit()
        self.dismiss()

    def _run(self) -> None:
        if self.tone is not Tone.DANGER:
            self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while somebody reads."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        super().leaveEvent(event)
        if self.isVisible():  # stepping back is no leaving
            self._run()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc when the focus is inside."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        # Several notices may be showing: each cross says which one it dismisses.
        self._dismiss.set_label(f"{kit_word('Dismiss notice')}: {self.label.text()}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow, surface and a bar in the colour of the tone."""
        painter = QPainter(self)
        try:
            box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN // 2, -_MARGIN, -_MARGIN)
            box = box.adjusted(0, _MARGIN // 4, 0, 0)
            paint_shadow(painter, box, Radius.L, _MARGIN)
            painting.rounded(painter, box, Radius.L, color(Role.RAISED), color(Role.BORDER))
        finally:
            painter.end()


def paint_shadow(painter: QPainter, box: QRectF, radius: float, spread: int) -> None:
    """Paint a soft shadow around a box, by a few translucent layers."""
    shade = QColor(color(Role.SHADOW))
    for step in range(spread, 0, -2):
        shade.setAlpha(max(1, 9 - step * 8 // spread))
        ring = box.adjusted(-step, -step / 2, step, step)
        painting.rounded(painter, ring, radius + step, shade)


class NoticeHost(QObject):
    """Shows one notice at a time over a place where there is nothing to press; newest first.

    Older ones wait behind it with their time standing still, at most three in all. Where there is
    no such place yet, it is the upper edge of the window.
    """

    def __init__(self, window: QWidget) -> None:
        """Float over `window`, which needs no layout for it."""
        super().__init__(window)
        self._window = window
        self._stack = QWidget(window)
        self._stack.setObjectName("notices")
        self._column = QVBoxLayout(self._stack)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._notices: list[Notice] = []
        self._area: QRect | None = None
        self._stack.hide()
        window.installEventFilter(self)

    def show_notice(
        self,
        text: str,
        *,
        tone: Tone = Tone.NEUTRAL,
        action: str = "",
        object_name: str = "notice",
    ) -> Notice:
        """Show a notice; connect its `acted` for the action."""
        while len(self._notices) >= _MOST:
            self._notices[0].dismiss()
        if self._notices:
            self._notices[-1].step_back()
        notice = Notice(text, tone=tone, action=action, object_name=object_name)
        self._notices.append(notice)
        self._column.addWidget(notice)
        notice.closed.connect(self._on_closed)
        self._stack.show()
        notice.start()
        self._arrange()
        return notice

    def clear(self) -> None:
        """Dismiss all of them (lock, sign-out)."""
        for notice in list(self._notices):
            notice.dismiss()

    def set_area(self, area: QRect | None) -> None:
        """Lie here, in the window's coordinates; what does not fit hangs over its lower edge."""
        self._area = area
        self._place()

    def notices(self) -> tuple[Notice, ...]:
        """What is showing or waiting, oldest first."""
        return tuple(self._notices)

    def _on_closed(self) -> None:
        for notice in [n for n in self._notices if n.is_over]:
            self._notices.remove(notice)
            self._column.removeWidget(notice)
            notice.deleteLater()
        if self._notices and self._notices[-1].isHidden():
            self._notices[-1].step_forward()
        self._stack.setVisible(bool(self._notices))
        self._arrange()

    def _arrange(self) -> None:
        if self._notices:
            self._notices[-1].set_behind(len(self._notices) - 1)
        self._place()

    def _place(self) -> None:
        if not self._notices:
            return
        whole = QRect(0, 0, self._window.width(), 0).adjusted(Space.L, 0, -Space.L, 0)
        area = self._area if self._area is not None else whole
        width = min(_WIDEST, area.width())
        shown = self._notices[-1]
        height = max(shown.heightForWidth(width), shown.sizeHint().height(), area.height())
        left = area.left() + (area.width() - width) // 2
        self._stack.setGeometry(left, area.top(), width, height)
        self._stack.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

"""Two parts of the one window that have a life of their own: its notices, and its scans."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QApplication

from pos_app.ui.kit import NoticeHost
from pos_app.ui.main_window import MainWindow
from pos_app.ui.notices import Said
from pos_app.ui.scanner import ScanFilter
from pos_app.ui.shell_port import PageName, TakesScans
from pos_app.ui.views.shell.frame import ShellFrame
from pos_app.usecases.session import Session

_MOST_KEPT: Final = 3


class WindowNotices(QObject):
    """Shows notices over the bar; what is said while the till is locked is kept for later."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._window, self._session = window, session
        self._host = NoticeHost(window)
        self._kept: list[Said] = []
        window.resized.connect(self.place)

    def say(self, said: Said) -> None:
        """Show a notice, or keep it until somebody is there to read it."""
        if self._session.is_locked:
            self._kept = [*self._kept, said][-_MOST_KEPT:]
            return
        self.place()
        notice = self._host.show_notice(said.text, tone=said.tone, action=said.action)
        if said.on_action is not None:
            notice.acted.connect(said.on_action)

    def say_kept(self) -> None:
        """Somebody is there."""
        kept, self._kept = self._kept, []
        for said in kept:
            self.say(said)

    def clear(self) -> None:
        """Dismiss all that is showing or waiting."""
        self._host.clear()

    def place(self) -> None:
        """Over the bar: no button, no field and no code of a page is ever under a notice."""
        frame = self._window.centralWidget()
        area: QRect | None = None
        if isinstance(frame, ShellFrame):
            area = frame.bar.notice_area()
            area.moveTopLeft(frame.bar.mapTo(self._window, area.topLeft()))
        self._host.set_area(area)


class WindowScans(QObject):
    """Hands scans to the Sell page; never on the lock screen, in dialogs or after `Pay`."""

    def __init__(
        self, window: MainWindow, session: Session, go: Callable[[PageName], None]
    ) -> None:
        """`go` brings a page to the front; `watch` begins."""
        super().__init__(window)
        self._window, self._session, self._go = window, session, go
        self._filter = ScanFilter(self._listens, self)
        self._filter.scanned.connect(self._on_scanned)

    def watch(self) -> None:
        """The window is there: watch its keys."""
        self._filter.watch(self._window.windowHandle())

    def _page(self) -> object:
        frame = self._window.centralWidget()
        return frame.page(PageName.SELL) if isinstance(frame, ShellFrame) else None

    def _listens(self) -> bool:
        page = self._page()
        free = not self._session.is_locked and QApplication.activeModalWidget() is None
        return free and isinstance(page, TakesScans) and page.takes_scans()

    def _on_scanned(self, text: str) -> None:
        page = self._page()
        if isinstance(page, TakesScans):
            self._go(PageName.SELL)
            page.take_scan(text)

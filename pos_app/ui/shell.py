"""What happens in the one window once the till is there.

locked     the lock screen is all there is; the frame is taken out of the window, so that no
           shortcut, no scan and no assistive technology reaches it
unlocked   the frame; it is built while the lock screen waits for its PIN
closing    what is being waited for, until `main` has stopped everything in order
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from pos_app.domain.errors import PosError
from pos_app.domain.money import Language
from pos_app.domain.people import Approval, Permission, PersonId
from pos_app.ui import translation
from pos_app.ui.app import use_theme
from pos_app.ui.idle import IdleWatch
from pos_app.ui.kit import DialogSheet, ask
from pos_app.ui.main_window import MainWindow
from pos_app.ui.presenters.lock import LockPresenter
from pos_app.ui.shell_port import PageName, TakesTarget
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Tone
from pos_app.ui.views.shell.frame import ShellFrame
from pos_app.ui.window_parts import WindowNotices, WindowScans
from pos_app.usecases.bulletin import Event, SessionChanged, SettingsChanged, Trouble
from pos_app.usecases.services import Services

T = TypeVar("T")
# Long enough for the cashiers' names to be painted, short against typing a PIN.
_BUILD_AFTER_MS: Final = 50
_NEXT_PAGE_MS: Final = 30
# Open cases first: the rail shows how many there are. Settings are large, and opened rarely.
_AHEAD: Final = (PageName.CASES, PageName.ORDERS, PageName.DAY)


class Shell(QObject):
    """The window's life, and what pages may ask of it (`ShellPort`).

    Attributes:
    - window: the window; parent of every dialog.
    - closed: set when somebody closes the window; `main` then stops the till in order.
    """

    def __init__(self, window: MainWindow, services: Services, tasks: UiTasks) -> None:
        """Bring a window that shows its lock screen to life; pages are made soon."""
        super().__init__(window)
        self.window = window
        self.closed = asyncio.Event()
        self._services, self._tasks = services, tasks
        self._frame: ShellFrame | None = None
        self._person: PersonId | None = None
        self._take_up_settings()
        self._lock = LockPresenter(services, tasks, self)
        self._lock.changed.connect(window.lock_view.show_state)
        self._lock.ticked.connect(window.lock_view.show_time)
        window.lock_view.unlock_wanted.connect(self._lock.unlock)
        self._notices = WindowNotices(window, services.session)
        tasks.notices.said.connect(self._notices.say)
        self._idle = IdleWatch(_application(), self)
        self._idle.idle.connect(self._lock_now)
        self._scans = WindowScans(window, services.session, self.go)
        self._scans.watch()
        window.closed.connect(self._on_closed)
        self._stop = services.till.bulletin.subscribe(self._on_event)
        self._lock.open()
        QTimer.singleShot(_BUILD_AFTER_MS, self, self._build_ahead)

    # --- what pages may ask ------------------------------------------------------------------

    @property
    def language(self) -> Language:
        """The language in force."""
        return translation.language()

    def go(self, page: PageName, target: str = "") -> None:
        """Bring a page to the front; a page that takes targets is given one."""
        frame = self._frame
        if frame is None or self._services.session.is_locked:
            return
        widget: object = self._page(frame, page)
        frame.bring(page)
        if target and isinstance(widget, TakesTarget):
            widget.open_target(target)

    def notify(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        *,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence that does not block."""
        self._tasks.notices.tell(text, tone, action=action, on_action=on_action)

    def notify_error(self, error: PosError) -> None:
        """Say an error's sentence."""
        self._tasks.notices.tell_error(error)

    async def approve(self, permission: Permission) -> Approval | None:
        """A manager's word: the signed-in manager's own, or asked for."""
        if not self._services.session.needs_approval():
            return self._services.session.own_approval()
        from pos_app.ui.presenters.approval import ApprovalPresenter
        from pos_app.ui.views.approval.sheet import ApprovalSheet

        sheet = ApprovalSheet(permission, self.window)
        await ApprovalPresenter(self._services, self._tasks, permission, sheet).load()
        return await self.open_sheet(sheet)

    async def open_sheet(self, dialog: DialogSheet[T]) -> T | None:
        """Open a dialog over the window; nothing opens over the lock screen."""
        if self._services.session.is_locked:
            if shiboken6.isValid(dialog):  # the lock may have closed it before it ever opened
                dialog.deleteLater()
            return None
        return await ask(dialog)

    def set_case_count(self, count: int, urgent: int = 0) -> None:
        """How many open cases the rail shows, and how many of them can't wait."""
        if self._frame is not None:
            self._frame.rail.set_case_count(count, urgent)

    # --- what `main` may ask -----------------------------------------------------------------

    def show_closing(self, text: str = "") -> None:
        """Show nothing but what is being waited for."""
        from pos_app.ui.views.shell.closing import ClosingScreen

        words = text or self.tr("The till is closing.")
        screen = self.window.centralWidget()
        if isinstance(screen, ClosingScreen):
            screen.set_text(words)
            return
        self._close_dialogs()
        self._notices.clear()
        self.window.show_only(ClosingScreen(words))

    def finish(self) -> None:
        """Everything has stopped: let go of what was listened to, and leave the screen."""
        self._stop()
        self._tasks.notices.said.disconnect(self._notices.say)
        self._lock.close()
        if self._frame is not None:
            self._frame.deleteLater()
        self.window.finish()

    # --- locked or not -----------------------------------------------------------------------

    def _on_event(self, event: Event) -> None:
        if isinstance(event, SessionChanged):
            self._follow_session()
        elif isinstance(event, SettingsChanged):
            self._take_up_settings()
            self._restart_idle()
        elif isinstance(event, Trouble):
            self._tasks.notices.tell_error(event.error)

    def _follow_session(self) -> None:
        if self.closed.is_set():
            return
        if self._services.session.is_locked:
            self._show_lock()
        else:
            self._show_frame()
        self._restart_idle()

    def _show_lock(self) -> None:
        self._close_dialogs()
        self._notices.clear()
        self.window.lock_view.form.clear()
        self.window.show_only(self.window.lock_view)
        self._lock.open()

    def _show_frame(self) -> None:
        self._lock.close()
        frame = self._build()
        person = self._services.session.who
        self.window.show_only(frame)
        if person.id != self._person:
            # Another person begins where work begins, not in somebody else's settings.
            self._person = person.id
            frame.bring(PageName.SELL)
        frame.focus_page()
        self._notices.say_kept()

    def _close_dialogs(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()

    def _lock_now(self) -> None:
        if not self._services.session.is_locked:
            self._tasks.spawn(self._services.session.lock(), "lock")

    def _restart_idle(self) -> None:
        locked = self._services.session.is_locked
        self._idle.set_limit(0 if locked else self._services.settings.settings.auto_lock_s)

    # --- the frame ---------------------------------------------------------------------------

    def _build(self) -> ShellFrame:
        """The frame with its pages, made once."""
        if self._frame is not None:
            return self._frame
        from pos_app.ui.presenters.status import StatusPresenter
        from pos_app.ui.views.shell.pages import PAGES, add_standing_notices, add_training_drawer

        frame = ShellFrame(list(PAGES), training=self._services.troubles is not None)
        frame.page_wanted.connect(self._on_page_wanted)
        frame.lock_wanted.connect(self._lock_now)
        frame.help_wanted.connect(self._on_help)
        status = StatusPresenter(self._services, frame)
        status.changed.connect(frame.bar.show_state)
        status.refresh()
        add_standing_notices(frame, self._services, self._tasks, self)
        if self._services.troubles is not None:
            add_training_drawer(frame, self._services.troubles)
        self._frame = frame
        self._page(frame, PageName.SELL)
        return frame

    def _page(self, frame: ShellFrame, name: PageName) -> QWidget:
        """A page, made when it is first needed."""
        page = frame.page(name)
        if page is None:
            from pos_app.ui.views.shell.pages import PAGES

            page = PAGES[name](self._services, self._tasks, self)
            frame.add_page(name, page)
        return page

    def _build_ahead(self) -> None:
        """Make one page more, until all are there: keys pressed meanwhile come through."""
        if self.closed.is_set():
            return
        frame = self._frame
        missing = [name for name in _AHEAD if frame is None or frame.page(name) is None]
        if frame is None:
            self._build()
        elif missing:
            self._page(frame, missing[0])
        if missing:
            QTimer.singleShot(_NEXT_PAGE_MS, self, self._build_ahead)

    def _on_page_wanted(self, name: str) -> None:
        self.go(PageName(name))

    def _on_help(self) -> None:
        self._tasks.spawn(self._help(), "help")

    async def _help(self) -> None:
        from pos_app.ui.views.shell.help_sheet import HelpSheet, shortcuts_of

        if self._frame is not None:
            here = shortcuts_of(self._frame.stack)
            everywhere = shortcuts_of(self._frame.rail) + shortcuts_of(self._frame.bar)
            await self.open_sheet(HelpSheet(here, everywhere, self.window))

    # --- settings, closing --------------------------------------------------------

    def _take_up_settings(self) -> None:
        profile, settings = self._services.till.profile, self._services.settings.settings
        translation.use_language(_application(), profile.language)
        use_theme(_application(), settings.theme)
        self.window.set_place(profile.store, profile.till, training=profile.training)

    def _on_closed(self) -> None:
        """Tell `main`; with orders on their way the window stays and says so."""
        self.closed.set()
        waiting = self._services.desk.in_flight
        self.window.stays = bool(waiting)
        if waiting:
            self.show_closing(self.tr("Waiting for %n order(s) to be answered.", "", waiting))


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication must exist")
    return app

"""The pages of the program and how each is made; imported when they are first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from pos_app.ui.shell_port import PageName, ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.usecases.services import Services

MakePage = Callable[[Services, UiTasks, ShellPort], QWidget]


def _day(services: Services, tasks: UiTasks, shell: ShellPort) -> QWidget:
    from pos_app.ui.presenters.day import DayPresenter
    from pos_app.ui.views.day.page import DayView

    view = DayView()
    presenter = DayPresenter(services, tasks, shell, view)
    presenter.changed.connect(view.show_state)
    presenter.settled.connect(view.release)
    view.shown.connect(presenter.open)
    view.hidden.connect(presenter.close)
    view.day_wanted.connect(presenter.choose)
    view.end_wanted.connect(presenter.end)
    view.print_wanted.connect(presenter.print_report)
    return view


PAGES: Final[dict[PageName, MakePage]] = {
    PageName.DAY: _day,
}

"""The pages of the program and how each is made; imported when they are first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from pos_app.ports import TrainingTroubles
from pos_app.ui.shell_port import PageName, ShellPort
from pos_app.ui.tasks import UiTasks
from pos_app.ui.views.shell.frame import ShellFrame
from pos_app.usecases.services import Services

if TYPE_CHECKING:
    from pos_app.ui.views.settings.page import SettingsView

MakePage = Callable[[Services, UiTasks, ShellPort], QWidget]


def _sell(services: Services, tasks: UiTasks, shell: ShellPort) -> QWidget:
    from pos_app.ui.views.sell.page import SellPage

    return SellPage(services, tasks, shell)


def _orders(services: Services, tasks: UiTasks, shell: ShellPort) -> QWidget:
    from pos_app.ui.views.orders.page import OrdersPage

    return OrdersPage(services, tasks, shell)


def _cases(services: Services, tasks: UiTasks, shell: ShellPort) -> QWidget:
    from pos_app.ui.views.cases.page import CasesPage

    return CasesPage(services, tasks, shell)


def _day(services: Services, tasks: UiTasks, shell: ShellPort) -> QWidget:
    from pos_app.ui.presenters.day import DayPresenter
    from pos_app.ui.views.day.page import DayView

    view = DayView()
    presenter = DayPresenter(services, tasks, shell, view)
    presenter.changed.connect(view.show_state)
    presenter.failed.connect(view.show_failed)
    presenter.settled.connect(view.release)
    view.shown.connect(presenter.open)
    view.hidden.connect(presenter.close)
    view.day_wanted.connect(presenter.choose)
    view.end_wanted.connect(presenter.end)
    view.print_wanted.connect(presenter.print_report)
    view.save_wanted.connect(presenter.save)
    return view


def _settings(services: Services, tasks: UiTasks, shell: ShellPort) -> QWidget:
    from pos_app.ui.presenters.settings import SettingsPresenter, first_state
    from pos_app.ui.views.settings.page import SettingsView

    view = SettingsView(first_state(services))
    presenter = SettingsPresenter(services, tasks, shell, view)
    presenter.filled.connect(view.fill)
    presenter.refreshed.connect(view.refresh)
    presenter.saved.connect(view.show_saved)
    presenter.refused.connect(view.show_problem)
    presenter.tested.connect(view.show_report)
    presenter.test_refused.connect(view.provider.show_test_problem)
    presenter.settled.connect(view.settle)
    view.shown.connect(presenter.open)
    view.hidden.connect(presenter.close)
    view.manager_wanted.connect(presenter.ask_manager)
    view.save_wanted.connect(presenter.save)
    view.provider.test_wanted.connect(presenter.test)
    view.printing.test_page_wanted.connect(presenter.print_test_page)
    view.printing.preview_wanted.connect(presenter.preview)
    view.printing.printers_wanted.connect(presenter.look_for_printers)
    _connect_owner_sections(view, services, tasks)
    stops = presenter.stops
    stops.stopped.connect(view.stops.show_stops)
    stops.brands.connect(view.stops.show_brands)
    stops.refused.connect(view.stops.show_problem)
    stops.settled.connect(view.stops.settle)
    view.stops.stop_wanted.connect(stops.stop)
    view.stops.resume_wanted.connect(stops.resume)
    labels = presenter.labels
    labels.changed.connect(view.labels.show_labels)
    labels.refused.connect(view.labels.show_problem)
    labels.settled.connect(view.labels.settle)
    view.labels.forget_wanted.connect(labels.forget)
    people = presenter.people
    people.refused.connect(view.people.show_problem)
    view.people.add_wanted.connect(people.add)
    view.people.rename_wanted.connect(people.rename)
    view.people.pin_wanted.connect(people.reset_pin)
    view.people.role_wanted.connect(people.change_role)
    view.people.active_wanted.connect(people.change_active)
    return view


def _connect_owner_sections(view: SettingsView, services: Services, tasks: UiTasks) -> None:
    """The sections that only show: check-up and balance."""
    from pos_app.ui.presenters.balance import BalancePresenter
    from pos_app.ui.presenters.doctor import CheckUpPresenter

    check_up = CheckUpPresenter(services, tasks, view)
    check_up.changed.connect(view.check_up.show_check_up)
    view.check_up.check_wanted.connect(check_up.check)
    balance = BalancePresenter(services, tasks, view)
    balance.changed.connect(view.balance.show_balance)
    balance.failed.connect(view.balance.show_failed)
    view.balance.shown.connect(balance.open)
    view.balance.hidden.connect(balance.close)
    view.balance.ask_wanted.connect(balance.ask)


def add_standing_notices(
    frame: ShellFrame, services: Services, tasks: UiTasks, shell: ShellPort
) -> None:
    """Show what a manager has not read yet."""
    from pos_app.ui.presenters.standing import StandingPresenter

    presenter = StandingPresenter(services, tasks, shell, frame)
    presenter.changed.connect(frame.standing.show_notices)
    frame.standing.read.connect(presenter.read)


def add_training_drawer(frame: ShellFrame, troubles: TrainingTroubles) -> None:
    """Give a training till its drawer of troubles."""
    from pos_app.ui.presenters.training import TrainingPresenter
    from pos_app.ui.views.training_panel.panel import TrainingPanel

    panel = TrainingPanel(frame.below)
    presenter = TrainingPresenter(troubles, panel)
    presenter.changed.connect(panel.show_state)
    panel.arm_wanted.connect(presenter.arm)
    panel.disarm_wanted.connect(presenter.disarm)
    panel.closed.connect(presenter.close)
    panel.opened.connect(presenter.open)
    frame.troubles_wanted.connect(panel.toggle)


PAGES: Final[dict[PageName, MakePage]] = {
    PageName.SELL: _sell,
    PageName.ORDERS: _orders,
    PageName.CASES: _cases,
    PageName.DAY: _day,
    PageName.SETTINGS: _settings,
}

"""The window of a till that has never been set up: try it in training, or connect it."""

from __future__ import annotations

import asyncio
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pos_app.domain.money import Language
from pos_app.ui import translation
from pos_app.ui.kit import IconMark, PlainLabel, SegmentedChoice
from pos_app.ui.presenters.first_start import FirstStartPresenter
from pos_app.ui.tasks import UiTasks
from pos_app.ui.theme import Icon, Role, Space, TextRole
from pos_app.ui.views.first_start.choice import ChoicePage
from pos_app.ui.views.first_start.connect import ConnectPage
from pos_app.ui.views.shell.side_panel import SidePanel
from pos_app.usecases.settings_desk import FirstStart

_SMALLEST: Final = QSize(960, 540)
_FIRST: Final = QSize(1180, 760)
_SIDE: Final = 300


class FirstStartWindow(QMainWindow):
    """Two ways on; nothing is stored before the till has been set up completely.

    Attributes:
    - choice: awaits `"training"`, `"connected"`, or None when the window was closed.
    """

    def __init__(self, first_start: FirstStart, tasks: UiTasks, installation_id: str) -> None:
        """Show the choice."""
        super().__init__()
        self.setObjectName("first_start_window")
        self.setMinimumSize(_SMALLEST)
        self.resize(_FIRST)
        self.choice: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self._title = PlainLabel("", TextRole.HEADING, wrap=True)
        self._words = PlainLabel("", TextRole.BODY, Role.MUTED, wrap=True)
        self._language = SegmentedChoice("", object_name="language")
        self._language.set_options(
            [(Language.EN.value, "English"), (Language.DE.value, "Deutsch")]
        )
        self._language.set_current(translation.language().value)
        self._language.chosen.connect(self._on_language)
        self._first = ChoicePage()
        self._connect = ConnectPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(_scrolled(self._first))
        self._pages.addWidget(_scrolled(self._connect))
        self._wire(FirstStartPresenter(first_start, tasks, installation_id, self))
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self._pages, 1)
        self.setCentralWidget(central)
        self._retranslate()

    def _wire(self, presenter: FirstStartPresenter) -> None:
        self._first.training_wanted.connect(self._on_training)
        self._first.connect_wanted.connect(self._on_connect)
        self._connect.back_wanted.connect(self._on_back)
        self._connect.test_wanted.connect(presenter.test)
        self._connect.install_wanted.connect(presenter.install)
        presenter.tested.connect(self._connect.form.show_report)
        presenter.test_refused.connect(self._connect.show_test_problem)
        presenter.refused.connect(self._connect.show_problem)
        presenter.unproven.connect(self._connect.show_unproven)
        presenter.installed.connect(self._on_installed)

    def _side(self) -> QWidget:
        side = SidePanel(object_name="first_start_side", width=_SIDE)
        side.body.addWidget(
            IconMark(Icon.GIFT, Role.ACCENT_TEXT, size=28, ground=Role.ACCENT_SOFT)
        )
        side.body.addSpacing(Space.M)
        side.body.addWidget(self._title)
        side.body.addWidget(self._words)
        side.body.addStretch(1)
        side.body.addWidget(self._language)
        return side

    def _settle(self, answer: str | None) -> None:
        if not self.choice.done():
            self.choice.set_result(answer)

    def _on_training(self) -> None:
        self._settle("training")

    def _on_installed(self) -> None:
        self._settle("connected")

    def _on_connect(self) -> None:
        self._pages.setCurrentIndex(1)
        self._connect.focus_first()

    def _on_back(self) -> None:
        self._pages.setCurrentIndex(0)
        self._first.focus_first()

    def _on_language(self, key: str) -> None:
        app = QApplication.instance()
        if app is not None:
            translation.use_language(app, Language(key))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Gift card till"))
        self._title.setText(self.tr("Welcome"))
        self._words.setText(
            self.tr(
                "This till sells digital gift cards. It has not been set up yet: try it first, "
                "or connect it to the provider."
            )
        )
        self._language.setAccessibleName(self.tr("Language"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Neither: the program ends."""
        self._settle(None)
        event.accept()


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
    column.addWidget(content, 1)
    area.setWidget(holder)
    return area

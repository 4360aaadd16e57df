"""Draws specimens for the preview, away from the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from pos_app.domain.errors import PosError
from pos_app.domain.slip import Paper
from pos_app.ui.tasks import UiTasks
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.translation import language, translate
from pos_app.ui.views.papers.sheets import PreviewSheet
from pos_app.usecases.services import Services
from pos_app.usecases.specimens import CARD, SHOP_COPY, TEST_PAGE, specimen


def preview_kinds() -> list[tuple[str, str]]:
    """What can be looked at, by key and words."""
    return [
        (CARD, translate("papers", "Card slip")),
        (SHOP_COPY, translate("papers", "Shop copy")),
        (TEST_PAGE, translate("papers", "Test page")),
    ]


class PreviewPresenter(QObject):
    """One sheet's work: draws what is chosen until the sheet is closed."""

    def __init__(
        self, services: Services, tasks: UiTasks, paper: Paper, sheet: PreviewSheet
    ) -> None:
        """Draw the first slip at once; live as long as the sheet."""
        super().__init__(sheet)
        self._services, self._tasks = services, tasks
        self._paper, self._sheet = paper, sheet
        self._wanted = ""
        self._open = True
        sheet.chosen.connect(self.show)
        sheet.finished.connect(self._on_finished)
        self.show(CARD)

    def show(self, kind: str) -> None:
        """Draw another slip."""
        self._wanted = kind
        self._tasks.spawn(self._draw(kind), f"preview {kind}")

    async def _draw(self, kind: str) -> None:
        services = self._services
        spoken = services.till.profile.slip_language or language()
        document = specimen(kind, services.till, services.slips, spoken)
        try:
            png = await services.owner.preview(document, self._paper)
        except PosError as error:
            if self._open:
                self._sheet.show_problem(error_sentence(error))
            return
        # A slower drawing of an earlier choice must not replace a later one.
        if self._open and kind == self._wanted:
            self._sheet.show_picture(png)

    def _on_finished(self) -> None:
        self._open = False

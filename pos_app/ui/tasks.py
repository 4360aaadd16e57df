"""The owner of every task that a screen starts: what nobody caught is told to the cashier."""

from __future__ import annotations

import logging

from pos_app.domain.errors import PosError
from pos_app.ui.notices import Notices
from pos_app.usecases.tasks import TaskOwner

_log = logging.getLogger(__name__)


class UiTasks(TaskOwner):
    """Starts coroutines from plain slots.

    A `PosError` that nobody caught becomes a notice with its sentence; anything else is our
    mistake: it is logged, the cashier is told, and the other tasks go on.
    """

    def __init__(self, notices: Notices | None = None) -> None:
        """Own nothing yet."""
        super().__init__()
        self.notices = notices or Notices()

    def _failed(self, name: str, error: BaseException) -> None:
        if isinstance(error, PosError):
            _log.info("told the cashier", extra={"task": name, "code": error.code})
            self.notices.tell_error(error)
        else:
            _log.error("a screen's task failed", exc_info=error, extra={"task": name})
            self.notices.tell_crash()

"""Arms troubles in training, and shows how many are left."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from pos_app.ports import TrainingTroubles
from pos_app.ui import translation
from pos_app.ui.views.training_panel.panel import PanelState

_LOOK_MS = 500


class TrainingPresenter(QObject):
    """Looks at the training provider while the drawer is open.

    Signals:
    - changed(object): a `PanelState`.
    """

    changed = Signal(object)

    def __init__(self, troubles: TrainingTroubles, parent: QObject) -> None:
        """Do nothing before `open`."""
        super().__init__(parent)
        self._troubles = troubles
        # The provider plays troubles at its own time: there is no event to wait for.
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.refresh)

    def open(self) -> None:
        """The drawer is out."""
        self.refresh()
        self._timer.start()

    def close(self) -> None:
        """The drawer is away."""
        self._timer.stop()

    def refresh(self) -> None:
        """Tell what is armed now."""
        troubles = tuple(self._troubles.available(translation.language()))
        self.changed.emit(PanelState(troubles, self._troubles.armed()))

    def arm(self, name: str, times: int) -> None:
        """`Play it`."""
        self._troubles.arm(name, times)
        self.refresh()

    def disarm(self) -> None:
        """`Stop all troubles`."""
        self._troubles.disarm()
        self.refresh()

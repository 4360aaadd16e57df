"""Barcodes on screen: a matrix of modules, painted on whole pixels so that scanners read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_QUIET_LINEAR: Final = 10  # modules of quiet zone that Code 128 asks for
_QUIET_MATRIX: Final = 4  # and QR
_BAR_HEIGHT: Final = 72


class BarcodeView(QWidget):
    """Paints rows of modules (`True` is dark): many rows for QR, one row for Code 128.

    Always black on white, in any theme. The name says what the code holds, not its modules.
    """

    def __init__(
        self, name: str = "", *, object_name: str, module: int = 3, parent: QWidget | None = None
    ) -> None:
        """Make an empty view; `module` is the wished width of one module in pixels."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._module = module
        self._rows: tuple[tuple[bool, ...], ...] = ()

    def set_modules(self, rows: Sequence[Sequence[bool]], name: str = "") -> None:
        """Show another code; rows of unequal length or no rows show nothing."""
        fresh = tuple(tuple(row) for row in rows)
        even = bool(fresh) and bool(fresh[0]) and len({len(row) for row in fresh}) == 1
        self._rows = fresh if even else ()
        if name:
            self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def _quiet(self) -> int:
        return _QUIET_MATRIX if len(self._rows) > 1 else _QUIET_LINEAR

    def _across(self) -> int:
        return len(self._rows[0]) + 2 * self._quiet() if self._rows else 0

    def sizeHint(self) -> QSize:
        """The code at its wished module width."""
        width = self._across() * self._module
        return QSize(width, width if len(self._rows) > 1 else _BAR_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """One pixel per module: less can't be scanned."""
        width = self._across()
        return QSize(width, width if len(self._rows) > 1 else _BAR_HEIGHT // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the modules on whole device pixels."""
        painter = QPainter(self)
        try:
            if self._rows:
                self._paint_modules(painter)
        finally:
            painter.end()

    def _paint_modules(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        # Device pixels from here on: a module of 2.5 pixels would blur its edges.
        painter.scale(1 / ratio, 1 / ratio)
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        matrix = len(self._rows) > 1
        room = min(width, height) if matrix else width
        side = max(1, room // self._across())
        quiet = self._quiet() * side
        total = side * self._across()
        left = (width - total) // 2
        tall = total if matrix else height
        top = (height - tall) // 2
        painter.fillRect(QRect(left, top, total, tall), Qt.GlobalColor.white)
        row_height = side if matrix else height
        first = top + quiet if matrix else top
        for line, row in enumerate(self._rows):
            for place, dark in enumerate(row):
                if dark:
                    box = QRect(
                        left + quiet + place * side, first + line * row_height, side, row_height
                    )
                    painter.fillRect(box, Qt.GlobalColor.black)

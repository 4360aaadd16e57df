"""Windows that outlive their test are a leak, and worse."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


def windows_left() -> list[str]:
    """Name the windows that are still there, and take them away.

    A later change of theme reaches them when their Python side may be gone, and two errors in
    overridden methods within one call end the process (PySide6 6.10 and 6.11).
    """
    _delete()
    windows = QApplication.topLevelWidgets()
    left = [f"window left behind: {type(window).__name__}" for window in windows]
    for window in windows:
        window.deleteLater()
    _delete()
    return left


def _delete() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

"""Every test of the kit starts in the light theme at usual text size, in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import apply_theme
from tests.ui.kit.screen import Screen


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, "light", high_contrast=False)


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[Screen]:
    """Shows widgets in a window of their own and takes them away after the test."""
    made = Screen(qtbot)
    yield made
    made.clear()

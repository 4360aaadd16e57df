"""Every screen in German, small and in high contrast: nothing cut, nothing too small."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QLabel, QWidget

from pos_app.domain.money import Language
from pos_app.domain.theme import Theme
from pos_app.ui.app import use_theme
from pos_app.ui.kit import BaseButton, Notice
from pos_app.ui.theme import TOUCH_TARGET
from tests.helpers.loops import TestLoop
from tests.helpers.screens import LIMITS, walk
from tests.helpers.waiting import until
from tests.ui.conftest import Counter, Opening

# The smallest screen, and a screen of 1920 x 1080 at 200 %.
SIZES = ((1024, 768), (960, 540))
_SLACK = 2  # letters may lean over their box by a pixel


def _front(window: QWidget) -> QWidget:
    """The dialog that lies over the window, or the window."""
    dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
    return dialogs[-1] if dialogs else window


def complaints(front: QWidget) -> Iterator[str]:
    """One sentence for each thing that can't be read or hit."""
    for button in front.findChildren(BaseButton):
        if _is_seen(button, front):
            yield from _about_button(button, front)
    for label in front.findChildren(QLabel):
        if _is_seen(label, front) and label.text():
            yield from _about_label(label)


def _is_seen(widget: QWidget, front: QWidget) -> bool:
    return widget.isVisible() and widget.window() is front.window() and bool(widget.width())


def _about_button(button: BaseButton, front: QWidget) -> Iterator[str]:
    name = button.objectName()
    if button.height() < TOUCH_TARGET or button.width() < TOUCH_TARGET:
        yield f"{name}: too small for a finger: {button.width()} x {button.height()}"
    if button.width() + _SLACK < button.sizeHint().width():
        yield f"{name}: cut: {button.label()}"
    if not _scrolls(button):
        place = QRect(button.mapTo(front, button.rect().topLeft()), button.size())
        if not front.rect().contains(place):
            yield f"{name}: outside of what can be seen: {place.getRect()}"


def _about_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if label.wordWrap():
        if label.height() + _SLACK < label.heightForWidth(label.width()):
            yield f"{label.objectName() or 'label'}: cut: {label.text()}"
    elif label.fontMetrics().horizontalAdvance(label.text()) > room.width() + _SLACK:
        yield f"{label.objectName() or 'label'}: cut: {label.text()}"


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea | Notice):
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.slow
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.CONTRAST])
async def test_no_german_text_is_cut(
    qloop: TestLoop, qapp: QApplication, tmp_path: Path, theme: Theme
) -> None:
    """On every screen, at 1024 x 768 and at 200 %, in light and in high contrast."""
    assert qloop.loop is not None
    found: list[str] = []
    seen: list[str] = []
    async with Opening(qapp, tmp_path / "till", LIMITS, Language.DE).open() as counter:
        async for name in walk(counter):
            seen.append(name)
            for width, height in SIZES:
                use_theme(qapp, theme)
                counter.window.resize(width, height)
                await _settled(counter)
                front = _front(counter.window)
                found += [f"{name} {width}x{height}: {each}" for each in complaints(front)]
    assert len(seen) > 30
    assert not found, "\n".join(found)


async def _settled(counter: Counter) -> None:
    """Two turns of the loop with nothing left to lay out."""
    sizes: list[tuple[int, int]] = []

    def is_settled() -> bool:
        front = _front(counter.window)
        sizes.append((front.width(), front.height()))
        return len(sizes) > 5 and len(set(sizes[-3:])) == 1

    await until(is_settled)

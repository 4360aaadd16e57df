"""Dialogs: answered by a coroutine, closed with it, freed afterwards, never a nested loop."""

from __future__ import annotations

import ast
import asyncio
import weakref
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from pos_app.ui import kit
from pos_app.ui.kit import DialogSheet, Field, PrimaryButton, QuietButton, Scrim, ask, finished
from tests.helpers.waiting import until
from tests.ui.kit.screen import Screen

pytestmark = pytest.mark.usefixtures("qloop")


class Reason(DialogSheet[str]):
    """Asks for a reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field and two buttons."""
        super().__init__("Invalidate", "Say why.", object_name="reason-dialog", parent=parent)
        self.field = Field("Reason", object_name="reason")
        self.body.addWidget(self.field)
        self.cancel = QuietButton("Cancel", object_name="cancel")
        self.cancel.triggered.connect(self.reject)
        self.confirm = PrimaryButton("Confirm", object_name="confirm")
        self.confirm.triggered.connect(self.on_confirm)
        self.add_button(self.cancel)
        self.add_button(self.confirm, default=True)

    def on_confirm(self) -> None:
        """Answer, or say what is missing."""
        if self.field.text():
            self.answer(self.field.text())
        else:
            self.field.set_error("Say why")


def begin(dialog: Reason) -> asyncio.Task[str | None]:
    """Ask in a task of its own."""

    async def asking() -> str | None:
        return await ask(dialog)

    return asyncio.create_task(asking())


async def opened(dialog: QWidget) -> None:
    """Wait for a dialog to be shown and active."""
    await until(dialog.isActiveWindow)


async def test_an_answer_comes_back(screen: Screen) -> None:
    """Enter in a field presses the default button, and its value is what `ask` returns."""
    window = screen.show(QWidget())
    dialog = Reason(window)
    asking = begin(dialog)
    await opened(dialog)
    assert dialog.isModal()
    dialog.field.edit.setFocus()
    QTest.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    assert dialog.field.has_error()
    QTest.keyClicks(dialog.field.edit, "wrong brand")
    QTest.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    assert await asking == "wrong brand"


async def test_escape_rejects(screen: Screen) -> None:
    """Esc is `no answer`, from any field."""
    dialog = Reason(screen.show(QWidget()))
    asking = begin(dialog)
    await opened(dialog)
    QTest.keyClicks(dialog.field.edit, "half an answ")
    QTest.keyClick(dialog.field.edit, Qt.Key.Key_Escape)
    assert await asking is None


async def test_enter_on_another_button_presses_that_one(screen: Screen) -> None:
    """The default button does not steal Enter from a focused Cancel."""
    dialog = Reason(screen.show(QWidget()))
    asking = begin(dialog)
    await opened(dialog)
    dialog.field.set_text("a reason")
    dialog.cancel.setFocus()
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert await asking is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
async def test_a_key_held_since_before_does_nothing(screen: Screen, key: Qt.Key) -> None:
    """Repetitions of the key that opened the dialog neither confirm nor close it."""
    dialog = Reason(screen.show(QWidget()))
    asking = begin(dialog)
    await opened(dialog)
    dialog.field.set_text("a reason")
    none = Qt.KeyboardModifier.NoModifier
    repeated = QKeyEvent(QEvent.Type.KeyPress, key, none, "", autorep=True)
    QApplication.sendEvent(dialog.field.edit, repeated)
    assert dialog.isVisible()
    QTest.keyClick(dialog.field.edit, key)
    assert await asking == ("a reason" if key == Qt.Key.Key_Return else None)


async def test_the_focus_stays_inside(screen: Screen) -> None:
    """Tab walks around within the dialog."""
    outside = Field("Outside", object_name="outside")
    dialog = Reason(screen.show(outside))
    asking = begin(dialog)
    await opened(dialog)
    seen = set()
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == {"reason", "cancel", "confirm"}
    dialog.reject()
    assert await asking is None


async def test_a_cancelled_task_closes_its_dialog(screen: Screen) -> None:
    """Nothing stays on screen for a coroutine that is gone (lock, sign-out, close)."""
    dialog = Reason(screen.show(QWidget()))
    asking = begin(dialog)
    await opened(dialog)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await until(lambda: not shiboken6.isValid(dialog))


async def test_a_dialog_that_dies_with_its_window_is_rejected() -> None:
    """The waiting coroutine goes on when the window is destroyed."""
    window = QWidget()
    window.show()
    dialog = Reason(window)
    asking = begin(dialog)
    await opened(dialog)
    shiboken6.delete(window)
    assert await asking is None


async def test_other_tasks_go_on_meanwhile(screen: Screen) -> None:
    """While a dialog is open the loop serves everybody: no nested loop is running."""
    dialog = Reason(screen.show(QWidget()))
    asking = begin(dialog)
    ticks = 0
    for _ in range(20):
        await asyncio.sleep(0.001)
        ticks += 1
    assert ticks == 20
    dialog.reject()
    await asking


async def test_closed_dialogs_are_freed(screen: Screen) -> None:
    """Fifty dialogs leave neither widgets nor Python objects behind."""
    window = screen.show(QWidget())
    left = []
    for _ in range(50):
        dialog = Reason(window)
        left.append(weakref.ref(dialog))
        asking = begin(dialog)
        await until(dialog.isVisible)
        dialog.answer("x")
        assert await asking == "x"
        del dialog, asking
    await until(lambda: not window.findChildren(QDialog))
    assert not window.findChildren(Scrim)
    assert sum(each() is not None for each in left) == 0


async def test_the_window_behind_is_dimmed(screen: Screen) -> None:
    """A veil covers the window, also after it was resized, and goes with the dialog."""
    window = screen.show(QWidget())
    dialog = Reason(window)
    asking = asyncio.create_task(finished(dialog))
    await opened(dialog)
    veil = window.findChild(Scrim)
    assert isinstance(veil, Scrim)
    window.resize(640, 480)
    assert veil.size() == window.size()
    dialog.reject()
    assert await asking is False
    await until(lambda: not window.findChildren(Scrim))


async def test_a_dialog_grows_with_its_words(screen: Screen) -> None:
    """Long sentences and options that wrap are never cut."""
    dialog = Reason(screen.show(QWidget()))
    options = kit.SegmentedChoice("Amounts", object_name="amounts")
    options.set_options([(str(n), f"€{n}.00") for n in range(100, 2000, 100)])
    dialog.body.addWidget(options)
    asking = begin(dialog)
    await opened(dialog)
    dialog.set_texts("Invalidate", "A very long sentence that has to wrap. " * 8)
    layout = dialog.layout()
    assert layout is not None
    await until(lambda: dialog.height() >= layout.totalHeightForWidth(dialog.width()))
    for key in ("100", "1900"):
        button = options.button(key)
        assert options.rect().contains(button.geometry())
    dialog.reject()
    await asking


def test_the_kit_never_starts_a_nested_loop() -> None:
    """No call of exec, processEvents or a static message box anywhere in the window's code."""
    folder = Path(kit.__file__).parents[1]
    bad = {"exec", "exec_", "processEvents", "information", "question", "warning", "critical"}
    calls = [
        f"{path.name}:{node.lineno}"
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in bad
        and ast.unparse(node.func.value) not in {"_LOG", "_log", "log", "logger", "logging"}
    ]
    assert calls == []

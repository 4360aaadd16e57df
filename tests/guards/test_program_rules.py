"""Rules about the program's text that no library checks for us."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "pos_app"
# Each of these turns a second event loop inside the first; inside a coroutine the other tasks die
# with "Cannot enter into task" and the program hangs. `open()` and `finished` do the same well.
NESTED_LOOPS = {"exec", "exec_", "processEvents", "waitForDone"}
STATIC_DIALOGS: dict[str, set[str]] = {
    "QColorDialog": {"getColor"},
    "QFileDialog": set(
        "getExistingDirectory getOpenFileName getOpenFileNames getSaveFileName".split()
    ),
    "QFontDialog": {"getFont"},
    "QInputDialog": {"getDouble", "getInt", "getItem", "getMultiLineText", "getText"},
    "QMessageBox": {"about", "critical", "information", "question", "warning"},
}
# qasync's decorators start the coroutine one turn late (a second click comes first) and keep no
# reference to the task.
DECORATORS = {"asyncSlot", "asyncClose"}
FENCES = 3
# Turns Qt while the rest of the program is loaded, before the one event loop exists.
BEFORE_THE_LOOP = "bootstrap/window.py:"


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _nested_loops(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.id if isinstance(owner, ast.Name) else ""
            static = node.func.attr in STATIC_DIALOGS.get(name, set())
            if static or node.func.attr in NESTED_LOOPS:
                yield f"{node.lineno}: {ast.unparse(node.func)}"
        if isinstance(node, ast.ImportFrom | ast.Attribute):
            names = (
                {a.name for a in node.names} if isinstance(node, ast.ImportFrom) else {node.attr}
            )
            for name in names & DECORATORS:
                yield f"{node.lineno}: {name}"


def _fences(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "BaseException"
            if caught in {"Exception", "BaseException"} and not _raises_again(node):
                yield node.lineno


def _raises_again(node: ast.ExceptHandler) -> bool:
    return any(isinstance(part, ast.Raise) and part.exc is None for part in ast.walk(node))


@pytest.mark.parametrize(
    "text",
    [
        "dialog.exec()",
        "QApplication.processEvents()",
        "QMessageBox.warning(None, 'a', 'b')",
        "from qasync import asyncSlot",
        "@qasync.asyncSlot()\nasync def go(): ...",
    ],
)
def test_rule_sees_nested_loops(text: str) -> None:
    """The rule below finds each form that it is about."""
    assert list(_nested_loops(ast.parse(text)))


def test_no_nested_event_loop() -> None:
    """The program never turns a second event loop, and starts no task behind its owner's back."""
    found = [f"{name}:{hit}" for name, tree in _trees() for hit in _nested_loops(tree)]
    before = [hit for hit in found if hit.startswith(BEFORE_THE_LOOP) and "turning.exec" in hit]
    assert len(before) == 1
    assert found == before


def test_three_fences_only() -> None:
    """Everything is caught in at most three places: slot, task owner, main."""
    found = [f"{name}:{line}" for name, tree in _trees() for line in _fences(tree)]
    assert len(found) <= FENCES, found


def test_every_test_says_what_must_hold() -> None:
    """Each test has a sentence of its own, with an end."""
    silent = []
    for path in sorted(PACKAGE.parent.joinpath("tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                sentence = ast.get_docstring(node) or ""
                if node.name.startswith("test_") and not sentence.rstrip().endswith("."):
                    silent.append(f"{path.name}:{node.lineno} {node.name}")
    assert silent == []

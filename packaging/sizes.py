"""Hard limits of size, and a few words that no class may be called.

    python packaging/sizes.py        lists what is too large; exit 1 if anything is

The limits keep modules readable in one sitting; ruff has its own for complexity and arguments.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
MODULE: Final = 500
TEST_MODULE: Final = 800
FUNCTION: Final = 60
CLASS: Final = 300
PUBLIC_METHODS: Final = 15
# Names that say nothing and therefore collect everything. `logging.Handler` is the library's word.
VAGUE: Final = ("Controller", "Manager", "Handler")
_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Figures:
    """How large the program is, for the gate's table."""

    modules: int
    lines: int
    test_lines: int
    largest: str
    longest_function: str


def sources(folder: str) -> list[Path]:
    """All Python files below a folder of the checkout."""
    return sorted(path for path in (ROOT / folder).rglob("*.py") if "typings" not in path.parts)


def violations() -> Iterator[str]:
    """One sentence for each thing that is too large."""
    for folder, limit in (("pos_app", MODULE), ("packaging", MODULE), ("tests", TEST_MODULE)):
        for path in sources(folder):
            text = path.read_text(encoding="utf-8")
            name = path.relative_to(ROOT).as_posix()
            if (lines := _lines(text)) > limit:
                yield f"{name}: {lines} lines, limit {limit}"
            for node in ast.walk(ast.parse(text)):
                yield from _judge(name, node, tests=folder == "tests")


def figures() -> Figures:
    """The program's size in a few numbers."""
    modules = {path: _lines(path.read_text(encoding="utf-8")) for path in sources("pos_app")}
    largest = max(modules, key=lambda path: modules[path])
    longest, where = 0, "-"
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, _FUNCTIONS) and (length := _length(node)) > longest:
                longest, where = length, f"{path.relative_to(ROOT).as_posix()}:{node.name}"
    return Figures(
        modules=len(modules),
        lines=sum(modules.values()),
        test_lines=sum(_lines(path.read_text(encoding="utf-8")) for path in sources("tests")),
        largest=f"{largest.relative_to(ROOT).as_posix()} {modules[largest]}",
        longest_function=f"{where} {longest}",
    )


def _judge(name: str, node: ast.AST, *, tests: bool) -> Iterator[str]:
    if isinstance(node, _FUNCTIONS) and (length := _length(node)) > FUNCTION:
        yield f"{name}:{node.lineno}: {node.name} has {length} lines, limit {FUNCTION}"
    if not isinstance(node, ast.ClassDef):
        return
    if (length := _length(node)) > CLASS:
        yield f"{name}:{node.lineno}: {node.name} has {length} lines, limit {CLASS}"
    public = [part for part in node.body if isinstance(part, _FUNCTIONS) and _is_method(part)]
    if len(public) > PUBLIC_METHODS and not _is_interface(node):
        yield f"{name}:{node.lineno}: {node.name} has {len(public)} public methods"
    if node.name.endswith(VAGUE) and not tests:
        yield f"{name}:{node.lineno}: {node.name} needs a name that says what it does"


def _is_method(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    # A property reads like a field and counts as one.
    fields = {"property", "cached_property"}
    names = {part.id for part in node.decorator_list if isinstance(part, ast.Name)}
    return node.name[0] != "_" and not names & fields


def _is_interface(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _lines(text: str) -> int:
    return len(text.splitlines())


def main() -> int:
    """Print what is too large."""
    found = list(violations())
    for sentence in found:
        print(sentence)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

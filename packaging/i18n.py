"""Translations: collects the window's texts, compiles them, and says what is missing.

    .venv/bin/python packaging/i18n.py update     texts of the program -> resources/i18n/*.ts
    .venv/bin/python packaging/i18n.py compile    *.ts -> *.qm, which the program loads
    .venv/bin/python packaging/i18n.py check      exit 1 if anything is missing or stale

English is the language of the source; its file only holds plural forms. The tools are those of
Qt Linguist, from the PySide6 package.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # our own files only
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import PySide6

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "resources" / "i18n"
FILES: Final = {"de": ("de_DE", ()), "en": ("en_GB", ("-pluralonly",))}
_PLACE: Final = re.compile(r"%n|%\d|\{\w+\}")


def sources() -> list[Path]:
    """Every module whose texts people see, and the words of Qt and of the kit."""
    ours = sorted((ROOT / "pos_app" / "ui").rglob("*.py"))
    return [*ours, ROOT / "packaging" / "qt_words.py"]


def _tool(name: str) -> str:
    folder = Path(PySide6.__file__).parent
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(folder / f"{name}{suffix}")


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def update(folder: Path = FOLDER) -> None:
    """Put the texts of today into the files; translations stay, unused texts go."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as listed:
        listed.write("\n".join(path.relative_to(ROOT).as_posix() for path in sources()))
        listed.flush()
        for name, (target, options) in FILES.items():
            _run(
                [
                    _tool("lupdate"),
                    *options,
                    "-no-obsolete",
                    "-locations",
                    "none",
                    "-source-language",
                    "en_GB",
                    "-target-language",
                    target,
                    f"@{listed.name}",
                    "-ts",
                    str(folder / f"pos_app_{name}.ts"),
                ]
            )


def compile_all(folder: Path = FOLDER) -> None:
    """Make what the program loads."""
    for name in FILES:
        source = folder / f"pos_app_{name}.ts"
        _run([_tool("lrelease"), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))])


def messages(path: Path) -> Iterator[tuple[str, str, list[str], bool]]:
    """Context, text, translations and whether it is finished, of one file."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314
        name = context.findtext("name", "")
        for message in context.iter("message"):
            target = message.find("translation")
            forms = [] if target is None else list(target.iter("numerusform"))
            texts = [form.text or "" for form in forms]
            if target is not None and not forms:
                texts = [target.text or ""]
            finished = target is not None and target.get("type") is None and all(texts)
            yield name, message.findtext("source", ""), texts, finished


def complaints(folder: Path = FOLDER) -> list[str]:
    """One sentence for each text that is missing, unfinished, stale or lost a place holder."""
    found: list[str] = []
    with tempfile.TemporaryDirectory(prefix="pos-app-i18n-") as name:
        fresh = Path(name)
        for path in folder.glob("*.ts"):
            shutil.copy(path, fresh)
        update(fresh)
        compile_all(fresh)
        for short in FILES:
            ours, new = folder / f"pos_app_{short}.ts", fresh / f"pos_app_{short}.ts"
            if not ours.exists() or not ours.with_suffix(".qm").exists():
                found.append(f"{short}: no file; run update and compile")
                continue
            found += _judge(short, ours, new)
            if short == "de":
                found += _overlooked(new)
            if ours.with_suffix(".qm").read_bytes() != new.with_suffix(".qm").read_bytes():
                found.append(f"{short}: the .qm is not made from the .ts; run compile")
    return found


def _judge(short: str, ours: Path, new: Path) -> Iterator[str]:
    before = {(context, text) for context, text, *_ in messages(ours)}
    for context, text, translations, finished in messages(new):
        if (context, text) not in before:
            yield f"{short}: {context}: not collected yet: {text}"
        elif not finished:
            yield f"{short}: {context}: not translated: {text}"
        else:
            wanted = set(_PLACE.findall(text)) - {"%n"}
            for translation in translations:
                if set(_PLACE.findall(translation)) - {"%n"} != wanted:
                    yield f"{short}: {context}: other place holders: {text}"
        before.discard((context, text))
    for context, text in sorted(before):
        yield f"{short}: {context}: no longer in the program: {text}"


def _overlooked(new: Path) -> Iterator[str]:
    """Texts in calls that `lupdate` does not understand, such as plurals over several lines."""
    seen = [(context, text) for context, text, *_ in messages(new)]
    pairs, texts = set(seen), {text for _, text in seen}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="translate" | "QT_TRANSLATE_NOOP"),
                    args=[ast.Constant(value=str(context)), ast.Constant(value=str(text)), *_],
                ) if (context, text) not in pairs:
                    yield f"{path.name}:{node.lineno}: {context}: lupdate overlooks: {text}"
                case ast.Call(
                    func=ast.Attribute(attr="tr"), args=[ast.Constant(value=str(text)), *_]
                ) if text not in texts:
                    yield f"{path.name}:{node.lineno}: lupdate overlooks: {text}"


def main() -> int:
    """Do what was asked for."""
    task = sys.argv[1] if len(sys.argv) == 2 else ""
    if task == "update":
        update()
    elif task == "compile":
        compile_all()
    elif task == "check":
        found = complaints()
        print(*found, sep="\n")
        return 1 if found else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

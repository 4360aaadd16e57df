"""Pictures of every screen, to be looked at one by one after a change.

    bash packaging/pictures.sh DIR [--only WORD]

Leaves DIR/<screen>-<language>-<theme>-<size>.png. The window is the real one over the real
use-cases, store and training provider, off screen; a scale of 200 % is a process of its own,
because Qt takes it up at its start.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import qasync
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from pos_app.domain.money import Language
from pos_app.domain.theme import Theme
from pos_app.ui.app import create_application, use_theme
from pos_app.ui.loop import make_timers_exact
from tests.helpers.screens import LIMITS, walk
from tests.ui.conftest import Counter, Opening

SIZES: Final = ((1024, 768), (1366, 768), (1920, 1080))
SCALED: Final = ((960, 540),)  # 1920 x 1080 at 200 %
THEMES: Final = (Theme.LIGHT, Theme.DARK, Theme.CONTRAST)
_SCREEN: Final = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
_SETTLE_S: Final = 0.05


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made: pictures with a word in their names, in some sizes."""

    out: Path
    only: str
    sizes: Sequence[tuple[int, int]]
    suffix: str


def main() -> int:
    """Make all pictures, one process for each scale."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--only", default="", help="pictures with this in their name, such as -de-dark-"
    )
    parser.add_argument("--inside", choices=("100", "200"), help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.inside:
        scaled = told.inside == "200"
        return _make(Wish(told.out, told.only, SCALED if scaled else SIZES, "@200" * scaled))
    codes = [_start(told, scale) for scale in ("100", "200")]
    print(len(list(told.out.glob("*.png"))), "pictures in", told.out)
    return max(codes)


def _start(told: argparse.Namespace, scale: str) -> int:
    """A process of its own, on a screen as large as a till's."""
    with tempfile.TemporaryDirectory(prefix="pos-app-pictures-") as name:
        screens = Path(name, "screens.json")
        dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
        screens.write_text(json.dumps({"screens": [_SCREEN | dots]}), encoding="utf-8")
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("POS_APP_")},
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
            "QT_SCALE_FACTOR": str(int(scale) // 100),
        }
        command = [sys.executable, __file__, str(told.out), "--inside", scale]
        command += [f"--only={told.only}"]
        return subprocess.run(command, env=environment, check=False).returncode


def _make(wish: Wish) -> int:
    app = create_application(["pos-app"])
    make_timers_exact()
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        for language in Language:
            other = {f"-{each.value}-" for each in Language} - {f"-{language.value}-"}
            if any(word in wish.only for word in other):
                continue
            runner.run(_walk(app, wish, language))
    return 0


async def _walk(app: QApplication, wish: Wish, language: Language) -> None:
    with tempfile.TemporaryDirectory(prefix="pos-app-pictures-") as home:
        opening = Opening(app, Path(home, "till"), LIMITS, language)
        async with opening.open() as counter:
            async for name in walk(counter):
                await _take(app, counter, wish, f"{name}-{language.value}")


async def _take(app: QApplication, counter: Counter, wish: Wish, name: str) -> None:
    """One screen in all looks and sizes."""
    for theme in THEMES:
        for width, height in wish.sizes:
            stem = f"{name}-{theme.value}-{width}x{height}{wish.suffix}"
            if wish.only in stem:
                use_theme(app, theme)
                counter.window.resize(width, height)
                await asyncio.sleep(_SETTLE_S)
                picture(counter.window).save(str(wish.out / f"{stem}.png"))


def picture(window: QWidget) -> QPixmap:
    """The window with the dialogs that lie over it."""
    made = window.grab()
    painter = QPainter(made)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            free = window.size() - dialog.size()
            painter.drawPixmap(QPoint(free.width() // 2, free.height() // 2), dialog.grab())
    painter.end()
    return made


if __name__ == "__main__":
    sys.exit(main())

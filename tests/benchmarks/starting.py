"""What the start benchmark starts: says on standard output when something was painted.

    python -m tests.benchmarks.starting bare     a QApplication with a QMainWindow, shown
    python -m tests.benchmarks.starting till     the program: PIN typed as soon as it can be

Imports nothing that the program would not import: what it says is a JSON object with moments
(monotonic, ns) and processor time (s).
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

said: dict[str, float] = {}


def stamp(name: str) -> None:
    """Remember this moment."""
    said[name] = time.monotonic_ns()
    said[f"{name}_cpu"] = time.process_time()


def bare() -> None:
    """The least that a Qt program can show."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: Any) -> None:  # noqa: ANN401
            super().paintEvent(event)
            stamp("painted")
            app.quit()

    app = QApplication([])
    window = Window()
    window.show()
    app.exec()


def till(pin: str) -> None:
    """The program's own main, with hands that type the PIN and eyes that watch for paintings."""
    from pos_app.__main__ import main
    from pos_app.bootstrap import first_look
    from tests.benchmarks.watching import watched_window

    setattr(first_look, "MainWindow", watched_window(pin, stamp))  # noqa: B010 -- not its to give
    main([])


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        till(sys.argv[2])
    print(json.dumps(said))

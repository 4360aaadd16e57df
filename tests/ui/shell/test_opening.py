"""The window that is there before the till: whoever is faster than the start loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pos_app.bootstrap.instance_lock import InstanceLock
from pos_app.config import Paths

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from pos_app.__main__ import main
from pos_app.bootstrap import first_look

class Impatient(first_look.MainWindow):
    def __init__(self, state):
        super().__init__(state)
        self.painted.connect(getattr(self, sys.argv[1]))

    def close_at_once(self):
        print("use-cases" if "pos_app.usecases.session" in sys.modules else "nothing", flush=True)
        self.close()

    def sign_in_at_once(self):
        pin = self.lock_view.form.pin.edit
        QTest.keyClicks(pin, "1111")
        QTest.keyClick(pin, Qt.Key.Key_Return)
        there = self.lock_view.form.people.isVisible()
        print("names" if there else "no names yet", flush=True)
        self.look()

    def look(self):
        if self.centralWidget() is self.lock_view:
            QTimer.singleShot(20, self, self.look)
        else:
            print("signed in", flush=True)
            self.close()

first_look.MainWindow = Impatient
sys.exit(main(["--training"]))
"""


def run(home: Path, what: str) -> subprocess.CompletedProcess[str]:
    """The program in training, with somebody impatient before it."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("POS_APP_")},
        "QT_QPA_PLATFORM": "offscreen",
        "POS_APP_HOME": str(home),
    }
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, what],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("close_at_once", ["nothing"]),
        ("sign_in_at_once", ["no names yet", "signed in"]),
    ],
)
def test_faster_than_the_start(tmp_path: Path, what: str, said: list[str]) -> None:
    """A PIN is taken before the till is there, closing ends it in order; twice alike."""
    for _ in range(2):
        ended = run(tmp_path, what)
        assert (ended.stdout.splitlines(), ended.returncode) == (said, 0), ended.stderr
        lock = InstanceLock(Paths.below(tmp_path).training)
        assert lock.take()
        lock.release()
    logs = "".join(path.read_text() for path in (tmp_path / "logs").glob("*.log"))
    assert "ERROR" not in logs
    assert not list((tmp_path / "logs").glob("crash-*"))

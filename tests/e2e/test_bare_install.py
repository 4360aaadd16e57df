"""The .deb on a bare Debian 12: installed, sold with, upgraded, refused, removed.

Needs root, debootstrap and a mirror; takes minutes. BARE_SUITE names another release.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import packages
from tests.helpers.atspi import Desktop, wait
from tests.helpers.bare_root import BareRoot, can_be_made
from tests.helpers.frozen import frozen_program, unexpected
from tests.helpers.till import Screen, TillOnScreen
from tests.unit.printing.reading import scan_slip, text_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_be_made(), reason="needs root and debootstrap"),
]
NEXT_STEP = "CREATE TABLE of_the_next_version (id INTEGER PRIMARY KEY) STRICT;\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareRoot]:
    """A Debian that has nothing."""
    folder = tmp_path_factory.mktemp("bare") / "root"
    with BareRoot(folder, os.environ.get("BARE_SUITE", "bookworm")) as bare:
        yield bare
    shutil.rmtree(folder)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A screen of its own."""
    with Desktop() as desktop:
        yield desktop


class Machine:
    """A shop PC: the bare root, a screen, and the home of whoever uses the till."""

    def __init__(self, root: BareRoot, desktop: Desktop, folder: Path) -> None:
        self.root, self.desktop, self.folder = root, desktop, folder
        self.slips = folder / "slips"
        self.home = folder / "home"
        self._said = folder / "said.txt"

    def screen(self, kind: type[Screen], *words: str) -> Screen:
        """Start what was installed, as a person's desktop would."""
        names = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
        environment = {
            **{name: self.desktop.environment[name] for name in names},
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "POS_APP_HOME": str(self.home),
            "POS_APP_PRINTER": f"pdf:{self.slips}",
            "POS_APP_LANGUAGE": "en",
        }
        command = self.root.command("pos-app", *words, environment=environment)
        with self._said.open("a", encoding="utf-8") as output:
            return kind(self.desktop, command, {}, output)

    def till(self) -> TillOnScreen:
        """The till in training mode."""
        till = self.screen(TillOnScreen, "--training")
        assert isinstance(till, TillOnScreen)
        return till

    def sell(self, till: TillOnScreen) -> Path:
        """Sell a card, and give its slip."""
        before = set(self.slips.glob("*.pdf"))
        till.add("Atlaskammer", "25.00")
        till.pay()
        till.wait_for_lines("Delivered")
        wait(lambda: set(self.slips.glob("*.pdf")) - before, 20, "the slip")
        (slip,) = set(self.slips.glob("*.pdf")) - before
        till.hand_over()
        return slip

    def told(self) -> list[str]:
        """What the program said on its console and should not have."""
        return unexpected(self._said.read_text("utf-8").splitlines())


def _next_version(program: Path, folder: Path) -> Path:
    """Tomorrow's program: the same, with one more step of the database."""
    later = folder / "later" / "pos-app"
    shutil.copytree(program, later, symlinks=True)
    steps = later / "_internal" / "resources" / "migrations"
    number = len(list(steps.glob("*.sql"))) + 1
    (steps / f"{number:04d}_next.sql").write_text(NEXT_STEP, "utf-8")
    return later


def test_life_of_an_installation(root: BareRoot, desktop: Desktop, tmp_path: Path) -> None:
    """Nothing but the .deb is needed; what was sold stays through upgrade and removal."""
    machine = Machine(root, desktop, tmp_path)
    program = frozen_program().parent
    ours = packages.make_deb(program, tmp_path, "0.0.1", quick=True)
    later = packages.make_deb(_next_version(program, tmp_path), tmp_path, "99.0.0", quick=True)
    root.install(str(ours))
    assert root.run("pos-app", "--version").stdout.startswith("pos-app ")
    assert "there is no screen" in root.run("pos-app").stdout.casefold()

    till = machine.till()
    till.unlock("1111")
    slip = machine.sell(till)
    till.picture(tmp_path / "installed.png")
    assert "Atlaskammer" in text_of(slip.read_bytes())
    marks = scan_slip(slip.read_bytes(), tmp_path)
    assert any(value.startswith("https://") for kind, value in marks if kind == "QR-Code")
    _refuse_while_running(root, later)
    assert till.stop() == 0

    root.install(str(later))
    till = machine.till()
    till.unlock("1111")
    _finds_the_old_sale(till, tmp_path)
    machine.sell(till)
    assert till.stop() == 0
    data = machine.home / "data" / "training"
    assert len(list(data.glob("*.before-*"))) == 1

    _refuse_newer_data(machine, ours)
    root.install(str(later))
    _remove(root)
    assert len(list(data.glob("*.before-*"))) == 1
    assert len(list(machine.slips.glob("*.pdf"))) == 2
    assert machine.told() == []


def _refuse_while_running(root: BareRoot, deb: Path) -> None:
    """A till with a customer in front of it is not replaced."""
    for words in (["dpkg", "--install", str(deb)], ["apt-get", "remove", "-y", "pos-app"]):
        done = root.run(*words)
        assert done.returncode != 0
        assert "pos-app: The till is running. Close it, then" in done.stdout
    asked = root.run("dpkg-query", "--show", "--showformat=${Status} ${Version}", "pos-app")
    assert asked.stdout == "install ok installed 0.0.1"


def _finds_the_old_sale(till: TillOnScreen, folder: Path) -> None:
    till.window.press("Orders")
    wait(lambda: any("Handed over" in row for row in till.order_rows()), 30, "the old sale")
    till.settle()
    till.picture(folder / "upgraded.png")
    till.window.press("Sell")


def _refuse_newer_data(machine: Machine, older: Path) -> None:
    """The older program says that it can't read what a newer one wrote, and changes nothing."""
    data = machine.home / "data" / "training"
    before = {path.name for path in data.iterdir()}
    done = machine.root.run("dpkg", "--install", str(older))
    assert done.returncode == 0, done.stdout
    screen = machine.screen(Screen, "--training")
    screen.says("The database comes from a newer program.")
    screen.settle()
    screen.picture(machine.folder / "refused.png")
    screen.window.press("Quit")
    assert screen.process.wait(15) == 2
    assert {path.name for path in data.iterdir()} == before


def _remove(root: BareRoot) -> None:
    """Nothing of the program is left, and it says where the data is."""
    done = root.run("apt-get", "purge", "-y", "pos-app")
    assert done.returncode == 0, done.stdout
    assert "The shop's data was kept" in done.stdout
    for name in ("usr/lib/pos-app", "usr/bin/pos-app", "usr/share/doc/pos-app"):
        assert not (root.folder / name).exists()
    assert root.run("find", "/usr", "/etc", "-name", "*pos-app*").stdout == ""

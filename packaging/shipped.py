"""What a built program says about itself: its parts with their licences, and what made it.

    .venv/bin/python packaging/shipped.py DIR

Writes `parts.tsv` (name, version, licence), `NOTICES.txt` (all licence texts) and `build.json`.
The frozen program carries the three in `resources/licences` and shows them under About. They are
made from what is installed when the program is built; a part without a text stops the build.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
DEBIAN: Final = "Debian: "
COMMON: Final = Path("/usr/share/common-licenses")
_LOCKED: Final = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)
# In the lock for the checkout's sake; nothing of them is shipped.
_NOT_SHIPPED: Final = {"setuptools", "pycparser"}
_TEXTS: Final = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
# Where the metadata has no expression of its own, or a sentence instead of one.
_EXPRESSIONS: Final = {
    "backports-tarfile": "MIT",
    "jaraco-classes": "MIT",
    "pyside6-essentials": "LGPL-3.0-only",
    "pypdfium2": "BSD-3-Clause, Apache-2.0",
    "pywin32-ctypes": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
}
_QT: Final = {"pyside6-essentials", "shiboken6"}
_QT_NOTE: Final = """\
Qt, PySide6 and shiboken6, by The Qt Company and contributors, are used under the GNU Lesser
General Public License, version 3. They are separate shared libraries, unchanged; anybody may
replace them with their own build of the same version (folder PySide6 beside this program's
other libraries). Sources: https://download.qt.io/official_releases/ and https://code.qt.io
Parts of Qt come from others (among them ICU, PCRE2, zlib, libpng, libjpeg-turbo, FreeType,
HarfBuzz, double-conversion, md4c): https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is shipped: what it is called, its licence, and the texts that go with it."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def all_parts(beside: Iterable[Path] = ()) -> list[Part]:
    """Everything; `beside` are the shared libraries that the build takes from this computer.

    May raise:
    - SystemExit: something is shipped whose licence text can't be found.
    """
    parts = [*_own_parts(), _python(), _bootloader(), *_libraries(), *_system_libraries(beside)]
    bare = [part.name for part in parts if not any(text.strip() for text in part.texts)]
    if bare:
        sys.exit(f"no licence text was found for: {', '.join(bare)}")
    return parts


def write(folder: Path, beside: Iterable[Path] = ()) -> Path:
    """Put the three files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = all_parts(beside)
    system = [part for part in parts if part.name.startswith(DEBIAN)]
    rows = [f"{p.name}\t{p.version}\t{p.licence}\n" for p in parts if p not in system]
    if system:
        rows.append(f"Debian ({len(system)})\t\t→ NOTICES.txt\n")
    (folder / "parts.tsv").write_text("".join(rows), encoding="utf-8", newline="\n")
    (folder / "NOTICES.txt").write_text(_document(parts), encoding="utf-8", newline="\n")
    (folder / "build.json").write_text(json.dumps(build_data(), indent=1) + "\n", encoding="utf-8")
    return folder


def build_data() -> dict[str, str]:
    """From what and when the program is built, for support."""
    return {
        "version": version(),
        "commit": _commit(),
        "date": build_time().strftime("%Y-%m-%d"),
        "python": platform.python_version(),
        "qt": distribution("PySide6-Essentials").version,
        "system": f"{platform.system()} {platform.machine()}",
    }


def version() -> str:
    """The program's own version."""
    text = (ROOT / "pos_app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        sys.exit("pos_app/__init__.py names no version")
    return found[1]


def build_time() -> datetime:
    """`SOURCE_DATE_EPOCH` where a builder wants the same bytes each time, else now."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(told), UTC) if told else datetime.now(UTC)


def _commit() -> str:
    """The checkout's commit, with a plus where something was changed since."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty=+", "--exclude=*"]
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    except OSError:
        return "unknown"
    return done.stdout.strip() or "unknown"


def _own_parts() -> Iterator[Part]:
    resources = ROOT / "resources"
    yield Part("pos-app", version(), "Apache-2.0", (_read(ROOT / "NOTICE", ROOT / "LICENSE"),))
    for name, text in (
        ("Till Sans (Inter)", "OFL-Inter.txt"),
        ("Till Mono (JetBrains Mono)", "OFL-JetBrainsMono.txt"),
    ):
        yield Part(name, "", "OFL-1.1", (_read(resources / "fonts" / text),))
    yield Part("Lucide", "", "ISC AND MIT", (_read(resources / "icons" / "LICENSE-lucide.txt"),))


def _python() -> Part:
    base, two = Path(sys.base_prefix), ".".join(platform.python_version_tuple()[:2])
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        base / "LICENSE.txt",
        base / "LICENSE",
        Path(f"/usr/share/doc/python{two}/copyright"),
    )
    found = [_read(place) for place in places if place.is_file()]
    return Part("Python", platform.python_version(), "PSF-2.0", tuple(found[:1]))


def _bootloader() -> Part:
    try:
        tool = distribution("pyinstaller")
    except PackageNotFoundError:
        sys.exit("PyInstaller is not installed; run: bash packaging/test.sh --no-tests --slow")
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    return Part("PyInstaller (start program)", tool.version, licence, _texts_of(tool))


def _libraries() -> Iterator[Part]:
    """What the lock names and is installed here: other systems' parts are not."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for name in sorted(set(_LOCKED.findall(lock)) - _NOT_SHIPPED):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        texts = _texts_of(found)
        if name in _QT:
            texts = (_QT_NOTE, *_qt_texts())
        yield Part(found.metadata["Name"], found.version, _expression(name, found), texts)


def _qt_texts() -> tuple[str, ...]:
    folder = ROOT / "packaging" / "licences"
    return tuple(_read(folder / name) for name in ("LGPL-3.0.txt", "GPL-3.0.txt"))


def _expression(name: str, found: Distribution) -> str:
    if name in _EXPRESSIONS:
        return _EXPRESSIONS[name]
    # Asked before read: with the backport of importlib.metadata loaded, a missing key raises.
    fields = [key for key in ("License-Expression", "License") if key in found.metadata]
    told = next((found.metadata[key] for key in fields if found.metadata[key]), "")
    if not told:
        sys.exit(f"{name} does not say its licence; packaging/shipped.py has to")
    return str(told).strip().splitlines()[0]


def _texts_of(found: Distribution) -> tuple[str, ...]:
    files = [file for file in found.files or [] if ".dist-info" in file.parts[0]]
    # Either named like one, or in a folder named like one.
    wanted = sorted(file for file in files if _TEXTS.search("/".join(file.parts[1:])))
    return tuple(_read(Path(str(found.locate_file(file)))) for file in wanted)


def _system_libraries(paths: Iterable[Path]) -> Iterator[Part]:
    """The packages of Debian or Ubuntu that the shared libraries come from."""
    unowned, packages = [], set()
    for path in sorted(set(paths)):
        package = _package_of(path)
        if package is None:
            unowned.append(path.name)
        else:
            packages.add(package)
    if unowned:
        sys.exit(f"nobody knows where these come from: {', '.join(unowned)}")
    for package in sorted(packages):
        text = _read(Path("/usr/share/doc", package, "copyright"))
        command = ["dpkg-query", "--show", "--showformat=${Version}", package]
        asked = subprocess.run(command, check=True, capture_output=True, text=True)
        # Its text lists every file of the source; no single word would be true.
        yield Part(f"{DEBIAN}{package}", asked.stdout, "see its text", (text,))


def _package_of(path: Path) -> str | None:
    """Who owns a file; dpkg knows it by the name it had before /lib moved into /usr."""
    real = path.resolve()
    names = {str(path), str(real), str(real).removeprefix("/usr"), f"/usr{real}"}
    for name in sorted(names):
        command = ["dpkg-query", "--search", name]
        asked = subprocess.run(command, check=False, capture_output=True, text=True)
        if asked.returncode == 0:
            return asked.stdout.split(":", 1)[0].split(",")[0]
    return None


def _document(parts: list[Part]) -> str:
    """All texts one after the other, each different one once."""
    rule = "=" * 78
    pieces = ["This program is made of these parts. Their licences follow.\n\n"]
    pieces += [f"  {part.name} {part.version}: {part.licence}\n" for part in parts]
    seen: dict[str, str] = {}
    for part in parts:
        pieces.append(f"\n{rule}\n{part.name} {part.version}\n{part.licence}\n{rule}\n\n")
        for text in part.texts:
            first = seen.setdefault(text, part.name)
            again = first != part.name
            pieces.append(f"(The same text as under {first}.)\n" if again else f"{text}\n")
    whole = "".join(pieces)
    for name in sorted(set(re.findall(rf"{COMMON}/([\w.-]*\w)", whole))):
        if (COMMON / name).is_file():
            pieces.append(f"\n{rule}\n{COMMON / name}\n{rule}\n\n{_read(COMMON / name)}\n")
    return "".join(pieces)


def _read(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))

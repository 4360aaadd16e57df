"""What the frozen program's libraries ask of a Linux system: its glibc, and libraries of it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

# Libraries that are the system's own, and the packages of Debian and Ubuntu that bring them.
_PACKAGES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libXdmcp.so.6": "libxdmcp6",
    "libXext.so.6": "libxext6",
    "libbsd.so.0": "libbsd0",
    "libgcc_s.so.1": "libgcc-s1",
    "libmd.so.0": "libmd0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb.so.1": "libxcb1",
}
_GLIBC: Final = re.compile(
    r"^(ld-linux.*|lib(c|m|dl|pthread|rt|util|resolv|nsl|anl)\.so\.[0-9]+)$"
)
_VERSION: Final = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_COMPILER: Final = ("libstdc++6", "libgcc-s1")


@cache
def glibc_needed(folder: Path) -> str:
    """The oldest glibc that has every function that is called, such as `2.36`."""
    found = {
        (int(major), int(minor))
        for path in _files(folder)
        for major, minor in _VERSION.findall(_ask("-T", path))
    }
    return "{}.{}".format(*max(found))


def packages_needed(folder: Path) -> list[str]:
    """The packages whose libraries are loaded and not in the folder, with versions that matter.

    May raise:
    - SystemExit: a library is neither in the folder nor known here.
    """
    brought = {path.name for path in folder.rglob("*")}
    wanted = {name for path in _files(folder) for name in _needed(path)}
    missing = {name for name in wanted - brought if not _GLIBC.match(name)}
    if unknown := missing - _PACKAGES.keys():
        sys.exit(f"not packed, and of no known package: {', '.join(sorted(unknown))}")
    return sorted(_with_version(_PACKAGES[name]) for name in missing)


def _with_version(package: str) -> str:
    """The compiler's libraries must be at least those of the computer that built."""
    if package not in _COMPILER:
        return package
    command = ["dpkg-query", "--show", "--showformat=${Version}", package]
    version = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return f"{package} (>= {version.split('.')[0]})"


def _needed(path: Path) -> list[str]:
    return re.findall(r"^\s*NEEDED\s+(\S+)", _ask("-p", path), re.MULTILINE)


def _ask(option: str, path: Path) -> str:
    command = ["objdump", option, str(path)]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path

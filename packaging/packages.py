"""Makes what is installed on Linux out of the frozen program: a .deb and a tar archive.

    .venv/bin/python packaging/packages.py [--out DIR]

Builds the program first when it is older than its parts. Needs nothing of Debian's build tools
but dpkg-deb; where that is missing only the archive is made. Says how large everything became.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import elf
import freeze
import shipped

LINUX: Final = shipped.ROOT / "packaging" / "linux"
HOME: Final = "usr/lib/pos-app"
MAINTAINER: Final = "The pos-app developers <pos-app@localhost>"
# Fonts' settings and keyboard layouts, which are files and not libraries.
_FILES_OF: Final = ("fontconfig-config", "xkb-data")
_RECOMMENDED: Final = ("cups-client",)
_DESCRIPTION: Final = """\
till for digital gift cards
 Sells digital gift cards of many brands over the counter: orders the card at the
 provider, prints a slip with code, link and marks to scan, and always knows what to
 do with the money and the card when the network fails. English and German.
 .
 Has a training mode with a provider of its own."""


def deb_version(version: str) -> str:
    """Python writes 0.2.0rc1; Debian sorts 0.2.0~rc1 before 0.2.0."""
    for mark in ("a", "b", "rc", ".dev"):
        number, found, rest = version.partition(mark)
        if found:
            return f"{number}~{mark.strip('.')}{rest}"
    return version


def stage(program: Path, root: Path, version: str) -> None:
    """Lay the program and what goes with it out as it will lie below `/`."""
    home, share = root / HOME, root / "usr" / "share"
    shutil.copytree(program, home, symlinks=True)
    window = home / "pos-app-window"
    if window.exists():
        # Only Windows knows a difference.
        window.unlink()
        window.symlink_to("pos-app")
    values = {
        "GLIBC": elf.glibc_needed(home),
        "VERSION": version,
        "DATE": f"{shipped.build_time():%Y-%m-%d}",
        "PACKAGES": " ".join(_packages(home)),
    }
    fill = _Filler(values)
    fill(LINUX / "pos-app", root / "usr/bin/pos-app", mode=0o755)
    (root / "usr/bin/pos-app-window").symlink_to("pos-app")
    fill(LINUX / "pos-app.desktop", share / "applications/pos-app.desktop")
    manual = fill(LINUX / "pos-app.1", share / "man/man1/pos-app.1")
    _compress(manual, share / "man/man1/pos-app.1.gz")
    (share / "man/man1/pos-app-window.1.gz").symlink_to("pos-app.1.gz")
    manual.unlink()
    images = shipped.ROOT / "resources" / "images"
    for size in (32, 64, 256):
        target = share / f"icons/hicolor/{size}x{size}/apps/pos-app.png"
        _copy(images / f"app-{size}.png", target)
    _copy(images / "app.svg", share / "icons/hicolor/scalable/apps/pos-app.svg")
    _stage_documents(share / "doc" / "pos-app", fill)
    fill(LINUX / "install.sh", root / "install.sh", mode=0o755)


def _stage_documents(folder: Path, fill: _Filler) -> None:
    _copy(shipped.ROOT / "NOTICE", folder / "copyright")
    with (folder / "copyright").open("a", encoding="utf-8") as file:
        file.write(f"\nAll licence texts: /{HOME}/_internal/resources/licences/NOTICES.txt\n")
        file.write("The Apache License 2.0: /usr/share/common-licenses/Apache-2.0\n")
    _compress(shipped.ROOT / "CHANGELOG.md", folder / "changelog.gz")
    fill(LINUX / "pos-app-kiosk.desktop", folder / "examples" / "pos-app-kiosk.desktop")
    for path in sorted((shipped.ROOT / "packaging" / "rollout").iterdir()):
        mode = 0o755 if path.suffix == ".sh" else 0o644
        fill(path, folder / "examples" / path.name, mode=mode)


class _Filler:
    """Copies a text, with values in the place of `@NAME@`."""

    def __init__(self, values: dict[str, str]) -> None:
        self._values = values

    def __call__(self, source: Path, target: Path, mode: int = 0o644) -> Path:
        text = source.read_text(encoding="utf-8")
        for name, value in self._values.items():
            text = text.replace(f"@{name}@", value)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        target.chmod(mode)
        return target


def make_deb(program: Path, out: Path, version: str, *, quick: bool = False) -> Path:
    """The package for Debian and Ubuntu; `quick` makes it larger, for tests."""
    with tempfile.TemporaryDirectory(prefix="pos-app-deb-") as folder:
        root = Path(folder, "root")
        stage(program, root, version)
        (root / "install.sh").unlink()
        home = root / HOME
        control = root / "DEBIAN"
        control.mkdir()
        fill = _Filler({"GLIBC": elf.glibc_needed(home)})
        for name in ("preinst", "prerm", "postrm"):
            fill(LINUX / name, control / name, mode=0o755)
        (control / "control").write_text(_control(root, version), encoding="utf-8")
        (control / "md5sums").write_text(_sums(root, "md5"), encoding="utf-8")
        _make_readable(root)
        deb = out / f"pos-app_{deb_version(version)}_{_architecture()}.deb"
        packing = ["-Zgzip", "-z1"] if quick else ["-Zxz", "-z9"]
        command = ["dpkg-deb", "--root-owner-group", *packing, "--build"]
        subprocess.run([*command, str(root), str(deb)], check=True, stdout=subprocess.DEVNULL)
    return deb


def _control(root: Path, version: str) -> str:
    home = root / HOME
    size = sum(path.stat().st_size for path in root.rglob("*") if not path.is_symlink())
    needed = [f"libc6 (>= {elf.glibc_needed(home)})", *_packages(home)]
    lines = {
        "Package": "pos-app",
        "Version": deb_version(version),
        "Architecture": _architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size // 1024),
        "Depends": ", ".join(needed),
        "Recommends": ", ".join(_RECOMMENDED),
        "Section": "misc",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def _packages(home: Path) -> list[str]:
    """What has to be installed beside libc."""
    return sorted({*elf.packages_needed(home), *_FILES_OF})


def _architecture() -> str:
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def make_tar(program: Path, out: Path, version: str, *, quick: bool = False) -> Path:
    """The archive with its install script, for every other Linux."""
    name = f"pos-app-{version}-linux-{shipped.build_data()['system'].split()[1]}"
    with tempfile.TemporaryDirectory(prefix="pos-app-tar-") as folder:
        root = Path(folder, name)
        stage(program, root, version)
        _make_readable(root)
        archive = out / f"{name}.tar.xz"
        with tarfile.open(archive, "w:xz", preset=1 if quick else 9) as file:
            file.add(root, name, filter=_as_root)
    return archive


def _as_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def write_sums(files: Iterable[Path], out: Path) -> Path:
    """SHA256SUMS beside the files, for `sha256sum --check`."""
    lines = [f"{_sum_of(path, 'sha256')}  {path.name}\n" for path in sorted(files)]
    target = out / "SHA256SUMS"
    target.write_text("".join(lines), encoding="utf-8")
    return target


def _sums(root: Path, kind: str) -> str:
    files = [p for p in sorted(root.rglob("*")) if p.is_file() and not p.is_symlink()]
    named = [(path, path.relative_to(root)) for path in files]
    return "".join(
        f"{_sum_of(path, kind)}  {name}\n" for path, name in named if name.parts[0] != "DEBIAN"
    )


def _sum_of(path: Path, kind: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, kind).hexdigest()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _compress(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def _make_readable(root: Path) -> None:
    """Everybody may read and run what root installs, whatever the builder's umask is."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)


def main() -> None:
    """Build what is missing, then the packages, their sums and a table."""
    parser = argparse.ArgumentParser(description="Build the Linux packages.", allow_abbrev=False)
    parser.add_argument("--out", type=Path, default=shipped.ROOT / "dist")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    program = freeze.program_in(shipped.ROOT / "dist")
    if not freeze.is_fresh(program):
        program = freeze.build(shipped.ROOT / "dist")
    makers = [make_tar]
    if shutil.which("dpkg-deb"):
        makers.append(make_deb)
    else:
        print("dpkg-deb is not here; no .deb is made", file=sys.stderr)
    made = []
    for make in makers:
        start = time.monotonic()
        path = make(program.parent, out, shipped.version())
        made.append(path)
        took = time.monotonic() - start
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB in {took:.0f} s")
    print(write_sums(made, out))


if __name__ == "__main__":
    main()

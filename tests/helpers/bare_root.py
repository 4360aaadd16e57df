"""A Debian that has nothing: made with debootstrap, entered with chroot.

All mounts live in a namespace of their own, so that nothing stays mounted whatever happens.
/tmp is this computer's own: the screen's and the buses' sockets are there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Self

_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_LENT = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
_MOUNT = """
set -e
mount -t proc proc "$0/proc"
mount -t sysfs -o ro sys "$0/sys"
mount --rbind /dev "$0/dev"
mount --bind /tmp "$0/tmp"
echo ready
exec cat
"""


def can_be_made() -> bool:
    """Whether this computer can: root, and the tools."""
    return os.geteuid() == 0 and all(map(shutil.which, ("debootstrap", "unshare", "nsenter")))


class BareRoot:
    """The root; commands run inside, with their process numbers seen from outside.

    Use as a context manager; the folder may be removed afterwards.
    """

    def __init__(self, folder: Path, suite: str = "bookworm") -> None:
        self.folder = folder
        mirror = [os.environ["APT_MIRROR"]] if "APT_MIRROR" in os.environ else []
        self._run_outside("debootstrap", "--variant=minbase", suite, str(folder), *mirror)
        shutil.copyfile("/etc/resolv.conf", folder / "etc/resolv.conf")
        for path in [Path("/etc/apt/apt.conf"), *Path("/etc/apt/apt.conf.d").glob("*proxy*")]:
            if path.is_file():
                shutil.copyfile(path, folder / path.relative_to("/"))
        (folder / "etc/hosts").write_text("127.0.0.1 localhost\n::1 localhost\n")
        command = ["unshare", "--mount", "--propagation", "private", "sh", "-c", _MOUNT]
        self._holder = subprocess.Popen(
            [*command, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._holder.stdout is not None
        assert self._holder.stdout.readline() == "ready\n"

    def __enter__(self) -> Self:
        """The mounted root."""
        return self

    def __exit__(self, *_: object) -> None:
        """Everything is unmounted with the last process of its namespace."""
        for stream in (self._holder.stdin, self._holder.stdout):
            assert stream is not None
            stream.close()
        self._holder.wait(30)

    def command(self, *words: str, environment: dict[str, str] | None = None) -> list[str]:
        """The command that runs these words inside; it keeps its process number."""
        enter = ["nsenter", f"--target={self._holder.pid}", "--mount", "chroot", str(self.folder)]
        lent = [f"{name}={os.environ[name]}" for name in _LENT if name in os.environ]
        told = [f"{name}={value}" for name, value in (environment or {}).items()]
        settings = [_PATH, "HOME=/root", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
        return [*enter, "/usr/bin/env", "-i", *settings, *lent, *told, *words]

    def run(
        self, *words: str, environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run to the end; what both streams said is in `stdout`."""
        return subprocess.run(
            self.command(*words, environment=environment),
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=600,
        )

    def install(self, *packages: str) -> str:
        """Install packages or .deb files with what they need; what apt said."""
        self.run("apt-get", "update", "-qq")
        words: Sequence[str] = ("apt-get", "install", "-y", "--no-install-recommends")
        done = self.run(*words, *packages)
        assert done.returncode == 0, done.stdout
        return done.stdout

    @staticmethod
    def _run_outside(*command: str) -> None:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

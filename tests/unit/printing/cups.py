"""A CUPS server of our own: own folders, own port, no system service, gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FILES = """
ServerRoot {root}/etc
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
AccessLog {root}/log/access_log
ErrorLog {root}/log/error_log
PageLog {root}/log/page_log
SystemGroup root
"""
_DAEMON = """
Listen 127.0.0.1:{port}
Browsing No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_READY_S = 20.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert isinstance(port, int)
    return port


def command(*words: str) -> str:
    """Run a command of CUPS against the server that `CUPS_SERVER` names."""
    done = subprocess.run(words, capture_output=True, check=False, timeout=20)
    return done.stdout.decode() + done.stderr.decode()


@contextmanager
def cups_server() -> Iterator[str]:
    """A running server; yields its address for `CUPS_SERVER`."""
    root = Path(tempfile.mkdtemp(prefix="cups-"))
    root.chmod(0o755)  # its helpers run as the user lp
    for name in ("etc", "spool/tmp", "cache", "state", "log"):
        (root / name).mkdir(parents=True)
    port = free_port()
    (root / "etc/cups-files.conf").write_text(_FILES.format(root=root))
    (root / "etc/cupsd.conf").write_text(_DAEMON.format(port=port))
    files, daemon = root / "etc/cups-files.conf", root / "etc/cupsd.conf"
    server = subprocess.Popen(
        ["/usr/sbin/cupsd", "-f", "-c", str(daemon), "-s", str(files)],
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"127.0.0.1:{port}"
        _wait_until_ready(address)
        yield address
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(root)


def _wait_until_ready(address: str) -> None:
    until = time.monotonic() + _READY_S
    environment = {**os.environ, "CUPS_SERVER": address, "LC_ALL": "C"}
    while True:
        asked = subprocess.run(
            ["lpstat", "-r"], env=environment, capture_output=True, check=False, timeout=20
        )
        if b"is running" in asked.stdout:
            return
        assert time.monotonic() < until, "cupsd did not start"
        time.sleep(0.05)


@contextmanager
def paper_tray() -> Iterator[tuple[int, list[bytes]]]:
    """A network printer without an opinion: its port, and all it was sent, job by job."""
    jobs: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    line, _ = listener.accept()
                except OSError:
                    return
                with line, line.makefile("rb") as sent:
                    jobs.append(sent.read())

        thread = threading.Thread(target=serve, name="paper tray")
        thread.start()
        try:
            yield listener.getsockname()[1], jobs
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(20)

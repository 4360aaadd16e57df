"""`system:NAME`: a queue of the operating system.

Linux and macOS: CUPS by its own commands, which keep vectors and need no binding. The slip goes
through a pipe, so no file with a code on it is left anywhere. A queue that is stopped or refuses
jobs is offline before the job is sent; a job that does not leave in time is cancelled, because a
slip that comes out by itself minutes later is a second copy nobody counts.

Windows: the program registered for PDF prints (`PrintTo`), by PowerShell. Not tried on a real
Windows; the text of the README says so.
"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from pos_app.domain.errors import PrinterError
from pos_app.domain.slip import Paper, SlipDocument
from pos_app.printing.pdf_folder import file_name

_COMMAND_S: Final = 15.0
_JOB_S: Final = 45.0
_LOOK_EVERY_S: Final = 0.2
_REQUEST: Final = re.compile(r"request id is (\S+)")
_WINDOWS: Final = sys.platform == "win32"


class SystemPrinter:
    """Prints to one named queue, on paper sized to the slip, without scaling."""

    def __init__(self, name: str, paper: Paper = Paper.ROLL_80, *, job_s: float = _JOB_S) -> None:
        """Remember the queue; `job_s` is how long a job may take to leave it."""
        self._name = name
        self._paper = paper
        self._job_s = job_s

    @property
    def name(self) -> str:
        """The queue's name."""
        return self._name

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Render, hand over and wait until the job has left the queue, in a worker thread.

        May raise:
        - PrinterError: `unknown_printer`, `offline`, `permission`, `failed`.
        """
        await asyncio.to_thread(self._print, document, name)

    def _print(self, document: SlipDocument, name: str) -> None:
        from pos_app.printing.pdf import render

        rendered = render(document, self._paper)
        if _WINDOWS:
            _print_on_windows(self._name, rendered.content, file_name(name))
            return
        self._check_queue()
        options = (
            ["-o", "media=A4"]
            if self._paper is Paper.A4
            else ["-o", f"media=Custom.{rendered.width_mm:.0f}x{rendered.height_mm:.0f}mm"]
        )
        command = ["lp", "-d", self._name, "-t", file_name(name), *options]
        answer = _run([*command, "-o", "print-scaling=none"], self._name, rendered.content)
        job = _REQUEST.search(answer)
        if job is None:
            raise PrinterError("failed", target=self._name)
        self._wait(job[1])

    def _check_queue(self) -> None:
        """Find out before sending what would keep the job in the queue."""
        if "not running" in _run(["lpstat", "-r"], self._name):
            raise PrinterError("offline", target=self._name)
        state = _run(["lpstat", "-p", self._name, "-a", self._name], self._name)
        if " disabled since " in state or " not accepting requests " in state:
            raise PrinterError("offline", target=self._name)

    def _wait(self, job: str) -> None:
        """Wait until the job has left; one that stays is cancelled."""
        until = time.monotonic() + self._job_s
        while _is_queued(job, self._name):
            if time.monotonic() > until:
                self._cancel(job)
                return
            time.sleep(_LOOK_EVERY_S)

    def _cancel(self, job: str) -> None:
        """Take a job back; one that got through in the last moment was printed."""
        try:
            _run(["cancel", job], self._name)
        except PrinterError:
            if not _is_queued(job, self._name):
                return
            raise
        raise PrinterError("offline", target=self._name)


async def list_printers() -> list[str]:
    """The queues of this computer, by name; empty where there is no printing system.

    May raise:
    - PrinterError: `failed` when the printing system does not answer in time.
    """
    return await asyncio.to_thread(_list)


def _list() -> list[str]:
    if _WINDOWS:
        command = "Get-Printer | Select-Object -ExpandProperty Name"
        return sorted(_run(["powershell", "-NoProfile", "-Command", command], "").split("\n"))
    try:
        answer = _run(["lpstat", "-e"], "")
    except PrinterError as error:
        if error.code in ("unknown_printer", "no_print_system", "offline"):
            return []
        raise
    return sorted(line for line in answer.split("\n") if line)


def _is_queued(job: str, target: str) -> bool:
    answer = _run(["lpstat", "-W", "not-completed", "-o", target], target)
    return any(line.split(" ", 1)[0] == job for line in answer.split("\n"))


def _run(command: list[str], target: str, content: bytes = b"") -> str:
    """One short command; its fault becomes a word (texts of CUPS in English, `LC_ALL=C`)."""
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            check=False,
            timeout=_COMMAND_S,
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        raise PrinterError("no_print_system", target=target) from error
    except subprocess.TimeoutExpired as error:
        raise PrinterError("offline", target=target) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")
        raise PrinterError(_reason(said), target=target)
    return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").strip()


_REASONS: Final = (
    ("invalid destination", "unknown_printer"),
    ("does not exist", "unknown_printer"),
    ("unknown printer", "unknown_printer"),
    ("no destinations added", "unknown_printer"),
    ("forbidden", "permission"),
    ("not authorized", "permission"),
    ("unauthorized", "permission"),
    ("not accepting", "offline"),
    ("scheduler is not running", "offline"),
    ("unable to connect", "offline"),
    ("connection refused", "offline"),
    ("no such file or directory", "offline"),
    ("bad file descriptor", "offline"),
)


def _reason(said: str) -> str:
    lowered = said.lower()
    return next((code for words, code in _REASONS if words in lowered), "failed")


def _print_on_windows(queue: str, content: bytes, name: str) -> None:
    """Let the program registered for PDF print a private file, then remove it."""
    with tempfile.TemporaryDirectory(prefix="slip-") as folder:
        path = Path(folder, f"{name}.pdf")
        path.write_bytes(content)
        script = (
            "Start-Process -FilePath $env:SLIP_FILE -Verb PrintTo "
            "-ArgumentList ('\"' + $env:SLIP_QUEUE + '\"') -WindowStyle Hidden -Wait"
        )
        environment = {**os.environ, "SLIP_FILE": str(path), "SLIP_QUEUE": queue}
        try:
            subprocess.run(
                ["powershell", "-NoProfile", "-Command", script],
                check=True,
                capture_output=True,
                timeout=_JOB_S,
                env=environment,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise PrinterError("failed", target=queue) from error

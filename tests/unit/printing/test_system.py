"""The operating system's queue: how CUPS says things, and (slow) a real CUPS."""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.domain.errors import PrinterError
from pos_app.domain.slip import Paper
from pos_app.printing.pdf import render_pdf
from pos_app.printing.system import SystemPrinter, list_printers
from tests.unit.printing.cups import command, cups_server, free_port, paper_tray
from tests.unit.printing.samples import HEAVY, LIGHT, card_slip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="CUPS is for Linux and macOS")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose programs stand in for those of CUPS."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return folder


def _tool(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


async def _code_of_print(printer: SystemPrinter) -> str:
    with pytest.raises(PrinterError) as caught:
        await printer.print_document(card_slip(LIGHT), "T1-000042-2")
    return caught.value.code


async def test_a_job_by_pipe(tools: Path, tmp_path: Path) -> None:
    """The whole PDF through a pipe, sized to the slip, never scaled, named without a code."""
    _tool(tools, "lpstat", "exit 0")
    _tool(
        tools, "lp", f'echo "$@" >{tmp_path}/words; cat >{tmp_path}/job; echo "request id is b-7"'
    )
    await SystemPrinter("Bon").print_document(card_slip(LIGHT), "T1-000042-2")
    assert (tmp_path / "job").read_bytes() == render_pdf(card_slip(LIGHT))
    words = (tmp_path / "words").read_text().strip()
    assert words == "-d Bon -t T1-000042-2 -o media=Custom.80x163mm -o print-scaling=none"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('lpstat: Invalid destination name in list "Bon".', "unknown_printer"),
        ("lp: The printer or class does not exist.", "unknown_printer"),
        ("lp: Forbidden", "permission"),
        ("lpstat: Scheduler is not running.", "offline"),
        ("lp: Unable to connect to server", "offline"),
        ("lp: something nobody has seen", "failed"),
    ],
)
async def test_faults_become_words(tools: Path, said: str, code: str) -> None:
    """Each complaint of CUPS is one of our words."""
    _tool(tools, "lpstat", f"echo '{said}' >&2; exit 1")
    assert await _code_of_print(SystemPrinter("Bon")) == code


@pytest.mark.parametrize(
    "state",
    [
        "printer Bon disabled since Mon 09 Nov 2026 -",
        "Bon not accepting requests since Mon 09 Nov 2026 -",
    ],
)
async def test_a_stopped_queue_gets_no_job(tools: Path, tmp_path: Path, state: str) -> None:
    """A job in a stopped queue would come out by itself later: it is not sent."""
    _tool(tools, "lpstat", f"echo '{state}'")
    _tool(tools, "lp", f"touch {tmp_path}/sent")
    assert await _code_of_print(SystemPrinter("Bon")) == "offline"
    assert not (tmp_path / "sent").exists()


async def test_a_job_that_stays_is_cancelled(tools: Path, tmp_path: Path) -> None:
    """Nothing comes out minutes later."""
    _tool(tools, "lpstat", 'case "$*" in *-o*) echo "Bon-7 root 1024 Mon";; esac')
    _tool(tools, "lp", 'cat >/dev/null; echo "request id is Bon-7 (1 file(s))"')
    _tool(tools, "cancel", f'echo "$@" >{tmp_path}/cancelled')
    assert await _code_of_print(SystemPrinter("Bon", job_s=0.1)) == "offline"
    assert (tmp_path / "cancelled").read_text() == "Bon-7\n"


@pytest.mark.parametrize(("still_there", "printed"), [(False, True), (True, False)])
async def test_a_job_that_cannot_be_cancelled(
    tools: Path, tmp_path: Path, *, still_there: bool, printed: bool
) -> None:
    """A job that left while it was being cancelled was printed; one that stays was not."""
    gone = f"test -e {tmp_path}/tried && exit 0;" if not still_there else ""
    _tool(tools, "lpstat", f'case "$*" in *-o*) {gone} echo "Bon-7 root 1024 Mon";; esac')
    _tool(tools, "lp", 'cat >/dev/null; echo "request id is Bon-7 (1 file(s))"')
    _tool(tools, "cancel", f"touch {tmp_path}/tried; echo 'cannot cancel' >&2; exit 1")
    printer = SystemPrinter("Bon", job_s=0.1)
    if printed:
        await printer.print_document(card_slip(LIGHT), "T1-000042-2")
    else:
        assert await _code_of_print(printer) == "failed"


async def test_an_answer_without_a_job(tools: Path) -> None:
    """Without a job number nobody knows what became of it: failed."""
    _tool(tools, "lpstat", "exit 0")
    _tool(tools, "lp", "cat >/dev/null; echo hello")
    assert await _code_of_print(SystemPrinter("Bon")) == "failed"


async def test_no_printing_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without CUPS there are no printers, and printing says so."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert await list_printers() == []
    assert await _code_of_print(SystemPrinter("Bon")) == "no_print_system"


async def test_printers_by_name(tools: Path) -> None:
    """The queues, sorted."""
    _tool(tools, "lpstat", 'test "$*" = -e && printf "Laser\\nBon\\n"')
    assert await list_printers() == ["Bon", "Laser"]


@pytest.fixture
def powershell(tools: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The way of Windows, with a program that stands in for PowerShell."""
    monkeypatch.setattr("pos_app.printing.system._WINDOWS", True)
    return tools


async def test_the_way_of_windows(powershell: Path, tmp_path: Path) -> None:
    """The registered program gets a private file and the queue's name; the file is gone after."""
    _tool(
        powershell,
        "powershell",
        f'cp "$SLIP_FILE" {tmp_path}/job; echo "$SLIP_FILE|$SLIP_QUEUE" >{tmp_path}/words',
    )
    await SystemPrinter("Bon 1").print_document(card_slip(LIGHT), "T1-000042-2")
    assert (tmp_path / "job").read_bytes() == render_pdf(card_slip(LIGHT))
    file, queue = (tmp_path / "words").read_text().strip().split("|")
    assert queue == "Bon 1"
    assert Path(file).name == "T1-000042-2.pdf"
    assert not Path(file).parent.exists()


async def test_the_way_of_windows_fails(powershell: Path) -> None:
    """No program for PDF, or no PowerShell: failed, and no file is left."""
    _tool(powershell, "powershell", "exit 1")
    assert await _code_of_print(SystemPrinter("Bon")) == "failed"


async def test_printers_of_windows(powershell: Path) -> None:
    """Names by line, with the line ends of Windows."""
    _tool(powershell, "powershell", 'printf "Laser\\r\\nBon 1\\r\\n"')
    assert await list_printers() == ["Bon 1", "Laser"]


async def test_a_printing_system_that_hangs(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that does not come back is stopped; nobody waits for ever."""
    monkeypatch.setattr("pos_app.printing.system._COMMAND_S", 0.1)
    _tool(tools, "lpstat", "exec sleep 30")
    assert await _code_of_print(SystemPrinter("Bon")) == "offline"


async def test_listing_never_holds_the_window(tools: Path) -> None:
    """While the printing system thinks for a second, the loop goes on turning."""
    _tool(tools, "lpstat", "sleep 1; echo Bon")
    turns: list[float] = []

    async def turn() -> None:
        while True:
            turns.append(time.monotonic())
            await asyncio.sleep(0.005)

    turning = asyncio.create_task(turn())
    began = time.monotonic()
    assert await list_printers() == ["Bon"]
    turning.cancel()
    assert time.monotonic() - began >= 1
    gaps = [later - sooner for sooner, later in itertools.pairwise(turns)]
    assert max(gaps) < 0.5


async def test_listing_may_fail(tools: Path) -> None:
    """A complaint nobody knows is not the same as having no printers."""
    _tool(tools, "lpstat", "echo broken >&2; exit 1")
    with pytest.raises(PrinterError) as caught:
        await list_printers()
    assert caught.value.code == "failed"


@pytest.fixture(scope="module")
def cups() -> Iterator[None]:
    """A real CUPS for this module's slow tests."""
    with cups_server() as address:
        before = os.environ.get("CUPS_SERVER")
        os.environ["CUPS_SERVER"] = address
        yield
        if before is None:
            del os.environ["CUPS_SERVER"]
        else:
            os.environ["CUPS_SERVER"] = before


def _add_queue(name: str, port: int) -> None:
    command("lpadmin", "-p", name, "-E", "-v", f"socket://127.0.0.1:{port}", "-m", "raw")


@pytest.mark.slow
@pytest.mark.usefixtures("cups")
@pytest.mark.parametrize("paper", Paper)
async def test_real_cups_prints_the_slip(paper: Paper) -> None:
    """What the printer receives is the slip, byte for byte, once."""
    slip = card_slip(HEAVY)
    with paper_tray() as (port, jobs):
        _add_queue("Bon", port)
        assert "Bon" in await list_printers()
        await SystemPrinter("Bon", paper).print_document(slip, slip.name)
    assert jobs == [render_pdf(slip, paper)]


@pytest.mark.slow
@pytest.mark.usefixtures("cups")
async def test_real_cups_printer_switched_off() -> None:
    """A printer nobody answers for is offline, and its job is gone from the queue."""
    _add_queue("Off", free_port())
    assert await _code_of_print(SystemPrinter("Off", job_s=2)) == "offline"
    assert command("lpstat", "-W", "not-completed", "-o", "Off") == ""


@pytest.mark.slow
@pytest.mark.usefixtures("cups")
async def test_real_cups_queue_stopped() -> None:
    """A stopped queue and one that rejects jobs are offline before anything is sent."""
    _add_queue("Stopped", free_port())
    command("cupsdisable", "Stopped")
    assert await _code_of_print(SystemPrinter("Stopped")) == "offline"
    command("cupsenable", "Stopped")
    command("cupsreject", "Stopped")
    assert await _code_of_print(SystemPrinter("Stopped")) == "offline"


@pytest.mark.slow
@pytest.mark.usefixtures("cups")
async def test_real_cups_knows_no_such_queue() -> None:
    """A queue that was removed is an unknown printer."""
    assert await _code_of_print(SystemPrinter("Nowhere")) == "unknown_printer"


@pytest.mark.slow
async def test_real_cups_not_running(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its server printing is offline, and there are no printers."""
    monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{free_port()}")
    assert await _code_of_print(SystemPrinter("Bon")) == "offline"
    assert await list_printers() == []

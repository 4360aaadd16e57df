"""Which printer, and slips in a folder."""

from __future__ import annotations

import asyncio
import errno
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.errors import PrinterError, SettingsError
from pos_app.domain.money import Language
from pos_app.domain.slip import Paper
from pos_app.files import write_private
from pos_app.printing.choice import PrinterChoice, PrinterKind, parse_printer
from pos_app.printing.pdf import render_pdf
from pos_app.printing.pdf_folder import PdfFolderPrinter, _reason, file_name
from pos_app.printing.printers import open_printer
from tests.unit.printing.samples import LIGHT, card_slip, documents


@pytest.mark.parametrize(
    ("spec", "choice"),
    [
        ("pdf:/slips", PrinterChoice(PrinterKind.PDF, "/slips")),
        ("pdf:C:\\slips", PrinterChoice(PrinterKind.PDF, "C:\\slips")),
        (" system:Bon Kasse 1 ", PrinterChoice(PrinterKind.SYSTEM, "Bon Kasse 1")),
        ("escpos:tcp://10.0.0.9:9100", PrinterChoice(PrinterKind.ESCPOS, "10.0.0.9", 9100)),
        ("escpos:tcp://bon.local", PrinterChoice(PrinterKind.ESCPOS, "bon.local", 9100)),
        ("escpos:tcp://[fe80::1]:9101", PrinterChoice(PrinterKind.ESCPOS, "fe80::1", 9101)),
    ],
)
def test_printers_by_text(spec: str, choice: PrinterChoice) -> None:
    """Settings and environment name a printer, and the text comes back the same."""
    assert parse_printer(spec) == choice
    assert parse_printer(str(choice)) == choice


@pytest.mark.parametrize(
    "spec",
    [
        "",
        "pdf",
        "pdf:",
        "pdf: ",
        "pdf:/a\0b",
        "laser:/x",
        "/slips",
        "escpos:10.0.0.9:9100",
        "escpos:tcp://",
        "escpos:tcp://:9100",
        "escpos:tcp://host:0",
        "escpos:tcp://host:70000",
        "escpos:tcp://host:x",
        "escpos:tcp://a@host:9100",
        "escpos:tcp://host/x:9100",
    ],
)
def test_bad_printers_are_refused(spec: str) -> None:
    """One clear error for whatever is no printer."""
    with pytest.raises(SettingsError) as caught:
        parse_printer(spec)
    assert caught.value.code == "bad_printer"


@pytest.mark.parametrize("spec", ["pdf:/slips", "system:Bon", "escpos:tcp://10.0.0.9:9100"])
def test_opening_touches_nothing(spec: str) -> None:
    """An adapter is made without looking for its printer."""
    assert open_printer(parse_printer(spec), Paper.ROLL_58).name in spec


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


async def test_a_slip_in_a_folder(tmp_path: Path) -> None:
    """The whole PDF under its name, for its owner only, nothing else in the folder."""
    slip = card_slip(LIGHT)
    folder = tmp_path / "new" / "slips"
    await PdfFolderPrinter(folder).print_document(slip, slip.name)
    (written,) = folder.iterdir()
    assert written.name == "T1-000042-2.pdf"
    assert written.read_bytes() == render_pdf(slip)
    if sys.platform != "win32":
        assert stat.S_IMODE(written.stat().st_mode) == 0o600


async def test_slips_at_once_do_not_mix(tmp_path: Path) -> None:
    """Four lines of a sale print together, each into its own file."""
    slips = documents(Language.EN)
    printer = PdfFolderPrinter(tmp_path)
    async with asyncio.TaskGroup() as group:
        for name, slip in slips.items():
            group.create_task(printer.print_document(slip, name))
    expected = {f"{name}.pdf": render_pdf(slip) for name, slip in slips.items()}
    assert _files(tmp_path) == expected


async def test_printing_again_replaces(tmp_path: Path) -> None:
    """A repeated job leaves one file, never half of one."""
    (tmp_path / "T1-000042-2.pdf").write_bytes(b"old")
    slip = card_slip(LIGHT)
    await PdfFolderPrinter(tmp_path).print_document(slip, slip.name)
    assert _files(tmp_path) == {"T1-000042-2.pdf": render_pdf(slip)}


async def test_a_file_in_the_way(tmp_path: Path) -> None:
    """A folder that cannot be one is said to be an unknown printer."""
    (tmp_path / "slips").write_text("not a folder")
    with pytest.raises(PrinterError) as caught:
        await PdfFolderPrinter(tmp_path / "slips").print_document(card_slip(LIGHT), "x")
    assert caught.value.code == "unknown_printer"


@pytest.mark.skipif(sys.platform != "linux", reason="a folder nobody may write to")
async def test_no_permission() -> None:
    """A folder that may not be written is said in a word."""
    with pytest.raises(PrinterError) as caught:
        await PdfFolderPrinter(Path("/sys/slips")).print_document(card_slip(LIGHT), "x")
    assert caught.value.code == "permission"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EACCES, "permission"),
        (errno.EROFS, "permission"),
        (errno.ENOTDIR, "unknown_printer"),
        (errno.EIO, "failed"),
    ],
)
def test_faults_of_a_folder(number: int, code: str) -> None:
    """Each fault of the disk has one word."""
    assert _reason(OSError(number, "x")) == code


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    """When the last step fails, the part already written is removed."""
    (tmp_path / "slip.pdf").mkdir()
    with pytest.raises(OSError, match="slip"):
        write_private(tmp_path / "slip.pdf", b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["slip.pdf"]


@given(st.text())
def test_names_are_plain_files(name: str) -> None:
    """No name leaves its folder, hides, or breaks a file system."""
    safe = file_name(name)
    assert safe
    assert Path(safe).name == safe
    assert not safe.startswith(".")
    assert safe.isascii()
    assert len(safe) <= 120


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("T1-000042-2-copy-1", "T1-000042-2-copy-1"),
        ("../../etc/passwd", "etc_passwd"),
        ("Käse", "K_se"),
        ("", "slip"),
    ],
)
def test_safe_names(name: str, safe: str) -> None:
    """Our own names stay, everything else becomes harmless."""
    assert file_name(name) == safe


def test_the_first_window_does_not_wait_for_slips() -> None:
    """Choosing a printer imports neither reportlab nor segno nor Pillow."""
    script = (
        "import sys; import pos_app.printing.printers; "
        "print([m for m in ('reportlab', 'segno', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert done.stdout.decode().strip() == "[]"


def test_warming_up_loads_what_draws() -> None:
    """Afterwards nothing of it is left to be loaded; nothing is printed or written."""
    script = (
        "import sys\n"
        "from pos_app.printing.printers import warm_up\n"
        "assert 'reportlab' not in sys.modules\n"
        "warm_up()\n"
        "from tests.unit.printing.samples import HEAVY, card_slip\n"
        "from pos_app.printing.pdf import render_pdf\n"
        "from pos_app.printing.raster import render_raster\n"
        "loaded = set(sys.modules)\n"
        "render_pdf(card_slip(HEAVY)), render_raster(card_slip(HEAVY))\n"
        "print(sorted(set(sys.modules) - loaded))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"

"""Brand pictures: what is accepted, what is kept, and how long it is fetched."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from pos_app.ui.images import MOST_BYTES, Pictures, decode, trim
from pos_app.ui.tasks import UiTasks
from tests.helpers.waiting import until

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="32" height="20"><rect height="9"/>'


def png(width: int = 8, height: int = 6) -> bytes:
    """A small picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())


class FakeSource:
    """Pictures by address; counts how often it was asked."""

    def __init__(self, folder: Path | None, **answers: bytes | None) -> None:
        self.folder = folder
        self.answers = answers
        self.asked: list[str] = []

    async def fetch(self, url: str, *, most_bytes: int) -> bytes | None:
        """The bytes of an address by its last part."""
        assert most_bytes == MOST_BYTES
        self.asked.append(url)
        await asyncio.sleep(0)
        return self.answers.get(url.rpartition("/")[2])


@pytest.mark.usefixtures("qapp")
def test_pictures_and_drawings_are_read() -> None:
    """PNG as it is; SVG drawn as large as a tile needs it."""
    small = decode(png())
    assert small is not None
    assert small.size().toTuple() == (8, 6)
    drawn = decode(SVG + b"</svg>")
    assert drawn is not None
    assert drawn.height() == 240
    large = decode(png(2000, 500))
    assert large is not None
    assert large.width() == 480


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"<html><script>alert(1)</script></html>",
        png()[:40],
        SVG + b'<image href="file:///etc/passwd"/></svg>',
        SVG + b'<use xlink:href="#a"/></svg>',
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>' + SVG + b"</svg>",
        b"\x89PNG" + b"0" * MOST_BYTES,
    ],
)
@pytest.mark.usefixtures("qapp")
def test_anything_else_is_refused(data: bytes) -> None:
    """Links, entities, fragments and what is too long are no pictures."""
    assert decode(data) is None


@pytest.mark.usefixtures("qapp")
def test_huge_pictures_are_refused_before_they_are_unpacked() -> None:
    """A few bytes can claim to be as large as a house."""
    assert decode(png(5000, 1)) is None


@pytest.mark.usefixtures("qloop")
async def test_a_picture_is_fetched_once_and_kept(tmp_path: Path) -> None:
    """The first look starts it, the next one has it, and the next program finds it on disk."""
    source, tasks = FakeSource(tmp_path / "pictures", a=png()), UiTasks()
    pictures = Pictures(source, tasks)
    arrivals: list[bool] = []
    pictures.arrived.connect(lambda: arrivals.append(True))
    assert pictures.get("https://x.test/a") is None
    assert pictures.get("https://x.test/a") is None
    await until(lambda: arrivals)
    found = pictures.get("https://x.test/a")
    assert found is not None
    assert found.width() == 8
    assert source.asked == ["https://x.test/a"]
    again = Pictures(source, tasks)
    assert again.get("https://x.test/a") is None
    await until(lambda: again.get("https://x.test/a") is not None)
    assert source.asked == ["https://x.test/a"]
    await tasks.close()


@pytest.mark.usefixtures("qloop")
async def test_what_can_not_be_had_is_asked_for_once(tmp_path: Path) -> None:
    """No picture, no complaint, no hammering; plain http beyond this computer is never asked."""
    source, tasks = FakeSource(tmp_path, bad=b"nonsense"), UiTasks()
    pictures = Pictures(source, tasks)
    assert pictures.get("http://x.test/a") is None
    assert pictures.get("https://x.test/gone") is None
    assert pictures.get("https://x.test/bad") is None
    await until(lambda: len(source.asked) == 2 and not tasks.names())
    assert pictures.get("https://x.test/gone") is None
    assert pictures.get("https://x.test/bad") is None
    await until(lambda: not tasks.names())
    assert sorted(source.asked) == ["https://x.test/bad", "https://x.test/gone"]
    await tasks.close()


@pytest.mark.usefixtures("qloop")
async def test_without_a_source_nothing_happens() -> None:
    """Tiles draw their own pictures."""
    tasks = UiTasks()
    assert Pictures(None, tasks).get("https://x.test/a") is None
    assert not tasks.names()
    await tasks.close()


@pytest.mark.usefixtures("qloop")
async def test_a_disk_that_takes_nothing_does_no_harm(tmp_path: Path) -> None:
    """The picture is shown all the same."""
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    tasks = UiTasks()
    pictures = Pictures(FakeSource(blocked, a=png()), tasks)
    pictures.get("https://x.test/a")
    await until(lambda: pictures.get("https://x.test/a") is not None)
    await tasks.close()


def test_the_oldest_pictures_make_room(tmp_path: Path) -> None:
    """The folder stays below its size; the newest stay."""
    for age in range(4):
        path = tmp_path / str(age)
        path.write_bytes(b"x" * 100)
        os.utime(path, (1000 - age, 1000 - age))
    trim(tmp_path, 250)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1"]
    trim(tmp_path / "absent", 1)

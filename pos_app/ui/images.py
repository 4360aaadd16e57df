"""Brand pictures: loaded beside the work, checked, scaled down, kept on disk and in memory.

Nothing from outside is trusted: only https (or http on this computer), at most 512 KiB, only
picture formats that can't hold programs or links, at most 4,096 pixels a side (R8). A picture
that can't be had is simply absent: the tile draws its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
from collections import OrderedDict, deque
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from pos_app.domain.address import is_allowed_link
from pos_app.ports import PictureSource
from pos_app.ui.tasks import UiTasks

MOST_BYTES: Final = 512 * 1024
_MOST_SIDE: Final = 4096
_MOST_KEPT: Final = 400  # pixmaps in memory, about 15 screens of tiles
_MOST_WAITING: Final = 120  # what was scrolled past long ago is no longer wanted
_MOST_ON_DISK: Final = 64 * 1024 * 1024
_AT_ONCE: Final = 4
_SHOWN: Final = QSize(480, 240)
_RASTER: Final = (b"png", b"jpeg", b"jpg", b"webp", b"gif", b"bmp")
# SVG stays a drawing: nothing that points elsewhere, repeats itself or runs.
_NOT_IN_SVG: Final = (
    b"<!doctype",
    b"<!entity",
    b"<image",
    b"<use",
    b"<script",
    b"<style",
    b"<filter",
    b"<pattern",
    b"<foreignobject",
    b"href",
    b"@import",
)


def decode(data: bytes) -> QImage | None:
    """The picture in these bytes, small enough for a tile; None when it is none we accept."""
    if not data or len(data) > MOST_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    kind = bytes(reader.format().data())
    if kind == b"svg":
        if any(part in data.lower() for part in _NOT_IN_SVG):
            return None
    elif kind not in _RASTER:
        return None
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE:
        return None
    if kind == b"svg" or size.width() > _SHOWN.width() or size.height() > _SHOWN.height():
        reader.setScaledSize(size.scaled(_SHOWN, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


class Pictures(QObject):
    """Answers at once with what it has, and loads what it has not.

    Signals:
    - arrived(): pictures came in; paint again.
    """

    arrived = Signal()

    def __init__(
        self, source: PictureSource | None, tasks: UiTasks, parent: QObject | None = None
    ) -> None:
        """Load through `source`; without one every tile draws its own picture."""
        super().__init__(parent)
        self._source, self._tasks = source, tasks
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._waiting: deque[str] = deque(maxlen=_MOST_WAITING)
        self._loading: set[str] = set()
        self._trimmed = False

    def get(self, url: str | None) -> QPixmap | None:
        """A picture, or None while there is none; then it is fetched for the next painting."""
        if url is None or self._source is None:
            return None
        if url in self._kept:
            self._kept.move_to_end(url)
            return self._kept[url]
        if url not in self._loading:
            if url in self._waiting:
                self._waiting.remove(url)
            self._waiting.append(url)
            self._start()
        return None

    def _start(self) -> None:
        while self._waiting and len(self._loading) < _AT_ONCE:
            # The last one asked for is the one in view.
            url = self._waiting.pop()
            self._loading.add(url)
            if self._tasks.spawn(self._load(url), "load picture") is None:
                self._loading.discard(url)
                return

    async def _load(self, url: str) -> None:
        try:
            image = await self._image(url)
        finally:
            self._loading.discard(url)
        self._kept[url] = QPixmap.fromImage(image) if image is not None else None
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        if image is not None:
            self.arrived.emit()
        self._start()

    async def _image(self, url: str) -> QImage | None:
        if self._source is None or not is_allowed_link(url):
            return None
        folder = self._source.folder
        path = folder / hashlib.sha256(url.encode()).hexdigest() if folder is not None else None
        if path is not None and not self._trimmed:
            self._trimmed = True
            await asyncio.to_thread(trim, path.parent, _MOST_ON_DISK)
        kept = await asyncio.to_thread(_read, path) if path is not None else None
        if kept is not None:
            image = await asyncio.to_thread(decode, kept)
            if image is not None:
                return image
        data = await self._source.fetch(url, most_bytes=MOST_BYTES)
        if data is None:
            return None
        image = await asyncio.to_thread(decode, data)
        if image is not None and path is not None:
            await asyncio.to_thread(_write, path, data)
        return image


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _write(path: Path, data: bytes) -> None:
    """Keep a picture; a full disk only means that it is fetched again."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def trim(folder: Path, most_bytes: int) -> None:
    """Throw the oldest pictures away until the folder is small enough."""
    try:
        files = sorted(
            ((entry.stat().st_mtime, entry.stat().st_size, entry) for entry in folder.iterdir()),
            reverse=True,
        )
    except OSError:
        return
    total = 0
    for _, size, entry in files:
        total += size
        if total > most_bytes:
            entry.unlink(missing_ok=True)

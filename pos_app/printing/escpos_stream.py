"""A picture as the bytes of ESC/POS. Import it late: it brings Pillow."""

from __future__ import annotations

from typing import Final

from PIL.Image import Image

_ROWS: Final = 240  # rows per picture: small printers hold little more
_RESET: Final = b"\x1b@"
_FEED_AND_CUT: Final = b"\x1dVB\x10"


def encode(picture: Image) -> bytes:
    """A one-bit picture as ESC/POS: reset, raster in bands, feed, cut."""
    width, height = picture.size
    row_bytes = (width + 7) // 8
    inked = bytes(value ^ 0xFF for value in picture.tobytes())
    parts = [_RESET]
    for top in range(0, height, _ROWS):
        rows = min(_ROWS, height - top)
        size = row_bytes.to_bytes(2, "little") + rows.to_bytes(2, "little")
        parts.append(b"\x1dv0\x00" + size + inked[top * row_bytes : (top + rows) * row_bytes])
    return b"".join([*parts, _FEED_AND_CUT])

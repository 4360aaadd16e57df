"""An issuer's PDF as pictures of our paper, by PDFium; text and pictures from outside (R8).

PDFium runs no scripts here and opens no address, and no file but the system's fonts; pages and
sizes are limited. Import it late: it brings PDFium.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING, Final

import pypdfium2

from pos_app.domain.errors import PrinterError
from pos_app.printing.paper import DOT, Sheet

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES: Final = 6
_LARGEST_PT: Final = 2000.0  # a page wider or higher than 70 cm is no voucher
_SMALLEST_PT: Final = 20.0
_FINE: Final = 1.5  # on wide paper, printed by finer heads than 203 dpi
# PDFium is not made for two threads at once.
_ONE_AT_A_TIME: Final = Lock()


def page_pictures(pdf: bytes, sheet: Sheet, most_height: int) -> list[tuple[int, int, Image]]:
    """Each page: its width and height in dots on the sheet, and its picture.

    On a roll one dot of the picture is one of the printer's, black or white, so that bars keep
    their edges; on wide paper a page keeps its size, or gets smaller to fit.

    May raise:
    - PrinterError: `failed` when it is not a PDF that can be drawn.
    """
    with _ONE_AT_A_TIME:
        return list(_draw(pdf, sheet, most_height))


def count_pages(pdf: bytes) -> int:
    """How many pages there are, once each could be drawn.

    May raise:
    - PrinterError: `failed` as for `page_pictures`.
    """
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        for number in range(len(document)):
            _render(document[number], 0.2, fine=False)
        return len(document)


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise PrinterError("failed") from error
    if not 1 <= len(document) <= MOST_PAGES:
        document.close()
        raise PrinterError("failed")
    return document


def _draw(pdf: bytes, sheet: Sheet, most_height: int) -> Iterator[tuple[int, int, Image]]:
    roll = sheet.height_pt is None
    with _opened(pdf) as document:
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            wanted = sheet.content if roll else min(sheet.content, round(width / DOT))
            dots = wanted * DOT / width  # scale of the page on paper
            if height * dots / DOT > most_height:
                dots = most_height * DOT / height
            picture = _render(page, dots / DOT * (1 if roll else _FINE), fine=not roll)
            yield round(width * dots / DOT), round(height * dots / DOT), picture


def _render(page: pypdfium2.PdfPage, scale: float, *, fine: bool) -> Image:
    width, height = page.get_size()
    if not all(_SMALLEST_PT <= side <= _LARGEST_PT for side in (width, height)):
        raise PrinterError("failed")
    try:
        bitmap = page.render(
            scale=scale,
            may_draw_forms=False,
            grayscale=not fine,
            fill_color=(255, 255, 255, 255),
            no_smoothtext=not fine,
            no_smoothpath=not fine,
        )
    except pypdfium2.PdfiumError as error:
        raise PrinterError("failed") from error
    picture: Image = bitmap.to_pil()
    # Pure black and white stay as they are, so bars keep their edges; photos are dotted.
    return picture.convert("RGB") if fine else picture.convert("1")

"""Dialogs that show slips: an issuer's PDF while a key is held, and previews of our own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.sale import Line
from pos_app.ui.kit import (
    Banner,
    DialogSheet,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    SegmentedChoice,
)
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.texts.products import show
from pos_app.ui.theme import Icon, Tone
from pos_app.ui.translation import translate
from pos_app.ui.views.papers.picture import SlipPicture
from pos_app.ui.views.sell.scroll import ColumnScroll

_WIDTH: Final = 480
_HEIGHT: Final = 440
# What stands above and below the picture, with the frame of the desktop.
_AROUND: Final = 330
_LEAST: Final = 96


class VoucherSheet(DialogSheet[bool]):
    """The issuer's PDF as it would be printed: veiled until `Show PDF` is held (M15)."""

    def __init__(self, line: Line, picture: bytes, parent: QWidget | None = None) -> None:
        """Show the picture of one line's voucher."""
        words = translate("papers", "%1, %2: printed with the marks of this till, as a copy.")
        words = words.replace("%1", line.product.brand).replace("%2", show(line.face_value))
        title = translate("papers", "The brand's own PDF")
        super().__init__(title, words, object_name="voucher_sheet", width=_WIDTH, parent=parent)
        self.picture = SlipPicture(object_name="voucher_picture")
        self.picture.set_picture(picture)
        area = _scrolled(self.picture, self)
        # The sentence on the veil stays in the middle of what can be seen.
        area.verticalScrollBar().valueChanged.connect(self.picture.update)
        self.body.addWidget(area, 1)
        self._show = SecondaryButton(
            translate("papers", "Show PDF"), object_name="show_voucher", icon=Icon.EYE
        )
        self._show.set_description(translate("papers", "Press and hold"))
        self._show.setToolTip(translate("papers", "Press and hold"))
        self._show.pressed.connect(self._on_pressed)
        self._show.released.connect(self._on_released)
        cancel = QuietButton(translate("papers", "Close"), object_name="close_voucher")
        cancel.triggered.connect(self.reject)
        confirm = PrimaryButton(
            translate("papers", "Print PDF"), object_name="print_voucher", icon=Icon.PRINTER
        )
        confirm.triggered.connect(self._on_print)
        self.add_button(self._show, left=True)
        self.add_button(cancel)
        self.add_button(confirm, default=True)
        self._on_released()

    def _on_pressed(self) -> None:
        self.picture.set_veil("")

    def _on_released(self) -> None:
        self.picture.set_veil(
            translate("papers", "It holds the code: press and hold Show PDF to see it.")
        )

    def _on_print(self) -> None:
        self.answer(True)  # noqa: FBT003 - the dialog's value


class PreviewSheet(DialogSheet[bool]):
    """Slips as the chosen paper would show them, before anything was sold.

    Signals:
    - chosen(str): another kind of slip is to be shown.
    """

    chosen = Signal(str)

    def __init__(self, kinds: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer slips by key and words; the first is chosen."""
        super().__init__(
            translate("papers", "How slips look"),
            translate("papers", "Invented cards, on the paper that is chosen."),
            object_name="preview_sheet",
            width=_WIDTH,
            parent=parent,
        )
        self.choice = SegmentedChoice(
            translate("papers", "Slip to preview"), object_name="preview_kind"
        )
        self.choice.set_options(kinds)
        self.choice.set_current(kinds[0][0])
        self.choice.chosen.connect(self.chosen)
        self._problem = Banner(object_name="preview_problem", tone=Tone.DANGER)
        self._problem.hide()
        self.picture = SlipPicture(object_name="preview_picture")
        area = _scrolled(self.picture, self)
        self.body.addWidget(self.choice)
        self.body.addWidget(self._problem)
        self.body.addWidget(area, 1)
        close = PrimaryButton(
            translate("papers", "Close"), object_name="close_preview", icon=Icon.CHECK
        )
        close.triggered.connect(self.accept)
        self.add_button(close, default=True)

    def show_picture(self, png: bytes) -> None:
        """Show a slip."""
        self._problem.hide()
        self.picture.set_picture(png)

    def show_problem(self, sentence: str) -> None:
        """Say why there is none."""
        self._problem.set_content(sentence)
        self._problem.show()


def _scrolled(picture: SlipPicture, dialog: QWidget) -> ColumnScroll:
    """The picture, to be scrolled by wheel, touch and keys."""
    area = ColumnScroll(picture)
    area.setObjectName(f"{picture.objectName()}_area")
    area.setAccessibleName(translate("papers", "Picture of the slip"))
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setMinimumHeight(_room(dialog))
    return area


def _room(dialog: QWidget) -> int:
    """How high the picture may be on this screen; it scrolls where that is not enough."""
    return max(_LEAST, min(_HEIGHT, dialog.screen().availableSize().height() - _AROUND))


class PaperSheets:
    """Opens the voucher's dialog over the window."""

    def __init__(self, shell: ShellPort, page: QWidget) -> None:
        """Open it over the window of `page`."""
        self._shell, self._page = shell, page

    async def show_voucher(self, line: Line, picture: bytes) -> bool | None:
        """Show it as long as a button is held; whether it is to be printed."""
        return await self._shell.open_sheet(VoucherSheet(line, picture, self._page))

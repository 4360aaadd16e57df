"""The papers of a line beside its card slip, the same on every screen."""

from __future__ import annotations

from typing import Protocol

from pos_app.domain.people import Permission
from pos_app.domain.printjob import LinePaper, papers_of
from pos_app.domain.sale import Line
from pos_app.domain.slip import Paper
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.texts.errors import error_sentence
from pos_app.ui.theme import Tone
from pos_app.ui.translation import translate
from pos_app.usecases.services import Services


class VoucherSheets(Protocol):
    """The dialog that shows an issuer's PDF; the page opens it."""

    async def show_voucher(self, line: Line, picture: bytes) -> bool | None:
        """Show it as long as a button is held; whether it is to be printed."""
        ...


class PaperActions:
    """Prints one paper after the other; the same one not twice at once."""

    def __init__(
        self, services: Services, shell: ShellPort, sheets: VoucherSheets | None = None
    ) -> None:
        """Act for whoever is signed in; without sheets a voucher is printed unseen."""
        self._services, self._shell, self._sheets = services, shell, sheets
        self._running: set[LinePaper] = set()

    async def offered(self, line: Line) -> frozenset[LinePaper]:
        """What can be printed of a line now."""
        there = papers_of(line)
        if await self._services.owner.vouchers.has_voucher(line):
            there |= {LinePaper.VOUCHER}
        return there

    @property
    def running(self) -> frozenset[LinePaper]:
        """What is being printed."""
        return frozenset(self._running)

    def begin(self, paper: LinePaper) -> bool:
        """Whether a paper may start: not while the same is still being printed."""
        if paper in self._running:
            return False
        self._running.add(paper)
        return True

    async def run(self, paper: LinePaper, line: Line) -> None:
        """Print it. Call `begin` first. May raise: PosError, for a notice."""
        try:
            if paper is LinePaper.VOUCHER:
                await self._voucher(line)
                return
            papers, who = self._services.owner.papers, self._services.session.who.id
            if paper is LinePaper.SHOP_COPY:
                await papers.print_shop_copy(line.id, who)
            elif paper is LinePaper.VOID:
                await papers.print_void(line.id, who)
            else:
                await papers.print_refund(line.id, who)
            self._shell.notify(_printed(paper), Tone.SUCCESS)
        finally:
            self._running.discard(paper)

    async def _voucher(self, line: Line) -> None:
        vouchers, session = self._services.owner.vouchers, self._services.session
        if self._sheets is None:
            wrong = await vouchers.print_voucher(line.id, session.own_approval())
            if wrong is not None:
                self._shell.notify(error_sentence(wrong), Tone.WARNING)
                return
            self._shell.notify(_printed(LinePaper.VOUCHER), Tone.SUCCESS)
            return
        approval = await self._shell.approve(Permission.SHOW_CODE)
        if approval is None:
            return
        self._shell.notify(translate("papers", "The brand's PDF is being fetched."), Tone.INFO)
        paper = Paper(self._services.settings.settings.paper)
        shown = await vouchers.show(line.id, approval, paper)
        if await self._sheets.show_voucher(line, shown.picture):
            await vouchers.print_voucher(line.id, approval, shown)
            self._shell.notify(_printed(LinePaper.VOUCHER), Tone.SUCCESS)


def _printed(paper: LinePaper) -> str:
    words = {
        LinePaper.SHOP_COPY: translate("papers", "The shop copy is printed."),
        LinePaper.VOID: translate("papers", "The void slip is printed."),
        LinePaper.REFUND: translate("papers", "The refund slip is printed."),
        LinePaper.VOUCHER: translate("papers", "The brand's PDF is printed."),
    }
    return words[paper]

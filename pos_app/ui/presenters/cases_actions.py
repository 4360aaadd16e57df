"""What a person does about lines, the same on every screen: one method per button."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from pos_app.domain.cases import LineAction
from pos_app.domain.errors import PosError
from pos_app.domain.people import Approval, Permission
from pos_app.domain.sale import Closing, Line
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.texts.errors import code_sentence
from pos_app.ui.theme import Tone
from pos_app.ui.translation import translate
from pos_app.usecases.services import Services


class LineSheets(Protocol):
    """The dialogs that some actions need; the page opens them."""

    async def ask_reason(self, line: Line) -> str | None:
        """Why a card is to be made worthless, or None."""
        ...

    async def ask_closing(self, line: Line) -> tuple[Closing, str] | None:
        """How a case ended and why, or None."""
        ...


class LineActions:
    """Runs one action on one line after the other; an error never stops the others."""

    def __init__(
        self, services: Services, shell: ShellPort, sheets: LineSheets | None = None
    ) -> None:
        """Act for whoever is signed in."""
        self._services, self._shell, self._sheets = services, shell, sheets
        self._running: set[LineAction] = set()
        self._methods: Mapping[LineAction, Callable[[Line], Awaitable[None]]] = {
            LineAction.HAND_OVER: self._hand_over,
            LineAction.PRINT: self._print,
            LineAction.GIVE_UP: self._give_up,
            LineAction.ORDER_NOW: self._order_now,
            LineAction.ORDER_AGAIN: self._order_again,
            LineAction.TRY_NOW: self._look,
            LineAction.REFRESH: self._look,
            LineAction.INVALIDATE: self._invalidate,
            LineAction.CLOSE_CASE: self._close_case,
            LineAction.PRINT_COPY: self._print_copy,
            LineAction.REFUND_PAID: self._refund,
        }
        self._receipt = ""

    def begin(self, action: LineAction) -> bool:
        """Whether an action may start: not while the same one is still running."""
        if action in self._running:
            return False
        self._running.add(action)
        return True

    @property
    def running(self) -> frozenset[LineAction]:
        """The actions that have not ended yet."""
        return frozenset(self._running)

    async def run(self, action: LineAction, lines: Sequence[Line], receipt: str = "") -> None:
        """Do it for each line; every kind of error is told once. Call `begin` first.

        `receipt` is the main till's number for refunds.
        """
        if action is LineAction.REFUND_PAID:
            self._receipt = receipt
        told: set[str] = set()
        try:
            for line in lines:
                try:
                    await self._methods[action](line)
                except PosError as error:
                    if error.code not in told:
                        self._shell.notify_error(error)
                    told.add(error.code)
        finally:
            self._running.discard(action)

    # --- one line ------------------------------------------------------------------------------

    async def _hand_over(self, line: Line) -> None:
        await self._services.aftermath.hand_over(line.id, self._services.session.who.id)

    async def _print(self, line: Line) -> None:
        await self._services.slips.print_card(line.id, self._services.session.who.id)

    async def _print_copy(self, line: Line) -> None:
        approval = await self._shell.approve(Permission.PRINT_COPY)
        if approval is not None:
            await self._services.slips.print_copy(line.id, approval)
            self._shell.notify(translate("orders", "The copy is printed."), Tone.SUCCESS)

    async def _give_up(self, line: Line) -> None:
        who = self._services.session.who.id
        approval: Approval | None = Approval(who)
        if line.given_up is not None:
            # A second time only for e-mail: the refund before the proof (M6).
            approval = await self._shell.approve(Permission.EARLY_EMAIL_REFUND)
        if approval is not None:
            await self._services.aftermath.give_up(line.id, approval)

    async def _order_now(self, line: Line) -> None:
        await self._services.aftermath.order_now(line.id)

    async def _order_again(self, line: Line) -> None:
        await self._services.aftermath.order_again(line.id, self._services.session.who.id)

    async def _refund(self, line: Line) -> None:
        who = self._services.session.who.id
        await self._services.aftermath.refund_paid(line.id, who, self._receipt)

    async def _look(self, line: Line) -> None:
        fresh, answer = await self._services.aftermath.try_now(line.id)
        if answer is None:
            self._shell.notify(translate("orders", "The provider is being asked now."), Tone.INFO)
        elif answer.reached:
            text = translate("orders", "The provider answered. Everything is as it was.")
            if fresh != line:
                text = translate("orders", "The provider answered. The line is up to date.")
            self._shell.notify(text, Tone.SUCCESS)
        else:
            self._shell.notify(code_sentence(answer.code), Tone.WARNING)

    async def _invalidate(self, line: Line) -> None:
        approval = await self._shell.approve(Permission.INVALIDATE)
        if approval is None or self._sheets is None:
            return
        reason = await self._sheets.ask_reason(line)
        if reason is not None:
            await self._services.aftermath.invalidate(line.id, reason, approval)

    async def _close_case(self, line: Line) -> None:
        approval = await self._shell.approve(Permission.CLOSE_CASE)
        if approval is None or self._sheets is None:
            return
        wish = await self._sheets.ask_closing(line)
        if wish is not None:
            how, reason = wish
            await self._services.aftermath.close_case(line.id, how, reason, approval)

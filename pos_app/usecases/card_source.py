"""Where a card comes from: the store, or the provider again once it was erased here (M15)."""

from __future__ import annotations

from pos_app.domain.answer import Proof
from pos_app.domain.card import Card
from pos_app.domain.errors import ProviderUnavailableError, RefusedError
from pos_app.domain.journal import Action, Entry
from pos_app.domain.people import PersonId
from pos_app.domain.sale import Line
from pos_app.ports import Journal, Sales
from pos_app.usecases.order_desk import OrderDesk


class CardSource:
    """Gives a customer's card out; what was fetched is used once and not stored again."""

    def __init__(self, *, sales: Sales, journal: Journal, desk: OrderDesk) -> None:
        """Ask through the desk, which knows whom to ask."""
        self._sales, self._journal, self._desk = sales, journal, desk

    async def card_of(self, line: Line, by: PersonId) -> Card | None:
        """The card of a line, or None when there is none that may be shown.

        May raise:
        - ProviderUnavailableError: it was erased here and the provider does not answer.
        - RefusedError: `card_not_the_same`; `nothing_to_ask` for an order of another account.
        """
        if not line.may_show_card:
            return None
        card = await self._sales.card(line.id)
        return card if card is not None else await self._fetch(line, by)

    async def _fetch(self, line: Line, by: PersonId) -> Card:
        _, answer = await self._desk.look(line.id)
        if answer is None or not answer.reached:
            code = answer.code if answer is not None else "no_answer"
            raise ProviderUnavailableError(code)
        report = answer.report
        if answer.proof is not Proof.COMPLETED or report is None:
            raise RefusedError("card_not_the_same", state=answer.proof.value)
        known = await self._sales.is_same_card(line.id, report.card)
        if report.id != line.order_id or not known:
            raise RefusedError("card_not_the_same", state="other_card")
        details = {"order_id": line.order_id}
        await self._journal.write(Entry(Action.CARD_FETCHED, by, line.sale, line.id, details))
        return report.card

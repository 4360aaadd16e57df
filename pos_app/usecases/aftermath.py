"""What a person does about a line after its payment (M6 to M9, M14)."""

from __future__ import annotations

from pos_app.domain import decisions, invalidating
from pos_app.domain.answer import Answer
from pos_app.domain.errors import RefusedError
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Approval, Permission, PersonId
from pos_app.domain.product import AmountRange, Product
from pos_app.domain.sale import CartItem, Closing, Line, LineId, OrderState
from pos_app.ports import Provider, Sales
from pos_app.usecases.bulletin import SaleInFront
from pos_app.usecases.order_desk import OrderDesk
from pos_app.usecases.session import require_manager
from pos_app.usecases.till import Till


class Aftermath:
    """One method per button on the progress screen, in Orders and in Open cases."""

    def __init__(self, till: Till, *, sales: Sales, provider: Provider, desk: OrderDesk) -> None:
        """Change lines through the desk, which tells everybody."""
        self._till, self._sales, self._provider, self._desk = till, sales, provider, desk
        self._clock = till.clock

    async def give_up(self, line_id: LineId, approval: Approval) -> Line:
        """`Give up and refund` (M6).

        May raise:
        - RefusedError: `card_has_arrived`, `too_early`, `already_given_up`, `already_ended`.
        """
        change = await self._desk.change(
            line_id,
            lambda line: decisions.give_up(
                line,
                by=approval.person,
                manager=approval.manager is not None,
                now=self._clock.now(),
                limits=self._till.limits,
            ),
        )
        self._desk.drive(line_id)
        return change.line

    async def order_now(self, line_id: LineId) -> Line:
        """`Order now`: a waiting line is taken up again (M10).

        May raise:
        - RefusedError: `not_waiting`.
        """
        change = await self._desk.change(line_id, decisions.order_now)
        self._desk.start([change.line])
        return change.line

    async def order_again(self, line_id: LineId, by: PersonId) -> Line:
        """`Order again`: a replacement with a new key, paid by the due refund (M14).

        May raise:
        - RefusedError: `no_refund_due`, `not_ended`, `selling_stopped`.
        """
        line = await self._sales.line(line_id)
        self._till.stops.check(line.product.brand)
        sale = await self._sales.sale(line.sale)
        number = max(each.number for each in sale.lines) + 1
        new = self._replacement(line, number, sale.language)
        change = await self._desk.change(
            line_id,
            lambda stored: decisions.order_again(stored, new, by=by, now=self._clock.now()),
        )
        self._desk.start([change.replacement or new])
        return change.replacement or new

    def _replacement(self, line: Line, number: int, language: Language) -> Line:
        request = self._provider.prepare_order(
            CartItem(_as_product(line), line.face_value, line.delivery),
            key=self._till.keys.new_key(),
            sale=line.sale,
            country=self._till.profile.country,
            language=language.value,
            mode=self._till.profile.processing_mode,
        )
        return Line(
            id=LineId(f"{line.sale}-{number}"),
            sale=line.sale,
            number=number,
            product=line.product,
            face_value=line.face_value,
            delivery=line.delivery,
            request=request,
            account=self._provider.account,
            created_at=self._clock.now(),
            replaces=line.id,
        )

    async def refund_paid(self, line_id: LineId, by: PersonId, receipt_number: str = "") -> Line:
        """`Refund paid`: the customer has the money back; once per line (M1).

        May raise:
        - RefusedError: `no_refund_due`.
        """
        change = await self._desk.change(
            line_id,
            lambda line: decisions.pay_refund(
                line, by=by, receipt_number=receipt_number, now=self._clock.now()
            ),
        )
        return change.line

    async def hand_over(self, line_id: LineId, by: PersonId) -> Line:
        """`Readable` or `Handed over`: the customer has the card (M8, M9).

        May raise:
        - RefusedError: `not_delivered`, `given_up`, `already_refunded`, `already_handed_over`.
        """
        change = await self._desk.change(
            line_id, lambda line: decisions.hand_over(line, by=by, now=self._clock.now())
        )
        return change.line

    async def invalidate(self, line_id: LineId, reason: str, approval: Approval) -> Line:
        """`Invalidate`, with a reason and a manager (M7).

        May raise:
        - NotAllowedError: `needs_manager`.
        - RefusedError: `reason_missing`, `not_delivered`.
        """
        manager = require_manager(approval, Permission.INVALIDATE)
        change = await self._desk.change(
            line_id,
            lambda line: invalidating.invalidate(
                line, reason=reason, by=manager, now=self._clock.now()
            ),
        )
        self._desk.drive(line_id)
        return change.line

    async def close_case(
        self, line_id: LineId, how: Closing, reason: str, approval: Approval
    ) -> Line:
        """`Close case`: a manager says what the provider said, or bears the loss (M3, M8).

        May raise:
        - NotAllowedError: `needs_manager`.
        - RefusedError: `reason_missing`, `not_a_case`, `give_up_first`, `refund_still_due`;
          `not_ended` while a request is on its way, which may yet make the order.
        """
        manager = require_manager(approval, Permission.CLOSE_CASE)
        if self._desk.is_asking(line_id):
            raise RefusedError("not_ended")
        change = await self._desk.change(
            line_id,
            lambda line: decisions.close_case(
                line, how=how, reason=reason, by=manager, now=self._clock.now()
            ),
        )
        return change.line

    async def try_now(self, line_id: LineId) -> tuple[Line, Answer | None]:
        """`Try now` or `Refresh`: ask the provider at once.

        May raise:
        - RefusedError: `nothing_to_ask`.
        """
        return await self._desk.look(line_id)

    async def new_sale(self) -> int:
        """`New sale`: leave the sale in front; how many of its lines stay as open cases.

        A sale that the end of the program interrupted can be left in any state (M10).

        May raise:
        - RefusedError: `still_ordering` while this run orders one of its lines.
        """
        current = await self._sales.current_sale()
        if current is None:
            return 0
        sale = await self._sales.sale(current)
        fresh = self._desk.fresh
        if any(not may_leave(line, driven=line.id in fresh) for line in sale.lines):
            raise RefusedError("still_ordering")
        await self._sales.set_current_sale(None)
        self._till.bulletin.publish(SaleInFront(None))
        return sum(1 for line in sale.lines if not line.is_closed)


def may_leave(line: Line, *, driven: bool) -> bool:
    """Whether a line no longer holds back `New sale`: not waiting, not ordering, or given up.

    Nor does one that was not ordered in this run of the program (not `driven`).
    """
    busy = line.order in (OrderState.WAITING, OrderState.ORDERING)
    return not (busy and driven) or line.given_up is not None


def _as_product(line: Line) -> Product:
    """What an order needs of a product, from the line itself: the catalogue may have moved on."""
    zero = Money.zero(line.face_value.currency)
    return Product(
        code=line.product.code,
        name=line.product.name,
        brand=line.product.brand,
        category=line.product.category,
        countries=(),
        available=True,
        denominations=AmountRange(line.face_value, line.face_value, zero),
        delivery_methods=(line.delivery.method,),
    )

"""From a full cart to a paid sale: `Confirm payment` is the only thing that starts orders (M2)."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.domain.errors import NotAllowedError, RefusedError
from pos_app.domain.journal import Action, Detail, Entry
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Approval, Permission, Person
from pos_app.domain.sale import CartItem, Line, LineId, ProductRef, Sale, SaleId
from pos_app.ports import Provider, Sales
from pos_app.usecases.balance import BalanceWatch
from pos_app.usecases.bulletin import SaleInFront
from pos_app.usecases.cart import Cart
from pos_app.usecases.order_desk import OrderDesk
from pos_app.usecases.session import at_the_till
from pos_app.usecases.till import Till

# Room for a line's rows, its card and the journal, generously, before money is taken.
_BYTES_PER_CARD = 64 * 1024


@dataclass(frozen=True, slots=True)
class PaymentOffer:
    """What stands on the payment page: number, cards and amount; good for one sale."""

    sale: SaleId
    number: int
    items: tuple[CartItem, ...]
    total: Money
    balance_known: bool  # False: the balance is unknown or old, so warn (M13)
    approval: Approval


class Checkout:
    """Proves that a sale can be kept, then records its payment and starts its orders."""

    def __init__(
        self,
        till: Till,
        *,
        cart: Cart,
        sales: Sales,
        provider: Provider,
        balance: BalanceWatch,
        desk: OrderDesk,
    ) -> None:
        """Work on this till's cart."""
        self._till, self._cart, self._sales = till, cart, sales
        self._provider, self._balance, self._desk = provider, balance, desk

    def needs_approval(self) -> bool:
        """Whether the cart is above the owner's limit."""
        amounts = [item.face_value for item in self._cart.items]
        return bool(amounts) and self._till.profile.exceeds_limit(
            self._cart.total, max(amounts, key=lambda amount: amount.minor)
        )

    async def prepare(self, approval: Approval) -> PaymentOffer:
        """`Pay`: prove disk, vault and balance before the customer pays (M2, M13).

        May raise:
        - RefusedError: `cart_empty`, `balance_too_low`, `sale_in_front`, `selling_stopped`.
        - NotAllowedError: `needs_manager` above the owner's limit.
        - StoreError, VaultError: this till can't keep a sale now.
        """
        items = self._cart.items
        if not items:
            raise RefusedError("cart_empty")
        for item in items:
            self._till.stops.check(item.product.brand)
        if await self._sales.current_sale() is not None:
            raise RefusedError("sale_in_front")
        if self.needs_approval() and approval.manager is None:
            raise NotAllowedError("needs_manager", permission=Permission.EXCEED_LIMIT.value)
        known = self._balance.require(self._cart.total)
        await self._sales.check_writable(_BYTES_PER_CARD * len(items))
        number = await self._sales.next_sale_number()
        sale = self._till.profile.sale_id(number)
        return PaymentOffer(sale, number, items, self._cart.total, known, approval)

    async def confirm(self, offer: PaymentOffer, cashier: Person, language: Language) -> Sale:
        """`Confirm payment`: record everything in one transaction, then order every line.

        May raise:
        - RefusedError: `cart_changed`; `number_taken` when this offer was confirmed before.
        - StoreError, VaultError: nothing was recorded, nothing ordered.
        """
        if offer.items != self._cart.items:
            raise RefusedError("cart_changed")
        lines = tuple(
            self._line(offer.sale, index, item, language)
            for index, item in enumerate(offer.items, start=1)
        )
        sale = Sale(
            offer.sale,
            offer.number,
            self._till.clock.now(),
            cashier.id,
            cashier.name,
            language,
            lines,
            training=self._till.profile.training,
        )
        await self._sales.record_sale(sale, _paid(sale, offer.approval))
        self._cart.clear()
        self._till.bulletin.publish(SaleInFront(sale))
        self._desk.start(sale.lines)
        return sale

    def _line(self, sale: SaleId, number: int, item: CartItem, language: Language) -> Line:
        request = self._provider.prepare_order(
            item,
            key=self._till.keys.new_key(),
            sale=sale,
            country=self._till.profile.country,
            language=language.value,
            mode=self._till.profile.processing_mode,
        )
        return Line(
            id=LineId(f"{sale}-{number}"),
            sale=sale,
            number=number,
            product=ProductRef.of(item.product),
            face_value=item.face_value,
            delivery=item.delivery,
            request=request,
            account=self._provider.account,
            created_at=self._till.clock.now(),
        )


def _paid(sale: Sale, approval: Approval) -> list[Entry]:
    details: dict[str, Detail] = {
        "amount": sale.paid.to_wire(),
        "currency": sale.paid.currency,
        "cards": len(sale.lines),
        "approved_by": approval.manager,
    }
    paid = Entry(Action.SALE_PAID, sale.cashier, sale.id, None, details)
    if approval.manager in (None, sale.cashier):
        return [paid]
    # In the story of each card: who allowed an amount above the owner's limit.
    above = at_the_till(approval) | {"permission": Permission.EXCEED_LIMIT.value}
    return [Entry(Action.APPROVED, approval.manager, sale.id, None, above), paid]

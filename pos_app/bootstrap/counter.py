"""Wires what the counter remembers."""

from __future__ import annotations

from pos_app.store import Store
from pos_app.usecases.assortment import Assortment
from pos_app.usecases.cart import Cart
from pos_app.usecases.catalogue import Catalogue
from pos_app.usecases.counter import CounterServices
from pos_app.usecases.kept_carts import KeptCarts
from pos_app.usecases.session import Session
from pos_app.usecases.tasks import TaskOwner
from pos_app.usecases.till import Till


def counter_services(
    till: Till,
    store: Store,
    cart: Cart,
    catalogue: Catalogue,
    session: Session,
    tasks: TaskOwner,
) -> CounterServices:
    """Everything of the counter's; nothing is started."""
    kept = KeptCarts(
        till, cart=cart, catalogue=catalogue, sales=store.sales, session=session, tasks=tasks
    )
    return CounterServices(
        kept=kept, assortment=Assortment(till, store=store.shelf, catalogue=catalogue)
    )

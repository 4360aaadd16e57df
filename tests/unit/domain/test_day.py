"""What cashiers and brands have of a day."""

from __future__ import annotations

from pos_app.domain.day import DayFigures, DayGroup, Tally
from pos_app.domain.money import Money

NOTHING = Tally(0, Money.zero("EUR"))
ONE = Tally(1, Money(1000, "EUR"))
TWO = Tally(2, Money(3000, "EUR"))
EMPTY = DayFigures(
    paid=NOTHING,
    delivered=NOTHING,
    handed_over=NOTHING,
    failed=NOTHING,
    voids=NOTHING,
    refunds_due=NOTHING,
    refunds_paid=NOTHING,
    losses=NOTHING,
    open_cases=NOTHING,
    paid_by_cashier={},
    delivered_by_brand={},
)


def figures(**groups: dict[str, Tally]) -> DayFigures:
    """A day with these groups."""
    sums = {name: getattr(EMPTY, name) for name in EMPTY.__slots__}
    return DayFigures(**(sums | groups))


def test_everybody_who_did_something_is_named() -> None:
    """By name; the main sum stands there even when it is zero, the others only when not."""
    day = figures(
        paid_by_cashier={"Berta": TWO, "Anna": ONE},
        delivered_by_cashier={"Anna": ONE},
        voids_by_cashier={"Anna": ONE},
        refunds_paid_by_cashier={"Marta": TWO},
    )
    assert day.cashiers == (
        DayGroup("Anna", ONE, (("delivered", ONE), ("voids", ONE))),
        DayGroup("Berta", TWO),
        DayGroup("Marta", NOTHING, (("refunds_paid", TWO),)),
    )


def test_brands_too() -> None:
    """A brand that was only refunded or made worthless is named as well."""
    day = figures(
        delivered_by_brand={"Kino": ONE},
        refunds_paid_by_brand={"Bücherwelt": TWO},
        voids_by_brand={"Kino": ONE},
    )
    assert day.brands == (
        DayGroup("Bücherwelt", NOTHING, (("refunds_paid", TWO),)),
        DayGroup("Kino", ONE, (("voids", ONE),)),
    )


def test_days_of_earlier_versions_claim_nothing() -> None:
    """Where nobody counted, no zero is shown."""
    assert figures(paid_by_cashier={"Anna": ONE}).cashiers == (DayGroup("Anna", ONE),)
    assert figures().brands == ()

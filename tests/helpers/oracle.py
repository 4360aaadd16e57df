"""An oracle of the money rule: from what can be seen outside, is everything as money.md promises?

It shares no code with the use-cases or the state machine. Its sources are plain values: the
till's rows, what its screens offer, the provider's books, every request on the wire, every slip,
and every press of a person. A `Violation` names the rule and says what is wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

_ENDED: Final = ("failed", "invalidated")
_REFUSALS: Final = (
    "order_invalidation_period_expired",
    "order_invalidation_not_supported",
    "entity_not_found",
)
_KEY_AGE: Final = timedelta(hours=20)
_SLACK: Final = timedelta(minutes=5)
# How exactly a till can know the provider's clock from its answers.
_EXACT: Final = timedelta(minutes=2)
# From an order's state to those it may have later; every other change is a violation.
_LATER: Final[Mapping[str, str]] = {
    "waiting": "waiting ordering unknown delivered failed invalidated invalidating",
    "ordering": "waiting ordering unknown delivered failed invalidated invalidating",
    "unknown": "unknown delivered failed invalidated invalidating",
    "delivered": "delivered invalidating failed invalidated",
    "invalidating": "delivered invalidating failed invalidated",
    "failed": "failed",
    "invalidated": "invalidated",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One promise that was broken; `rule` is stable, `text` is for people."""

    rule: str
    text: str

    def __str__(self) -> str:
        """Both in one line."""
        return f"{self.rule}: {self.text}"


class BrokenPromiseError(AssertionError):
    """What a proof raises; holds every violation that was found."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        """Keep them."""
        super().__init__("\n".join(map(str, violations)))
        self.rules = {violation.rule for violation in violations}


@dataclass(frozen=True, slots=True)
class RefundRow:
    """The refund of a line as it is stored."""

    paid: bool
    replacement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line as it is stored. `card` holds code and redemption link; None: no card stored."""

    line: str
    sale: str
    key: str
    body: bytes
    product: str
    amount: Decimal
    currency: str
    delivery: str
    order: str
    refund: RefundRow | None = None
    replaces: str | None = None
    order_id: str | None = None
    trouble: str | None = None
    given_up: bool = False
    invalidation: bool = False
    handed_over: bool = False
    closed: str | None = None
    card: frozenset[str] | None = None

    @property
    def is_closed(self) -> bool:
        """money.md section 1, and a manager's loss (M8)."""
        due = self.refund is not None and not self.refund.paid
        if self.closed == "loss":
            return not due
        if self.trouble is not None:
            return False
        if self.order == "delivered":
            return self.refund is None and self.handed_over
        return self.order in _ENDED and self.refund is not None and self.refund.paid


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedOrder:
    """An order in the provider's books."""

    id: str
    key: str
    state: str
    product: str
    amount: Decimal
    currency: str
    card: frozenset[str]
    cost: Decimal


@dataclass(frozen=True, slots=True)
class Refused:
    """The provider said that an order can't be invalidated."""

    order_id: str
    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Post:
    """One posting of an order. `stored` is the order state in the store as it was begun.

    `left` is whether it truly left; `cut` whether the program died and can't know.
    """

    key: str
    url: str
    body: bytes
    till_time: datetime
    provider_time: datetime
    left: bool
    cut: bool
    stored: str | None


@dataclass(frozen=True, slots=True)
class Happening:
    """What people did or saw, in order: presses that worked, slips, codes on a screen."""

    kind: str
    line: str
    at: datetime
    manager: bool = False
    shown: frozenset[str] = frozenset()
    copy: bool = False


@dataclass(slots=True, kw_only=True)
class View:
    """Everything that can be seen at one moment."""

    rows: Mapping[str, Row]
    # Line to the actions that a screen offers for it: open cases and the sale in front.
    offers: Mapping[str, frozenset[str]]
    cases: frozenset[str]
    orders: Sequence[BookedOrder]
    refused: Sequence[Refused] = ()
    posts: Sequence[Post] = ()
    happened: Sequence[Happening] = ()
    paid: Mapping[str, Decimal] = field(default_factory=dict)

    def of_key(self, key: str) -> list[BookedOrder]:
        """The provider's orders for a key."""
        return [order for order in self.orders if order.key == key]

    def of_line(self, line: str, *kinds: str) -> list[Happening]:
        """What happened to a line, in order."""
        return [one for one in self.happened if one.line == line and one.kind in kinds]


def check(view: View) -> None:
    """What must hold at every moment.

    May raise:
    - BrokenPromiseError.
    """
    found = [
        *_sales_are_kept(view),
        *_lines_are_seen(view),
        *_books_agree(view),
        *_cards_agree(view),
        *_refunds_are_right(view),
        *_nothing_shown_wrongly(view),
        *_posts_are_right(view),
    ]
    if found:
        raise BrokenPromiseError(found)


def check_step(before: View, after: View) -> None:
    """What must hold between two moments: final is final, what was sold stays.

    May raise:
    - BrokenPromiseError.
    """
    found = []
    for line, old in before.rows.items():
        new = after.rows.get(line)
        if new is None:
            found.append(Violation("M1.line_lost", line))
            continue
        if new.order not in _LATER[old.order].split():
            found.append(Violation("M1.step", f"{line}: {old.order} became {new.order}"))
        if (old.key, old.body, old.amount) != (new.key, new.body, new.amount):
            found.append(Violation("M2.bytes_changed", line))
        if old.refund is not None and old.refund.paid and new.refund != old.refund:
            found.append(Violation("M1.refund_undone", line))
    if found:
        raise BrokenPromiseError(found)


def check_end(view: View) -> None:
    """What must hold once everything has come to rest and people pressed what was offered.

    May raise:
    - BrokenPromiseError.
    """
    check(view)
    found = [
        Violation("M1.left_open", f"{row.line}: {row.order}, {row.refund}, {row.trouble}")
        for row in view.rows.values()
        if not row.is_closed
    ]
    if not found:
        found = [*_customers_are_square(view), *_bill_is_square(view)]
    if found:
        raise BrokenPromiseError(found)


# --- sales and lines -------------------------------------------------------------------------


def _sales_are_kept(view: View) -> Iterator[Violation]:
    """What the customers paid is in the rows, card for card."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in view.rows.values():
        if row.replaces is None:
            sums[row.sale] += row.amount
    for sale in {*sums, *view.paid}:
        if sums[sale] != view.paid.get(sale, Decimal(0)):
            text = f"{sale}: paid {view.paid.get(sale)}, kept {sums[sale]}"
            yield Violation("M1.payment", text)


def _lines_are_seen(view: View) -> Iterator[Violation]:
    """Closed, or visible with something to do about it."""
    for row in view.rows.values():
        if row.is_closed and row.line in view.cases:
            yield Violation("M1.closed_but_open", row.line)
        if not row.is_closed and not view.offers.get(row.line):
            text = f"{row.line}: {row.order}, {row.refund}, {row.trouble}, closed {row.closed}"
            yield Violation("M1.not_visible", text)


# --- the provider's books --------------------------------------------------------------------


def _books_agree(view: View) -> Iterator[Violation]:
    """No order that the till does not know of, never two for a line."""
    rows = {row.key: row for row in view.rows.values()}
    for key, count in Counter(order.key for order in view.orders).items():
        if count > 1:
            yield Violation("M1.two_orders", f"{count} orders for key {key}")
        if key not in rows:
            yield Violation("M1.unknown_order", f"no line has key {key}")
    for order in view.orders:
        row = rows.get(order.key)
        if row is not None:
            yield from _row_agrees(row, order)
    for row in view.rows.values():
        if row.order in ("delivered", "invalidating") and not view.of_key(row.key):
            yield Violation("M3.false_delivered", f"{row.line}: nothing in the books")


def _row_agrees(row: Row, order: BookedOrder) -> Iterator[Violation]:
    """The provider's truth and the till's word about it."""
    text = f"{row.line}: {row.order} here, {order.state} there"
    live = order.state in ("completed", "processing")
    if row.order == "waiting":
        yield Violation("M2.waiting_was_sent", text)
    elif row.order == "failed" and live and row.closed != "no_order":
        yield Violation("M3.false_failed", text)
    elif row.order == "invalidated" and live and row.closed != "voided":
        yield Violation("M7.false_invalidated", text)
    elif row.order == "delivered" and order.state in ("processing", "failed"):
        yield Violation("M3.false_delivered", text)
    elif row.order == "delivered" and row.is_closed and order.state != "completed":
        yield Violation("M7.dead_card_sold", text)


def _cards_agree(view: View) -> Iterator[Violation]:
    """A delivered line has the provider's very card, of what was ordered."""
    for row in view.rows.values():
        if row.order not in ("delivered", "invalidating"):
            continue
        if row.card is None:
            yield Violation("M2.no_card_stored", row.line)
            continue
        for order in view.of_key(row.key):
            made = (order.product, order.amount, order.currency)
            if made != (row.product, row.amount, row.currency):
                yield Violation("M3.mismatch_delivered", f"{row.line}: {made}")
            elif row.card != order.card:
                yield Violation("M3.wrong_card", f"{row.line}: {row.card} is not {order.card}")


# --- refunds ---------------------------------------------------------------------------------


def _refunds_are_right(view: View) -> Iterator[Violation]:
    """One per line, as much as was paid, only where the card is not the customer's."""
    cash: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in view.rows.values():
        paid = view.of_line(row.line, "refund_paid")
        settled = row.refund.replacement if row.refund else None
        in_cash = row.refund is not None and row.refund.paid and settled is None
        if len(paid) != int(in_cash):
            yield Violation("M1.refunds", f"{row.line}: {len(paid)} paid, stored {row.refund}")
        cash[row.sale] += row.amount * len(paid)
        yield from _replacement_is_right(view, row)
        yield from _refund_has_a_reason(view, row)
    for sale, amount in cash.items():
        if amount > view.paid.get(sale, Decimal(0)):
            yield Violation("M1.more_refunds", f"{sale}: {amount} of {view.paid.get(sale)}")


def _replacement_is_right(view: View, row: Row) -> Iterator[Violation]:
    """A replacement settles the refund of the line it replaces, and nothing else does."""
    settled = row.refund.replacement if row.refund else None
    if settled is not None:
        new = view.rows.get(settled)
        if new is None or new.replaces != row.line or new.amount != row.amount:
            yield Violation("M14.replacement", f"{row.line}: settled by {settled}")
    if row.replaces is not None:
        old = view.rows[row.replaces]
        if old.refund is None or old.refund.replacement != row.line:
            yield Violation("M14.replacement", f"{row.line} is not paid by {old.line}")


def _refund_has_a_reason(view: View, row: Row) -> Iterator[Violation]:
    """Failed, invalidated, given up, or taken back before it was handed over."""
    if row.refund is None:
        if row.order in _ENDED:
            yield Violation("M1.no_refund", f"{row.line}: {row.order} without a refund")
        return
    if row.order in _ENDED:
        return
    given_up = view.of_line(row.line, "gave_up")
    if row.delivery == "email" and not any(one.manager for one in given_up):
        yield Violation("M6.email_refund", f"{row.line}: {row.order} and a refund")
    if row.handed_over:
        yield Violation("M7.refund_of_a_card_outside", row.line)
    if not given_up and not row.invalidation:
        yield Violation("M1.refund_for_nothing", f"{row.line}: {row.order}")


# --- slips and codes -------------------------------------------------------------------------


def _nothing_shown_wrongly(view: View) -> Iterator[Violation]:
    """Only the customer's own stored card, once, and never after giving up (but see M8)."""
    originals: Counter[str] = Counter()
    for place, one in enumerate(view.happened):
        if one.kind == "told" and one.shown:
            yield Violation("M2.shown_before_stored", one.line)
        if one.kind not in ("slip", "shown"):
            continue
        row = view.rows[one.line]
        originals[one.line] += one.kind == "slip" and not one.copy
        before = [past for past in view.happened[:place] if past.line == one.line]
        yield from _shown_rightly(view, row, one, before)
    for line, count in originals.items():
        if count > 1:
            yield Violation("M9.two_originals", line)


def _shown_rightly(
    view: View, row: Row, one: Happening, before: Sequence[Happening]
) -> Iterator[Violation]:
    cards = [order.card for order in view.of_key(row.key)]
    if row.delivery == "email":
        if one.shown:
            yield Violation("M9.email_code_on_paper", row.line)
    elif row.card is None or not one.shown <= row.card:
        yield Violation("M2.shown_before_stored", f"{row.line}: {one.kind}")
    elif not any(one.shown <= card for card in cards):
        yield Violation("M3.wrong_card", f"{row.line}: {one.kind}")
    if any(past.kind == "refund_paid" for past in before):
        yield Violation("M8.shown_after_refund", f"{row.line}: {one.kind}")
    decided = [p.kind for p in before if p.kind in ("gave_up", "invalidate", "handed_over")]
    wished = bool(decided) and decided[-1] != "handed_over"
    if wished and not _was_refused(view, row, one.at):
        yield Violation("M6.shown_after_giving_up", f"{row.line}: {one.kind}")


def _was_refused(view: View, row: Row, at: datetime) -> bool:
    """Whether the provider had said by then that the card can't be taken back (M8)."""
    return any(
        refused.order_id == row.order_id and refused.code in _REFUSALS and refused.at <= at
        for refused in view.refused
    )


# --- the wire --------------------------------------------------------------------------------


def _posts_are_right(view: View) -> Iterator[Violation]:
    """Stored before it is sent, always the same bytes, never too late."""
    rows = {row.key: row for row in view.rows.values()}
    of_key: defaultdict[str, list[Post]] = defaultdict(list)
    for post in view.posts:
        of_key[post.key].append(post)
    for key, posts in of_key.items():
        row = rows.get(key)
        if row is None:
            yield Violation("M2.unknown_key_sent", key)
            continue
        if any((post.body, post.url) != (row.body, posts[0].url) for post in posts):
            yield Violation("M2.bytes_changed", row.line)
        for post in posts:
            if post.stored not in ("ordering", "unknown"):
                yield Violation("M2.sent_before_stored", f"{row.line}: {post.stored}")
        yield from _not_too_late(row, posts)


def _not_too_late(row: Row, posts: Sequence[Post]) -> Iterator[Violation]:
    """Never 20 h after the first by either clock, never by a clock that was set back."""
    left = [post for post in posts if post.left]
    for post in left[1:]:
        age = max(post.till_time - left[0].till_time, post.provider_time - left[0].provider_time)
        if age >= _KEY_AGE:
            yield Violation("M4.key_too_old", f"{row.line}: posted after {age}")
    known = [post for post in posts if post.left or post.cut]
    for place, post in enumerate(known[1:], start=1):
        back = min(earlier.till_time for earlier in known[:place]) - post.till_time
        if back > _SLACK:
            yield Violation("M4.clock_back", f"{row.line}: posted {back} before its first")


# --- at the end ------------------------------------------------------------------------------


def _customers_are_square(view: View) -> Iterator[Violation]:
    """Every customer holds a live card or has the money back, never both, never neither."""
    for sale, paid in view.paid.items():
        rows = [row for row in view.rows.values() if row.sale == sale]
        back = sum(
            (row.amount for row in rows if view.of_line(row.line, "refund_paid")), Decimal(0)
        )
        cards = sum((row.amount for row in rows if _is_sold(row)), Decimal(0))
        borne = sum((row.amount for row in rows if _is_borne(row)), Decimal(0))
        if paid != back + cards + borne:
            yield Violation("M1.not_square", f"{sale}: {paid} paid, {back} back, {cards} cards")


def _is_sold(row: Row) -> bool:
    return row.order == "delivered" and row.handed_over and row.closed is None


def _is_borne(row: Row) -> bool:
    """A loss that left the customer the card, not the money."""
    return row.closed == "loss" and row.refund is None


def _bill_is_square(view: View) -> Iterator[Violation]:
    """The provider charges for cards that customers hold, and for losses a manager closed."""
    rows = {row.key: row for row in view.rows.values()}
    for order in view.orders:
        row = rows[order.key]
        kept = _is_sold(row) or row.closed == "loss"
        if order.state == "completed" and not kept:
            yield Violation("M1.charged_for_nothing", f"{row.line}: {order.cost}")
        if order.state != "completed" and _is_sold(row):
            yield Violation("M1.dead_card", f"{row.line}: {order.state}")
    for row in rows.values():
        if _is_sold(row) and not view.of_key(row.key):
            yield Violation("M3.false_delivered", row.line)

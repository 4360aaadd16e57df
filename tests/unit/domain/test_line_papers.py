"""Which papers can be made of a line."""

from __future__ import annotations

from dataclasses import replace

from pos_app.domain.printjob import LinePaper, papers_of
from pos_app.domain.sale import OrderState, Refund
from pos_app.domain.slip import BrandVoucher
from tests.helpers.lines import T0, make_line
from tests.unit.printing.samples import LIGHT, head, line


def test_papers_follow_the_two_facts() -> None:
    """A shop copy of a delivered card, a void slip of a void one, a refund slip once it is due."""
    waiting = make_line()
    assert papers_of(waiting) == frozenset()
    delivered = replace(waiting, order=OrderState.DELIVERED, delivered_at=T0)
    assert papers_of(delivered) == {LinePaper.SHOP_COPY}
    void = replace(delivered, order=OrderState.INVALIDATED, refund=Refund(T0))
    assert papers_of(void) == {LinePaper.VOID, LinePaper.REFUND}
    assert papers_of(replace(waiting, refund=Refund(T0))) == {LinePaper.REFUND}


def test_a_voucher_names_itself_without_the_code() -> None:
    """The file's name tells line and copy; nothing of the PDF shows."""
    voucher = BrandVoucher(head=head(), line=line(), card=LIGHT, pdf=b"%PDF-secret")
    assert voucher.name == "T1-000042-2-voucher"
    assert replace(voucher, copy=3).name == "T1-000042-2-voucher-copy-3"
    assert "secret" not in repr(voucher)

"""The books survive a restart; a cut last line costs nothing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.domain.errors import StoreError
from pos_app.training.journal import load_ledger
from pos_app.training.ledger import Ledger, OrderState
from pos_app.training.provider import TrainingProvider
from tests.unit.training.driver import CLIENT_ID, SECRET, FakeClock, Till, error_of, order_body


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the books are; the folder is made at the first start."""
    return tmp_path / "training" / "provider.jsonl"


def _start(path: Path, clock: FakeClock) -> Till:
    provider = TrainingProvider(
        client_id=CLIENT_ID, client_secret=SECRET, clock=clock, seed=1, ledger_path=path
    )
    return Till(provider, clock)


def _same(left: Ledger, right: Ledger) -> bool:
    kept = [one for one in left.requests if one.call in {"order", "get", "invalidate"}]
    return (left.orders, left.movements, kept, left.balances) == (
        right.orders,
        right.movements,
        right.requests,
        right.balances,
    )


def _busy_day(till: Till, clock: FakeClock) -> None:
    """Something of everything that the books can hold."""
    plan = till.provider.troubles
    first = till.order(key="k1").json()["id"]
    till.order(order_body(method="url"), "k2")
    till.order(order_body(method="email"), "k3")
    plan.arm("balance_before_key")
    till.order(key="k4")
    plan.arm("no_card", seconds=5)
    till.order(key="k5")
    plan.arm("unknown_state")
    till.order(key="k6")
    plan.arm("slow")
    till.order(key="k7")
    plan.arm("processing_then_failed", polls=5)
    till.order(key="k8")
    till.order(order_body(mode="async"), "k9")
    clock.move(3)
    till.invalidate(first)
    till.send("GET", "/balances")
    till.provider.top_up("EUR", "100.00")
    till.provider.top_up("CHF", "7.00")


def test_restart(path: Path, clock: FakeClock) -> None:
    """After a restart the books, the keys and what is still to come are the same."""
    before = _start(path, clock)
    _busy_day(before, clock)
    after = _start(path, clock)
    assert _same(before.provider.ledger, after.provider.ledger)
    assert len(after.provider.ledger.with_state(OrderState.PROCESSING)) == 1
    shown = after.order(key="k1").json()
    assert shown["state"] == "invalidated"
    assert after.get(shown["id"]).json() == shown
    assert error_of(after.order(key="k4"))[2] == "insufficient_available_balance"
    assert error_of(after.order(key="k7"))[2] == "request_in_progress"
    assert after.order(key="k10").status == 201
    assert len(after.provider.ledger.orders) == 10


def test_a_look_from_outside(path: Path, clock: FakeClock) -> None:
    """Another process can read the books without touching the file."""
    till = _start(path, clock)
    _busy_day(till, clock)
    content = path.read_bytes()
    opening = {"EUR": Decimal("10000.00"), "GBP": Decimal("2000.00")}
    assert _same(till.provider.ledger, load_ledger(path, opening))
    assert path.read_bytes() == content


def test_every_cut_of_the_last_line(path: Path, clock: FakeClock) -> None:
    """Wherever a crash cuts the last line, what was whole before is still there."""
    _start(path, clock).order(key="k1")
    whole = path.read_bytes()
    till = _start(path, clock)
    till.provider.top_up("EUR", "1.00")
    last = path.read_bytes()[len(whole) :]
    for length in range(len(last)):
        path.write_bytes(whole + last[:length])
        ledger = _start(path, clock).provider.ledger
        assert ledger.balances["EUR"] == Decimal("9950.00")
        assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"weather": "fine"}',
        '{"order": {}, "movements": []}',
        '{"movement": {"at": "yesterday"}}',
    ],
)
def test_damage_in_the_middle(path: Path, clock: FakeClock, line: str) -> None:
    """A damaged line that is not a cut last one stops the start and is named."""
    _start(path, clock).order()
    with path.open("a") as file:
        file.write(f"{line}\n")
    lines = path.read_text().count("\n")
    with pytest.raises(StoreError) as caught:
        _start(path, clock)
    assert caught.value.code == "training_ledger_damaged"
    assert caught.value.params == {"file": str(path), "line": lines}


@pytest.mark.parametrize("damage", [('"script":{', '"script":null,"x":{'), ('"body":"', '"b":"')])
def test_damaged_order(path: Path, clock: FakeClock, damage: tuple[str, str]) -> None:
    """An order whose parts are missing is damage, too."""
    _start(path, clock).order()
    path.write_text(path.read_text().replace(*damage, 1))
    with pytest.raises(StoreError):
        _start(path, clock)


def test_unusable_place(tmp_path: Path, clock: FakeClock) -> None:
    """Where no file can be, the start says so."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError) as caught:
        _start(tmp_path / "file" / "books.jsonl", clock)
    assert caught.value.code == "training_ledger_unusable"


def test_an_order_is_synced_before_its_answer(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the answer leaves, the order has been written and synced."""
    synced: list[bytes] = []
    monkeypatch.setattr("os.fsync", lambda _number: synced.append(path.read_bytes()))
    till = _start(path, clock)
    order_id = str(till.order().json()["id"])
    assert order_id.encode() in synced[-1]

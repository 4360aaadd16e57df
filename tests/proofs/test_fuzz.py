"""Wild answers: never an unhandled error, never too late, never believed too much (M3)."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from pos_app.provider.client import HttpProvider
from pos_app.provider.wire import read_order
from tests.helpers.lines import ACCOUNT
from tests.helpers.virtual import VirtualClock, run_virtual
from tests.proofs.fuzz import DEADLINE_S, WildCarrier, run_fuzz
from tests.proofs.fuzz_sockets import run_socket_fuzz
from tests.proofs.mutations import ORDER, Wild
from tests.proofs.strict import Ordered, Whole, may_become

_SEED = 20261123


def test_some_wild_answers() -> None:
    """A few hundred wild answers prove no more than the contract says."""
    tables = run_fuzz(range(300), _SEED)
    assert tables.answers == 300
    assert tables.slowest_s <= DEADLINE_S


async def test_some_wild_frames() -> None:
    """The same over real sockets, with frames as wild as the answers."""
    tables = await run_socket_fuzz(range(40), _SEED)
    assert tables.answers == 40


@pytest.mark.slow
def test_ten_thousand_wild_answers() -> None:
    """Many wild answers, of up to 5 MiB; each state is reached, so the judge has work to do."""
    tables = run_fuzz(range(10_000), _SEED)
    assert tables.answers == 10_000
    assert tables.slowest_s <= DEADLINE_S
    for state in ("delivered", "failed", "invalidated", "unknown", "ordering", "waiting"):
        assert sum(n for (_, became), n in tables.results.items() if became == state) >= 50


@pytest.mark.slow
async def test_many_wild_frames() -> None:
    """Hundreds of wild answers over real sockets."""
    tables = await run_socket_fuzz(range(600), _SEED)
    assert tables.answers == 600


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "processing"},
        {"product_code": "p-2"},
        {"face_value": {"currency": "EUR", "amount": "50.01"}},
        {"face_value": {"currency": "USD", "amount": "50.0"}},
        {"face_value": {"currency": "EUR", "amount": 50.0}},
        {"code": None, "barcode": None, "urls": []},
        {"id": ""},
    ],
)
def test_the_judge_is_strict(changes: dict[str, object]) -> None:
    """The strict reader allows `delivered` for the right order only."""
    ordered = Ordered("p-1", Decimal(50), "EUR", "code")
    right = Whole(201, json.dumps(ORDER).encode())
    wrong = Whole(201, json.dumps({**ORDER, **changes}).encode())
    assert may_become("order", ordered, right) == {"delivered"}
    assert "delivered" not in may_become("order", ordered, wrong)


def test_a_name_twice_is_unreadable() -> None:
    """Which of two states is true can't be known, and what is no Unicode is no answer."""
    body = json.dumps(ORDER).encode()
    assert read_order(body) is not None
    assert read_order(body[:-1] + b', "state": "completed"}') is None
    assert read_order(body.replace(b"4711", b"\xed\xa0\x80")) is None


def test_a_date_that_can_not_be_true_teaches_nothing() -> None:
    """A refusal dated in the year 9999 made every later request impossible to sign."""

    async def scenario() -> None:
        carrier = WildCarrier()
        client = HttpProvider(ACCOUNT, "secret", clock=VirtualClock(), carrier=carrier)
        body = b'{"error_class": "transport", "error_code": "invalid_date_header"}'
        for year in ("0001", "9999"):
            date = f"Fri, 31 Dec {year} 23:59:59 GMT"
            carrier.next = [Wild(400, {"date": date}, body)]
            answer = await client.get_order("o-1")
            assert answer.code == "invalid_date_header"
            assert client.clock_offset_s is None

    run_virtual(scenario())

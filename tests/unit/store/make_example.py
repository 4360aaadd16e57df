"""Makes the example database of today's version: `python -m tests.unit.store.make_example`.

Run once per step of the schema, before it is released; the file is then kept for ever.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from pos_app.domain.people import TILL, Role
from pos_app.store import create_store
from pos_app.store.migrations import all_steps
from tests.fakes.store_clock import HandClock
from tests.helpers.sales import (
    ANNA,
    deliver,
    given_up,
    handed_over,
    new_line,
    record,
    replaced_by,
)
from tests.unit.store.support import options


async def _make(folder: Path, clock: HandClock) -> Path:
    store = await create_store(folder, **options(clock), installation_id="example")
    await store.people.add("Anna", Role.MANAGER, "1234", by=TILL)
    sale = await record(store.sales, clock.now(), minors=(5000, 2500))
    first, second = (line.id for line in sale.lines)
    await deliver(store.sales, first, clock.now())
    await store.sales.change_line(first, handed_over(clock.now()))
    await store.sales.change_line(second, given_up(clock.now()))
    new = new_line(sale.id, 3, clock.now(), minor=2500).with_(replaces=second)
    await store.sales.change_line(second, replaced_by(new, clock.now()))
    await store.sales.save_cart("parked", "[]")
    await store.days.end(by=ANNA)
    await record(store.sales, clock.now())
    backup = await store.backups.make()
    await store.close()
    return backup


def main() -> None:
    """Write the file, unless there is one."""
    target = Path(__file__).parents[2] / "data" / "store"
    path = target / f"version-{len(all_steps())}.sqlite3"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, path.open("xb") as file:
        file.write(asyncio.run(_make(Path(folder, "data"), HandClock())).read_bytes())


if __name__ == "__main__":
    main()

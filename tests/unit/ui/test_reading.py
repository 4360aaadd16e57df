"""Reading what a screen shows."""

from __future__ import annotations

import asyncio

from pos_app.domain.errors import PosError
from pos_app.ui.presenters.reading import Reading
from pos_app.ui.tasks import UiTasks
from tests.helpers.virtual import run_virtual


def test_what_changes_while_it_is_read_is_read_once_more() -> None:
    """Three changes during one look are one more look, and only the last is shown."""

    async def scenario() -> None:
        tasks, shown, world = UiTasks(), list[int](), [1]
        looks = list[int]()

        async def read() -> None:
            looks.append(world[0])
            await asyncio.sleep(1)

        reading = Reading(tasks, "look", read, lambda: shown.append(looks[-1]))
        reading.again()
        for _ in range(3):
            await asyncio.sleep(0.1)
            world[0] += 1
            reading.again()
        assert await tasks.settle(10)
        assert (looks, shown) == ([1, 4], [4])
        reading.again()
        assert await tasks.settle(10)
        assert shown == [4, 4]
        await tasks.close()

    run_virtual(scenario())


def test_a_failed_look_does_not_end_all_looking() -> None:
    """Nothing is shown, the cashier is told, and the next look works."""

    async def scenario() -> None:
        tasks, shown, told = UiTasks(), list[str](), list[str]()
        tasks.notices.said.connect(lambda said: told.append(said.text))
        faults = [PosError("broken")]

        async def read() -> None:
            await asyncio.sleep(1)
            if faults:
                raise faults.pop()

        reading = Reading(tasks, "look", read, lambda: shown.append("shown"))
        for expected in ([], ["shown"]):
            reading.again()
            await tasks.settle(10)
            assert shown == expected
        assert len(told) == 1
        await tasks.close()
        reading.again()
        assert not tasks.names()

    run_virtual(scenario())

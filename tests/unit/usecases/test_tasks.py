"""Owned tasks: kept, fenced, told and ended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from pos_app.domain.errors import PosError
from pos_app.usecases.tasks import TaskOwner
from tests.helpers.virtual import run_virtual


def test_task_owner(expect_log: Callable[[str], None]) -> None:
    """An error in one task is logged and told; the others go on; close ends all."""
    expect_log("ERROR pos_app.usecases.tasks: task failed")

    async def scenario() -> None:
        told: list[BaseException] = []
        owner = TaskOwner(told.append)
        quiet = TaskOwner()

        async def fail() -> None:
            raise PosError("broken")

        assert await owner.settle(1)
        owner.spawn(asyncio.sleep(100), "long")
        owner.spawn(fail(), "bad")
        quiet.spawn(fail(), "bad too")
        await asyncio.sleep(1)
        assert [str(error) for error in told] == ["broken"]
        assert owner.names() == ["long"]
        assert not await owner.settle(1)
        await owner.close()
        assert owner.spawn(fail(), "late") is None
        assert not owner.names()

    run_virtual(scenario())


def test_the_end_of_work_is_told(expect_log: Callable[[str], None]) -> None:
    """However it ended; but not when it was cancelled."""
    expect_log("ERROR pos_app.usecases.tasks: task failed")

    async def scenario() -> None:
        ended: list[str] = []
        owner = TaskOwner()

        async def fail() -> None:
            raise PosError("broken")

        owner.spawn(asyncio.sleep(1), "good", done=lambda: ended.append("good"))
        owner.spawn(fail(), "bad", done=lambda: ended.append("bad"))
        owner.spawn(asyncio.sleep(100), "long", done=lambda: ended.append("long"))
        await asyncio.sleep(2)
        await owner.close()
        assert ended == ["bad", "good"]

    run_virtual(scenario())


def test_without_a_loop_nothing_begins() -> None:
    """At the very end Qt still paints while no loop runs."""
    owner = TaskOwner()
    assert owner.spawn(asyncio.sleep(1), "late") is None
    assert not owner.names()

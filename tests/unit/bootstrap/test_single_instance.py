"""One running till per data folder (R11)."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from pos_app.bootstrap.instance_lock import InstanceLock
from pos_app.bootstrap.single_instance import SingleInstance
from pos_app.domain.errors import SettingsError, StoreError


async def test_a_second_start_raises_the_first_window(tmp_path: Path) -> None:
    """The second finds the lock taken and is answered by the first; afterwards it is free."""
    lock, other = InstanceLock(tmp_path), InstanceLock(tmp_path)
    first, raised = SingleInstance(lock), list[int]()
    assert lock.take()
    assert lock.take()
    await first.listen(lambda: raised.append(1))
    assert not other.take()
    await SingleInstance(other).ask_first()
    assert raised == [1]
    await first.close()
    lock.release()
    assert other.take()
    other.release()


async def test_a_first_start_that_has_just_begun_is_waited_for(tmp_path: Path) -> None:
    """Two clicks on the icon: the second finds the lock before the first can be asked."""
    first, raised = SingleInstance(InstanceLock(tmp_path)), list[int]()
    asking = asyncio.create_task(SingleInstance(InstanceLock(tmp_path)).ask_first())
    await asyncio.sleep(0)
    assert not asking.done()
    await first.listen(lambda: raised.append(1))
    await asking
    assert raised == [1]
    await first.close()


async def test_a_stranger_is_not_answered(tmp_path: Path) -> None:
    """Without the token from the owner's file nothing happens."""
    first, second = (SingleInstance(InstanceLock(tmp_path)) for _ in range(2))
    raised: list[int] = []
    await first.listen(lambda: raised.append(1))
    address = tmp_path / "running.json"
    port = json.loads(address.read_text())["port"]
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"x" * 1000 + b"\n")
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    address.write_text(json.dumps({"port": port, "token": "wrong"}))
    with pytest.raises(SettingsError, match="already_running"):
        await second.ask_first(patience_s=0)
    assert not raised
    await first.close()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"port": 1, "token": "x"}'])
async def test_a_silent_first_program_is_named(tmp_path: Path, text: str) -> None:
    """When the first does not answer, the second says so instead of starting."""
    (tmp_path / "running.json").write_text(text)
    with pytest.raises(SettingsError, match="already_running"):
        await SingleInstance(InstanceLock(tmp_path)).ask_first(patience_s=0)


def test_a_folder_that_can_t_be_written(tmp_path: Path) -> None:
    """No write access is said before anything starts."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="read_only"):
        InstanceLock(tmp_path / "file" / "data").take()

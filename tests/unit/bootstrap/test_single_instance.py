"""One running till per data folder (R11)."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from pos_app.bootstrap.single_instance import SingleInstance
from pos_app.domain.errors import SettingsError, StoreError


async def test_a_second_start_raises_the_first_window(tmp_path: Path) -> None:
    """The second finds the lock taken and is answered by the first; afterwards it is free."""
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    raised: list[int] = []
    assert first.take()
    await first.listen(lambda: raised.append(1))
    assert not second.take()
    await second.ask_first()
    assert raised == [1]
    await first.release()
    assert second.take()
    await second.release()


async def test_a_stranger_is_not_answered(tmp_path: Path) -> None:
    """Without the token from the owner's file nothing happens."""
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    raised: list[int] = []
    assert first.take()
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
        await second.ask_first()
    assert not raised
    await first.release()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"port": 1, "token": "x"}'])
async def test_a_silent_first_program_is_named(tmp_path: Path, text: str) -> None:
    """When the first does not answer, the second says so instead of starting."""
    (tmp_path / "running.json").write_text(text)
    with pytest.raises(SettingsError, match="already_running"):
        await SingleInstance(tmp_path).ask_first()


def test_a_folder_that_can_t_be_written(tmp_path: Path) -> None:
    """No write access is said before anything starts."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="read_only"):
        SingleInstance(tmp_path / "file" / "data").take()

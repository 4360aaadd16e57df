"""A verified copy after each sale (money.md M12)."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pos_app.domain.errors import StoreError
from pos_app.usecases.backup_keeper import BackupKeeper
from pos_app.usecases.bulletin import SaleInFront, SettingsChanged, Trouble
from tests.helpers.virtual import Disk, VirtualTill, run_virtual


class SlowBackups:
    """Takes a second for each copy; `fault` makes it fail."""

    def __init__(self) -> None:
        """Nothing copied yet."""
        self.made = 0
        self.fault = False

    async def make(self, folder: Path | None = None) -> Path:
        """Copy."""
        await asyncio.sleep(1)
        if self.fault:
            raise StoreError("disk_full")
        self.made += 1
        return folder or Path("copy")


def test_one_copy_at_a_time_and_none_forgotten() -> None:
    """Sales that end during a copy are in the next one; a failure is told and not fatal."""

    async def scenario() -> None:
        till, backups = VirtualTill(Disk()), SlowBackups()
        BackupKeeper(till.till, backups, till.background)
        tell = till.till.bulletin.publish
        tell(SettingsChanged())
        for _ in range(3):
            tell(SaleInFront(None))
            await asyncio.sleep(0.1)
        await asyncio.sleep(5)
        assert backups.made == 2
        backups.fault = True
        tell(SaleInFront(None))
        await asyncio.sleep(5)
        assert [event.error.code for event in till.events if isinstance(event, Trouble)] == [
            "disk_full"
        ]
        backups.fault = False
        tell(SaleInFront(None))
        await asyncio.sleep(5)
        assert backups.made == 3
        await till.background.close()

    run_virtual(scenario())

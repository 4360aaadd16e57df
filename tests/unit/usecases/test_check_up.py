"""The doctor of the running till."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from pos_app.domain.errors import StoreError, VaultError
from pos_app.ports import ConnectionReport
from pos_app.usecases import check_up as module
from pos_app.usecases import doctor
from pos_app.usecases.catalogue import Catalogue
from pos_app.usecases.check_up import CheckUp, Looked
from pos_app.usecases.doctor import Finding, State
from pos_app.usecases.journal_keeper import JournalKeeper
from pos_app.usecases.settings_desk import SettingsDesk
from tests.fakes.store import FakeSecretStore
from tests.helpers.virtual import Disk, VirtualTill, run_virtual
from tests.unit.usecases.test_background import desk_of

pytestmark = pytest.mark.usefixtures("no_threads")


@pytest.fixture
def no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Virtual time can't wait for threads: what would run in one runs at once."""

    async def at_once(work: Callable[..., object], *arguments: object) -> object:
        return work(*arguments)

    monkeypatch.setattr(asyncio, "to_thread", at_once)


class FakeHealth:
    """A sound database on a large disk, or not."""

    def __init__(self) -> None:
        self.free, self.wrong = 10_000_000_000, ""
        self.trouble: StoreError | None = None

    async def free_bytes(self) -> int:
        """Room on the disk."""
        if self.trouble is not None:
            raise self.trouble
        return self.free

    async def complaint(self) -> str:
        """What is wrong."""
        return self.wrong


class Practice:
    """A till and the doctor who looks at it."""

    def __init__(self) -> None:
        self.till = VirtualTill(Disk())
        self.health, self.problem = FakeHealth(), ""
        self.desk: SettingsDesk
        self.desk, _, self.secrets, self.connection = desk_of(self.till)
        self.secrets.set("client_secret", "s")

    async def printer_problem(self, _spec: str) -> str:
        """What is wrong with the printer."""
        return self.problem

    async def look(self) -> dict[str, Finding]:
        """All findings by name."""
        till, journal = self.till, self.till.store.journal
        catalogue = Catalogue(
            till.till, provider=till.provider, store=till.store.catalogue, reach=till.reach
        )
        looked = Looked(
            health=self.health,
            journal=journal,
            keeper=JournalKeeper(journal, FakeSecretStore()),
            people=till.store.people,
            secrets=self.secrets,
            printer_problem=self.printer_problem,
        )
        doctor_ = CheckUp(till.till, settings=self.desk, catalogue=catalogue, looked=looked)
        findings = await doctor_.run()
        assert [finding.name for finding in findings] == doctor.NAMES
        return {finding.name: finding for finding in findings}


def test_a_till_that_can_sell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything was looked at; what is only worth a warning does not stop sales."""

    async def scenario() -> None:
        practice = Practice()
        await practice.till.begin()
        level = 500
        practice.desk.settings = replace(
            practice.desk.settings, balance_warning_minor=level, printer="pdf:/slips"
        )
        found = await practice.look()
        assert doctor.can_sell(list(found.values()))
        states = {name: one.state for name, one in found.items() if one.state is not State.OK}
        assert states == {
            "secrets": State.WARN,
            "catalogue": State.WARN,
            "clock": State.SKIPPED,
            "balance": State.SKIPPED,
        }

        def locked(_name: str) -> str:
            raise VaultError("locked")

        with monkeypatch.context() as patch:
            patch.setattr(practice.secrets, "get", locked)
            found = await practice.look()
        assert (found["secrets"].code, found["journal"].state) == ("locked", State.OK)
        practice.problem, practice.health.wrong = "no_answer", "row 7 missing"
        found = await practice.look()
        assert (found["printer"].code, found["database"].code) == ("no_answer", "damaged")
        assert "row 7 missing" in found["database"].sentence
        await practice.till.end()

    run_virtual(scenario())


def test_a_store_that_fails() -> None:
    """The finding says so, what hangs on it is skipped, the provider is asked all the same."""

    async def scenario() -> None:
        practice = Practice()
        await practice.till.begin()
        practice.health.trouble = StoreError("io")
        found = await practice.look()
        assert (found["database"].state, found["database"].code) == (State.FAIL, "failed")
        assert found["journal"].state is State.SKIPPED
        assert found["connection"].state is State.OK
        await practice.till.end()

    run_virtual(scenario())


def test_a_provider_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence ends after a few seconds; secrets that can't be read are said as well."""

    async def scenario() -> None:
        practice = Practice()
        await practice.till.begin()

        async def silent(*_arguments: object) -> ConnectionReport:
            await asyncio.Event().wait()
            raise AssertionError("never")

        monkeypatch.setattr(module, "_PATIENCE_S", 0.5)
        monkeypatch.setattr(practice.desk, "test_connection", silent)
        found = await practice.look()
        assert (found["connection"].code, found["connection"].values["said"]) == (
            "silent",
            "no_answer",
        )

        async def locked(*_arguments: object) -> ConnectionReport:
            raise VaultError("locked")

        monkeypatch.setattr(practice.desk, "test_connection", locked)
        assert (await practice.look())["connection"].values["said"] == "locked"
        await practice.till.end()

    run_virtual(scenario())

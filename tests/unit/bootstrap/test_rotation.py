"""A new provider secret on a real till: tried live, stored where secrets lie, in force at once."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from pos_app.bootstrap.installation import set_up
from pos_app.bootstrap.real import real_parts
from pos_app.bootstrap.running import RunningTill
from pos_app.config import Paths
from pos_app.domain.errors import ProviderUnavailableError, RefusedError
from pos_app.domain.notices import NoticeKind
from pos_app.domain.people import Approval
from pos_app.domain.settings import Settings
from pos_app.training.provider import TrainingProvider
from pos_app.usecases.services import Services
from tests.helpers.waiting import until

OLD, NEW = "the-old-secret", "the-new-secret"


async def stand(services: Services, wanted: list[NoticeKind]) -> None:
    """Wait until exactly these notices stand: they are written beside the work."""
    found: list[NoticeKind] = []
    for _ in range(200):
        found = [notice.kind for notice in await services.notices.standing()]
        if found == wanted:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(found)


async def test_a_secret_is_rotated(tmp_path: Path) -> None:
    """Refused while the provider does not know it; then accepted, and the notice goes."""
    paths, environment = Paths.below(tmp_path), {"POS_APP_HOME": str(tmp_path)}
    # The provider has switched to the new secret already; the till still has the old one.
    provider = TrainingProvider(client_id="till-7", client_secret=NEW)
    settings = Settings(
        store="Shop",
        till="T1",
        country="DE",
        currency="EUR",
        provider_url=await provider.start(),
        client_id="till-7",
        installation_id="rotation",
        printer=f"pdf:{tmp_path / 'slips'}",
    )
    try:
        await set_up(paths, settings, OLD, manager=("Marta", "9999"))
        async with RunningTill(await real_parts(paths, environment)) as till:
            await rotate(till.services, paths)
        kept = json.loads((paths.data / "secrets.json").read_text())
        assert kept["client_secret"] == NEW
    finally:
        await provider.stop()


async def rotate(services: Services, paths: Paths) -> None:
    """What a manager does once the notice is read."""
    (marta,) = await services.session.managers()
    word = Approval(marta.id, marta.id)
    with pytest.raises(ProviderUnavailableError, match="invalid_signature"):
        await services.balance.refresh()
    desk = services.settings
    with pytest.raises(RefusedError, match="account_refused") as refused:
        await desk.save(desk.settings, word, secret="mistyped")
    assert refused.value.params["said"] == "invalid_signature"
    assert json.loads((paths.data / "secrets.json").read_text())["client_secret"] == OLD
    await stand(services, [NoticeKind.CREDENTIALS_REFUSED])
    await desk.save(desk.settings, word, secret=NEW)
    await until(lambda: services.balance.last, 15)
    assert (await services.balance.refresh()).available.currency == "EUR"
    await stand(services, [])

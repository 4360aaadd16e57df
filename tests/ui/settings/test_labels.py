"""Shelf labels in the settings, and how orders are placed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from pos_app.domain.money import Language
from pos_app.domain.settings import ProcessingMode, Settings
from pos_app.ui.kit import BaseButton, PlainLabel, RowList, SegmentedChoice
from pos_app.ui.shell_port import PageName
from pos_app.ui.views.settings.provider import ProviderSection
from pos_app.ui.views.settings.state import Draft, SettingsState
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINER, Counter

EAN = "4006381333931"


async def test_a_label_is_removed(counter: Counter) -> None:
    """Each label stands with its product; removed, a scan asks again."""
    await until(lambda: counter.services.catalogue.products)
    await counter.sign_in(TRAINER)
    await counter.open(PageName.SETTINGS)
    counter.find(RowList, "settings_topics").select("labels")
    await until(lambda: counter.sees("no_labels"))
    assortment = counter.services.counter.assortment
    product = counter.services.catalogue.products[0]
    approval = counter.services.session.own_approval()
    await assortment.teach(EAN, product.code, approval)
    await until(lambda: counter.sees("shelf_labels"))
    (row,) = counter.find(RowList, "shelf_labels").rows.rows()
    assert (row.title, row.trailing) == (EAN, product.brand)
    assert not counter.find(BaseButton, "forget_label").isEnabled()
    counter.find(RowList, "shelf_labels").select(EAN)
    counter.press("forget_label")
    await until(lambda: counter.sees("no_labels"))
    assert assortment.find(EAN) is None


@pytest.mark.parametrize("mode", list(ProcessingMode))
def test_how_orders_are_placed_is_chosen(qtbot: QtBot, mode: ProcessingMode) -> None:
    """The choice has a sentence of its own and is saved with the account."""
    section = ProviderSection()
    qtbot.addWidget(section)
    other = next(each for each in ProcessingMode if each is not mode)
    section.fill(SettingsState(_settings(other), Language.EN, False, True, "file"))  # noqa: FBT003
    hint = section.findChild(PlainLabel, "processing_mode_hint")
    choice = section.findChild(SegmentedChoice, "processing_mode")
    save = section.findChild(BaseButton, "save_provider")
    assert hint is not None
    assert choice is not None
    assert save is not None
    assert choice.current() == other.value
    before = hint.text()
    choice.button(mode.value).click()
    assert hint.text() not in {"", before}
    with qtbot.waitSignal(section.save_wanted) as saved:
        save.click()
    assert saved.args is not None
    (draft,) = saved.args
    assert isinstance(draft, Draft)
    assert draft.values["processing_mode"] is mode


def _settings(mode: ProcessingMode) -> Settings:
    return Settings(
        store="Shop",
        till="T1",
        country="DE",
        currency="EUR",
        provider_url="https://api.example.com/v1",
        client_id="shop",
        installation_id="0af0c2f2-6a5e-4d4e-9f5c-6a1a5c6f0e55",
        processing_mode=mode,
    )

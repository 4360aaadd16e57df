"""Slips to look at before anything was sold."""

from __future__ import annotations

import pytest

from pos_app.domain.money import Language
from pos_app.domain.slip import CardSlip, MaskedCopy
from pos_app.domain.slip import TestPage as RulerPage
from pos_app.usecases.specimens import CARD, SHOP_COPY, SPECIMENS, TEST_PAGE, specimen
from tests.helpers.virtual import Disk, VirtualTill, run_virtual

KINDS = {CARD: CardSlip, SHOP_COPY: MaskedCopy, TEST_PAGE: RulerPage}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", SPECIMENS)
def test_a_specimen_is_worth_nothing(kind: str, language: Language) -> None:
    """In both languages, with this till's name; an invented card is marked across the slip."""

    async def scenario() -> None:
        till = VirtualTill(Disk())
        slip = specimen(kind, till.till, till.slips, language)
        assert isinstance(slip, KINDS[kind])
        assert slip.head.store == "Shop"
        assert slip.head.language is language
        assert slip.head.training == (kind != TEST_PAGE)
        assert till.printer.printed == []

    run_virtual(scenario())

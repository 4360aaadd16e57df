"""Every error that the program can raise has a sentence of its own, in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.domain import errors
from pos_app.domain.errors import AmountError, PosError, RefusedError, WrongPinError
from pos_app.domain.money import Language, Money
from pos_app.provider import errors as provider_errors
from pos_app.ui.texts.error_table import SENTENCES
from pos_app.ui.texts.errors import code_sentence, error_sentence, has_sentence
from pos_app.ui.translation import use_language

PACKAGE = Path(__file__).parents[4] / "pos_app"
KINDS = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, PosError)
}
# Raised with a code that is computed: the codes stand in tables of their own.
COMPUTED = {
    "StoreError": ("disk_full", "read_only", "corrupt", "locked", "io"),
    "PrinterError": ("permission", "disk_full", "unknown_printer", "failed"),
    "RefusedError": ("unavailable", "other_currency", "other_country", "no_delivery_method"),
    "CurrencyMismatchError": ("currency_mismatch",),
}
SILENCES = ("not_sent", "no_answer", "cut", "name_unknown", "tls_failed", "not_connected")
# The command line and the entry print their own English sentences; the window never meets these.
COMMANDS = ("cli", "__main__")


def raised() -> Iterator[tuple[str, str, str]]:
    """Kind, code and place of every error made with a literal code."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        if place.split("/")[0].removesuffix(".py") in COMMANDS:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            first = node.args[0] if node.args else None
            if node.func.id in KINDS and isinstance(first, ast.Constant):
                yield node.func.id, str(first.value), f"{place}:{node.lineno}"


def test_the_search_finds_what_is_raised() -> None:
    """The search sees codes of every layer that raises some."""
    layers = {place.split("/")[0] for _, _, place in raised()}
    assert {"domain", "usecases", "store", "printing", "provider"} <= layers


def test_every_raised_code_has_a_sentence() -> None:
    """Nobody ever meets the sentence for unknown codes because of our own errors."""
    missing = [
        f"{place}: {kind} {code}"
        for kind, code, place in raised()
        if not has_sentence(KINDS[kind], code)
    ]
    missing += [
        f"{kind} {code}"
        for kind, codes in COMPUTED.items()
        for code in codes
        if not has_sentence(KINDS[kind], code)
    ]
    assert missing == []


def test_every_code_of_the_contract_has_a_sentence() -> None:
    """What the provider may say is said in our words, and so is its silence."""
    tables = [provider_errors._GENERAL, *provider_errors._BY_CALL.values()]
    codes = {code for table in tables for _, _, code in table}
    listed = codes - {"invalid_idempotency_key_header"} | set(SILENCES)
    assert [code for code in sorted(listed) if code not in SENTENCES] == []


@pytest.mark.parametrize("spoken", list(Language))
def test_values_are_filled_in(qapp: QApplication, spoken: Language) -> None:
    """No sentence keeps an empty place when its error brings the values."""
    use_language(qapp, spoken)
    low = RefusedError("balance_too_low", available=Money(150, "EUR"), total=Money(5000, "EUR"))
    steps = AmountError("off_step", step=Money(500, "EUR"), minimum=Money(1000, "EUR"))
    offered = AmountError("not_offered", offered=(Money(1000, "EUR"), Money(2500, "EUR")))
    waiting = WrongPinError("too_early", wait_s=12.2)
    said = [error_sentence(each) for each in (low, steps, offered, waiting)]
    use_language(qapp, Language.EN)
    assert not any("{" in each for each in said)
    amount = "€1.50" if spoken is Language.EN else "1,50\u00a0€"
    assert amount in said[0]
    assert "13" in said[3]


def test_one_code_may_mean_two_things(qapp: QApplication) -> None:
    """Too early for giving up and too early for a PIN are two sentences."""
    use_language(qapp, Language.EN)
    assert error_sentence(RefusedError("too_early")) != error_sentence(
        WrongPinError("too_early", wait_s=timedelta(seconds=3))
    )


def test_codes_of_tomorrow_are_named(qapp: QApplication) -> None:
    """An unknown code stands in the sentence, so that support can look it up."""
    use_language(qapp, Language.EN)
    assert "brand_new" in error_sentence(RefusedError("brand_new"))
    assert "brand_new" in code_sentence("brand_new")


def test_markup_in_values_stays_text(qapp: QApplication) -> None:
    """A value from outside is put in as it is; labels show it as plain text."""
    use_language(qapp, Language.EN)
    assert "<b>x</b>" in error_sentence(RefusedError("unavailable", brand="<b>x</b>"))

"""Money is exact, strict about what it reads, and never a float."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.errors import AmountError, CurrencyMismatchError
from pos_app.domain.money import Language, Money, exponent

CURRENCIES = st.sampled_from(["EUR", "JPY", "KWD", "CLF", "CHF"])
AMOUNTS = st.builds(Money, st.integers(-(10**12), 10**12), CURRENCIES)


@given(AMOUNTS)
def test_wire_round_trip(amount: Money) -> None:
    """What is written for the provider reads back as the same amount."""
    assert Money.from_wire(amount.to_wire(), amount.currency) == amount


@given(st.builds(Money, st.integers(0, 10**10), CURRENCIES), st.sampled_from(Language))
def test_typed_round_trip(amount: Money, language: Language) -> None:
    """What an amount field shows can be typed back in the same language."""
    shown = amount.display_number(language, grouped=False)
    assert Money.from_input(shown, amount.currency, language) == amount


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (5000, "EUR", "50.0"),
        (1234, "EUR", "12.34"),
        (-1230, "EUR", "-12.3"),
        (5, "JPY", "5.0"),
        (1, "KWD", "0.001"),
    ],
)
def test_wire_form(minor: int, currency: str, text: str) -> None:
    """The provider's form is the shortest with at least one fraction digit."""
    assert Money(minor, currency).to_wire() == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (50.0, "not_a_number"),
        (None, "not_a_number"),
        ("1e3", "not_a_number"),
        ("NaN", "not_a_number"),
        ("1,5", "not_a_number"),
        (" 1.0", "not_a_number"),
        ("١.٠", "not_a_number"),
        ("1.001", "too_fine"),
        ("9" * 15, "not_a_number"),
    ],
)
def test_wire_refusals(text: object, code: str) -> None:
    """A provider's amount that is not a plain decimal string is refused with its reason."""
    with pytest.raises(AmountError) as refused:
        Money.from_wire(text, "EUR")
    assert refused.value.code == code


@pytest.mark.parametrize("currency", [None, "eur", "EURO", ""])
def test_unknown_currency(currency: object) -> None:
    """Only three capital letters are a currency."""
    with pytest.raises(AmountError) as refused:
        Money.from_wire("1.0", currency)
    assert refused.value.code == "unknown_currency"


@pytest.mark.parametrize("minor", [1.0, True, "1", 10**16])
def test_only_whole_minor_units(minor: object) -> None:
    """Floats, bools, texts and absurd sizes never become money."""
    with pytest.raises(AmountError):
        Money(minor, "EUR")  # type: ignore[arg-type]


def test_currency_code_is_checked() -> None:
    """A currency that is no code is refused at the door."""
    with pytest.raises(AmountError):
        Money(1, "euro")


@pytest.mark.parametrize(
    ("text", "language", "minor"),
    [
        ("1.50", Language.EN, 150),
        ("€1.5", Language.EN, 150),
        ("50", Language.EN, 5000),
        ("1,50", Language.DE, 150),
        ("1,50\u00a0€", Language.DE, 150),
    ],
)
def test_typed_amounts(text: str, language: Language, minor: int) -> None:
    """Each language's own form is understood, with or without the sign."""
    assert Money.from_input(text, "EUR", language).minor == minor


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("1,50", Language.EN, "other_form"),
        ("1.50", Language.DE, "other_form"),
        ("", Language.EN, "not_a_number"),
        ("abc", Language.EN, "not_a_number"),
        ("1.", Language.EN, "not_a_number"),
        ("-5", Language.EN, "not_a_number"),
        ("1.5.0", Language.EN, "not_a_number"),
        ("1.5x", Language.EN, "not_a_number"),
        ("²", Language.EN, "not_a_number"),
        ("9" * 16, Language.EN, "not_a_number"),
        ("1.505", Language.EN, "too_fine"),
    ],
)
def test_typed_refusals(text: str, language: Language, code: str) -> None:
    """The other language's form and nonsense are refused with their reason."""
    with pytest.raises(AmountError) as refused:
        Money.from_input(text, "EUR", language)
    assert refused.value.code == code
    assert refused.value.params["text"] == text


@pytest.mark.parametrize(
    ("amount", "english", "german"),
    [
        (Money(123456, "EUR"), "€1,234.56", "1.234,56\u00a0€"),
        (Money(-5, "JPY"), "-¥5", "-5\u00a0¥"),
        (Money(1230, "CHF"), "CHF\u00a012.30", "12,30\u00a0CHF"),
        (Money(-1230, "CHF"), "-CHF\u00a012.30", "-12,30\u00a0CHF"),
    ],
)
def test_display(amount: Money, english: str, german: str) -> None:
    """English formats by en_GB, German by de_DE."""
    assert amount.display(Language.EN) == english
    assert amount.display(Language.DE) == german


def test_sums() -> None:
    """Amounts of one currency add, subtract, negate and compare."""
    one, two = Money(100, "EUR"), Money(200, "EUR")
    assert one + two == Money(300, "EUR")
    assert one - two == -one
    assert one < two
    assert one <= one  # noqa: PLR0124
    assert Money.zero("EUR") + one == one
    assert two.is_multiple_of(one)
    assert not one.is_multiple_of(two)
    assert one.is_multiple_of(Money.zero("EUR"))


def test_two_currencies_never_mix() -> None:
    """A sum over two currencies is refused."""
    with pytest.raises(CurrencyMismatchError) as refused:
        _ = Money(1, "EUR") + Money(1, "GBP")
    assert str(refused.value) == "currency_mismatch (ours=EUR, theirs=GBP)"


def test_exponents() -> None:
    """Minor units follow ISO 4217."""
    assert [exponent(code) for code in ("EUR", "JPY", "KWD", "CLF")] == [2, 0, 3, 4]

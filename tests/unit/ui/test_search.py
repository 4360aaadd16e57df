"""Search: accents, German spelling, one wrong letter, ranking."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pos_app.domain.money import Money
from pos_app.domain.product import DeliveryMethod, FixedAmounts, Product
from pos_app.ui.search import ProductIndex, begins_nearly, fold, words_of

BRANDS = (
    "Müller & Söhne",
    "Straßencafé",
    "Nordlicht",
    "Mediamarkt Ost",
    "Media Kiste",
    "H&M",
    "Coca-Cola",
    "Łódź Books",
    "Жемчуг",
    "Kaffeewerk",
)


def product(brand: str, name: str = "", category: str = "books") -> Product:
    """A product that can be ordered."""
    return Product(
        code=f"p-{brand}",
        name=name or f"{brand} gift card",
        brand=brand,
        category=category,
        countries=("DE",),
        available=True,
        denominations=FixedAmounts((Money(1000, "EUR"),)),
        delivery_methods=(DeliveryMethod.CODE,),
    )


def index_of(*brands: str) -> tuple[ProductIndex, list[Product]]:
    """An index over products of these brands."""
    products = [product(brand) for brand in brands]
    return ProductIndex(products), products


def find(text: str) -> list[str]:
    """The brands that a text finds, the best first."""
    index, products = index_of(*BRANDS)
    return [products[place].brand for place in index.find(text)]


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("mueller", "Müller & Söhne"),
        ("muller", "Müller & Söhne"),
        ("MÜLLER", "Müller & Söhne"),
        ("soehne", "Müller & Söhne"),
        ("strassencafe", "Straßencafé"),
        ("straßencafé", "Straßencafé"),
        ("h&m", "H&M"),
        ("hm", "H&M"),
        ("cocacola", "Coca-Cola"),
        ("coca cola", "Coca-Cola"),
        ("lodz", "Łódź Books"),
        ("жемч", "Жемчуг"),
        ("licht", "Nordlicht"),
        ("kiste media", "Media Kiste"),
        ("mediakiste", "Media Kiste"),
    ],
)
def test_spelling_does_not_matter(text: str, brand: str) -> None:
    """Accents, German spellings, signs, word order and blanks lead to the same product."""
    assert find(text)[0] == brand


@pytest.mark.parametrize(
    "text", ["nordlcht", "nrodlicht", "mordlicht", "nordlightt"[:9], "nordlichtt", "onrdlicht"]
)
def test_one_wrong_letter_is_forgiven(text: str) -> None:
    """One letter missing, swapped, wrong or added still finds the brand."""
    assert "Nordlicht" in find(text)


def test_two_wrong_letters_are_not() -> None:
    """Otherwise everything would look like everything."""
    assert find("mordlucht") == []


@given(st.sampled_from(["nordlicht", "kaffeewerk", "mediamarkt"]), st.data())
def test_any_single_mistake_is_found(word: str, data: st.DataObject) -> None:
    """Wherever the mistake is and whatever it is."""
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    kind = data.draw(st.sampled_from(["wrong", "missing", "added", "swapped"]))
    typed = {
        "wrong": word[:place] + letter + word[place + 1 :],
        "missing": word[:place] + word[place + 1 :],
        "added": word[:place] + letter + word[place:],
        "swapped": word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :],
    }[kind]
    found = find(typed)
    assert any(fold(brand).replace(" ", "").startswith(word[:8]) for brand in found), typed


@given(st.text("ab", min_size=1, max_size=6), st.text("ab", min_size=1, max_size=7))
@example("abab", "abba")
@example("aab", "ab")
def test_nearly_is_exactly_one_letter(query: str, word: str) -> None:
    """The quick comparison agrees with trying every beginning of the word."""
    starts = {word[:length] for length in range(len(word) + 1)}
    assert begins_nearly(word, query) == any(_one_step(start, query) for start in starts)


def _one_step(left: str, right: str) -> bool:
    """Whether at most one letter was left out, added, changed or swapped with its neighbour."""
    places = range(len(left) + 1)
    steps = {left}
    steps |= {left[:at] + left[at + 1 :] for at in places}
    for letter in "ab":
        steps |= {left[:at] + letter + left[at:] for at in places}
        steps |= {left[:at] + letter + left[at + 1 :] for at in places if at < len(left)}
    steps |= {
        left[:at] + left[at + 1 : at + 2] + left[at : at + 1] + left[at + 2 :] for at in places
    }
    return right in steps


def test_the_best_match_comes_first() -> None:
    """Whole words before beginnings, beginnings before insides, brands before names."""
    products = [
        product("Inkaffee"),
        product("Zebra", name="Kaffee voucher"),
        product("Kaffeewerk"),
        product("Kaffee"),
    ]
    index = ProductIndex(products)
    found = [products[place].brand for place in index.find("kaffee")]
    assert found == ["Kaffee", "Zebra", "Kaffeewerk", "Inkaffee"]


def test_every_word_must_be_found() -> None:
    """More words find less, never more."""
    assert set(find("media ost")) == {"Mediamarkt Ost"}
    assert find("media nordlicht") == []


def test_an_empty_search_shows_everything_in_order() -> None:
    """What sells comes first, then by brand; what can't be ordered comes last."""
    products = [product("Zebra"), product("Anna"), product("Broken"), product("Bella")]
    index = ProductIndex(products)
    index.arrange(orderable=[True, True, False, True], rank={"p-Zebra": 2, "p-Broken": 9})
    assert [products[place].brand for place in index.find(" ")] == [
        "Zebra",
        "Anna",
        "Bella",
        "Broken",
    ]


def test_the_order_changes_without_reading_again() -> None:
    """Among equal matches what is wanted more comes first; a better match still beats it."""
    products = [product("Anna"), product("Bella"), product("Annabel")]
    index = ProductIndex(products)
    assert index.find("gift") == [0, 2, 1]
    index.arrange(rank={"p-Bella": 3, "p-Annabel": 2})
    assert index.find("gift") == [1, 2, 0]
    assert index.find("anna") == [0, 2]
    index.arrange(orderable=[False, True, True])
    assert index.find("gift") == [2, 1, 0]
    index.arrange()
    assert index.find("") == [0, 2, 1]
    assert len(index) == 3


def test_results_are_the_callers_own() -> None:
    """Whoever changes a list of results changes no order."""
    index, _ = index_of("Anna", "Bella")
    index.find("").reverse()
    assert index.find("") == [0, 1]


def test_categories_narrow_the_search() -> None:
    """A category holds for the empty search and for words."""
    products = [product("Anna", category="food"), product("Annabel", category="books")]
    index = ProductIndex(products)
    assert index.categories() == ["books", "food"]
    assert index.find("", "food") == [0]
    assert index.find("ann", "books") == [1]
    assert index.find("food") == [0]


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    """Signs, other scripts and half characters find something or nothing."""
    index, products = index_of(*BRANDS)
    found = index.find(text)
    assert len(set(found)) == len(found) <= len(products)
    assert words_of(text) is not None

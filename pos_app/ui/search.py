"""Search over all products in memory: pure, no Qt, a few milliseconds for 10,000 products.

A query is words; a product is found when each of them finds one of its words: the whole word,
its beginning, its inside (three letters and more), or with one letter wrong, missing, too many
or swapped (four letters and more). Accents don't matter, and `ß`/`ss`, `ü`/`ue` are the same.

The cost lies in the different words, not in the products: each word is looked at once.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import Final

from pos_app.domain.product import Product

_WORD: Final = re.compile(r"[^\W_]+")
_INNER: Final = re.compile(r"[^\w\s]+")
# Letters that don't fall apart into a base letter and an accent.
_PLAIN: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_INSIDE_FROM, _TYPO_FROM = 3, 4
_HALF_MOST: Final = 6
_ENOUGH: Final = 40  # words that fit as they are: then nobody has mistyped

# Lower is better; a match in the brand beats the same match in the name or the category.
_EXACT, _START, _INSIDE, _TYPO = 0, 3, 6, 9
_BRAND, _NAME, _CATEGORY = 0, 1, 2
_WORST: Final = _TYPO + _CATEGORY + 1
_SHIFT: Final = 1 << 20
_LAST: Final = 1 << 60


def fold(text: str) -> str:
    """Lower case without accents: `Müßli` becomes `mussli`."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def foldings(text: str) -> tuple[str, ...]:
    """The ways to spell a text without its accents: `Müller` is `muller` and `mueller`."""
    if text.isascii():
        return (text.lower(),)
    composed = unicodedata.normalize("NFC", text).casefold()
    german = fold(composed.translate(_GERMAN))
    plain = fold(composed)
    return (plain,) if german == plain else (plain, german)


def words_of(text: str) -> set[str]:
    """The words by which a text is found; `Coca-Cola` also as `cocacola`."""
    found: set[str] = set()
    for folded in foldings(text):
        if folded.isalnum():  # nearly every one
            found.add(folded)
            continue
        found.update(_WORD.findall(folded))
        found.update(_WORD.findall(_INNER.sub("", folded)))
    return found


class _Parts:
    """What texts consist of; each part between blanks is taken to pieces once."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}
        self._words: dict[str, set[str]] = {}

    def folded(self, text: str) -> str:
        """What `fold` makes of it."""
        if text.isascii():
            return text.lower()
        known = self._folded
        parts = text.split(" ")
        for part in parts:
            if part not in known:
                known[part] = fold(part)
        return " ".join([known[part] for part in parts])

    def posts(self, texts: Iterable[str]) -> dict[str, list[int]]:
        """For each word the numbers of the texts that have it, some of them twice."""
        places: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for part in text.split():
                places.setdefault(part, []).append(number)
        posts: dict[str, list[int]] = {}
        for part, numbers in places.items():
            words = self._words.get(part)
            if words is None:
                words = self._words[part] = words_of(part)
            for word in words:
                posts.setdefault(word, []).extend(numbers)
        return posts


class ProductIndex:
    """The searchable form of a catalogue; `find` answers with positions in it.

    Made once for a catalogue, on any thread. What a till sells best changes with every sale:
    `arrange` says in which order equal matches come, and takes a moment.
    """

    def __init__(self, products: Sequence[Product]) -> None:
        """Read all words once; products come in the order of their brands."""
        parts = _Parts()
        brand_keys = {brand: fold(brand) for brand in {product.brand for product in products}}
        keys = [
            (brand_keys[product.brand], parts.folded(product.name), product.code)
            for product in products
        ]
        # Places are by brand, whatever the turn: nearly sorted is soon sorted.
        self._by_brand = sorted(range(len(products)), key=keys.__getitem__)
        placed = [products[at] for at in self._by_brand]
        self._codes = [product.code for product in placed]
        self._categories = [product.category for product in products]
        self._category_names = sorted({name for name in self._categories if name}, key=fold)
        brands = parts.posts(_also_in_one_word(product.brand) for product in placed)
        names = parts.posts(product.name for product in placed)
        categories = parts.posts(product.category for product in placed)
        self._posts = ((_BRAND, brands), (_NAME, names), (_CATEGORY, categories))
        self._words = sorted({*brands, *names, *categories})
        self._tails = _tails(self._words)
        self._order, self._turns = self._by_brand, list(range(len(products)))

    def arrange(
        self, *, orderable: Sequence[bool] | None = None, rank: Mapping[str, int] | None = None
    ) -> None:
        """Put those that can't be ordered last, and what was sold often (by code) first."""
        by_brand, sold = self._by_brand, rank or {}
        keys = [-sold.get(code, 0) for code in self._codes] if sold else [0] * len(by_brand)
        if orderable is not None:
            keys = [
                key if orderable[at] else key + _LAST
                for key, at in zip(keys, by_brand, strict=True)
            ]
        placed = sorted(range(len(by_brand)), key=keys.__getitem__)
        turns = [0] * len(placed)
        for turn, place in enumerate(placed):
            turns[place] = turn
        self._order, self._turns = [by_brand[place] for place in placed], turns

    def __len__(self) -> int:
        """How many products there are."""
        return len(self._codes)

    def categories(self) -> list[str]:
        """All categories, by name."""
        return self._category_names

    def find(self, text: str, category: str = "") -> list[int]:
        """Positions of the products that match, the best first; all of them without a text."""
        asked = [foldings(word) for word in _query_words(text)]
        found = self._ranked(asked) if asked else list(self._order)
        if category:
            return [at for at in found if self._categories[at] == category]
        return found

    def _ranked(self, asked: Sequence[tuple[str, ...]]) -> list[int]:
        total: dict[int, int] = {}
        for number, spellings in enumerate(asked):
            found = self._match(spellings)
            if number:
                both = total.keys() & found.keys()
                total = {place: total[place] + found[place] for place in both}
            else:
                total = found
        turns, order = self._turns, self._order
        ranked = sorted([score * _SHIFT + turns[place] for place, score in total.items()])
        return [order[each % _SHIFT] for each in ranked]

    def _match(self, spellings: Sequence[str]) -> dict[int, int]:
        """The best score of every product that one query word finds in any of its spellings."""
        qualities: dict[str, int] = {}
        for spelling in spellings:
            for word, quality in self._qualities(spelling).items():
                if quality < qualities.get(word, _WORST):
                    qualities[word] = quality
        words: dict[int, list[str]] = {}
        for word, quality in qualities.items():
            words.setdefault(quality, []).append(word)
        found: dict[int, int] = {}
        # The worst first: what is better replaces it, and nothing has to be compared.
        for quality in sorted(words, reverse=True):
            for field, posts in reversed(self._posts):
                lists = [posts[word] for word in words[quality] if word in posts]
                found.update(dict.fromkeys(chain.from_iterable(lists), quality + field))
        return found

    def _qualities(self, word: str) -> dict[str, int]:
        """How well each of our words fits one typed word."""
        found: dict[str, int] = {}
        if len(word) >= _INSIDE_FROM:
            found = dict.fromkeys([each for each in self._words if word in each], _INSIDE)
        found.update(dict.fromkeys(self._beginning(word), _START))
        if word in found:
            found[word] = _EXACT
        if len(word) >= _TYPO_FROM and len(found) < _ENOUGH:
            for each in self._nearly(word):
                found.setdefault(each, _TYPO)
        return found

    # --- words ---------------------------------------------------------------------------------

    def _beginning(self, start: str) -> list[str]:
        first = bisect_left(self._words, start)
        last = bisect_left(self._words, start + "\U0010ffff", first)
        return self._words[first:last]

    def _nearly(self, word: str) -> Iterable[str]:
        """Words that begin like `word` with one letter wrong, missing, too many or swapped."""
        half = min(len(word) // 2, _HALF_MOST)
        # The mistake is behind the first half, so that this half is right ...
        for each in self._beginning(word[:half]):
            if begins_nearly(each, word):
                yield each
        # ... or in it, so that the rest is right but perhaps moved by one.
        rest = word[half:]
        for shift in (-1, 0, 1):
            at = half + shift
            for each in self._tails[at].get(rest[:2], ()):
                if each.startswith(rest, at) and begins_nearly(each, word):
                    yield each
        # Two letters swapped across the middle.
        swapped = word[: half - 1] + word[half] + word[half - 1] + word[half + 1 :]
        yield from self._beginning(swapped)


def _also_in_one_word(brand: str) -> str:
    """`Media Markt` is found by `mediamarkt` too."""
    return f"{brand} {brand.replace(' ', '')}" if " " in brand else brand


def _query_words(text: str) -> list[str]:
    """The words of a query as they were typed, signs inside them left out."""
    composed = unicodedata.normalize("NFC", text)
    return list(islice(_WORD.findall(_INNER.sub("", composed)), 8))


def _tails(words: Sequence[str]) -> Sequence[Mapping[str, Sequence[str]]]:
    """Words by the two letters at each position, for mistakes in the first half of a query."""
    tails: list[dict[str, list[str]]] = [{} for _ in range(_HALF_MOST + 2)]
    for word in words:
        for at in range(1, min(len(word) - 1, _HALF_MOST + 2)):
            tails[at].setdefault(word[at : at + 2], []).append(word)
    return tails


def begins_nearly(word: str, query: str) -> bool:
    """Whether `word` begins like `query` but for one letter wrong, missing, added or swapped."""
    same = 0
    for ours, theirs in zip(word, query, strict=False):
        if ours != theirs:
            break
        same += 1
    rest = query[same:]
    if not rest:
        return True
    return (
        word.startswith(rest[1:], same + 1)  # another letter
        or word.startswith(rest, same + 1)  # one is missing in the query
        or word.startswith(rest[1:], same)  # one too many in the query
        or (len(rest) > 1 and word.startswith(rest[1] + rest[0] + rest[2:], same))
    )

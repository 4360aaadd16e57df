"""One slip's language and alphabet: words, times and amounts, and outside texts made drawable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from pos_app.domain.money import Language, Money
from pos_app.printing.fonts import Face, metrics
from pos_app.printing.plain import LONG, drawable, is_exact, one_line, plain
from pos_app.printing.texts import say, say_date, say_exact_time


@dataclass(frozen=True, slots=True)
class Speech:
    """Says everything of one slip; texts from outside pass through `line` or `text` only."""

    language: Language

    def say(self, key: str, **values: object) -> str:
        """Our own words. Values from outside are cleaned first, by `line`."""
        return say(self.language, key, **values)

    def line(self, text: str) -> str:
        """A name, number or sentence from outside, on one line."""
        return self._drawable(one_line(text, self.language))

    def text(self, text: str) -> str:
        """A long text from outside, with its line breaks."""
        return self._drawable(plain(text, self.language, LONG))

    def _drawable(self, text: str) -> str:
        return drawable(text, self.language, metrics(Face.REGULAR).has)

    def money(self, amount: Money) -> str:
        """An amount as this language writes it."""
        return amount.display(self.language)

    def date(self, day: date) -> str:
        """A day."""
        return say_date(self.language, day)

    def exact_time(self, moment: datetime) -> str:
        """A moment, to the second, with its zone."""
        return say_exact_time(self.language, moment)

    def is_exact(self, token: str) -> bool:
        """Whether a code, PIN or link can be printed sign by sign."""
        return is_exact(token, metrics(Face.CODE).has)

"""What is not sold for a while."""

from __future__ import annotations

import pytest

from pos_app.domain.errors import RefusedError
from pos_app.domain.people import PersonId
from pos_app.domain.stops import ALL_BRANDS, Stop, Stops, neat_sentence
from tests.helpers.lines import T0

KINO = Stop("Kino", "Recalled.", T0, PersonId(2))
ALL = Stop(ALL_BRANDS, "Stocktaking.", T0, PersonId(2))


def test_a_brand_is_stopped_by_its_own_stop_or_by_that_of_all() -> None:
    """Other brands are sold on; a stop of everything is what the cashier is told first."""
    assert list(Stops((KINO,))) == [KINO]
    Stops((KINO,)).check("Buch")
    with pytest.raises(RefusedError, match="selling_stopped") as refused:
        Stops((KINO,)).check("Kino")
    assert refused.value.params == {"brand": "Kino", "sentence": "Recalled."}
    assert Stops((ALL, KINO)).of("Kino") == ALL
    assert Stops((ALL, KINO)).of("Buch") == ALL


@pytest.mark.parametrize(
    ("text", "code"),
    [(" \n ", "sentence_missing"), ("x" * 201, "sentence_too_long"), ("a\x07b", "sentence_too")],
)
def test_what_is_no_sentence(text: str, code: str) -> None:
    """Empty, too long, or with signs that nobody can read."""
    with pytest.raises(RefusedError, match=code):
        neat_sentence(text)


def test_a_sentence_is_one_line() -> None:
    """Line ends and doubled blanks are a slip of the hand."""
    assert neat_sentence("  Not\ntoday.  Ask  Marta. ") == "Not today. Ask Marta."

"""What the history of the balance adds up to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pos_app.domain.credit import Credit, CreditStory, story_of
from pos_app.domain.money import Money

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def credit(hours: int, minor: int, currency: str = "EUR") -> Credit:
    """So much, so many hours ago."""
    return Credit(NOW - timedelta(hours=hours), Money(minor, currency))


def test_an_empty_story_says_nothing() -> None:
    """Before the first answer there is nothing to add up."""
    story = CreditStory(())
    assert (story.now, story.lowest, story.steps) == (None, None, ())
    assert (story.came_in(), story.went_out(), story.days_left()) == (None, None, None)


def test_rises_and_falls() -> None:
    """Each change by its sign; a second look at the same is no change; the lowest is the last."""
    shuffled = [credit(1, 4_000), credit(48, 10_000), credit(24, 4_000), credit(12, 9_000)]
    story = story_of([*shuffled, credit(6, 9_000), credit(2, 500, "GBP")], "EUR")
    assert [step.change.minor for step in story.steps] == [0, -6_000, 5_000, -5_000]
    assert story.now == credit(1, 4_000)
    assert story.lowest == credit(1, 4_000)
    assert story.came_in() == Money(5_000, "EUR")
    assert story.went_out() == Money(11_000, "EUR")


def test_how_long_it_lasts() -> None:
    """At the pace of the days seen; not without falls, and not by a single morning."""
    story = story_of([credit(48, 10_000), credit(0, 8_000)], "EUR")
    assert story.days_left() == 8
    assert story_of([credit(48, 8_000), credit(0, 9_000)], "EUR").days_left() is None
    assert story_of([credit(23, 10_000), credit(0, 8_000)], "EUR").days_left() is None
    assert story_of([credit(48, 1_000), credit(0, -100)], "EUR").days_left() == 0

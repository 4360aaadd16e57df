"""Stop selling: a brand or everything, with a sentence for the cashier."""

from __future__ import annotations

from pos_app.domain.stops import ALL_BRANDS
from pos_app.ui.kit import Banner, Field, RowList, SearchField
from pos_app.ui.shell_port import PageName
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINER, Counter


async def stops_page(counter: Counter) -> None:
    """Open the topic with the brands of the catalogue in it."""
    await until(lambda: counter.services.catalogue.products)
    await counter.sign_in(TRAINER)
    await counter.open(PageName.SETTINGS)
    counter.find(RowList, "settings_topics").select("stops")
    await until(lambda: counter.sees("settings_stops"))


async def test_a_brand_is_stopped_and_sold_again(counter: Counter) -> None:
    """The stop is in force at once, stands in the list, and ends with one press."""
    await stops_page(counter)
    brand = counter.find(RowList, "brands").rows.rows()[1].title
    counter.find(SearchField, "brand_search").setText(brand)
    assert counter.find(RowList, "brands").selected_key() == brand
    counter.find(Field, "stop_sentence-field").set_text("Out of order until noon.")
    counter.press("stop_selling")
    stops = counter.services.owner.stops
    await until(lambda: stops.current.of(brand))
    await until(lambda: counter.sees("stops"))
    row = counter.find(RowList, "stops").rows.rows()[0]
    assert (row.title, row.detail) == (brand, "Out of order until noon.")
    counter.press("sell_again")
    await until(lambda: stops.current.of(brand) is None)
    await until(lambda: not counter.sees("stops"))


async def test_everything_is_stopped(counter: Counter) -> None:
    """The first row of the brands stands for all of them."""
    await stops_page(counter)
    brands = counter.find(RowList, "brands")
    brands.select(brands.rows.rows()[0].key)
    counter.find(Field, "stop_sentence-field").set_text("Stock-taking.")
    counter.press("stop_selling")
    await until(lambda: counter.services.owner.stops.current.of("Any"))
    assert [each.brand for each in counter.services.owner.stops.current] == [ALL_BRANDS]
    await until(lambda: counter.sees("stops"))
    assert counter.find(RowList, "stops").rows.rows()[0].title == "Everything"


async def test_what_is_missing_is_said(counter: Counter) -> None:
    """Neither a stop without a brand nor one without a sentence is made."""
    await stops_page(counter)
    counter.press("stop_selling")
    problem = counter.find(Banner, "settings_stops_problem")
    assert problem.text() == "Choose a brand, or everything."
    brands = counter.find(RowList, "brands")
    brands.select(brands.rows.rows()[2].key)
    counter.press("stop_selling")
    field = counter.find(Field, "stop_sentence-field")
    await until(field.has_error)
    assert field.message.text() == "Enter a sentence for the cashier."
    assert not list(counter.services.owner.stops.current)

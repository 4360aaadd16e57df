"""Settings: for managers, section by section, every bad value at its field."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from pos_app.domain.money import Language
from pos_app.domain.people import TILL, Role
from pos_app.domain.theme import Theme
from pos_app.ports import ConnectionReport
from pos_app.ui.kit import Banner, Field, PlainLabel, RowList, SegmentedChoice
from pos_app.ui.shell_port import PageName
from pos_app.ui.theme.current import theme
from pos_app.ui.views.settings.connection_form import ConnectionForm
from pos_app.ui.views.settings.person_sheet import PersonSheet
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, TRAINER, Counter


async def section(counter: Counter, name: str) -> None:
    """Open one topic of the settings."""
    if not counter.sees("settings_page"):
        await counter.open(PageName.SETTINGS)
    counter.find(RowList, "settings_topics").select(name)
    await until(lambda: counter.sees(f"settings_{name}"))


async def test_cashiers_ask_a_manager(counter: Counter) -> None:
    """A cashier sees no setting before a manager has approved, and loses it on leaving."""
    await counter.sign_in(TRAINEE)
    await counter.open(PageName.SETTINGS)
    assert not counter.sees("shop_name")
    counter.press("ask_manager")
    await until(lambda: counter.sees("manager_pin"))
    counter.find(QLineEdit, "manager_pin").setText("9999")
    counter.press("approve")
    await until(lambda: counter.sees("shop_name"))
    await counter.open(PageName.DAY)
    await counter.open(PageName.SETTINGS)
    assert not counter.sees("shop_name")


async def test_the_shop_is_renamed(counter: Counter, tmp_path: Path) -> None:
    """A new name is on the bar at once and in the file; a bad one is said at the field."""
    await counter.sign_in(TRAINER)
    await section(counter, "shop")
    name = counter.find(QLineEdit, "shop_name")
    name.setText("")
    counter.press("save_shop")
    field = counter.find(Field, "shop_name-field")
    await until(field.has_error)
    assert field.message.text() == "Enter the shop's name, 1 to 80 characters."
    name.setText("Kiosk am Markt")
    counter.press("save_shop")
    await until(lambda: counter.text("store_name") == "Kiosk am Markt")
    assert "Kiosk am Markt" in (tmp_path / "till" / "settings.json").read_text("utf-8")
    assert counter.said[-1].text == "Saved."


async def test_the_connection_is_tested_in_words(counter: Counter) -> None:
    """The live test says that it works and what the balance is; or the provider's code."""
    await counter.sign_in(TRAINER)
    await section(counter, "provider")
    counter.press("test_connection")
    await until(lambda: counter.sees("connection_result"))
    result = counter.find(Banner, "connection_result")
    assert result.text() == "The connection works. The balance is €10,000.00."
    counter.find(QWidget, "client_secret").setProperty("text", "wrong")
    assert not counter.sees("connection_result")
    counter.press("test_connection")
    await until(lambda: counter.sees("connection_result"))
    assert "invalid_signature" in result.text()
    assert "refuses the client id or the secret" in result.text()


async def test_an_unusable_address_is_said_at_its_field(counter: Counter) -> None:
    """What is no address is told before anybody is asked."""
    await counter.sign_in(TRAINER)
    await section(counter, "provider")
    counter.find(QWidget, "provider_url").setProperty("text", "http://example.com/v1")
    counter.press("test_connection")
    field = counter.find(Field, "provider_url-field")
    await until(field.has_error)
    assert "https" in field.message.text()


async def test_the_printer_is_chosen_and_tried(counter: Counter, tmp_path: Path) -> None:
    """Another folder takes effect with the next page; a bad address is said at its field."""
    await counter.sign_in(TRAINER)
    await section(counter, "printing")
    counter.find(QLineEdit, "printer_folder").setText(str(tmp_path / "elsewhere"))
    counter.press("save_printer")
    await until(lambda: counter.said)
    counter.press("print_test_page")
    await until(lambda: len(counter.said) == 2)
    assert list((tmp_path / "elsewhere").glob("*.pdf"))
    counter.press("printer_kind-escpos")
    counter.find(QLineEdit, "printer_address").setText("not an address")
    counter.press("save_printer")
    await until(counter.find(Field, "printer_address-field").has_error)
    counter.press("printer_kind-none")
    counter.press("save_printer")
    await until(lambda: len(counter.said) == 3)
    counter.press("print_test_page")
    await until(lambda: counter.sees("settings_printing_problem"))
    assert "No printer is chosen" in counter.find(Banner, "settings_printing_problem").text()


async def test_language_and_colours_change_at_once(counter: Counter) -> None:
    """One press, and every word is German, every amount too, and the window dark."""
    await counter.sign_in(TRAINER)
    await section(counter, "look")
    counter.press("language-de")
    await until(lambda: counter.shell.language is Language.DE)
    rail = counter.find(QWidget, "rail_settings")
    await until(lambda: rail.accessibleName() == "Einstellungen")
    assert counter.text("settings_look_title") == "Sprache und Farben"
    await until(lambda: counter.text("balance") == "10.000,00\u00a0€")
    counter.press("theme-dark")
    await until(lambda: theme().palette.dark)
    assert counter.services.settings.settings.theme is Theme.DARK
    assert counter.find(SegmentedChoice, "theme").current() == "dark"


async def test_limits_are_amounts_of_the_language(counter: Counter) -> None:
    """A limit in the other language's form is refused with an example; empty is no limit."""
    await counter.sign_in(TRAINER)
    await section(counter, "limits")
    card = counter.find(QLineEdit, "card_limit")
    card.setText("50,00")
    counter.press("save_limits")
    field = counter.find(Field, "card_limit-field")
    assert field.message.text() == "Write the amount with a point, for example 10.50."
    card.setText("50")
    counter.find(QLineEdit, "sale_limit").setText("")
    counter.press("save_limits")
    await until(lambda: counter.said)
    settings = counter.services.settings.settings
    assert (settings.card_limit_minor, settings.sale_limit_minor) == (5000, None)
    assert counter.services.till.profile.card_limit is not None


async def test_people_are_added_and_changed(counter: Counter) -> None:
    """A new person with a PIN may sign in; names and PINs that can't be are said in the sheet."""
    await counter.sign_in(TRAINER)
    await section(counter, "people")
    people = counter.find(RowList, "people")
    await until(lambda: len(people.rows.rows()) == 2)
    counter.press("add_person")
    await until(lambda: counter.sees("person_sheet"))
    sheet = counter.find(PersonSheet, "person_sheet")
    fields = {each.edit.objectName(): each for each in sheet.findChildren(Field)}
    fields["person_name"].set_text("Trainee")
    fields["new_pin"].set_text("2222")
    fields["repeat_pin"].set_text("2223")
    counter.press("save_person")
    assert fields["repeat_pin"].message.text() == "The two PINs differ."
    fields["repeat_pin"].set_text("2222")
    counter.press("save_person")
    await until(fields["person_name"].has_error)
    assert "already called Trainee" in fields["person_name"].message.text()
    fields["person_name"].set_text("Anna")
    counter.press("save_person")
    await until(lambda: len(people.rows.rows()) == 3)
    await until(lambda: not counter.sees("person_sheet"))
    assert people.rows.rows()[0].title == "Anna"
    await counter.services.session.lock()
    await counter.sign_in(("Anna", "2222"))


async def test_the_last_manager_stays(counter: Counter) -> None:
    """The only manager can't be barred; the reason stands above the list."""
    await counter.sign_in(TRAINER)
    await section(counter, "people")
    people = counter.find(RowList, "people")
    await until(lambda: len(people.rows.rows()) == 2)
    people.select("2")
    counter.press("change_active")
    await until(lambda: counter.sees("settings_people_problem"))
    said = counter.find(Banner, "settings_people_problem").text()
    assert "at least one manager" in said


async def test_who_changes_themselves_signs_in_anew(counter: Counter) -> None:
    """A manager who becomes a cashier does not keep a manager's session."""
    await counter.services.people.change(
        replace((await counter.services.people.all())[0], role=Role.MANAGER), by=TILL
    )
    await counter.sign_in(TRAINER)
    await section(counter, "people")
    people = counter.find(RowList, "people")
    await until(lambda: len(people.rows.rows()) == 2)
    people.select("2")
    counter.press("change_role")
    await until(lambda: counter.services.session.is_locked)


async def test_about_names_the_licences(counter: Counter) -> None:
    """Version and the licences of the parts can be read."""
    await counter.sign_in(TRAINER)
    await section(counter, "about")
    texts = {
        each.text() for each in counter.find(QWidget, "about_licences").findChildren(PlainLabel)
    }
    assert {"Qt, PySide6, shiboken6", "LGPL-3.0"} <= texts


async def test_a_person_is_renamed_and_gets_another_pin(counter: Counter) -> None:
    """Both sheets ask only for what they change, and the new PIN opens the till."""
    await counter.sign_in(TRAINER)
    await section(counter, "people")
    people = counter.find(RowList, "people")
    await until(lambda: len(people.rows.rows()) == 2)
    people.select("1")
    counter.press("rename_person")
    await until(lambda: counter.sees("person_sheet"))
    assert not counter.sees("new_pin")
    counter.find(QLineEdit, "person_name").setText("")
    counter.press("save_person")
    assert counter.find(Field, "person_name-field").message.text() == "Enter a name."
    counter.find(QLineEdit, "person_name").setText("Anna")
    counter.press("save_person")
    await until(lambda: not counter.sees("person_sheet"))
    await until(lambda: people.rows.rows()[0].title == "Anna")
    counter.press("reset_pin")
    await until(lambda: counter.sees("person_sheet"))
    assert not counter.sees("person_name")
    counter.find(QLineEdit, "new_pin").setText("12")
    counter.press("save_person")
    assert counter.find(Field, "new_pin-field").has_error()
    for name in ("new_pin", "repeat_pin"):
        counter.find(QLineEdit, name).setText("2468")
    counter.press("save_person")
    await until(lambda: not counter.sees("person_sheet"))
    await counter.services.session.lock()
    await counter.sign_in(("Anna", "2468"))


async def test_a_clock_that_is_off_is_told(counter: Counter) -> None:
    """The live test says by how much the computer's clock differs, fast or slow."""
    await counter.sign_in(TRAINER)
    await section(counter, "provider")
    form = counter.find(ConnectionForm, "connection_form")
    form.show_report(ConnectionReport(ok=True, clock_skew_s=600))
    assert form.result.text() == "The connection works. This computer's clock is 10 minutes fast."
    form.show_report(ConnectionReport(ok=False, code="invalid_date_header", clock_skew_s=-61))
    assert "(invalid_date_header)" in form.result.text()
    assert "clock is 1 minute slow" in form.result.text()

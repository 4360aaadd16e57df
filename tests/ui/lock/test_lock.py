"""The lock screen: a state of the program that nothing gets around."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pos_app.domain.people import Permission, Person, PersonId, Role
from pos_app.ui.kit import PrimaryButton, RowList
from pos_app.ui.shell_port import PageName
from pos_app.ui.views.lock.sign_in_form import SignInForm, SignInState
from tests.helpers.waiting import until
from tests.ui.conftest import TRAINEE, TRAINER, Counter


def names(widget: QWidget) -> set[str]:
    """Every name and text that assistive technology finds in a window."""
    found: set[str] = set()
    todo = [QAccessible.queryAccessibleInterface(widget)]
    while todo:
        node = todo.pop()
        found.add(node.text(QAccessible.Text.Name))
        children = [node.child(place) for place in range(node.childCount())]
        todo += [each for each in children if isinstance(each, QAccessibleInterface)]
    return found


async def test_words_of_the_lock_screen(counter: Counter) -> None:
    """List, field and button are called as promised, and a cashier is preselected."""
    people = counter.find(RowList, "cashiers")
    await until(people.rows.rows)
    assert people.accessibleName() == "Cashiers"
    assert counter.find(QLineEdit, "pin").accessibleName() == "PIN"
    assert counter.find(QWidget, "unlock").accessibleName() == "Unlock"
    assert [row.title for row in people.rows.rows()] == ["Trainee", "Trainer"]
    assert people.selected_key() == people.rows.rows()[0].key


async def test_training_shows_its_sign_ins(counter: Counter) -> None:
    """Training says on its lock screen how to get in."""
    await until(lambda: counter.sees("sign_in_hints"))
    assert "Trainee · PIN 1111" in counter.text("sign_in_hint_text")


async def test_enter_unlocks(counter: Counter) -> None:
    """PIN and Enter are enough."""
    await until(counter.find(RowList, "cashiers").rows.rows)
    pin = counter.find(QLineEdit, "pin")
    QTest.keyClicks(pin, "1111")
    QTest.keyClick(pin, Qt.Key.Key_Return)
    await until(lambda: counter.sees("shell"))
    assert counter.text("cashier_name") == "Trainee"


async def test_a_wrong_pin_is_said_and_forgotten(counter: Counter) -> None:
    """A wrong PIN is told in words, the field is empty again, and the till stays locked."""
    await until(counter.find(RowList, "cashiers").rows.rows)
    form = counter.find(SignInForm, "lock_form")
    form.pin.set_text("1112")
    counter.press("unlock")
    await until(form.pin.has_error)
    assert form.pin.message.text() == "The PIN is wrong. Please try again."
    assert form.pin.text() == ""
    assert counter.services.session.is_locked


async def test_too_many_wrong_pins_are_counted_down(counter: Counter) -> None:
    """After the fifth wrong PIN the time until the next try is shown, and tries do nothing."""
    await until(counter.find(RowList, "cashiers").rows.rows)
    form = counter.find(SignInForm, "lock_form")
    for _ in range(6):
        form.pin.set_text("1112")
        counter.press("unlock")
        await until(lambda: not form.button.is_held())
        if "Try again in 0:" in form.pin.message.text():
            break
    assert "Too many wrong PINs" in form.pin.message.text()
    form.pin.set_text("1111")
    counter.press("unlock")
    assert counter.services.session.is_locked


async def test_nothing_lies_behind_the_lock(counter: Counter) -> None:
    """Locked, the pages are gone from the window and from the accessibility tree."""
    await counter.sign_in(TRAINER)
    await counter.open(PageName.SETTINGS)
    assert "Shop name" in names(counter.window)
    counter.press("rail_lock")
    await until(lambda: counter.sees("lock_screen"))
    assert {"Shop name", "Settings", "Day", "Lock"}.isdisjoint(names(counter.window))
    counter.shell.go(PageName.DAY)
    await counter.key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert not counter.sees("shell")


async def test_the_lock_closes_what_is_open(counter: Counter) -> None:
    """A dialog does not outlive the lock, and whoever waits for it gets no approval."""
    await counter.sign_in(TRAINEE)
    answers = []

    async def ask() -> None:
        answers.append(await counter.shell.approve(Permission.SHOW_CODE))

    counter.tasks.spawn(ask(), "ask")
    await until(lambda: counter.sees("approval_sheet"))
    await counter.services.session.lock()
    await until(lambda: answers == [None])
    assert not [each for each in counter.window.findChildren(QDialog) if each.isVisible()]


async def test_the_last_person_is_preselected(counter: Counter) -> None:
    """After a lock the person who was there is the one most likely to come back."""
    await counter.sign_in(TRAINER)
    await counter.services.session.lock()
    people = counter.find(RowList, "cashiers")
    await until(people.rows.rows)
    chosen = next(row for row in people.rows.rows() if row.key == people.selected_key())
    assert chosen.title == "Trainer"


async def test_arrow_keys_choose_without_leaving_the_pin(counter: Counter) -> None:
    """Down in the PIN field chooses the next person."""
    people = counter.find(RowList, "cashiers")
    await until(people.rows.rows)
    QTest.keyClick(counter.find(QLineEdit, "pin"), Qt.Key.Key_Down)
    assert people.selected_key() == people.rows.rows()[1].key


async def test_it_locks_by_itself(counter: Counter) -> None:
    """Nobody touches the till for the time set: it locks; the notices wait for the next person."""
    await counter.sign_in(TRAINEE)
    counter.shell._idle.set_limit(0)
    counter.shell._idle._timer.setInterval(20)
    counter.shell._idle.touch()
    await until(lambda: counter.services.session.is_locked)
    counter.shell.notify("Something happened meanwhile.")
    assert not counter.sees("notice")
    await counter.sign_in(TRAINEE)
    await until(lambda: counter.sees("notice"))


def empty_form(qtbot: QtBot) -> tuple[SignInForm, list[tuple[int, str]]]:
    """A form before anybody can be chosen, and what it submits."""
    button = PrimaryButton("Unlock", object_name="unlock")
    form = SignInForm(list_object="cashiers", pin_object="pin", button=button)
    form.put_button_below()
    qtbot.addWidget(form)
    sent: list[tuple[int, str]] = []
    form.submitted.connect(lambda person, pin: sent.append((person, pin)))
    form.show_state(SignInState())
    return form, sent


def test_faster_than_the_list(qtbot: QtBot) -> None:
    """PIN and Enter before the only cashier has been read are sent once that is."""
    form, sent = empty_form(qtbot)
    form.pin.edit.setText("1111")
    form.submit()
    assert sent == []
    anna = Person(PersonId(7), "Anna", Role.CASHIER)
    marta = Person(PersonId(8), "Marta", Role.MANAGER)
    form.show_state(SignInState((anna, marta), selected=7))
    assert sent == [(7, "1111")]


def test_faster_than_the_list_of_many(qtbot: QtBot) -> None:
    """A PIN typed before anybody could be chosen is not tried for somebody else."""
    form, sent = empty_form(qtbot)
    assert form.people.isHidden()
    QTest.keyClicks(form.pin.edit, "1357")
    QTest.keyClick(form.pin.edit, Qt.Key.Key_Return)
    people = (Person(PersonId(1), "Ayla", Role.CASHIER), Person(PersonId(2), "Bob", Role.CASHIER))
    form.show_state(SignInState(people, 1))
    assert sent == []
    assert form.pin.message.text() == "Choose who you are, then unlock."
    assert form.pin.text() == "1357"
    QTest.keyClick(form.pin.edit, Qt.Key.Key_Return)
    assert sent == [(1, "1357")]

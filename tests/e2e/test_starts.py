"""How the program starts: twice, damaged, without a place to write, in German."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from tests.helpers.atspi import Desktop, wait
from tests.helpers.blackbox import CASHIER, MANAGER, Provider, Shop, content_of
from tests.helpers.decode import Slip
from tests.helpers.till import TillOnScreen


def _xdotool(desktop: Desktop, *words: str) -> None:
    subprocess.run(["xdotool", *words], env=desktop.environment, check=True)


def test_second_start_raises_the_first_window(shop: Shop, provider: Provider) -> None:
    """It ends with 0 at once, and the window that was there is in front again."""
    shop.set_up(provider.url)
    with shop.opened() as till:
        desktop = till.desktop
        frame = till.window.find("frame", object_name="main_window", timeout_s=15)
        till.field("PIN")
        _xdotool(desktop, "search", "--name", "Eckladen", "windowminimize")
        wait(lambda: "active" not in frame.states, 15, "a window put away")
        second = desktop.start(shop.command, shop.environment)
        assert second.wait(60) == 0
        wait(lambda: "active" in frame.states, 15, "the first window in front")
        assert till.process.poll() is None


def test_two_starts_at_once(shop: Shop, provider: Provider) -> None:
    """A double click gives one till: the other start finds it, though it has just begun."""
    shop.set_up(provider.url)
    assert shop.desktop is not None
    both = {shop.desktop.start(shop.command, shop.environment) for _ in range(2)}
    ended = wait(lambda: [each for each in both if each.poll() is not None], 60, "one end")
    assert [each.returncode for each in ended] == [0]
    (left,) = both - set(ended)
    shop.desktop.window_of(left).find("text", "PIN", timeout_s=30)
    left.terminate()
    assert left.wait(60) == 0


def test_ended_while_it_starts(shop: Shop, provider: Provider) -> None:
    """At whatever moment a start is ended, the next one works."""
    shop.set_up(provider.url)
    assert shop.desktop is not None
    for tenths in range(1, 12, 2):
        process = shop.desktop.start(shop.command, shop.environment)
        with suppress(subprocess.TimeoutExpired):
            process.wait(tenths / 10)  # another moment each time; nothing is waited for
        process.terminate()
        assert process.wait(60) in {0, -signal.SIGTERM}
    with shop.opened() as till:
        _sign_in(till)
        till.window.find("text", object_name="search_products", timeout_s=30)
    assert shop.cli("doctor").code == 0


def _problem_of(shop: Shop, *parts: str) -> None:
    """The start stops with a sentence and a way out, ends with 2, and has changed nothing."""
    before = content_of(shop.home / "data")
    with shop.opened() as till:
        for part in parts:
            till.says(part)
        assert not till.window.all("list", "Cashiers", showing=True)
        till.window.press("Quit")
        assert till.process.wait(60) == 2
    after = content_of(shop.home / "data")
    assert {name: after.get(name) for name in before} == before


def test_damaged_settings(shop: Shop, provider: Provider) -> None:
    """Half a settings file is named; nothing is begun anew."""
    shop.set_up(provider.url)
    settings = shop.home / "settings" / "settings.json"
    settings.write_text(settings.read_text(encoding="utf-8")[:-30], encoding="utf-8")
    _problem_of(shop, "settings")


def test_missing_database(shop: Shop, provider: Provider) -> None:
    """Settings without their database stop the start (R11)."""
    shop.set_up(provider.url)
    shop.database.rename(shop.folder / "elsewhere.sqlite3")
    _problem_of(shop, "database")
    assert not shop.database.exists()


def test_damaged_database(shop: Shop, provider: Provider) -> None:
    """A database full of nonsense stops the start, and is left as it is."""
    shop.set_up(provider.url)
    content = shop.database.read_bytes()
    shop.database.write_bytes(content[:4096] + os.urandom(len(content) - 4096))
    _problem_of(shop, "database")


def test_no_place_to_write(shop: Shop, tmp_path: Path) -> None:
    """Training in a folder where nothing can be written: a sentence, not a crash."""
    home = tmp_path / "locked"
    home.mkdir(mode=0o500)
    if os.geteuid() == 0:
        # Nothing is locked to root but this.
        home = Path("/sys/pos-app")
    with shop.opened("--training", POS_APP_HOME=str(home)) as till:
        till.says("may not write")
        till.window.press("Quit")
        assert till.process.wait(60) == 2


def test_german(shop: Shop, provider: Provider) -> None:
    """Amounts as `50,00 €`, typed with a comma; `50.00` is refused with an example."""
    shop.set_up(provider.url)
    with shop.opened(POS_APP_LANGUAGE="de") as till:
        _sign_in(till)
        search = till.window.find("text", object_name="search_products", timeout_s=30)
        search.set_text("Bücherwelt")
        products = till.window.find("list", object_name="products")
        wait(lambda: len(products.children) == 1, 15, "one product")
        till.desktop.click(products.children[0])
        amount = till.window.find("text", object_name="amount")
        amount.set_text("50.00")
        till.says("50,00")
        till.window.find(object_name="add_to_cart").act()
        till.settle()
        assert till.window.all("text", object_name="amount", showing=True)
        amount.set_text("50,00")
        till.window.find(object_name="delivery-code").act()
        till.window.find(object_name="add_to_cart").act()
        cart = till.window.find("list", object_name="cart")
        wait(lambda: cart.children, 15, "a card in the cart")
        assert "50,00\N{NO-BREAK SPACE}€" in cart.children[0].name
        _pay(till)
        lines = till.window.find("list", object_name="sale_lines", timeout_s=15)
        wait(lambda: "••••" in lines.children[0].name, 30, "the card")
        assert "50,00\N{NO-BREAK SPACE}€" in lines.children[0].name
        wait(shop.slip_names, 30, "the slip")
        words = [one.name for one in till.window.all(showing=True) if one.name]
        assert [word for word in words if "€50" in word or "Sell" in word] == []
    slip = Slip.read(shop.slips / "K7-000001-1.pdf")
    assert "50,00" in slip.text
    assert "Gutschein" in slip.text


def test_the_language_of_the_environment_wins_in_training(shop: Shop) -> None:
    """Also over what was chosen in training's own settings."""
    folder = shop.home / "data" / "training"
    with shop.opened("--training", POS_APP_LANGUAGE="en") as till:
        till.window.find("list", "Cashiers", timeout_s=30)
    settings = {"store": "Eckladen", "till": "T1", "country": "DE", "currency": "EUR"}
    settings |= {"provider_url": "http://127.0.0.1:9/v1", "client_id": "training"}
    settings |= {"installation_id": "training", "language": "en"}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    with shop.opened("--training", POS_APP_LANGUAGE="de") as till:
        till.window.find("list", object_name="cashiers", timeout_s=30)
        assert till.window.find(object_name="unlock").name == "Entsperren"


def _sign_in(till: TillOnScreen) -> None:
    cashiers = till.window.find("list", object_name="cashiers", timeout_s=15)
    names = wait(lambda: [row.name for row in cashiers.children], 15, "people")
    assert [name.split(",")[0] for name in names] == [CASHIER[0], MANAGER[0]]
    till.window.find("text", object_name="pin").set_text(CASHIER[1])
    till.window.find(object_name="unlock").act()


def _pay(till: TillOnScreen) -> None:
    pay = till.window.find(object_name="pay")
    wait(lambda: "enabled" in pay.states, 15, "paying")
    pay.act()
    confirm = till.window.find(object_name="confirm_payment", timeout_s=15)
    wait(lambda: "enabled" in confirm.states, 15, "confirming")
    confirm.act()

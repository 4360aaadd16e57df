"""Pictures of the whole kit: `python -m tests.ui.kit.gallery FOLDER` writes PNG files to look at.

Every widget in light, dark and high contrast, at scale 1 and 2, with long German words.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.money import Language, Money
from pos_app.ui import kit
from pos_app.ui.kit.lists import Index
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone, apply_theme

SCREEN = {
    "screens": [
        {
            "name": "till",
            "x": 0,
            "y": 0,
            "width": 3840,
            "height": 2400,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
    ]
}
LONG = "Rückerstattungsbestätigung ausdrucken"


class Tiles(QAbstractListModel):
    """A few invented products."""

    TILES = (
        kit.Tile("Nordlicht", "Gutschein digital", "€10 – €200", favourite=True),
        kit.Tile("Kaffeewerk & Söhne", "Geschenkkarte", "€15 · €25 · €50"),
        kit.Tile("Pixelhain", "Spieleguthaben", "€5 – €100"),
        kit.Tile(
            "Blumenbote", "Gutschein", "€20 · €40", orderable=False, reason="Nicht lieferbar"
        ),
        kit.Tile("Überlandbuchhandlung Großmann", "Büchergutschein", "€10 – €500"),
        kit.Tile("Ωmega Sport", "Geschenkkarte", "€25 · €50 · €100"),
        kit.Tile("Жемчуг", "Подарочная карта", "€50"),
        kit.Tile("Tea & Co", "Voucher", "€10"),
        kit.Tile("Lumen", "Streaming, 3 months", "€29.99"),
        kit.Tile("Bergzeit", "Outdoor card", "€50 – €250", favourite=True),
    )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else len(self.TILES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The tile and its words."""
        tile = self.TILES[index.row()]
        if role == kit.TILE_ROLE:
            return tile
        return tile.words() if role == Qt.ItemDataRole.AccessibleTextRole else None


def column(*parts: QWidget, spacing: int = Space.M) -> QWidget:
    """Widgets one below the other."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for part in parts:
        box.addWidget(part)
    return made


def line(*parts: QWidget) -> QWidget:
    """Widgets side by side, pushed to the left."""
    made = QWidget()
    box = QHBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(Space.S)
    for part in parts:
        box.addWidget(part)
    box.addStretch(1)
    return made


def buttons() -> QWidget:
    """Every kind of button in every state that can be held still."""
    off = kit.PrimaryButton("Nicht möglich", object_name="off", icon=Icon.BAN)
    off.setEnabled(False)
    held = kit.SecondaryButton("Held", object_name="held", shortcut="F4")
    held.hold()
    focused = kit.PrimaryButton("Focused", object_name="focused", icon=Icon.CHECK)
    focused.setProperty("gallery-focus", "yes")
    large = kit.PrimaryButton(
        "Confirm payment",
        object_name="large",
        icon=Icon.CREDIT_CARD,
        shortcut="Return",
        size=kit.ButtonSize.LARGE,
    )
    return kit_card(
        "Buttons",
        line(
            kit.PrimaryButton("Pay", object_name="pay", icon=Icon.WALLET, shortcut="F9"),
            kit.SecondaryButton("Print again", object_name="again", icon=Icon.PRINTER),
            kit.DangerButton("Give up and refund", object_name="give", shortcut="Ctrl+G"),
            kit.QuietButton("Back to cart", object_name="back", icon=Icon.ARROW_LEFT),
            kit.IconButton("Refresh", object_name="fresh", icon=Icon.REFRESH_CW),
        ),
        line(off, held, focused, kit.SecondaryButton(LONG, object_name="long", shortcut="Del")),
        line(large, kit.SecondaryButton("H&M", object_name="hm", size=kit.ButtonSize.LARGE)),
    )


def kit_card(title: str, *parts: QWidget) -> kit.Card:
    """A card with parts below its title."""
    card = kit.Card(title)
    for part in parts:
        card.body.addWidget(part)
    return card


def fields() -> QWidget:
    """Every kind of field."""
    pin = kit.PinField("PIN", object_name="pin", hint="4 to 12 digits")
    pin.set_text("1234")
    amount = kit.AmountField(
        "Amount", object_name="amount", currency="EUR", language=Language.DE, hint="10,00 – 200,00"
    )
    amount.set_money(Money(5000, "EUR"))
    wrong = kit.Field("E-mail address", object_name="mail")
    wrong.set_text("kunde@beispiel")
    wrong.set_error("Das ist keine vollständige Adresse. Beispiel: name@beispiel.de")
    search = kit.SearchField("Search products", object_name="search")
    search.setText("kaffe")
    choice = kit.SegmentedChoice("Delivery", object_name="delivery")
    choice.set_options([("code", "Code"), ("url", "Link"), ("email", "E-mail")])
    choice.set_current("url")
    select = kit.SelectField(object_name="language")
    select.addItem("Deutsch", "de")
    off = kit.Field("Till", object_name="till")
    off.set_text("Kasse 1")
    off.edit.setEnabled(False)
    ticked = kit.CheckBox("Print a payment slip each time", object_name="slip")
    ticked.setChecked(True)
    return kit_card(
        "Fields",
        line(pin, amount),
        wrong,
        off,
        search,
        choice,
        line(kit.Stepper("Quantity", object_name="quantity"), select),
        ticked,
        kit.CheckBox("Beep after a scan", object_name="beep"),
    )


def states() -> QWidget:
    """Pills, banners, notices, progress."""
    words = {
        "waiting": "Waiting",
        "ordering": "Ordering",
        "unknown": "Unknown",
        "delivered": "Delivered",
        "handed_over": "Handed over",
        "failed": "Failed",
        "invalidating": "Invalidating",
        "invalidated": "Invalidated",
        "refund_due": "Rückerstattung fällig",
        "refunded": "Refunded",
    }
    flow = QWidget()
    layout = kit.FlowLayout(flow, Space.S)
    for state, word in words.items():
        layout.addWidget(kit.StatusPill(kit.Pill.of(state, word), object_name=f"pill-{state}"))
    busy = kit.BusyIndicator("Asking the provider: 0:24")
    busy.show()
    bar = kit.ProgressBar("Catalogue", object_name="bar")
    bar.set_progress(2, 5)
    bar.show()
    notice = kit.Notice("Nordlicht €50.00 was removed from the cart.", action="Undo")
    danger = kit.Notice("The card could not be stored: the disk is full.", tone=Tone.DANGER)
    return kit_card(
        "States",
        flow,
        kit.Banner(
            "The provider has not answered for 2 minutes. Cards already paid are being recovered.",
            object_name="offline",
            action="Try now",
        ),
        kit.Banner("The database is damaged.", object_name="damaged", tone=Tone.DANGER),
        kit.Banner("A new catalogue has arrived.", object_name="info", tone=Tone.INFO),
        busy,
        bar,
        notice,
        danger,
    )


def rows() -> QWidget:
    """A list with pills and amounts."""
    made = kit.RowList("Sale lines", object_name="sale-lines")
    made.set_rows(
        [
            kit.Row(
                "1",
                "Nordlicht",
                "Digital gift card · Code",
                "€50.00",
                pills=(kit.Pill.of("delivered", "Delivered"),),
            ),
            kit.Row(
                "2",
                "Überlandbuchhandlung Großmann mit sehr langem Namen",
                "Büchergutschein · E-Mail an k…@beispiel.de",
                "€1,250.00",
                "12:04",
                (kit.Pill.of("failed", "Failed"), kit.Pill.of("refund_due", "Refund due")),
            ),
            kit.Row(
                "3",
                "Open case",
                "Ask the provider about the order of 12:04",
                icon=Icon.TRIANGLE_ALERT,
                icon_tone=Tone.WARNING,
            ),
            kit.Row("4", "Refunded line", "quiet", "€10.00", muted=True),
        ]
    )
    made.select("2")
    made.setMinimumHeight(290)
    return kit_card("Rows", made)


def details() -> QWidget:
    """Pairs, a time line, a code."""
    pairs = kit.KeyValueList(object_name="pairs")
    pairs.set_pairs(
        [
            kit.Pair("Sale", "K1-000123"),
            kit.Pair("Key", "0O1lI-5S8B-€", code=True, key="key"),
            kit.Pair("E-Mail-Adresse", "k…@beispiel.de"),
        ]
    )
    sums = kit.KeyValueList(object_name="sums", right=True)
    sums.set_pairs(
        [
            kit.Pair("Paid at the main till", "1.234,50 €"),
            kit.Pair("Refunds due", "-111,10 €"),
            kit.Pair("Sum", "1.123,40 €", strong=True),
        ]
    )
    time = kit.Timeline(object_name="time")
    time.set_events(
        [
            kit.Event("12:04:11", "Paid", "Anna · main till receipt 8812", Icon.CREDIT_CARD),
            kit.Event("12:04:12", "Ordering", "", Icon.SEND, Tone.INFO),
            kit.Event("12:04:42", "No answer yet", "Key 6f1c…", Icon.HOURGLASS, Tone.WARNING),
            kit.Event("12:05:03", "Delivered", "", Icon.CIRCLE_CHECK, Tone.SUCCESS),
        ]
    )
    return kit_card("Details", pairs, kit.Divider(), sums, kit.Divider(), time)


def empties() -> QWidget:
    """Empty and error states, a code, a keypad."""
    pin = kit.PinField("PIN", object_name="pin2")
    bars = kit.BarcodeView("Sale number", object_name="code")
    bars.set_modules([[bool((n * n + n // 3) % 3) for n in range(80)]])
    return kit_card(
        "",
        kit.EmptyState(
            Icon.SHOPPING_CART,
            "The cart is empty",
            "Type, scan or tap a product to add a card.",
            object_name="empty",
            action="Search products",
        ),
        kit.EmptyState(
            Icon.CLOUD_OFF,
            "The catalogue can't be shown",
            "No answer from the provider. The till tries again by itself.",
            object_name="error",
            tone=Tone.DANGER,
        ),
        bars,
        kit.Keypad(pin.edit, extra=","),
    )


def rail() -> QWidget:
    """The rail."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setSpacing(Space.XS)
    entries = (
        ("Verkauf", Icon.SHOPPING_BAG, "F2"),
        ("Bestellungen", Icon.RECEIPT_TEXT, "F3"),
        ("Offene Fälle", Icon.TRIANGLE_ALERT, "F4"),
        ("Tag", Icon.CALENDAR_CHECK, ""),
        ("Einstellungen", Icon.SETTINGS, ""),
    )
    for place, (words, icon, keys) in enumerate(entries):
        button = kit.RailButton(words, object_name=words, icon=icon, shortcut=keys)
        button.set_current(place == 0)
        button.set_count(12 if place == 2 else 0)
        box.addWidget(button)
    box.addStretch(1)
    box.addWidget(kit.RailButton("Sperren", object_name="lock", icon=Icon.LOCK))
    return made


def type_scale() -> QWidget:
    """Every step of the type scale."""
    return kit_card(
        "Type",
        *(kit.PlainLabel(f"{role.name.title()} 0123 €1,250.00", role) for role in TextRole),
        kit.PlainLabel("<b>never markup</b> & plain", role=Role.MUTED),
    )


def tiles() -> QWidget:
    """The product grid."""
    grid = kit.TileGrid("Products", object_name="products")
    grid.setModel(Tiles(grid))
    grid.setCurrentIndex(grid.model().index(1, 0))
    grid.setMinimumSize(780, 440)
    return column(kit.PageHeader("Sell", "Type, scan or tap"), grid)


class Sample(kit.DialogSheet[str]):
    """A dialog with fields and buttons."""

    def __init__(self, parent: QWidget) -> None:
        """Make it."""
        super().__init__(
            "Nordlicht",
            "Digital gift card. The code is printed on a slip.",
            object_name="sample",
            parent=parent,
        )
        amount = kit.AmountField(
            "Amount",
            object_name="amount2",
            currency="EUR",
            language=Language.EN,
            hint="€10 – €200",
        )
        chips = kit.SegmentedChoice("Amounts", object_name="chips")
        chips.set_options([(str(n), f"€{n}.00") for n in (10, 25, 50, 100, 150, 200)])
        chips.set_current("50")
        self.body.addWidget(chips)
        self.body.addWidget(amount)
        self.body.addWidget(kit.Stepper("Quantity", object_name="quantity2"))
        self.add_button(kit.QuietButton("Cancel", object_name="cancel", shortcut="Esc"))
        add = kit.PrimaryButton("Add to cart", object_name="add", shortcut="Return")
        self.add_button(add, default=True)


def board(*parts: QWidget) -> QWidget:
    """Parts side by side on the page."""
    made = QWidget()
    made.setAutoFillBackground(True)
    box = QHBoxLayout(made)
    box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
    box.setSpacing(Space.XL)
    for part in parts:
        box.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    made.ensurePolished()
    made.resize(made.minimumSizeHint())
    made.resize(made.sizeHint())
    return made


def wide(width: int, part: QWidget) -> QWidget:
    """A part of a fixed width."""
    part.setFixedWidth(width)
    return part


def save(app: QApplication, widget: QWidget, path: Path) -> None:
    """Show, settle, grab, close."""
    widget.show()
    for focused in widget.findChildren(kit.BaseButton, "focused"):
        focused.setFocus(Qt.FocusReason.TabFocusReason)
    app.processEvents()
    widget.grab().save(str(path))
    widget.close()


def picture(folder: Path, scheme: str, *, high: bool, scale: str) -> None:
    """Write all boards of one look."""
    app = QApplication([])
    apply_theme(app, scheme, high_contrast=high)
    name = f"{scheme}{'-high' if high else ''}-{scale}"
    boards = {
        "controls": (
            rail(),
            wide(800, column(kit.TrainingBand("TRAINING – no value"), buttons(), rows())),
        ),
        "fields": (wide(480, fields()), wide(560, states())),
        "details": (wide(420, details()), wide(440, empties()), type_scale()),
        "tiles": (tiles(),),
    }
    for part, widgets in boards.items():
        save(app, board(*widgets), folder / f"{part}-{name}.png")
    window = board(tiles())
    window.show()
    save(app, Sample(window), folder / f"dialog-{name}.png")


def main(arguments: Sequence[str]) -> int:
    """Write every look; each scale needs a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--one", nargs=3, metavar=("SCHEME", "HIGH", "SCALE"))
    wish = parser.parse_args(arguments)
    wish.folder.mkdir(parents=True, exist_ok=True)
    if wish.one:
        scheme, high, scale = wish.one
        picture(wish.folder, scheme, high=high == "high", scale=scale)
        return 0
    screen = wish.folder / "screen.json"
    screen.write_text(json.dumps(SCREEN))
    for scheme, high, scale in itertools.product(("light", "dark"), ("no", "high"), ("1", "2")):
        surroundings = {
            **os.environ,
            "QT_SCALE_FACTOR": scale,
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        }
        again = [sys.executable, "-m", "tests.ui.kit.gallery", str(wish.folder)]
        again += ["--one", scheme, high, scale]
        subprocess.run(again, env=surroundings, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Labels show text and nothing but text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from pos_app.ui import kit
from pos_app.ui.theme import Icon, Role, TextRole, Tone, apply_theme, color, font
from tests.ui.kit.screen import Screen

HOSTILE = '<img src="file:///etc/passwd"><b>bold</b> &amp; <a href="https://x">x</a>'


def all_labels(screen: Screen) -> list[QLabel]:
    """Every label inside every widget of the kit that shows a text from outside."""
    pairs = kit.KeyValueList(object_name="pairs")
    pairs.set_pairs([kit.Pair(HOSTILE, HOSTILE), kit.Pair(HOSTILE, HOSTILE, code=True)])
    times = kit.Timeline(object_name="times")
    times.set_events([kit.Event(HOSTILE, HOSTILE, HOSTILE)])
    widgets: list[QWidget] = [
        kit.PlainLabel(HOSTILE),
        kit.Card(HOSTILE),
        kit.PageHeader(HOSTILE, HOSTILE),
        kit.Field(HOSTILE, object_name="field", hint=HOSTILE),
        kit.Banner(HOSTILE, object_name="banner"),
        kit.TrainingBand(HOSTILE),
        kit.Notice(HOSTILE),
        kit.EmptyState(Icon.INBOX, HOSTILE, HOSTILE, object_name="empty"),
        kit.BusyIndicator(HOSTILE),
        kit.StatusPill(kit.Pill.of("failed", HOSTILE), object_name="pill"),
        kit.DialogSheet(HOSTILE, HOSTILE, object_name="dialog"),
        pairs,
        times,
    ]
    screen.keep(*widgets)
    found = [label for widget in widgets for label in widget.findChildren(QLabel)]
    return found + [widget for widget in widgets if isinstance(widget, QLabel)]


def test_provider_text_is_never_markup(screen: Screen) -> None:
    """Each label of the kit is a plain one, and shows a hostile text letter by letter."""
    labels = all_labels(screen)
    assert len(labels) > 15
    for label in labels:
        assert isinstance(label, kit.PlainLabel)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert not label.openExternalLinks()
    assert sum(label.text() == HOSTILE for label in labels) > 15


def test_labels_have_no_name_of_their_own(screen: Screen) -> None:
    """A name would replace the text: what a label says must stay readable from outside."""
    for label in all_labels(screen):
        assert label.accessibleName() == ""
        seen = QAccessible.queryAccessibleInterface(label)
        assert seen.text(QAccessible.Text.Name) == label.text()


def test_size_and_colour_come_from_the_theme(qapp: QApplication, screen: Screen) -> None:
    """A label follows its roles and each change of theme."""
    label = kit.PlainLabel("Total", TextRole.TITLE, Role.MUTED)
    screen.show(label)
    for scheme in ("light", "dark"):
        apply_theme(qapp, scheme)
        assert label.palette().windowText().color() == color(Role.MUTED)
    label.set_role(Role.DANGER)
    label.set_text_role(TextRole.CAPTION)
    assert label.palette().windowText().color() == color(Role.DANGER)
    assert label.font().pointSizeF() == font(TextRole.CAPTION).pointSizeF()
    apply_theme(qapp, "dark", text_scale=2.0)
    assert label.font().pointSizeF() == font(TextRole.CAPTION).pointSizeF()


@pytest.mark.parametrize("wrap", [True, False])
def test_building_never_shows_a_window(screen: Screen, *, wrap: bool) -> None:
    """No part becomes a window of its own for a moment before it has a parent."""
    before = {each for each in QApplication.topLevelWidgets() if each.isVisible()}
    kept: list[QWidget] = [
        kit.PlainLabel("a", wrap=wrap),
        kit.Card("title"),
        kit.PageHeader("title", "subtitle"),
        kit.Field("label", object_name="f", hint="hint"),
        kit.Banner("text", object_name="b", tone=Tone.INFO, action="action"),
        kit.Notice("text", action="Undo"),
        kit.EmptyState(Icon.INBOX, "title", "sentence", object_name="e", action="action"),
        kit.DialogSheet("title", "sentence", object_name="d"),
        kit.SearchField("Search", object_name="s"),
        kit.BusyIndicator("text"),
        kit.ProgressBar("bar", object_name="p"),
    ]
    choice = kit.SegmentedChoice("Delivery", object_name="c")
    choice.set_options([("a", "A")])
    pairs = kit.KeyValueList(object_name="k")
    pairs.set_pairs([kit.Pair("a", "b")])
    kept += [choice, pairs]
    screen.keep(*kept)
    assert {each for each in QApplication.topLevelWidgets() if each.isVisible()} == before

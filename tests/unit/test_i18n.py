"""Translations: nothing missing, nothing stale, nothing that only looks translated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import i18n


def test_every_text_is_translated_and_compiled() -> None:
    """Both languages are complete, and the program loads what the files say."""
    assert i18n.complaints() == []


def test_the_check_sees_what_is_missing(tmp_path: Path) -> None:
    """A text taken out, left unfinished or stripped of its place holder is found."""
    for path in i18n.FOLDER.iterdir():
        shutil.copy(path, tmp_path)
    german = tmp_path / "pos_app_de.ts"
    text = german.read_text(encoding="utf-8")
    text = text.replace(
        "<translation>Entsperren</translation>", '<translation type="unfinished"/>'
    )
    text = text.replace("Tag %1 ist abgeschlossen", "Der Tag ist abgeschlossen")
    text = text.replace("<source>Approve</source>", "<source>Approved</source>")
    german.write_text(text, encoding="utf-8")
    found = "\n".join(i18n.complaints(tmp_path))
    assert "not translated: Unlock" in found
    assert "other place holders: Day %1 has ended" in found
    assert "not collected yet: Approve" in found
    assert "no longer in the program: Approved" in found
    assert "run compile" in found


def test_plurals_are_collected_as_plurals() -> None:
    """Each text that counts has one form for one and one for many, in both languages."""
    for short in i18n.FILES:
        counted = [
            (text, forms)
            for _, text, forms, _ in i18n.messages(i18n.FOLDER / f"pos_app_{short}.ts")
            if "%n" in text
        ]
        assert counted
        assert [text for text, forms in counted if len(forms) != 2] == []


def test_texts_that_lupdate_overlooks_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that `lupdate` does not understand does not go by unnoticed."""
    module = tmp_path / "module.py"
    lines = ("translate(", '    "c", "%n thing(s)", "", UTF8, count,', ")", "self.tr('x' 'y')")
    module.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(i18n, "sources", lambda: [module])
    found = list(i18n._overlooked(i18n.FOLDER / "pos_app_de.ts"))
    assert [each.split(": ")[-1] for each in found] == ["%n thing(s)", "xy"]

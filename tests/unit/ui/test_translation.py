"""Translations live in memory, whatever becomes of their files."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.domain.money import Language
from pos_app.resources import resource_path
from pos_app.ui import translation
from pos_app.ui.translation import translate, use_language


@pytest.fixture(autouse=True)
def copies(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of translations that may be written to."""
    folder = tmp_path / "i18n"
    shutil.copytree(resource_path("i18n"), folder)
    use_language(qapp, Language.EN)
    monkeypatch.setattr(translation, "resource_path", tmp_path.joinpath)
    yield folder
    monkeypatch.undo()
    use_language(qapp, Language.EN)


def test_a_rewritten_file_changes_nothing_that_is_spoken(qapp: QApplication, copies: Path) -> None:
    """Cut short in place, as an update does; words never asked for before still come."""
    use_language(qapp, Language.DE)
    with (copies / "pos_app_de.qm").open("r+b") as file:
        file.truncate(0)
    gc.collect()
    assert translate("DayView", "End day") == "Tag abschließen"
    assert translate("DayView", "Handed over") == "Übergeben"


def test_a_damaged_file_is_named(qapp: QApplication, copies: Path) -> None:
    """What is no translation is an incomplete installation."""
    (copies / "pos_app_de.qm").write_bytes(b"not a translation")
    with pytest.raises(FileNotFoundError, match=r"pos_app_de\.qm"):
        use_language(qapp, Language.DE)

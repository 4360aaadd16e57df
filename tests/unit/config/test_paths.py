"""Where things lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.config import Paths
from pos_app.domain.errors import SettingsError


def test_home_holds_everything(tmp_path: Path) -> None:
    """`POS_APP_HOME` is one folder for all; looking makes nothing."""
    home = tmp_path / "home"
    paths = Paths.find({"POS_APP_HOME": str(home)})
    assert paths.settings == home / "settings" / "settings.json"
    assert (paths.data, paths.cache, paths.logs) == (home / "data", home / "cache", home / "logs")
    assert paths.reports == home / "reports"
    assert paths.training == home / "data" / "training"
    assert not home.exists()


def test_platform_decides_without_home() -> None:
    """Without the variable the platform's folders are used, each with the program's name."""
    paths = Paths.find({"POS_APP_HOME": ""})
    assert len({paths.config, paths.data, paths.cache, paths.logs}) == 4
    for folder in (paths.config, paths.data, paths.cache, paths.logs):
        assert "pos-app" in folder.parts


@pytest.mark.parametrize("home", ["till", "./till", "FILE"])
def test_unusable_home_is_refused(tmp_path: Path, home: str) -> None:
    """A relative path or a file as home is refused in words, naming the variable."""
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(SettingsError) as caught:
        Paths.find({"POS_APP_HOME": home.replace("FILE", str(file))})
    assert (caught.value.code, caught.value.params["variable"]) == ("bad_home", "POS_APP_HOME")

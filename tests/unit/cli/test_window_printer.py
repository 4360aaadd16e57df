"""A printer in the environment that is none: said before any window opens (design.md 6)."""

from __future__ import annotations

from pathlib import Path

import pytest

from pos_app.__main__ import main


@pytest.mark.parametrize("arguments", [[], ["--training"]], ids=["till", "training"])
@pytest.mark.parametrize("spec", ["nonsense", "pdf:", "escpos:tcp://:9100", "lp:Receipts"])
def test_a_nonsense_printer_is_one_sentence(
    spec: str,
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """On standard error, exit code 2, and nothing was made or changed."""
    home = tmp_path / "home"
    monkeypatch.setenv("POS_APP_HOME", str(home))
    monkeypatch.setenv("POS_APP_PRINTER", spec)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(arguments) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        f"pos-app: {spec!r} is no printer; write pdf:DIR, system:NAME or escpos:tcp://HOST:PORT."
    ]
    assert not home.exists()

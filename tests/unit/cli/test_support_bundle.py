"""`support-bundle` on healthy and on damaged tills."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from pathlib import Path
from typing import Any

from tests.unit.cli.terminal import Cli, is_one_sentence


def part(out: Path, name: str) -> dict[str, Any]:
    """One part of the bundle as JSON."""
    with zipfile.ZipFile(out) as archive:
        values: dict[str, Any] = json.loads(archive.read(name))
        return values


def test_a_bundle_for_its_owner_only(set_up: Cli, tmp_path: Path) -> None:
    """The parts are named, the file is private, and an older one of that name is replaced."""
    out = tmp_path / "bundle.zip"
    out.write_text("old")
    ended = set_up("support-bundle", "--out", str(out))
    assert ended.code == 0
    assert "about.json, doctor.json, journal.jsonl, settings.json" in ended.out
    if os.name != "nt":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert part(out, "about.json")["rows"]["journal"] == 1
    assert part(out, "settings.json")["till"] == "T1"


def test_a_damaged_till_still_has_a_bundle(set_up: Cli, tmp_path: Path) -> None:
    """What can't be read says so in its place; that is when support is needed most."""
    (set_up.home / "data" / "till.sqlite3").write_bytes(b"rubbish" * 1000)
    out = tmp_path / "bundle.zip"
    assert set_up("support-bundle", "--out", str(out)).code == 0
    assert part(out, "about.json")["rows"] == {"error": "damaged"}
    assert part(out, "journal.jsonl") == {"error": "damaged"}
    states = {check["name"]: check["state"] for check in part(out, "doctor.json")["checks"]}
    assert states["database"] == "fail"
    (set_up.home / "settings" / "settings.json").write_text("{")
    (set_up.home / "logs").mkdir(exist_ok=True)
    (set_up.home / "logs" / "pos-app.log").mkdir()
    assert set_up("support-bundle", "--out", str(out)).code == 0
    assert part(out, "settings.json") == {"error": "settings_damaged"}


def test_a_place_where_no_file_can_be(set_up: Cli, tmp_path: Path) -> None:
    """One sentence, exit 2."""
    ended = set_up("support-bundle", "--out", str(tmp_path))
    assert (ended.code, is_one_sentence(ended.err)) == (2, True)

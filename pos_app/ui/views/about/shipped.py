"""What the built program knows about itself; from source there is nothing of it."""

from __future__ import annotations

import json
from functools import cache

from pos_app.resources import resource_path


@cache
def shipped_parts() -> tuple[tuple[str, str], ...]:
    """Name with version, and licence, of every part of this build."""
    rows = (line.split("\t") for line in _text("parts.tsv").splitlines())
    return tuple((f"{name} {version}".strip(), licence) for name, version, licence in rows)


def licence_texts() -> str:
    """All licence texts of this build, one after the other."""
    return _text("NOTICES.txt")


@cache
def build_words() -> str:
    """From what and when this build was made."""
    told = _text("build.json")
    if not told:
        return ""
    data = json.loads(told)
    names = ("commit", "date", "python", "qt")
    commit, date, python, qt = (str(data.get(name, "?")) for name in names)
    return f"{commit} · {date} · Python {python} · Qt {qt}"


def _text(name: str) -> str:
    """A file that packaging/shipped.py made, or nothing."""
    try:
        return resource_path("licences", name).read_text("utf-8")
    except FileNotFoundError:
        return ""

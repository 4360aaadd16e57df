"""The release checklist sees what is not ready."""

from __future__ import annotations

import pytest

import release
import shipped

READY = "# Changelog\n\n## Unreleased\n\n## 1.2.0 (2026-11-23)\n\n- A thing.\n\n## 1.1.0\n\nOld.\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (READY.replace("1.2.0", "1.3.0"), "no section"),
        (READY.replace(" (2026-11-23)", ""), "no section"),
        (READY.replace("- A thing.\n", ""), "empty"),
        (READY.replace("Unreleased\n", "Unreleased\n\n- Forgotten.\n"), "Unreleased"),
    ],
)
def test_changelog_that_is_not_ready(text: str, complaint: str) -> None:
    """Each way to forget the changelog is named."""
    (found,) = release.problems_of_changelog("1.2.0", text)
    assert complaint in found


def test_changelog_that_is_ready() -> None:
    """A dated section with something in it, and an empty Unreleased, will do."""
    assert list(release.problems_of_changelog("1.2.0", READY)) == []


def test_versions_in_order() -> None:
    """Candidates come before their release, numbers sort as numbers."""
    wanted = ["0.9.0", "0.10.0rc1", "0.10.0rc2", "0.10.0", "0.10.1", "1.0.0"]
    assert sorted(wanted, key=release.order_of) == wanted


@pytest.mark.parametrize(
    ("version", "tags", "complaint"),
    [
        ("1.2", [], "is no version"),
        ("99.0.0", [], "says"),
        (shipped.version(), [f"v{shipped.version()}"], "there is a tag"),
        (shipped.version(), ["v99.0.0", "other"], "there is a tag"),
    ],
)
def test_bad_version(version: str, tags: list[str], complaint: str) -> None:
    """A number that can't be released is named."""
    (found,) = release.problems_of_version(version, tags)
    assert complaint in found


def test_own_version_may_be_released() -> None:
    """Today's number can become a release once nothing newer was."""
    assert list(release.problems_of_version(shipped.version(), ["v0.0.1"])) == []

"""Notices that stand until a manager has read them, as sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pos_app.domain.notices import Notice, NoticeKind
from pos_app.ui.formats import moment_text
from pos_app.ui.translation import UTF8, translate


def notice_sentence(notice: Notice, local: Callable[[datetime], datetime]) -> str:
    """What happened, and what it means for the work at the till."""
    match notice.kind:
        case NoticeKind.RESTORED:
            return _restored(notice, local)
        case NoticeKind.CLOCK_CHANGED:
            return _moved(notice, local)
        case NoticeKind.CREDENTIALS_REFUSED:
            return _refused(notice, local)


def _restored(notice: Notice, local: Callable[[datetime], datetime]) -> str:
    since = notice.since
    if since is None:
        return translate(
            "standing", "This till was restored from a backup. Later orders are missing here."
        )
    text = translate(
        "standing",
        "This till was restored from a backup. Orders since %1 are missing here: "
        "compare with the main till and the provider.",
    )
    return text.replace("%1", moment_text(local(since)))


def _moved(notice: Notice, local: Callable[[datetime], datetime]) -> str:
    moved = notice.details.get("moved_s")
    seconds = moved if isinstance(moved, int) else 0
    minutes = max(1, round(abs(seconds) / 60))
    if seconds < 0:
        text = translate("standing", "The computer's clock was set back by %1, seen %2.")
    else:
        text = translate("standing", "The computer's clock was put on by %1, seen %2.")
    text = text.replace("%1", translate("standing", "%n minute(s)", "", UTF8, minutes))
    return text.replace("%2", moment_text(local(notice.at)))


def _refused(notice: Notice, local: Callable[[datetime], datetime]) -> str:
    text = translate(
        "standing",
        "The provider has refused this till's credentials since %1 (%2): no card can be ordered. "
        "Check client id and secret in Settings, Provider.",
    )
    text = text.replace("%1", moment_text(local(notice.at)))
    return text.replace("%2", str(notice.details.get("code") or "–"))

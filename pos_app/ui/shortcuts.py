"""Keys that work on every screen, in one table so that pages keep off them.

Each is shown on its button; pages put their own on their buttons, and F1 collects them all.
"""

from __future__ import annotations

from typing import Final

from pos_app.ui.shell_port import PageName

HELP: Final = "F1"
LOCK: Final = "Ctrl+L"
PAGES: Final = {
    PageName.SELL: "Ctrl+1",
    PageName.ORDERS: "Ctrl+2",
    PageName.CASES: "Ctrl+3",
    PageName.DAY: "Ctrl+4",
    PageName.SETTINGS: "Ctrl+5",
}

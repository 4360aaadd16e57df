"""The few words the kit itself shows, and key names as they are printed on the keyboard.

They go through `QCoreApplication.translate("kit", ...)`; the program's translator answers for
the context `kit` from `GERMAN`.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

CONTEXT: Final = "kit"
GERMAN: Final = {
    "Shortcut: %1": "Tastenkürzel: %1",
    "Ctrl": "Strg",
    "Shift": "Umschalt",
    "Alt": "Alt",
    "Del": "Entf",
    "Ins": "Einfg",
    "Home": "Pos1",
    "End": "Ende",
    "PgUp": "Bild↑",
    "PgDown": "Bild↓",
    "Esc": "Esc",
    "Enter": "Enter",
    "Space": "Leertaste",
    "Clear search": "Suche leeren",
    "Show": "Anzeigen",
    "Hide": "Verbergen",
    "Dismiss notice": "Hinweis schließen",
    "One more": "Eins mehr",
    "One less": "Eins weniger",
    "Delete digit": "Ziffer löschen",
    "Working": "Bitte warten",
}


def kit_word(source: str) -> str:
    """One of the kit's own words in the till's language."""
    return QCoreApplication.translate(CONTEXT, source)


def key_text(keys: QKeySequence) -> str:
    """A key sequence as people read it: `Ctrl+P`, in German `Strg+P`."""
    portable = keys.toString(QKeySequence.SequenceFormat.PortableText)
    if not portable:
        return ""
    portable = portable.replace("Return", "Enter")
    # "Ctrl++" is the plus key: only the separators are split off.
    parts = portable.replace("++", "+\0").split("+")
    return "+".join("+" if part == "\0" else kit_word(part) for part in parts)

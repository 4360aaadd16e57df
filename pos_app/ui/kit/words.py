"""The few words the kit itself shows, and key names as they are printed on the keyboard.

They are translated in the context `kit`; the marks below let `lupdate` find them.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence

CONTEXT: Final = "kit"
WORDS: Final = (
    QT_TRANSLATE_NOOP("kit", "Shortcut: %1"),
    QT_TRANSLATE_NOOP("kit", "Ctrl"),
    QT_TRANSLATE_NOOP("kit", "Shift"),
    QT_TRANSLATE_NOOP("kit", "Alt"),
    QT_TRANSLATE_NOOP("kit", "Del"),
    QT_TRANSLATE_NOOP("kit", "Ins"),
    QT_TRANSLATE_NOOP("kit", "Home"),
    QT_TRANSLATE_NOOP("kit", "End"),
    QT_TRANSLATE_NOOP("kit", "PgUp"),
    QT_TRANSLATE_NOOP("kit", "PgDown"),
    QT_TRANSLATE_NOOP("kit", "Esc"),
    QT_TRANSLATE_NOOP("kit", "Enter"),
    QT_TRANSLATE_NOOP("kit", "Space"),
    QT_TRANSLATE_NOOP("kit", "Clear search"),
    QT_TRANSLATE_NOOP("kit", "Current page"),
    QT_TRANSLATE_NOOP("kit", "Chosen"),
    QT_TRANSLATE_NOOP("kit", "Delete digit"),
    QT_TRANSLATE_NOOP("kit", "Dismiss notice"),
    QT_TRANSLATE_NOOP("kit", "One less"),
    QT_TRANSLATE_NOOP("kit", "One more"),
    QT_TRANSLATE_NOOP("kit", "Please wait"),
)


def kit_word(source: str) -> str:
    """One of `WORDS` in the till's language."""
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

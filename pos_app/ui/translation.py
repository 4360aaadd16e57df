"""The till's language: translators, number and date forms, and switching while it runs.

English source texts are the final English; its file only holds plural forms. Widgets put their
words anew when Qt sends them `LanguageChange`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from pos_app.domain.money import Language
from pos_app.resources import resource_path

# English by British forms, German by those of Germany, whatever country the till stands in.
_LOCALES: Final = {Language.EN: "en_GB", Language.DE: "de_DE"}
_NAME: Final = "till-translator"


class _InForce:
    """The language that texts are made in; only `use_language` writes it."""

    language: Language = Language.EN


class _Translator(QTranslator):
    """A translation read into memory: Qt maps a file, and an update may rewrite that one."""

    def __init__(self, path: Path, app: QCoreApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        # Qt looks texts up in these very bytes, for as long as this lives.
        self._data = path.read_bytes()
        if not self.load(self._data):
            raise FileNotFoundError(path)


def language() -> Language:
    """The language in force."""
    return _InForce.language


def locale() -> QLocale:
    """Forms of dates and times in the language in force."""
    return QLocale(_LOCALES[_InForce.language])


def use_language(app: QCoreApplication, wanted: Language) -> None:
    """Speak another language from now on; every widget is told.

    May raise:
    - FileNotFoundError: a translation is missing: the installation is incomplete.
    """
    old = app.findChild(QTranslator, _NAME)
    if old is not None and wanted is _InForce.language:
        return
    path = resource_path("i18n", f"pos_app_{wanted.value}.qm")
    _InForce.language = wanted
    QLocale.setDefault(QLocale(_LOCALES[wanted]))
    if old is not None:
        # Renamed, because it lives until the loop turns again.
        old.setObjectName("")
        app.removeTranslator(old)
        old.deleteLater()
    app.installTranslator(_Translator(path, app))


def system_language() -> Language:
    """What the desktop speaks, as far as the till does; otherwise English."""
    german = QLocale.system().language() is QLocale.Language.German
    return Language.DE if german else Language.EN


# WORKAROUND lupdate for Python: before a plural's number it wants an encoding, as Qt 4 did;
# without one the text is collected as a singular, or not at all.
UTF8: Final = "utf-8"


def translate(
    context: str, text: str, disambiguation: str = "", _encoding: str = UTF8, n: int = -1
) -> str:
    """A text in the language in force, for code that is no QObject.

    Call it with literal texts, so that `lupdate` finds them; plurals as
    `translate("formats", "%n day(s) ago", "", UTF8, days)`.
    """
    return QCoreApplication.translate(context, text, disambiguation or None, n)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """A text for a table, as it is; `lupdate` finds it by this function's name."""
    return text

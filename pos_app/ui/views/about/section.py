"""What this program is, and under which licences its parts stand."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QPlainTextEdit

from pos_app import __version__
from pos_app.ui.kit import Card, CardTone, KeyValueList, Pair, PlainLabel, SecondaryButton
from pos_app.ui.theme import Icon, Role, Space, TextRole
from pos_app.ui.views.about.shipped import build_words, licence_texts, shipped_parts
from pos_app.ui.views.settings.section import Section

_TEXTS_HEIGHT: Final = 320
# From source, where nothing was shipped; a build names all of its parts itself. The exact
# versions stand in requirements.lock.
PARTS: Final = (
    ("Qt, PySide6, shiboken6", "LGPL-3.0"),
    ("qasync", "BSD-2-Clause"),
    ("httpx, httpcore", "BSD-3-Clause"),
    ("h11, anyio", "MIT"),
    ("certifi", "MPL-2.0"),
    ("idna", "BSD-3-Clause"),
    ("reportlab", "BSD-3-Clause"),
    ("Pillow", "MIT-CMU"),
    ("segno", "BSD-3-Clause"),
    ("pypdfium2", "BSD-3-Clause, Apache-2.0"),
    ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    ("argon2-cffi", "MIT"),
    ("keyring, platformdirs", "MIT"),
    ("Python", "PSF-2.0"),
    ("Till Sans, Till Mono", "OFL-1.1"),
    ("Lucide", "ISC AND MIT"),
)


class AboutSection(Section):
    """Name, version, licence, and the parts it is made of."""

    def __init__(self) -> None:
        """Make the lists."""
        super().__init__("about")
        self._version = KeyValueList(object_name="about_program")
        self._intro = PlainLabel("", TextRole.BODY, Role.TEXT, wrap=True)
        self._parts = KeyValueList(object_name="about_licences")
        pairs = shipped_parts() or PARTS
        self._parts.set_pairs([Pair(name, licence) for name, licence in pairs])
        self._show = SecondaryButton("", object_name="show_licences", icon=Icon.FILE_TEXT)
        self._show.triggered.connect(self._show_texts)
        self._texts = QPlainTextEdit()
        self._texts.setObjectName("licence_texts")
        self._texts.setReadOnly(True)
        self._texts.setTabChangesFocus(True)
        self._texts.setMinimumHeight(_TEXTS_HEIGHT)
        self._texts.hide()
        self._lgpl = PlainLabel("", TextRole.DETAIL, Role.MUTED, wrap=True)
        first = Card(object_name="about_card", tone=CardTone.SUNKEN, padding=Space.L)
        first.body.addWidget(self._version)
        self._licences = Card(object_name="licences_card", padding=Space.L)
        self._licences.body.addWidget(self._intro)
        self._licences.body.addWidget(self._parts)
        self._licences.body.addWidget(self._lgpl)
        self._licences.body.addWidget(self._show)
        self._licences.body.addWidget(self._texts)
        self.body.addWidget(first)
        self.body.addWidget(self._licences)
        self.retranslate()

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("About"), self.tr("The gift card till: digital gift cards at the counter.")
        )
        pairs = [
            Pair(self.tr("Version"), __version__, key="version"),
            Pair(self.tr("Licence"), "Apache-2.0", key="licence"),
        ]
        if build_words():
            pairs.insert(1, Pair(self.tr("Build"), build_words(), key="build"))
        self._version.set_pairs(pairs)
        self._licences.set_title(self.tr("Made of"))
        self._intro.setText(self.tr("These parts are used under their own licences:"))
        self._lgpl.setText(
            self.tr(
                "Qt and PySide6 are loaded as separate libraries, unchanged; you may replace "
                "them with your own build of the same version."
            )
        )
        self._show.set_label(self.tr("Show all licence texts"))
        self._texts.setAccessibleName(self.tr("Licence texts"))

    def _show_texts(self) -> None:
        """They are long, and nobody reads them at each start."""
        texts = licence_texts() or self.tr(
            "This program runs from source: the texts lie with each library in the folder .venv, "
            "and with the fonts and icons in the folder resources."
        )
        self._texts.setPlainText(texts)
        self._texts.show()
        self._show.hide()
        self._texts.setFocus()

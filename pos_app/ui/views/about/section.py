"""What this program is, and under which licences its parts stand."""

from __future__ import annotations

from typing import Final

from pos_app import __version__
from pos_app.ui.kit import Card, CardTone, KeyValueList, Pair, PlainLabel
from pos_app.ui.theme import Role, Space, TextRole
from pos_app.ui.views.settings.section import Section

# As the projects themselves name them; the exact versions stand in requirements.lock.
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
    ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    ("argon2-cffi", "MIT"),
    ("keyring, platformdirs", "MIT"),
    ("Python", "PSF-2.0"),
    ("Till Sans, Till Mono", "OFL-1.1"),
    ("Lucide", "ISC"),
)


class AboutSection(Section):
    """Name, version, licence, and the parts it is made of."""

    def __init__(self) -> None:
        """Make the lists."""
        super().__init__("about")
        self._version = KeyValueList(object_name="about_program")
        self._intro = PlainLabel("", TextRole.BODY, Role.TEXT, wrap=True)
        self._parts = KeyValueList(object_name="about_licences")
        self._parts.set_pairs([Pair(name, licence) for name, licence in PARTS])
        self._lgpl = PlainLabel("", TextRole.DETAIL, Role.MUTED, wrap=True)
        first = Card(object_name="about_card", tone=CardTone.SUNKEN, padding=Space.L)
        first.body.addWidget(self._version)
        self._licences = Card(object_name="licences_card", padding=Space.L)
        self._licences.body.addWidget(self._intro)
        self._licences.body.addWidget(self._parts)
        self._licences.body.addWidget(self._lgpl)
        self.body.addWidget(first)
        self.body.addWidget(self._licences)
        self.retranslate()

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("About"), self.tr("The gift card till: digital gift cards at the counter.")
        )
        self._version.set_pairs(
            [
                Pair(self.tr("Version"), __version__, key="version"),
                Pair(self.tr("Licence"), "Apache-2.0", key="licence"),
            ]
        )
        self._licences.set_title(self.tr("Made of"))
        self._intro.setText(self.tr("These parts are used under their own licences:"))
        self._lgpl.setText(
            self.tr(
                "Qt and PySide6 are loaded as separate libraries, unchanged; you may replace "
                "them with your own build of the same version."
            )
        )

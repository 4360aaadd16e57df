"""Language and colours; both take effect at once."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from pos_app.domain.money import Language
from pos_app.domain.theme import Theme
from pos_app.ui.kit import PlainLabel, SegmentedChoice
from pos_app.ui.theme import Role, Space, TextRole
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.settings.state import Draft, SettingsState


class LookSection(Section):
    """Each choice is saved when it is pressed."""

    def __init__(self) -> None:
        """Make the choices."""
        super().__init__("look")
        self._language = SegmentedChoice("", object_name="language")
        # A language is always written in itself: whoever needs it can read it.
        self._language.set_options(
            [(Language.EN.value, "English"), (Language.DE.value, "Deutsch")]
        )
        self._language.chosen.connect(self._on_language)
        self._theme = SegmentedChoice("", object_name="theme")
        self._theme.set_options([(theme.value, theme.value) for theme in Theme])
        self._theme.chosen.connect(self._on_theme)
        self._language_words: QLabel = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._theme_words: QLabel = PlainLabel("", TextRole.LABEL, Role.MUTED)
        for part in (self._language_words, self._language):
            self.body.addWidget(part)
        self.body.addSpacing(Space.M)
        for part in (self._theme_words, self._theme):
            self.body.addWidget(part)
        self.retranslate()

    def fill(self, state: SettingsState) -> None:
        """Show the settings in force."""
        super().fill(state)
        self._language.set_current(state.language.value)
        self._theme.set_current(state.settings.theme.value)

    def _on_language(self, key: str) -> None:
        self.save_wanted.emit(Draft(self.name, {"language": Language(key)}))

    def _on_theme(self, key: str) -> None:
        self.save_wanted.emit(Draft(self.name, {"theme": Theme(key)}))

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Language and colours"), self.tr("Both change at once, without a restart.")
        )
        self._language_words.setText(self.tr("Language"))
        self._language.setAccessibleName(self.tr("Language"))
        self._theme_words.setText(self.tr("Colours"))
        self._theme.set_words(
            self.tr("Colours"),
            [
                (Theme.SYSTEM.value, self.tr("Like the system")),
                (Theme.LIGHT.value, self.tr("Light")),
                (Theme.DARK.value, self.tr("Dark")),
                (Theme.CONTRAST.value, self.tr("High contrast")),
            ],
        )

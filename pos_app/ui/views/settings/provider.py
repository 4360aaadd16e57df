"""The provider's account: tested live before it is saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from pos_app.domain.errors import PosError
from pos_app.domain.settings import ProcessingMode
from pos_app.ports import ConnectionReport
from pos_app.ui.kit import Banner, Field, PlainLabel, PrimaryButton, SegmentedChoice
from pos_app.ui.theme import Icon, Role, TextRole, Tone
from pos_app.ui.views.settings.connection_form import ConnectionForm
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.settings.state import Draft, SettingsState, Value


class ProviderSection(Section):
    """Address, client id, and a new secret where one is entered.

    Signals:
    - test_wanted(object): `Credentials`.
    """

    test_wanted = Signal(object)

    def __init__(self) -> None:
        """Make the fields."""
        super().__init__("provider")
        self.form = ConnectionForm()
        self.form.test_wanted.connect(self.test_wanted)
        self._mode_words: QLabel = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._mode = SegmentedChoice("", object_name="processing_mode")
        self._mode.set_options([(mode.value, mode.value) for mode in ProcessingMode])
        self._mode.chosen.connect(self._show_mode_hint)
        self._mode_hint = PlainLabel(
            "", TextRole.CAPTION, Role.MUTED, object_name="processing_mode_hint", wrap=True
        )
        self._training = Banner(object_name="provider_is_training", tone=Tone.INFO)
        self._save = PrimaryButton("", object_name="save_provider", icon=Icon.SAVE)
        self._save.triggered.connect(self._on_save)
        self.body.addWidget(self._training)
        self.body.addWidget(self.form)
        for part in (self._mode_words, self._mode, self._mode_hint):
            self.body.addWidget(part)
        self.add_buttons(self._save)
        self.retranslate()

    def fields(self) -> Mapping[str, Field]:
        """Address, client id and secret."""
        return self.form.fields()

    def fill(self, state: SettingsState) -> None:
        """Show the settings in force; the secret is never shown."""
        super().fill(state)
        self.form.url.set_text(state.settings.provider_url)
        self.form.client_id.set_text(state.settings.client_id)
        self.form.secret.set_text("")
        self._mode.set_current(state.settings.processing_mode.value)
        self._show_mode_hint()
        self._training.setVisible(state.training)
        for field in (self.form.url, self.form.client_id, self.form.secret):
            field.setEnabled(not state.training)
        self._save.setEnabled(not state.training)
        self._show_hint()

    def show_report(self, report: ConnectionReport) -> None:
        """Say what the test found."""
        self.form.show_report(report)

    def show_test_problem(self, error: PosError) -> None:
        """Say what kept the test from being made."""
        self.form.show_problem(error)

    def _show_hint(self) -> None:
        kind = self.state.secret_store if self.state is not None else ""
        words = {
            "environment": self.tr("Comes from the environment of this computer."),
            "keyring": self.tr("Stored in this computer's keyring. Leave empty to keep it."),
            "file": self.tr(
                "Stored in a file that only this user can read. Leave empty to keep it."
            ),
        }
        self.form.secret.set_hint(words.get(kind, ""))

    def _show_mode_hint(self, _key: str = "") -> None:
        words = {
            ProcessingMode.SYNC.value: self.tr(
                "The provider answers an order once the card is there: the usual way."
            ),
            ProcessingMode.ASYNC.value: self.tr(
                "The provider answers at once, and the till asks until the card is there. "
                "For slow providers, or when theirs asks for it."
            ),
        }
        self._mode_hint.setText(words.get(self._mode.current(), ""))

    def _on_save(self) -> None:
        self._save.hold()
        typed = self.form.credentials()
        values: dict[str, Value] = {
            "provider_url": typed.url.rstrip("/"),
            "client_id": typed.client_id,
            "processing_mode": ProcessingMode(self._mode.current()),
        }
        self.save_wanted.emit(Draft(self.name, values, typed.secret or None))

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Provider"),
            self.tr("Where the cards are ordered. Test the connection before you save."),
        )
        self._training.set_content(self.tr("Training always uses its own provider."))
        self._save.set_label(self.tr("Save"))
        self._mode_words.setText(self.tr("How orders are placed"))
        self._mode.set_words(
            self.tr("How orders are placed"),
            [
                (ProcessingMode.SYNC.value, self.tr("Wait for the card")),
                (ProcessingMode.ASYNC.value, self.tr("Ask for the card afterwards")),
            ],
        )
        self._show_mode_hint()
        self._show_hint()

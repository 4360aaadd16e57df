"""The provider's account: tested live before it is saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from pos_app.domain.errors import PosError
from pos_app.ports import ConnectionReport
from pos_app.ui.kit import Banner, Field, PrimaryButton
from pos_app.ui.theme import Icon, Tone
from pos_app.ui.views.settings.connection_form import ConnectionForm
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.settings.state import Draft, SettingsState


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
        self._training = Banner(object_name="provider_is_training", tone=Tone.INFO)
        self._save = PrimaryButton("", object_name="save_provider", icon=Icon.SAVE)
        self._save.triggered.connect(self._on_save)
        self.body.addWidget(self._training)
        self.body.addWidget(self.form)
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

    def _on_save(self) -> None:
        self._save.hold()
        typed = self.form.credentials()
        values = {"provider_url": typed.url.rstrip("/"), "client_id": typed.client_id}
        self.save_wanted.emit(Draft(self.name, values, typed.secret or None))

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Provider"),
            self.tr("Where the cards are ordered. Test the connection before you save."),
        )
        self._training.set_content(self.tr("Training always uses its own provider."))
        self._save.set_label(self.tr("Save"))
        self._show_hint()

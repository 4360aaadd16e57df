"""Address, client id and secret of the provider with a live test; also at the first start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_app.domain.errors import PosError
from pos_app.ports import ConnectionReport
from pos_app.ui.kit import Banner, BusyIndicator, Field, SecondaryButton, announce
from pos_app.ui.texts.errors import code_sentence, error_sentence
from pos_app.ui.theme import Icon, Space, Tone
from pos_app.ui.translation import language
from pos_app.ui.views.settings.state import Credentials

_CLOCK_SLACK_S: Final = 60
_URL_CODES: Final = (
    "provider_url_unreadable",
    "provider_url_insecure",
    "provider_url_no_version",
)


class ConnectionForm(QWidget):
    """Three fields, `Test connection`, and the result in words.

    Signals:
    - test_wanted(object): `Credentials`.
    """

    test_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty form."""
        super().__init__(parent)
        self.setObjectName("connection_form")
        self.url = Field("", object_name="provider_url", placeholder="https://api.example.com/v1")
        self.client_id = Field("", object_name="client_id")
        self.secret = Field("", object_name="client_secret")
        self.secret.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.test = SecondaryButton("", object_name="test_connection", icon=Icon.ACTIVITY)
        self.test.triggered.connect(self._on_test)
        self._busy = BusyIndicator(object_name="testing_connection")
        self.result = Banner(object_name="connection_result")
        self.result.hide()
        self._report: ConnectionReport | None = None
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(self.test)
        line.addWidget(self._busy, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self.url, self.client_id, self.secret):
            column.addWidget(part)
            part.text_changed.connect(self._on_edited)
        column.addLayout(line)
        column.addSpacing(Space.S)
        column.addWidget(self.result)
        self._retranslate()

    def credentials(self) -> Credentials:
        """What is in the fields."""
        return Credentials(
            self.url.text().strip(), self.client_id.text().strip(), self.secret.text().strip()
        )

    def fields(self) -> Mapping[str, Field]:
        """Which field an error belongs to, by key or code."""
        return {
            **dict.fromkeys(_URL_CODES, self.url),
            "client_id": self.client_id,
            "bad_client_id": self.client_id,
            "secret_missing": self.secret,
            "missing_secret": self.secret,
        }

    def settle(self) -> None:
        """The test has ended."""
        self.test.release()
        self._busy.stop()

    def show_report(self, report: ConnectionReport) -> None:
        """Say what the test found."""
        self._report = report
        self.settle()
        self.result.set_content(
            self._sentence(report), tone=Tone.SUCCESS if report.ok else Tone.DANGER
        )
        self.result.show()
        announce(self.result, self.result.text())

    def show_problem(self, error: PosError) -> None:
        """Say what kept the test from being made."""
        self._report = None
        self.settle()
        field = self.fields().get(str(error.params.get("key") or error.code))
        if field is not None:
            field.set_error(error_sentence(error))
            field.edit.setFocus()
        else:
            self.result.set_content(error_sentence(error), tone=Tone.DANGER)
            self.result.show()

    def _sentence(self, report: ConnectionReport) -> str:
        parts = []
        if report.ok:
            parts.append(self.tr("The connection works."))
            if report.balance is not None:
                balance = report.balance.display(language())
                parts.append(self.tr("The balance is %1.").replace("%1", balance))
        else:
            parts.append(code_sentence(report.code))
            parts.append(f"({self._codes(report)})")
        skew = report.clock_skew_s
        if skew is not None and abs(skew) > _CLOCK_SLACK_S:
            parts.append(self._skew(skew))
        return " ".join(parts)

    @staticmethod
    def _codes(report: ConnectionReport) -> str:
        return f"{report.status} {report.code}" if report.status else report.code

    def _skew(self, skew: float) -> str:
        minutes = max(1, round(abs(skew) / 60))
        if skew > 0:
            return self.tr("This computer's clock is %n minute(s) fast.", "", minutes)
        return self.tr("This computer's clock is %n minute(s) slow.", "", minutes)

    def _on_test(self) -> None:
        self.test.hold()
        self.result.hide()
        self._busy.start()
        self.test_wanted.emit(self.credentials())

    def _on_edited(self, _text: str) -> None:
        # A result speaks about what was tested, not about what is in the fields now.
        self._report = None
        self.result.hide()

    def _retranslate(self) -> None:
        self.url.set_label(self.tr("Provider address"))
        self.client_id.set_label(self.tr("Client id"))
        self.secret.set_label(self.tr("Client secret"))
        self.test.set_label(self.tr("Test connection"))
        self._busy.set_text(self.tr("Asking the provider"))
        if self._report is not None:
            self.show_report(self._report)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

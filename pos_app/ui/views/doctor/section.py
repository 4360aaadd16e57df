"""The check-up: can this till sell, and if not, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.kit import (
    Banner,
    Card,
    Divider,
    IconMark,
    Pill,
    PlainLabel,
    PrimaryButton,
    StatusPill,
)
from pos_app.ui.kit.pills import Look
from pos_app.ui.texts.doctor import check_name, finding_texts, state_word
from pos_app.ui.theme import Icon, Role, Space, TextRole, Tone
from pos_app.ui.views.settings.section import Section
from pos_app.usecases.doctor import Finding, State, can_sell

_LOOKS: Final = {
    State.OK: Look(Tone.SUCCESS, Icon.CIRCLE_CHECK),
    State.WARN: Look(Tone.WARNING, Icon.TRIANGLE_ALERT),
    State.FAIL: Look(Tone.DANGER, Icon.OCTAGON_ALERT),
    State.SKIPPED: Look(Tone.NEUTRAL, Icon.CIRCLE_DASHED),
}


@dataclass(frozen=True, slots=True)
class CheckUpState:
    """What was found last, and whether somebody is looking now."""

    findings: tuple[Finding, ...] = ()
    busy: bool = False


class FindingRow(QWidget):
    """One check: name, state, sentence, and the way out; all readable from outside."""

    def __init__(self, finding: Finding) -> None:
        """Show a finding."""
        super().__init__()
        self.setObjectName(f"finding_{finding.name}")
        look = _LOOKS[finding.state]
        sentence, fix = finding_texts(finding)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(PlainLabel(check_name(finding), TextRole.STRONG), 1)
        pill = Pill(state_word(finding.state), look)
        head.addWidget(StatusPill(pill, object_name=f"finding_{finding.name}_state"))
        words = QVBoxLayout()
        words.setSpacing(Space.XXS)
        words.addLayout(head)
        name = f"finding_{finding.name}_sentence"
        words.addWidget(
            PlainLabel(sentence, TextRole.BODY, Role.MUTED, object_name=name, wrap=True)
        )
        if fix:
            words.addLayout(_way_out(finding, fix))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.S, 0, Space.S)
        row.setSpacing(Space.M)
        mark = IconMark(look.icon, look.tone.text)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _way_out(finding: Finding, fix: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.XS)
    mark = IconMark(Icon.ARROW_RIGHT, Role.TEXT, size=16)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    name = f"finding_{finding.name}_fix"
    line.addWidget(PlainLabel(fix, TextRole.BODY, Role.TEXT, object_name=name, wrap=True), 1)
    return line


class CheckUpSection(Section):
    """The verdict on top, everything that was looked at below.

    Signals:
    - check_wanted(): look now; also when the section comes to the front for the first time.
    """

    check_wanted = Signal()

    def __init__(self) -> None:
        """Know nothing yet."""
        super().__init__("check_up")
        self._shown = CheckUpState()
        self._verdict = Banner(object_name="check_up_verdict", tone=Tone.INFO)
        self._check = PrimaryButton("", object_name="check_now", icon=Icon.ACTIVITY)
        self._check.triggered.connect(self._on_check)
        self._card = Card(object_name="findings_card", padding=Space.L)
        self._card.body.setSpacing(0)
        self._rows: list[QWidget] = []
        self.header.add_action(self._check)
        self.body.addWidget(self._verdict)
        self.body.addWidget(self._card)
        self.retranslate()

    def show_check_up(self, state: CheckUpState) -> None:
        """Draw a state."""
        if state.findings != self._shown.findings:
            self._show_findings(state.findings)
        self._shown = state
        self._show_verdict()
        if state.busy:
            self._check.hold()
        else:
            self._check.release()

    def _show_verdict(self) -> None:
        findings = self._shown.findings
        if not findings and not self._shown.busy:
            words = self.tr("Nothing has been looked at yet. Press Check now.")
            self._verdict.set_content(words, tone=Tone.NEUTRAL)
        elif self._shown.busy:
            self._verdict.set_content(
                self.tr("Looking at everything a sale needs …"), tone=Tone.INFO
            )
        elif not can_sell(findings):
            self._verdict.set_content(
                self.tr("This till can't sell. Do first what stops sales."), tone=Tone.DANGER
            )
        elif any(finding.state is State.WARN for finding in findings):
            self._verdict.set_content(
                self.tr("This till can sell. Some things need a look."), tone=Tone.WARNING
            )
        else:
            self._verdict.set_content(self.tr("This till can sell."), tone=Tone.SUCCESS)

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        for row in self._rows:
            self._card.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        # What needs a person comes first; within that the order of the doctor.
        urgent = sorted(findings, key=lambda finding: _URGENCY.index(finding.state))
        for place, finding in enumerate(urgent):
            if place:
                self._add(Divider())
            self._add(FindingRow(finding))
        self._card.setVisible(bool(findings))

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self._card.body.addWidget(widget)

    def _on_check(self) -> None:
        self._check.hold()
        self.check_wanted.emit()

    def settle(self) -> None:
        """Other sections end their work; ours ends by its own state."""

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Check-up"),
            self.tr("Can this till sell? Nothing is changed, and nothing is bought."),
        )
        self._check.set_label(self.tr("Check now"))
        self._show_findings(self._shown.findings)
        self._show_verdict()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at once."""
        super().showEvent(event)
        if not event.spontaneous() and not self._shown.busy:
            self.check_wanted.emit()


_URGENCY: Final = (State.FAIL, State.WARN, State.SKIPPED, State.OK)

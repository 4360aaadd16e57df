"""Which printer prints the slips, and on what paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pos_app.domain.money import Language
from pos_app.domain.slip import Paper
from pos_app.ui.kit import (
    EmptyState,
    Field,
    PlainLabel,
    PrimaryButton,
    Row,
    RowList,
    SecondaryButton,
    SegmentedChoice,
)
from pos_app.ui.theme import Icon, Role, Space, TextRole
from pos_app.ui.views.settings.section import Section
from pos_app.ui.views.settings.state import Draft, SettingsState, Value

_KINDS: Final = ("system", "pdf", "escpos", "none")
_AS_WINDOW: Final = "as_window"
_LIST_HEIGHT: Final = 180


class PrintingSection(Section):
    """A queue of the operating system, a folder for PDF files, or a receipt printer by address.

    Signals:
    - test_page_wanted(): the button of this name.
    - preview_wanted(str): show slips on the chosen paper.
    - printers_wanted(): ask the system for its queues again.
    """

    test_page_wanted = Signal()
    preview_wanted = Signal(str)
    printers_wanted = Signal()

    def __init__(self) -> None:
        """Make the fields."""
        super().__init__("printing")
        self._kind = SegmentedChoice("", object_name="printer_kind")
        self._kind.set_options([(kind, kind) for kind in _KINDS])
        self._kind.chosen.connect(self._on_kind)
        self._paper = SegmentedChoice("", object_name="paper")
        self._paper.set_options([(paper.value, paper.value) for paper in Paper])
        self._language = SegmentedChoice("", object_name="slip_language")
        # A language is always written in itself: whoever needs it can read it.
        self._language.set_options(
            [(_AS_WINDOW, ""), (Language.EN.value, "English"), (Language.DE.value, "Deutsch")]
        )
        self._queues = RowList("", object_name="system_printers")
        self._queues.setFixedHeight(_LIST_HEIGHT)
        self._no_queues = EmptyState(Icon.PRINTER, "", object_name="no_system_printers")
        self._no_queues.acted.connect(self.printers_wanted)
        self._folder = Field("", object_name="printer_folder")
        self._address = Field("", object_name="printer_address", placeholder="192.168.1.50:9100")
        self._none = PlainLabel("", TextRole.BODY, Role.MUTED, wrap=True)
        self._save = PrimaryButton("", object_name="save_printer", icon=Icon.SAVE)
        self._test = SecondaryButton("", object_name="print_test_page", icon=Icon.PRINTER)
        self._save.triggered.connect(self._on_save)
        self._test.triggered.connect(self._on_test)
        self._preview = SecondaryButton("", object_name="preview_slips", icon=Icon.EYE)
        self._preview.triggered.connect(self._on_preview)
        self._kind_words = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._paper_words = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._language_words = PlainLabel("", TextRole.LABEL, Role.MUTED)
        self._lay_out()
        self.add_buttons(self._save, self._test, self._preview)
        self.retranslate()

    def _lay_out(self) -> None:
        self._details = QStackedWidget()
        queues = QWidget()
        box = QVBoxLayout(queues)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._queues)
        box.addWidget(self._no_queues)
        for part in (queues, _top(self._folder), _top(self._address), _top(self._none)):
            self._details.addWidget(part)
        for part in (self._kind_words, self._kind, self._details):
            self.body.addWidget(part)
        self.body.addSpacing(Space.S)
        self.body.addWidget(self._paper_words)
        self.body.addWidget(self._paper)
        self.body.addWidget(self._language_words)
        self.body.addWidget(self._language)

    def fields(self) -> Mapping[str, Field]:
        """A bad printer is said at the field that is showing."""
        field = self._address if self._kind.current() == "escpos" else self._folder
        return {"bad_printer": field} if self._kind.current() in ("pdf", "escpos") else {}

    def fill(self, state: SettingsState) -> None:
        """Show the settings in force."""
        super().fill(state)
        kind, _, target = state.settings.printer.partition(":")
        self._folder.set_text(target if kind == "pdf" else "")
        self._address.set_text(target.removeprefix("tcp://") if kind == "escpos" else "")
        self._show_kind(kind if kind in _KINDS else "none")
        self._paper.set_current(state.settings.paper)
        self._language.set_current(state.settings.slip_language or _AS_WINDOW)
        self._show_queues(state, target if kind == "system" else "")

    def refresh(self, state: SettingsState) -> None:
        """Show the system's queues when they are known."""
        super().refresh(state)
        kind, _, target = state.settings.printer.partition(":")
        chosen = self._queues.selected_key() or (target if kind == "system" else "")
        self._show_queues(state, chosen)

    def _show_queues(self, state: SettingsState, chosen: str) -> None:
        names = state.printers or ()
        self._queues.set_rows([Row(name, name, icon=Icon.PRINTER) for name in names])
        if chosen:
            self._queues.select(chosen)
        self._queues.setVisible(bool(names))
        self._no_queues.setVisible(not names)
        if state.printers is None:
            self._no_queues.set_texts(self.tr("Looking for printers"))
        else:
            self._no_queues.set_texts(
                self.tr("This computer has no printer set up"),
                self.tr("Add one in the system's settings, then look again."),
                self.tr("Look again"),
            )

    def _show_kind(self, kind: str) -> None:
        self._kind.set_current(kind)
        self._details.setCurrentIndex(_KINDS.index(kind))

    def _on_kind(self, kind: str) -> None:
        self.problem.hide()
        self._show_kind(kind)

    def _spec(self) -> str:
        kind = self._kind.current()
        targets = {
            "system": self._queues.selected_key(),
            "pdf": self._folder.text().strip(),
            "escpos": f"tcp://{self._address.text().strip()}",
        }
        return f"{kind}:{targets[kind]}" if kind in targets else ""

    def _on_save(self) -> None:
        self._save.hold()
        spoken = self._language.current()
        values: dict[str, Value] = {
            "printer": self._spec(),
            "paper": self._paper.current(),
            "slip_language": None if spoken == _AS_WINDOW else Language(spoken),
        }
        self.save_wanted.emit(Draft(self.name, values))

    def _on_test(self) -> None:
        self._test.hold()
        self.test_page_wanted.emit()

    def _on_preview(self) -> None:
        self._preview.hold()
        self.preview_wanted.emit(self._paper.current())

    def retranslate(self) -> None:
        """Put all words anew."""
        self.header.set_texts(
            self.tr("Printing"),
            self.tr("Slips print by themselves. The test page uses what is saved."),
        )
        self._kind_words.setText(self.tr("Printer"))
        self._kind.set_words(
            self.tr("Printer"),
            [
                ("system", self.tr("System printer")),
                ("pdf", self.tr("PDF folder")),
                ("escpos", self.tr("Receipt printer in the network")),
                ("none", self.tr("No printer")),
            ],
        )
        self._paper_words.setText(self.tr("Paper"))
        self._paper.set_words(
            self.tr("Paper"),
            [
                (Paper.ROLL_58.value, self.tr("Roll, 58 mm")),
                (Paper.ROLL_80.value, self.tr("Roll, 80 mm")),
                (Paper.A4.value, self.tr("A4")),
            ],
        )
        self._language_words.setText(self.tr("Language of the slips"))
        self._language.setAccessibleName(self.tr("Language of the slips"))
        self._language.button(_AS_WINDOW).set_label(self.tr("As the window"))
        self._queues.setAccessibleName(self.tr("Printers of this computer"))
        self._folder.set_label(self.tr("Folder"))
        self._folder.set_hint(self.tr("Each slip becomes one PDF file in this folder."))
        self._address.set_label(self.tr("Address"))
        self._address.set_hint(self.tr("Host name or IP address, with the port after a colon."))
        self._none.setText(self.tr("Without a printer, slips stay due until one is chosen."))
        self._save.set_label(self.tr("Save"))
        self._test.set_label(self.tr("Print test page"))
        self._preview.set_label(self.tr("Preview slips"))
        if self.state is not None:
            self.refresh(self.state)


def _top(widget: QWidget) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(widget)
    box.addStretch(1)
    return holder

"""The bridge for what the window has to say: whoever speaks never touches a widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from pos_app.domain.errors import PosError, SurroundingsError
from pos_app.ui.texts.errors import crash_sentence, error_sentence
from pos_app.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Said:
    """One notice to show; `on_action` is called when its action is pressed."""

    text: str
    tone: Tone = Tone.NEUTRAL
    action: str = ""
    on_action: Callable[[], None] | None = None


class Notices(QObject):
    """Tells the window what to show.

    Signals:
    - said(object): a `Said`.
    - crashed(): the program made a mistake; whoever knows the sale in front tells its state.
    """

    said = Signal(object)
    crashed = Signal()

    def tell(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        *,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence that does not block."""
        self.said.emit(Said(text, tone, action, on_action))

    def tell_error(self, error: PosError) -> None:
        """Say what went wrong and what to do next."""
        around = isinstance(error, SurroundingsError)
        self.tell(error_sentence(error), Tone.DANGER if around else Tone.WARNING)

    def tell_crash(self) -> None:
        """Say that the program itself made a mistake; nothing paid is lost by it."""
        self.tell(crash_sentence(), Tone.DANGER)
        self.crashed.emit()

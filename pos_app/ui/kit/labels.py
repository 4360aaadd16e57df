"""The only label class of the program: plain text, a step of the type scale, a colour role."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pos_app.ui.theme import Role, TextRole, color, font


class PlainLabel(QLabel):
    """Shows text as it is: never markup, never a link (design R8).

    It never gets an accessible name: a name would replace its text in the accessibility tree.
    """

    def __init__(
        self,
        text: str = "",
        text_role: TextRole = TextRole.BODY,
        role: Role = Role.TEXT,
        *,
        object_name: str = "",
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show `text` in a step of the type scale and a colour."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(object_name)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text_role = text_role
        self._role = role
        self._restyle()
        self.setText(text)

    def set_role(self, role: Role) -> None:
        """Change the colour."""
        if role is not self._role:
            self._role = role
            self._restyle()

    def set_text_role(self, text_role: TextRole) -> None:
        """Change the step of the type scale."""
        if text_role is not self._text_role:
            self._text_role = text_role
            self._restyle()

    def _restyle(self) -> None:
        self.setFont(font(self._text_role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, color(self._role))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours and sizes of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()

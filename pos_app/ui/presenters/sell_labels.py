"""Teaching shelf labels: a manager's word, once, at the first unknown scan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pos_app.domain.people import Permission
from pos_app.domain.product import Product
from pos_app.ui.shell_port import ShellPort
from pos_app.ui.theme import Tone
from pos_app.ui.translation import translate
from pos_app.usecases.services import Services


class LabelPresenter(QObject):
    """Has a manager confirm what a label stands for.

    Signals:
    - learned(object): the `Product` that the label opens from now on.
    """

    learned = Signal(object)

    def __init__(
        self, services: Services, shell: ShellPort, parent: QObject | None = None
    ) -> None:
        """Teach nothing yet."""
        super().__init__(parent)
        self._services, self._shell = services, shell

    async def learn(self, label: str, product: Product) -> None:
        """Ask a manager, keep the label, and go on with its product."""
        approval = await self._shell.approve(Permission.CHANGE_SETTINGS)
        if approval is None:
            return
        await self._services.counter.assortment.teach(label, product.code, approval)
        text = translate("sell", "%1 now opens %2.").replace("%1", label)
        self._shell.notify(text.replace("%2", product.brand), Tone.SUCCESS)
        self.learned.emit(product)

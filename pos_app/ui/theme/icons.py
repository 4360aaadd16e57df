"""The icon set: SVG files tinted at run time, crisp at any device pixel ratio.

Painting reads the colour role from the theme in force, so that an icon made once follows every
later change of the theme. Rendered icons live in Qt's pixmap cache; QtSvg is imported with the
first icon, not with the program.
"""

from __future__ import annotations

import math
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from pos_app.resources import resource_path
from pos_app.ui.theme.current import color
from pos_app.ui.theme.tokens import Role


class Icon(StrEnum):
    """Every icon of the program; a test keeps this list and the folder the same."""

    ACTIVITY = "activity"
    ARCHIVE = "archive"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    BADGE_CHECK = "badge-check"
    BAN = "ban"
    BANKNOTE = "banknote"
    BANKNOTE_X = "banknote-x"
    BARCODE = "barcode"
    CALENDAR_CHECK = "calendar-check"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE_ALERT = "circle-alert"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_DASHED = "circle-dashed"
    CIRCLE_QUESTION_MARK = "circle-question-mark"
    CIRCLE_SLASH = "circle-slash"
    CIRCLE_X = "circle-x"
    CLOCK = "clock"
    CLOUD = "cloud"
    CLOUD_OFF = "cloud-off"
    CONTRAST = "contrast"
    COPY = "copy"
    CREDIT_CARD = "credit-card"
    DATABASE = "database"
    DOWNLOAD = "download"
    ELLIPSIS = "ellipsis"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE_TEXT = "file-text"
    FOLDER_OPEN = "folder-open"
    GIFT = "gift"
    GRADUATION_CAP = "graduation-cap"
    HAND = "hand"
    HAND_COINS = "hand-coins"
    HISTORY = "history"
    HOURGLASS = "hourglass"
    INBOX = "inbox"
    INFO = "info"
    KEY_ROUND = "key-round"
    KEYBOARD = "keyboard"
    LANGUAGES = "languages"
    LINK = "link"
    LIST_ORDERED = "list-ordered"
    LOADER = "loader"
    LOCK = "lock"
    LOCK_OPEN = "lock-open"
    LOG_IN = "log-in"
    LOG_OUT = "log-out"
    MAIL = "mail"
    MINUS = "minus"
    MONITOR = "monitor"
    MOON = "moon"
    OCTAGON_ALERT = "octagon-alert"
    PACKAGE = "package"
    PACKAGE_CHECK = "package-check"
    PACKAGE_X = "package-x"
    PAUSE = "pause"
    PENCIL = "pencil"
    PLAY = "play"
    PLUS = "plus"
    PRINTER = "printer"
    QR_CODE = "qr-code"
    RECEIPT_TEXT = "receipt-text"
    REFRESH_CW = "refresh-cw"
    SAVE = "save"
    SCAN_BARCODE = "scan-barcode"
    SEARCH = "search"
    SEND = "send"
    SETTINGS = "settings"
    SHIELD_ALERT = "shield-alert"
    SHIELD_CHECK = "shield-check"
    SHOPPING_BAG = "shopping-bag"
    SHOPPING_CART = "shopping-cart"
    STAR = "star"
    STORE = "store"
    SUN = "sun"
    TAG = "tag"
    TICKET = "ticket"
    TIMER = "timer"
    TRASH_2 = "trash-2"
    TRIANGLE_ALERT = "triangle-alert"
    UNDO_2 = "undo-2"
    UPLOAD = "upload"
    USER = "user"
    USERS = "users"
    WALLET = "wallet"
    WIFI = "wifi"
    WIFI_OFF = "wifi-off"
    X = "x"
    ZAP = "zap"


@cache
def _source(name: Icon) -> bytes:
    return resource_path("icons", f"{name.value}.svg").read_bytes()


def _render(name: Icon, tint: str, side: int) -> QPixmap:
    # Imported late: the lock screen's first paint should not wait for the SVG library.
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    drawing = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", tint.encode())))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def icon_pixmap(name: Icon, role: Role, side: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a square of `side` device independent pixels, sharp at `ratio`."""
    tint = color(role).name()
    pixels = max(1, math.ceil(side * ratio))
    key = f"icon:{name.value}:{tint}:{pixels}:{ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _render(name, tint, pixels)
        found.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, found)
    return found


def paint_icon(painter: QPainter, rect: QRect, name: Icon, role: Role) -> None:
    """Paint an icon centred in `rect`, as large as its shorter side."""
    side = min(rect.width(), rect.height())
    pixmap = icon_pixmap(name, role, side, painter.device().devicePixelRatioF())
    corner = QPoint(
        rect.left() + (rect.width() - side) // 2, rect.top() + (rect.height() - side) // 2
    )
    painter.drawPixmap(corner, pixmap)


class _TintedEngine(QIconEngine):
    """Lets a QIcon read its colour from the theme each time it is painted."""

    def __init__(self, name: Icon, role: Role) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _role_for(self, mode: QIcon.Mode) -> Role:
        return Role.DISABLED if mode == QIcon.Mode.Disabled else self._role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._role_for(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        side = max(1, round(min(size.width(), size.height()) / scale))
        return icon_pixmap(self._name, self._role_for(mode), side, scale)

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._role)


def icon(name: Icon, role: Role = Role.TEXT) -> QIcon:
    """An icon for Qt's own classes (line edit actions, menus, window)."""
    return QIcon(_TintedEngine(name, role))

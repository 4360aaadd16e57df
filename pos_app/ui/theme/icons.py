"""The icon set: SVG files tinted at run time, crisp at any device pixel ratio.

`paint_icon` reads the colour role from the theme in force, so that painted icons follow every
change of the theme. Rendered icons live in Qt's pixmap cache; QtSvg is imported with the
first icon, not with the program.
"""

from __future__ import annotations

import math
from enum import StrEnum
from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache

from pos_app.resources import resource_path
from pos_app.ui.theme.current import color
from pos_app.ui.theme.tokens import ICON_SIZE, Role

_APP_SIDES: Final = (32, 64, 256)
_RATIOS: Final = (1.0, 1.5, 2.0, 3.0)


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
    DELETE = "delete"
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
    STAR_FILLED = "star-filled"
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
    from PySide6.QtSvg import QSvgRenderer

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


def app_icon() -> QIcon:
    """The program's own icon; pictures instead of SVG, because every start waits for it."""
    made = QIcon()
    for side in _APP_SIDES:
        made.addFile(str(resource_path("images", f"app-{side}.png")))
    return made


def icon(name: Icon, role: Role = Role.TEXT) -> QIcon:
    """An icon for Qt's own classes (line edit actions, menus, window) in today's colours.

    Make it anew after a theme change. It is filled with pixmaps because an icon engine written
    in Python does not survive being cloned by Qt (PySide6 6.11, segmentation fault).
    """
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(icon_pixmap(name, role, ICON_SIZE, ratio))
        dimmed = icon_pixmap(name, Role.DISABLED, ICON_SIZE, ratio)
        made.addPixmap(dimmed, QIcon.Mode.Disabled)
    return made

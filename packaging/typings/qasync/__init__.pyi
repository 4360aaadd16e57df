"""The part of qasync 0.28 that the till and its tests use."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt

_T = TypeVar("_T")

class _SimpleTimer(QObject):
    def startTimer(self, interval: int, timerType: Qt.TimerType = ...) -> int: ...

class QEventLoop(asyncio.BaseEventLoop):
    def __init__(
        self,
        app: QCoreApplication | None = None,
        set_running_loop: bool = False,
        already_running: bool = False,
    ) -> None: ...
    def __enter__(self) -> QEventLoop: ...
    def __exit__(self, *args: object) -> None: ...

class QThreadExecutor:
    def __init__(self, max_workers: int = 10, stack_size: int | None = None) -> None: ...

def run(future: Coroutine[Any, Any, _T], *, debug: bool | None = None) -> _T: ...
async def asyncWrap(fn: Callable[..., _T], *args: object, **kwargs: object) -> _T: ...

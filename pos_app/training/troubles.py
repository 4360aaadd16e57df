"""Troubles on purpose: what is armed, for which call, for how many requests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from pos_app.domain.errors import SettingsError
from pos_app.training.trouble_infos import TROUBLES, TroubleInfo

_BY_NAME: Final[Mapping[str, TroubleInfo]] = {info.name: info for info in TROUBLES}
# A count above this is a slip of the finger.
_MOST_TIMES: Final = 10_000


@dataclass(frozen=True, slots=True)
class Armed:
    """One armed trouble: `left` requests of `call` will meet it, None means all of them."""

    name: str
    call: str
    left: int | None
    seconds: float
    polls: int | None = None


def available_troubles() -> tuple[TroubleInfo, ...]:
    """All troubles, with texts for people, in the order in which to show them."""
    return TROUBLES


def parse_trouble(text: str) -> tuple[str, int | None]:
    """Read `NAME` (for ever) or `NAME:TIMES`.

    May raise:
    - SettingsError: `unknown_trouble` or `bad_trouble_count`.
    """
    name, colon, count = text.partition(":")
    _known(name)
    if not colon:
        return name, None
    if not (count.isascii() and count.isdigit() and 0 < int(count) <= _MOST_TIMES):
        raise SettingsError("bad_trouble_count", name=name, count=count)
    return name, int(count)


def _known(name: str) -> TroubleInfo:
    if name not in _BY_NAME:
        raise SettingsError("unknown_trouble", name=name, known=", ".join(sorted(_BY_NAME)))
    return _BY_NAME[name]


class TroublePlan:
    """What is armed. Of several troubles for one call the one armed first comes first."""

    def __init__(self, on_change: Callable[[], None] | None = None) -> None:
        """Start with nothing armed; `on_change` is told after every change."""
        self._armed: list[Armed] = []
        self._on_change = on_change

    def available(self) -> tuple[TroubleInfo, ...]:
        """All troubles that can be armed."""
        return TROUBLES

    def arm(
        self,
        name: str,
        times: int | None = 1,
        call: str | None = None,
        *,
        seconds: float | None = None,
        polls: int | None = None,
    ) -> None:
        """Let the next `times` requests of `call` (None: for ever) meet a trouble.

        Without `call` the trouble picks the one it is usually met at. `seconds` is how long it
        takes (a delay, a time in processing, `Retry-After`), `polls` ends processing by count.
        Over sockets `offline` lasts until it is disarmed: what never arrives can't be counted.

        May raise:
        - SettingsError: `unknown_trouble`, `bad_trouble_count` or `trouble_not_for_call`.
        """
        info = _known(name)
        chosen = info.calls[0] if call is None else call
        if chosen not in info.calls:
            raise SettingsError("trouble_not_for_call", name=name, call=chosen)
        if times is not None and not 0 < times <= _MOST_TIMES:
            raise SettingsError("bad_trouble_count", name=name, count=times)
        lasts = info.seconds if seconds is None else seconds
        self._armed.append(Armed(name, chosen, times, lasts, polls))
        self._changed()

    def disarm(self, name: str | None = None) -> None:
        """Take back one trouble, or all of them."""
        self._armed = [one for one in self._armed if name is not None and one.name != name]
        self._changed()

    def armed(self) -> tuple[Armed, ...]:
        """What is still to come."""
        return tuple(self._armed)

    def find(self, name: str) -> Armed | None:
        """The trouble of this name if it is armed; it is not used up."""
        return next((one for one in self._armed if one.name == name), None)

    def take(self, call: str, *, but: frozenset[str] = frozenset()) -> Armed | None:
        """The trouble that a request of this kind meets now, used up by one."""
        for one in self._armed:
            if one.name not in but and one.call in {call, "any"}:
                self.use_up(one)
                return one
        return None

    def use_up(self, one: Armed) -> None:
        """Count one request against an armed trouble."""
        if one.left is None:
            return
        place = self._armed.index(one)
        if one.left > 1:
            self._armed[place] = replace(one, left=one.left - 1)
        else:
            del self._armed[place]
        self._changed()

    def _changed(self) -> None:
        if self._on_change:
            self._on_change()

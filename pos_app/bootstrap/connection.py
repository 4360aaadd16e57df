"""The live test of a provider account, for Settings, the first start and the doctor."""

from __future__ import annotations

from pos_app.domain.errors import ProviderUnavailableError, SettingsError
from pos_app.domain.sale import Account
from pos_app.ports import Clock, ConnectionReport
from pos_app.provider.client import HttpProvider


class ProviderConnectionTest:
    """The port `ConnectionTest`: asks for the balance, which changes nothing."""

    def __init__(self, clock: Clock) -> None:
        """Test by this clock."""
        self._clock = clock

    async def __call__(self, account: Account, secret: str, currency: str) -> ConnectionReport:
        """Ask once and tell what came back, in codes."""
        try:
            provider = HttpProvider(account, secret, clock=self._clock)
        except SettingsError as error:
            return ConnectionReport(ok=False, code=error.code)
        try:
            balance = await provider.balance(currency)
        except ProviderUnavailableError as error:
            status = error.params.get("status")
            return ConnectionReport(
                ok=False,
                code=error.code,
                status=status if isinstance(status, int) else None,
                message=str(error.params.get("message") or error.params.get("reason") or ""),
                clock_skew_s=_skew(provider),
            )
        finally:
            await provider.close()
        return ConnectionReport(
            ok=True, status=200, clock_skew_s=_skew(provider), balance=balance.available
        )


def _skew(provider: HttpProvider) -> float | None:
    """The till's clock minus the provider's."""
    offset = provider.clock_offset_s
    return -offset if offset is not None else None

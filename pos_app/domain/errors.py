"""The error tree: whose turn is it?

    PosError
    ├── UserError                 the person can act: wrong input, not allowed, not now
    │   ├── AmountError           an amount that can't be read or sold
    │   ├── CurrencyMismatchError two currencies in one sum
    │   ├── RefusedError          a rule of money.md says no, with its reason
    │   ├── NotAllowedError       this person may not; a manager may
    │   ├── WrongPinError         the PIN is wrong, or it is too early for the next try
    │   └── SettingsError         settings or command line that can't be used
    ├── SurroundingsError         disk, network, keyring or printer
    │   ├── StoreError            the database can't be written, read or trusted
    │   ├── VaultError            the key or an encrypted value can't be opened
    │   ├── ProviderUnavailableError  no usable answer from the provider
    │   └── PrinterError          a slip that could not be printed
    └── (anything else)           our bug: crash report

The user interface makes texts for people from `code` and `params`; nothing branches on a text.
"""

from __future__ import annotations


class PosError(Exception):
    """All that the till says on purpose; `code` is stable, `params` fill the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        """Keep the stable code and the values its sentence needs."""
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        """Code and values, for logs: never holds a card code."""
        values = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code} ({values})" if values else self.code


class UserError(PosError):
    """The person in front of the till can do something about it."""


class AmountError(UserError):
    """An amount that can't be read or is not sold.

    Codes: `not_a_number`, `too_fine`, `other_form`, `unknown_currency`, `below_minimum`,
    `above_maximum`, `off_step`, `not_offered`.
    """

    def __init__(self, code: str, text: str = "", **params: object) -> None:
        """Keep the text that could not be used."""
        super().__init__(code, text=text, **params)


class CurrencyMismatchError(UserError):
    """Two currencies met in one sum or comparison."""

    def __init__(self, ours: str, theirs: str) -> None:
        """Keep both currencies."""
        super().__init__("currency_mismatch", ours=ours, theirs=theirs)


class RefusedError(UserError):
    """A rule says no; `code` names the reason (`card_has_arrived`, `too_early`, ...)."""


class NotAllowedError(UserError):
    """The signed-in person may not do this; a manager may."""


class WrongPinError(UserError):
    """The PIN is wrong, or the next try is not allowed yet (`wait_s` in params)."""


class SettingsError(UserError):
    """Settings, environment or command line hold something that can't be used."""


class SurroundingsError(PosError):
    """Disk, network, keyring or printer: not the cashier's fault."""


class StoreError(SurroundingsError):
    """The database can't be opened, written, read or trusted."""


class VaultError(SurroundingsError):
    """The vault key is missing, or an encrypted value can't be opened."""


class ProviderUnavailableError(SurroundingsError):
    """No usable answer to a question that changes nothing (catalogue, balance)."""


class PrinterError(SurroundingsError):
    """A slip could not be printed; `code` says why (`offline`, `unknown_printer`, ...)."""

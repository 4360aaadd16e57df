"""One clear sentence per error code, for people at a terminal.

The command line speaks English: its readers are those who roll tills out, and scripts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pos_app.domain.errors import PosError

_SENTENCES: Final[Mapping[str, str]] = {
    # settings, environment, arguments
    "already_set_up": "This till is already set up ({file}); nothing was changed.",
    "bad_home": "{variable} must be an absolute path of a folder, not {value!r}.",
    "bad_language": "{variable} is {value!r}; known languages are {known}.",
    "bad_tax_note": "The sentence about tax must be one line of up to {most} characters.",
    "bad_printer": "{text!r} is no printer; write pdf:DIR, system:NAME or escpos:tcp://HOST:PORT.",
    "bad_setting": "The value {value!r} of {key} can't be used: it must be {rule}.",
    "bad_trouble_count": "The trouble {name!r} can't be played {count!r} times.",
    "bad_client_id": "The client id {client_id!r} can't be used: no blanks, no commas, at most"
    " 200 characters.",
    "bad_out": "{path} can't be written: it must be a file in a folder that exists.",
    "bad_range": "The first day {since} comes after the last day {until}.",
    "missing_secret": "There is no client secret; give it by --secret-stdin or"
    " POS_APP_CLIENT_SECRET.",
    "no_input": "Nothing came on standard input, but {what} was expected there.",
    "bad_input": "What came on standard input can't be {what}.",
    "port_unusable": "Port {port} can't be used: {reason}.",
    "provider_url_insecure": "The provider's address {url} must begin with https:// (plain http"
    " is allowed on this computer only).",
    "provider_url_no_version": "The provider's address {url} must end with its version, such as"
    " /v1.",
    "provider_url_unreadable": "The provider's address {url!r} can't be read; it looks like"
    " https://api.example.com/v1.",
    "setting_missing": "The setting {key!r} is missing.",
    "settings_damaged": "The settings are damaged: there is no readable JSON object in the file.",
    "settings_missing": "This till is not set up yet: run `pos-app setup` first ({file} is"
    " missing).",
    "settings_unreadable": "The settings can't be read: {reason}.",
    "training_ledger_damaged": "The training provider's books are damaged; nothing was changed.",
    "training_ledger_unusable": "The training provider's books can't be read or written.",
    "trouble_not_for_call": "The trouble {name!r} can't be met by {call!r}.",
    "unknown_setting": "There is no setting {key!r}; a newer version of the program may know it.",
    "unknown_trouble": "There is no trouble {name!r}; known are {known}.",
    # people
    "bad_name": "The name {name!r} can't be used: 1 to 60 printable characters, please.",
    "bad_pin": "The PIN must have 4 to 12 digits.",
    "name_taken": "There is already somebody called {name}.",
    "no_such_person": "There is nobody called {name}.",
    "not_active": "{name} is disabled and may not sign in; a manager can change that in Settings.",
    "last_manager": "This till needs at least one active manager; add another one first.",
    # store and vault
    "already_running": "The program is already running for {folder}, but does not answer.",
    "already_there": "There is already a database ({path}); nothing was changed.",
    "bad_key": "The key of the vault is damaged; cards can't be opened.",
    "backup_damaged": "The backup {path} is damaged ({detail}); nothing was changed. Try an older"
    " one.",
    "backup_newer": "The backup {path} comes from a newer version of the program; install that"
    " one.",
    "backup_of_other_till": "The backup {path} belongs to another till ({what} differs); nothing"
    " was changed.",
    "backup_unreadable": "The backup {path} can't be read: {reason}.",
    "backup_wrong_key": "The backup {path} can't be opened with the key of this till's vault;"
    " nothing was changed.",
    "corrupt": "The database is damaged; restore a backup with `pos-app restore FILE`.",
    "damaged": "The database is damaged; put the newest backup in its place: pos-app restore"
    ' "{backup}".',
    "damaged.no_backup": "The database is damaged, and there is no backup beside it; put one in"
    " its place with `pos-app restore FILE`.",
    "disk_full": "The disk is full; free some space and try again.",
    "export_failed": "{path} can't be written: {reason}.",
    "io": "The disk can't be read or written.",
    "key_missing": "The key of the vault is missing from the {kind}; cards can't be opened.",
    "StoreError.locked": "The database is in use by another program; try again.",
    "locked": "The place where the secrets lie is locked; unlock the keyring and try again.",
    "migration_failed": "The database could not be brought to this version; it is as before.",
    "missing": "There is no database; nothing is sold before one is restored or set up.",
    "missing_but_known": "The database has disappeared; put the newest backup in its place:"
    ' pos-app restore "{backup}".',
    "missing_but_known.no_backup": "The database has disappeared, and there is no backup beside"
    " it; put one in its place with `pos-app restore FILE`.",
    "newer_schema": "The database belongs to a newer version of the program; install that one.",
    "not_a_folder": "{path} is a file, not a folder.",
    "not_empty": "There are sales in {path}; it was not removed.",
    "not_a_backup": "{path} is not a backup of a till; nothing was changed.",
    "not_opened": "The card can't be opened with the key of this vault.",
    "not_stored": "The secret can't be stored.",
    "not_verified": "The copy did not pass its check and was removed; try again.",
    "other_computer": "This till was copied from another computer, so it does not sell here; to"
    " move it here for good, stop the other one and run `pos-app restore` with its newest backup.",
    "other_installation": "The database belongs to another till ({what} differs).",
    "till_is_running": "The program is running; close it, then restore.",
    "read_only": "There is no permission to write here.",
    "report_not_written": "{path} can't be written: {reason}.",
    "wrong_key": "The key does not open this database.",
    "no_display": "There is no screen to show the window on: DISPLAY and WAYLAND_DISPLAY are not"
    " set.",
    # provider
    "not_sent": "The provider can't be reached ({reason}).",
}


def sentence_of(error: PosError) -> str:
    """What to tell about an error; the file or variable to blame is named."""
    names = (
        f"{type(error).__name__}.{error.code}",
        f"{error.code}.{error.params.get('key')}",
        error.code,
    )
    template = next((_SENTENCES[name] for name in names if name in _SENTENCES), None)
    if template is None:
        return f"That did not work: {error}."
    text = template.format_map(_Known(error.params))
    where = error.params.get("file") or error.params.get("path")
    if where is not None and str(where) not in text:
        text = f"{text} ({where})"
    variable = error.params.get("variable")
    if variable is not None and str(variable) not in text:
        text = f"{variable}: {text}"
    return " ".join(text.split())


class _Known(dict[str, object]):
    """A sentence with a hole beats a crash."""

    def __missing__(self, key: str) -> str:
        return f"unknown {key}"

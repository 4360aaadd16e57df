"""What the doctor found, as sentences with one way out each, in the language in force."""

from __future__ import annotations

from typing import Final

from pos_app.ui.texts.errors import value_text
from pos_app.ui.translation import QT_TRANSLATE_NOOP, UTF8, translate
from pos_app.usecases.doctor import Finding, State

_NAMES: Final = {
    "settings": QT_TRANSLATE_NOOP("doctor", "Settings"),
    "printer": QT_TRANSLATE_NOOP("doctor", "Printer"),
    "disk": QT_TRANSLATE_NOOP("doctor", "Disk space"),
    "secrets": QT_TRANSLATE_NOOP("doctor", "Secrets"),
    "database": QT_TRANSLATE_NOOP("doctor", "Database"),
    "journal": QT_TRANSLATE_NOOP("doctor", "Journal"),
    "cashiers": QT_TRANSLATE_NOOP("doctor", "People"),
    "catalogue": QT_TRANSLATE_NOOP("doctor", "Catalogue"),
    "connection": QT_TRANSLATE_NOOP("doctor", "Connection"),
    "clock": QT_TRANSLATE_NOOP("doctor", "Clock"),
    "balance": QT_TRANSLATE_NOOP("doctor", "Balance"),
}
_STATES: Final = {
    State.OK: QT_TRANSLATE_NOOP("doctor", "Fine"),
    State.WARN: QT_TRANSLATE_NOOP("doctor", "Warning"),
    State.FAIL: QT_TRANSLATE_NOOP("doctor", "Stops sales"),
    State.SKIPPED: QT_TRANSLATE_NOOP("doctor", "Not checked"),
}
_FREE: Final = QT_TRANSLATE_NOOP("doctor", "{megabytes} MB are free where the data lies.")
_CATALOGUE: Final = QT_TRANSLATE_NOOP("doctor", "{products} products, {hours} hours old.")
_BALANCE: Final = QT_TRANSLATE_NOOP("doctor", "{balance} are available at the provider.")
_SUPPORT: Final = QT_TRANSLATE_NOOP(
    "doctor", "Keep the data folder as it is and ask for support; a backup shows what was there."
)
_RESTORE: Final = QT_TRANSLATE_NOOP("doctor", "Close the program and restore a backup.")
_SWITCH_ON: Final = QT_TRANSLATE_NOOP(
    "doctor", "Switch it on, or choose another one in Settings, Printing."
)
_SET_CLOCK: Final = QT_TRANSLATE_NOOP("doctor", "Set this computer's clock, best by the network.")
_ACCOUNT: Final = QT_TRANSLATE_NOOP("doctor", "The provider refuses this account ({said}).")

# Sentence and way out, by the check's name and what it found.
SENTENCES: Final = {
    "settings.ok": (QT_TRANSLATE_NOOP("doctor", "Till {till} of {store}."), ""),
    "printer.ok": (QT_TRANSLATE_NOOP("doctor", "Slips go to {printer}."), ""),
    "printer.none": (
        QT_TRANSLATE_NOOP("doctor", "No printer is chosen, so no slip can be printed."),
        QT_TRANSLATE_NOOP("doctor", "Choose one in Settings, Printing."),
    ),
    "printer.not_a_folder": (
        QT_TRANSLATE_NOOP("doctor", "The printer {printer} is not a folder."),
        QT_TRANSLATE_NOOP("doctor", "Choose another one in Settings, Printing."),
    ),
    "printer.not_writable": (
        QT_TRANSLATE_NOOP("doctor", "The folder of {printer} can't be written to."),
        QT_TRANSLATE_NOOP("doctor", "Choose another one in Settings, Printing."),
    ),
    "printer.not_known": (
        QT_TRANSLATE_NOOP("doctor", "This computer does not know the printer {printer}."),
        _SWITCH_ON,
    ),
    "printer.no_answer": (
        QT_TRANSLATE_NOOP("doctor", "The printer {printer} does not answer."),
        _SWITCH_ON,
    ),
    "disk.ok": (_FREE, ""),
    "disk.little": (_FREE, QT_TRANSLATE_NOOP("doctor", "Free some space before it runs out.")),
    "disk.full": (_FREE, QT_TRANSLATE_NOOP("doctor", "Free some space: sales need 50 MB.")),
    "secrets.ok": (QT_TRANSLATE_NOOP("doctor", "The client secret is there ({kind})."), ""),
    "secrets.in_file": (
        QT_TRANSLATE_NOOP("doctor", "The secrets lie in a file that only the owner can read."),
        QT_TRANSLATE_NOOP(
            "doctor", "Whoever copies the data folder has them too; a keyring is safer."
        ),
    ),
    "secrets.no_secret": (
        QT_TRANSLATE_NOOP("doctor", "There is no client secret."),
        QT_TRANSLATE_NOOP("doctor", "Enter it in Settings, Provider."),
    ),
    "secrets.locked": (
        QT_TRANSLATE_NOOP("doctor", "The secrets can't be opened: {kind} ({said})."),
        QT_TRANSLATE_NOOP("doctor", "Unlock the keyring, or restore the file."),
    ),
    "secrets.no_key": (
        QT_TRANSLATE_NOOP("doctor", "The key of the vault is missing ({kind})."),
        QT_TRANSLATE_NOOP("doctor", "Restore the secrets together with the database."),
    ),
    "database.ok": (QT_TRANSLATE_NOOP("doctor", "The database opens and is sound."), ""),
    "database.damaged": (
        QT_TRANSLATE_NOOP("doctor", "The database is damaged: {complaint}."),
        _RESTORE,
    ),
    "database.failed": (
        QT_TRANSLATE_NOOP("doctor", "The till's own data can't be read ({said})."),
        _RESTORE,
    ),
    "journal.ok": (QT_TRANSLATE_NOOP("doctor", "The journal is whole."), ""),
    "journal.broken": (
        QT_TRANSLATE_NOOP(
            "doctor", "The journal is broken from entry {entry} on: it was changed or cut."
        ),
        _SUPPORT,
    ),
    "journal.cut": (
        QT_TRANSLATE_NOOP(
            "doctor", "The journal has lost its last entries: {missing} of {kept} are missing."
        ),
        _SUPPORT,
    ),
    "journal.replaced": (
        QT_TRANSLATE_NOOP(
            "doctor",
            "The journal is another one: its entry {kept} is not the one that was written.",
        ),
        _SUPPORT,
    ),
    "cashiers.ok": (
        QT_TRANSLATE_NOOP("doctor", "{people} may sign in, {managers} of them as a manager."),
        "",
    ),
    "cashiers.nobody": (
        QT_TRANSLATE_NOOP("doctor", "Nobody may sign in."),
        QT_TRANSLATE_NOOP("doctor", "Add somebody in Settings, People."),
    ),
    "cashiers.no_manager": (
        QT_TRANSLATE_NOOP("doctor", "{people} may sign in, but nobody as a manager."),
        QT_TRANSLATE_NOOP("doctor", "Make somebody a manager in Settings, People."),
    ),
    "catalogue.ok": (_CATALOGUE, ""),
    "catalogue.old": (
        _CATALOGUE,
        QT_TRANSLATE_NOOP("doctor", "It is refreshed once the provider answers."),
    ),
    "catalogue.none": (
        QT_TRANSLATE_NOOP("doctor", "There is no catalogue yet."),
        QT_TRANSLATE_NOOP("doctor", "It is fetched once the provider answers."),
    ),
    "connection.ok": (
        QT_TRANSLATE_NOOP("doctor", "{url} answers and accepts the signature."),
        "",
    ),
    "connection.silent": (
        QT_TRANSLATE_NOOP("doctor", "{url} does not answer ({said})."),
        QT_TRANSLATE_NOOP("doctor", "Check the network, and the address in Settings, Provider."),
    ),
    "connection.credentials": (
        _ACCOUNT,
        QT_TRANSLATE_NOOP("doctor", "Check client id and secret in Settings, Provider."),
    ),
    "connection.wrong_date": (
        QT_TRANSLATE_NOOP("doctor", "The provider refuses this computer's time ({said})."),
        _SET_CLOCK,
    ),
    "connection.refused": (
        QT_TRANSLATE_NOOP("doctor", "The provider refuses to answer ({said})."),
        QT_TRANSLATE_NOOP("doctor", "Ask the provider, naming this code."),
    ),
    "balance.ok": (_BALANCE, ""),
    "balance.low": (_BALANCE, QT_TRANSLATE_NOOP("doctor", "Top it up before it runs out.")),
}
_KINDS: Final = {
    "keyring": QT_TRANSLATE_NOOP("doctor", "in this computer's keyring"),
    "file": QT_TRANSLATE_NOOP("doctor", "in a file"),
    "environment": QT_TRANSLATE_NOOP("doctor", "from the environment"),
    "training": QT_TRANSLATE_NOOP("doctor", "training"),
}


def check_name(finding: Finding) -> str:
    """What was looked at."""
    return translate("doctor", _NAMES[finding.name])


def state_word(state: State) -> str:
    """How it came out."""
    return translate("doctor", _STATES[state])


def finding_texts(finding: Finding) -> tuple[str, str]:
    """What was found, and what to do about it (may be empty)."""
    if finding.code == "skipped":
        because = str(finding.values.get("because", ""))
        text = translate("doctor", "Could not be checked, because of: %1.")
        return text.replace("%1", translate("doctor", _NAMES.get(because, because))), ""
    if finding.name == "clock":
        return _clock(finding)
    sentence, fix = SENTENCES[f"{finding.name}.{finding.code}"]
    filled = translate("doctor", sentence)
    for name, value in finding.values.items():
        filled = filled.replace(f"{{{name}}}", _value(name, value))
    return filled, translate("doctor", fix) if fix else ""


def _value(name: str, value: object) -> str:
    if name == "kind" and value in _KINDS:
        return translate("doctor", _KINDS[str(value)])
    return value_text(value)


def _clock(finding: Finding) -> tuple[str, str]:
    seconds = finding.values.get("seconds")
    off = seconds if isinstance(seconds, int) else 0
    if off > 0:
        text = translate("doctor", "This computer's clock is %n second(s) ahead.", "", UTF8, off)
    else:
        text = translate("doctor", "This computer's clock is %n second(s) behind.", "", UTF8, -off)
    if finding.code == "ok":
        return text, ""
    fix = translate("doctor", _SET_CLOCK)
    if finding.code == "far_off":
        meanwhile = translate("doctor", "Orders are signed with the provider's time meanwhile.")
        fix = f"{fix} {meanwhile}"
    return text, fix

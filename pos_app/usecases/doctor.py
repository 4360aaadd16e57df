"""Can this till sell? What was found out becomes one sentence and one way out each.

Pure judgements: whoever calls them does the looking. A till can sell when nothing fails;
warnings (secrets in a file, an old catalogue, a low balance, a clock that is off) are allowed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeAlias

from pos_app.domain.limits import Limits
from pos_app.domain.money import Language, Money
from pos_app.domain.people import Person
from pos_app.domain.product import CatalogueReading
from pos_app.ports import ConnectionReport
from pos_app.usecases.journal_keeper import Comparison

_MB: Final = 1024 * 1024
_LEAST_FREE: Final = 50 * _MB
_LITTLE_FREE: Final = 500 * _MB
# The provider allows 5 minutes (provider contract, section 2).
_CLOCK_OFF_S: Final = 60
_CLOCK_REFUSED_S: Final = 300
# Without the owner's word: below a hundred units the next cards may not be covered.
_LOW: Final = "100.0"

# What is looked at, in the order in which it is told.
NAMES: Final = (
    "settings printer disk secrets database journal cashiers catalogue connection clock balance"
).split()

# What is wrong with a printer, and how it reads after its name.
PRINTER_PROBLEMS: Final = {
    "not_a_folder": "is not a folder",
    "not_writable": "can't be written to",
    "not_known": "is not known to this computer",
    "no_answer": "does not answer",
}

Value: TypeAlias = str | int | Money

# Our own words for silences, for people.
_SILENCES: Final = {
    "name_unknown": "nothing is known under this name",
    "not_connected": "no connection",
    "tls_failed": "its certificate is not trusted",
    "no_answer": "no answer in time",
    "cut": "the connection was cut",
}


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    SKIPPED = "skipped"  # could not be looked at, because something before it failed


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: its stable name, how it came out, a sentence, and what to do.

    `code` and `values` say the same to programs, and to screens in other languages.
    """

    name: str
    state: State
    sentence: str
    fix: str = ""
    code: str = "ok"
    values: Mapping[str, Value] = field(default_factory=dict)


def can_sell(findings: Sequence[Finding]) -> bool:
    """Whether nothing stands in the way."""
    return all(finding.state is not State.FAIL for finding in findings)


def skipped(name: str, because: str) -> Finding:
    """A check that could not be made."""
    return Finding(
        name,
        State.SKIPPED,
        f"Not checked, because of the {because}.",
        code="skipped",
        values={"because": because},
    )


def judge_settings(till: str, store: str) -> Finding:
    """They could be read."""
    values: Mapping[str, Value] = {"till": till, "store": store}
    return Finding("settings", State.OK, f"Till {till} of {store}.", values=values)


def judge_printer(spec: str, problem: str) -> Finding:
    """Whether slips can be printed; `problem` is one of PRINTER_PROBLEMS, or empty."""
    if not spec:
        return Finding(
            "printer",
            State.WARN,
            "No printer is chosen, so no slip can be printed.",
            "Choose one in Settings or set POS_APP_PRINTER.",
            "none",
        )
    values: Mapping[str, Value] = {"printer": spec}
    if problem:
        sentence = f"The printer {spec} {PRINTER_PROBLEMS[problem]}."
        fix = "Switch it on, or choose another one."
        return Finding("printer", State.FAIL, sentence, fix, problem, values)
    return Finding("printer", State.OK, f"Slips go to {spec}.", values=values)


def judge_database(complaint: str) -> Finding:
    """Whether the database is sound; a complaint is SQLite's own."""
    if complaint:
        return Finding(
            "database",
            State.FAIL,
            f"The database is damaged: {complaint}.",
            "Close the program and restore a backup.",
            "damaged",
            {"complaint": complaint},
        )
    return Finding("database", State.OK, "The database opens and is sound.")


def judge_secrets(kind: str, *, has_secret: bool, has_key: bool) -> Finding:
    """Where the client secret lies, and whether it and the vault's key are there."""
    name = "secrets"
    if not has_secret:
        return Finding(
            name,
            State.FAIL,
            "There is no client secret.",
            "Enter it in Settings or set POS_APP_CLIENT_SECRET.",
            "no_secret",
        )
    if not has_key:
        return Finding(
            name,
            State.FAIL,
            f"The key of the vault is missing from the {kind}; stored cards can't be opened.",
            "Restore the secrets together with the database.",
            "no_key",
            {"kind": kind},
        )
    if kind == "file":
        return Finding(
            name,
            State.WARN,
            "The secrets lie in a file that only the owner can read.",
            "Whoever copies the data folder has them too; a keyring is safer.",
            "in_file",
        )
    sentence = f"The client secret comes from the {kind}."
    return Finding(name, State.OK, sentence, values={"kind": kind})


def judge_locked(kind: str, code: str) -> Finding:
    """Secrets that can't be read now: `code` says how it went."""
    return Finding(
        "secrets",
        State.FAIL,
        f"The secrets in the {kind} can't be opened ({code}).",
        "Unlock the keyring, or restore the file.",
        "locked",
        {"kind": kind, "said": code},
    )


def judge_people(people: Sequence[Person]) -> Finding:
    """Whether anybody may sign in, and anybody may approve."""
    active = [person for person in people if person.active]
    managers = [person for person in active if person.is_manager]
    if not active:
        return Finding(
            "cashiers",
            State.FAIL,
            "Nobody may sign in.",
            "Run `pos-app cashier add NAME --role cashier --pin-stdin`.",
            "nobody",
        )
    values: Mapping[str, Value] = {"people": len(active), "managers": len(managers)}
    if not managers:
        return Finding(
            "cashiers",
            State.WARN,
            f"{len(active)} may sign in, but nobody may approve as a manager.",
            "Run `pos-app cashier add NAME --role manager --pin-stdin`.",
            "no_manager",
            values,
        )
    sentence = f"{len(active)} may sign in, {len(managers)} of them as a manager."
    return Finding("cashiers", State.OK, sentence, values=values)


def judge_disk(free_bytes: int) -> Finding:
    """Whether there is room for sales."""
    sentence = f"{free_bytes // _MB} MB are free where the data lies."
    values: Mapping[str, Value] = {"megabytes": free_bytes // _MB}
    if free_bytes < _LEAST_FREE:
        fix = "Free some space: sales need 50 MB."
        return Finding("disk", State.FAIL, sentence, fix, "full", values)
    if free_bytes < _LITTLE_FREE:
        fix = "Free some space before it runs out."
        return Finding("disk", State.WARN, sentence, fix, "little", values)
    return Finding("disk", State.OK, sentence, values=values)


def judge_journal(first_broken: int | None, compared: Comparison) -> Finding:
    """Whether the journal is as it was written, and ends where the secret store says (M16)."""
    kept = compared.kept.count if compared.kept is not None else 0
    values: dict[str, Value] = {"kept": kept, "missing": compared.missing}
    if first_broken is not None:
        code, values = "broken", {"entry": first_broken}
        sentence = f"The journal is broken from entry {first_broken} on: it was changed or cut."
    elif compared.missing:
        code = "cut"
        sentence = (
            f"The journal has lost its last entries: {compared.missing} of {kept} are missing."
        )
    elif compared.replaced:
        code = "replaced"
        sentence = f"The journal is another one: its entry {kept} is not the one that was written."
    else:
        return Finding("journal", State.OK, "The journal is whole.")
    return Finding(
        "journal",
        State.FAIL,
        sentence,
        "Keep the data folder as it is and ask for support; a backup shows what was there.",
        code,
        values,
    )


def judge_catalogue(reading: CatalogueReading | None, now: datetime, limits: Limits) -> Finding:
    """Whether there is something to sell, and how old it is."""
    if reading is None or not reading.products:
        return Finding(
            "catalogue",
            State.WARN,
            "There is no catalogue yet.",
            "The program fetches it when it starts.",
            "none",
        )
    hours = max(0, round((now - reading.read_at).total_seconds() / 3600))
    sentence = f"{len(reading.products)} products, {hours} hours old."
    values: Mapping[str, Value] = {"products": len(reading.products), "hours": hours}
    if hours * 3600 > limits.catalogue_age_s:
        fix = "The program refreshes it while it is running."
        return Finding("catalogue", State.WARN, sentence, fix, "old", values)
    return Finding("catalogue", State.OK, sentence, values=values)


def judge_connection(
    report: ConnectionReport, url: str, *, warning: Money | None = None
) -> Sequence[Finding]:
    """Connection with signature, the clocks, and the balance, from one question.

    `warning` is the owner's level for the balance (M13).
    """
    return (_connection(report, url), _clock(report), _balance(report, warning))


def _connection(report: ConnectionReport, url: str) -> Finding:
    name = "connection"
    values: dict[str, Value] = {"url": url, "said": report.code}
    if report.ok:
        sentence = f"{url} answers and accepts the signature."
        return Finding(name, State.OK, sentence, values=values)
    if report.status is None:
        known = _SILENCES.get(report.message) or _SILENCES.get(report.code) or report.code
        fix = "Check the network and the provider's address."
        sentence = f"{url} does not answer: {known}."
        return Finding(name, State.FAIL, sentence, fix, "silent", values)
    message = report.message.strip().rstrip(".")
    said = f"{report.code}: {message}" if message else report.code
    if report.status == 401:
        code, fix = "credentials", "Check the client id and the client secret."
    elif report.code == "invalid_date_header":
        code, fix = "wrong_date", "Set this computer's clock."
    else:
        code, fix = "refused", "Ask the provider, naming this code."
    sentence = f"{url} answers {report.status} ({said})."
    return Finding(name, State.FAIL, " ".join(sentence.split()), fix, code, values)


def _clock(report: ConnectionReport) -> Finding:
    skew = report.clock_skew_s
    if skew is None:
        return skipped("clock", "missing answer")
    ahead = "ahead of" if skew > 0 else "behind"
    sentence = f"This computer's clock is {abs(round(skew))} s {ahead} the provider's."
    values: Mapping[str, Value] = {"seconds": round(skew)}
    if abs(skew) <= _CLOCK_OFF_S:
        return Finding("clock", State.OK, sentence, values=values)
    code, fix = "off", "Set this computer's clock, best by the network."
    if abs(skew) > _CLOCK_REFUSED_S:
        code, fix = "far_off", f"{fix} Orders are signed with the provider's time meanwhile."
    return Finding("clock", State.WARN, sentence, fix, code, values)


def _balance(report: ConnectionReport, warning: Money | None) -> Finding:
    balance = report.balance
    if balance is None:
        return skipped("balance", "missing answer")
    sentence = f"{balance.display(Language.EN)} are available at the provider."
    values: Mapping[str, Value] = {"balance": balance}
    if balance < (warning or Money.from_wire(_LOW, balance.currency)):
        fix = "Top it up before it runs out."
        return Finding("balance", State.WARN, sentence, fix, "low", values)
    return Finding("balance", State.OK, sentence, values=values)

"""Can this till sell? What was found out becomes one sentence and one way out each.

Pure judgements: whoever calls them does the looking. A till can sell when nothing fails;
warnings (secrets in a file, an old catalogue, a low balance, a clock that is off) are allowed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

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
    """One check: its stable name, how it came out, a sentence, and what to do."""

    name: str
    state: State
    sentence: str
    fix: str = ""


def can_sell(findings: Sequence[Finding]) -> bool:
    """Whether nothing stands in the way."""
    return all(finding.state is not State.FAIL for finding in findings)


def skipped(name: str, because: str) -> Finding:
    """A check that could not be made."""
    return Finding(name, State.SKIPPED, f"Not checked, because of the {because}.")


def judge_secrets(kind: str, *, has_secret: bool, has_key: bool) -> Finding:
    """Where the client secret lies, and whether it and the vault's key are there."""
    name = "secrets"
    if not has_secret:
        return Finding(
            name,
            State.FAIL,
            "There is no client secret.",
            "Enter it in Settings or set POS_APP_CLIENT_SECRET.",
        )
    if not has_key:
        return Finding(
            name,
            State.FAIL,
            f"The key of the vault is missing from the {kind}; stored cards can't be opened.",
            "Restore the secrets together with the database.",
        )
    if kind == "file":
        return Finding(
            name,
            State.WARN,
            "The secrets lie in a file that only the owner can read.",
            "Whoever copies the data folder has them too; a keyring is safer.",
        )
    return Finding(name, State.OK, f"The client secret comes from the {kind}.")


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
        )
    if not managers:
        return Finding(
            "cashiers",
            State.WARN,
            f"{len(active)} may sign in, but nobody may approve as a manager.",
            "Run `pos-app cashier add NAME --role manager --pin-stdin`.",
        )
    return Finding(
        "cashiers", State.OK, f"{len(active)} may sign in, {len(managers)} of them as a manager."
    )


def judge_disk(free_bytes: int) -> Finding:
    """Whether there is room for sales."""
    sentence = f"{free_bytes // _MB} MB are free where the data lies."
    if free_bytes < _LEAST_FREE:
        return Finding("disk", State.FAIL, sentence, "Free some space: sales need 50 MB.")
    if free_bytes < _LITTLE_FREE:
        return Finding("disk", State.WARN, sentence, "Free some space before it runs out.")
    return Finding("disk", State.OK, sentence)


def judge_journal(first_broken: int | None, compared: Comparison) -> Finding:
    """Whether the journal is as it was written, and ends where the secret store says (M16)."""
    kept = compared.kept.count if compared.kept is not None else 0
    if first_broken is not None:
        sentence = f"The journal is broken from entry {first_broken} on: it was changed or cut."
    elif compared.missing:
        sentence = (
            f"The journal has lost its last entries: {compared.missing} of {kept} are missing."
        )
    elif compared.replaced:
        sentence = f"The journal is another one: its entry {kept} is not the one that was written."
    else:
        return Finding("journal", State.OK, "The journal is whole.")
    return Finding(
        "journal",
        State.FAIL,
        sentence,
        "Keep the data folder as it is and ask for support; a backup shows what was there.",
    )


def judge_catalogue(reading: CatalogueReading | None, now: datetime, limits: Limits) -> Finding:
    """Whether there is something to sell, and how old it is."""
    if reading is None or not reading.products:
        return Finding(
            "catalogue",
            State.WARN,
            "There is no catalogue yet.",
            "The program fetches it when it starts.",
        )
    hours = max(0, round((now - reading.read_at).total_seconds() / 3600))
    sentence = f"{len(reading.products)} products, {hours} hours old."
    if hours * 3600 > limits.catalogue_age_s:
        return Finding(
            "catalogue", State.WARN, sentence, "The program refreshes it while it is running."
        )
    return Finding("catalogue", State.OK, sentence)


def judge_connection(
    report: ConnectionReport, url: str, *, warning: Money | None = None
) -> Sequence[Finding]:
    """Connection with signature, the clocks, and the balance, from one question.

    `warning` is the owner's level for the balance (M13).
    """
    return (_connection(report, url), _clock(report), _balance(report, warning))


def _connection(report: ConnectionReport, url: str) -> Finding:
    name = "connection"
    if report.ok:
        return Finding(name, State.OK, f"{url} answers and accepts the signature.")
    if report.status is None:
        known = _SILENCES.get(report.message) or _SILENCES.get(report.code) or report.code
        fix = "Check the network and the provider's address."
        return Finding(name, State.FAIL, f"{url} does not answer: {known}.", fix)
    message = report.message.strip().rstrip(".")
    said = f"{report.code}: {message}" if message else report.code
    if report.status == 401:
        fix = "Check the client id and the client secret."
    elif report.code == "invalid_date_header":
        fix = "Set this computer's clock."
    else:
        fix = "Ask the provider, naming this code."
    sentence = f"{url} answers {report.status} ({said})."
    return Finding(name, State.FAIL, " ".join(sentence.split()), fix)


def _clock(report: ConnectionReport) -> Finding:
    skew = report.clock_skew_s
    if skew is None:
        return skipped("clock", "missing answer")
    ahead = "ahead of" if skew > 0 else "behind"
    sentence = f"This computer's clock is {abs(round(skew))} s {ahead} the provider's."
    if abs(skew) <= _CLOCK_OFF_S:
        return Finding("clock", State.OK, sentence)
    fix = "Set this computer's clock, best by the network."
    if abs(skew) > _CLOCK_REFUSED_S:
        fix = f"{fix} Orders are signed with the provider's time meanwhile."
    return Finding("clock", State.WARN, sentence, fix)


def _balance(report: ConnectionReport, warning: Money | None) -> Finding:
    balance = report.balance
    if balance is None:
        return skipped("balance", "missing answer")
    sentence = f"{balance.display(Language.EN)} are available at the provider."
    if balance < (warning or Money.from_wire(_LOW, balance.currency)):
        return Finding("balance", State.WARN, sentence, "Top it up before it runs out.")
    return Finding("balance", State.OK, sentence)

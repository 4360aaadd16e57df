"""The words of the command line (design.md 6). Nothing slow is imported here."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from pos_app import __version__

_MOST_PORT = 65535


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without repeating the whole manual."""

    def error(self, message: str) -> NoReturn:
        """Exit with 2."""
        self.exit(2, f"{self.prog}: {message}. Try: {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """All commands; without one, and with its two options only, the window is opened."""
    parser = _Parser(prog="pos-app", description="The gift card till.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"pos-app {__version__}")
    parser.add_argument(
        "--training", action="store_true", help="practise with invented brands and no money"
    )
    parser.add_argument(
        "--full-screen", action="store_true", help="fill the screen, without frame and task bar"
    )
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", parser_class=_Parser, title="commands"
    )
    _add_setup(commands)
    _add_cashier(commands)
    _add_doctor(commands)
    _add_training_provider(commands)
    _add_export(commands)
    _add_journal(commands)
    _add_support_bundle(commands)
    _add_backup(commands)
    _add_restore(commands)
    return parser


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; exits with 2 and a sentence when they can't be used."""
    parser = build_parser()
    parsed = parser.parse_args(arguments)
    for option, chosen in (
        ("--training", parsed.training),
        ("--full-screen", parsed.full_screen),
    ):
        if chosen and parsed.command:
            parser.error(f"{option} starts the program; it does not go with {parsed.command!r}")
    return parsed


_Commands = argparse._SubParsersAction  # noqa: SLF001  (argparse names it nowhere else)


def _command(commands: _Commands[_Parser], name: str, text: str) -> _Parser:
    return commands.add_parser(name, help=text, description=text, allow_abbrev=False)


def _add_setup(commands: _Commands[_Parser]) -> None:
    parser = _command(commands, "setup", "Set this till up once, without questions.")
    parser.add_argument("--store", required=True, metavar="NAME", help="the shop's name on slips")
    parser.add_argument("--till", required=True, metavar="ID", help="this till's short name")
    parser.add_argument("--country", required=True, metavar="CODE", help="such as DE")
    parser.add_argument("--currency", required=True, metavar="CODE", help="such as EUR")
    parser.add_argument(
        "--provider-url", required=True, metavar="URL", help="with its version, such as …/v1"
    )
    parser.add_argument("--client-id", required=True, metavar="ID")
    parser.add_argument(
        "--secret-stdin", action="store_true", help="read the client secret from standard input"
    )
    parser.add_argument("--language", choices=("en", "de"))
    parser.add_argument(
        "--processing-mode",
        choices=("sync", "async"),
        default="sync",
        help="async: the provider takes an order at once and is asked for the card",
    )


def _add_cashier(commands: _Commands[_Parser]) -> None:
    cashier = _command(commands, "cashier", "People who may sign in.")
    actions = cashier.add_subparsers(
        dest="action", metavar="ACTION", required=True, parser_class=_Parser
    )
    parser = _command(actions, "add", "Add a cashier or manager.")
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--role", required=True, choices=("cashier", "manager"))
    _add_pin(parser)
    _command(actions, "list", "Everybody with role and state, one per line.")
    parser = _command(actions, "disable", "Somebody may not sign in any more.")
    parser.add_argument("name", metavar="NAME")
    parser = _command(actions, "reset-pin", "A new PIN for somebody who has forgotten theirs.")
    parser.add_argument("name", metavar="NAME")
    _add_pin(parser)


def _add_pin(parser: _Parser) -> None:
    parser.add_argument(
        "--pin-stdin",
        action="store_true",
        required=True,
        help="read the PIN (4 to 12 digits) from standard input",
    )


def _add_doctor(commands: _Commands[_Parser]) -> None:
    parser = _command(commands, "doctor", "Can this till sell? Exit 0: yes, 1: no.")
    parser.add_argument("--json", action="store_true", help="for programs instead of people")


def _add_training_provider(commands: _Commands[_Parser]) -> None:
    parser = _command(
        commands, "training-provider", "Run the training provider alone, until it is stopped."
    )
    parser.add_argument("--port", required=True, type=_port, metavar="N", help="0: any free one")
    parser.add_argument("--client-id", required=True, metavar="ID")
    parser.add_argument(
        "--secret-stdin",
        action="store_true",
        required=True,
        help="read the client secret from standard input",
    )
    parser.add_argument(
        "--trouble",
        action="append",
        default=[],
        metavar="NAME[:TIMES]",
        help="play a trouble, for ever or so many times",
    )


def _add_export(commands: _Commands[_Parser]) -> None:
    parser = _command(commands, "export", "Write the cards of some days as CSV.")
    parser.add_argument("--from", dest="since", required=True, type=_date, metavar="DATE")
    parser.add_argument("--to", dest="until", required=True, type=_date, metavar="DATE")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.csv")


def _add_journal(commands: _Commands[_Parser]) -> None:
    journal = _command(commands, "journal", "What happened at this till.")
    actions = journal.add_subparsers(
        dest="action", metavar="ACTION", required=True, parser_class=_Parser
    )
    _command(actions, "verify", "Check that nothing was changed or removed. Exit 1: broken.")
    parser = _command(actions, "export", "Write the entries as CSV or JSON Lines.")
    parser.add_argument("--format", required=True, choices=("csv", "jsonl"))
    parser.add_argument("--out", required=True, type=Path, metavar="FILE")
    parser.add_argument("--from", dest="since", type=_date, metavar="DATE")
    parser.add_argument("--to", dest="until", type=_date, metavar="DATE")


def _add_support_bundle(commands: _Commands[_Parser]) -> None:
    parser = _command(
        commands,
        "support-bundle",
        "Collect what support needs, without codes, PINs, secrets or addresses.",
    )
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.zip")


def _add_backup(commands: _Commands[_Parser]) -> None:
    parser = _command(commands, "backup", "Write a verified copy of the database.")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR")


def _add_restore(commands: _Commands[_Parser]) -> None:
    parser = _command(
        commands,
        "restore",
        "Put a backup in the place of the database; nothing is sent by itself.",
    )
    parser.add_argument("file", type=Path, metavar="FILE")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > _MOST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; 0 to {_MOST_PORT}, please")
    return int(text)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        example = f"{text!r} is no date; please write it like 2026-11-23"
        raise argparse.ArgumentTypeError(example) from error

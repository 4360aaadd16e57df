"""`pos-app setup`: a till out of nothing, unattended. Never prompts, never calls the provider."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from pos_app.bootstrap.installation import new_installation_id, set_up
from pos_app.cli.access import read_secret
from pos_app.cli.guard import DONE
from pos_app.cli.run import Terminal
from pos_app.config import Paths
from pos_app.domain.address import check_base_url
from pos_app.domain.errors import SettingsError
from pos_app.domain.iso import COUNTRIES, CURRENCIES
from pos_app.domain.money import Language
from pos_app.domain.settings import ProcessingMode, Settings

_SECRET_VARIABLE = "POS_APP_CLIENT_SECRET"  # noqa: S105  (the name of the variable)


def run(arguments: Namespace, terminal: Terminal) -> int:
    """Create settings, secret, vault key and database; a second set-up is refused."""
    paths = Paths.find(terminal.environment)
    if paths.settings.exists():
        raise SettingsError("already_set_up", file=paths.settings)
    settings = _settings(arguments)
    secret = _secret(arguments, terminal)
    made = asyncio.run(set_up(paths, settings, secret, keep_secret=arguments.secret_stdin))
    kept = made.secret_store if arguments.secret_stdin else _SECRET_VARIABLE
    terminal.say(f"Till {made.till} is set up in {paths.settings.parent} (secret: {kept}).")
    return DONE


def _settings(arguments: Namespace) -> Settings:
    """The checked settings.

    May raise:
    - SettingsError: one sentence about the first thing that can't be used.
    """
    for key, value, known in (
        ("country", arguments.country, COUNTRIES),
        ("currency", arguments.currency, CURRENCIES),
    ):
        if value not in known:
            example = "DE" if key == "country" else "EUR"
            rule = f"an ISO code in capital letters, such as {example}"
            raise SettingsError("bad_setting", key=f"--{key}", value=value, rule=rule)
    return Settings(
        store=arguments.store.strip(),
        till=arguments.till,
        country=arguments.country,
        currency=arguments.currency,
        provider_url=check_base_url(arguments.provider_url),
        client_id=arguments.client_id,
        installation_id=new_installation_id(),
        language=Language(arguments.language) if arguments.language else None,
        processing_mode=ProcessingMode(arguments.processing_mode),
    )


def _secret(arguments: Namespace, terminal: Terminal) -> str:
    """From standard input, or from the variable that will go on to hold it."""
    if arguments.secret_stdin:
        return read_secret(terminal, "the client secret")
    secret = terminal.environment.get(_SECRET_VARIABLE, "")
    if not secret:
        raise SettingsError("missing_secret")
    return secret

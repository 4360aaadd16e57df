"""Times and limits of money.md, as defaults in one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """All in seconds unless the name says otherwise."""

    countdown_s: float = 30  # M5: "Ask the customer to wait"
    give_up_after_s: float = 10  # M5: from when on giving up is offered
    unsent_retry_s: float = 60  # M3: how long a proven-unsent order is tried again
    no_card_s: float = 60  # M3: how long a completed order may lack its card
    backoff_first_s: float = 1  # M4
    backoff_most_s: float = 30  # M4
    retry_after_most_s: float = 900  # M4: `Retry-After` is obeyed up to 15 min
    probe_every_s: float = 3  # M4: one probe while the provider is unreachable
    poll_every_s: float = 1  # first wait between two looks at a processing order
    key_age_s: float = 20 * 3600  # M4: an order is never posted again after this
    clock_slack_s: float = 300  # a clock that moved back further than this is not trusted
    invalidation_case_s: float = 600  # M7: open case after 10 min without an answer
    balance_fresh_s: float = 60  # M13
    balance_every_s: float = 180  # asked for again in the background
    catalogue_age_s: float = 24 * 3600
    in_flight_most: int = 4  # orders under way at once
    alarm_age_s: float = 24 * 3600  # open cases older than this raise the alarm
    # So long before its key is too old a case raises the alarm: sold in the evening, seen at 9.
    key_alarm_s: float = 6 * 3600

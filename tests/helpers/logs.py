"""Log records at WARNING or above fail a test, unless it said that it expects them."""

from __future__ import annotations

import logging
import re


class LogGuard(logging.Handler):
    """Collects what the program logs during one test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._seen: list[str] = []
        self._expected: list[re.Pattern[str]] = []

    def expect(self, pattern: str) -> None:
        """Say that a record matching `pattern` ("level logger: text") must come in this test."""
        self._expected.append(re.compile(pattern))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record, with its exception, as text."""
        self._seen.append(f"{record.levelname} {record.name}: {self.format(record)}")

    def complaints(self) -> list[str]:
        """Records nobody expected, and expectations that nothing fulfilled."""
        unexpected = [
            f"unexpected log: {text}"
            for text in self._seen
            if not any(pattern.search(text) for pattern in self._expected)
        ]
        missing = [
            f"expected log did not come: {pattern.pattern}"
            for pattern in self._expected
            if not any(pattern.search(text) for text in self._seen)
        ]
        return unexpected + missing

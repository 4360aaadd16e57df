"""Errors become one sentence on standard error and an exit code; for commands and the window.

Exit codes: 0 done; 1 the surroundings do not allow it, or the answer is no; 2 bad input.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, TextIO

from pos_app.domain.errors import PosError, UserError

DONE: Final = 0
FAILED: Final = 1
BAD_INPUT: Final = 2


def guarded(work: Callable[[], int], stderr: TextIO | None = None) -> int:
    """The work's exit code; its errors become sentences."""
    from pos_app.cli.sentences import sentence_of

    try:
        return work()
    except PosError as error:
        # A program without a console has no standard error; then there is nobody to tell.
        print(f"pos-app: {sentence_of(error)}", file=stderr or sys.stderr)
        return BAD_INPUT if isinstance(error, UserError) else FAILED
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(f"pos-app: {error.strerror or error}{where}.", file=stderr or sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return FAILED

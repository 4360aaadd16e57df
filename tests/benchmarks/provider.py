"""The training provider as a process of its own, with 10,000 products and a wanted latency.

    python -m tests.benchmarks.provider [--latency SECONDS] [--tell]

Prints its URL when ready, and with `--tell` the moment (monotonic, ns) of each question that
comes in. It ends with its standard input, so that it never outlives a benchmark.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from pos_app.training.messages import Reply
from pos_app.training.products import Product
from pos_app.training.provider import TrainingProvider
from tests.benchmarks.products import many_products
from tests.helpers.blackbox import CLIENT_ID, SECRET

_CREDIT: Final[Mapping[str, str]] = {"EUR": "100000000.00"}


class LargeProvider(TrainingProvider):
    """Offers many products instead of its own."""

    def __init__(self, products: Sequence[Product], tell: Callable[[str], None] | None) -> None:
        """Open empty books with enough credit; `tell` hears of each question."""
        super().__init__(client_id=CLIENT_ID, client_secret=SECRET, balances=_CREDIT)
        self._tell = tell
        catalogue = self._core.products
        assert isinstance(catalogue, dict)
        catalogue.clear()
        catalogue.update({product.code: product for product in products})

    def handle(
        self, method: str, target: str, headers: Sequence[tuple[str, str]], body: bytes
    ) -> Reply:
        """Answer as ever."""
        if self._tell is not None:
            self._tell(f"{time.monotonic_ns()} {target}")
        return super().handle(method, target, headers, body)


async def _serve(latency_s: float, tell: Callable[[str], None] | None) -> None:
    provider = LargeProvider(many_products(), tell)
    if latency_s:
        provider.troubles.arm("slow", None, "order", seconds=latency_s)
    print(await provider.start(), flush=True)
    loop, over = asyncio.get_running_loop(), asyncio.Event()

    def watch() -> None:
        sys.stdin.read()
        loop.call_soon_threadsafe(over.set)

    threading.Thread(target=watch, daemon=True).start()
    await over.wait()
    await provider.stop()


@contextmanager
def far_provider(
    latency_s: float = 0.0, *, tell: bool = False
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Such a provider at work: its URL and its process."""
    command = [sys.executable, "-m", "tests.benchmarks.provider", "--latency", str(latency_s)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*command, *(["--tell"] if tell else [])], stdin=pipe, stdout=pipe, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process
        process.stdin.close()


def main() -> None:
    """Serve until standard input ends."""
    parser = argparse.ArgumentParser(description="A provider with 10,000 products.")
    parser.add_argument("--latency", type=float, default=0.0, help="of orders, in seconds")
    parser.add_argument("--tell", action="store_true", help="say when questions come in")
    options = parser.parse_args()
    say = (lambda line: print(line, flush=True)) if options.tell else None
    asyncio.run(_serve(options.latency, say))


if __name__ == "__main__":
    main()

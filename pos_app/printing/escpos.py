"""`escpos:tcp://HOST:PORT`: receipt printers on the network, as one picture and a cut.

A picture looks the same on every printer; code pages and built-in fonts do not. Before the slip
the printer is asked whether it is ready; afterwards it is asked something that it answers only
once everything before is worked off. Printers that answer nothing are trusted.
"""

from __future__ import annotations

import asyncio
import socket
from typing import Final

from pos_app.domain.errors import PrinterError
from pos_app.domain.slip import Paper, SlipDocument

_CONNECT_S: Final = 5.0
_STATUS_S: Final = 0.7
_DONE_S: Final = 20.0

_ASK_STATE: Final = b"\x10\x04\x01"
_ASK_PAPER: Final = b"\x10\x04\x04"
_IS_OFFLINE: Final = 0x08
_NO_PAPER: Final = 0x60
_ASK_IN_TURN: Final = b"\x1dr\x01"  # answered after all that came before


class EscposPrinter:
    """Sends a slip as raster to a printer's TCP port and cuts."""

    def __init__(self, host: str, port: int, paper: Paper = Paper.ROLL_80) -> None:
        """Remember the address; nothing is connected before the first slip."""
        self._address = (host, port)
        self._paper = Paper.ROLL_80 if paper is Paper.A4 else paper

    @property
    def name(self) -> str:
        """The address."""
        return f"{self._address[0]}:{self._address[1]}"

    async def print_document(self, document: SlipDocument, name: str) -> None:
        """Render and send in a worker thread; a stream has no place for the job's name.

        May raise:
        - PrinterError: `unknown_printer`, `offline`, `paper_out`, `failed`.
        """
        del name
        await asyncio.to_thread(self._print, document)

    def _print(self, document: SlipDocument) -> None:
        from pos_app.printing.escpos_stream import encode
        from pos_app.printing.raster import render_raster

        stream = encode(render_raster(document, self._paper))
        host, port = self._address
        target = f"{host}:{port}"
        try:
            with socket.create_connection(self._address, _CONNECT_S) as line:
                _check_ready(line, target)
                line.settimeout(_DONE_S)
                line.sendall(stream)
                _ask(line, _ASK_IN_TURN, _DONE_S)
        except socket.gaierror as error:
            raise PrinterError("unknown_printer", target=target) from error
        except (ConnectionError, TimeoutError) as error:
            raise PrinterError("offline", target=target) from error
        except OSError as error:
            raise PrinterError("failed", target=target) from error


def _check_ready(line: socket.socket, target: str) -> None:
    paper = _ask(line, _ASK_PAPER, _STATUS_S)
    if paper is not None and paper & _NO_PAPER == _NO_PAPER:
        raise PrinterError("paper_out", target=target)
    state = _ask(line, _ASK_STATE, _STATUS_S) if paper is not None else None
    if state is not None and state & _IS_OFFLINE:
        raise PrinterError("offline", target=target)


def _ask(line: socket.socket, question: bytes, wait_s: float) -> int | None:
    """One byte of answer, or None from a printer that does not talk."""
    line.sendall(question)
    line.settimeout(wait_s)
    try:
        answer = line.recv(1)
    except TimeoutError:
        return None
    return answer[0] if answer else None

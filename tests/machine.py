"""What tests ask of the machine that they run on, which may be slow and busy: patience, and a port of their own."""

from __future__ import annotations

import secrets
import socket
import time
from collections.abc import Callable

PATIENCE = 180
"""Seconds until something is held not to come any more. Only a test that fails waits so long."""
PORTS = range(20_000, 32_000)
"""Ports that no system gives to a connection by itself, so that a server's is still free when it starts again."""


def until(is_so: Callable[[], object]) -> None:
    """Wait until it is so. Raises TimeoutError after PATIENCE."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(f"not so within {PATIENCE} seconds")
        time.sleep(0.05)


def free_port() -> int:
    """A port that nobody listens on."""
    while True:
        port = secrets.choice(PORTS)
        with socket.socket() as asked:
            if asked.connect_ex(("localhost", port)):
                return port

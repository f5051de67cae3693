"""A process to kill: it appends drafts and corrections without end, and says the id of each once it is acknowledged.

Run as `appender URL PAIR`. For each line that it reads it forks one such child, so that the imports are paid for once.
The children share nothing: each opens its own store. A child says `pid N`, `open -`, and `stored ID` again and again;
when it has died, its parent says `dead -`.
"""

from __future__ import annotations

import os
import sys
import uuid
from datetime import UTC, datetime
from itertools import count

from review.judgements import Correction, Draft, Judgement
from review.store import Store


def append_without_end(url: str, pair: str) -> None:
    os.write(1, f"pid {os.getpid()}\n".encode())
    store = Store.open(url)
    os.write(1, b"open -\n")
    corrections = [said for said in store.judgements(pair.split("/")[0]) if isinstance(said.value, Correction)]
    version = len(corrections)
    for n in count():
        value = Correction(f"text {n} " * 50) if n % 3 == 0 else Draft(f"draft {n} " * 50)
        judgement = Judgement(uuid.uuid4().hex, pair, version, "ann", datetime.now(UTC), value)
        version += isinstance(value, Correction)
        os.write(1, f"stored {store.append(judgement).id}\n".encode())


def main() -> None:
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            append_without_end(*sys.argv[1:])
        os.waitpid(child, 0)
        os.write(1, b"dead -\n")


main()

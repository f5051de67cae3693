"""One of two reviewers who correct the same pair as fast as they can: `rival URL PAIR NAME COUNT`.

Writes + or - and the id for each correction, as it was accepted or refused. After a refusal it goes on from the
version that it was told of.
"""

from __future__ import annotations

import sys
import uuid
from datetime import UTC, datetime

from review.errors import StaleJudgement
from review.judgements import Correction, Judgement
from review.store import Store


def main(url: str, pair: str, name: str, count: str) -> None:
    store = Store.open(url)
    sys.stdin.readline()
    version = 0
    for n in range(int(count)):
        said = Judgement(uuid.uuid4().hex, pair, version, name, datetime.now(UTC), Correction(f"{name} {n}"))
        try:
            store.append(said)
        except StaleJudgement as stale:
            version = stale.current
            sys.stdout.write(f"-{said.id}\n")
        else:
            version += 1
            sys.stdout.write(f"+{said.id}\n")


main(*sys.argv[1:])

"""Word lists once read, kept in the user's cache folder, so that the next process need not read them again."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from review.align import stems, tokens
from review.align.wordlists import listed
from review.align.wordlists.listed import WordList
from review.host.cachefolder import cache_file, write_whole


def kept(key: str, stamp: str, read: Callable[[], WordList]) -> WordList:
    """The list that is kept under a key with the stamp of now; else what `read` gives, which is kept from then on.

    One list a key: a newer stamp takes the place of an older. Without a folder to write to, it is read each time.
    """
    path = cache_file(f"words-{sha256(key.encode()).hexdigest()[:16]}.json")
    signed = f"{stamp} {_folding()}"
    found = _loaded(path, signed)
    if found is None:
        found = read()
        _keep(path, signed, found)
    return found


@cache
def _folding() -> str:
    """A signature of the code that folds words: kept lists hold for this and no other."""
    sources = (Path(module.__file__ or "").read_bytes() for module in (stems, tokens, listed))
    return sha256(b"".join(sources)).hexdigest()[:16]


def _loaded(path: Path, signed: str) -> WordList | None:
    try:
        content = json.loads(path.read_bytes())
        if content["signed"] != signed:
            return None
        renderings = content["renderings"].items()
        return WordList({token: tuple((word, weight) for word, weight in known) for token, known in renderings})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _keep(path: Path, signed: str, found: WordList) -> None:
    content = json.dumps({"signed": signed, "renderings": found.by_token}, ensure_ascii=False)
    with suppress(OSError):
        write_whole(path, content.encode("utf-8", errors="surrogatepass"))

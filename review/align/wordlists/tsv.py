"""Tab-separated word lists: a word and its glosses on each line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from review.align.wordlists.files import content_of, decoded
from review.align.wordlists.listed import glosses_of
from review.errors import UnreadableFile

EXPECTED = "a word, a tab and its glosses, as UTF-8 text"


def tsv_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The pairs of a list; blank lines and those that begin with # are passed over.

    Raises UnreadableFile with the number of a line that holds no tab, or nothing on one side of it.
    """
    text = decoded(content_of(path, EXPECTED), path, EXPECTED)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            word, tab, glosses = line.partition("\t")
            if not tab or not word.strip() or not glosses.strip():
                raise UnreadableFile(str(path), f"line {number}", repr(line.strip()[:60]), EXPECTED)
            for gloss in glosses_of(glosses.replace("\t", ";")):
                yield word, gloss

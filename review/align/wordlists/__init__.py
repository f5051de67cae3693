"""Word lists that a user drops into a folder, as lexicons of the aligner.

A file is named for its languages: `is-en.tsv`, `de-fr.mine.tbx`, `hu-en/anything.ifo`. A list for the other direction
is inverted; a TBX file without languages in its name is asked for every pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from review.align.lexicon import Combined, Lexicon
from review.align.wordlists.kept import kept
from review.align.wordlists.listed import Pairs, WordList, inverted, listed, primary

KEPT = 8  # lists that a process remembers
NAMED = re.compile(r"([a-z]{2,3})-([a-z]{2,3})(?=\.|$)")
SUFFIXES = (".tsv", ".tbx", ".ifo")


@dataclass(frozen=True, slots=True)
class _File:
    """A list, the languages that its name gives (none for TBX without), and what changes when it is written again."""

    path: Path
    langs: tuple[str, ...]
    stamp: tuple[int, ...]

    def speaks(self, source_lang: str, target_lang: str) -> bool:
        either_way = (source_lang, target_lang), (target_lang, source_lang)
        return self.langs in either_way or (not self.langs and self.path.suffix == ".tbx")


def lexicon_for(source_lang: str, target_lang: str, folders: Sequence[Path]) -> Lexicon | None:
    """The word lists in some folders for a pair of languages, as one lexicon; None where there are none.

    Folders need not exist. A list is read once, and again when it changes. Raises UnreadableFile for a list that is
    not what its name says.
    """
    langs = primary(source_lang), primary(target_lang)
    files = (file for folder in folders for file in _files(folder) if file.speaks(*langs))
    found = tuple(lexicon for file in files if (lexicon := _read(file, *langs)).by_token)
    if not found:
        return None
    return found[0] if len(found) == 1 else Combined(found)


@lru_cache(maxsize=KEPT)
def _read(file: _File, source_lang: str, target_lang: str) -> WordList:
    key = f"{file.path.absolute()} {source_lang} {target_lang}"
    return kept(key, str(file.stamp), lambda: listed(_pairs(file, source_lang, target_lang), source_lang, target_lang))


def _pairs(file: _File, source_lang: str, target_lang: str) -> Pairs:
    from review.align.wordlists.stardict import stardict_pairs
    from review.align.wordlists.tbx import tbx_pairs
    from review.align.wordlists.tsv import tsv_pairs

    if file.path.suffix == ".tbx":
        return tbx_pairs(file.path, source_lang, target_lang)
    pairs = (tsv_pairs if file.path.suffix == ".tsv" else stardict_pairs)(file.path)
    return pairs if file.langs == (source_lang, target_lang) else inverted(pairs)


def _files(folder: Path) -> Iterator[_File]:
    """The lists of a folder, and of folders in it that are named for a pair of languages."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        langs = _langs(path.name)
        if path.is_dir() and langs:
            yield from (_file(inner, langs) for inner in sorted(path.iterdir()) if inner.suffix in SUFFIXES)
        elif path.suffix in SUFFIXES:
            yield _file(path, langs)


def _file(path: Path, langs: tuple[str, ...]) -> _File:
    """Its stamp counts the files beside it too, which a StarDict dictionary consists of."""
    beside = path.parent.iterdir() if path.suffix == ".ifo" else [path]
    parts = sorted(part for part in beside if part.name.startswith(f"{path.stem}."))
    return _File(path, langs, tuple(number for part in parts for number in _times(part)))


def _times(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size


def _langs(name: str) -> tuple[str, ...]:
    match = NAMED.match(name.lower())
    return match.groups() if match else ()

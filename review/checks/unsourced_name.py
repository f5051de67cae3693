"""A name in Chinese syllables that nothing in the source sounds like: `Li Wei met Guoqing`, where 李伟 met 建国.

A capitalised word of at least two syllables of pinyin that English does not know, and that is the sound of no run of
characters in the source, in any reading, in pinyin or Wade–Giles, and stands in no gloss of a word of it. A run with
the same consonants counts as its sound as well, for names of other languages are spelt otherwise than Chinese says
them: Raisi is 莱西 (laixi). A name that one of the pairs just before has is left alone: it may stand for a pronoun;
and so is a person whose name is a letter or a syllable off, which another check tells.

Misses names of one syllable, names that are not spelt as pinyin, and wrong names whose consonants are the right ones.
Names of Japanese persons are told by readings that are not known here: sources with kana are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.reading.cedict_names import cedict_names
from review.checks.reading.people import people
from review.checks.reading.pinyin import folded, sounds, wade_giles
from review.checks.reading.pinyin_words import is_pinyin
from review.checks.reading.rarity import zipf
from review.checks.reading.words import Places
from review.types import Mark, Pair, Span

SHORTEST = 5
"""Letters of a name that is judged."""
RARE = 2.0
"""Zipf value from which a word is taken for one that English has."""
LETTER = r"[^\W\d_]"
NAME = re.compile(rf"[A-Z](?<![^\W_].)(?<![.@/'’-].){LETTER}++(?:['’-]{LETTER}{{2,}}+)*+(?![^\W_]|[@/])")
"""Of letters as pinyin has them, the first of which stands first: Python looks for that before all else."""
BEFORE = 30
"""Pairs before that may have told a name."""
PAIRS = 4096  # whose names are kept at hand
REMEMBERED = 65536  # words and characters that are kept at hand
POSSESSIVE = regex.compile(r"['’]s$")
HAN = regex.compile(r"\p{Han}")
KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
VOWELS = re.compile(r"[aeiouü]+")
CODA = re.compile(r"(?:ng|m)(?![aeiouü])")
ALIKE = (
    *(("zh", "j"), ("ch", "j"), ("q", "j"), ("sh", "s"), ("x", "s"), ("z", "s"), ("ph", "f"), ("th", "t"), ("c", "k")),
    *(("r", "l"), ("v", "w"), ("f", "w"), ("h", ""), ("y", ""), ("b", "p"), ("d", "t"), ("g", "k")),
)
"""Consonants that transcription confuses, replaced in this order."""


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for place, pair in enumerate(pairs):
        for span in _strange(pair.source, pair.target):
            name = span.of(pair.target)
            before = pairs[max(0, place - BEFORE) : place]
            if not any(_tells(other.source, name) for other in before):
                yield place, Mark(span, f"Nothing in the source sounds like {name}.", found=name)


@lru_cache(maxsize=PAIRS)
def _strange(source: str, target: str) -> tuple[Span, ...]:
    """The names of a translation that its source does not tell."""
    names = [match for match in NAME.finditer(target) if _is_pinyin(match.group())]
    if not names or not HAN.search(source) or KANA.search(source):
        return ()
    persons = Places(person.target for person in people(source, target))
    found = [(match.start(), POSSESSIVE.sub("", match.group())) for match in names if not _touched(match, persons)]
    strange = {name for name in {name for _, name in found} if not _tells(source, name) and not _is_near(source, name)}
    return tuple(Span(start, start + len(name)) for start, name in found if name in strange)


def _touched(match: re.Match[str], places: Places) -> bool:
    return places.touch(Span(*match.span()))


def _tells(source: str, name: str) -> bool:
    """Whether a source has the name in Latin letters, in characters that sound so, or in a gloss of a word."""
    letters = folded(name)
    return letters in folded(source) or _is_run(letters, map(_spelt, source)) or letters in _glossed(source)


def _is_near(source: str, name: str) -> bool:
    """Whether a run of characters has the consonants of the name."""
    return _is_run(_consonants(folded(name)), map(_bare, source))


@lru_cache(maxsize=PAIRS)
def _glossed(source: str) -> frozenset[str]:
    """The words of the glosses of all that stands in a source, in lower case."""
    known = cedict_names()
    return frozenset(word.casefold() for part in (*known.headwords(source), *source) for word in known.words(part))


@lru_cache(maxsize=REMEMBERED)
def _is_pinyin(word: str) -> bool:
    name = folded(POSSESSIVE.sub("", word))
    return len(name) >= SHORTEST and is_pinyin(name) and zipf(name, "en") < RARE


def _is_run(name: str, spoken: Iterable[Sequence[str]]) -> bool:
    """Whether a name is a run of syllables, each of which may be one of some."""
    reached: set[int] = set()
    for syllables in spoken:
        reached = {
            place + len(syllable)
            for place in {0, *reached}
            for syllable in syllables
            if name.startswith(syllable, place)
        }
        if len(name) in reached:
            return True
    return False


@lru_cache(maxsize=REMEMBERED)
def _spelt(character: str) -> tuple[str, ...]:
    said = sounds(character)
    return tuple(dict.fromkeys((*said, *map(wade_giles, said))))


@lru_cache(maxsize=REMEMBERED)
def _bare(character: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_consonants, sounds(character))))


@lru_cache(maxsize=REMEMBERED)
def _consonants(name: str) -> str:
    """The consonants of a name, those that transcription confuses taken for one."""
    name = CODA.sub("n", name)
    for written, like in ALIKE:
        name = name.replace(written, like)
    return VOWELS.sub("", name)


CHECK = ArticleCheck(
    id="unsourced-name",
    name="Name that the source does not have",
    description="A name in Chinese syllables that no characters of the source sound like.",
    category="accuracy/mistranslation",
    its="inconsistent-entities",
    severity="major",
    score=0.75,
    version=1,
    find=find,
    source_langs=("zh",),
    target_langs=("en",),
    examples=(
        Example("李伟昨天到了湖城。", "Li Wei came to Wangcheng yesterday.", ("Wangcheng",)),
        Example("他在镇政府工作。", "Jianguo's office is in the town hall.", ("Jianguo",)),
        Example("校长张建国致辞。", "Principal Zhang Meilin spoke.", ("Meilin",)),
        Example("校长张建国致辞。", "Principal Zhang Jianguang spoke."),
        Example("校长张建国去了湖城。", "Principal Zhang Jian-guo, or Chien-kuo, went to Hucheng."),
        Example("总统莱西在德黑兰讲话。", "President Raisi spoke in Teheran."),
        Example("他用Fangzhou系统。", "He uses the Fangzhou system in Shanghai."),
        Example("田中さんは東京にいる。", "Tanaka is in Tokyo."),
        Example("", "Jianguo is here."),
        Example("他很高兴。", "Jianguo was glad.", before=(("校长张建国到了。", "Principal Zhang Jianguo came."),)),
    ),
)

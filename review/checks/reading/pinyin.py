"""Chinese names in Latin letters: Hanyu Pinyin, and Wade–Giles as usual in Taiwan, without tones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from review.checks.reading.cedict_names import cedict_names
from review.checks.reading.words import listed

MOST_READINGS = 24
"""Readings of a string of characters that are weighed; more come only from strings that are no name."""
SYLLABLE = re.compile(
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ao|ei|ou|an|en|er|in|un|ia|ie|iu|ua|uo|ui|ue|ve|[aoeiuv])"
)
INITIALS = (
    ("zh", "ch"),
    ("ch", "ch"),
    ("sh", "sh"),
    ("b", "p"),
    ("d", "t"),
    ("g", "k"),
    ("j", "ch"),
    ("q", "ch"),
    ("x", "hs"),
    ("z", "ts"),
    ("c", "ts"),
    ("r", "j"),
)
"""Initials that Wade–Giles writes otherwise; aspiration marks are left out, as they are in names."""
WHOLE = {
    "zhi": "chih",
    "chi": "chih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tzu",
    "si": "szu",
    "you": "yu",
    "ye": "yeh",
    "yan": "yen",
    "yong": "yung",
    "yi": "i",
    "e": "o",
    "er": "erh",
    "ge": "ko",
    "ke": "ko",
    "he": "ho",
    "gui": "kuei",
    "kui": "kuei",
}
KEEPING = ("g", "k", "h", "sh")
"""Initials behind which Wade–Giles keeps the uo of Guo."""
FINALS = (("ong", "ung"), ("ian", "ien"), ("iong", "iung"), ("ie", "ieh"), ("ue", "ueh"), ("uo", "o"))
SPELLINGS_OF_U = ("u", "v", "yu")
"""How the ü of Lü and Nü is written without its dots; passports write yu."""


UNLISTED = frozenset(
    listed(
        "简 簡 芦 蘆 寇 丛 叢 巩 鞏 独孤 獨孤 南宫 南宮 夏侯 呼延 闻人 聞人 太史 单于 單于 公羊 澹台 澹臺 濮阳 濮陽 "
        "钟离 鍾離 鲜于 鮮于 闾丘 閭丘 司空 亓官 拓跋 完颜 完顏 纳兰 納蘭 赫连 赫連"
    )
)
"""Surnames that CC-CEDICT does not list as such."""


@cache
def surnames() -> frozenset[str]:
    """The Chinese surnames, of one character or two."""
    return cedict_names().surnames | UNLISTED


def folded(name: str) -> str:
    """The letters of a name in lower case, without hyphens, apostrophes, spaces and dots."""
    if name.isascii() and name.isalpha():
        return name.lower()
    return "".join(filter(str.isalpha, name.casefold())).replace("ü", "u")


@lru_cache(maxsize=65536)
def sounds(character: str) -> tuple[str, ...]:
    """The readings of a character as pinyin without tones; () for what is no listed character."""
    known = () if character.isascii() else cedict_names().sounds(character)
    return tuple(spelt for sound in known for spelt in _spelt(sound))


@lru_cache(maxsize=65536)
def readings(characters: str) -> tuple[str, ...]:
    """The readings of a string, likeliest first; () where a character is not listed."""
    each = [sounds(character) for character in characters]
    count = 1
    for one in each:
        count *= len(one)
    return tuple(map("".join, product(*each))) if 0 < count <= MOST_READINGS else ()


@lru_cache(maxsize=65536)
def wade_giles(sound: str) -> str:
    """A pinyin syllable as Wade–Giles writes it in names."""
    if sound in WHOLE:
        return WHOLE[sound]
    initial, other = next(((one, two) for one, two in INITIALS if sound.startswith(one)), (sound[:1], sound[:1]))
    rest = sound.removeprefix(initial)
    if rest == "uo" and initial in KEEPING:
        return other + rest
    final = next((rest.removesuffix(one) + two for one, two in FINALS if rest.endswith(one)), rest)
    return other + final


@lru_cache(maxsize=16384)
def spellings(characters: str) -> frozenset[str]:
    """The folded spellings that are right for a string of characters."""
    return frozenset((*readings(characters), *_wade_giles_of(characters)))


def _wade_giles_of(characters: str) -> Iterator[str]:
    each = [tuple(map(wade_giles, sounds(character))) for character in characters]
    if all(each) and len(each) <= 3:
        yield from map("".join, product(*each))


def is_syllable(text: str) -> bool:
    """Whether it has the form of one pinyin syllable; a few forms that no character has pass too."""
    return SYLLABLE.fullmatch(text) is not None


def _spelt(sound: str) -> tuple[str, ...]:
    return tuple(sound.replace("ü", one) for one in SPELLINGS_OF_U) if "ü" in sound else (sound,)

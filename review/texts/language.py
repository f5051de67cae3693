"""Which language a text is in: by its script first, and by its words where one script has many languages."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from review.languages import BY_TAG, UNDETERMINED
from review.texts.profiles import detector
from review.texts.rules.words import STARTERS

SAMPLE = 20_000
"""Characters of a text that are looked at."""
LEAST_WORDS = 8
"""Words below which a word-based guess must be confirmed: langdetect is right on 85 % of three-word English texts."""
SURE = 0.9

_KANA = ("Hiragana", "Katakana")
_ALPHABETS = ("Hangul", "Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Devanagari", "Thai")
_SCRIPTS = ("Han", *_KANA, *_ALPHABETS)
_COUNTED = regex.compile("|".join(rf"(?P<{script}>\p{{{script}}}+)" for script in _SCRIPTS))
_LETTERS_PER_SIGN = {"Han": 3, "Hiragana": 2, "Katakana": 2, "Hangul": 3}
"""How many letters of an alphabet say as much as one sign of these scripts."""
_NOISE = regex.compile(r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|<[^<>]{1,80}>|&\w{2,8};")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’]*")
_LEAST_KANA = 0.05

_TELLING_LETTERS = (
    ("Cyrillic", "uk", "іїєґ", "ыэёъ"),
    ("Cyrillic", "ru", "ыэё", "іїєґ"),
    ("Arabic", "ur", "ٹڈڑںےہ", ""),
    ("Arabic", "fa", "پچژگیک", "يكةى"),
    ("Arabic", "ar", "يكةىأإؤئ", "پچژگ"),
)
"""Script, tag, letters of which one must be there, letters of which none may: the first that fits is the language."""
_FOREIGN_CYRILLIC = frozenset("ўјљњћџђѓќѕәөүұқңһғҳҷ")
_BY_SCRIPT = {"Hangul": "ko", "Greek": "el", "Hebrew": "he", "Devanagari": "hi", "Thai": "th"}


def detect(text: str) -> str:
    """The tag of the language of a text, from the table of languages, or `und` where there is no telling.

    Only the first 20,000 characters are looked at. Chinese, Japanese, Korean and the languages with a script to
    themselves are told from one word; those in Latin letters need some words. It misses Japanese without any kana and
    without a character of its own, which is taken for Chinese.
    """
    sample = _NOISE.sub(" ", text[:SAMPLE])
    counts = _script_counts(sample)
    if not counts:
        return UNDETERMINED.tag
    counts["Han"] += sum(counts[script] for script in _KANA)
    chief = max(("Han", *_ALPHABETS), key=lambda script: counts[script])
    if chief == "Han":
        return _chinese_or_japanese(sample)
    told = _BY_SCRIPT.get(chief) or _by_letters(chief, sample) or _by_words(chief, sample)
    return "is" if chief == "Latin" and told != "tr" and _has_thorns(sample) else told


def _script_counts(text: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for found in _COUNTED.finditer(text):
        script = found.lastgroup or ""
        counts[script] += len(found[0]) * _LETTERS_PER_SIGN.get(script, 1)
    return counts


def _chinese_or_japanese(text: str) -> str:
    kana = sum(len(run) for run in regex.findall(r"[\p{Hiragana}\p{Katakana}]+", text))
    han = sum(len(run) for run in regex.findall(r"\p{Han}+", text))
    if kana > _LEAST_KANA * (kana + han):
        return "ja"
    own = sum(_is_japanese_only(mark) for mark in text)
    return "ja" if own > _LEAST_KANA * han else "zh"


def _is_japanese_only(mark: str) -> bool:
    """Whether an ideograph is in the Japanese standard and in neither of the Chinese ones."""
    return (
        mark >= "\u4e00" and bool(_coded(mark, "shift_jis")) and not _coded(mark, "gb2312") and not _coded(mark, "big5")
    )


def _coded(mark: str, codec: str) -> bytes:
    return mark.encode(codec, "ignore")


def _has_thorns(text: str) -> bool:
    """Whether a hundredth of the letters are thorn or eth, as in Icelandic, which langdetect does not know.

    Turkish read in the Western code page has as many.
    """
    return sum(text.count(letter) for letter in "þðÞÐ") > len(text) / 100


def _by_letters(script: str, text: str) -> str:
    """The language that letters of its own give away; "" where they do not."""
    present = set(text.lower())
    if script == "Cyrillic" and present & _FOREIGN_CYRILLIC:
        return UNDETERMINED.tag
    return next(
        (
            tag
            for of, tag, telling, excluded in _TELLING_LETTERS
            if of == script and present & set(telling) and not present & set(excluded)
        ),
        "",
    )


def _by_words(script: str, text: str) -> str:
    """What langdetect says of the words of a script, where it is sure and, of a few words, function words agree."""
    begins = regex.compile(rf"\p{{{script}}}").match
    words = [word for word in _WORD.findall(text) if begins(word)]
    joined = " ".join(words)
    tag, probability = _guess(joined.lower() if joined.isupper() else joined)
    if probability < SURE or tag not in BY_TAG:
        return UNDETERMINED.tag
    return tag if len(words) >= LEAST_WORDS or _confirmed(tag, words) else UNDETERMINED.tag


def _confirmed(tag: str, words: list[str]) -> bool:
    """Whether more of the words are function words of this language than of any other."""
    folded = [word.lower().replace("’", "'") for word in words]
    hits = {other: sum(word in known for word in folded) for other, known in _function_words().items()}
    best = max(hits.values())
    return best > 0 and hits.get(tag) == best and list(hits.values()).count(best) == 1


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words.lower().split()) for tag, words in STARTERS.items()}


def _guess(text: str) -> tuple[str, float]:
    """Langdetect's best tag and what it calls its probability; ("", 0) where it finds nothing to go by."""
    from langdetect.lang_detect_exception import LangDetectException

    asked = detector()
    asked.append(text)
    try:
        best = asked.get_probabilities()
    except LangDetectException:
        return "", 0.0
    return (best[0].lang, best[0].prob) if best else ("", 0.0)

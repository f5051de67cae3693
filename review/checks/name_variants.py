"""One name in two spellings, or in two orders, within an article.

Two capitalised words that are one letter apart are taken for one name when the sources of both share a word that hardly
any other source holds. The spelling that is known, else the pinyin of the source, else the more frequent, else the
first is right, and the other is marked. A Chinese name is marked where its order or its romanisation is not the usual.

Misses names that differ by more, variants whose sources write the name differently, and variants in one pair, which
may be two names. In German, where every noun has a capital, the right spelling has to stand in the source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex
from rapidfuzz.distance import OSA

from review.checks.base import ArticleCheck, Example
from review.checks.reading.cedict_names import cedict_names
from review.checks.reading.editions import TEXTS_REMEMBERED, editions
from review.checks.reading.people import Person, people
from review.checks.reading.pinyin import folded
from review.checks.reading.renderings import is_slip, renderings_of, slips
from review.checks.reading.tongue import is_spaced, tongue
from review.types import Mark, Pair, Span

NOUNS_CAPITALISED = frozenset({"de", "lb"})
NAME = regex.compile(r"(?<![\p{L}\p{N}.@/_\\'’-])\p{Lu}\p{Ll}{4,}+(?![\p{L}\p{N}@/_\\-])")
LONG, BEGINNING = 10, 7
"""Letters of a name in which two may differ, and letters that such names begin with alike."""
MOST_ALIKE = 20
"""Names of an article that share all but a letter; more are no names but codes."""
SHORTEST_WORD = 4
"""Letters of a source word that may be the name; of Chinese and Japanese two characters are enough."""
NAMES_REMEMBERED = 16384  # whose leavings are kept at hand
BESIDE = 1
"""Sources without either spelling that may hold the common word as well."""


@dataclass(frozen=True, slots=True)
class _Use:
    pair: int
    span: Span


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        for place, mark in (*_spellings([pairs[index] for index in edition]), *_forms([pairs[i] for i in edition])):
            yield edition[place], mark


def _spellings(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    uses = _uses(pairs)
    for one, other in _neighbours(uses):
        right, wrong = _ranked(one, other, uses, pairs)
        for use in uses[wrong]:
            sources = {one.pair for one in uses[right]} - {use.pair}
            pair = pairs[use.pair]
            if tongue(pair.target_lang).tag in NOUNS_CAPITALISED and right not in pair.source:
                continue
            if not _is_right(wrong, pair) and _shares_name(use.pair, sources, uses[wrong], pairs):
                reason = f"Elsewhere in the article the name is {right}; here it is {wrong}."
                yield use.pair, Mark(use.span, reason, fixes=(right,), expected=right, found=wrong)


def _uses(pairs: Sequence[Pair]) -> dict[str, list[_Use]]:
    uses: dict[str, list[_Use]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        for name, span in _names(pair.target):
            uses[name].append(_Use(place, span))
    return uses


@lru_cache(TEXTS_REMEMBERED)
def _names(text: str) -> tuple[tuple[str, Span], ...]:
    return tuple((match[0], Span(*match.span())) for match in NAME.finditer(text))


def _neighbours(words: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The pairs of words that are a slip apart, found by what is left when a letter is taken away."""
    near: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for left in _leavings(word):
            near[left].append(word)
    few = (alike for alike in near.values() if 1 < len(alike) <= MOST_ALIKE)
    pairs = {(one, two) for alike in few for one in alike for two in alike if one < two}
    yield from sorted(pair for pair in pairs if is_slip(*pair) or _are_long_and_near(*pair))


@lru_cache(NAMES_REMEMBERED)
def _leavings(word: str) -> frozenset[str]:
    """What words that are a slip apart have in common: a long word's beginning, and all but one of the letters."""
    begins = {word[:BEGINNING]} if len(word) >= LONG else set()
    return frozenset({word, *begins, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))})


def _are_long_and_near(one: str, other: str) -> bool:
    """Whether two long names begin alike and differ by two letters, as transliterations of an ending do."""
    same = one[:BEGINNING] == other[:BEGINNING] and min(len(one), len(other)) >= LONG
    return same and not one.startswith(other) and not other.startswith(one) and OSA.distance(one, other) <= 2


def _ranked(one: str, other: str, uses: Mapping[str, Sequence[_Use]], pairs: Sequence[Pair]) -> tuple[str, str]:
    """The two spellings, the right one first."""

    def rank(word: str) -> tuple[bool, bool, int, tuple[int, Span]]:
        first = uses[word][0]
        told = any(_is_told(word, pairs[use.pair]) for use in uses[word])
        return not cedict_names().knows(word), not told, -len(uses[word]), (first.pair, first.span)

    return (one, other) if rank(one) <= rank(other) else (other, one)


def _is_told(word: str, pair: Pair) -> bool:
    """Whether the source has the word itself, or a word that it is the pinyin or a gloss of."""
    seen = word.casefold()
    return seen in pair.source.casefold() or (
        tongue(pair.source_lang).tag == "zh" and seen in renderings_of(pair.source)
    )


def _is_right(word: str, pair: Pair) -> bool:
    """Whether the word stands on its own: in the source, in English, or as what the source says; or is marked there."""
    if _is_told(word, pair) or cedict_names().knows(word):
        return True
    if tongue(pair.source_lang).tag != "zh":
        return False
    marked = [slip.word for slip in slips(pair.source, pair.target)]
    named = [name for person in people(pair.source, pair.target) for name in person.name.split()]
    return word in (*marked, *named)


def _shares_name(place: int, right: set[int], wrong: Sequence[_Use], pairs: Sequence[Pair]) -> bool:
    """Whether the source there has a word in common with a source of the right spelling, and with few others."""
    own = _words(pairs[place])
    either = right | {use.pair for use in wrong}
    for common in set().union(*(own & _words(pairs[other]) for other in right)):
        others = sum(common in pair.source for at, pair in enumerate(pairs) if at not in either)
        if others <= BESIDE:
            return True
    return False


def _words(pair: Pair) -> frozenset[str]:
    if is_spaced(pair.source_lang):
        return frozenset(regex.findall(rf"\p{{L}}{{{SHORTEST_WORD},}}+", pair.source))
    letters = regex.findall(r"[\p{Han}\p{Katakana}ー]++", pair.source)
    return frozenset(run[at : at + 2] for run in letters for at in range(len(run) - 1))


def _forms(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    """Chinese names whose order, or whose spelling though right, is not the one that the article has most often."""
    uses: dict[str, list[tuple[int, Person]]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        if (tongue(pair.source_lang).tag, tongue(pair.target_lang).tag) == ("zh", "en"):
            for person in people(pair.source, pair.target):
                if person.name == person.right:
                    uses[person.written].append((place, person))
    for told in uses.values():
        usual = Counter(folded(person.name) for _, person in told).most_common(1)[0][0]
        right = next(person.name for _, person in told if folded(person.name) == usual)
        for place, person in told:
            if folded(person.name) != usual:
                reason = f"Elsewhere in the article the name is {right}; here it is {person.name}."
                yield place, Mark(person.target, reason, fixes=(right,), expected=right, found=person.name)


CHECK = ArticleCheck(
    id="name-variants",
    name="Name spelt in two ways",
    description="A name that the article spells, or orders, differently elsewhere.",
    category="terminology/inconsistent",
    its="inconsistent-entities",
    severity="minor",
    score=0.8,
    version=2,
    find=find,
    examples=(
        Example(
            "布劳恩随后致辞。",
            "Braon then gave a speech.",
            ("Braon",),
            fixed="Braun then gave a speech.",
            before=(("布劳恩来访。", "Braun came to visit."), ("天气很好。", "The weather was fine.")),
        ),
        Example(
            "布劳恩随后致辞。",
            "Braun then gave a speech.",
            before=(("布劳恩来访。", "Braon came to visit."), ("布劳恩很高兴。", "Braun was glad.")),
        ),
        Example(
            "张建国走了。",
            "Zhang Jianguo left.",
            before=(("张建国来了。", "Jianguo Zhang came."), ("张建国说。", "Zhang Jianguo said so.")),
        ),
        Example(
            "ג'ינין שקטה הבוקר.",
            "Jinin is quiet this morning.",
            ("Jinin",),
            "he",
            "en",
            "Jenin is quiet this morning.",
            before=(("הכביש לג'ינין נפתח.", "The road to Jenin was opened."),),
        ),
        Example(
            "张建国说。",
            "Jianguo Zhang said so.",
            ("Jianguo Zhang",),
            fixed="Zhang Jianguo said so.",
            before=(("张建国来了。", "Zhang Jianguo came."),),
        ),
        Example(
            "許維中致詞。",
            "Xu Weizhong spoke.",
            ("Xu Weizhong",),
            fixed="Hsu Wei-chung spoke.",
            before=(("許維中到場。", "Hsu Wei-chung arrived."),),
        ),
        Example(
            "Frau Wiegand kommt.",
            "Ms Wiegend is coming.",
            ("Wiegend",),
            "de",
            "en",
            "Ms Wiegand is coming.",
            before=(("Frau Wiegand ist da.", "Ms Wiegand is here."),),
        ),
        Example(
            "Frau Wiegend kommt.",
            "Ms Wiegend is coming.",
            (),
            "de",
            "en",
            before=(("Frau Wiegand ist da.", "Ms Wiegand is here."),),
        ),
        Example("陕西下雨。", "It rained in Shaanxi.", before=(("山西下雪。", "It snowed in Shanxi."),)),
        Example("布劳恩随后致辞。", "Braun then spoke.", before=(("布劳恩来访。", "Braun came. Browns came too."),)),
        Example("The gardens open.", "Die Gärten öffnen.", (), "en", "de", before=(("A garden.", "Ein Garten."),)),
    ),
)

"""One change of a translation, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import regex
from rapidfuzz.distance import OSA

from review.align.stems import stem
from review.checks.reading.lexicon import KNOWN
from review.checks.reading.polarity import plain
from review.checks.reading.quantities import quantities
from review.checks.reading.rarity import zipf
from review.checks.reading.tongue import tongue
from review.diff import Edit
from review.types import Pair, Span

WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’\-‑][\p{L}\p{M}]+)*")
SAID = regex.compile(r"[\p{L}\p{M}\p{N}]")
HAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
FUNCTION = 6.2
"""Zipf value from which a word carries grammar rather than content, as where translations are compared."""
SLIP = 2
"""Letters by which a misspelt word, or the variant of a name, may differ from the right one."""
FILLER = 5.0
"""Zipf value from which a single word that is taken out said nothing."""
LONG = 5
"""Words changed at once that are a phrase."""
LETTERS = 3
"""Characters that count as a word where no spaces part words."""
STOP = regex.compile(r"[.!?。！？](?=[\s\p{P}]|$|(?<=[。！？]))")
ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True)
class Change:
    """One change of a pair's translation, with what the rules ask of it."""

    pair: Pair
    after: str
    edit: Edit
    terms: tuple[str, ...] = ()
    is_moved: bool = False

    @cached_property
    def old(self) -> str:
        return self.edit.before.of(self.pair.target)

    @cached_property
    def new(self) -> str:
        return self.edit.after.of(self.after)

    @cached_property
    def words(self) -> tuple[list[str], list[str]]:
        return WORD.findall(self.old), WORD.findall(self.new)

    @cached_property
    def content(self) -> tuple[list[str], list[str]]:
        """The words on both sides that carry content, in small letters."""
        lang = self.pair.target_lang
        old, new = ([word.lower() for word in words if zipf(word.lower(), lang) < FUNCTION] for words in self.words)
        return old, new

    @property
    def size(self) -> int:
        return max(len(self.edit.before), len(self.edit.after))


def is_term(change: Change) -> bool:
    """Whether the change brings what a glossary wants, and the translation did not have, where it stands now."""
    before = change.pair.target.casefold()
    new = [term for term in change.terms if term.casefold() not in before]
    found = (place for term in new for place in regex.finditer(regex.escape(term), change.after, regex.IGNORECASE))
    return any(change.edit.after.overlaps(Span(*place.span())) for place in found)


def is_spacing(change: Change) -> bool:
    return "".join(change.old.split()) == "".join(change.new.split())


def is_case(change: Change) -> bool:
    return change.old.casefold() == change.new.casefold()


def is_punctuation(change: Change) -> bool:
    return SAID.findall(change.old.casefold()) == SAID.findall(change.new.casefold())


def is_residue(change: Change) -> bool:
    spaced = tongue(change.pair.target_lang).tag not in {"zh", "ja"}
    return spaced and bool(HAN.search(change.old)) and len(HAN.findall(change.new)) < len(HAN.findall(change.old))


def is_value(change: Change) -> bool:
    old, new = _values(change)
    return old != new and bool(old and new)


def is_format(change: Change) -> bool:
    old, new = _values(change)
    return bool(old) and old == new and not any(change.content)


def _values(change: Change) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
    """The numbers in both texts of the change."""
    lang = change.pair.target_lang
    old, new = (sorted(quantity.values for quantity in quantities(text, lang)) for text in (change.old, change.new))
    return old, new


def is_negation(change: Change) -> bool:
    lang = change.pair.target_lang
    return len(plain(change.old, lang)) % 2 != len(plain(change.new, lang)) % 2


def is_doubled(change: Change) -> bool:
    """Whether words are taken out that were said twice in a row."""
    text, place = change.pair.target, change.edit.before
    out, many = _lowered(change.old), len(change.words[0])
    before, behind = _lowered(text[: place.start])[-many:], _lowered(text[place.end :])[:many]
    said = ["" for _ in range(many - len(before))] + before + out + behind
    twice = (said[at : at + many] == said[at + many : at + 2 * many] for at in range(many + 1))
    return bool(out) and not change.new.strip() and any(twice)


def _lowered(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def is_emptied(change: Change) -> bool:
    """Whether nothing is left of what renders something."""
    return not change.after.strip() and bool(change.pair.source.strip())


def is_nothing_new(change: Change) -> bool:
    return not change.new.strip() and bool(SAID.search(change.old))


def is_filler(change: Change) -> bool:
    """Whether one common word is taken out."""
    words = change.words[0]
    return is_nothing_new(change) and len(words) == 1 and zipf(words[0].lower(), change.pair.target_lang) >= FILLER


def is_nothing_old(change: Change) -> bool:
    return not change.old.strip() and bool(SAID.search(change.new))


def is_much(change: Change) -> bool:
    return max(len(change.words[0]), len(change.words[1]), change.size // LETTERS) >= LONG


def is_order(change: Change) -> bool:
    """Whether the same words stand in another order."""
    old, new = ([word.lower() for word in words] for words in change.words)
    return change.is_moved or (old != new and sorted(old) == sorted(new))


def is_split(change: Change) -> bool:
    """Whether a sentence becomes two, and no word that carries content is another."""
    return len(STOP.findall(change.new)) > len(STOP.findall(change.old)) and not any(change.content)


def is_recast(change: Change) -> bool:
    """Whether words differ in their capitals, and otherwise in articles alone."""
    old, new = ([word for word in words if word.lower() not in ARTICLES] for words in change.words)
    return old != new and [word.lower() for word in old] == [word.lower() for word in new]


def is_small(change: Change) -> bool:
    """Whether all the words that differ carry grammar alone."""
    return not any(change.content)


def is_inflected(change: Change) -> bool:
    """Whether the words that carry content are the same but for their endings."""
    old, new = ([stem(word) for word in words] for words in change.content)
    return old == new or (len(old) == len(new) == 1 and _share_stem(change.content[0][0], change.content[1][0]))


def _share_stem(one: str, other: str) -> bool:
    """Whether two words begin alike for all but the last letters of the shorter."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= max(3, min(len(one), len(other)) - 3) and max(len(one), len(other)) - shared <= 3


def is_slip(change: Change) -> bool:
    """Whether one word differs by a slip or two, and was none before."""
    old, new = change.words
    if len(old) != 1 or len(new) != 1 or old[0][:1].isupper():
        return False
    was, now = (zipf(word.lower(), change.pair.target_lang) for word in (old[0], new[0]))
    return was < KNOWN <= now and OSA.distance(old[0], new[0], score_cutoff=SLIP) <= SLIP


def is_name(change: Change) -> bool:
    old, new = (_names(words) for words in change.words)
    return bool(old and new) and old != new and _in_sentence(change)


def _names(words: Sequence[str]) -> list[str]:
    return [word for word in words if word[:1].isupper() and len(word) > 1]


def _in_sentence(change: Change) -> bool:
    """Whether the change is not the beginning of a sentence, where every word has a capital."""
    return change.pair.target[: change.edit.before.start].rstrip()[-1:] not in {"", ".", "!", "?", "。", "“", '"', ":"}


def is_left(_: Change) -> bool:
    return True

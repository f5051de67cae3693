"""A phrase hung on a finished sentence with a comma: `The cable is thick, quite soft to touch.`

Chinese strings remarks on commas without verb or subject. Marked is the phrase with its comma, where what stands before
is a sentence of its own, and the phrase has at least two words, no finite verb, and is no item of a list; it begins
with an adverb, an adjective or a bare noun, so that what stands in apposition (`, the mayor of …`) is left alone.
Misses phrases behind what is no sentence itself, and those that open with a preposition or a participle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.clauses import clause_before, clause_behind, is_listed, is_sentence
from review.checks.reading.words import listed
from review.types import Mark, Pair

MOST_WORDS = 8
"""Words of a phrase; what is longer is mostly a clause that was not read aright, or one of a row of verbs."""
NO_OPENING = frozenset(
    listed(
        "it they he she we you this that these those there the my your his her its their our a an one"
        " some many most all both each every several any another such what who which whose where when why"
        " how here and or but so because if while although though since as unless whereas than yet nor"
        " then however including like plus to until by in at on for from under inside outside after before"
        " during with without of about over against into through between among within along across behind"
        " near despite except please let see say especially particularly mainly mostly namely respectively"
        " accordingly too either instead first second third finally sometimes now today yesterday tomorrow"
        " sorry thanks thank yes no not said known simply unable days weeks months years hours minutes"
    )
)
"""Words that a clause, an adverbial, an apposition or an aside begins with."""
PHRASE = re.compile(r",\s(?=(?P<first>[a-z]+(?:-[a-z]+)*) [a-z])")
UNFINISHED = regex.compile(r"\b(?:an?|the|very|two|more|most|so)\s\w+$|\b(?:very|really|also)$|\bknown\b")
"""How a clause ends whose last word goes on behind the comma: a real, wonderful thing; very, very good."""
FINITE = regex.compile(
    r"\b(?:am|is|are|was|were|has|have|had|does|do|did|can|cannot|could|will|would|should|must|may)\b|n['’]t\b"
    r"|['’](?:s|re|m) "
)
"""Verbs that are no nouns as well, as work and look are."""
PARTICIPLE = regex.compile(r"\w+(?:ed|ing)")


def find(pair: Pair) -> Iterator[Mark]:
    text = pair.target
    if "," not in text:
        return
    for match in PHRASE.finditer(text):
        if match["first"] in NO_OPENING or PARTICIPLE.fullmatch(match["first"]):
            continue
        phrase = clause_behind(text, match.start())
        said = phrase.of(text)
        if len(said.split()) <= MOST_WORDS and not FINITE.search(said) and not is_listed(text, phrase):
            before = clause_before(text, match.start())
            if is_sentence(before) and not UNFINISHED.search(before):
                yield Mark(
                    phrase,
                    "A phrase without subject and verb hangs on a finished sentence: join it with “and” or “with”, or "
                    "make a sentence of it.",
                )


CHECK = Check(
    id="loose-phrase",
    name="Loose phrase",
    description="A phrase without subject and verb behind a finished sentence, as Chinese strings its remarks.",
    category="style/bad sentence structure",
    its="grammar",
    severity="minor",
    score=0.6,
    version=1,
    find=find,
    source_langs=("zh", "ja", "ko"),
    target_langs=("en",),
    examples=(
        Example("线很粗，手感柔软。", "The cable is thick, quite soft to touch.", (", quite soft to touch",)),
        Example(
            "包装很好，价格便宜，下次再来。",
            "The packaging was good, cheap price, I will come again.",
            (", cheap price",),
        ),
        Example("服务差，工作效率低。", "The service is bad, poor work efficiency.", (", poor work efficiency",)),
        Example("他没来，真可惜。", "He did not come, really a pity.", (", really a pity",)),
        Example("线很粗，手感柔软。", "The cable is thick and soft to the touch."),
        Example("这是一个真正奇妙的城市。", "It is a real, quite wonderful town."),
        Example("他有苹果、梨和枣。", "He has red apples, green pears, and dates."),
        Example("他是李明，本市市长。", "He is Li Ming, the mayor of this city."),
        Example("天晴了，鸟儿在唱歌。", "It is fine, birds are singing."),
    ),
)

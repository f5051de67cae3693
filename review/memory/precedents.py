"""What the other articles of a project say of what an article names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from review.checks.project.precedents import Precedent, Precedents
from review.checks.reading.usages import Key, sentences
from review.memory.units import Memory

SAME = 0.5
"""Of the sentences of the shorter of two articles: one that shares more, and more than one, is another
translation of it, and no precedent."""


def precedents(memory: Memory, article: str) -> Precedents:
    """The rendering that holds for each thing that an article of the memory names and another names too.

    One that a reviewer has settled stands before those of machines; of these only those in articles that come before
    count, and none where the article's own is settled. Of several the most frequent holds, then the first.
    """
    own = memory.shelves.get(article)
    if own is None:
        return Precedents()
    told: defaultdict[Key, list[Precedent]] = defaultdict(list)
    before = True
    for shelf in memory.of(own.langs):
        if shelf is own:
            before = False
            continue
        common = own.usages.keys() & shelf.usages.keys()
        if sentences(common) > max(1, SAME * min(own.sentences, shelf.sentences)):
            continue
        for key in common:
            text, settled = shelf.usages[key]
            if settled or (before and not own.usages[key][1]):
                told[key].append(Precedent(text, shelf.title, settled))
    return Precedents({key: _usual(each) for key, each in told.items()})


def _usual(told: Sequence[Precedent]) -> Precedent:
    right = [one for one in told if one.settled] or told
    usual = Counter(one.text for one in right).most_common(1)[0][0]
    return next(one for one in right if one.text == usual)

"""A capitalised word that is no known word and a letter off what the source says.

What the source says is looked up: the glosses of its words in CC-CEDICT, the common nouns of names (河 is River), and
the pinyin of a name before such a noun. A word that is a name by itself is left alone where its own spelling is known.

Misses words that are misspelt into another word, and names that are neither listed nor pinyin. Misspelt words without a
capital are not its business.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.renderings import slips
from review.types import Mark, Pair


def find(pair: Pair) -> Iterator[Mark]:
    for slip in slips(pair.source, pair.target):
        yield Mark(
            slip.target,
            f"Unknown word: {slip.written} in the source is {slip.right[0]}.",
            fixes=slip.right if len(slip.right) == 1 else (),
            expected=slip.right[0],
            found=slip.word,
        )


CHECK = Check(
    id="misspelt-name",
    name="Misspelt name",
    description="A capitalised word that is no known word and one letter off a rendering of the source.",
    category="fluency/spelling",
    its="misspelling",
    severity="major",
    score=0.85,
    version=1,
    source_langs=("zh",),
    target_langs=("en",),
    find=find,
    examples=(
        Example(
            "市图书馆与博物馆合作。",
            "The City Librery works with the museum.",
            ("Librery",),
            fixed="The City Library works with the museum.",
        ),
        Example(
            "他在南京大学教书。",
            "He teaches at Nanjing Univarsity.",
            ("Univarsity",),
            fixed="He teaches at Nanjing University.",
        ),
        Example("柳溪村有一座桥。", "Liuxa Village has a bridge.", ("Liuxa",), fixed="Liuxi Village has a bridge."),
        Example("柳溪村有一座桥。", "Liuxi Village has a bridge."),
        Example("周六开放。", "Open on Saturdays."),
        Example("布朗出席。", "Browne attended."),
        Example("Kubernates 已启动。", "Kubernates has started."),
    ),
)

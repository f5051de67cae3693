"""A Chinese person's name that is not quite the pinyin of the source: a syllable or a letter off.

A capitalised pair of words, in either order, is read as surname and given name where the source has that surname; it is
marked when no name of the source sounds so, and one nearly does; so is a surname that was translated. Hyphens,
apostrophes, every reading of a character and Wade–Giles are accepted.

Misses names that are off by more, names without their surname, and a syllable left out. Names of Japanese, Koreans and
Vietnamese have other sounds and are not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.people import people
from review.types import Mark, Pair


def find(pair: Pair) -> Iterator[Mark]:
    for person in people(pair.source, pair.target):
        if person.name != person.right:
            reason = f"The source names {person.written}, in pinyin {person.right}; the translation has {person.name}."
            yield Mark(
                person.target,
                reason,
                fixes=(person.right,) if person.certain else (),
                expected=person.right,
                found=person.name,
                counterpart=person.source,
            )


CHECK = Check(
    id="person-name",
    name="Misspelt Chinese name",
    description="A Chinese person's name that is a syllable or a letter off the pinyin of the source.",
    category="accuracy/mistranslation",
    its="inconsistent-entities",
    severity="major",
    score=0.85,
    version=1,
    source_langs=("zh",),
    target_langs=("en",),
    find=find,
    examples=(
        Example(
            "馆长张建国出席开幕式。",
            "Curator Zhang Jianguang attended the opening.",
            ("Zhang Jianguang",),
            fixed="Curator Zhang Jianguo attended the opening.",
        ),
        Example("教练王晓梅说。", "Coach Wang Xiaomai said.", ("Wang Xiaomai",), fixed="Coach Wang Xiaomei said."),
        Example("歐陽文靜獲獎。", "Wenjong Ouyang won.", ("Wenjong Ouyang",), fixed="Wenjing Ouyang won."),
        Example("简云舒医生坐诊。", "Dr Simple Yunshu is in.", ("Simple Yunshu",), fixed="Dr Jian Yunshu is in."),
        Example("邵秉文致辞。", "Shao Ding Wen spoke.", ("Shao Ding Wen",), fixed="Shao Bingwen spoke."),
        Example("程国平致辞。", "Chen Guoping spoke.", ("Chen Guoping",), fixed="Cheng Guoping spoke."),
        Example("王小明和李大力。", "Wang Xiao Ming and Li Dali; He Xiaoming."),
        Example("馆长张建国出席开幕式。", "Curator Zhang Jianguo attended; Jian-guo Zhang spoke."),
        Example("李泰安和曾乐到场。", "Li Tai'an and Zeng Yue were there."),
        Example("王建民投球。", "Wang Chien-ming pitched."),
        Example("吕丽参加。", "Lyu Li took part, and Marie Curie too."),
        Example("他认识张建国和张建军。", "He knows Zhang Jianguo and Zhang Jianjun."),
    ),
)

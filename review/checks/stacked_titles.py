"""Titles piled up before a name: `Vice Chairman and Secretary of the Board of Trade of Hill Town Li Ming spoke`.

Chinese puts all titles before the name; English puts a short one before it and the rest behind, between commas.
Marked are the titles with the name, and the fix turns them round. A name is a Chinese surname and a given name.
Misses titles before names of other languages, and surnames behind the given name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from review.checks.base import Check, Example
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

LONG = 5
"""Words of titles from which on a reader waits too long for the name."""
SURNAMES = listed("""Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie
Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Su Wei Lu Ding Ren Shen Yao Cui
Zhong Tan Fan Jin Shi Liao Jia Xia Fu Fang Bai Zou Meng Xiong Qin Qiu Yin Xue Yan Duan Lei Hou Long Tao Gu Mao Hao Gong
Shao Wan Qian Dai Mo Kong Xiang Chang Xin Ling Niu Ge An Qi Yi Qiao Wen Pang Kang Ouyang Sima Zhuge Shangguan Tsai
Chiang Hsu Hsieh Chou""")
"""The commonest Chinese surnames in pinyin, and some in the older spelling."""
OFFICES = listed("""President Secretary Governor Director Minister Chairman Chairwoman Chairperson Member Academician
Head Manager Professor Mayor Chief Dean Commissioner Ambassador Premier Principal Curator Editor General Leader Captain
Deputy Vice Executive Former Party Commander Researcher Engineer Inspector""")
BETWEEN = listed("of and the for in ’ ' standing committee party") + tuple(office.lower() for office in OFFICES)
AFTER = (*listed("and also spoke said told gave took made led met was is will has had went held"), r"\p{Ll}+(?:ed|s)")
CAPITAL = r"\p{Lu}[\p{L}'’&-]*+"
ALL_OFFICES = frozenset((*OFFICES, *(office.lower() for office in OFFICES)))
OFFICE = "|".join(sorted(ALL_OFFICES))
NAME = rf"(?P<name>(?:{'|'.join(SURNAMES)}) \p{{Lu}}\p{{Ll}}+(?:-\p{{Ll}}+)?)"
STACK = (
    rf"(?<![\p{{L}}\p{{N}}])(?:(?P<the>[Tt]he) )?"
    rf"(?P<titles>(?:{OFFICE})(?: (?:{CAPITAL}|{'|'.join(BETWEEN)})){{{LONG - 1},30}}?) {NAME}"
    rf"(?= (?:{'|'.join(AFTER)})\b|[,.;])"
)


def find(pair: Pair) -> Iterator[Mark]:
    if ALL_OFFICES.isdisjoint(pair.target.split()):
        return
    for match in _stack().finditer(pair.target):
        titles, name = match["titles"], match["name"]
        if " of " not in titles and " and " not in titles:
            continue
        comma = "" if match.string[match.end() : match.end() + 1] in ",.;" else ","
        yield Mark(
            Span(*match.span()),
            f"{len(titles.split())} words of titles before the name {name}: put the name first.",
            fixes=(f"{name}, {'the ' * bool(match['the'])}{_inside(titles)}{comma}",),
            expected=f"fewer than {LONG} words",
            found=f"{len(titles.split())} words",
        )


@cache
def _stack() -> regex.Pattern[str]:
    return regex.compile(STACK)


def _inside(titles: str) -> str:
    """The titles as they stand within a sentence; a capital is kept that is not the sentence's alone."""
    first, second = titles.split()[:2]
    return titles if second[0].isupper() or second == "and" else first.lower() + titles[len(first) :]


CHECK = Check(
    id="stacked-titles",
    name="Titles piled up before a name",
    description="Five or more words of titles and offices before a Chinese name.",
    category="style/unnatural or awkward",
    its="style",
    severity="neutral",
    score=0.4,
    version=2,
    find=find,
    source_langs=("zh",),
    target_langs=("en",),
    examples=(
        Example(
            "市长李明讲话。",
            "Deputy Mayor and Member of the Board of Trade Li Ming spoke.",
            ("Deputy Mayor and Member of the Board of Trade Li Ming",),
            fixed="Li Ming, Deputy Mayor and Member of the Board of Trade, spoke.",
        ),
        Example(
            "主任张小红出席。",
            "The director of Hill Town Youth Center Zhang Xiaohong attended.",
            ("The director of Hill Town Youth Center Zhang Xiaohong",),
            fixed="Zhang Xiaohong, the director of Hill Town Youth Center, attended.",
        ),
        Example(
            "会长王刚说。",
            "Vice President and Secretary of Trade House Wang Gang said so.",
            ("Vice President and Secretary of Trade House Wang Gang",),
        ),
        Example("市长李明讲话。", "Mayor Li Ming spoke."),
        Example("李明讲话。", "Li Ming, deputy mayor and member of the Board of Trade, spoke."),
        Example("出席。", "The members of the Board of Trade of Hill Town spoke."),
    ),
)

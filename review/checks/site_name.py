"""The name of the web site behind a headline: `School opens - Ourtown.com`, from 学校开学-本镇网.

A page's title ends in the site's name, which a headline copied from there brings along; as part of the headline it is
translated, often into a name that no site has. Marked is the dash with the name, where the source ends in a dash and
the name of a site. The fix removes it.

Misses sites that are not called 网, 在线 or 客户端, and a name that the translation moved to the front.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.types import Mark, Pair, Span

SITE = regex.compile(r"[-—–_|]\s*+([\p{Han}A-Za-z]{1,10}(?:网|網|网站|網站|在线|在線|客户端|客戶端))\s*+$")
ENDS = ("网", "網", "站", "线", "線", "端")
DASH = r"\s*+[-—–_|]++\s++|\s++[-—–_|]++|^[-—–_|]++|[-—–_|]++(?=[\p{Lu}<\p{P}])"
NAME = regex.compile(rf"(?:{DASH})([^-—–_|\n\"“”()\d]{{2,40}})$")
MOST_WORDS = 5
"""Words of a name; more are the end of the headline behind a dash of its own."""
MOST_JOINED = 3
"""The same where no space is at the dash, which may be a hyphen."""


def find(pair: Pair) -> Iterator[Mark]:
    if not pair.source.rstrip().endswith(ENDS):
        return
    site = SITE.search(pair.source)
    name = NAME.search(pair.target.rstrip()) if site else None
    if site and name and len(name[1].split()) <= (MOST_WORDS if " " in name[0][: -len(name[1])] else MOST_JOINED):
        yield Mark(
            Span(name.start(), len(pair.target.rstrip())),
            f"{site[1]} is the name of the page's site, no part of the headline.",
            fixes=("",),
            counterpart=Span(*site.span(1)),
        )


CHECK = Check(
    id="site-name",
    name="Site name in a headline",
    description="The name of the web site, behind a dash at the end of a headline.",
    category="other/page furniture",
    its="other",
    severity="minor",
    score=0.75,
    version=2,
    find=find,
    source_langs=("zh",),
    examples=(
        Example(
            "湖边图书馆重新开放-湖城网",
            "Lakeside library opens again - Lake City Network",
            (" - Lake City Network",),
            fixed="Lakeside library opens again",
        ),
        Example("今年首场雪——北山在线", "First snow of the year-Beishan.com", ("-Beishan.com",)),
        Example("学校开学_本镇新闻网", "School opens | Town News", (" | Town News",)),
        Example("湖边图书馆重新开放-湖城网", "Lakeside library opens again"),
        Example("湖边图书馆——全城最美——上网", "The lakeside library, the town's finest, is online"),
        Example("桥建成二十五年-湖城网", "The bridge is Twenty-Five Years Old this week"),
        Example("“湖城-2021”结束-湖城网", '"Lake City - 2021" ends'),
        Example("他们修好了渔网", "They mended the net - all of it"),
        Example("低碳新规生效-湖城网", "Rules for low-carbon homes are in force"),
    ),
)

"""Page furniture in the source: lines that were scraped along with the article and need no translation.

The same judgement by shape as for the translation. It tells why a sentence may rightly be missing, and never counts
against the translation.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.furniture import furniture
from review.types import Mark, Pair


def find(pair: Pair) -> Iterator[Mark]:
    for piece in furniture(pair.source, pair.source_lang):
        yield Mark(piece.span, f"Page furniture in the source: {piece.kind}. It needs no translation.", side="source")


CHECK = Check(
    id="source-furniture",
    name="Page furniture in the source",
    description="A line of the web page's frame that was scraped with the source article.",
    category="source issue",
    its="other",
    severity="neutral",
    score=0.9,
    version=2,
    find=find,
    examples=(
        Example("【打印】【关闭】", "", ("【打印】【关闭】",)),
        Example(
            "展览将持续两周。\n上一篇：没有了 下一篇", "The exhibition runs for two weeks.", ("上一篇：没有了 下一篇",)
        ),
        Example("责任编辑：周晓", "", ("责任编辑：周晓",)),
        Example("分享到：微信 微博 QQ空间", "", ("分享到：微信 微博 QQ空间",)),
        Example("当前位置：首页 > 新闻 > 本地", "", ("当前位置：首页 > 新闻 > 本地",)),
        Example("Drucken Teilen Zurück", "", ("Drucken Teilen Zurück",), "de", "en"),
        Example("פורסם: 15.03.21, 10:22", "", ("פורסם: 15.03.21, 10:22",), "he", "en"),
        Example("シェアする ツイートする", "", ("シェアする ツイートする",), "ja", "en"),
        Example("Publié le 15/03/2021 à 10:22", "", ("Publié le 15/03/2021 à 10:22",), "fr", "en"),
        Example("他打印了这一页，然后关闭窗口。", "He printed the page and closed the window."),
        Example("编辑部将评论刊登在首页。", "The editors ran the comment on the front page."),
        Example("大家分享到了快乐。", "Everybody shared the joy."),
    ),
)

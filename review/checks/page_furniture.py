"""Page furniture in the translation: counters, print and share lines, navigation, credits of the site.

Judged by the shape of a whole line, of what follows a line's last sentence, or of a bracketed group: short, no
sentence, and made of the page's own words or of figures only. The fix removes it.

Misses furniture inside a sentence, and lines whose words the vocabulary does not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.furniture import furniture
from review.types import Mark, Pair


def find(pair: Pair) -> Iterator[Mark]:
    for piece in furniture(pair.target, pair.target_lang):
        yield Mark(piece.span, f"Page furniture, not article: {piece.kind}.", fixes=("",))


CHECK = Check(
    id="page-furniture",
    name="Page furniture",
    description="A line of the web page's frame that was translated with the article.",
    category="other/page furniture",
    its="other",
    severity="major",
    score=0.95,
    version=2,
    find=find,
    examples=(
        Example("", "0 3 5 17", ("0 3 5 17",), fixed=""),
        Example(
            "",
            "Produced By Northlake Digital Publishing System",
            ("Produced By Northlake Digital Publishing System",),
            fixed="",
        ),
        Example("【打印】【关闭】", "[Print] [Close]", ("[Print] [Close]",), fixed=""),
        Example(
            "展览将持续两周。",
            "The exhibition runs for two weeks. Share to: Weibo QQ",
            ("Share to: Weibo QQ",),
            fixed="The exhibition runs for two weeks. ",
        ),
        Example(
            "上一篇：没有了 下一篇",
            "Previous article: None Next article",
            ("Previous article: None Next article",),
            fixed="",
        ),
        Example(
            "责任编辑：周晓",
            "The fair is open.\n(Responsible editor: Zhou Xiao)",
            ("(Responsible editor: Zhou Xiao)",),
            fixed="The fair is open.\n",
        ),
        Example("", "Home > News > Local", ("Home > News > Local",), fixed=""),
        Example(
            "",
            "Copyright © 2021 Lakeside Library. All rights reserved",
            ("Copyright © 2021 Lakeside Library. All rights reserved",),
            fixed="",
        ),
        Example(
            "来源：城市报 时间：2021-03-15",
            "Source: City Daily Time: 2021-03-15",
            ("Source: City Daily Time: 2021-03-15",),
            fixed="",
        ),
        Example("相关新闻", "Related news", ("Related news",), fixed=""),
        Example("", "Scan the QR code to follow us", ("Scan the QR code to follow us",), fixed=""),
        Example("他打印了这一页，然后关闭窗口。", "He printed the page and closed the window."),
        Example("得分为3比1。", "The score was 3 to 1."),
        Example("影片由两家公司制作。", "Produced by two companies, the film opens in May."),
        Example("请分享这篇文章。", "Please share this article."),
        Example("编辑说：稿件已收到。", "The editor said: the manuscript has arrived and will be read next week."),
        Example("首页新闻", "Home news"),
        Example("（通讯员：周晓）", "(Correspondent: Zhou Xiao)"),
        Example("来源：河水发源于北方。", "Source: the river rises in the north."),
        Example("发布会于3月15日举行。", "The release was published on 15 March, at the time agreed."),
    ),
)

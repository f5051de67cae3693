"""HTML pages: the article is the text, and nothing that the page shows is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.errors import UnreadableFile
from review.texts.formats import read_text
from review.texts.formats.html import shown_blocks

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>中心召开会议-某网</title><style>a</style></head>
<body><nav><a href="/">首页</a> <a href="/n">新闻</a></nav><div class="content"><h1>中心召开会议</h1>
<p>　　3月15日，市科技中心召开年度工作会议，总结去年的工作，部署今年的任务。中心主任作了报告，各部门负责人参加会议。</p>
<p>会议指出，过去一年，中心共举办<b>各类</b>活动120场，参加人数超过<a href="x">3.5万人次</a>，成效明显。<br>会议强调，
要继续加强队伍建设，提高服务水平。</p><script>alert("脚本")</script><div style="display: none">隐藏</div>
<p>会议还对先进集体和个人进行了表彰，勉励大家再接再厉，为科普事业作出新的更大贡献。</p></div>
<footer>Produced By 某某公司</footer><!-- 注释 --></body></html>"""


@pytest.mark.parametrize(
    ("charset", "codec", "encoding"), [("gb2312", "gb18030", "gb18030"), ("utf-8", "utf-8", "utf-8")]
)
def test_the_article_is_the_text_and_the_rest_is_listed(charset: str, codec: str, encoding: str) -> None:
    text, origin = read_text(PAGE.format(charset=charset).encode(codec), "a.html")
    paragraphs = text.rstrip("\n").split("\n\n")
    assert [paragraph[:12] for paragraph in paragraphs] == [
        "中心召开会议",
        "　　3月15日，市科技中",
        "会议指出，过去一年，中心",
        "会议强调， 要继续加强队",
        "会议还对先进集体和个人进",
    ]
    assert "共举办各类活动120场，参加人数超过3.5万人次，" in paragraphs[2]
    assert (origin.format, origin.encoding) == ("html", encoding)
    assert [(out.text, out.reason) for out in origin.left_out] == [
        ("首页 新闻", "navigation"),
        ("Produced By 某某公司", "page footer"),
    ]


SHOWN = [
    ("<p>a</p>b<p>c", ["a", "b", "c"]),
    ("<p>a  <b>b</b>\n c</p>", ["a b c"]),
    ("a<br>b<hr>c", ["a", "b", "c"]),
    ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", ["a", "b", "c"]),
    ("<table><tr><td>a</td><td>b<p>c</td></tr></table>", ["a", "b", "c"]),
    ("<pre>a\n  b\n\nc</pre>", ["a", "  b", "c"]),
    ("a&nbsp;b &lt;i&gt;", ["a\u00a0b <i>"]),
    ("<div hidden>a</div><div style='DISPLAY:none'>b<p>c</p></div>d", ["d"]),
    ("a<script>b</script>c<!-- d --><style>e</style>", ["a", "c"]),
    ("<select><option>a</option></select>", ["a"]),
    ("", []),
    ("<p> </p>", []),
]


@pytest.mark.parametrize(("html", "texts"), SHOWN, ids=[row[0] for row in SHOWN])
def test_what_a_page_shows(html: str, texts: list[str]) -> None:
    assert [block.text for block in shown_blocks(html)] == texts


def test_no_entity_is_resolved_and_no_script_is_text() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>a &x; b</p><script>c</script>'
    text, _ = read_text(page.encode(), "a.html")
    assert "root:" not in text
    assert "a &x; b" in text


@pytest.mark.parametrize(
    ("html", "found"),
    [("<html><body><script>a</script></body></html>", "no text"), ("<div>" * 5000 + "a", "depth"), (" ", "no text")],
    ids=["script", "deep", "blank"],
)
def test_a_page_that_cannot_be_read_is_refused(html: str, found: str) -> None:
    with pytest.raises(UnreadableFile, match=found):
        read_text(html.encode(), "a.html")


SENTENCE = "The council met on Tuesday and discussed the plans for the new library in the old town at length."
TAGS = st.sampled_from(
    ["p", "div", "nav", "header", "footer", "aside", "li", "h1", "h2", "td", "span", "b", "br", "pre"]
)
LEAVES = st.sampled_from(
    ["a", "Home | News", "0 1 6 12", "[Print]", SENTENCE, SENTENCE + " Again.", "会议今天召开。", "&amp;", " "]
)
TREES = st.recursive(LEAVES, lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(
    lambda made: f"<{made[0]}>{' '.join(made[1])}</{made[0]}>"), max_leaves=12)  # fmt: skip


@settings(max_examples=60)
@given(TREES)
def test_each_shown_block_is_in_the_text_or_left_out(body: str) -> None:
    page = f"<html><body>{body}</body></html>"
    shown = [block.text for block in shown_blocks(page)]
    if not shown:
        return
    text, origin = read_text(page.encode(), "a.html")
    kept = [part for part in re.split(r"\n\n", text.removesuffix("\n")) if part]
    assert sorted(kept + [out.text for out in origin.left_out]) == sorted(shown)

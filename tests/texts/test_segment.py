"""Segmentation: tables of sentences by language, and the laws."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import UnknownLanguage
from review.languages import LANGUAGES
from review.texts.segment import divide, lines, segment, tabled
from review.types import Origin, Segment

# Each row is a language and a text with "|" where a segment begins.
SENTENCES = [
    # Chinese
    ("zh", "会议今天召开。|代表们出席会议。"),
    ("zh", "他说：“今天很好。”|他又说，明天也好。"),
    ("zh", "他说：“今天很好。|明天也好。”|大家都笑。"),
    ("zh", "“你要去哪里？！”他问道。|没有人回答。"),
    ("zh", "“太好了！”王老师笑着说。|同学们鼓掌。"),
    ("zh", "“收成比去年好。”李明说。|他种了三十亩水稻。"),
    ("zh", "“我们来得晚。”来自广东的小陈现在经营一家面馆，生意很好。".replace("。”", "。”|")),
    ("zh", "工作人员喊着“加油！”跑过终点。|观众很多。"),
    ("zh", "以“团结！奋进！创新”为主题的活动开幕。|市长致辞。"),
    ("zh", "“走吧！”的喊声传来。|大家出发了。"),
    ("zh", "他看过《你好！李雷》和《再见。北京》。|都不错。"),
    ("zh", "该校（成立于1950年。校址在城西。）今年招生。|人数增加。"),
    ("zh", "他来了（真的。）。|大家高兴。"),
    ("zh", "增长3.5%，达到1,200.75万元。|同比上升。"),
    ("zh", "他想了很久……没有回答；后来走了。"),
    ("zh", "“我……我不知道……”他说。|沉默。"),
    ("zh", "天气好!我们走吧?好的.|走。".replace("!", "!|").replace("?", "?|")),
    ("zh", "网址是http://example.com/a?b=c。|请查看。"),
    ("zh", "（一）提高认识。|（二）加强领导。"),
    ("zh", "一、总则\n|1.目的\n|2. 范围"),
    ("zh", "　　第一段。|第二句。\n\n　　|第三句。"),
    ("zh", "标题没有句号\n|正文在这里。"),
    ("zh", "本报北京5月3日电（记者 王小明）大会开幕。|会期三天。|(完)"),
    ("zh", "真的吗？！！|是的。。。|好。"),
    ("zh", "他说‘好。’|然后走了。"),
    ("zh", "「很好。」|她说完走了，没有回头。"),
    ("zh-Hant", "他說：「今天很好。」|我們走吧。"),
    # Japanese
    ("ja", "今日は晴れです。|明日は雨でしょう。"),
    ("ja", "彼は「そうですか。」と言った。|みんな笑った。"),
    ("ja", "「本当ですか？」と彼女は聞いた。|誰も答えない。"),
    ("ja", "本当か？と思った。|違った。"),
    ("ja", "すごい！|やった！"),
    ("ja", "3.5倍になった。|増えた。"),
    # English
    ("en", "The sun rose. |It was cold. |Nobody spoke."),
    ("en", 'He said, "It is late." |Then he left.'),
    ("en", "“It is late. |We must go,” she said. |They left."),
    ("en", '"Is it late?" he asked. |Nobody knew.'),
    ("en", '"Is it late?" Tom asked. |Nobody knew.'),
    ("en", "'Is it late?' |'It is.' |They left."),
    ("en", "She shouted “Stop! Thief!” and ran. |He fell."),
    ("en", "“We came late. ”|The shop is full."),
    ("en", "It grew 3.5 percent in the U.S. last year. |Prices fell 1.2%."),
    ("en", "He lives in the U.S. |He likes it."),
    ("en", "The U.S. Army and Acme Co. Ltd. signed No. 5 of the Jan. 3 deal. |It holds."),
    ("en", "J. K. Rowling met J.R.R. Tolkien and Mr. He at 5 p.m. on Monday. |They talked."),
    ("en", "Prof. Li and Dr. Wang, e.g. at St. Mary's, agreed. |Others (cf. Fig. 3) did not."),
    ("en", "Apples, pears, etc. are cheap. |Apples, pears, plums, etc. |They are cheap."),
    ("en", "See www.example.com/a.b?c=D. |Or write to a.b@example.com. |Thanks!"),
    ("en", "1. Open the box. |2. Read the leaflet. |3) Wait."),
    ("en", "Wait... what? |But... he left. |I thought... |Then it rained."),
    ("en", "Really?! |Yes!!! |Well."),
    ("en", "He left (it was late). |She stayed. |(She was tired.) |They slept."),
    ("en", "He (Dr. Li. You know him!) left. |She stayed."),
    ("en", "It ended here.[1] |Then it began.[2][3]"),
    ("en", "That was the end.|The next day it rained."),
    ("en", "Use Node.js or the .NET runtime. |Both work."),
    ("en", "See Appendix B. |Note that it is long. |So did Plan C. |7-bit codes remain."),
    ("en", "It is late. |iPhones ring. |“Mail” is a word."),
    ("en", "Chapter One\n|It was late. |He left."),
    ("en", "BEIJING, Feb. 11 (Xinhua) -- The team returned. |It rested."),
    ("en", "It costs $5. |20 people came in 2020. |They paid."),
    ("en", "He left … |She stayed. . . |Then it rained."),
    ("en", "Oh ! |Is that so ? |Yes ."),
    ("en", "Smile :) |More text here.".replace(":) |", ":) ")),
    ("en", 'The 5" pipe broke. |It was old.'),
    ("en", "It was the dogs' dinner. |They ate."),
    ("en", "— Where? |— Here."),
    # German
    ("de", "Er kam am 3. Mai an. |Das war früh."),
    ("de", "Es gibt z. B. Äpfel, d. h. Obst, u. a. Birnen. |Sie sind reif."),
    ("de", "Prof. Dr. Meier sprach im 19. Jahrhundert. |Ludwig XIV. war König."),
    ("de", "„Kommst du?“, fragte er. |„Ja. |Gleich.“"),
    ("de", "»Halt!« |Er blieb stehen."),
    ("de", "Das kostet 5 Mio. Euro, bzw. ca. 3,5 Mrd. Yen. |Es ist teuer."),
    ("de", "Er wurde 3. |Das freute ihn."),
    # French
    ("fr", "Quoi\u00a0! |Il est parti\u202f? |Oui."),
    ("fr", "Il dit\u00a0: «\u00a0C’est fini.\u00a0» |Puis il part."),
    ("fr", "«\u00a0Vraiment\u00a0?\u00a0» demanda-t-elle. |Personne ne répondit."),
    ("fr", "M. Dupont et Mme Durand, av. J.-C., p. ex. à Paris, etc. |Ils parlent."),
    # Spanish
    ("es", "¿Qué hora es? |¡No lo sé! |Son las tres."),
    ("es", "—¿Vienes? —preguntó ella. |—Sí. |Ahora."),
    ("es", "El Sr. García vive en EE. UU. desde 2010. |La Sra. López, no."),
    # Russian
    ("ru", "Он родился в 1990 г. в Москве, т. е. в столице. |Потом уехал."),
    ("ru", "Университет им. В. И. Ленина открыт. |Это было давно."),
    ("ru", "Цена 100 руб. |Это дорого. |Он живёт в г. Москве."),
    ("ru", "— Куда? — спросил он. |— Туда."),
    ("ru", "«Куда ты?» — спросил Иван. |Она молчала."),
    ("ru", "«Я ушёл. |Вот и всё», — сказал он. |Все молчали."),
    ("ru", "Книги, тетради и т. д. |Они лежат. |Книги и т. п. лежат."),
    # Arabic and Hebrew
    ("ar", "هل وصل القطار؟ |نعم، وصل. |شكرا!"),
    ("ar", "قال د. أحمد إن العمل انتهى. |ثم خرج."),
    ("he", 'הוא גר בארה"ב. |היא גרה בת"א. |כן.'),
    ("he", 'הוא שאל: "לאן?" |ואז הלך.'),
    ("he", '"לאן אתה הולך?" שאל דוד. |הוא לא ענה.'),
    ("he", 'היא אמרה: "אני באה. |אני כבר בדרך". |הוא חיכה.'),
    # others and the default
    ("ko", "오늘은 맑습니다. |내일은 비가 옵니다. |“정말요?”라고 물었다."),
    ("hi", "वह आया। |वह गया।"),
    ("el", "Τι είναι; |Δεν ξέρω."),
    ("pl", "Mieszka np. w Warszawie od 3 maja 2020 r. w domu. |To dobrze."),
    ("th", "วันนี้อากาศดี"),
    ("und", "One thing. |Another thing! |Third."),
    ("en", "第一句。|Second one. |第三句！|Fourth."),
]


def texts(segments: tuple[Segment, ...]) -> list[str]:
    return [found.text for found in segments]


@pytest.mark.parametrize(("lang", "marked"), SENTENCES, ids=[f"{lang}-{text[:24]}" for lang, text in SENTENCES])
def test_sentences(lang: str, marked: str) -> None:
    assert texts(segment(marked.replace("|", ""), lang)) == marked.split("|")


PARAGRAPHS = [
    ("", []),
    ("   \n", [("   \n", 0)]),
    ("\ufeff\u200b\n", [("\ufeff\u200b\n", 0)]),
    ("\n\n A.\n", [("\n\n A.\n", 0)]),
    ("A\n\n\nB", [("A\n\n\n", 0), ("B", 1)]),
    ("Aa. Bb.\r\nC\r\n\r\nD", [("Aa. ", 0), ("Bb.\r\n", 0), ("C\r\n\r\n", 1), ("D", 2)]),
    ("A\rB\u2028C\x85D", [("A\r", 0), ("B\u2028", 1), ("C\x85", 2), ("D", 3)]),
    ("A\n \u3000 \n  B ", [("A\n \u3000 \n  ", 0), ("B ", 1)]),
    ("Aa.\u200b Bb.", [("Aa.\u200b ", 0), ("Bb.", 0)]),
]


@pytest.mark.parametrize(("raw", "expected"), PARAGRAPHS, ids=[repr(raw) for raw, _ in PARAGRAPHS])
def test_paragraphs_and_white_space(raw: str, expected: list[tuple[str, int]]) -> None:
    assert [(found.text, found.paragraph) for found in segment(raw, "en")] == expected


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        segment("A.", "xx")


PIECES = st.sampled_from(
    [
        *" \t\n\r\u00a0\u3000\u200b\u2028.!?…。！？“”„\"'’«»()（）《》:：,，;；-—[]1A",
        "。”",
        "...",
        "a",
        "他说",
        "Mr.",
        "e.g.",
        "z. B.",
        "http://x.y/?A",
        "ا؟",
        'ה"ה',
        "Word",
        "т. е.",
        "🙂",
        "\ud7ff",
        "e\u0301",
    ]
)


@given(
    st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=60),
    st.sampled_from([spoken.tag for spoken in LANGUAGES]),
)
def test_the_segments_tile_the_text(raw: str, lang: str) -> None:
    text = divide(raw, lang)
    assert_tiles(text.segments, raw)
    assert all(found.text.strip() for found in text.segments[1:]), "only a blank text has a blank segment"
    for first, second in pairwise(text.segments):
        breaks = len((first.text[len(first.text.rstrip()) :] + "x").splitlines()) - 1
        assert second.paragraph - first.paragraph == (1 if breaks else 0)


def assert_tiles(segments: tuple[Segment, ...], raw: str) -> None:
    assert "".join(texts(segments)) == raw
    assert [found.index for found in segments] == list(range(len(segments)))
    assert all(raw[found.start : found.start + len(found.text)] == found.text for found in segments)


@given(st.text(alphabet="ab.\r\n\u2028\x85 ", max_size=40))
def test_lines_are_those_of_other_programs(raw: str) -> None:
    text = lines(raw, "en")
    assert_tiles(text.segments, raw)
    ending = "\n" if "\n" in raw else "\r"
    counted = raw.count(ending) + bool(raw.rpartition(ending)[2])
    assert len(text.segments) == counted
    assert [found.paragraph for found in text.segments] == list(range(counted))


@given(st.lists(st.text(alphabet="ab.\n ", max_size=5), max_size=6))
def test_tabled_keeps_one_segment_for_each_cell(cells: list[str]) -> None:
    text = tabled(cells, "en", Origin("t.csv", "csv"))
    assert text.raw == "\n".join(cells)
    assert_tiles(text.segments, text.raw)
    assert texts(text.segments) == [cell + "\n" for cell in cells[:-1]] + cells[-1:]


@pytest.mark.parametrize(
    "piece", ["字", "a", " ", ".", ". ", '"', "“", "(", "a(b. ", "! ", "? @ ", "“a。”", "a” ", "1. ", "e.g. "]
)
def test_long_lines_are_read_in_linear_time(piece: str) -> None:
    """A quadratic step would take minutes here."""
    raw = piece * (200_000 // len(piece))
    assert_tiles(segment(raw, "en"), raw)

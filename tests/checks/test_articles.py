"""What the checks say of pairs in their article, and of pairs that several checks look at."""

from __future__ import annotations

import sys

import pytest

from review.checks import flag, unbalanced_quotes
from review.types import Pair


def article(*texts: tuple[str, str], doc: str = "doc") -> list[Pair]:
    return [Pair(str(number), source, target, "zh", "en", doc) for number, (source, target) in enumerate(texts)]


def found(pairs: list[Pair], check: str) -> list[tuple[str, str]]:
    return [(finding.pair, finding.text) for finding in flag(pairs).findings if finding.check == check]


OPENING = ("他说：“我来。他也来。”", "He said, “I will come.")
CLOSING = ("大家都来。", "He will come too.”")


@pytest.mark.parametrize(
    ("pairs", "marks"),
    [
        (article(OPENING, CLOSING), []),
        (article(OPENING, ("天晴。", "It was fine."), CLOSING), []),
        (article(CLOSING, OPENING), [("0", "”"), ("1", "“")]),
        (article(OPENING, CLOSING, doc=""), [("0", "“"), ("1", "”")]),
        (article(OPENING, *[(f"第{n}天。", "Fine.") for n in range(9)], CLOSING), [("0", "“"), ("10", "”")]),
        (article(OPENING, (OPENING[0], "He will come too.”")), [("0", "“"), ("1", "”")]),
        (article(("他说：“我来。", "He said, “I will come."), ("他也来。”", "He will too.”")), []),
    ],
)
def test_a_quotation_may_close_in_a_later_pair(pairs: list[Pair], marks: list[tuple[str, str]]) -> None:
    assert found(pairs, "unbalanced-quotes") == marks


@pytest.mark.parametrize(
    ("text", "lang", "lone"),
    [
        ('He said "a", "b" and "c".', "en", ""),
        ('He said "a "b" c".', "en", ""),
        ('He said, "a.', "en", '"'),
        ("“One.\n“Two.”", "en", ""),
        ("„Eins“ und „zwei", "de", "„"),
        ("«Un» et «deux", "fr", "«"),
        ("»Eins« und »zwei", "de", "»"),
        ("”Ett” och ”två”", "sv", ""),
        ("「一」と「二", "ja", "「"),
        ('מנכ"ל החברה', "he", ""),
        ('A 27" screen', "en", ""),
        ("", "en", ""),
    ],
)
def test_quotes_without_a_partner(text: str, lang: str, lone: str) -> None:
    assert "".join(text[sign.at] for sign in unbalanced_quotes.lone(text, lang)) == lone


def test_brackets_may_close_in_a_later_pair() -> None:
    assert found(article(("（甲来。乙来。）", "(A came."), ("乙走。", "B left.)")), "unbalanced-brackets") == []


def test_furniture_is_no_extra_sentence_and_holds_no_wrong_numbers() -> None:
    flags = flag(article(("书展开幕。", "The fair is open.\n0 2 7 15"), ("", "0 3 5 17")))
    assert {(finding.pair, finding.check) for finding in flags.findings} == {
        ("0", "page-furniture"),
        ("1", "page-furniture"),
    }


def test_residue_inside_furniture_is_marked_as_well() -> None:
    flags = flag(article(("", "Produced By 示例网络 发布系统")))
    assert [(finding.check, finding.text) for finding in flags.findings] == [
        ("page-furniture", "Produced By 示例网络 发布系统"),
        ("source-script", "示例网络"),
        ("source-script", "发布系统"),
    ]


def test_a_number_finding_carries_what_was_expected_and_found_and_where() -> None:
    (finding,) = flag(article(("人口超过1200万。", "It has more than 12 billion people."))).findings
    assert (finding.text, finding.expected, finding.found) == ("12 billion", "12,000,000", "12,000,000,000")
    assert finding.counterpart is not None
    assert finding.counterpart.of("人口超过1200万。") == "1200万"
    assert finding.fixes == ("12 million",)
    assert finding.severity == "major"


def test_a_long_sentence_says_its_length() -> None:
    target = "The council " + "planted trees and " * 21 + "rested. It slept."
    (finding,) = (one for one in flag(article(("很长。它睡了。", target))).findings if one.check == "long-sentence")
    assert (finding.found, finding.expected) == ("66 words", "at most 60 words")
    assert finding.text == target.removesuffix(" It slept.")


def test_an_unknown_language_is_checked_as_far_as_it_goes() -> None:
    flags = flag([Pair("p", "源文", "The  the &nbsp; ", "tlh", "x-none")])
    assert flags.failures == ()
    assert "leaked-markup" in {finding.check for finding in flags.findings}


EDITS = (
    (0, "He said “stop and left for the theater."),
    (3, "Closed on 8 July 2023, the colour is grey."),
    (1, "Braon and others visited Mingde University."),
    (0, "He said “stop” and left."),
    (2, "Braun came (twice."),
)


def forget() -> None:
    """Forget all that the checks have kept at hand."""
    kept = (vars(module).values() for name, module in list(sys.modules.items()) if name.startswith("review.checks"))
    for value in (value for values in kept for value in list(values)):
        if hasattr(value, "cache_clear"):
            value.cache_clear()


def test_findings_on_an_edited_article_are_those_of_one_that_was_never_read_before() -> None:
    texts = [
        ("他说停，然后走了。", "He said “stop” and left for the theatre."),
        ("布劳恩访问了明德大学。", "Braun visited Mingde University."),
        ("布劳恩来过。", "Braun came twice."),
        ("7月8日闭馆，颜色是灰的。", "Closed on July 8, 2023, the color is gray."),
        ("5月5日和6月6日开放。", "Open on May 5, 2023, and June 6, 2023; colour."),
    ]
    found = [flag(article(*texts))]
    for place, target in EDITS:
        texts[place] = (texts[place][0], target)
        found.append(flag(article(*texts)))
        forget()
        assert found[-1] == flag(article(*texts))
        assert found[-1] != found[-2]

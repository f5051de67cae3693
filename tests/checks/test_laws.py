from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.checks import MODULES, PAIRWISE, flag, flag_each
from review.checks.base import AnyCheck, looked, run
from review.checks.rules import RULES, RuleSet
from review.languages import LANGUAGES
from review.types import Pair

TAGS = st.sampled_from([*(language.tag for language in LANGUAGES), "und", "zh-Hant", "tlh"])
WORDS = """the The the , . ; : ( ) [ ] “ ” " « » „ 。 ， 【 】 1 2,000 3.5 million 一亿二千万 百分之 三 点 半 微博 Home
> Print Close &nbsp; %s {0} <br> a@b.cd https://x.y/z â€™ \ufffd am May twenty one first an a hour ein und tausend
万 亿 2021年 …… ——"""
PIECES = st.sampled_from([*WORDS.split(), "", " ", "\n", "\r\n", "\t", "\u00a0", "\u3000", "\u00a0\u00a0", "\u2028"])
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=24).map(" ".join),
    st.lists(PIECES, max_size=24).map("".join),
)
OTHERS = st.lists(TEXTS, max_size=2).map(tuple)
PAIRS = st.builds(Pair, st.just("p"), TEXTS, TEXTS, TAGS, TAGS, st.sampled_from(["", "doc"]), OTHERS)
SHORT = """a . , 1 ( ) [ < > & % { \\ " “ ” 的 一 万 。 、 А â € 点 ' ’ \ufffd 1, 9. 十百 第三 a. a,b twenty- http://
www. a@ @a. a@b. Aa.Bb [Print ... &amp a- 12: 3分之 ə́ 1/ (( einund hundert https://a( 👩‍👩‍👧 a\u0301"""
SPACED = (
    "a a ",
    "the the ",
    "a b a b ",
    "one ",
    "May 1 ",
    "Print ",
    "> ",
    ". . ",
    "an a ",
    ' "a',
    "1 ",
    "1 000 ",
    " ",
    "\n",
    "\r",
    "\x00",
)
UNITS = (*SHORT.split(), *SPACED, "\u00a0", "\u3000")
LENGTH = 20_000


@given(PAIRS)
@settings(max_examples=400)
def test_findings_lie_in_the_text_and_quote_it_and_nothing_raises(pair: Pair) -> None:
    flags = flag([pair])
    assert flags.failures == ()
    for finding in flags.findings:
        assert finding.span.of(pair.text(finding.side)) == finding.text
        assert finding.text not in finding.fixes
        if finding.counterpart is not None:
            assert finding.counterpart.end <= len(pair.source)


@given(PAIRS)
@settings(max_examples=150)
def test_keys_of_a_pair_are_unique_and_the_same_every_time(pair: Pair) -> None:
    first, again = flag([pair]), flag([pair])
    assert first == again
    keys = [finding.key for finding in first.findings]
    assert len(keys) == len(set(keys))


@given(st.lists(PAIRS, max_size=4))
@settings(max_examples=60)
def test_articles_never_raise(pairs: list[Pair]) -> None:
    numbered = [
        Pair(str(number), pair.source, pair.target, pair.source_lang, pair.target_lang, pair.doc)
        for number, pair in enumerate(pairs)
    ]
    assert flag(numbered).failures == ()


@given(st.lists(st.lists(PAIRS, min_size=1, max_size=3), max_size=3))
@settings(max_examples=60)
def test_pairs_looked_at_together_are_each_seen_as_alone(groups: list[list[Pair]]) -> None:
    assert flag_each(groups) == [flag(group) for group in groups]
    pairs = [pair for group in groups for pair in group]
    assert looked(PAIRWISE, pairs) == [flags for pair in pairs for flags in looked(PAIRWISE, [pair])]


def test_long_lists_of_unlike_figures_are_read_to_the_end() -> None:
    source = " ".join(f"{number}.{number % 97}" for number in range(3000, 9000))
    target = " ".join(f"{number}.{number % 89}1" for number in range(30000, 36000))
    assert flag([Pair("p", source, target, "de", "en")]).failures == ()


@pytest.mark.parametrize(
    "figures", ["9" * 400, "一" * 400, "999 " * 200, "9" * 40, "9" * 30 + "万亿", "1," + "000," * 200]
)
def test_numbers_beyond_all_measure_are_read(figures: str) -> None:
    for source, target in ((figures, "12"), ("12", figures)):
        assert flag([Pair("p", source, target, "zh", "en"), Pair("q", source, target, "fr", "de")]).failures == ()


@pytest.mark.parametrize("check", MODULES, ids=lambda check: check.id)
def test_long_segments_of_one_kind_are_read_to_the_end(check: AnyCheck) -> None:
    """A rule that takes quadratic time does not come back from this."""
    for unit in UNITS:
        text = unit * (LENGTH // len(unit))
        for source_lang, target_lang in (("zh", "en"), ("en", "de")):
            assert run((check,), [Pair("p", text, text + " x", source_lang, target_lang)]).failures == ()


RULED = (
    "although a ",
    "the reason is ",
    "as for the, it is ",
    "of the ",
    "because, so ",
    "it is ",
    "take the ",
    "such as, ",
)


@pytest.mark.parametrize("unit", [*UNITS, *RULED])
def test_long_segments_of_one_kind_are_read_to_the_end_by_all_rules(unit: str) -> None:
    text = unit * (LENGTH // len(unit))
    assert RuleSet(RULES).every(Pair("p", text, text + " x", "zh", "en")).failures == ()

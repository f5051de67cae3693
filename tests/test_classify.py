"""What a correction's errors are guessed to be: a table of examples, and laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.classify import MOST, guesses
from review.classify.rules import RULES
from review.mqm import BY_ID
from review.types import Finding, Pair, Side, Span

EXAMPLES = (
    ("投资6.8亿元。", "It cost 6.8 billion yuan.", "It cost 680 million yuan.", "number"),
    ("3月5日开馆。", "It opened on March 4.", "It opened on March 5.", "number"),
    ("约1000人。", "About 1000 people came.", "About 1,000 people came.", "form of a number"),
    ("开放。", "The  hall is open.", "The hall is open.", "spaces"),
    ("开放。", "The hall is open .", "The hall is open.", "spaces"),
    ("开放。", "the hall is open.", "The hall is open.", "capitals"),
    ("开放。", "The Hall is open.", "A hall is open.", "capitals"),
    ("来了。", "They came，and left.", "They came, and left.", "punctuation"),
    ("来了。", 'They "came” in.', "They “came” in.", "punctuation"),
    ("成果发布。", "The 成果 were published.", "The results were published.", "left in the source language"),
    ("来了。", "The the men came.", "The men came.", "said twice"),
    ("他认为。", "He thinks he thinks so.", "He thinks so.", "said twice"),
    ("不多。", "There is much of it.", "There is not much of it.", "negation"),
    ("一本书。", "It is an book.", "It is a book.", "small words"),
    ("在周一。", "It opens in Monday.", "It opens on Monday.", "small words"),
    ("他慢慢走。", "He slowly walks home.", "He walks home slowly.", "word order"),
    ("他来了，坐下。", "He came, he sat down.", "He came. He sat down.", "punctuation"),
    ("很大。", "The hall is really large.", "The hall is large.", "needless word"),
    ("馆大。", "The hall is large with windows.", "The hall is large.", "taken out"),
    ("馆大。", "The hall of the old town by the river is large.", "The hall is large.", "phrase taken out"),
    ("旧馆大。", "The hall is large.", "The historic hall is large.", "supplied"),
    ("打印", "[Print]", "", "line taken out"),
    ("内容丰富。", "Rich in cntent.", "Rich in content.", "spelling"),
    ("开放。", "The halls opens soon.", "The halls open soon.", "form of a word"),
    ("张伟来了。", "Then Zhang Hui came.", "Then Zhang Wei came.", "name"),
    ("机器坏了。", "The fuselage broke.", "The machine broke.", "other words"),
    ("图书馆", "图书官开放。", "图书馆开放。", "other words"),
    ("图书馆", "图书馆，开放。", "图书馆。开放。", "punctuation"),
)


@pytest.mark.parametrize(("source", "before", "after", "why"), EXAMPLES)
def test_a_change_is_read_by_the_rule_that_fits(source: str, before: str, after: str, why: str) -> None:
    target = "zh" if before.startswith("图") else "en"
    assert [guess.why for guess in guesses(Pair("p", source, before, "zh", target), after)] == [why]


def test_every_rule_has_an_example_and_a_category_of_the_typology() -> None:
    told = {why for _, _, _, why in EXAMPLES}
    assert {rule.why for rule in RULES} - told == {"sentence split", "term of the glossary", "phrase supplied"}
    assert all(rule.category in BY_ID for rule in RULES)


def pair(before: str, source: str = "图书馆开放。") -> Pair:
    return Pair("p", source, before, "zh", "en")


def test_what_was_left_out_altogether_is_an_omission_of_the_source() -> None:
    (guess,) = guesses(pair(""), "The library, with all of its branches, is open.")
    assert (guess.side, guess.text, guess.category, guess.severity) == (
        "source", "图书馆开放。", "accuracy/omission", "major",
    )  # fmt: skip


def test_a_term_of_the_glossary_is_one_of_terminology() -> None:
    (guess,) = guesses(pair("The study is open."), "The library is open.", terms=("library",))
    assert guess.category.startswith("terminology/")


def test_a_term_of_the_glossary_is_only_where_it_stands() -> None:
    before, after = "They reach the center of Cloud Town.", "They reach the health center of Yunwu Township."
    told = guesses(pair(before), after, terms=("Yunwu Township",))
    assert [(guess.now, guess.why) for guess in told] == [
        ("Yunwu Township", "term of the glossary"),
        ("health ", "supplied"),
    ]


def found(text: str, quote: str, category: str, side: Side = "target") -> Finding:
    start = text.index(quote)
    return Finding("p", "c", 1, category, "major", side, Span(start, start + len(quote)), quote, "Because.")


def test_a_finding_on_the_words_lends_its_category_and_severity() -> None:
    before = "The library was deeply welcomed by the readers of the town."
    lender = found(before, "deeply welcomed", "style/unnatural or awkward")
    (guess,) = guesses(pair(before), before.replace("deeply welcomed", "warmly received"), [lender])
    assert (guess.category, guess.severity, guess.why) == ("style/unnatural or awkward", "major", "Because.")
    assert guess.span == lender.span


def test_a_finding_elsewhere_or_on_the_whole_sentence_lends_nothing() -> None:
    before = "The library of the town by the river was opened in the presence of many readers."
    after = before.replace("river", "lake")
    for quote in ("many readers", before):
        (guess,) = guesses(pair(before), after, [found(before, quote, "style/bad sentence structure")])
        assert guess.why == "other words", quote


def test_several_changes_of_what_a_finding_marks_are_one_error() -> None:
    before, after = "The wet and too dim hall is open.", "The damp and too dark hall is open."
    lender = found(before, "wet and too dim", "style/unnatural or awkward")
    assert [guess.why for guess in guesses(pair(before), after)] == ["other words", "other words"]
    assert [guess.span for guess in guesses(pair(before), after, [lender])] == [lender.span]


def test_a_finding_on_the_source_lends_to_what_is_supplied() -> None:
    source = "图书馆及分馆开放。"
    lender = found(source, "及分馆", "accuracy/omission", "source")
    (guess,) = guesses(pair("The library is open.", source), "The library with its branches is open.", [lender])
    assert (guess.side, guess.text) == ("source", "及分馆")


def test_several_changes_are_several_errors_the_gravest_first_then_the_largest() -> None:
    before = "the fuselage broke , and the people in the hall was afraid of 3 things."
    after = "The machine broke, and the people in the hall were afraid of 4 things."
    told = guesses(pair(before), after)
    assert [guess.why for guess in told] == ["number", "other words", "small words", "spaces"]
    assert len(told) == MOST


def test_what_is_on_record_is_not_guessed_again() -> None:
    before = "The fuselage broke, and 3 people came."
    after = "The machine broke, and 4 people came."
    assert [guess.text for guess in guesses(pair(before), after, marked=[Span(4, 12)])] == ["3"]


def test_words_that_changed_their_place_are_one_error() -> None:
    before = "In the town yesterday the mayor of all the people spoke."
    after = "In the town the mayor of all the people spoke yesterday."
    assert [guess.why for guess in guesses(pair(before), after)] == ["word order"]


TEXTS = st.text(st.sampled_from("ab A.,1 2的了馆é"), max_size=24)


@given(TEXTS, TEXTS)
def test_guesses_quote_the_texts_and_do_not_overlap(before: str, after: str) -> None:
    read = pair(before)
    told = guesses(read, after)
    assert len(told) <= MOST
    assert bool(told) == (before != after)
    for guess in told:
        assert guess.span.of(read.text(guess.side)) == guess.text
        assert guess.category in BY_ID
    places = [guess.span for guess in told if len(guess.span)]
    assert not any(one.overlaps(other) for n, one in enumerate(places) for other in places[:n])
    assert guesses(read, after) == told


GAINED = [
    ("zh", "图书馆每天九点准时开门。", "The library opens at nine.", "The library opens punctually at nine.", "准时"),
    ("zh", "市长和教师参加了会议。", "The mayor attended.", "The mayor and teachers attended.", "教师"),
    ("zh", "<b>古老</b>的𠮷桥很长。", "The bridge is long.", "The ancient bridge is long.", "古老"),
    ("de", "Das alte Museum ist offen.", "The museum is open.", "The old museum is open.", "alte"),
    (
        "fr",
        "Le vieux pont et la grande tempête.",
        "The old bridge and storm.",
        "The old bridge and great storm.",
        "grande",
    ),
    ("zh", "大桥很大。", "The big bridge is long.", "The big bridge is big long.", ""),  # another word renders it
    ("zh", "旧馆大。", "The hall is large.", "The historic hall is large.", ""),  # no list has the word
    ("xx", "Qwer tyui.", "Asdf.", "Asdf hjkl zxcv.", ""),
    ("zh", "", "The hall.", "The old hall.", ""),
]


@pytest.mark.parametrize(("lang", "source", "before", "after", "words"), GAINED)
def test_what_is_supplied_was_left_out_of_the_source(
    lang: str, source: str, before: str, after: str, words: str
) -> None:
    (guess,) = guesses(Pair("p", source, before, lang, "en"), after)
    assert guess.category == "accuracy/omission"
    assert (guess.side, guess.text) == (("source", words) if words else ("target", ""))
    assert guess.span.of(source if words else before) == guess.text


def test_two_words_supplied_are_two_omissions() -> None:
    pair = Pair("p", "图书馆每天上午九点准时开门。", "The library opens at nine.", "zh", "en")
    found = guesses(pair, "The library opens punctually at nine every morning.")
    assert [(each.text, each.now.strip()) for each in found] == [("每天上午", "every morning"), ("准时", "punctually")]

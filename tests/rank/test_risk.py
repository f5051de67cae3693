from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.rank import by_findings, documents, explained, risk
from review.types import Finding, Pair, Severity, Span

SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")


def finding(
    severity: Severity = "minor", score: float = 0.5, category: str = "fluency/grammar", check: str = "made-up"
) -> Finding:
    return Finding("p", check, 1, category, severity, "target", Span(0, 1), "x", "A reason.", score=score)


def pair(target: str, lang: str = "en") -> Pair:
    return Pair("p", "原文", target, "zh", lang)


FINDINGS = st.builds(
    finding, st.sampled_from(SEVERITIES), st.floats(0, 1), st.sampled_from(["fluency/grammar", "source issue"])
)


@given(st.text(max_size=200), st.lists(FINDINGS, max_size=8), FINDINGS)
def test_one_finding_more_never_lowers_the_risk(target: str, findings: list[Finding], more: Finding) -> None:
    before, after = risk(pair(target), findings), risk(pair(target), [*findings, more])
    assert 0.0 <= before <= after <= 1.0


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ([], [finding()]),
        ([finding("minor")], [finding("major")]),
        ([finding("major")], [finding("critical")]),
        ([finding(score=0.2)], [finding(score=0.9)]),
        ([finding()], [finding(), finding(check="another")]),
    ],
)
def test_more_and_graver_findings_weigh_more(lower: list[Finding], higher: list[Finding]) -> None:
    assert by_findings(lower) < by_findings(higher)


def test_a_check_without_a_record_counts_more_than_one_that_was_often_wrong() -> None:
    known, unknown = finding("major", 0.81, check="negation"), finding("major", 0.81, check="made-up")
    assert by_findings([known]) == pytest.approx(0.36)
    assert by_findings([unknown]) == pytest.approx(0.675)


@pytest.mark.parametrize(
    ("category", "weight"),
    [("accuracy/mistranslation", 0.4), ("terminology", 0.4), ("fluency/spelling", 0.12), ("style/awkward", 0.03)],
)
def test_what_a_minor_finding_weighs_hangs_on_its_category(category: str, weight: float) -> None:
    assert by_findings([finding("minor", 1.0, category)]) == pytest.approx(weight)


def test_a_check_counts_once_in_a_pair_by_its_weightiest_finding() -> None:
    assert by_findings([finding("minor"), finding("major"), finding("minor")]) == by_findings([finding("major")])


@pytest.mark.parametrize(
    "harmless", [finding("neutral"), finding("major", category="source issue"), finding(score=0.0)]
)
def test_what_does_not_count_against_the_translation_weighs_nothing(harmless: Finding) -> None:
    assert by_findings([harmless]) == 0.0


def test_an_empty_target_is_judged_by_its_findings_alone() -> None:
    assert risk(pair(""), []) == 0.0
    assert risk(pair(""), [finding("major", 0.9)]) > 0.5


SHORT = pair("The cat sat on the mat.")
LONG = pair(
    "The committee, which had been set up to look into the matter, said that the funds, most of them, had been lost."
)


def test_a_long_segment_is_riskier_and_the_reasons_say_so() -> None:
    source = "为调查此事而成立的委员会表示，大部分资金已经流失，相关责任人将被依法追究，"
    long = Pair("p", source * 3, LONG.target * 3, "zh", "en")
    short = Pair("p", "猫坐在垫子上。", SHORT.target, "zh", "en")
    assert risk(long, []) > risk(short, [])
    assert explained(long, []).reasons[0].weight >= explained(long, []).reasons[-1].weight
    assert any(reason.phrase.startswith("long or hard source") for reason in explained(long, []).reasons)


TAGS = ("en", "zh", "ja", "ru", "he", "tlh", "und", "de-AT")


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(TAGS))
def test_any_texts_of_any_languages_have_a_risk_and_points(source: str, target: str, lang: str) -> None:
    told = explained(Pair("p", source, target, lang, "en"), [])
    assert 0.0 <= told.value <= 1.0
    assert 0.0 <= told.points <= 25.0
    assert told.value == risk(Pair("p", source, target, lang, "en"), [])


def test_a_finding_is_a_reason_in_its_own_words() -> None:
    assert "A reason." in [reason.phrase for reason in explained(SHORT, [finding("major", 0.9)]).reasons]


def test_points_rise_with_findings() -> None:
    assert explained(SHORT, [finding("major", 0.9)]).points > explained(SHORT, []).points


def test_disagreement_with_other_translations_raises_the_risk_and_names_the_words() -> None:
    source, target = "猫坐在垫子上。", "The tiger slept below the carpet."
    agreeing = Pair("p", source, target, "zh", "en", alternatives=(target, target))
    alone = Pair("p", source, target, "zh", "en", alternatives=("The cat sat on the mat.", "A cat sat on the mat."))
    assert risk(alone, []) > risk(agreeing, [])
    phrases = [reason.phrase for reason in explained(alone, []).reasons]
    assert any("tiger" in phrase for phrase in phrases)


def test_a_document_begins_anew_where_its_first_source_comes_again() -> None:
    easy = [Pair("a", "你好。", "Hello.", "zh", "en"), Pair("b", "谢谢你。", "Thank you.", "zh", "en")]
    hard = [Pair("c", "你好。", "Zyzzyva.", "zh", "en"), Pair("d", "谢谢你。", "Quaquaversal.", "zh", "en")]
    first, second, third, fourth = documents([*easy, *hard])
    assert first == second
    assert third == fourth
    assert first != third
    assert first == documents(easy)[0]


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3), st.sampled_from(TAGS))
def test_any_alternatives_will_do(target: str, alternatives: list[str], lang: str) -> None:
    told = explained(Pair("p", "他买了骆驼。", target, "zh", lang, alternatives=tuple(alternatives)), [])
    assert 0.0 <= told.value <= 1.0


@pytest.mark.parametrize("blank", ["", " ", "—", "123", "骆驼"])
def test_an_alternative_without_words_is_no_evidence(blank: str) -> None:
    one = Pair("p", "他买了骆驼。", "He bought a camel.", "zh", "en", alternatives=("He got a camel.",))
    two = Pair("p", "他买了骆驼。", "He bought a camel.", "zh", "en", alternatives=("He got a camel.", blank))
    if not blank.strip():
        assert risk(two, []) == risk(one, [])
    assert 0.0 < risk(two, []) < 1.0


def test_beside_alternatives_major_accuracy_findings_count_less_and_no_other_do() -> None:
    lost, wrong = (finding("major", 1.0, of, "negation") for of in ("accuracy/omission", "fluency/grammar"))
    assert by_findings([lost], beside=True) < by_findings([lost])
    assert by_findings([wrong], beside=True) == by_findings([wrong])


def test_the_headline_of_a_document_is_riskier_for_it_and_says_so() -> None:
    told = [Pair("a", "大桥建成通车", "Bridge opens", "zh", "en"), Pair("b", "大桥建成了。", "It opened.", "zh", "en")]
    first, second = documents(told)
    headline = "a headline, which says much in few words"
    assert headline in [reason.phrase for reason in explained(told[0], [], first).reasons]
    assert headline not in [reason.phrase for reason in explained(told[0], [], second).reasons]
    assert risk(told[0], [], first) > risk(told[0], [], second)


def test_a_document_that_others_render_at_greater_length_is_riskier() -> None:
    long = "The bridge, which took three years to build, was opened to traffic this morning."
    short = [Pair("a", "大桥通车了。", "It opened.", "zh", "en", alternatives=(long, long))] * 3
    alike = [Pair("a", "大桥通车了。", long, "zh", "en", alternatives=(long, long))] * 3
    asked = Pair("a", "大桥通车了。", "The bridge opened.", "zh", "en", alternatives=(long,))
    assert risk(asked, [], documents(short)[0]) > risk(asked, [], documents(alike)[0])

from __future__ import annotations

from pathlib import Path

import pytest

from review.checks import flag
from review.checks.rules import CHECKS, FILES, RULES, SHIPPED, Rule, RuleSet, measured, read_rules
from review.checks.rules.document import markdown
from review.mqm import BY_ID
from review.types import Pair

ROOT = Path(__file__).parents[3]
BY_NAME = {rule.id: rule for rule in RULES}
TEXTS = [example.pair for rule in RULES for example in rule.examples]


def made(pattern: str, **changes: object) -> Rule:
    values = {"id": "made", "name": "Made up", "subject": "Made up", "pattern": pattern, "reason": "Made up."} | changes
    return Rule(**values)  # type: ignore[arg-type]


def pair(target: str, source: str = "原文。", name: str = "p") -> Pair:
    return Pair(name, source, target, "zh", "en")


def found(rule: Rule, target: str, source: str = "原文。") -> list[str]:
    return [finding.text for finding in RuleSet([rule]).look(pair(target, source)).findings]


def test_there_are_rules_enough() -> None:
    assert len(RULES) >= 120
    assert len(FILES) >= 10
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_patterns_and_rewrites_of_a_file_are_right(path: Path) -> None:
    assert read_rules(path.read_text(encoding="utf-8"), path.name).rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_all_that_a_reader_needs(rule: Rule) -> None:
    assert rule.category in BY_ID
    assert rule.advice
    assert rule.subject
    assert rule.reason.endswith((".", "?"))
    assert sum(bool(example.marked) for example in rule.examples) >= 2
    assert sum(not example.marked for example in rule.examples) >= 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_that_is_run_with_the_others_finds_what_it_finds_alone(rule: Rule) -> None:
    together = RuleSet(RULES)
    for text in (example.pair for example in rule.examples):
        alone = [mark.span for mark in rule.find(text)]
        assert [finding.span for finding in together.every(text).findings if finding.check == rule.id] == alone


def test_words_leave_out_no_match() -> None:
    """On each text all rules are tried, those too that no word speaks for."""
    together = RuleSet(RULES)
    for text in TEXTS[::9]:
        tried = {
            (rule.id, mark.span)
            for rule, check in zip(RULES, CHECKS, strict=True)
            if check.reads(text)
            for mark in rule.find(text)
        }
        assert {(finding.check, finding.span) for finding in together.every(text).findings} == tried


def test_what_was_measured_is_of_these_rules() -> None:
    assert set(measured()) == set(BY_NAME)
    useless = [rule for rule, seen in measured().items() if not seen.on]
    assert 10 <= len(useless) <= len(RULES) // 4
    assert not any(BY_NAME[rule].on for rule in useless)
    assert {rule.id for rule in SHIPPED.rules} == {rule.id for rule in RULES if rule.on}


def test_a_finding_names_its_rule() -> None:
    (finding,) = flag([pair("They deeply studied it.")]).findings
    assert (finding.check, finding.text, finding.fixes) == ("deeply-verb", "deeply studied", ("studied",))


def test_advice_is_given_where_there_is_more_than_one_finding() -> None:
    once = "They made a decision to wait."
    assert flag([pair(once)]).findings == ()
    both = flag([pair(f"{once} They made efforts to help.")]).findings
    ruled = [finding.check for finding in both if finding.check in BY_NAME]
    assert ruled == ["make-a-decision-to", "make-efforts"]


def test_of_findings_inside_one_another_the_longest_stands() -> None:
    short, long = made("big dog", id="short"), made("the big dog barked", id="long")
    assert [f.check for f in RuleSet([short, long]).look(pair("Then the big dog barked. A big dog.")).findings] == [
        "long",
        "short",
    ]


@pytest.mark.parametrize(
    ("changes", "source", "marked"),
    [
        ({"when": "狗"}, "一条狗。", True),
        ({"when": "狗"}, "一只猫。", False),
        ({"unless": "狗"}, "一条狗。", False),
        ({"unless": "狗"}, "一只猫。", True),
        ({"when": "狗|犬", "unless": "大"}, "大犬。", False),
    ],
)
def test_conditions_are_on_the_other_side(changes: dict[str, str], source: str, marked: bool) -> None:
    assert bool(found(made("dog", **changes), "A dog.", source)) == marked


@pytest.mark.parametrize(
    ("pattern", "text", "marked"),
    [
        ("dog", "Dogs, dog, hot-dog, doglike", ["dog"]),
        ("hot dog", "A hot\u00a0\u00a0dog, hot\ndog", ["hot\u00a0\u00a0dog"]),
        (
            "<carry> on",
            "He carries on, carried on, is carrying on, carryon",
            ["carries on", "carried on", "carrying on"],
        ),
        ("{det} dog", "A dog, their dog, dog", ["A dog", "their dog"]),
        ("after, \\Kso", "After, so it is", ["so"]),
    ],
)
def test_the_language_of_patterns(pattern: str, text: str, marked: list[str]) -> None:
    assert found(made(pattern), text) == marked


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("A new idea.", ()),
        ("The new idea.", ("idea",)),
        ("An old plan, an old idea.", ("idea",)),
        ("New idea.", ("Idea",)),
    ],
)
def test_a_fix_suits_the_article_before_it(text: str, fixes: tuple[str, ...]) -> None:
    (mark,) = made("(?:new|old) (?<n>idea)", rewrite=r"\g<n>").find(pair(text))
    assert mark.fixes == fixes


def test_a_rule_may_look_at_the_source() -> None:
    rule = made("党", side="source", unless="Party", target_langs=())
    (finding,) = RuleSet([rule]).look(pair("The group met.", "党开会。")).findings
    assert (finding.side, finding.text) == ("source", "党")
    assert not RuleSet([rule]).look(pair("The Party met.", "党开会。")).findings


def test_a_pattern_that_takes_too_long_is_a_failure_and_is_given_up() -> None:
    slow, quick = made(r"(?:a|a|aa)+b", id="slow"), made("end", id="quick")
    together = RuleSet([slow, quick])
    for number in range(5):
        flags = together.look(pair("a" * 80 + " end", name=str(number)))
        assert [failure.check for failure in flags.failures] == ["slow"]
        assert [finding.check for finding in flags.findings] == ["quick"]
    assert "not tried again" in flags.failures[0].reason


def test_the_documentation_is_up_to_date() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == markdown()

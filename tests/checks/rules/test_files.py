from __future__ import annotations

import pytest

from review.checks.rules.files import read_rules
from review.errors import UnreadableFile
from review.types import Pair

RULE = '[[rule]]\nid = "dog"\nphrase = "hot dog"\nreason = "No dogs."\n'


def test_a_file_of_rules() -> None:
    head = 'on = ["one"]\noff = ["two"]\nseverity = "major"\n'
    file = read_rules(head + RULE + 'rewrite = "sausage"\n', "rules.toml", prefix="user-")
    (rule,) = file.rules
    assert (file.on, file.off) == (frozenset({"one"}), frozenset({"two"}))
    assert (rule.id, rule.severity, rule.subject) == ("user-dog", "major", "")
    (mark,) = rule.find(Pair("p", "源", "A Hot dog. A hotdog.", "zh", "en"))
    assert mark.fixes == ("Sausage",)


@pytest.mark.parametrize(
    ("given", "name"), [("", "Dog"), ('name = "Food: hot dog"\n', "Food: hot dog"), ('name = "<b>"\n', "<b>")]
)
def test_a_rule_without_a_name_is_named_by_its_id(given: str, name: str) -> None:
    (rule,) = read_rules(RULE + given, "rules.toml", prefix="user-").rules
    assert (rule.name, rule.check().name) == (name, name)


@pytest.mark.parametrize("phrase", ["a.b", "(x)", "{det}", "<carry>", "C++", "a|b", "¥5", "Ltd."])
def test_a_phrase_is_found_as_it_stands(phrase: str) -> None:
    (rule,) = read_rules(f'[[rule]]\nid = "it"\nreason = "So."\nphrase = "{phrase}"\n', "f").rules
    marks = list(rule.find(Pair("p", "源", f"Say {phrase} twice.", "zh", "en")))
    assert [mark.span.of(f"Say {phrase} twice.") for mark in marks] == [phrase]


def test_an_empty_file_has_no_rules() -> None:
    assert read_rules("", "rules.toml").rules == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("rule = 1", r"f, rule: .*expected \[\[rule\]\] tables"),
        ("[[rule", r"f, the file itself: .*expected TOML"),
        ('colour = "red"', r"f, the head: 'colour'; expected one of"),
        ('on = "one"', r"f, the head: on = 'one'; expected a list of texts"),
        ("[[rule]]\n", r"f, rule 1: id = ''; expected an id"),
        ('[[rule]]\nid = "Dog"\n', r"f, rule 'Dog': id = 'Dog'; expected an id"),
        ('[[rule]]\nid = "dog"\nphrase = "x"\n', r"f, rule 'dog': no reason"),
        ('[[rule]]\nid = "dog"\nreason = "x"\n', r"f, rule 'dog': both or none of phrase and pattern"),
        (RULE + 'pattern = "x"\n', r"both or none of phrase and pattern"),
        (RULE.replace("hot dog", " "), r"rule 'dog': an empty pattern"),
        (
            RULE.replace("phrase", "pattern").replace("hot dog", "(x"),
            r"rule 'dog': pattern = '\(x': .*regular expression",
        ),
        (RULE.replace("phrase", "pattern").replace("hot dog", "{cats}"), r"the word class {cats} is not known"),
        (RULE + 'when = "["\n', r"rule 'dog': when = '\['"),
        (RULE + 'rewrite = "<use:v>"\n', r"rule 'dog': group 'v' in the rewrite; expected a group"),
        (RULE + "rewrite = '\\3'\n", r"group '3' in the rewrite"),
        (RULE + 'severity = "bad"\n', r"severity = 'bad'; expected one of neutral, minor"),
        (RULE + 'category = "bad"\n', r"category = 'bad'; expected one of accuracy"),
        (RULE + 'side = "left"\n', r"side = 'left'; expected target or source"),
        (RULE + "score = 3\n", r"score = 3; expected a number above 0"),
        (RULE + "case = 1\n", r"case = 1; expected true or false as case"),
        (RULE + "name = 1\n", r"name = 1; expected a text"),
        (RULE + 'name = " "\n', r"rule 'dog': an empty name; expected a few words, or no name"),
        (RULE + 'colour = "red"\n', r"rule 'dog': 'colour'; expected one of"),
        (RULE + 'hits = ["no mark"]\n', r"the hit 'no mark' without brackets"),
        (RULE + RULE, r"rule 'dog': two rules of this id"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(content: str, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        read_rules(content, "f")

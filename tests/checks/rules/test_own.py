from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import tomlkit

from review import rulebook
from review.checks.rules import RULES, SHIPPED
from review.checks.rules.own import add_rule, all_rules, drop_rule, own_phrases, rule_of, rules_in_use, switch_off
from review.cli import app
from review.errors import UnreadableFile
from review.types import Pair

PHRASE = {"phrase": "hill town", "reason": "House style."}
OFF = next(rule.id for rule in RULES if not rule.on)
ON = next(rule.id for rule in RULES if rule.on)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "house" / "rules.toml"


def pair(target: str) -> Pair:
    return Pair("p", "丘镇。", target, "zh", "en")


def found(path: Path, target: str) -> list[tuple[str, str]]:
    return [(finding.check, finding.text) for finding in rules_in_use(path).look(pair(target)).findings]


def test_without_a_file_ours_are_used(path: Path) -> None:
    assert rules_in_use(path) is SHIPPED
    assert all_rules(path) == RULES


def test_a_rule_is_added_and_used(path: Path) -> None:
    assert add_rule(path, PHRASE) == "own-hill-town"
    assert add_rule(path, PHRASE) == "own-hill-town"
    assert add_rule(path, {**PHRASE, "severity": "major"}) == "own-hill-town-2"
    assert drop_rule(path, {**PHRASE, "severity": "major"})
    assert not drop_rule(path, {**PHRASE, "severity": "major"})
    assert own_phrases(path) == {"hill town"}
    assert add_rule(path, {"phrase": "丘镇", "side": "source", "reason": "A town."}) == "own-phrase"
    assert found(path, "In Hill Town.") == [("own-hill-town", "Hill Town"), ("own-phrase", "丘镇")]
    assert rules_in_use(path) is rules_in_use(path)
    (german,) = rules_in_use(path).look(Pair("p", "源", "Bei Hill Town.", "zh", "de")).findings
    assert german.check == "own-hill-town"


def test_what_the_user_wrote_stays_in_the_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('# ours\nseverity = "major"\n\n[[rule]] # first\nid = "a"\nphrase = "x"\nreason = "x"\n', "utf-8")
    add_rule(path, PHRASE)
    written = path.read_text(encoding="utf-8")
    assert written.startswith('# ours\nseverity = "major"\n\n[[rule]] # first\n')
    assert [rule.severity for rule in all_rules(path)[-2:]] == ["major", "major"]


def test_a_rule_is_told_by_the_name_that_the_file_gives_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTREVIEW_RULES", str(path))
    add_rule(path, PHRASE)
    assert rulebook.name_of("own-hill-town") == "Hill town"
    named = path.read_text(encoding="utf-8") + 'name = "Town: “Hilltown”"\n'
    path.write_text(named, encoding="utf-8")
    assert rulebook.name_of("own-hill-town") == "Town: “Hilltown”"
    assert all_rules(path)[-1].name == "Town: “Hilltown”"
    assert rulebook.name_of("own-of-another-day") == "Of another day"
    assert add_rule(path, PHRASE) == "own-hill-town"
    path.write_text("[[rule", encoding="utf-8")
    assert rulebook.name_of("own-hill-town") == "Hill town"
    path.write_text(named, encoding="utf-8")
    assert drop_rule(path, PHRASE)


def test_rules_are_switched(path: Path) -> None:
    add_rule(path, PHRASE)
    usual = {rule.id for rule in RULES if not rule.on}
    switch_off(path, {ON, "own-hill-town"} | usual - {OFF})
    states = {rule.id: rule.on for rule in all_rules(path)}
    assert (states[ON], states[OFF], states["own-hill-town"]) == (False, True, False)
    assert found(path, "In Hill Town.") == []
    assert next(rule.lone for rule in all_rules(path) if rule.id == OFF)
    switch_off(path, usual)
    assert found(path, "In Hill Town.") == [("own-hill-town", "Hill Town")]
    assert tomlkit.parse(path.read_text(encoding="utf-8"))["on"] == []


def test_a_file_that_changes_is_read_again(path: Path) -> None:
    add_rule(path, PHRASE)
    first = rules_in_use(path)
    path.write_text('[[rule]]\nid = "b"\nphrase = "y z"\nreason = "x"\n', encoding="utf-8")
    assert rules_in_use(path).digest != first.digest
    assert found(path, "A y z in Hill Town.") == [("own-b", "y z")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'on = ["no-such-rule"]', "on and off: 'no-such-rule'; expected ids of rules"),
        (b"\xff\xfe", "byte 0: bytes that are no UTF-8"),
        (b"[[rule]]\nid = 1\n", "rule 1: id = 1; expected a text"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(path: Path, content: bytes, message: str) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=message):
        rules_in_use(path)
    with pytest.raises(UnreadableFile, match=message):
        add_rule(path, PHRASE)
    assert path.read_bytes() == content


def test_a_rule_that_is_wrong_is_not_written(path: Path) -> None:
    with pytest.raises(UnreadableFile, match="when = '\\('"):
        add_rule(path, PHRASE | {"when": "("})
    assert not path.exists()


def test_a_rule_that_is_too_slow_is_not_tried_for_long() -> None:
    rule = rule_of({"id": "slow", "pattern": "(?:a|a|aa)+b", "reason": "Slow."})
    with pytest.raises(UnreadableFile, match="expected a pattern that is quick"):
        rulebook.findings_of(rule, [pair("a" * 80)])


def test_the_command_line_takes_a_file_of_rules(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_rule(path, PHRASE)
    pairs = path.with_name("pairs.jsonl")
    line = {"id": "1", "source": "丘镇。", "target": "In Hill Town.", "source_lang": "zh", "target_lang": "en"}
    pairs.write_text(json.dumps(line), encoding="utf-8")
    app(["check", str(pairs), "--rules", str(path)], standalone_mode=False)
    (flag,) = json.loads(capsys.readouterr().out)["flags"]
    assert (flag["check"], flag["text"]) == ("own-hill-town", "Hill Town")
    with pytest.raises(UnreadableFile, match="no such file"):
        app(["check", str(pairs), "--rules", os.devnull + "x"], standalone_mode=False)

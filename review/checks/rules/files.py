"""Rules read from TOML: ours, which lie beside this file, and the user's, which have the same form.

The head of a file says what its rules have in common, and each `[[rule]]` what is its own. Examples are lines: in
`hits` what is marked stands in square brackets, and behind ` => ` what the text becomes; a source may stand before
` | `.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import regex

from review.checks.base import Example
from review.checks.rules.pattern import compiled, expanded
from review.checks.rules.rewrite import VERB
from review.checks.rules.rule import LIKELY, Rule
from review.errors import UnreadableFile
from review.mqm import BY_ID

TEXTS = frozenset(
    (
        *("id", "subject", "name", "pattern", "phrase", "reason", "rewrite", "when", "unless", "side"),
        *("category", "severity", "advice"),
    )
)
LISTS = frozenset(("source_langs", "target_langs", "hits", "clean"))
OTHERS: dict[str, tuple[tuple[type, ...], str]] = {
    "case": ((bool,), "true or false"),
    "on": ((bool,), "true or false"),
    "score": ((int, float), "a number"),
    "version": ((int,), "a whole number"),
}
HEAD = frozenset(("subject", "advice", "category", "severity", "source_langs", "target_langs"))
ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
BRACKETS = re.compile(r"\[([^\[\]]*)\]")
SOURCE = "源文。"
"""The source of an example that tells none."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """What a file of rules holds: its rules, and which of ours it switches on and off."""

    rules: tuple[Rule, ...] = ()
    on: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()


def read_rules(content: str, name: str, *, prefix: str = "", tried: bool = False) -> RuleFile:
    """The rules of a file; `prefix` is put before the ids of a user's, which are for any language unless they say so.
    Patterns are compiled, unless they were `tried` before.
    Raises UnreadableFile, which says in which rule what was found and what was expected.
    """
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile(name, "the file itself", str(error), "TOML with [[rule]] tables") from error
    tables = table.pop("rule", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise UnreadableFile(name, "rule", "a value", "[[rule]] tables")
    switched = {switch: frozenset(_list(table.pop(switch, []), name, "the head", switch)) for switch in ("on", "off")}
    _expect_known(table, HEAD, name, "the head")
    whole = [{**table, **each} for each in tables]
    rules = tuple(_rule(each, name, number, prefix) for number, each in enumerate(whole, start=1))
    if not tried:
        for each in whole:
            _expect_patterns(each, name, f"rule {each['id']!r}")
    ids = [rule.id for rule in rules]
    if twice := sorted({rule for rule in ids if ids.count(rule) > 1}):
        raise UnreadableFile(name, f"rule {twice[0]!r}", "two rules of this id", "an id of its own for each rule")
    return RuleFile(rules, switched["on"], switched["off"])


def _rule(table: Mapping[str, Any], name: str, number: int, prefix: str) -> Rule:
    place = f"rule {table['id']!r}" if isinstance(table.get("id"), str) else f"rule {number}"
    _expect_known(table, TEXTS | LISTS | OTHERS.keys(), name, place)
    for key, value in table.items():
        _expect_kind(key, value, name, place)
    _expect_values(table, name, place)
    values = {key: value for key, value in table.items() if key in {field.name for field in fields(Rule)}}
    values["pattern"] = table.get("pattern") or phrase_pattern(table["phrase"])
    values["id"] = prefix + table["id"]
    values.setdefault("name", in_words(table["id"]))
    for key in ("source_langs", "target_langs"):
        if key in table:
            values[key] = tuple(table[key])
    values.setdefault("subject", "")
    if prefix:
        values.setdefault("target_langs", ())
    values.setdefault("score", LIKELY[table.get("severity", "neutral")])
    langs = tuple((values.get(key) or ("en",))[0] for key in ("source_langs", "target_langs"))
    try:
        values["examples"] = tuple(_examples(table, (langs[0] if values.get("source_langs") else "zh", langs[1])))
    except ValueError as error:
        raise UnreadableFile(name, place, str(error), "as many [marks] in the text as it says") from error
    return Rule(**values)


def in_words(id_: str) -> str:
    """The id of a rule as a name, for a rule that is given none."""
    return id_.replace("-", " ").capitalize()


def phrase_pattern(phrase: str) -> str:
    """The pattern of a phrase to be found as it stands."""
    literal: str = regex.escape(" ".join(phrase.split()), special_only=True, literal_spaces=True)
    return literal.replace("<", "[<]")


def _expect_known(table: Mapping[str, Any], known: frozenset[str] | set[str], name: str, place: str) -> None:
    if unknown := sorted(table.keys() - known):
        raise UnreadableFile(name, place, f"{unknown[0]!r}", f"one of {', '.join(sorted(known))}")


def _expect_kind(key: str, value: object, name: str, place: str) -> None:
    if key in LISTS:
        _list(value, name, place, key)
    elif key in TEXTS and not isinstance(value, str):
        raise UnreadableFile(name, place, f"{key} = {value!r}", f"a text as {key}")
    elif key in OTHERS and not isinstance(value, OTHERS[key][0]):
        raise UnreadableFile(name, place, f"{key} = {value!r}", f"{OTHERS[key][1]} as {key}")


def _list(value: object, name: str, place: str, key: str) -> Sequence[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise UnreadableFile(name, place, f"{key} = {value!r}", f"a list of texts as {key}")
    return value


def _expect_values(table: Mapping[str, Any], name: str, place: str) -> None:
    def expect(right: bool, found: str, expected: str) -> None:
        if not right:
            raise UnreadableFile(name, place, found, expected)

    expect(bool(ID.fullmatch(table.get("id", ""))), f"id = {table.get('id', '')!r}", "an id such as empty-phrase")
    expect(bool(table.get("name", "none").strip()), "an empty name", "a few words, or no name")
    expect(bool(table.get("reason", "").strip()), "no reason", "a reason in one sentence")
    expect(("pattern" in table) != ("phrase" in table), "both or none of phrase and pattern", "one of them")
    expect(bool((table.get("pattern") or table.get("phrase", "")).strip()), "an empty pattern", "what to look for")
    side, severity, kind = table.get("side", "target"), table.get("severity", "neutral"), table.get("category")
    expect(side in ("target", "source"), f"side = {side!r}", "target or source")
    expect(severity in LIKELY, f"severity = {severity!r}", f"one of {', '.join(LIKELY)}")
    expect(kind is None or kind in BY_ID, f"category = {kind!r}", f"one of {', '.join(BY_ID)}")
    expect(0 < table.get("score", 0.5) <= 1, f"score = {table.get('score')!r}", "a number above 0, at most 1")


def _expect_patterns(table: Mapping[str, Any], name: str, place: str) -> None:
    for key in ("pattern", "when", "unless"):
        _expect_pattern(table.get(key, ""), key, name, place)
    _expect_rewrite(table, name, place)


def _expect_pattern(pattern: str, key: str, name: str, place: str) -> None:
    try:
        regex.compile(expanded(pattern))
        compiled(pattern)
    except (regex.error, ValueError) as error:
        raise UnreadableFile(name, place, f"{key} = {pattern!r}: {error}", "a regular expression") from error


def _expect_rewrite(table: Mapping[str, Any], name: str, place: str) -> None:
    """Each group that the rewrite takes has to be in the pattern."""
    rewrite, groups = table.get("rewrite", ""), set(compiled(table.get("pattern", "")).groupindex)
    taken = {verb[2] for verb in VERB.finditer(rewrite)} | set(re.findall(r"\\g<([A-Za-z]\w*)>", rewrite))
    numbered = [int(digit) for digit in re.findall(r"\\(\d+)", rewrite)]
    if missing := sorted(taken - groups) or [
        str(number) for number in numbered if number > compiled(table.get("pattern", "")).groups
    ]:
        raise UnreadableFile(name, place, f"group {missing[0]!r} in the rewrite", "a group of the pattern")


def _examples(table: Mapping[str, Any], langs: tuple[str, str]) -> Iterator[Example]:
    for line in table.get("hits", []):
        text, arrow, fixed = line.partition(" => ")
        source, bar, target = text.rpartition(" | ")
        marked = tuple(BRACKETS.findall(target))
        if not marked:
            raise ValueError(f"the hit {line!r} without brackets")
        plain = BRACKETS.sub(r"\1", target)
        yield Example(source if bar else SOURCE, plain, marked, *langs, fixed=fixed if arrow else None)
    for line in table.get("clean", []):
        source, bar, target = line.rpartition(" | ")
        yield Example(source if bar else SOURCE, target, (), *langs)

"""The user's own rules: a file of the same form as ours, read again whenever it changes, and written by the screen."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomlkit

from review.checks.rules import RULES, SHIPPED
from review.checks.rules.files import RuleFile, read_rules
from review.checks.rules.rule import Rule
from review.checks.rules.together import RuleSet
from review.errors import UnreadableFile
from review.host.held import held, write_held

OWN = "own-"
"""What the ids of the user's rules begin with, so that they are never taken for ours."""
SUBJECT = "Your own rules"
FORM = "a file of rules in UTF-8"


def rules_in_use(path: Path) -> RuleSet:
    """Ours as the file switches them, and the file's own; ours alone where there is no such file.

    The same object for as long as the file stays as it is. Raises UnreadableFile.
    """
    return _rule_set(path, _stamp(path)) if path.exists() else SHIPPED


def all_rules(path: Path) -> tuple[Rule, ...]:
    """Ours and the file's own, with those on that the file leaves on. Raises UnreadableFile."""
    file = _read(_content(path), path)
    own = tuple(replace(rule, subject=SUBJECT) for rule in file.rules)
    return tuple(_switched(rule, file) for rule in (*RULES, *own))


def own_names(path: Path) -> Mapping[str, str]:
    """What the file's rules are called, by their ids. Raises UnreadableFile."""
    return _names(path, _stamp(path)) if path.exists() else {}


def rule_of(table: Mapping[str, str]) -> Rule:
    """A rule as it would be read from a file. Raises UnreadableFile."""
    return read_rules(tomlkit.dumps({"rule": [dict(table)]}), "this rule", prefix=OWN).rules[0]


def add_rule(path: Path, table: Mapping[str, str]) -> str:
    """Write a rule to the end of the file, and give its id; a rule that is there already is left alone.

    Raises UnreadableFile, with the file left as it was.
    """
    with held(path):
        content = _content(path)
        known = {rule.id for rule in _read(content, path).rules}
        written = tomlkit.parse(content)
        if same := _equal_to(table, written):
            return OWN + str(same[-1]["id"])
        id_ = _free_id(table.get("phrase") or table.get("pattern", ""), known)
        added = tomlkit.table()
        added.update({"id": id_.removeprefix(OWN), **table})
        if "rule" not in written:
            written["rule"] = tomlkit.aot()
        written["rule"].append(added)
        _write(path, tomlkit.dumps(written))
        return id_


def own_phrases(path: Path) -> set[str]:
    """The phrases that the file's rules look for, in lower case. Raises UnreadableFile."""
    content = _content(path)
    _read(content, path)
    rules = tomlkit.parse(content).get("rule", [])
    return {str(rule["phrase"]).casefold() for rule in rules if "phrase" in rule}


def drop_rule(path: Path, table: Mapping[str, str]) -> bool:
    """Take the newest rule that says just that out of the file; whether there was one. Raises UnreadableFile."""
    with held(path):
        content = _content(path)
        _read(content, path)
        written = tomlkit.parse(content)
        same = _equal_to(table, written)
        if same:
            written["rule"].remove(same[-1])
            _write(path, tomlkit.dumps(written))
        return bool(same)


def switch_off(path: Path, off: Collection[str]) -> None:
    """Leave just the rules of those ids off. Raises UnreadableFile."""
    with held(path):
        content = _content(path)
        file = _read(content, path)
        written = tomlkit.parse(content)
        rules = (*RULES, *file.rules)
        lists = {
            "on": [rule.id for rule in rules if not rule.on and rule.id not in off],
            "off": [rule.id for rule in rules if rule.on and rule.id in off],
        }
        head = {key: value for key, value in written.items() if key not in ("on", "off", "rule")}
        tables = {"rule": written["rule"]} if "rule" in written else {}
        _write(path, tomlkit.dumps({**head, **lists, **tables}))


@lru_cache(maxsize=8)
def _names(path: Path, stamp: tuple[int, int]) -> Mapping[str, str]:
    del stamp
    return {rule.id: rule.name for rule in _read(_content(path), path).rules}


@lru_cache(maxsize=8)
def _rule_set(path: Path, stamp: tuple[int, int]) -> RuleSet:
    del stamp
    return RuleSet([rule for rule in all_rules(path) if rule.on])


def _switched(rule: Rule, file: RuleFile) -> Rule:
    """The rule as the file leaves it; one that was asked for is heard, even where it is alone."""
    wanted = rule.id in file.on
    return replace(rule, on=(rule.on or wanted) and rule.id not in file.off, lone=rule.lone or wanted)


def _read(content: str, path: Path) -> RuleFile:
    file = read_rules(content, str(path), prefix=OWN)
    known = {rule.id for rule in (*RULES, *file.rules)}
    if unknown := sorted((file.on | file.off) - known):
        raise UnreadableFile(
            str(path), "on and off", f"{unknown[0]!r}", "ids of rules, as `mtreview checks` lists them"
        )
    return file


def _equal_to(table: Mapping[str, str], written: tomlkit.TOMLDocument) -> list[Any]:
    """The rules of a file that say the same, whatever they are called."""
    rules = written.get("rule", [])
    return [rule for rule in rules if _unnamed(rule) == _unnamed(table)]


def _unnamed(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in ("id", "name")}


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except OSError as error:
        raise UnreadableFile(str(path), "the file itself", error.strerror or str(error), FORM) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(str(path), f"byte {error.start}", "bytes that are no UTF-8", FORM) from error


def _write(path: Path, content: str) -> None:
    _read(content, path)
    write_held(path, content)


def _free_id(text: str, known: Collection[str]) -> str:
    """An id made of the words of a text, and a number where another rule has it."""
    words = re.findall(r"[a-z]+", text.lower())[:5] or ["phrase"]
    id_ = OWN + "-".join(words)
    numbered = (f"{id_}-{number}" for number in range(2, len(known) + 3))
    return next(free for free in (id_, *numbered) if free not in known)


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size

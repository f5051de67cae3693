"""The keys that a reader is told of are the keys that there are: the docs, the dialog on the screen, and the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from review.ui import component, reader

DOCS = Path(__file__).parents[2] / "docs" / "keys.md"
SHOWN_AS = {"ArrowDown": "↓", "ArrowUp": "↑", "ArrowLeft": "←", "ArrowRight": "→", "Escape": "Esc"}
READING_GROUPS = ("GOING", "JUDGING", "SHOWING")
"""The groups of what the table of acts does where nothing is open."""
ELSEWHERE = {"READING": {"Tab", "2", "…", "9"}, "MARK": {"1", "…", "9", "a", "h"}}
"""By group what the editor takes, and digits and letters that choose from a list: no names in the tables of acts."""
SCRIPT = component.script() + reader.script()
READING = "In the reader's view"
GROUPS = [*re.findall(r'\["(.*?)", (\w+)_KEYS\]', SCRIPT), (READING, "READER")]


def table(name: str) -> str:
    """What stands between the brackets of a constant."""
    block = re.search(rf"const {name} = .\n(.*?)\n[\]}}]\n", SCRIPT, re.S)
    assert block, name
    return block[1]


def told(name: str) -> list[tuple[list[str], str]]:
    """The keys of a group with their meanings, as the dialog tells them."""
    return [
        (re.findall(r'"(.*?)"', keys), meaning) for keys, meaning in re.findall(r'\[\[(.*?)\], "(.*?)"\]', table(name))
    ]


def keys_of(name: str) -> set[str]:
    return {key for keys, _ in told(name) for key in keys}


def acted_on(name: str) -> set[str]:
    """The keys of a table of acts, as they are told."""
    names = re.findall(r'^  "?([^":]+)"?: ', table(name), re.M)
    return {" ".join(shown(part) for part in name.split()) for name in names}


def shown(key: str) -> str:
    return SHOWN_AS.get(key, f"Shift {key.lower()}" if re.fullmatch("[A-Z]", key) else key)


def documented() -> list[tuple[str, list[tuple[list[str], str]]]]:
    """The groups of docs/keys.md."""
    groups = []
    for section in DOCS.read_text(encoding="utf-8").split("\n## ")[1:]:
        lines = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")][1:]
        keys = [(re.findall(r"`([^`]+)`|(…)", line[0]), line[1]) for line in lines]
        groups.append((section.partition("\n")[0], [(["".join(key) for key in found], what) for found, what in keys]))
    return groups


def test_the_docs_tell_what_the_dialog_tells() -> None:
    assert documented() == [(title, told(f"{name}_KEYS")) for title, name in GROUPS]
    assert len(GROUPS) > 2


def test_every_key_is_told_and_every_key_told_is_there() -> None:
    reading = [keys_of(f"{name}_KEYS") for name in READING_GROUPS]
    assert set.union(*reading) == acted_on("KEY_ACTS") | ELSEWHERE["READING"]
    assert sum(map(len, reading)) == len(set.union(*reading))


@pytest.mark.parametrize("name", [name for _, name in GROUPS if name not in READING_GROUPS])
def test_the_keys_of_what_opens_are_told_and_there(name: str) -> None:
    assert keys_of(f"{name}_KEYS") == acted_on(f"{name}_ACTS") | ELSEWHERE.get(name, set())


HOLDING = {
    "reading": (*READING_GROUPS, "MARK", "HELP"),
    "finding": (*READING_GROUPS, "MARK"),
    "marked": (*READING_GROUPS, "MARK"),
    "editor": ("EDITOR",),
    "conflict": ("CONFLICT",),
    "marking": ("MARK",),
    "grading": ("MARK",),
    "scoring": ("SCORE",),
    "tree": ("TREE",),
    "search": ("SEARCH",),
    "others": ("OTHER", *READING_GROUPS),
    "alignment": ("LINK", *READING_GROUPS),
}
"""By place on the screen, the groups whose keys hold there."""


def legends() -> dict[str, set[str]]:
    """By place, the keys that the line at the foot of the window tells there."""
    lines = re.findall(r"^  (\w+): \[(.*)\],$", table("LEGENDS"), re.M)
    return {
        place: {key for keys in re.findall(r'\[\[(.*?)\], "', told_) for key in re.findall(r'"(.*?)"', keys)}
        for place, told_ in lines
    }


def test_the_line_of_keys_tells_keys_that_hold_there() -> None:
    assert legends().keys() == HOLDING.keys()
    for place, keys in legends().items():
        assert keys <= set().union(*(keys_of(f"{name}_KEYS") for name in HOLDING[place])), place


def test_what_opens_under_a_pair_shares_no_key() -> None:
    assert not keys_of("OTHER_KEYS") & keys_of("LINK_KEYS")

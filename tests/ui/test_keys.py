"""The keys that a reader is told of are the keys that there are: README, the dialog on the screen, and the code."""

from __future__ import annotations

import re
from pathlib import Path

from review.ui.component import HERE

README = Path(__file__).parents[2] / "README.md"
SHOWN_AS = {"ArrowDown": "↓", "ArrowUp": "↑", "Escape": "Esc", "D": "Shift d"}
ELSEWHERE = {"Ctrl Enter", "2", "…", "9"}
"""What the editor takes, and the digits, which are no names in the table of acts."""


def told_on_the_screen() -> list[tuple[list[str], str]]:
    block = re.search(r"const KEYS = \[\n(.*?)\n\]\n", (HERE / "header.js").read_text(encoding="utf-8"), re.S)
    assert block
    rows = re.findall(r'\[\[(.*?)\], "(.*?)"\]', block[1])
    return [(re.findall(r'"(.*?)"', keys), meaning) for keys, meaning in rows]


def told_in_the_readme() -> list[tuple[list[str], str]]:
    section = README.read_text(encoding="utf-8").partition("## Keys on the Review page\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return [([key.strip("`") for key in re.findall(r"`[^`]+`|…", keys)], meaning) for keys, meaning in rows[1:]]


def known_to_the_code() -> set[str]:
    block = re.search(r"const KEY_ACTS = \{\n(.*?)\n\}\n", (HERE / "keys.js").read_text(encoding="utf-8"), re.S)
    assert block
    names = re.findall(r'^  "?([^":]+)"?: ', block[1], re.M)
    return {SHOWN_AS.get(name, name) for name in names}


def test_the_readme_tells_the_keys_that_the_screen_tells() -> None:
    assert told_in_the_readme() == told_on_the_screen()


def test_every_key_is_told_and_every_key_told_is_there() -> None:
    told = {key for keys, _ in told_on_the_screen() for key in keys}
    assert told == known_to_the_code() | ELSEWHERE
    assert len(told) > 10

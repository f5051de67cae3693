"""The keys that a reader is told of are the keys that there are: README, the dialog on the screen, and the code."""

from __future__ import annotations

import re
from pathlib import Path

from review.ui.component import HERE

README = Path(__file__).parents[2] / "README.md"
SHOWN_AS = {"ArrowDown": "↓", "ArrowUp": "↑", "ArrowLeft": "←", "ArrowRight": "→", "Escape": "Esc", "D": "Shift d"}
SERVICES = Path(__file__).parents[2] / "docs" / "services.md"
ELSEWHERE = {"Ctrl Enter", "2", "…", "9"}
"""What the editor takes, and the digits, which are no names in the table of acts."""


def told_on_the_screen() -> list[tuple[list[str], str]]:
    block = re.search(r"const KEYS = \[\n(.*?)\n\]\n", (HERE / "header.js").read_text(encoding="utf-8"), re.S)
    assert block
    rows = re.findall(r'\[\[(.*?)\], "(.*?)"\]', block[1])
    return [(re.findall(r'"(.*?)"', keys), meaning) for keys, meaning in rows]


def others_told(name: str) -> set[str]:
    """The keys of the other translations, as their file tells them or acts on them."""
    block = re.search(rf"const {name} = .\n(.*?)\n[\]}}]\n", (HERE / "others.js").read_text(encoding="utf-8"), re.S)
    assert block
    if name == "OTHER_ACTS":
        return set(re.findall(r"^  (\w+): ", block[1], re.M))
    return {key for keys in re.findall(r"\[\[(.*?)\], ", block[1]) for key in re.findall(r'"(.*?)"', keys)}


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


def test_the_keys_of_other_translations_are_told_and_there() -> None:
    told = others_told("OTHER_KEYS")
    assert told == {SHOWN_AS.get(name, name) for name in others_told("OTHER_ACTS")}
    assert not told & known_to_the_code()
    table = SERVICES.read_text(encoding="utf-8").partition("| key |")[2].partition("\n\n")[0]
    assert told == set(re.findall(r"`(\S)`", table))

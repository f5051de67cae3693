"""The keys that a reader is told of are the keys that there are: README, the dialog on the screen, and the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from review.ui.component import HERE

README = Path(__file__).parents[2] / "README.md"
SHOWN_AS = {"ArrowDown": "↓", "ArrowUp": "↑", "ArrowLeft": "←", "ArrowRight": "→", "Escape": "Esc", "D": "Shift d"}
DOCS = Path(__file__).parents[2] / "docs"
ELSEWHERE = {"Ctrl Enter", "2", "…", "9"}
"""What the editor takes, and the digits, which are no names in the table of acts."""


def told_on_the_screen() -> list[tuple[list[str], str]]:
    block = re.search(r"const KEYS = \[\n(.*?)\n\]\n", (HERE / "header.js").read_text(encoding="utf-8"), re.S)
    assert block
    rows = re.findall(r'\[\[(.*?)\], "(.*?)"\]', block[1])
    return [(re.findall(r'"(.*?)"', keys), meaning) for keys, meaning in rows]


def strip_keys(name: str, file: str) -> set[str]:
    """The keys of what opens under a pair, as its file tells them or acts on them."""
    block = re.search(rf"const {name} = .\n(.*?)\n[\]}}]\n", (HERE / file).read_text(encoding="utf-8"), re.S)
    assert block
    if name.endswith("_ACTS"):
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


@pytest.mark.parametrize(
    ("name", "file", "page"), [("OTHER", "others.js", "services.md"), ("LINK", "links.js", "alignment.md")]
)
def test_the_keys_of_what_opens_under_a_pair_are_told_and_there(name: str, file: str, page: str) -> None:
    told = strip_keys(f"{name}_KEYS", file)
    assert told == {SHOWN_AS.get(key, key) for key in strip_keys(f"{name}_ACTS", file)}
    assert not told & known_to_the_code()
    table = (DOCS / page).read_text(encoding="utf-8").partition("| key |")[2].partition("\n\n")[0]
    assert told == set(re.findall(r"`(\S)`", table))


def test_what_opens_under_a_pair_shares_no_key() -> None:
    assert not strip_keys("OTHER_ACTS", "others.js") & strip_keys("LINK_ACTS", "links.js")

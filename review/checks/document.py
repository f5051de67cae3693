"""The page of the documentation that lists the checks, made from the checks themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from review.checks import MODULES
from review.checks.base import AnyCheck, Example
from review.checks.rules import RULES
from review.judged.precision import priors

HEAD = """# Checks

What the workbench looks for. Each check marks exact places, says why, and offers a fix where one is certain.
*Score* is how likely a mark is an error, 0 to 1; single marks may say otherwise. *On errors* is how many of a check's
marks touched an error that a rater marked, in machine translations into English rated by professionals, with the 95 %
interval (Wilson), and how many would have by chance; raters pass over many small faults.
This page is made from the checks and their record by `python -m tests.gate.checks`; do not edit it.

| check | finds | category | severity | score | on errors | languages |
|---|---|---|---|---|---|---|
"""
RULES_HEAD = """
## Rules

Each rule is a check of its own; [rules](rules.md) has their reasons, examples and measured precision.

| check | name | subject | category | severity | score | state |
|---|---|---|---|---|---|---|
"""
CONTROL = {sign: f"\\u{sign:04x}" for sign in (*range(0x20), 0x7F, 0xA0, 0x3000, 0xFFFD)}


def markdown(checks: Sequence[AnyCheck] = MODULES) -> str:
    """The table of the checks, then each with its description and examples; what a check marks is in ⟦ ⟧.

    Of the rules, which have a page of their own, only the table.
    """
    rows = "".join(f"{_row(check)}\n" for check in checks)
    return HEAD + rows + "".join(f"\n{_section(check)}" for check in checks) + _rules()


def _rules() -> str:
    rows = (
        f"| [{rule.id}](rules.md#{rule.id}) | {_escaped(rule.name)} | {rule.subject} | {rule.category} | "
        f"{rule.severity} | {rule.score:.2f} | {'on' if rule.on else 'off'} |\n"
        for rule in RULES
    )
    return RULES_HEAD + "".join(rows)


def _row(check: AnyCheck) -> str:
    languages = f"{_tags(check.source_langs)} → {_tags(check.target_langs)}"
    link = f"[{check.id}](#{check.id})"
    description = check.description if check.on else f"{check.description} Off unless asked for."
    cells = (link, description, check.category, check.severity, f"{check.score:.2f}", _measured(check), languages)
    return "| " + " | ".join(_escaped(cell) if cell != link else cell for cell in cells) + " |"


def _measured(check: AnyCheck) -> str:
    prior = priors().get(check.id)
    return (
        "–" if prior is None else f"{prior}" if prior.version == check.version else f"{prior}, version {prior.version}"
    )


def _tags(tags: tuple[str, ...]) -> str:
    return ", ".join(tags) or "any"


def _section(check: AnyCheck) -> str:
    marked = [_line(example) for example in check.examples if example.marked]
    clean = [_line(example) for example in check.examples if not example.marked]
    return "\n".join([f"## {check.id}", "", check.description, "", "Marked:", *marked, "", "Left alone:", *clean, ""])


def _line(example: Example) -> str:
    side = "target" if _in_target(example) else "source"
    target = _pointed(example.target, example.marked if side == "target" else ())
    source = _pointed(example.source, example.marked if side == "source" else ())
    fixed = "" if example.fixed is None else f" ⇒ {_shown(example.fixed)}"
    before = "".join(_earlier(pair, len(list(run))) for pair, run in groupby(example.before))
    others = "".join(f", beside {_shown(text)}" for text in example.alternatives)
    return f"- {example.source_lang}–{example.target_lang}: {before}{source} → {target}{others}{fixed}"


def _earlier(pair: tuple[str, str], times: int) -> str:
    repeated = f" ({times} times)" if times > 1 else ""
    return f"{_shown(pair[0])} → {_shown(pair[1])}{repeated}, then "


def _in_target(example: Example) -> bool:
    return all(quote in example.target for quote in example.marked)


def _pointed(text: str, quotes: tuple[str, ...]) -> str:
    """The text with each quote, looked for in order, in ⟦ ⟧."""
    pieces, position = [], 0
    for quote in quotes:
        at = text.index(quote, position)
        pieces.append(f"{text[position:at]}⟦{quote}⟧")
        position = at + len(quote)
    return _shown("".join(pieces) + text[position:])


def _shown(text: str) -> str:
    """The text as code, cut to what a reader needs, with invisible characters named."""
    visible = text.translate(CONTROL)
    return f"`` {visible} ``" if visible else "(empty)"


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("<", "&lt;")

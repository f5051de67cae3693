"""The page of the documentation that lists the rules, made from the rules and from what was measured of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from review.checks.rules import RULES, Measured, Rule, measured

HEAD = """# Rules

Advice on style and usage for English, most of it on translations from Chinese. A rule is data: a pattern, a reason, and
where one is certain a rewrite; `review/checks/rules/*.toml` has them, and your own are written alike (see below).
Most rules are of severity *neutral*: they advise, and cost no points.

*Measured*: marks on rated machine translations (see `python -m tests.gate.rules`), the share of them that touches an
error that a rater marked, and the share that would by chance. Raters mark faults of meaning before faults of style, so
that advice which is sound may stand at chance; a rule that was seen to be no better than chance is off, and the rules
file can switch it on. This page is made by `review.checks.rules.document.markdown`; do not edit it.

## Your own rules

A file `rules.toml` in the folder of the workbench's data, or any file named by `MTREVIEW_RULES` or by
`mtreview check --rules FILE`:

```toml
on = ["in-order-to"]          # ours that are off
off = ["at-present"]          # ours that are on

[[rule]]
id = "house-name"
phrase = "Hill Town Corp"     # or pattern = a regular expression
reason = "The house style is Hilltown Corporation."
rewrite = "Hilltown Corporation"
when = "丘镇公司"              # must be found on the other side; `unless` must not
severity = "minor"
category = "terminology/inappropriate for context"
```

`side = "source"` looks at the source, `case = true` minds capitals, `target_langs` and `source_langs` name languages.
In a pattern `{det}` stands for a class of words, `<carry>` for all forms of a verb, a space for white space; it matches
whole words. In a rewrite `\\\\g<name>` is a group, `<use:v>` the verb *use* in the form of the group `v`.
`hits` and `clean` may hold examples: what is marked in `[ ]`, what it becomes behind ` => `, a source before ` | `.
"""


def markdown(rules: Sequence[Rule] = RULES) -> str:
    """All rules by subject, each with its reason, examples, source and measured precision."""
    known = measured()
    parts = [HEAD.replace("\\\\g", "\\g")]
    for subject, of_subject in groupby(rules, key=lambda rule: rule.subject):
        parts.append(f"\n## {subject}\n\n")
        parts += [_entry(rule, known.get(rule.id, Measured())) for rule in of_subject]
    return "".join(parts)


def _entry(rule: Rule, found: Measured) -> str:
    state = "on" if rule.on else "off"
    lines = [
        f"### {rule.id}",
        "",
        f"{_plain(rule.reason)} *{rule.category}, {rule.severity}, {state}.* {_measure(found)}",
        "",
        *(_example(example.target, example.marked, example.fixed) for example in rule.examples),
        f"- Advice: {_plain(rule.advice)}",
        "",
    ]
    return "\n".join(lines) + "\n"


def _measure(found: Measured) -> str:
    if not found.hits:
        return "Not seen in the rated texts."
    touched = f"{found.touched / found.hits:.0%} touch an error, {found.chance:.0%} by chance"
    return f"Measured: {found.hits} {'mark' if found.hits == 1 else 'marks'}, {touched}."


def _example(text: str, marked: Sequence[str], fixed: str | None) -> str:
    shown, position = "", 0
    for quote in marked:
        at = text.index(quote, position)
        shown += f"{text[position:at]}⟦{quote}⟧"
        position = at + len(quote)
    kind = "Marked" if marked else "Clean"
    return f"- {kind}: `{shown}{text[position:]}`" + (f" ⇒ `{fixed}`" if fixed else "")


def _plain(text: str) -> str:
    return text.replace("<", "&lt;").replace("|", "\\|")
